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
  const counts = new Map<Part["part"], { filled: number; total: number }>();
  const add = (part: Part["part"], isFilled: boolean): void => {
    const count = counts.get(part) ?? { filled: 0, total: 0 };
    counts.set(part, { filled: count.filled + (isFilled ? 1 : 0), total: count.total + 1 });
  };
  [project.name, applicant.name, support.amount, ...periods.map(({ goal }) => goal)].forEach((text) =>
    add("basics", hasText(text)),
  );
  levels.forEach((level) => counts.set(level, { filled: 0, total: 0 }));
  for (const { category, name, targets } of indicators) {
    add(category, hasText(name));
    add(
      category,
      Object.keys(targets).some((id) => hasText(targets[id])),
    );
  }
  return Array.from(counts, ([part, { filled, total }]) => ({ part, filled, total }));
}

function hasText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}

export function fieldCount(table: Table): number {
  return parts(table).reduce((sum, { total }) => sum + total, 0);
}

/** How many of the official table's fields are still blank. */
export function blanks(table: Table): number {
  return parts(table).reduce((sum, { filled, total }) => sum + total - filled, 0);
}
