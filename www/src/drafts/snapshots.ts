// When an earlier state of a draft is worth going back to.

import type { Table } from "../types";

/** A snapshot for every so many fields that were filled in, and for every so much time at work. */
const STEPS = 25;
const MINUTES = 3;

/** Whether a snapshot is due so many steps after the last one, which was taken at `at`. */
export function isDue(steps: number, at: number, now: number): boolean {
  // A clock that was set back shows a long time too.
  return steps >= STEPS || Math.abs(now - at) >= MINUTES * 60_000;
}

/**
 * Whether a change took away so much at once (a table pasted over another, rows replaced by an import) that the state
 * before is worth keeping. What a patch leaves alone is the same object after it.
 */
export function isSweeping(before: Table, after: Table): boolean {
  const changed = [...notIn(before.indicators, after.indicators), ...notIn(before.periods, after.periods)];
  return changed.length > 2;
}

/** The parts of a list that another one has not; most stay in their places. */
function notIn<T>(list: readonly T[], other: readonly T[]): readonly T[] {
  const moved = list.filter((part, index) => part !== other[index]);
  if (moved.length === 0) return moved;
  const kept = new Set(other);
  return moved.filter((part) => !kept.has(part));
}
