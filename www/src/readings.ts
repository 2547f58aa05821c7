// What the engine understood of the cells: “理解为 ≥ 85%”.

import { type Cell, read } from "./engine";
import { type Pointer, pointer, steps } from "./pointer";
import type { Reading, Table } from "./types";

export type Readings = ReadonlyMap<Pointer, Reading>;

/** The cells that hold a target. */
export function targetCells(table: Table): Pointer[] {
  return table.indicators.flatMap((_, index) =>
    table.periods.map(({ id }) => pointer("indicators", index, "targets", id)),
  );
}

/**
 * What the engine made of a cell. It makes the same of the same words wherever they stand, so a row that moves need not
 * be read again.
 */
const known = new Map<string, Reading>();
/** Many times what the largest table has. */
const MOST_KNOWN = 50_000;

/** Asks the engine about those of the cells that it has not read before. */
export async function learn(table: Table, cells: readonly Pointer[]): Promise<void> {
  const asked = new Map<string, Cell>();
  for (const at of cells) {
    const cell = cellAt(table, at);
    if (cell.text.trim() !== "" && !known.has(wordsOf(cell))) asked.set(wordsOf(cell), cell);
  }
  if (asked.size === 0) return;
  const answers = await read(Array.from(asked.values()));
  if (known.size > MOST_KNOWN) known.clear();
  Array.from(asked.keys()).forEach((words, index) => {
    const reading = answers[index];
    if (reading !== undefined) known.set(words, reading);
  });
}

/** The readings with those of some cells as far as they are known; the others stay. */
export function withReadings(table: Table, cells: readonly Pointer[], before: Readings): Readings {
  const news = cells.flatMap((at): [Pointer, Reading | undefined][] => {
    const cell = cellAt(table, at);
    const reading = cell.text.trim() === "" ? undefined : (known.get(wordsOf(cell)) ?? before.get(at));
    return reading === before.get(at) ? [] : [[at, reading]];
  });
  if (news.length === 0) return before;
  const after = new Map(before);
  for (const [at, reading] of news) {
    if (reading === undefined) after.delete(at);
    else after.set(at, reading);
  }
  return after;
}

function cellAt(table: Table, at: Pointer): Cell {
  const [, position, , period = ""] = steps(at);
  const { name = "", unit = "", targets = {} } = table.indicators[Number(position)] ?? {};
  return { text: targets[period] ?? "", name, unit };
}

function wordsOf({ text, name, unit }: Cell): string {
  return [text, name, unit].join("\u0000");
}
