// How the flat list of indicators becomes the official table: which neighbours share a merged cell, which field of the
// page shows a place of the table, and what that place is called.

import { latest } from "./latest";
import { type Pointer, pointer, steps } from "./pointer";
import type { Indicator, Table } from "./types";
import type { Words } from "./words";

export interface Section {
  /** The first row; the whole run shares its category. */
  readonly start: number;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly index: number;
  /** How many rows the merged cell that begins here covers; 0 where one above covers this row. */
  readonly dimensionRows: number;
  readonly groupRows: number;
}

export interface Layout {
  readonly sections: readonly Section[];
  readonly hasGroups: boolean;
}

export function layOut(indicators: readonly Indicator[]): Layout {
  const starts = indicators.map((_, index) => index).filter((index) => startsRun(indicators, index, "category"));
  return {
    hasGroups: indicators.some((indicator) => hasGroup(indicator)),
    sections: starts.map((start) => ({
      start,
      rows: indicators.slice(start, runEnd(indicators, start, "category")).map((indicator, offset) => ({
        index: start + offset,
        dimensionRows: rowsFrom(indicators, start + offset, "dimension"),
        groupRows: hasGroup(indicator) ? rowsFrom(indicators, start + offset, "group") : 0,
      })),
    })),
  };
}

export type Level = "category" | "dimension" | "group";

/** The first row of the merged cell that a row belongs to. */
export function runStart(indicators: readonly Indicator[], index: number, level: Level): number {
  return startsOf(indicators)[level][index] ?? index;
}

/** For each row the first one of its merged cell: with each key, hundreds of findings ask for the field they belong to. */
const startsOf = latest(
  (indicators: readonly Indicator[]): Readonly<Record<Level, readonly number[]>> => ({
    category: runStarts(indicators, "category"),
    dimension: runStarts(indicators, "dimension"),
    group: runStarts(indicators, "group"),
  }),
);

function runStarts(indicators: readonly Indicator[], level: Level): number[] {
  let start = 0;
  return indicators.map((_, index) => {
    if (startsRun(indicators, index, level)) start = index;
    return start;
  });
}

/** The row behind the last one of the merged cell that a row belongs to. */
export function runEnd(indicators: readonly Indicator[], index: number, level: Level): number {
  let end = index + 1;
  while (end < indicators.length && sameCell(indicators[end - 1], indicators[end], level)) end += 1;
  return end;
}

function startsRun(indicators: readonly Indicator[], index: number, level: Level): boolean {
  return !sameCell(indicators[index - 1], indicators[index], level);
}

function rowsFrom(indicators: readonly Indicator[], index: number, level: Level): number {
  return startsRun(indicators, index, level) ? runEnd(indicators, index, level) - index : 0;
}

export function hasGroup(indicator: Indicator | undefined): boolean {
  return indicator?.group !== undefined && indicator.group !== "";
}

/** Whether two neighbours share a merged cell; rows in no item each have one of their own. */
export function sameCell(above: Indicator | undefined, below: Indicator | undefined, level: Level): boolean {
  if (above === undefined || below === undefined || above.category !== below.category) return false;
  if (level === "category") return true;
  if (above.dimension !== below.dimension || above.dimensionLabel !== below.dimensionLabel) return false;
  return level === "dimension" || (hasGroup(below) && above.group === below.group);
}

/** Whether any row has a weight. */
export function hasWeights({ indicators }: Table): boolean {
  return indicators.some(({ weight }) => weight !== undefined);
}

/** The field of the page that shows a place; `undefined` where the place is the table as a whole. */
export function fieldOf(table: Table, at: Pointer): Pointer | undefined {
  const [part, ...rest] = steps(at);
  if (part === "project") return pointer(part, rest[0] === "code" ? "code" : "name");
  if (part === "applicant") return pointer(part, rest[0] === "creditCode" ? "creditCode" : "name");
  if (part === "support") return pointer(part, rest[0] === "unit" ? "unit" : "amount");
  if (part === "periods") return periodField(table, rest);
  if (part === "indicators") return indicatorField(table, rest);
  return undefined;
}

function periodField(table: Table, [position, member]: readonly string[]): Pointer | undefined {
  const index = Number(position);
  if (position === undefined || table.periods[index] === undefined) return undefined;
  return pointer("periods", index, member === "goal" || member === "end" ? member : "label");
}

