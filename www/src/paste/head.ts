// The head of a table that was copied without its grid: which fields of the open table it fills.

import type { ImportedHead } from "../engine/documents";
import type { Patch } from "../patch";
import { type Pointer, pointer } from "../pointer";
import { clean, textAt, write } from "../state";
import type { Table } from "../types";
import { matchPeriods } from "./whole";

export interface FieldChange {
  readonly at: Pointer;
  readonly before: string;
  readonly after: string;
}

export interface HeadPlan {
  readonly patch: Patch;
  readonly changes: readonly FieldChange[];
  /** The labels of goals that no period of the open table is meant by. */
  readonly outside: readonly string[];
}

/** What the head changes. Only what it says is filled in; nothing is emptied. */
export function fillHead(table: Table, head: ImportedHead): HeadPlan {
  const matched = matchPeriods(head.periods, table.periods);
  const goals = head.periods.flatMap(({ id, label, goal }) => {
    const index = table.periods.findIndex((period) => period.id === matched.get(id));
    const known = table.periods[index];
    if (known === undefined) return [];
    // 年度目标（2025年） says more than 年度目标; anything else is the open table's own way of calling it.
    const saysMore = label.startsWith(known.label) ? label : undefined;
    return [
      [pointer("periods", index, "label"), saysMore],
      [pointer("periods", index, "goal"), goal],
    ] as const;
  });
  const texts: readonly (readonly [Pointer, string | undefined])[] = [
    ["/project/name", head.project],
    ["/project/code", head.code],
    ["/applicant/name", head.applicant],
    ["/applicant/creditCode", head.creditCode],
    ["/support/amount", head.support?.amount],
    ["/support/unit", head.support?.unit],
    ...goals,
  ];
  const changes = texts
    .map(([at, text]) => ({ at, before: textAt(table, at), after: clean(text ?? "") }))
    .filter(({ before, after }) => after !== "" && after !== before);
  return {
    patch: changes.flatMap(({ at, after }) => write(table, at, after)),
    changes,
    outside: head.periods.filter(({ id }) => !matched.has(id)).map(({ label }) => label),
  };
}

/** Whether a head says more than goals, which alone might as well be cells of the grid. */
export function isSurelyHead({ project, code, applicant, creditCode, support }: ImportedHead): boolean {
  return [project, code, applicant, creditCode, support].some((part) => part !== undefined);
}
