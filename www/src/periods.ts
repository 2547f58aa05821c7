// What can be done with the periods. A period's id is given once and never changed: it is the key of every target.

import { type Patch, asJson } from "./patch";
import { pointer } from "./pointer";
import type { PeriodKind, Table } from "./types";
import { WORDS } from "./words";

export interface PeriodChange {
  readonly patch: Patch;
  /** The period to go to afterwards. */
  readonly period: number;
}

/** The format's own limit. */
export const MOST_PERIODS = 4;

/** Earliest first: a stage ends before its year, and a year before the whole. */
export const PERIOD_KINDS: readonly PeriodKind[] = ["stage", "annual", "cycle", "overall"];

/** A period more, behind those that end no later. */
export function addPeriod(table: Table, kind: PeriodKind): PeriodChange | undefined {
  const { periods } = table;
  if (periods.length >= MOST_PERIODS) return undefined;
  const later = periods.findIndex((period) => PERIOD_KINDS.indexOf(period.kind) > PERIOD_KINDS.indexOf(kind));
  const period = later < 0 ? periods.length : later;
  const value = { id: freshId(table, kind), kind, label: usualLabel(kind), goal: "" };
  return { patch: [{ op: "add", path: pointer("periods", period), value }], period };
}

/** Takes a period out, and with it the targets of every row for it. The only one stays. */
export function removePeriod(table: Table, period: number): PeriodChange | undefined {
  const id = table.periods[period]?.id;
  if (id === undefined || table.periods.length === 1) return undefined;
  const targets = table.indicators.flatMap((row, index): Patch =>
    row.targets[id] === undefined ? [] : [{ op: "remove", path: pointer("indicators", index, "targets", id) }],
  );
  return {
    patch: [...targets, { op: "remove", path: pointer("periods", period) }],
    period: Math.min(period, table.periods.length - 2),
  };
}

export function movePeriod(table: Table, period: number, by: -1 | 1): PeriodChange | undefined {
  const own = table.periods[period];
  if (own === undefined || table.periods[period + by] === undefined) return undefined;
  return {
    patch: [
      { op: "remove", path: pointer("periods", period) },
      { op: "add", path: pointer("periods", period + by), value: asJson(own) },
    ],
    period: period + by,
  };
}

/** Gives a period another kind; a label that begins with the old kind's words begins with the new one's then. */
export function changeKind(table: Table, period: number, kind: PeriodKind): PeriodChange | undefined {
  const own = table.periods[period];
  if (own === undefined || own.kind === kind) return undefined;
  const usual = usualLabel(own.kind);
  const relabel: Patch = own.label.startsWith(usual)
    ? [
        {
          op: "replace",
          path: pointer("periods", period, "label"),
          value: usualLabel(kind) + own.label.slice(usual.length),
        },
      ]
    : [];
  return { patch: [{ op: "replace", path: pointer("periods", period, "kind"), value: kind }, ...relabel], period };
}

/** A label is a part of the table, which is Chinese in whatever language the page is. */
function usualLabel(kind: PeriodKind): string {
  return WORDS.zh.periodKinds[kind] ?? "";
}

/** Targets may have lost their period; a new one does not inherit them. */
function freshId({ periods, indicators }: Table, kind: PeriodKind): string {
  const isTaken = (id: string): boolean =>
    periods.some((period) => period.id === id) || indicators.some(({ targets }) => targets[id] !== undefined);
  let id: string = kind;
  for (let number = 2; isTaken(id); number += 1) id = `${kind}-${number}`;
  return id;
}
