// Keeps one draft in the store while it is worked on: at once, but never with two writes at a time.

import type { Exposure } from "../findings";
import type { Table } from "../types";
import { type Draft, FORMAT, type Judged, type Snapshot } from "./draft";
import { isDue, isSweeping } from "./snapshots";
import { type DraftStore, type Refusal, Refused } from "./store";

/** What is kept of the page. */
export interface Work {
  readonly table: Table;
  readonly exposure: Exposure;
  readonly judged: Judged | undefined;
}

export type Saved =
  /** There is nothing yet that would be lost. */
  | { readonly is: "empty" }
  | { readonly is: "unsaved" }
  | { readonly is: "saved"; readonly at: number }
  /** Another tab has the draft: nothing is written from here. */
  | { readonly is: "elsewhere" }
  | { readonly is: "refused"; readonly why: Refusal };

/** How long after a write the next one waits for more to write. */
const REST = 200;
/** How long until a refused write is tried again. */
const RETRY = 2000;
/** After how long a change that is still not written is called unsaved. */
const SOON = 1000;

/** A draft as far as its saver has to know it; the counter is 0 for one that is not in the store yet. */
export type Known = Pick<Draft, "id" | "counter" | "savedAt"> & { readonly name?: string | undefined };

export class Saver {
  saved: Saved;
  /** What the applicant calls the draft, as far as this page has heard. */
  name: string | undefined;

  #counter: number;
  #savedAt: number;
  /** The newest work, and the last that was written. */
  #work: Work;
  #written: Work;
  #isWriting = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #overdue: ReturnType<typeof setTimeout> | undefined;
  /** Earlier states that are still to be written. */
  #snapshots: readonly Snapshot[] = [];
  #steps = 0;
  #snapshotAt = Date.now();
  /** The state that an earlier visit left is worth going back to. */
  #isResumed: boolean;

  constructor(
    readonly store: DraftStore,
    readonly known: Known,
    /** What the store holds of it. */
    work: Work,
    /** Resolves to whether this tab may write; nothing is written before. */
    readonly mayWrite: Promise<boolean>,
    /** Called when `saved` is no longer what it was. */
    readonly changed: () => void,
  ) {
    this.name = known.name;
    this.#counter = known.counter;
    this.#savedAt = known.savedAt;
    this.#work = this.#written = work;
    this.#isResumed = known.counter > 0;
    this.saved = known.counter === 0 ? { is: "empty" } : { is: "saved", at: known.savedAt };
    void mayWrite.then((may) => (may ? undefined : this.yield()));
  }

  get work(): Work {
    return this.#work;
  }

  /** Whether there is something of the applicant's that only this page has. */
  get isLosable(): boolean {
    return this.#work.table !== this.#written.table;
  }

  get #isDirty(): boolean {
    return this.#work !== this.#written;
  }

  /** Whether a table is in the store as it is, or was there before anybody worked on it. */
  holds(table: Table): boolean {
    return this.#written.table === table && (this.saved.is === "saved" || this.#isUntouched(table));
  }

  /** Takes the newest work; it is in the store within a second. */
  keep(work: Work): void {
    if (this.#isUntouched(work.table)) this.#work = this.#written = work;
    else this.#take(work);
  }

  /** Writes the draft as it is, to make it this tab's and the last one that was worked on. */
  async claim(): Promise<void> {
    this.#take({ ...this.#work });
    await this.flush();
  }

  /** Counts a field that was left: from time to time the draft's state is kept for going back to. */
  step(): void {
    if (this.#isUntouched(this.#work.table)) return;
    this.#steps += 1;
    if (isDue(this.#steps, this.#snapshotAt, Date.now())) this.#snapshot(this.#work.table);
  }

  /** Writes at once what is not written yet. */
  async flush(): Promise<void> {
    if (this.#isDirty && !this.#isWriting) await this.#write();
  }

  /** Another tab has taken the draft. */
  yield(): void {
    this.#tell({ is: "elsewhere" });
  }

  /** The store cannot even be read. */
  refuse(why: Refusal): void {
    this.#tell({ is: "refused", why });
  }

  #isUntouched(table: Table): boolean {
    return this.#counter === 0 && !this.#isDirty && table === this.#written.table;
  }

  #take(work: Work): void {
    const before = this.#work.table;
    const isWorth = this.#isResumed || (!this.#isUntouched(before) && isSweeping(before, work.table));
    if (before !== work.table && isWorth) this.#snapshot(before);
    this.#work = work;
    if (this.saved.is === "empty") this.#tell({ is: "unsaved" });
    this.#watch();
    this.#writeIn(0);
  }

  #snapshot(table: Table): void {
    this.#isResumed = false;
    this.#steps = 0;
    this.#snapshotAt = Date.now();
    this.#snapshots = [...this.#snapshots, { draft: this.known.id, savedAt: this.#snapshotAt, table }];
  }

  /** Writes what there is to write after a time, unless a write is under way or waiting. */
  #writeIn(time: number): void {
    if (this.#isWriting || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.flush();
    }, time);
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    const saved = await this.#put();
    this.#isWriting = false;
    clearTimeout(this.#overdue);
    this.#overdue = undefined;
    // Another tab may have taken the draft while this was under way.
    if (this.saved.is === "elsewhere") return;
    this.#tell(saved);
    if (saved.is === "elsewhere") return;
    if (this.#isDirty) this.#watch();
    this.#writeIn(saved.is === "refused" ? RETRY : REST);
  }

  async #put(): Promise<Saved> {
    if (!(await this.mayWrite) || this.saved.is === "elsewhere") return { is: "elsewhere" };
    const work = this.#work;
    const snapshots = this.#snapshots;
    const savedAt = work.table === this.#written.table && this.#counter > 0 ? this.#savedAt : Date.now();
    try {
      const counter = await this.store.put(this.#draft(work, savedAt), this.#counter, snapshots);
      if (counter === undefined) return { is: "elsewhere" };
      this.#counter = counter;
      this.#savedAt = savedAt;
      this.#written = work;
      this.#snapshots = this.#snapshots.filter((snapshot) => !snapshots.includes(snapshot));
      return { is: "saved", at: savedAt };
    } catch (error) {
      return { is: "refused", why: error instanceof Refused ? error.why : "refused" };
    }
  }

  #draft({ table, exposure, judged }: Work, savedAt: number): Omit<Draft, "counter"> {
    const { name } = this;
    return {
      format: FORMAT,
      id: this.known.id,
      savedAt,
      table,
      exposure: { all: exposure.all, fields: Array.from(exposure.fields) },
      ...(name === undefined ? {} : { name }),
      ...(judged === undefined ? {} : { judged }),
    };
  }

  /** Says so when a change is still not written after a while. */
  #watch(): void {
    this.#overdue =
      this.#overdue ??
      setTimeout(() => {
        this.#overdue = undefined;
        if (this.#isDirty && this.saved.is === "saved") this.#tell({ is: "unsaved" });
      }, SOON);
  }

  #tell(saved: Saved): void {
    this.saved = saved;
    this.changed();
  }
}
