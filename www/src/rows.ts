// What can be done with the rows of the grid: each operation is a patch and the row that the applicant is led to.
//
// The levels of a row are its category, its second level and its item. Neighbours with the same levels share merged
// cells, so a row may only be put where its neighbours' cells stay whole.

import { type Operation, type Patch, asJson } from "./patch";
import { pointer } from "./pointer";
import { type Level, hasGroup, runEnd, runStart, sameCell } from "./table-layout";
import type { Category, Dimension, Indicator, Table } from "./types";

export interface RowChange {
  readonly patch: Patch;
  /** The row to go to afterwards. */
  readonly row: number;
}

/** The format's own limit. */
export const MOST_ROWS = 500;

const LEVELS: readonly Level[] = ["category", "dimension", "group"];

/** The second levels that usually stand under a category; what a new one begins with. The applicant may choose any. */
const USUAL: Readonly<Record<Category, readonly Dimension[]>> = {
  cost: ["economic-cost", "social-cost", "ecological-cost"],
  output: ["quantity", "quality", "timeliness", "cost"],
  benefit: ["economic", "social", "ecological", "sustainable"],
  satisfaction: ["satisfaction"],
};
const CATEGORIES: readonly Category[] = ["cost", "output", "benefit", "satisfaction"];

/** A second level of the table: where a row can be filed. */
export type Place = Pick<Indicator, "category" | "dimension" | "dimensionLabel">;

/** A blank row below, in the same merged cells. */
export function addBelow(table: Table, row: number): RowChange | undefined {
  const model = table.indicators[row];
  return model && insert(table, row + 1, blank(levelsOf(model)));
}

export function duplicate(table: Table, row: number): RowChange | undefined {
  const model = table.indicators[row];
  return model && insert(table, row + 1, { ...model });
}

/** A blank row at the end of the second level, in no item. */
export function addToDimension(table: Table, row: number): RowChange | undefined {
  const model = table.indicators[row];
  return model && insert(table, runEnd(table.indicators, row, "dimension"), blank(placeOf(model)));
}

/** A new second level behind this one, with the next usual one that the category does not have yet. */
export function addDimension(table: Table, row: number): RowChange | undefined {
  const model = table.indicators[row];
  if (model === undefined) return undefined;
  const { category } = model;
  const used = table.indicators.filter((other) => other.category === category).map(({ dimension }) => dimension);
  const dimension = USUAL[category].find((usual) => !used.includes(usual)) ?? "other";
  return insert(table, runEnd(table.indicators, row, "dimension"), blank({ category, dimension }));
}

/** The first category that the table does not have yet, behind this one; none when it has them all. */
export function addCategory(table: Table, row: number): RowChange | undefined {
  const category = CATEGORIES.find((one) => table.indicators.every((indicator) => indicator.category !== one));
  const dimension = category && USUAL[category][0];
  if (category === undefined || dimension === undefined) return undefined;
  return insert(table, runEnd(table.indicators, row, "category"), blank({ category, dimension }));
}

/** Takes a row out; the last one of a table is only emptied, because without rows there would be nothing to add to. */
export function remove(table: Table, row: number): RowChange | undefined {
  const model = table.indicators[row];
  if (model === undefined) return undefined;
  const path = pointer("indicators", row);
  if (table.indicators.length === 1) {
    return { patch: [{ op: "replace", path, value: asJson(blank(levelsOf(model))) }], row };
  }
  return { patch: [{ op: "remove", path }], row: Math.min(row, table.indicators.length - 2) };
}

/**
 * Moves a row up (-1) or down (1); nothing where it cannot go.
 * - Among rows of the same merged cells it changes places with its neighbour.
 * - A row that has a merged cell for itself takes it along, past the whole cell of the neighbour, which stays whole.
 * - Any other row at the border of its second level or item steps over into the neighbour's and takes on its levels.
 * - It does not step over into another category, because its second level would mean nothing there: that is what
 *   `file` is for.
 */
