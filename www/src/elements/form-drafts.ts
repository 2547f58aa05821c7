// Ties the form to its drafts: tells the desk what the page shows, and shows what the desk has to say.

import { type ReactiveController, type ReactiveControllerHost, type TemplateResult, html, nothing } from "lit";

import { Desk } from "../drafts/desk";
import {
  type Changes,
  type Draft,
  type Judged,
  type Unreadable,
  changesOf,
  judgedBy,
  nameOfDraft,
} from "../drafts/draft";
import { indexedDbStore } from "../drafts/indexed-db";
import { presence } from "../drafts/presence";
import type { Work } from "../drafts/saver";
import { check } from "../engine";
import type { Exposure } from "../findings";
import { type Sentence, fileName, saveText } from "../files";
import type { Json } from "../patch";
import type { Lang, Report, Table } from "../types";
import { WORDS } from "../words";
import { DRAFT_WORDS, type DraftWords, draftWords, when } from "../words/drafts";
import type { DraftList } from "./drafts-dialog";
import { type DraftAction, DraftEvent, LeaveEvent, PatchEvent } from "./events";

/** What the drafts are kept under; two forms on one host that must not share drafts need two names. */
const STORE = "target-table";

/** How long the page waits for the last draft before it shows a blank table: a store may be slow. */
const PATIENCE = 300;

export interface Shown {
  readonly table: Table;
  readonly exposure: Exposure;
  readonly report: Report | undefined;
  readonly language: Lang;
  /** Whether the table is in a file as it is, or is an example or blank. */
  readonly isInFile: boolean;
  /** The id of the profile by which it is checked. */
  readonly profile: string;
}

/** What the form lets its drafts see and do. */
export interface FormDoor {
  readonly shown: () => Shown;
  /** Shows another table, without a way back; what was there is in a draft of its own. */
  readonly show: (table: Table, exposure: Exposure, said: Sentence, profile: string | undefined) => void;
  readonly say: (said: Sentence) => void;
}

