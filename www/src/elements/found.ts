// Tables that were found in a file or on the clipboard, for choosing one; and what could not be placed.

import { type TemplateResult, html, nothing } from "lit";

import type { Sentence } from "../files";
import { printed } from "../paste/fill";
import { dimensionName, hasGroup, layOut, oneLine } from "../table-layout";
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

/** A table's name, and below it the facts by which one knows it again. */
export function title(table: Table, words: Words): TemplateResult {
  return html`<p class="listing-title">${titleOf(table, words)}<small>${facts(table, words)}</small></p>`;
}

/** Who applies for how much, with how many indicators. */
function facts({ applicant, support, indicators }: Table, words: Words): string {
  const amount = support.amount === undefined ? "" : `${support.amount}${support.unit}`;
  return [oneLine(applicant.name), amount, words.paste.items(indicators.length)]
    .filter((fact) => fact !== "")
    .join(" · ");
}

/** A table's indicators as the official form has them, to look at. */
export function indicators(rows: readonly Indicator[], periods: readonly Period[], words: Words): TemplateResult {
  const { sections, hasGroups } = layOut(rows);
  return html`
    <div class="listing-scroll" role="region" aria-label=${words.indicators} tabindex="0">
      <table class="listing sheet-listing">
        <thead>
          <tr>
            <th scope="colgroup" colspan="2">${words.levels}</th>
            <th scope="col" colspan=${hasGroups ? 2 : 1}>${words.content}</th>
            ${periods.map(({ label }) => html`<th scope="col">${oneLine(label)}</th>`)}
          </tr>
        </thead>
        ${sections.map(
          (section) => html`
            <tbody>
              ${section.rows.map((row) => {
                const indicator = rows[row.index];
                const categoryRows = row.index === section.start ? section.rows.length : 0;
                return indicator === undefined
                  ? nothing
                  : html`<tr>
                      ${merged(categoryRows, "rowgroup", words.categories[indicator.category])}
                      ${merged(row.dimensionRows, "row", dimensionName(indicator, words))}
                      ${merged(row.groupRows, "row", indicator.group ?? "")} ${named(indicator, hasGroups)}
                      ${periods.map(({ id }) => html`<td>${indicator.targets[id] ?? ""}</td>`)}
                    </tr>`;
              })}
            </tbody>
          `,
        )}
      </table>
    </div>
  `;
}

/** The name's cell, which covers the column of the groups where it has none. */
function named(indicator: Indicator, hasGroups: boolean): TemplateResult {
  const columns = hasGroups && !hasGroup(indicator) ? 2 : 1;
  return html`<td class="listing-name" colspan=${columns}>${printed(indicator)}</td>`;
}

/** The merged cell that begins in a row; none where one above covers it. */
function merged(rows: number, scope: "row" | "rowgroup", text: string): TemplateResult | typeof nothing {
  return rows === 0 ? nothing : html`<th scope=${scope} rowspan=${rows}>${text}</th>`;
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