export function move(table: Table, row: number, by: -1 | 1): RowChange | undefined {
  const rows = table.indicators;
  const [own, neighbour] = [rows[row], rows[row + by]];
  if (own === undefined || neighbour === undefined) return undefined;
  const border = LEVELS.find((level) => !sameCell(own, neighbour, level) && !bothInNoItem(own, neighbour, level));
  if (border === undefined) return moved(own, row, row + by);
  if (runEnd(rows, row, border) - runStart(rows, row, border) === 1) {
    return moved(own, row, by < 0 ? runStart(rows, row - 1, border) : runEnd(rows, row + 1, border) - 1);
  }
  if (border === "category") return undefined;
  return { patch: relevel(own, levelsOf(neighbour), row), row };
}

/** Files a row at the end of another second level; one that the table does not have yet begins where it belongs. */
export function file(table: Table, row: number, place: Place): RowChange | undefined {
  const own = table.indicators[row];
  if (own === undefined || samePlace(own, place)) return undefined;
  const others = table.indicators.filter((_, index) => index !== row);
  const { group: _, ...ungrouped } = own;
  const { dimensionLabel: __, ...bare } = ungrouped;
  const to = placeIn(others, place);
  const value = asJson({ ...bare, ...place });
  return {
    patch: [
      { op: "remove", path: pointer("indicators", row) },
      { op: "add", path: pointer("indicators", to), value },
    ],
    row: to,
  };
}

/** Where a row can be filed: the second levels of the table in its order, then the usual ones that it lacks. */
export function places(table: Table): readonly Place[] {
  const usual = CATEGORIES.filter((category) => category !== "cost" || has(table, category)).flatMap((category) =>
    USUAL[category].map((dimension): Place => ({ category, dimension })),
  );
  return [...table.indicators.map(placeOf), ...usual].filter(
    (place, index, all) => all.findIndex((other) => samePlace(other, place)) === index,
  );
}

export function samePlace(one: Place, other: Place): boolean {
  return (
    one.category === other.category &&
    one.dimension === other.dimension &&
    one.dimensionLabel === other.dimensionLabel
  );
}

function has(table: Table, category: Category): boolean {
  return table.indicators.some((indicator) => indicator.category === category);
}

function placeIn(rows: readonly Indicator[], place: Place): number {
  const last = (isThere: (row: Indicator) => boolean): number =>
    rows.reduce((found, row, index) => (isThere(row) ? index + 1 : found), 0);
  return (
    last((row) => samePlace(row, place)) ||
    last(({ category }) => category === place.category) ||
    last(({ category }) => CATEGORIES.indexOf(category) < CATEGORIES.indexOf(place.category))
  );
}

function insert(table: Table, row: number, indicator: Indicator): RowChange | undefined {
  if (table.indicators.length >= MOST_ROWS) return undefined;
  return { patch: [{ op: "add", path: pointer("indicators", row), value: asJson(indicator) }], row };
}

function moved(own: Indicator, from: number, to: number): RowChange {
  return {
    patch: [
      { op: "remove", path: pointer("indicators", from) },
      { op: "add", path: pointer("indicators", to), value: asJson(own) },
    ],
    row: to,
  };
}

/** Rows in no item each have their own cell, but nothing stands between them. */
function bothInNoItem(one: Indicator, other: Indicator, level: Level): boolean {
  return level === "group" && !hasGroup(one) && !hasGroup(other);
}

type Levels = Place & Pick<Indicator, "group">;

function relevel(own: Indicator, to: Levels, row: number): Patch {
  const members = ["dimension", "dimensionLabel", "group"] as const;
  return members.flatMap((member): Operation[] => {
    const path = pointer("indicators", row, member);
    const value = to[member];
    if (own[member] === value) return [];
    if (value === undefined) return [{ op: "remove", path }];
    return [{ op: own[member] === undefined ? "add" : "replace", path, value }];
  });
}

function blank(levels: Levels): Indicator {
  return { ...levels, name: "", targets: {} };
}

function levelsOf(row: Indicator): Levels {
  return hasGroup(row) && row.group !== undefined ? { ...placeOf(row), group: row.group } : placeOf(row);
}

function placeOf({ category, dimension, dimensionLabel }: Indicator): Place {
  return dimensionLabel === undefined ? { category, dimension } : { category, dimension, dimensionLabel };
}
