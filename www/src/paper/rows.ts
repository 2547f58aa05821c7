// The table as the rows and columns of the official sheet.

import { type Level, brackets, dimensionName, hasGroup, runStart } from "../table-layout";
import type { Indicator, Table } from "../types";
import type { Words } from "../words";
import type { DrawnRow } from "./sheet";

export interface PaperRow {
  readonly kind: DrawnRow["kind"];
  /** The merged cells at the left, outermost first. */
  readonly levels: readonly PaperLevel[];
  /** The cells behind them. */
  readonly cells: readonly PaperCell[];
}

export interface PaperLevel {
  readonly text: string;
  /** The first of the rows that share the cell, as its place in the list of rows. */
  readonly start: number;
}

export interface PaperCell {
  readonly text: string;
  readonly columns: number;
  readonly isHeading: boolean;
}

/** The header block, the head of the grid and the indicators, from top to bottom; weights have a column where there are any. */
export function paperRows(table: Table, words: Words, hasWeights: boolean): readonly PaperRow[] {
  const hasGroups = table.indicators.some(hasGroup);
  const nameColumns = hasGroups ? 2 : 1;
  const basics = basicsOf(table, words).map(([label, text]): PaperRow => {
    const value = { text, columns: nameColumns + (hasWeights ? 1 : 0) + table.periods.length, isHeading: false };
    return { kind: "basics", levels: [], cells: [heading(label, 2), value] };
  });
  const head: PaperRow = {
    kind: "head",
    levels: [],
    cells: [
      heading(words.levels, 2),
      heading(words.content, nameColumns),
      ...(hasWeights ? [heading(words.weight, 1)] : []),
      ...table.periods.map(({ label }) => heading(label, 1)),
    ],
  };
  const first = basics.length + 1;
  return [
    ...basics,
    head,
    ...table.indicators.map((indicator, index): PaperRow => {
      const levels = levelsOf(table.indicators, indicator, index, words);
      const name = isolated(indicator.name) + brackets({ ...indicator, ...isolatedBrackets(indicator) });
      return {
        kind: "indicator",
        levels: levels.map(({ text, start }) => ({ text, start: first + start })),
        cells: [
          { text: name, columns: nameColumns + 2 - levels.length, isHeading: false },
          ...(hasWeights ? [{ text: indicator.weight ?? "", columns: 1, isHeading: false }] : []),
          ...table.periods.map(({ id }) => ({ text: indicator.targets[id] ?? "", columns: 1, isHeading: false })),
        ],
      };
    }),
  ];
}

/** The goals stand latest first, as in the official form, whose columns stand earliest first. */
function basicsOf({ applicant, support, periods }: Table, words: Words): (readonly [string, string])[] {
  const code = applicant.creditCode ?? "";
  return [
    [words.applicant, isolated(applicant.name) + (code === "" ? "" : `（${words.creditCode} ${isolated(code)}）`)],
    [words.support, isolated(support.amount ?? "　　") + support.unit],
    ...[...periods].reverse().map(({ label, goal }) => [label, goal] as const),
  ];
}

function levelsOf(indicators: readonly Indicator[], indicator: Indicator, index: number, words: Words): PaperLevel[] {
  const level = (name: Level, text: string) => ({ text, start: runStart(indicators, index, name) });
  return [
    // The official form breaks 产出指标 in the middle, for its column is as narrow as that.
    level("category", words.categories[indicator.category].replace(/(?=指标$)/, "\n")),
    level("dimension", dimensionName(indicator, words)),
    ...(hasGroup(indicator) ? [level("group", indicator.group ?? "")] : []),
  ];
}

function heading(text: string, columns: number): PaperCell {
  return { text, columns, isHeading: true };
}

const DIRECTED = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Text that sets a direction of writing keeps it to itself: what stands behind it in the same cell is not turned. */
function isolated(text: string): string {
  return DIRECTED.test(text) ? `\u2068${text}\u2069` : text;
}

function isolatedBrackets({ unit, definition }: Indicator): Pick<Indicator, "unit" | "definition"> {
  return { unit: isolated(unit ?? ""), definition: isolated(definition ?? "") };
}

/** The paper between the margins, in millimetres. */
const WIDTH = 156;

/** The widths of the columns in millimetres; Latin words do not break and take more room for the levels. */
export function columnWidths(table: Table, isLatin: boolean, hasWeights: boolean): readonly number[] {
  const { length } = table.periods;
  const levels = isLatin ? [22, 25] : [14, 21];
  const pick = (widths: readonly number[]) => widths[Math.min(length, widths.length) - 1] ?? 0;
  const group = table.indicators.some(hasGroup) ? [pick([34, 27, 23, 20])] : [];
  const target = pick(group.length > 0 ? [44, 32, 23, 18] : [50, 34, 26, 21]);
  const weight = hasWeights ? [isLatin ? 17 : 12] : [];
  const others = [...levels, ...group, ...weight, ...table.periods.map(() => target)];
  const name = WIDTH - others.reduce((sum, width) => sum + width, 0);
  return [...levels, ...group, name, ...weight, ...table.periods.map(() => target)];
}
