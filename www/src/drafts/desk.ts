// The drafts as the page works with them: which one is on the desk, and what can be done with the others.

import type { Table } from "../types";
import {
  type Draft,
  FORMAT,
  type Snapshot,
  type Stored,
  exposureOf,
  nameOfDraft,
  readDraft,
  readSnapshots,
} from "./draft";
import type { Presence } from "./presence";
import { type Known, type Saved, Saver, type Work } from "./saver";
import { type DraftStore, Refused } from "./store";

export interface DeskEvents {
  /** `saved` or `name` may have changed. */
  readonly changed: () => void;
  /** A change was made here to a draft that another tab has; it went into a draft of its own. */
  readonly forked: (name: string) => void;
  /** The name of a copy. */
  readonly copyName: (name: string) => string;
}

export class Desk {
  readonly #store: DraftStore;
  readonly #presence: Presence;
  readonly #events: DeskEvents;
  #saver: Saver;
  /** Savers of drafts that were on the desk before and may still have something to write. */
  #before: readonly Saver[] = [];
  /** Undoing the opening of a table brings back the very table of before, and with it its draft. */
  readonly #drafts = new WeakMap<Table, Saver>();

  constructor(store: DraftStore, meet: (taken: () => void) => Presence, events: DeskEvents, work: Work) {
    this.#store = store;
    this.#events = events;
    this.#presence = meet(() => this.#saver.yield());
    this.#saver = this.#newSaver(work);
  }

  get saved(): Saved {
    return this.#saver.saved;
  }

  /** The draft on the desk. */
  get id(): string {
    return this.#saver.known.id;
  }

  get work(): Work {
    return this.#saver.work;
  }

  /** Whether closing the page would not lose the table that it shows, nor one that it showed before. */
  holds(table: Table): boolean {
    const isPending = this.#before.some(({ isLosable, saved }) => isLosable && saved.is !== "elsewhere");
    return this.#saver.holds(table) && !isPending;
  }

  /** The draft that was worked on last, when this page or another was open. */
  async last(): Promise<Stored | undefined> {
    try {
      const raw = await this.#store.last();
      return raw === undefined ? undefined : readDraft(raw);
    } catch (error) {
      this.#saver.refuse(error instanceof Refused ? error.why : "refused");
      return undefined;
    }
  }

  /** Puts a stored draft on the desk; when another tab has it, that shows as `saved`. */
  resume(draft: Draft): void {
    this.#replace(this.#saverOf(draft, this.#presence.enter(draft.id)));
  }

  /** Puts a draft from the list on the desk, as the last one that was worked on. */
  async open(draft: Draft): Promise<void> {
    this.resume(draft);
    if (await this.#saver.mayWrite) await this.#saver.claim();
  }

  /** Goes on here with the draft on the desk, as it was last saved, when another tab has it. */
  async takeOver(): Promise<Draft | undefined> {
    const { id } = this;
    await this.#presence.take(id);
    for (;;) {
      const stored = readDraft(await this.#store.get(id));
      if (!("draft" in stored)) return undefined;
      this.#saver = this.#saverOf(stored.draft, Promise.resolve(true));
      await this.#saver.claim();
      // The other tab may have written once more before it heard.
      if (this.saved.is !== "elsewhere") return stored.draft;
    }
  }

  /** Goes on here with a draft of one's own. */
  saveAsNew(work: Work): string {
    const name = this.#copyName(this.#saver, work.table);
    this.#replace(this.#newSaver(work, name));
    void this.#saver.claim();
    return name;
  }

  /**
   * A table that was opened is a draft of its own. It is stored at once when it is the applicant's, else when it
   * changes.
   */
  begin(before: Table, work: Work, isOwn: boolean): void {
    this.#drafts.set(before, this.#saver);
    this.#replace(this.#newSaver(work));
    this.#drafts.set(work.table, this.#saver);
    if (isOwn) void this.#saver.claim();
  }

  /** Takes what the page shows now. */
  keep(work: Work): void {
    const origin = this.#drafts.get(work.table);
    if (origin !== undefined && origin !== this.#saver) this.#replace(this.#again(origin));
    this.#saver.keep(work);
    this.#forkIfElsewhere(this.#saver);
  }

  /** A field was left. */
  step(): void {
    this.#saver.step();
  }

  flush(): Promise<void> {
    return this.#saver.flush();
  }

  // The other drafts

  /** All drafts, the one that was worked on last first. */
  async list(): Promise<readonly Stored[]> {
    const order = (stored: Stored): number => ("draft" in stored ? stored.draft : stored.unreadable).counter;
    return (await this.#store.all()).map(readDraft).sort((a, b) => order(b) - order(a));
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#store.rename(id, name);
    if (id === this.id) this.#saver.name = name;
  }

  async duplicate({ table, exposure, judged, ...draft }: Draft): Promise<void> {
    const copy = {
      format: FORMAT,
      id: randomId(),
      name: this.#events.copyName(nameOfDraft({ ...draft, table })),
      savedAt: Date.now(),
      table,
      exposure,
      ...(judged === undefined ? {} : { judged }),
    };
    await this.#store.put(copy, 0, []);
  }

  /** Takes a draft away; the answer puts it back as it was. */
  async remove(id: string): Promise<() => Promise<void>> {
    const raw = await this.#store.get(id);
    const snapshots = await this.#store.snapshots(id);
    await this.#store.remove(id);
    return () => this.#store.restore(raw, snapshots);
  }

  /** The earlier states of a draft, the latest first. */
  async snapshots(id: string): Promise<readonly Snapshot[]> {
    return [...readSnapshots(await this.#store.snapshots(id))].reverse();
  }

  // Savers

  #newSaver(work: Work, name?: string): Saver {
    const id = randomId();
    const entered = this.#presence.take(id).then(() => true);
    return this.#makeSaver({ id, name, counter: 0, savedAt: 0 }, work, entered);
  }

  #saverOf(draft: Draft, entered: Promise<boolean>): Saver {
    const { table, exposure, judged } = draft;
    return this.#makeSaver(draft, { table, exposure: exposureOf(exposure), judged }, entered);
  }

  #makeSaver(known: Known, work: Work, entered: Promise<boolean>): Saver {
    const saver: Saver = new Saver(this.#store, known, work, entered, () => this.#changed(saver));
    return saver;
  }

  /** Goes back to a draft that was left. */
  #again(saver: Saver): Saver {
    void this.#presence.enter(saver.known.id).then((isFree) => (isFree ? undefined : saver.yield()));
    return saver;
  }

  #replace(saver: Saver): void {
    void this.#saver.flush();
    this.#before = [...this.#before, this.#saver].filter((other) => other !== saver && other.isLosable);
    this.#saver = saver;
    this.#events.changed();
  }

  #changed(saver: Saver): void {
    this.#forkIfElsewhere(saver);
    this.#events.changed();
  }

  /** Nothing is written over another tab's work, and nothing that was done here is lost. */
  #forkIfElsewhere(saver: Saver): void {
    if (saver.saved.is !== "elsewhere" || !saver.isLosable) return;
    if (saver === this.#saver) return this.#events.forked(this.saveAsNew(saver.work));
    if (!this.#before.includes(saver)) return;
    this.#before = this.#before.filter((other) => other !== saver);
    void this.#newSaver(saver.work, this.#copyName(saver, saver.work.table)).claim();
  }

  #copyName({ name }: Saver, table: Table): string {
    return this.#events.copyName(nameOfDraft({ name, table }));
  }
}

/** Works on plain http too, where `crypto.randomUUID` does not. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
