// How far a table is: what is filled in of each part, and what was found under each aspect of review.

import type { Category, Finding, Table } from "./types";

export type Aspect = Finding["aspect"];

/** In the order in which reviewers judge. */
export const ASPECTS: readonly Aspect[] = ["structure", "completeness", "relevance", "appropriateness", "feasibility"];

export interface Part {
  readonly part: "basics" | Category;
  readonly filled: number;
  readonly total: number;
}

/**
 * The head of the table and each first level: those that the form has, even where the table has none of their rows, then
 * what else there is. A row has a name and its targets to fill in.
 */
export function parts(table: Table, levels: readonly Category[] = []): readonly Part[] {
  const { project, applicant, support, periods, indicators } = table;
  const basics = [project.name, applicant.name, support.amount, ...periods.map(({ goal }) => goal)];
  const texts = new Map<Part["part"], (string | undefined)[]>([["basics", basics]]);
  levels.forEach((level) => texts.set(level, []));
  for (const { category, name, targets } of indicators) {
    const all = Object.keys(targets).map((id) => targets[id]);
    const row = [name, all.join("")];
    const others = texts.get(category);
    if (others === undefined) texts.set(category, row);
    else others.push(...row);
  }
  return Array.from(texts, ([part, all]) => ({
    part,
    filled: all.filter((text) => (text ?? "").trim() !== "").length,
    total: all.length,
  }));
}

export function fieldCount(table: Table): number {
  return parts(table).reduce((sum, { total }) => sum + total, 0);
}

/** How many of the official table's fields are still blank. */
export function blanks(table: Table): number {
  return parts(table).reduce((sum, { filled, total }) => sum + total - filled, 0);
}
