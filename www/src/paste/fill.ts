// Pasted cells to a table's rows: where each goes, and what is different afterwards. Everything here is a plan to be shown
// first; nothing changes before the applicant agrees.

import type { Name } from "../engine/documents";
import type { Json, Operation, Patch } from "../patch";
import { type Pointer, pointer, steps } from "../pointer";
import { type Rows, widthOf } from "../readers/parts";
import { MOST_INDICATORS } from "../readers/reader";
import { clean } from "../state";
import { brackets, hasGroup, runEnd } from "../table-layout";
import type { Indicator, Table } from "../types";

/** Where rows go that are more than the place has: among its like, or over what stands below. */
export type Overflow = "insert" | "overwrite";

export interface Change {
  /** The row in the table as it will be. */
  readonly row: number;
  /** The column: group, name, category, dimension, or a period's id. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

export interface Plan {
  readonly patch: Patch;
  /** The rows as they will be. */
  readonly indicators: readonly Indicator[];
  readonly changes: readonly Change[];
  /** The rows, as they will be numbered, that are new. */
  readonly added: readonly number[];
  /** What stands to the right of the last column. */
  readonly outside: readonly string[];
  /** How many rows are over the limit of the format. */
  readonly overLimit: number;
  /** How many rows there are more than the place has; where there is a choice what to do with them. */
  readonly overflow: number;
  /** The first of the rows that the plan fills. */
  readonly start: number;
}

/** The members of a row that cells are pasted into, from left to right. */
type Column = "group" | "name" | "unit" | "weight" | "definition" | { readonly period: string };

/** The row that a place belongs to; nothing where it is none of an indicator. */
export function rowAt(table: Table, at: Pointer): number | undefined {
  const [part, position] = steps(at);
  const row = Number(position);
  return part === "indicators" && table.indicators[row] !== undefined ? row : undefined;
}

/** The texts of the cells as they are seen, a merged cell's in each place that it covers. */
export function textsOf(rows: Rows): readonly (readonly string[])[] {
  const width = widthOf(rows);
  return rows.map((row) => {
    const texts = new Array<string>(width).fill("");
    for (const { text, column, width: covered } of row) texts.fill(clean(text), column, column + covered);
    return texts;
  });
}

/** The columns that pasted cells go into when they are pasted at a place. */
export function columnsFrom(table: Table, at: Pointer, width: number): readonly Column[] {
  const [, , member, id] = steps(at);
  const periods = table.periods.map((period) => ({ period: period.id }));
  if (member === "targets") return periods.slice(table.periods.findIndex((period) => period.id === id));
  if (member === "unit" || member === "weight" || member === "definition") return [member, ...periods];
  const withGroup = member === "group" || width === periods.length + 2;
  return [...(withGroup ? (["group"] as const) : []), "name", ...periods];
}

/** The printed names among pasted cells, which the engine takes apart. */
export function namesIn(columns: readonly Column[], rows: Rows): readonly string[] {
  const at = columns.indexOf("name");
  return at < 0 ? [] : textsOf(rows).map((texts) => texts[at] ?? "");
}

/** Fills cells to the right and downwards from a place. `names` are the rows' names, taken apart. */
export function fill(table: Table, at: Pointer, rows: Rows, names: readonly Name[], overflow: Overflow): Plan {
  const columns = columnsFrom(table, at, widthOf(rows));
  const texts = textsOf(rows);
  const start = rowAt(table, at) ?? table.indicators.length;
  const pasted = texts.map((cells, index) => (indicator: Indicator): Indicator => {
    const isWide = rows[index]?.some(({ column, width }) => column === 0 && width > 1) === true;
    return columns.reduce((row, column, place) => {
      const text = column === "group" && isWide ? "" : (cells[place] ?? "");
      return place < cells.length ? written(row, column, text, names[index]) : row;
    }, indicator);
  });
  const outside = texts.flatMap((cells) => cells.slice(columns.length)).filter((text) => text !== "");
  // Names belong under their level; targets alone belong to the rows that they stand beside.
  const end = columns.includes("name") ? runOf(table.indicators, start) : table.indicators.length;
  return { ...place(table, pasted, start, end, overflow), outside };
}

/** Puts whole rows, which bring their levels along, in place of the rows from `start` on. */
export function putRows(table: Table, start: number, rows: readonly Indicator[]): Plan {
  const haveTargets = rows.some(({ targets }) => Object.keys(targets).length > 0);
  const pasted = rows.map((row) => (old: Indicator) => ({ ...row, targets: haveTargets ? row.targets : old.targets }));
  return { ...place(table, pasted, start, table.indicators.length, "overwrite"), outside: [] };
}

/** The row behind the last one that shares the merged cell beside the name. */
function runOf(indicators: readonly Indicator[], row: number): number {
  return runEnd(indicators, row, hasGroup(indicators[row]) ? "group" : "dimension");
}

