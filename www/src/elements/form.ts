import { type TemplateResult, html, nothing } from "lit";

import { blankTable, isBlank } from "../blank";
import { carrier } from "../changes";
import { edit, tidied } from "../edits";
import { hasAnswered } from "../engine";
import {
  EVERYTHING,
  type Exposure,
  type FindingsByField,
  NOTHING_YET,
  added,
  byField,
  carryExposure,
  leave,
  shownInTurn,
} from "../findings";
import { type Sentence, saveFile } from "../files";
import { type Turn, turnBack, turnForth } from "../history";
import { Printing } from "../paper/print";
import type { Pointer } from "../pointer";
import { DEFAULT_PROFILE, asksWeights, profileOf } from "../profiles";
import { type State, open, start, step, textAt } from "../state";
import { fieldOf } from "../table-layout";
import type { Finding, Lang, Table } from "../types";
import { WORDS, type Words } from "../words";
import { Address } from "./address";
import { Checking } from "./checking";
import {
  type Action,
  ActionEvent,
  AnswerEvent,
  BlankEvent,
  EditEvent,
  ExampleEvent,
  FixEvent,
  GoEvent,
  LeaveEvent,
  OpenEvent,
  PatchEvent,
  ProfileEvent,
  RefuseEvent,
  WhyEvent,
} from "./events";
import { goTo, goToDrawn, skipToTable } from "./go";
import { listen } from "./keyboard";
import type { FindingsPanel } from "./findings-panel";
import { FormDrafts } from "./form-drafts";
import { LightElement } from "./light";
import type { TableOpener } from "./opener";
import type { TablePaster } from "./paster";

/** The whole form: holds the document, decides when to check, and lets its parts draw what came of it. */
export class TargetTableForm extends LightElement {
  static override properties = {
    state: { state: true },
    language: { state: true },
    exposure: { state: true },
    profile: { state: true },
    notice: { state: true },
    problem: { state: true },
  };
  declare protected state: State;
  declare protected language: Lang;
  declare protected exposure: Exposure;
  /** The id of the profile by which the table is checked. */
  declare protected profile: string;
  declare protected notice: Sentence | undefined;
  declare protected problem: Sentence | undefined;

