// What a patch did, in the applicant's terms: undo says it, and leads to the place.

import type { Patch } from "./patch";
import { type Pointer, pointer, steps } from "./pointer";
import { fieldOf } from "./table-layout";
import type { Finding, Indicator, Table } from "./types";

export type Change =
  | { readonly of: "table" }
  | { readonly of: "row" | "period"; readonly how: "added" | "removed" | "moved"; readonly number: number }
  | { readonly of: "field"; readonly at: Pointer }
  | { readonly of: "fields"; readonly at: Pointer; readonly count: number };

/** What a patch did that led to a table or away from it; the table says which cells are one field. */
export function changeOf(table: Table, patch: Patch): Change {
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
    case "row":
      return fieldOf(table, pointer("indicators", Math.min(change.number, table.indicators.length) - 1, "name"));
    case "period":
      return fieldOf(table, pointer("periods", Math.min(change.number, table.periods.length) - 1, "label"));
    default:
      return fieldOf(table, change.at);
  }
}

/**
 * Where a place of one table is in the next: rows that were added, taken out or moved take their places along, so that
 * what is known of them is not said of other rows until the next check. `undefined` where the row is gone.
 */
export function carrier(before: Table, after: Table): (at: Pointer) => Pointer | undefined {
  const places = new Map(after.indicators.map((row, index) => [row, index]));
  const stays = (row: Indicator, index: number): boolean => (places.get(row) ?? index) === index;
  if (before.indicators.length === after.indicators.length && before.indicators.every(stays)) return (at) => at;
  return (at) => {
    const [part, position, ...rest] = steps(at);
    if (part !== "indicators" || position === undefined) return at;
    const row = before.indicators[Number(position)];
    const index = row && places.get(row);
    return index === undefined ? undefined : pointer(part, index, ...rest);
  };
}

/** The findings of a report on one table, at their places in the next. */
export function carryFindings(
  findings: readonly Finding[],
  carry: (at: Pointer) => Pointer | undefined,
): readonly Finding[] {
  return findings.flatMap((finding) => {
    const at = carry(finding.at);
    if (at === undefined) return [];
    return at === finding.at ? [finding] : [{ ...finding, at }];
  });
}
