// From the rows of the sheet and the lines that each of their texts takes to pages that can be drawn.

import { type Measures, type Page, type Part, type Row, paginate } from "./pages";
import type { PaperRow } from "./rows";
import type { DrawnCell, DrawnPage, DrawnRow } from "./sheet";

/** The text of a cell as it was laid out: the places where its lines begin are worked out only where it is cut. */
export interface LaidText {
  readonly lines: number;
  readonly starts: () => readonly number[];
}

/** The texts of each row: those of its merged cells, then the others. */
export type Laid = readonly (readonly LaidText[])[];

/** The height of a line of text in pixels; the stylesheet of the paper says the same. */
export const LINE = 20;

/** GB/T 9704: 225 mm between the margins, which are 850 pixels; two are left for the outer rules. */
const PAGE = 848;
const FRAME = 11;
const CLOSE_FRAME = 7;

/** A text with more lines is not repeated on every page: it stands once, like that of any other cell. */
const MOST_REPEATED = 12;

/** The whole sheet as one page with rows as high as they like, which is what is measured. */
export function unbroken(rows: readonly PaperRow[]): DrawnPage {
  const drawn = rows.map((row, index): DrawnRow => {
    const levels = row.levels.map(({ text, start }) => merged(start === index ? text : ""));
    return { kind: row.kind, height: undefined, cells: [...levels, ...row.cells.map((cell) => plain(cell))] };
  });
  return page(drawn);
}

export function broken(
  rows: readonly PaperRow[],
  laid: Laid,
  heights: Pick<Measures, "title" | "closing">,
): readonly DrawnPage[] {
  const headAt = rows.findIndex(({ kind }) => kind === "head");
  const headLines = linesOf(laid[headAt] ?? []);
  // A head without rows below it, or one too high to be repeated, is a row like the others.
  const isRepeated = headAt < rows.length - 1 && headLines <= MOST_REPEATED;
  const places = rows.map((_, index) => index).filter((index) => !isRepeated || index !== headAt);
  const measures = { page: PAGE, line: LINE, frame: FRAME, closeFrame: CLOSE_FRAME, ...heights };
  const head = isRepeated ? FRAME + LINE * headLines : 0;
  const sized = places.map((index) => size(rows, laid, index, isRepeated));
  return paginate(sized, { ...measures, head }).map((parts) => {
    const onPage = parts.map((part) => ({ ...part, row: places[part.row] ?? 0 }));
    const drawn = onPage.map((_, index) => draw(rows, laid, onPage, index));
    const first = drawn.findIndex(({ kind }) => kind === "indicator");
    const headRow = rows[headAt];
    if (!isRepeated || first < 0 || headRow === undefined) return page(drawn);
    const repeated = { kind: headRow.kind, height: head, cells: headRow.cells.map((cell) => plain(cell)) };
    return page([...drawn.slice(0, first), repeated, ...drawn.slice(first)]);
  });
}

function page(rows: readonly DrawnRow[]): DrawnPage {
  return {
    basics: rows.filter(({ kind }) => kind === "basics"),
    grid: rows.filter(({ kind }) => kind !== "basics"),
  };
}

function linesOf(texts: readonly LaidText[]): number {
  return Math.max(1, ...texts.map(({ lines }) => lines));
}

function size(rows: readonly PaperRow[], laid: Laid, index: number, isRepeated: boolean): Row {
  const levels = rows[index]?.levels ?? [];
  const own = laid[index] ?? [];
  const labels = levels.map(({ start }, level) => laid[start]?.[level]?.lines ?? 0);
  return {
    lines: linesOf(own.filter((text, cell) => cell >= levels.length || text.lines > MOST_REPEATED)),
    runs: levels.map(({ start }, level) => {
      const lines = labels[level] ?? 0;
      return { name: start, lines: lines > MOST_REPEATED ? 0 : lines };
    }),
    isUnderHead: isRepeated && rows[index]?.kind === "indicator",
  };
}

function draw(rows: readonly PaperRow[], laid: Laid, parts: Page, at: number): DrawnRow {
  const part = parts[at] as Part;
  const row = rows[part.row] as PaperRow;
  const texts = laid[part.row] ?? [];
  const startAt = (index: number, level: number) => rows[parts[index]?.row ?? -1]?.levels[level]?.start;
  const levels = row.levels.map(({ text, start }, level) => {
    const joinsAbove = startAt(at - 1, level) === start;
    const joinsBelow = startAt(at + 1, level) === start;
    const isLong = (laid[start]?.[level]?.lines ?? 0) > MOST_REPEATED;
    if (isLong) {
      const shown = part.row === start ? piece(text, texts[level], part) : "";
      return { ...merged(shown), joinsAbove, joinsBelow };
    }
    if (joinsAbove) return { ...merged(""), joinsAbove, joinsBelow };
    const span = parts
      .filter((_, index) => startAt(index, level) === start)
      .reduce((sum, { height }) => sum + height, 0);
    return { ...merged(text), joinsBelow, span };
  });
  const cells = row.cells.map((cell, index) => {
    const laidText = texts[row.levels.length + index];
    const isRepeated = cell.isHeading && laidText !== undefined && laidText.lines <= part.to - part.from;
    return {
      ...plain(cell),
      text: isRepeated ? cell.text : piece(cell.text, laidText, part),
      isCentred: row.kind === "indicator" && index > 0 && laidText?.lines === 1,
    };
  });
  return { kind: row.kind, height: part.height, cells: [...levels, ...cells] };
}

/** The lines of a text that stand in a part of its row. */
function piece(text: string, laid: LaidText | undefined, { from, to }: Part): string {
  if (laid === undefined || (from === 0 && to >= laid.lines)) return text;
  if (from >= laid.lines) return "";
  const starts = laid.starts();
  const begin = starts[from] ?? text.length;
  return text.slice(begin, to >= laid.lines ? text.length : (starts[to] ?? text.length));
}

function merged(text: string): DrawnCell {
  return plain({ text, columns: 1, isHeading: true });
}

function plain({ text, columns, isHeading }: PaperRow["cells"][number]): DrawnCell {
  return { text, columns, isHeading, isCentred: false, joinsAbove: false, joinsBelow: false, span: 0 };
}
