// What belongs to the fields of a row, so that a long table draws only the rows for which something is new.

import type { Pointer } from "./pointer";

/** For each row the fields that have something, each followed by what it has. */
export type ByRow<T> = ReadonlyMap<number, readonly (Pointer | T)[]>;

/** The fields of each row; a row with the same as before keeps its list, so that `===` tells. */
export function byRow<T>(fields: ReadonlyMap<Pointer, T>, before: ByRow<T>): ByRow<T> {
  const rows = new Map<number, (Pointer | T)[]>();
  fields.forEach((value, at) => {
    if (!at.startsWith(ROWS)) return;
    const row = parseInt(at.slice(ROWS.length), 10);
    const others = rows.get(row);
    if (others === undefined) rows.set(row, [at, value]);
    else others.push(at, value);
  });
  const after = new Map<number, readonly (Pointer | T)[]>();
  rows.forEach((list, row) => after.set(row, unlessNew(list, before.get(row))));
  return after;
}

const ROWS = "/indicators/";

function unlessNew<T>(list: readonly T[], before: readonly T[] | undefined): readonly T[] {
  const isSame = before !== undefined && before.length === list.length && before.every((one, at) => one === list[at]);
  return isSame ? before : list;
}
