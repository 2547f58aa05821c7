// Tables that were found in a file or on the clipboard, for choosing one; and what could not be placed.

import { type TemplateResult, html, nothing } from "lit";

import type { Sentence } from "../files";
import { printed } from "../paste/fill";
import { dimensionName, oneLine } from "../table-layout";
import type { Indicator, Period, Table } from "../types";
import type { Words } from "../words";

export function titleOf(table: Table, words: Words): string {
  return oneLine(table.project.name) || words.paste.nameless;
}

/** The tables to choose from, one of which is chosen. */
export function choice(
  tables: readonly Table[],
  chosen: number,
  words: Words,
  onChoose: (index: number) => void,
): TemplateResult | typeof nothing {
  if (tables.length < 2) return nothing;
  return html`
    <fieldset class="options found-tables">
      <legend>${words.paste.foundTables(tables.length)}</legend>
      ${tables.map(
        (table, index) => html`
          <label>
            <input type="radio" name="found" .checked=${index === chosen} @change=${() => onChoose(index)} />
            <span>${index + 1}. ${titleOf(table, words)}<small>${facts(table, words)}</small></span>
          </label>
        `,
      )}
    </fieldset>
  `;
}

/** Who applies for how much, with how many indicators. */
export function facts({ applicant, support, indicators }: Table, words: Words): string {
  const amount = support.amount === undefined ? "" : `${support.amount}${support.unit}`;
  return [oneLine(applicant.name), amount, words.paste.items(indicators.length)]
    .filter((fact) => fact !== "")
    .join(" · ");
}

/** A table's indicators, to look at. */
export function indicators(rows: readonly Indicator[], periods: readonly Period[], words: Words): TemplateResult {
  return html`
    <div class="preview-scroll" role="region" aria-label=${words.indicators} tabindex="0">
      <table class="preview">
        <thead>
          <tr>
            <th scope="col">${words.levels}</th>
            <th scope="col">${words.content}</th>
            ${periods.map(({ label }) => html`<th scope="col">${oneLine(label)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`
              <tr>
                <th scope="row">${words.categories[row.category]}${words.pathSeparator}${dimensionName(row, words)}</th>
                <td>${row.group === undefined ? nothing : html`<small>${row.group}</small>`}${printed(row)}</td>
                ${periods.map(({ id }) => html`<td>${row.targets[id] ?? ""}</td>`)}
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}

/** What could not be placed, or has to be looked at. */
export function leftOut(notes: readonly Sentence[], words: Words): TemplateResult | typeof nothing {
  if (notes.length === 0) return nothing;
  return html`
    <section class="left-out">
      <h3>${words.paste.notesHeading(notes.length)}</h3>
      <ul>
        ${notes.map((note) => html`<li>${note(words)}</li>`)}
      </ul>
    </section>
  `;
}