function place(
  { indicators, periods }: Table,
  pasted: readonly ((row: Indicator) => Indicator)[],
  start: number,
  end: number,
  overflow: Overflow,
): Omit<Plan, "outside"> {
  const more = Math.max(0, pasted.length - (end - start));
  const below = indicators.length - end;
  const wanted = overflow === "insert" ? more : Math.max(0, more - below);
  const inserted = Math.min(wanted, Math.max(0, MOST_INDICATORS - indicators.length));
  const overLimit = wanted - inserted;
  const fitting = pasted.slice(0, pasted.length - overLimit);
  const insertAt = overflow === "insert" ? end : indicators.length;
  const room = [
    ...indicators.slice(0, insertAt),
    ...new Array<Indicator>(inserted).fill(blankLike(indicators[insertAt - 1])),
    ...indicators.slice(insertAt),
  ];
  const next = room.map((row, index) => fitting[index - start]?.(row) ?? row);
  const ids = periods.map(({ id }) => id);
  const added = Array.from({ length: inserted }, (_, index) => insertAt + index);
  const adds = added.map((row): Operation => {
    return { op: "add", path: pointer("indicators", row), value: next[row] as unknown as Json };
  });
  const old = room.map((row, index) => (index >= insertAt && index < insertAt + inserted ? undefined : row));
  return {
    patch: [...adds, ...next.flatMap((row, index) => patchOf(old[index] ?? row, row, index))],
    indicators: next,
    changes: next.flatMap((row, index) => differences(old[index] ?? row, row, index, ids)),
    added,
    overLimit,
    overflow: below > 0 ? more : 0,
    start,
  };
}

/** A blank row under the same levels. */
function blankLike(row: Indicator | undefined): Indicator {
  const { category = "output", dimension = "quantity", dimensionLabel, group } = row ?? {};
  return {
    category,
    dimension,
    ...(dimensionLabel === undefined ? {} : { dimensionLabel }),
    ...(group === undefined ? {} : { group }),
    name: "",
    targets: {},
  };
}

function written(row: Indicator, column: Column, text: string, name: Name | undefined): Indicator {
  if (column === "name") {
    const { name: fresh, ...qualifiers } = name ?? { name: text };
    // Where unit and definition have columns of their own, a name comes without them.
    if (fresh === row.name && Object.keys(qualifiers).length === 0) return row;
    const { unit: _, definition: __, ...rest } = row;
    return { ...rest, name: fresh, ...qualifiers };
  }
  if (typeof column === "string") {
    const { [column]: _, ...rest } = row;
    return text === "" ? rest : { ...rest, [column]: text };
  }
  const { [column.period]: _, ...targets } = row.targets;
  return { ...row, targets: text === "" ? targets : { ...targets, [column.period]: text } };
}

/** The patch that makes one row of another. */
function patchOf(before: Indicator, after: Indicator, row: number): Patch {
  if (before === after) return [];
  const { targets: oldTargets, ...old } = before;
  const { targets, ...fresh } = after;
  return [
    ...members(old, fresh, (member) => pointer("indicators", row, member)),
    ...members(oldTargets, targets, (period) => pointer("indicators", row, "targets", period)),
  ];
}

type Members = Readonly<Record<string, Json | undefined>>;

function members(before: Members, after: Members, at: (member: string) => Pointer): Operation[] {
  return Object.keys({ ...before, ...after }).flatMap((member): Operation[] => {
    const [old, value, path] = [before[member], after[member], at(member)];
    if (old === value) return [];
    if (value === undefined) return [{ op: "remove", path }];
    return [{ op: old === undefined ? "add" : "replace", path, value }];
  });
}

/** What is different in a row, cell by cell as the page shows it. */
function differences(before: Indicator, after: Indicator, row: number, periods: readonly string[]): readonly Change[] {
  if (before === after) return [];
  const cells: readonly (readonly [string, string, string])[] = [
    ["category", before.category, after.category],
    ["dimension", levelOf(before), levelOf(after)],
    ["group", before.group ?? "", after.group ?? ""],
    ["name", printed(before), printed(after)],
    ...periods.map((id) => [id, before.targets[id] ?? "", after.targets[id] ?? ""] as const),
  ];
  return cells
    .filter(([, old, fresh]) => old !== fresh)
    .map(([column, old, fresh]) => ({ row, column, before: old, after: fresh }));
}

function levelOf({ dimension, dimensionLabel }: Indicator): string {
  return dimensionLabel ?? dimension;
}

export function printed(row: Indicator): string {
  return row.name + brackets(row);
}

/** The place that a change stands at, for naming it. */
export function placeOf({ row, column }: Pick<Change, "row" | "column">): Pointer {
  const own = ["category", "dimension", "group", "name"].includes(column);
  return own ? pointer("indicators", row, column) : pointer("indicators", row, "targets", column);
}
