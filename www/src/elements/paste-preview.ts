// What a paste would change, cell by cell.

import { type TemplateResult, html, nothing } from "lit";

import { type Change, type Plan, printed } from "../paste/fill";
import type { FieldChange } from "../paste/head";
import { pointer } from "../pointer";
import { nameOf, oneLine } from "../table-layout";
import type { Category, Dimension, Indicator, Table } from "../types";
import type { Words } from "../words";

/** More cells than anybody looks at; the others are counted. */
const MOST_SHOWN = 200;

/** What a row will say, cell by cell. */
interface RowOfChanges {
  readonly row: number;
  readonly isNew: boolean;
  readonly cells: readonly Change[];
}

/** The changes of a plan that is based on a table. */
export function changesOf(plan: Plan, table: Table, words: Words): TemplateResult {
  const { changes, added } = plan;
  if (changes.length + added.length === 0) return html`<p>${words.paste.nothingChanges}</p>`;
  const after = { ...table, indicators: [...plan.indicators] };
  const rows = rowsOf(plan, after);
  const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
  let room = MOST_SHOWN;
  const shown = rows.filter((row) => {
    const fits = room > 0;
    room -= row.cells.length;
    return fits;
  });
  const left = cells - shown.reduce((sum, row) => sum + row.cells.length, 0);
  return html`
    ${listing(
      words.paste.changes(changes.length, added.length),
      shown.map((row) => changedRow(row, after, words)),
      words,
    )}
    ${left > 0 ? html`<p>${words.paste.more(left)}</p>` : nothing}
  `;
}

/** The changes of fields in the head of a table. */
export function headChangesOf(changes: readonly FieldChange[], table: Table, words: Words): TemplateResult {
  if (changes.length === 0) return html`<p>${words.paste.nothingChanges}</p>`;
  const rows = changes.map(({ at, before, after }) => oldAndNew(nameOf(table, at, words), before, after, words));
  return listing(
    words.paste.changes(changes.length, 0),
    html`<tbody>
      ${rows}
    </tbody>`,
    words,
  );
}

/** What changes, with its old and its new text beside its place. */
function listing(title: string, rows: TemplateResult | TemplateResult[], words: Words): TemplateResult {
  return html`
    <p class="listing-title">${title}</p>
    <div class="listing-scroll" role="region" aria-label=${words.paste.pasteHeading} tabindex="0">
      <table class="listing">
        <thead>
          <tr>
            <th scope="col">${words.paste.place}</th>
            <th scope="col">${words.paste.before}</th>
            <th scope="col">${words.paste.after}</th>
          </tr>
        </thead>
        ${rows}
      </table>
    </div>
  `;
}

function oldAndNew(place: string, before: string, after: string, words: Words): TemplateResult {
  return html`<tr>
    <th scope="row">${place}</th>
    <td class="old">${before || words.paste.blank}</td>
    <td class="new">${after || words.paste.blank}</td>
  </tr>`;
}

function changedRow({ row, isNew, cells }: RowOfChanges, after: Table, words: Words): TemplateResult {
  const name = nameOf(after, pointer("indicators", row, "name"), words)
    .split(words.pathSeparator)
    .slice(0, -1);
  return html`<tbody>
    <tr>
      <th scope="rowgroup" colspan="3">
        <strong>${isNew ? words.paste.newRow(row + 1) : words.paste.rowNumber(row + 1)}</strong>
        ${name.join(words.pathSeparator)}
      </th>
    </tr>
    ${cells.map(({ column, before, after: text }) =>
      oldAndNew(columnName(column, after, words), valueOf(column, before, words), valueOf(column, text, words), words),
    )}
  </tbody>`;
}

/** The rows that change and those that are new, in their order. */
function rowsOf({ changes, added }: Plan, after: Table): readonly RowOfChanges[] {
  const rows = new Map<number, Change[]>();
  for (const change of changes) rows.set(change.row, [...(rows.get(change.row) ?? []), change]);
  for (const row of added) rows.set(row, newCells(row, after));
  const isNew = new Set(added);
  return Array.from(rows, ([row, cells]) => ({ row, cells, isNew: isNew.has(row) })).sort((a, b) => a.row - b.row);
}

function newCells(row: number, { indicators, periods }: Table): Change[] {
  const indicator = indicators[row] as Indicator;
  const cells: readonly (readonly [string, string])[] = [
    ["group", indicator.group ?? ""],
    ["name", printed(indicator)],
    ...periods.map(({ id }) => [id, indicator.targets[id] ?? ""] as const),
  ];
  return cells.filter(([, text]) => text !== "").map(([column, after]) => ({ row, column, before: "", after }));
}

function columnName(column: string, { periods }: Table, words: Words): string {
  if (column === "category") return words.category;
  if (column === "dimension") return words.dimension;
  if (column === "group") return words.group;
  if (column === "name") return words.indicatorName;
  return oneLine(periods.find(({ id }) => id === column)?.label ?? "");
}

/** Levels are kept by their ids and shown by their names. */
function valueOf(column: string, value: string, words: Words): string {
  if (column === "category") return words.categories[value as Category] ?? value;
  if (column === "dimension") return words.dimensions[value as Dimension] ?? value;
  return value;
}
