// What the engine understood of the cells: “理解为 ≥ 85%”.

import { read } from "./engine";
import { type Pointer, pointer, steps } from "./pointer";
import { textAt } from "./state";
import type { Reading, Table } from "./types";

export type Readings = ReadonlyMap<Pointer, Reading>;

/** The cells that hold a target. */
export function targetCells(table: Table): Pointer[] {
  return table.indicators.flatMap((_, index) =>
    table.periods.map(({ id }) => pointer("indicators", index, "targets", id)),
  );
}

/** Reads some cells anew; the readings of the others stay. */
export async function readCells(table: Table, cells: readonly Pointer[], before: Readings): Promise<Readings> {
  const filled = cells.filter((at) => textAt(table, at).trim() !== "");
  const answers = await read(
    filled.map((at) => {
      const indicator = table.indicators[Number(steps(at)[1])];
      return { text: textAt(table, at), name: indicator?.name ?? "", unit: indicator?.unit ?? "" };
    }),
  );
  const after = new Map(before);
  cells.forEach((at) => after.delete(at));
  filled.forEach((at, index) => {
    const reading = answers[index];
    if (reading !== undefined) after.set(at, reading);
  });
  return after;
}