export class FormDrafts implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #door: FormDoor;
  readonly #desk: Desk;
  /** What the desk was last told, and the report that it was told of. */
  #work: Work;
  #report: Report | undefined;
  #list: DraftList | undefined;
  #putBack: (() => Promise<void>) | undefined;
  #unreadable: Unreadable | undefined;
  #changes: Changes | undefined;
  #isReady = false;

  constructor(host: ReactiveControllerHost & HTMLElement, door: FormDoor) {
    this.#host = host;
    this.#door = door;
    const { table, exposure } = door.shown();
    this.#work = { table, exposure, judged: undefined };
    this.#desk = new Desk(
      indexedDbStore(STORE),
      (taken) => presence(STORE, taken),
      {
        changed: () => host.requestUpdate(),
        forked: (name) => door.say((words) => draftWords(words).forked(name)),
        copyName: (name) => this.#words.copyName(name),
      },
      this.#work,
    );
    host.addController(this);
    host.addEventListener(LeaveEvent.type, () => this.#desk.step());
    host.addEventListener(DraftEvent.type, (event) => void this.#act((event as DraftEvent).action));
    void this.#resume().then(this.#appear);
    setTimeout(this.#appear, PATIENCE);
  }

  hostConnected(): void {
    // A blank table that is replaced a moment later by the last draft would only flicker.
    if (!this.#isReady) this.#host.classList.add("is-waiting");
    document.addEventListener("visibilitychange", this.#flush);
    window.addEventListener("pagehide", this.#flush);
  }

  hostDisconnected(): void {
    document.removeEventListener("visibilitychange", this.#flush);
    window.removeEventListener("pagehide", this.#flush);
  }

  hostUpdated(): void {
    const { table, exposure } = this.#door.shown();
    const before = this.#work;
    const judged = this.#judged();
    if (before.table === table && before.exposure === exposure && before.judged === judged) return;
    this.#work = { table, exposure, judged };
    this.#desk.keep(this.#work);
    if (before.table !== table) void askToPersist();
  }

  /** Whether the page can be closed without a loss. */
  holds(table: Table): boolean {
    return this.#desk.holds(table);
  }

  /** A table has been opened in place of another: a draft of its own, stored at once when it is the applicant's. */
  opened(before: Table, isOwn: boolean): void {
    const { table, exposure } = this.#door.shown();
    this.#work = { table, exposure, judged: undefined };
    this.#changes = this.#unreadable = undefined;
    this.#desk.begin(before, this.#work, isOwn);
  }

  /** The way to the drafts, for the head of the page. */
  line(): TemplateResult {
    return html`<tt-draft-line .saved=${this.#desk.saved} .language=${this.#door.shown().language}></tt-draft-line>`;
  }

  /** What has to be known about the draft, for above the table. */
  notices(): TemplateResult {
    const { language } = this.#door.shown();
    return html`
      <tt-draft-notices
        .saved=${this.#desk.saved}
        .unreadable=${this.#unreadable}
        .changes=${this.#changes}
        .language=${language}
      ></tt-draft-notices>
      ${this.#list === undefined ? nothing : html`<tt-drafts .list=${this.#list} .language=${language}></tt-drafts>`}
    `;
  }

  /** That drafts cannot be kept, for the foot of the page. */
  refused(): TemplateResult {
    const { language, isInFile } = this.#door.shown();
    return html`<tt-draft-refused
      .saved=${this.#desk.saved}
      .isInFile=${isInFile}
      .language=${language}
    ></tt-draft-refused>`;
  }

  get #words(): DraftWords {
    return DRAFT_WORDS[this.#door.shown().language];
  }

  /** What was last said of the table; the same object as long as the report is. */
  #judged(): Judged | undefined {
    const { report } = this.#door.shown();
    if (report === this.#report) return this.#work.judged;
    this.#report = report;
    return report === undefined ? this.#work.judged : judgedBy(report);
  }

  readonly #appear = (): void => {
    void this.#host.updateComplete.then(() => this.#host.classList.remove("is-waiting"));
  };

  readonly #flush = (): void => void this.#desk.flush();

  /** Begins where the last visit ended. */
  async #resume(): Promise<void> {
    const untouched = this.#door.shown().table;
    const last = await this.#desk.last();
    this.#isReady = true;
    // Whoever was faster than the store has begun a draft of their own; the other one is in the list.
    if (last !== undefined && "draft" in last && this.#door.shown().table === untouched) {
      this.#desk.resume(last.draft);
      void this.#show(last.draft, "restored");
    }
    if (last !== undefined && "unreadable" in last) this.#unreadable = last.unreadable;
    this.#host.requestUpdate();
  }

  async #show(draft: Draft, how: "restored" | "opened"): Promise<void> {
    this.#work = this.#desk.work;
    this.#changes = this.#unreadable = undefined;
    this.#door.show(
      this.#work.table,
      this.#work.exposure,
      (words) => {
        const said = draftWords(words);
        return said[how](nameOfDraft(draft) || said.unnamed, when(draft.savedAt, Date.now(), said));
      },
      draft.judged?.profile,
    );
    if (draft.judged === undefined) return;
    try {
      const { profile } = this.#door.shown();
      const report = await check(draft.table, { lang: draft.judged.lang, profile });
      this.#changes = changesOf(draft.judged, judgedBy(report));
    } catch {
      // Without an engine there is nothing to compare with; that it is missing is said by the check.
    }
    this.#host.requestUpdate();
  }

  async #act(action: DraftAction): Promise<void> {
    try {
      await this.#do(action);
      if (this.#list !== undefined) await this.#readList();
    } catch {
      if (this.#list !== undefined) this.#list = { ...this.#list, drafts: undefined };
    }
    this.#host.requestUpdate();
  }

  async #do(action: DraftAction): Promise<void> {
    switch (action.do) {
      case "list":
        await this.#desk.flush();
        return this.#readList();
      case "close":
        this.#list = this.#putBack = undefined;
        return;
      case "open":
        return this.#open(action.id);
      case "rename":
        return this.#desk.rename(action.id, action.name);
      case "duplicate":
        return this.#forDraft(action.id, (draft) => this.#desk.duplicate(draft));
      case "remove":
        this.#putBack = await this.#desk.remove(action.id);
        this.#list = this.#list && { ...this.#list, removed: this.#nameOf(action.id) };
        return;
      case "put-back":
        await this.#putBack?.();
        this.#list = this.#list && { ...this.#list, removed: undefined };
        return;
      case "save":
        return this.#saveRaw(action.id);
      case "save-all":
        return this.#saveAll();
      case "go-back":
        return this.#goBack(action.to.table, action.to.savedAt);
      case "take-over":
        return this.#takeOver();
      case "save-as-new": {
        const name = this.#desk.saveAsNew(this.#work);
        return this.#door.say((words) => draftWords(words).forked(name));
      }
      case "retry":
        return this.#desk.flush();
      case "dismiss":
        this.#changes = this.#unreadable = undefined;
    }
  }

  async #readList(): Promise<void> {
    this.#list = {
      drafts: await this.#desk.list(),
      snapshots: await this.#desk.snapshots(this.#desk.id),
      current: this.#desk.id,
      table: this.#door.shown().table,
      removed: this.#list?.removed,
    };
  }

  #forDraft<T>(id: string, work: (draft: Draft) => Promise<T>): Promise<T | undefined> {
    const stored = this.#list?.drafts?.find((one) => "draft" in one && one.draft.id === id);
    return stored !== undefined && "draft" in stored ? work(stored.draft) : Promise.resolve(undefined);
  }

  #nameOf(id: string): string {
    const stored = this.#list?.drafts?.find((one) => ("draft" in one ? one.draft : one.unreadable).id === id);
    const name = stored === undefined ? "" : "draft" in stored ? nameOfDraft(stored.draft) : stored.unreadable.name;
    return name || this.#words.unnamed;
  }

  async #open(id: string): Promise<void> {
    await this.#forDraft(id, async (draft) => {
      this.#list = this.#putBack = undefined;
      await this.#desk.flush();
      await this.#desk.open(draft);
      await this.#show(draft, "opened");
    });
  }

  async #takeOver(): Promise<void> {
    const draft = await this.#desk.takeOver();
    if (draft === undefined) this.#desk.saveAsNew(this.#work);
    else await this.#show(draft, "opened");
  }

  #goBack(table: Table, savedAt: number): void {
    this.#list = this.#putBack = undefined;
    const said: Sentence = (words) => draftWords(words).wentBack(when(savedAt, Date.now(), draftWords(words)));
    this.#host.dispatchEvent(new PatchEvent([{ op: "replace", path: "", value: table as unknown as Json }], { said }));
  }

  #saveRaw(id: string): void {
    const stored = this.#list?.drafts?.find((one) => "unreadable" in one && one.unreadable.id === id);
    const unreadable = stored !== undefined && "unreadable" in stored ? stored.unreadable : this.#unreadable;
    if (unreadable === undefined) return;
    const name = fileName(unreadable.name) || WORDS[this.#door.shown().language].fileName;
    saveText(`${name}.json`, `${JSON.stringify(unreadable.raw, null, 2)}\n`);
  }

  /** One table a line, as the command line and this page read them. */
  #saveAll(): void {
    const lines = (this.#list?.drafts ?? []).map((stored) =>
      JSON.stringify("draft" in stored ? stored.draft.table : stored.unreadable.raw),
    );
    saveText(`${this.#words.allFile}.jsonl`, `${lines.join("\n")}\n`);
  }
}

/** Asks the browser, once, not to clear the drafts when it runs out of space; some of them ask the applicant. */
async function askToPersist(): Promise<void> {
  const asked = `${STORE} asked to persist`;
  try {
    if (localStorage.getItem(asked) !== null) return;
    localStorage.setItem(asked, "1");
    // Only secure pages have it.
    await (navigator.storage as StorageManager | undefined)?.persist?.();
  } catch {
    // The drafts are kept as well as the browser likes.
  }
}
