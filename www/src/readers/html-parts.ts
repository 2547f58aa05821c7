// HTML as Word, WPS, Excel and browsers write it, to lines and tables whose merges are known. The document is parsed without
// a page around it: its scripts do not run, its pictures are not fetched, and nothing of it gets into the form but text.

import { bareHtml, styleOf } from "./bare-html";
import { collapsed, collectElement, isUnseen, textOf, tidy } from "./html-text";
import { hiddenColumns, withoutColumns } from "./hidden-columns";
import type { LaidCell, Part, Rows } from "./parts";

const MOST_CHARACTERS = 4 << 20;
const MOST_CELLS = 20_000;
const MOST_COLUMNS = 100;
/** Tables that only serve the layout hold another one; deeper than this nobody nests them. */
const MOST_LAYOUTS = 8;

class TooLarge extends Error {}

/** The lines and tables of a page; nothing where it is larger than any target table. */
export function partsOfHtml(source: string): readonly Part[] | undefined {
  if (source.length > MOST_CHARACTERS) return undefined;
  const page = new DOMParser().parseFromString(bareHtml(withTable(source)), "text/html");
  try {
    const parts = new Collector();
    parts.read(page.body, 0);
    return parts.finished();
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

/** Some programs put only the rows on the clipboard, which mean nothing without a table around them. */
function withTable(source: string): string {
  return /<tr[\s>]/i.test(source) && !/<table[\s>]/i.test(source) ? `<table>${source}</table>` : source;
}

class Collector {
  readonly #parts: Part[] = [];
  #pieces: string[] = [];
  #cells = 0;

  read(parent: Node, layouts: number): void {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) this.#pieces.push(collapsed(node.nodeValue ?? ""));
      else if (node.nodeType === Node.ELEMENT_NODE) this.#element(node as Element, layouts);
    }
  }

  finished(): readonly Part[] {
    this.#endLines();
    return this.#parts;
  }

  #element(element: Element, layouts: number): void {
    if (isUnseen(element)) return;
    if (element.tagName === "TABLE") {
      this.#table(element as HTMLTableElement, layouts);
    } else if (element.querySelector("table") !== null) {
      this.#pieces.push("\n");
      this.read(element, layouts);
      this.#pieces.push("\n");
    } else {
      collectElement(element, this.#pieces);
    }
  }

  #table(table: HTMLTableElement, layouts: number): void {
    this.#endLines();
    if (layouts < MOST_LAYOUTS && isLayout(table)) {
      for (const row of Array.from(table.rows)) {
        for (const cell of Array.from(row.cells)) this.read(cell, layouts + 1);
      }
      this.#endLines();
      return;
    }
    if (table.caption !== null) collectElement(table.caption, this.#pieces);
    this.#endLines();
    this.#parts.push({ rows: this.#rows(table) });
  }

  #endLines(): void {
    const lines = tidy(this.#pieces.join("")).split("\n");
    this.#parts.push(...lines.filter((line) => line !== "").map((line) => ({ line })));
    this.#pieces = [];
  }

  #rows(table: HTMLTableElement): Rows {
    const rows: (readonly LaidCell[])[] = [];
    let above: readonly Standing[] = [];
    const all = Array.from(table.rows);
    const hidden = hiddenColumns(table, MOST_COLUMNS);
    all.forEach((row, index) => {
      const standing = this.#row(row, above, all.length - index, hidden);
      above = standing.filter(({ rowsLeft }) => rowsLeft > 1).map((one) => ({ ...one, rowsLeft: one.rowsLeft - 1 }));
      const cells = standing.map(({ cell }) => cell);
      const isSeen = !isUnseen(row) && !isOnlyMeasure(row, cells);
      if (isSeen) rows.push(cells);
      // A merged cell begins in the first of its rows that is seen.
      above = above.map(({ cell, rowsLeft }) => ({ cell: { ...cell, goesOn: isSeen || cell.goesOn }, rowsLeft }));
    });
    return withoutColumns(rows, hidden);
  }

  /** The cells of a row among those that stand in it from above, from left to right. */
  #row(
    row: HTMLTableRowElement,
    above: readonly Standing[],
    rowsLeft: number,
    hidden: ReadonlySet<number>,
  ): readonly Standing[] {
    const standing = [...above];
    const covers = (column: number): Standing | undefined =>
      above.find(({ cell }) => cell.column <= column && column < cell.column + cell.width);
    let column = 0;
    for (const cell of Array.from(row.cells)) {
      // Where the columns of a table do not meet, Word closes each row with a cell without width.
      if (cell.getAttribute("width") === "0" && textOf(cell) === "") continue;
      for (let other = covers(column); other !== undefined; other = covers(column)) {
        column = other.cell.column + other.cell.width;
      }
      // A cell that is not seen has no place, as in a browser: mostly it is covered by a merged one. In a hidden column it has.
      if (isUnseen(cell) && !hidden.has(column)) continue;
      const next = above.find((other) => other.cell.column > column)?.cell.column ?? MOST_COLUMNS;
      const width = Math.min(span(cell, "colspan"), next - column);
      if (width <= 0) throw new TooLarge();
      const rows = Math.min(span(cell, "rowspan") || rowsLeft, rowsLeft);
      // Excel lets a long text run over the empty cells beside it, which are no merge.
      const runsOver = /mso-ignore\s*:\s*[^;]*colspan/i.test(styleOf(cell));
      const laid = { text: textOf(cell), column, width: runsOver ? 1 : width, goesOn: false };
      standing.push({ cell: laid, rowsLeft: rows });
      for (let beside = column + laid.width; beside < column + width; beside += 1) {
        standing.push({ cell: { text: "", column: beside, width: 1, goesOn: false }, rowsLeft: rows });
      }
      column += width;
    }
    this.#cells += standing.length + 1;
    if (this.#cells > MOST_CELLS) throw new TooLarge();
    return standing.sort((one, other) => one.cell.column - other.cell.column);
  }
}

/** A cell in a row, and in how many rows it stands from there on. */
interface Standing {
  readonly cell: LaidCell;
  readonly rowsLeft: number;
}

/** A span as written; 0 for rows means all that are left. */
function span(cell: HTMLTableCellElement, name: "colspan" | "rowspan"): number {
  const written = Number.parseInt(cell.getAttribute(name) ?? "1", 10);
  if (Number.isNaN(written) || written < 0) return 1;
  return name === "colspan" ? Math.max(written, 1) : written;
}

/** Word and Excel close a table with a row without height that only holds the widths of its columns. */
function isOnlyMeasure(row: HTMLTableRowElement, cells: readonly LaidCell[]): boolean {
  return row.getAttribute("height") === "0" && cells.every(({ text }) => text === "");
}

/** A table around another one that has nothing else in it. */
function isLayout(table: HTMLTableElement): boolean {
  if (table.querySelector("table") === null) return false;
  let filled = 0;
  for (const row of Array.from(table.rows)) {
    for (const cell of Array.from(row.cells)) {
      if ((cell.textContent ?? "").trim() !== "") filled += 1;
      if (filled > 1) return false;
    }
  }
  return true;
}
