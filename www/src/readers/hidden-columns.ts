// Columns that are hidden in Excel or WPS are still on the clipboard; nobody who copies means what cannot be seen.

import { styleOf } from "./bare-html";
import { isUnseen } from "./html-text";
import type { Rows } from "./parts";

/** The columns that a table's own list of columns hides, from 0. */
export function hiddenColumns(table: HTMLTableElement, most: number): ReadonlySet<number> {
  const hidden = new Set<number>();
  let column = 0;
  for (const one of Array.from(table.querySelectorAll("col"))) {
    if (one.closest("table") !== table) continue;
    const end = Math.min(most, column + Math.max(1, Number.parseInt(one.getAttribute("span") ?? "1", 10) || 1));
    const isHidden = isUnseen(one) || one.getAttribute("width") === "0" || /(^|[;\s])width\s*:\s*0/i.test(styleOf(one));
    for (; column < end; column += 1) if (isHidden) hidden.add(column);
  }
  return hidden;
}

/** The same rows without some columns; a cell that covers others beside them is as much narrower. */
export function withoutColumns(rows: Rows, hidden: ReadonlySet<number>): Rows {
  if (hidden.size === 0) return rows;
  const seenBefore = (column: number): number => column - Array.from(hidden).filter((one) => one < column).length;
  return rows.map((row) =>
    row.flatMap((cell) => {
      const column = seenBefore(cell.column);
      const width = seenBefore(cell.column + cell.width) - column;
      return width > 0 ? [{ ...cell, column, width }] : [];
    }),
  );
}
