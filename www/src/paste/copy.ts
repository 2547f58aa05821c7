// A table as Word, WPS and Excel take it from the clipboard: the official form with its merged cells.

import { type Layout, type Row, brackets, dimensionName, layOut } from "../table-layout";
import type { Indicator, Table } from "../types";
import type { Words } from "../words";
import { textOfRows } from "./sheet-text";

export interface Copied {
  readonly html: string;
  readonly text: string;
}

export function copied(table: Table, words: Words): Copied {
  const layout = layOut(table.indicators);
  return { html: htmlOf(table, layout, words), text: textOf(table, layout, words) };
}

function htmlOf(table: Table, layout: Layout, words: Words): string {
  const nameColumns = layout.hasGroups ? 2 : 1;
  const rest = nameColumns + table.periods.length;
  const head = headOf(table, words).map(([label, text]) =>
    tr(cell(label, { columns: 2 }), cell(text, { columns: rest })),
  );
  const headings = tr(
    cell(words.levels, { columns: 2 }),
    cell(words.content, { columns: nameColumns }),
    ...table.periods.map(({ label }) => cell(label)),
  );
  const rows = layout.sections.flatMap((section) =>
    section.rows.map((row) => rowOf(table, layout, row, row.index === section.start ? section.rows.length : 0, words)),
  );
  const title = paragraph(`${table.project.name}${words.tableSuffix}`);
  const style = "border-collapse:collapse;border:1px solid black";
  return `<meta charset="utf-8">${title}<table border="1" cellspacing="0" cellpadding="4" style="${style}">${[...head, headings, ...rows].join("")}</table>`;
}

function rowOf(table: Table, layout: Layout, row: Row, categoryRows: number, words: Words): string {
  const indicator = table.indicators[row.index];
  if (indicator === undefined) return "";
  const isWide = layout.hasGroups && (indicator.group ?? "") === "";
  return tr(
    categoryRows > 0 ? cell(words.categories[indicator.category], { rows: categoryRows }) : "",
    row.dimensionRows > 0 ? cell(dimensionName(indicator, words), { rows: row.dimensionRows }) : "",
    row.groupRows > 0 ? cell(indicator.group ?? "", { rows: row.groupRows }) : "",
    cell(indicator.name + brackets(indicator), { columns: isWide ? 2 : 1 }),
    ...table.periods.map(({ id }) => cell(indicator.targets[id] ?? "")),
  );
}

/** The head of the form; the goals stand latest first. */
function headOf(table: Table, words: Words): readonly (readonly [string, string])[] {
  const { applicant, support, periods } = table;
  return [
    [words.applicant, applicant.name],
    [words.support, support.amount === undefined ? "" : `${support.amount}${support.unit}`],
    ...[...periods].reverse().map(({ label, goal }) => [label, goal] as const),
  ];
}

function tr(...cells: readonly string[]): string {
  return `<tr>${cells.join("")}</tr>`;
}

function cell(text: string, { rows = 1, columns = 1 }: { rows?: number; columns?: number } = {}): string {
  const spans = (rows > 1 ? ` rowspan="${rows}"` : "") + (columns > 1 ? ` colspan="${columns}"` : "");
  return `<td${spans}>${lines(text)}</td>`;
}

function paragraph(text: string): string {
  return `<p>${lines(text)}</p>`;
}

function lines(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/ {2,}/g, (spaces) => "&nbsp;".repeat(spaces.length))
    .replace(/\n/g, "<br>");
}

/** The same as lines with tabs; what is merged stands in its first cell. */
function textOf(table: Table, layout: Layout, words: Words): string {
  const rows = table.indicators.map((indicator) => {
    const targets = table.periods.map(({ id }) => indicator.targets[id] ?? "");
    return [...levelsOf(indicator, layout, words), indicator.name + brackets(indicator), ...targets];
  });
  const headings = [words.category, words.dimension, ...(layout.hasGroups ? [words.group] : []), words.content];
  return textOfRows([
    [`${table.project.name}${words.tableSuffix}`],
    ...headOf(table, words),
    [...headings, ...table.periods.map(({ label }) => label)],
    ...rows,
  ]);
}

function levelsOf(indicator: Indicator, layout: Layout, words: Words): readonly string[] {
  const levels = [words.categories[indicator.category], dimensionName(indicator, words)];
  return layout.hasGroups ? [...levels, indicator.group ?? ""] : levels;
}
