import { type TemplateResult, html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";

import { type ByRow, byRow } from "../by-row";
import { type Pointer, pointer } from "../pointer";
import type { Share } from "../shares";
import { textAt } from "../state";
import {
  type Layout,
  type Row,
  type Section,
  dimensionName,
  hasWeights,
  layOut,
  nameOf,
  oneLine,
} from "../table-layout";
import type { Category, Dimension, Finding, Indicator, MoneyUnit, Table } from "../types";
import type { Words } from "../words";
import { editWords } from "../words/edit";
import type { ChoiceOption } from "./choice";
import { LightElement } from "./light";
import { notes } from "./note";
import { periodMenu, rowMenu, rowName } from "./row-actions";

const MONEY_UNITS: readonly MoneyUnit[] = ["元", "万元", "亿元"];
const NO_FINDINGS: readonly Finding[] = [];

/** From here on a table is not laid out as a whole. */
const MANY_ROWS = 60;

interface FieldOptions {
  readonly line?: boolean;
  readonly late?: boolean;
  readonly placeholder?: string;
}

/** The official table with a field in every cell. */
export class TableSheet extends LightElement {
  static override properties = {
    table: { attribute: false },
    findings: { attribute: false },
    readings: { attribute: false },
    shares: { attribute: false },
    words: { attribute: false },
    asksWeights: { type: Boolean },
  };
  declare table: Table;
  declare findings: ReadonlyMap<Pointer, readonly Finding[]>;
  declare readings: ReadonlyMap<Pointer, string>;
  declare shares: ReadonlyMap<Pointer, Share>;
  declare words: Words;
  /** Whether the profile asks for weights. */
  declare asksWeights: boolean;

  #isWeighted = false;
  #findingRows: ByRow<readonly Finding[]> = new Map();
  #readingRows: ByRow<string> = new Map();

  protected override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (this.asksWeights || hasWeights(this.table)) this.#isWeighted = true;
    // The fields stay while somebody empties them, and go with the table or the profile that had them.
    else if (changed.has("asksWeights") || this.#isOther(changed)) this.#isWeighted = false;
    if (changed.has("findings")) this.#findingRows = byRow(this.findings, this.#findingRows);
    if (changed.has("readings")) this.#readingRows = byRow(this.readings, this.#readingRows);
  }

  /** Whether the table is another one, and not a later state of the one before it. */
  #isOther(changed: ReadonlyMap<PropertyKey, unknown>): boolean {
    const before = changed.get("table") as Table | undefined;
    return before !== undefined && before.project !== this.table.project;
  }

  protected override render(): TemplateResult {
    const { table, words } = this;
    const layout = layOut(table.indicators);
    return html`
      <div class="sheet" @click=${focusField}>
        <div class="sheet-title">
          ${this.#field("/project/name", { placeholder: words.projectName })}
          <span class="sheet-suffix">${words.tableSuffix}</span>
          ${this.#aside("/project/code", words.projectCode)}
        </div>
        ${this.#basics()}
        <table
          class="grid periods-${table.periods.length} ${layout.hasGroups ? "has-groups" : ""} ${table.indicators.length > MANY_ROWS ? "long" : ""}"
          aria-label=${words.indicators}
        >
          ${this.#columns(layout)}
          <thead>
            <tr>
              <th scope="colgroup" colspan="2">${words.levels}</th>
              <th scope="col" colspan=${layout.hasGroups ? 2 : 1}>${words.content}</th>
              ${table.periods.map((period) => html`<th scope="col" class="period">${period.label}</th>`)}
            </tr>
          </thead>
          ${layout.sections.map(
            (section) =>
              html`<tbody>
                ${repeat(
                  section.rows,
                  ({ index }) => index,
                  (row) => guard(this.#inputs(row, section, layout), () => this.#row(row, section, layout)),
                )}
              </tbody>`,
          )}
        </table>
      </div>
    `;
  }

  /** The goals stand latest first, as in the official form, whose columns stand earliest first. */
  #basics(): TemplateResult {
    const { table, words } = this;
    const goals = table.periods.map((_, index) => index).reverse();
    return html`
      <table class="basics" aria-label=${words.basics}>
        <tbody>
          <tr>
            <th scope="row">${words.applicant}</th>
            <td>
              <div class="with-aside">
                ${this.#field("/applicant/name")} ${this.#aside("/applicant/creditCode", words.creditCode)}
              </div>
            </td>
          </tr>
          <tr>
            <th scope="row">${words.support}</th>
            <td>
              <div class="amount">
                ${this.#field("/support/amount", { line: true })}
                ${this.#choice(
                  "/support/unit",
                  table.support.unit,
                  table.support.unit,
                  MONEY_UNITS.map((unit) => ({ value: unit, text: unit })),
                )}
              </div>
              ${this.#notes("/support/unit")}
            </td>
          </tr>
          ${repeat(
            goals,
            (index) => index,
            (index) => html`
              <tr>
                <th scope="row">
                  ${this.#field(pointer("periods", index, "label"))}
                  ${this.#aside(pointer("periods", index, "end"), words.end, { placeholder: words.endExample })}
                </th>
                <td class="goal">${this.#field(pointer("periods", index, "goal"))} ${this.#periodMenu(index)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  #columns(layout: Layout): TemplateResult {
    return html`<colgroup>
      <col class="col-category" />
      <col class="col-dimension" />
      ${layout.hasGroups ? html`<col class="col-group" />` : nothing}
      <col class="col-name" />
      ${this.table.periods.map(() => html`<col class="col-target" />`)}
    </colgroup>`;
  }

  /** All that a row is drawn from. With hundreds of rows, only those are drawn again for which some of it is new. */
  #inputs(row: Row, section: Section, layout: Layout): unknown[] {
    const { table, words } = this;
    const indicator = table.indicators[row.index];
    if (indicator === undefined) return [];
    return [
      indicator,
      table.periods,
      words,
      layout.hasGroups,
      this.#isWeighted,
      row.index === section.start ? section.rows.length : 0,
      row.dimensionRows,
      row.groupRows,
      this.#findingRows.get(row.index),
      // A share is said in the line of its reading.
      this.#readingRows.get(row.index),
    ];
  }

  #row(row: Row, section: Section, layout: Layout): TemplateResult | typeof nothing {
    const indicator = this.table.indicators[row.index];
    if (indicator === undefined) return nothing;
    return html`<tr>
      ${row.index === section.start ? this.#category(indicator, row.index, section.rows.length) : nothing}
      ${row.dimensionRows > 0 ? this.#dimension(indicator, row) : nothing}
      ${
        row.groupRows > 0
          ? html`<th scope="row" class="group" rowspan=${row.groupRows}>
              ${this.#field(pointer("indicators", row.index, "group"), { late: true })}
            </th>`
          : nothing
      }
      ${this.#name(indicator, row, layout)}
      ${this.table.periods.map(
        ({ id, label }, index) =>
          html`<td class="target">
            <span class="card-label" aria-hidden="true">${oneLine(label)}</span>
            ${this.#field(pointer("indicators", row.index, "targets", id))}
            ${index === this.table.periods.length - 1 ? this.#rowMenu(indicator, row.index) : nothing}
          </td>`,
      )}
    </tr>`;
  }

  /** The menu stands behind the row's last field, outside the lines of the table. */
  #rowMenu(indicator: Indicator, row: number): TemplateResult {
    return html`<tt-menu
      .about=${rowName(row, this.words, indicator)}
      .word=${editWords(this.words).rowMenu}
      .items=${() => rowMenu(this.table, row, this.words)}
    ></tt-menu>`;
  }

  #periodMenu(period: number): TemplateResult {
    return html`<tt-menu
      .about=${nameOf(this.table, pointer("periods", period, "goal"), this.words)}
      .word=${editWords(this.words).periodMenu}
      .items=${() => periodMenu(this.table, period, this.words)}
    ></tt-menu>`;
  }

  #category(indicator: Indicator, index: number, rows: number): TemplateResult {
    const { categories } = this.words;
    return html`<th scope="rowgroup" class="category" rowspan=${rows}>
      ${this.#choice(
        pointer("indicators", index, "category"),
        indicator.category,
        categories[indicator.category],
        (Object.keys(categories) as Category[]).map((value) => ({ value, text: categories[value] })),
      )}
    </th>`;
  }

  #dimension(indicator: Indicator, row: Row): TemplateResult {
    const { dimensions } = this.words;
    return html`<th scope="row" class="dimension" rowspan=${row.dimensionRows}>
      ${this.#choice(
        pointer("indicators", row.index, "dimension"),
        indicator.dimension,
        dimensionName(indicator, this.words),
        (Object.keys(dimensions) as Dimension[]).map((value) => ({ value, text: dimensions[value] })),
      )}
    </th>`;
  }

  /** The name with its unit and its definition in fields of their own. */
  #name(indicator: Indicator, row: Row, layout: Layout): TemplateResult {
    const { words } = this;
    const isWide = layout.hasGroups && (indicator.group === undefined || indicator.group === "");
    const hasDefinition = indicator.definition !== undefined;
    return html`<td class="name" colspan=${isWide ? 2 : 1}>
      <div class="name-fields">
        <span class="card-label" aria-hidden="true">${words.indicatorName}</span>
        ${this.#field(pointer("indicators", row.index, "name"))}
        <div class="qualifiers ${hasDefinition ? "defined" : ""} ${this.#isWeighted ? "weighted" : ""}">
          <span class="qualifier-label" aria-hidden="true">${words.unit}</span>
          ${this.#field(pointer("indicators", row.index, "unit"), { line: true })}
          ${
            this.#isWeighted
              ? html`<span class="qualifier-label" aria-hidden="true">${words.weight}</span>
                  ${this.#field(pointer("indicators", row.index, "weight"), { line: true })}`
              : nothing
          }
          <span class="qualifier-label definition ${hasDefinition ? "" : "faint"}" aria-hidden="true"
            >${words.definition}</span
          >
          ${this.#field(pointer("indicators", row.index, "definition"))}
        </div>
        ${this.#notes(pointer("indicators", row.index, "category"))}
        ${this.#notes(pointer("indicators", row.index, "dimension"))}
      </div>
    </td>`;
  }

  /** A small field for what the official form has no cell for. */
  #aside(at: Pointer, label: string, options: FieldOptions = {}): TemplateResult {
    const isNoted = this.findings.has(at);
    const isBlank = textAt(this.table, at) === "" && !isNoted;
    return html`<div class="aside ${isNoted ? "noted" : ""} ${isBlank ? "blank" : ""}">
      <span class="qualifier-label" aria-hidden="true">${label}</span>
      ${this.#field(at, { ...options, line: true })}
    </div>`;
  }

  #field(at: Pointer, { line = false, late = false, placeholder = "" }: FieldOptions = {}): TemplateResult {
    return html`<tt-field
      .at=${at}
      .value=${textAt(this.table, at)}
      .label=${nameOf(this.table, at, this.words)}
      .placeholder=${placeholder}
      .findings=${this.findings.get(at) ?? NO_FINDINGS}
      .reading=${this.readings.get(at) ?? ""}
      .share=${this.shares.get(at)?.percent ?? ""}
      .words=${this.words}
      .line=${line}
      .late=${late}
    ></tt-field>`;
  }

  #choice(at: Pointer, value: string, text: string, options: readonly ChoiceOption[]): TemplateResult {
    return html`<tt-choice
      .at=${at}
      .value=${value}
      .text=${text}
      .label=${nameOf(this.table, at, this.words)}
      .options=${options}
      .findings=${this.findings.get(at) ?? NO_FINDINGS}
    ></tt-choice>`;
  }

  #notes(at: Pointer): TemplateResult {
    return notes(at, this.findings.get(at) ?? NO_FINDINGS, this.words);
  }
}

/** A click beside the text of a cell means its field, as it would on a sheet of any office program. */
function focusField({ target }: Event): void {
  if (target instanceof HTMLTableCellElement) target.querySelector("textarea")?.focus();
}
