// What a paste would change, cell by cell.

import { type TemplateResult, html, nothing } from "lit";

import { type Change, type Plan, placeOf, printed } from "../paste/fill";
import { dimensionName, nameOf } from "../table-layout";
import type { Category, Dimension, Indicator, Table } from "../types";
import type { Words } from "../words";

/** More changes than anybody looks at; the others are counted. */
const MOST_SHOWN = 200;

/** The changes of a plan that is based on a table. */
export function changesOf(plan: Plan, table: Table, words: Words): TemplateResult {
  const { changes, added } = plan;
  if (changes.length + added.length === 0) return html`<p>${words.paste.nothingChanges}</p>`;
  const after = { ...table, indicators: [...plan.indicators] };
  const left = Math.max(0, changes.length + added.length - MOST_SHOWN);
  const shownRows = added.slice(0, Math.max(0, MOST_SHOWN - changes.length));
  return html`
    <p class="preview-title">${words.paste.changes(changes.length, added.length)}</p>
    <div class="preview-scroll" role="region" aria-label=${words.paste.pasteHeading} tabindex="0">
      <table class="preview changes">
        <thead>
          <tr>
            <th scope="col">${words.paste.place}</th>
            <th scope="col">${words.paste.before}</th>
            <th scope="col">${words.paste.after}</th>
          </tr>
        </thead>
        <tbody>
          ${changes.slice(0, MOST_SHOWN).map((change) => changed(change, table, after, words))}
          ${shownRows.map((row) => newRow(row, after, words))}
        </tbody>
      </table>
    </div>
    ${left > 0 ? html`<p>${words.paste.more(left)}</p>` : nothing}
  `;
}

function changed(change: Change, before: Table, after: Table, words: Words): TemplateResult {
  // A row is known by the name that it had; a row without one by its number.
  const isNamed = before.indicators[change.row]?.name !== "";
  const name = nameOf(isNamed && change.column !== "name" ? before : after, placeOf(change), words);
  return html`<tr>
    <th scope="row"><small>${words.paste.rowNumber(change.row + 1)}</small>${name}</th>
    <td class="old">${valueOf(change.column, change.before, words) || words.paste.blank}</td>
    <td class="new">${valueOf(change.column, change.after, words) || words.paste.blank}</td>
  </tr>`;
}

function newRow(row: number, after: Table, words: Words): TemplateResult {
  const indicator = after.indicators[row] as Indicator;
  const targets = after.periods.map(({ id }) => indicator.targets[id] ?? "").filter((text) => text !== "");
  return html`<tr>
    <th scope="row">
      <small>${words.paste.newRow(row + 1)}</small
      >${words.categories[indicator.category]}${words.pathSeparator}${dimensionName(indicator, words)}
    </th>
    <td class="old">${words.paste.blank}</td>
    <td class="new">
      ${[indicator.group ?? "", printed(indicator), ...targets].filter((text) => text !== "").map((text) => html`<p>${text}</p>`)}
    </td>
  </tr>`;
}

/** Levels are kept by their ids and shown by their names. */
function valueOf(column: string, value: string, words: Words): string {
  if (column === "category") return words.categories[value as Category] ?? value;
  if (column === "dimension") return words.dimensions[value as Dimension] ?? value;
  return value;
}