function indicatorField(table: Table, [position, member, period]: readonly string[]): Pointer | undefined {
  const index = Number(position);
  const indicator = table.indicators[index];
  if (position === undefined || indicator === undefined) return undefined;
  if (member === "category") return pointer("indicators", runStart(table.indicators, index, "category"), member);
  if (member === "dimension" || member === "dimensionLabel") {
    return pointer("indicators", runStart(table.indicators, index, "dimension"), "dimension");
  }
  if (member === "group" && hasGroup(indicator)) {
    return pointer("indicators", runStart(table.indicators, index, "group"), "group");
  }
  if (member === "targets" && table.periods.some(({ id }) => id === period)) {
    return pointer("indicators", index, "targets", period ?? "");
  }
  const own = member === "unit" || member === "weight" || member === "definition";
  return pointer("indicators", index, own ? member : "name");
}

/** The fields above the goals, in the order of the page. */
export const HEAD_FIELDS: readonly Pointer[] = [
  "/project/name",
  "/project/code",
  "/applicant/name",
  "/applicant/creditCode",
  "/support/amount",
  "/support/unit",
];

/** The fields of the page in the order in which they stand there and Tab reaches them; weights may not be drawn. */
export function fields(table: Table): Pointer[] {
  const goals = table.periods.map((_, index) => index).reverse();
  return [
    ...HEAD_FIELDS,
    ...goals.flatMap((index) => ["label", "end", "goal"].map((member) => pointer("periods", index, member))),
    ...table.indicators.flatMap((indicator, index) => rowFields(table, indicator, index)),
  ];
}

/** A merged cell stands in the first of its rows. */
function rowFields({ indicators, periods }: Table, indicator: Indicator, index: number): Pointer[] {
  const merged: readonly Level[] = hasGroup(indicator) ? ["category", "dimension", "group"] : ["category", "dimension"];
  return [
    ...merged.filter((level) => startsRun(indicators, index, level)),
    "name",
    "unit",
    "weight",
    "definition",
    ...periods.map(({ id }) => `targets${pointer(id)}`),
  ].map((member) => `${pointer("indicators", index)}/${member}`);
}

/** What the form calls a place: 产出指标 / 数量指标 / 金融产品（项） / 年度目标. */
export function nameOf(table: Table, at: Pointer, words: Words): string {
  const field = fieldOf(table, at);
  if (field === undefined) return words.wholeTable;
  const [part, position, member, period] = steps(field);
  if (part === "project") return position === "code" ? words.projectCode : words.projectName;
  if (part === "applicant") return position === "creditCode" ? words.creditCode : words.applicant;
  if (part === "support") return position === "unit" ? words.supportUnit : words.support;
  if (part === "periods") return periodName(table, Number(position), member, words);
  const index = Number(position);
  const indicator = table.indicators[index];
  if (indicator === undefined) return words.wholeTable;
  const last = member === "targets" ? periodLabel(table, period, words) : memberName(member, words);
  return [...rowName(indicator, index, words, member), last].filter((name) => name !== "").join(words.pathSeparator);
}

function periodName(table: Table, index: number, member: string | undefined, words: Words): string {
  const label = oneLine(table.periods[index]?.label ?? "") || words.periodNumber(index + 1);
  if (member === "goal") return label;
  return `${label}${words.pathSeparator}${member === "end" ? words.end : words.periodLabel}`;
}

function periodLabel(table: Table, id: string | undefined, words: Words): string {
  const index = table.periods.findIndex((period) => period.id === id);
  return oneLine(table.periods[index]?.label ?? "") || words.periodNumber(index + 1);
}

function rowName(indicator: Indicator, index: number, words: Words, member: string | undefined): string[] {
  const category = words.categories[indicator.category];
  if (member === "category") return [category];
  const dimension = dimensionName(indicator, words);
  if (member === "dimension") return [category, dimension];
  const group = hasGroup(indicator) ? [oneLine(indicator.group ?? "")] : [];
  if (member === "group") return [category, dimension, ...group];
  return [category, dimension, ...group, fullName(indicator) || words.rowNumber(index + 1)];
}

function memberName(member: string | undefined, words: Words): string {
  if (member === "unit") return words.unit;
  if (member === "weight") return words.weight;
  if (member === "definition") return words.definition;
  if (member === "category") return words.category;
  if (member === "dimension") return words.dimension;
  if (member === "group") return words.group;
  return words.indicatorName;
}

export function dimensionName(indicator: Pick<Indicator, "dimension" | "dimensionLabel">, words: Words): string {
  return (indicator.dimension === "other" && indicator.dimensionLabel) || words.dimensions[indicator.dimension];
}

/** The name as it is printed, with its unit and its definition in brackets. */
export function fullName(indicator: Indicator): string {
  return oneLine(indicator.name) + brackets(indicator);
}

export function brackets({ unit, definition }: Indicator): string {
  return [unit, definition].map((text) => (text === undefined || text === "" ? "" : `（${text}）`)).join("");
}

export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, "").trim();
}
