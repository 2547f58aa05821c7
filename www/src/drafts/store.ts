// Where drafts are kept, as the rest of the page knows it, and why they cannot be kept.

import type { Draft, Snapshot } from "./draft";

export interface DraftStore {
  /** Every draft as it is stored, in no order, the unreadable ones too. */
  all(): Promise<readonly unknown[]>;
  /** The draft that was written last. */
  last(): Promise<unknown>;
  get(id: string): Promise<unknown>;
  /**
   * Writes a draft over the state of it that this page knows, with snapshots of earlier states, and returns its new
   * counter. Where another page has written it since, nothing is written and the answer is `undefined`. A draft that
   * is there keeps the name that it has there.
   */
  put(draft: Omit<Draft, "counter">, known: number, snapshots: readonly Snapshot[]): Promise<number | undefined>;
  /** Gives a draft another name; whoever works on it is not disturbed. */
  rename(id: string, name: string): Promise<void>;
  /** The snapshots of a draft as they are stored, the oldest first. */
  snapshots(id: string): Promise<readonly unknown[]>;
  /** Takes a draft and its snapshots away. */
  remove(id: string): Promise<void>;
  /** Puts back, as they were, a draft and its snapshots that were taken away. */
  restore(raw: unknown, snapshots: readonly unknown[]): Promise<void>;
}

/** Why a draft could not be kept: the disk is full, the browser refuses, or it knows no store. */
export type Refusal = "full" | "refused" | "missing";

export class Refused extends Error {
  constructor(readonly why: Refusal) {
    super(why);
  }
}

/** How many earlier states of a draft there are to go back to. */
export const MOST_SNAPSHOTS = 20;
