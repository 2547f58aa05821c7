// Cells as plain text: a line a row, tabs between the cells, quotation marks around a cell with line breaks, as Excel and WPS
// write it on the clipboard.

import type { Rows } from "../readers/parts";
import { withoutLayout } from "../readers/html-text";

const MOST_CELLS = 20_000;

/** The rows of a text; nothing where there are more cells than in any target table. */
export function rowsOfText(text: string): Rows | undefined {
  const rows: string[][] = [[]];
  let count = 0;
  const cell = /("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)(\t|\n|$)/y;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  while (cell.lastIndex <= source.length) {
    const [, written = "", end = ""] = cell.exec(source) ?? [];
    count += 1;
    if (count > MOST_CELLS) return undefined;
    rows[rows.length - 1]?.push(withoutLayout(unquoted(written)).trim());
    if (end === "") break;
    if (end === "\n") rows.push([]);
  }
  return rows.map((row) => row.map((text, column) => ({ text, column, width: 1, goesOn: false })));
}

function unquoted(written: string): string {
  const isQuoted =
    written.length > 1 && written.startsWith('"') && written.endsWith('"') && /[\t\n"]/.test(written.slice(1, -1));
  return isQuoted ? written.slice(1, -1).replace(/""/g, '"') : written;
}

/** Cells as such a text. */
export function textOfRows(rows: readonly (readonly string[])[]): string {
  const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}
