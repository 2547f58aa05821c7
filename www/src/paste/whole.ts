// The indicators of a whole pasted table for the periods of the table that is open.

import type { Indicator, Period, Table } from "../types";

/** For each period of a pasted table the one of the open table that it means, where there is one. */
export function matchPeriods(from: readonly Period[], to: readonly Period[]): ReadonlyMap<string, string> {
  const matched = new Map<string, string>();
  const match = (means: (one: Period, other: Period) => boolean): void => {
    for (const one of from) {
      const taken = Array.from(matched.values());
      const other = to.find((period) => !taken.includes(period.id) && means(one, period));
      if (other !== undefined && !matched.has(one.id)) matched.set(one.id, other.id);
    }
  };
  match((one, other) => one.kind === other.kind && one.label === other.label);
  match((one, other) => one.kind === other.kind);
  return matched;
}

/** The labels of the periods that the open table does not have. */
export function strangers(pasted: Table, current: Table): readonly string[] {
  const matched = matchPeriods(pasted.periods, current.periods);
  return pasted.periods.filter(({ id }) => !matched.has(id)).map(({ label }) => label);
}

export function indicatorsFor(current: Table, pasted: Table): readonly Indicator[] {
  const matched = matchPeriods(pasted.periods, current.periods);
  return pasted.indicators.map((indicator) => {
    const targets: Record<string, string> = {};
    for (const [id, text] of Object.entries(indicator.targets)) {
      const own = matched.get(id);
      if (own !== undefined) targets[own] = text;
    }
    return { ...indicator, targets };
  });
}
