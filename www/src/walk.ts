// Which field lies beside another, as Ctrl and an arrow go. A merged cell is one step, and belongs to its first row.

import { type Pointer, pointer, steps } from "./pointer";
import { fieldOf, hasGroup } from "./table-layout";
import type { Table } from "./types";

export type Direction = "up" | "down" | "left" | "right";

/** The field beside a field; `undefined` at the edge of the table. */
export function neighbour(table: Table, at: Pointer, direction: Direction): Pointer | undefined {
  const [part, position, ...member] = steps(at);
  if (part !== "indicators") return besideInHead(table, at, direction);
  const row = Number(position);
  const column = pointer(...member);
  return direction === "left" || direction === "right"
    ? besideInRow(table, at, row, column, direction === "left" ? -1 : 1)
    : besideInColumn(table, at, row, column, direction === "up" ? -1 : 1);
}

/** The field in the same column of the row above, where a merged cell counts as one row. */
export function above(table: Table, at: Pointer): Pointer | undefined {
  const field = steps(at)[0] === "indicators" ? neighbour(table, at, "up") : undefined;
  return field !== undefined && steps(field)[0] === "indicators" ? field : undefined;
}

function besideInRow(table: Table, at: Pointer, row: number, column: Pointer, by: -1 | 1): Pointer | undefined {
  const columns = [
    "/category",
    "/dimension",
    ...(hasGroup(table.indicators[row]) ? ["/group"] : []),
    "/name",
    "/unit",
    "/weight",
    "/definition",
    ...table.periods.map(({ id }) => pointer("targets", id)),
  ];
  const other = columns[columns.indexOf(column) + by];
  const field = other && fieldOf(table, `${pointer("indicators", row)}${other}`);
  return field === at ? undefined : field;
}

function besideInColumn(table: Table, at: Pointer, row: number, column: Pointer, by: -1 | 1): Pointer | undefined {
  for (let other = row + by; other >= 0 && other < table.indicators.length; other += by) {
    const field = fieldOf(table, `${pointer("indicators", other)}${column}`);
    if (field !== at) return field;
  }
  if (by > 0) return undefined;
  const last = head(table).pop() ?? [];
  return last[column === "/category" || column === "/dimension" ? 0 : last.length - 1];
}

function besideInHead(table: Table, at: Pointer, direction: Direction): Pointer | undefined {
  const lines = head(table);
  const line = lines.findIndex((fields) => fields.includes(at));
  const own = lines[line];
  if (own === undefined) return undefined;
  const column = own.indexOf(at);
  if (direction === "left") return own[column - 1];
  if (direction === "right") return own[column + 1];
  const other = lines[line + (direction === "up" ? -1 : 1)];
  if (other !== undefined) return other[Math.min(column, other.length - 1)];
  if (direction === "up" || table.indicators.length === 0) return undefined;
  return pointer("indicators", 0, column === 0 ? "category" : "name");
}

/** The fields above the grid, line by line; the goals stand latest first. */
function head({ periods }: Table): Pointer[][] {
  const goals = periods.map((_, index) => ["label", "end", "goal"].map((member) => pointer("periods", index, member)));
  return [
    ["/project/name"],
    ["/project/code"],
    ["/applicant/name", "/applicant/creditCode"],
    ["/support/amount", "/support/unit"],
    ...goals.reverse(),
  ];
}