  /** The table as a file or an example holds it, or blank: what closing the page would not lose. */
  #kept: Table;
  /** The findings as they were last drawn. */
  #fields: FindingsByField = new Map();
  /** Counts the visits to fields, because undo takes back one visit at a time. */
  #visits = 0;
  /** Counts the changes that are more than typing. */
  #replaced = 0;
  #stopKeys = (): void => {};
  readonly #shownOf = shownInTurn();
  readonly #drafts: FormDrafts;
  readonly #engine = new Checking(
    this,
    { table: () => this.state.table, options: () => ({ lang: this.language, profile: this.profile }) },
    {
      answered: () => {
        if (this.notice === engineComing) this.notice = undefined;
        if (this.problem === engineFailed) this.problem = undefined;
      },
      failed: () => {
        this.problem = engineFailed;
      },
    },
  );
  readonly #address = new Address(this, () => this.state.table);

  constructor() {
    super();
    this.state = start(blankTable());
    this.#kept = this.state.table;
    this.language = "zh";
    this.exposure = NOTHING_YET;
    this.profile = DEFAULT_PROFILE.id;
    new Printing(this, () => ({
      table: this.state.table,
      language: this.language,
      report: this.#engine.reportOfNow,
      isChecked: this.exposure.all,
      asksWeights: asksWeights(this.profile),
    }));
    this.#drafts = new FormDrafts(this, {
      shown: () => ({
        table: this.state.table,
        exposure: this.exposure,
        report: this.#engine.reportOfNow,
        language: this.language,
        isInFile: this.state.table === this.#kept,
        profile: this.profile,
      }),
      show: (table, exposure, said, profile = "") => {
        this.profile = profileOf(profile).id;
        this.#put(start(table), exposure, said);
        // The address may name a field that only this table has.
        this.#address.openSoon();
      },
      say: (said) => {
        this.notice = said;
      },
    });
    this.addEventListener(EditEvent.type, (event) => this.#edit(event as EditEvent));
    this.addEventListener(LeaveEvent.type, (event) => this.#leave(event as LeaveEvent));
    this.addEventListener(GoEvent.type, (event) => this.#go(event as GoEvent));
    this.addEventListener(WhyEvent.type, (event) => void this.#panel()?.explain((event as WhyEvent).finding));
    this.addEventListener(AnswerEvent.type, (event) => void this.#panel()?.answer((event as AnswerEvent).finding));
    this.addEventListener(FixEvent.type, (event) => this.#panel()?.showFix((event as FixEvent).finding));
    this.addEventListener(ProfileEvent.type, (event) => this.#checkBy((event as ProfileEvent).profile));
    this.addEventListener(BlankEvent.type, (event) => void this.#openBlank((event as BlankEvent).profile));
    this.addEventListener(PatchEvent.type, (event) => void this.#patch(event as PatchEvent));
    this.addEventListener(ActionEvent.type, (event) => void this.#act((event as ActionEvent).action));
    this.addEventListener(ExampleEvent.type, (event) => this.#opener()?.openExample((event as ExampleEvent).example));
    this.addEventListener(OpenEvent.type, (event) => {
      const { table, name, isOwn } = event as OpenEvent;
      this.#show(table, EVERYTHING, name, isOwn);
    });
    this.addEventListener(RefuseEvent.type, (event) => this.#refuse((event as RefuseEvent).problem));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("beforeunload", this.#warn);
    this.#stopKeys = listen(this, { table: () => this.state.table, findings: () => this.#shown });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("beforeunload", this.#warn);
    this.#stopKeys();
  }

  get #words(): Words {
    return WORDS[this.language];
  }

  get #shown(): readonly Finding[] {
    return this.#shownOf(this.state.table, this.#engine.report?.findings, this.exposure);
  }

  // Editing

  #edit({ at, text, composing }: EditEvent): void {
    this.state = step(this.state, edit(this.state.table, at, text), `${at} ${this.#visits}`);
    if (composing) return;
    // A defect vanishes as soon as it is mended; a cell without one is left in peace until it is finished.
    if (this.#fields.has(at)) void this.#recheck();
    if (this.#engine.hasReading(at)) void this.#engine.read([at]);
  }

  /** What is only written in another way becomes what the format wants, within the same step of undo. */
  #tidy(at: Pointer): void {
    this.state = step(this.state, tidied(this.state.table, at), `${at} ${this.#visits}`);
  }

  #leave({ at }: LeaveEvent): void {
    this.#tidy(at);
    this.#visits += 1;
    const before = this.#shown;
    const isEmpty = textAt(this.state.table, at).trim() === "";
    const exposure = isEmpty ? this.exposure : leave(this.exposure, at);
    // An engine that was slow to answer may have been given the text before it was finished.
    if (exposure === this.exposure && this.#engine.isAsked) return;
    this.exposure = exposure;
    void this.#recheck(before);
    void this.#engine.read();
  }

  #replace(state: State): void {
    this.#visits += 1;
    this.#replaced += 1;
    const before = this.state.table;
    this.exposure = carryExposure(this.exposure, carrier(before, state.table));
    this.state = state;
    this.#engine.follow(before);
  }

  async #patch({ patch, then }: PatchEvent): Promise<void> {
    if (patch.length > 0) this.#replace(step(this.state, patch));
    if (then.finished !== undefined) {
      this.exposure = then.finished === "all" ? EVERYTHING : then.finished.reduce(leave, this.exposure);
    }
    if (then.said !== undefined) {
      this.notice = then.said;
      this.problem = undefined;
    }
    const { field } = then;
    if (field !== undefined) await goToDrawn(this, fieldOf(this.state.table, field) ?? field);
  }

  async #turn({ state, said, field }: Turn): Promise<void> {
    if (state !== this.state) this.#replace(state);
    this.notice = said;
    if (field !== undefined) await goToDrawn(this, field);
  }

  #go({ field, said }: GoEvent): void {
    if (said !== undefined) this.notice = said;
    this.#address.follow(field);
  }

  // Checking

  /** Checks what an edit changed, and says it: the fields that it concerns may be out of sight. */
  async #recheck(before = this.#shown): Promise<void> {
    const replaced = this.#replaced;
    await this.#engine.check();
    // What has become of the table meanwhile was said already, and is no mending.
    if (replaced !== this.#replaced) return;
    const gone = added(this.#shown, before);
    const come = added(before, this.#shown);
    if (gone + come > 0) this.notice = (words) => words.changes(gone, come);
  }

  async #checkAll(): Promise<void> {
    this.exposure = EVERYTHING;
    this.problem = undefined;
    this.notice = hasAnswered() ? undefined : engineComing;
    await this.#engine.check();
    await this.updateComplete;
    this.#panel()?.focusSummary();
  }

  #checkBy(profile: string): void {
    this.profile = profile;
    void this.#engine.check();
  }

  #panel(): FindingsPanel | null {
    return this.querySelector<FindingsPanel>("tt-findings");
  }

  // Files

  async #act(action: Action): Promise<void> {
    switch (action) {
      case "blank":
        return this.#openBlank(this.profile);
      case "open-file":
        return this.#opener()?.chooseFiles();
      case "save":
        this.#tidy(document.activeElement?.id ?? "");
        return this.#save();
      case "copy-table":
        return this.querySelector<TablePaster>("tt-paster")?.copyTable();
      case "undo":
        return this.#turn(turnBack(this.state));
      case "redo":
        return this.#turn(turnForth(this.state));
      case "print":
        return this.#print();
      case "check":
        return this.#checkAll();
      case "language":
        return this.#switchLanguage();
    }
  }

  /** Opens a table that may be the applicant's own, from a file, or one to look at. */
  #show(table: Table, exposure: Exposure, name: Sentence, isOwn: boolean): void {
    const before = this.state.table;
    const isReplacement = before !== this.#kept;
    this.#put(open(this.state, table), exposure, (words) => {
      return words.opened(name(words)) + (isReplacement ? words.undoToReturn : "");
    });
    this.#kept = this.state.table;
    this.#drafts.opened(before, isOwn);
  }

  #put(state: State, exposure: Exposure, said: Sentence): void {
    this.#engine.report = this.problem = undefined;
    this.#replace(state);
    this.exposure = exposure;
    this.notice = said;
  }

  async #openBlank(profile: string): Promise<void> {
    this.profile = profile;
    this.#show(blankTable(profileOf(profile)), NOTHING_YET, (words) => words.blank, false);
    await this.updateComplete;
    goTo("/project/name");
  }

  #refuse(problem: Sentence): void {
    this.problem = problem;
    this.notice = undefined;
  }

  #save(): void {
    const name = saveFile(this.state.table, this.#words.fileName);
    this.#kept = this.state.table;
    this.problem = undefined;
    this.notice = (words) => words.saved(name);
  }

  /** The sheet carries the check code of just what stands on it. */
  async #print(): Promise<void> {
    if (this.#engine.reportOfNow === undefined) await this.#engine.check();
    window.print();
  }

  #opener(): TableOpener | null {
    return this.querySelector<TableOpener>("tt-opener");
  }

  #switchLanguage(): void {
    this.language = this.language === "zh" ? "en" : "zh";
    // The findings are worded by the engine; those of a draft come again when there were some.
    if (this.#engine.report !== undefined) void this.#engine.check();
  }

  readonly #warn = (event: BeforeUnloadEvent): void => {
    const { table } = this.state;
    if (table === this.#kept || this.#drafts.holds(table)) return;
    event.preventDefault();
    // Chromium before 119 asks only when this is set.
    event.returnValue = "";
  };

  // Drawing

  protected override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    // Setting the language, even to what it was, makes the browser style the whole page again.
    if (!changed.has("language")) return;
    document.documentElement.lang = this.#words.lang;
    document.title = this.#words.title;
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const findings = this.#shown;
    const { table, past, future } = this.state;
    const { lines, shares } = this.#engine.drawn(this.language);
    this.#fields = byField(table, findings, this.#fields);
    return html`
      <a class="skip" href="#/project/name" @click=${skipToTable}>${words.skipToTable}</a>
      <header class="masthead">
        <h1>${words.title}</h1>
        ${this.#drafts.line()}
        <tt-toolbar .language=${this.language} .canUndo=${past.length > 0} .canRedo=${future.length > 0}></tt-toolbar>
      </header>
      <main>
        ${this.#drafts.notices()} ${this.#isStart ? html`<tt-start .words=${words}></tt-start>` : nothing}
        <div role="status">${this.#message()}</div>
        <div role="alert">
          ${this.problem === undefined ? nothing : html`<p class="message problem">${this.problem(words)}</p>`}
        </div>
        <div class="desk">
          <tt-findings
            .table=${table}
            .findings=${findings}
            .summary=${this.exposure.all ? this.#engine.report?.summary : undefined}
            .profile=${this.profile}
            .language=${this.language}
          ></tt-findings>
          <tt-sheet
            .table=${table}
            .findings=${this.#fields}
            .readings=${lines}
            .shares=${shares}
            .asksWeights=${asksWeights(this.profile)}
            .words=${words}
          ></tt-sheet>
        </div>
      </main>
      ${this.#drafts.refused()}
      <tt-footer .language=${this.language}></tt-footer>
      <tt-opener .language=${this.language}></tt-opener>
      <tt-paster .table=${table} .language=${this.language}></tt-paster>
    `;
  }

  /** Nothing has been typed or opened yet. */
  get #isStart(): boolean {
    return this.state.past.length === 0 && isBlank(this.state.table);
  }

  #message(): TemplateResult | typeof nothing {
    if (this.problem !== undefined) return nothing;
    if (this.notice !== undefined) return html`<p class="message notice">${this.notice(this.#words)}</p>`;
    if (this.#isStart) return nothing;
    return html`<p class="message">${this.#words.intro}</p>`;
  }
}

const engineComing: Sentence = (words) => words.engineComing;
const engineFailed: Sentence = (words) => words.engineFailed;
