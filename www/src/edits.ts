// What an edit of a field does to the table: a merged cell is one field on the page and several rows in the document.

import type { Operation, Patch } from "./patch";
import { type Pointer, pointer, steps } from "./pointer";
import { amount, shaped } from "./shapes";
import { textAt, write } from "./state";
import { type Level, runEnd, runStart } from "./table-layout";
import type { Table } from "./types";

export function edit(table: Table, at: Pointer, text: string): Patch {
  const [part, position, member] = steps(at);
  if (part !== "indicators" || !isLevel(member)) return write(table, at, text);
  const index = Number(position);
  const start = runStart(table.indicators, index, member);
  const end = runEnd(table.indicators, index, member);
  return table.indicators.slice(start, end).flatMap((_, offset) => rewrite(table, start + offset, member, text));
}

/** The patch that brings the text of a field, which is finished now, into the shape that the format wants. */
export function tidied(table: Table, at: Pointer): Patch {
  const text = textAt(table, at);
  const { wanted, unit } = at === AMOUNT ? amount(text) : { wanted: shaped(at, text) };
  if (wanted === text) return [];
  return [...write(table, at, wanted), ...(unit === undefined ? [] : write(table, "/support/unit", unit))];
}

const AMOUNT = "/support/amount";

function rewrite(table: Table, row: number, level: Level, text: string): Patch {
  const changes = write(table, pointer("indicators", row, level), text);
  const hasOwnLabel = level === "dimension" && table.indicators[row]?.dimensionLabel !== undefined;
  const relabel: readonly Operation[] =
    hasOwnLabel && changes.length > 0 ? [{ op: "remove", path: pointer("indicators", row, "dimensionLabel") }] : [];
  return [...changes, ...relabel];
}

function isLevel(member: string | undefined): member is Level {
  return member === "category" || member === "dimension" || member === "group";
}
