// What a patch did, in the applicant's terms: undo says it, and leads to the place.

import type { Patch } from "./patch";
import { type Pointer, pointer, steps } from "./pointer";
import { fieldOf } from "./table-layout";
import type { Table } from "./types";

export type Change =
  | { readonly of: "table" | "answers" }
  | { readonly of: "row" | "period"; readonly how: "added" | "removed" | "moved"; readonly number: number }
  | { readonly of: "field"; readonly at: Pointer }
  | { readonly of: "fields"; readonly at: Pointer; readonly count: number };

/** What a patch did that led to a table or away from it; the table says which cells are one field. */
export function changeOf(table: Table, patch: Patch): Change {
  if (patch.every(({ path }) => steps(path)[0] === "answers")) return { of: "answers" };
  if (patch.some(({ path }) => steps(path).length < 2)) return { of: "table" };
  return partOf(patch, "indicators", "row") ?? partOf(patch, "periods", "period") ?? fieldsOf(table, patch);
}

function partOf(patch: Patch, list: string, of: "row" | "period"): Change | undefined {
  const whole = patch.filter(({ path }) => steps(path).length === 2 && steps(path)[0] === list);
  const [first] = whole;
  if (first === undefined) return undefined;
  const added = whole.filter(({ op }) => op === "add").length;
  const number = Number(steps(first.path)[1]) + 1;
  if (added === whole.length) return whole.length === 1 ? { of, how: "added", number } : several(patch);
  if (added === 0) return whole.length === 1 ? { of, how: "removed", number } : several(patch);
  return whole.length === 2 ? { of, how: "moved", number } : several(patch);
}

function several(patch: Patch): Change {
  return { of: "fields", at: patch[0]?.path ?? "", count: patch.length };
}

function fieldsOf(table: Table, patch: Patch): Change {
  const fields = new Set(patch.map(({ path }) => fieldOf(table, path) ?? path));
  const [at = ""] = Array.from(fields);
  return fields.size === 1 ? { of: "field", at } : { of: "fields", at, count: fields.size };
}

/** The field that shows a change, as far as the table still has it. */
export function placeOf(table: Table, change: Change): Pointer | undefined {
  switch (change.of) {
    case "table":
      return "/project/name";
    case "answers":
      return undefined;
    case "row":
      return fieldOf(table, pointer("indicators", Math.min(change.number, table.indicators.length) - 1, "name"));
    case "period":
      return fieldOf(table, pointer("periods", Math.min(change.number, table.periods.length) - 1, "label"));
    default:
      return fieldOf(table, change.at);
  }
}

export type Carry = (at: Pointer) => Pointer | undefined;

/**
 * Where a place of one table is in the next: rows that were added, taken out or moved take their places along, so that
 * what is known of them is not said of other rows until the next check. `undefined` where the row is gone.
 */
export function carrier(before: Table, after: Table): Carry {
  const row = placesOf(before.indicators, after.indicators);
  const period = placesOf(before.periods, after.periods);
  return (at) => {
    const [part, position, ...rest] = steps(at);
    const place = part === "indicators" ? row : part === "periods" ? period : undefined;
    if (part === undefined || position === undefined || place === undefined) return at;
    const index = place(Number(position));
    return index === undefined ? undefined : pointer(part, index, ...rest);
  };
}

/** Where the items of a list are in the next; `undefined` where none has moved. */
function placesOf<T>(before: readonly T[], after: readonly T[]): ((index: number) => number | undefined) | undefined {
  const places = new Map(after.map((item, index) => [item, index]));
  const stays = (item: T, index: number): boolean => (places.get(item) ?? index) === index;
  if (before.length === after.length && before.every(stays)) return undefined;
  return (index) => {
    const item = before[index];
    return item && places.get(item);
  };
}
