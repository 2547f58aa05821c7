// What a document with tables is made of, in the words of the engine's importer.

/** A cell as it is seen in one row: a cell merged downwards is in each of its rows, every time with its text. */
export interface LaidCell {
  readonly text: string;
  /** The first column that it covers, from 0. */
  readonly column: number;
  readonly width: number;
  /** Whether it began in a row further up. */
  readonly goesOn: boolean;
}

export type Rows = readonly (readonly LaidCell[])[];

export type Part = { readonly line: string } | { readonly rows: Rows };

export function rowsOf(part: Part): Rows {
  return "rows" in part ? part.rows : [];
}

export function widthOf(rows: Rows): number {
  return rows.reduce((most, row) => row.reduce((end, cell) => Math.max(end, cell.column + cell.width), most), 0);
}
