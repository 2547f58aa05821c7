// A blank table in the layout of a profile: a row for each second-level indicator of the official form.

import { blanks, fieldCount } from "./progress";
import { DEFAULT_PROFILE, type Profile } from "./profiles";
import type { Dimension, Table } from "./types";

/** The form has room for two quantities, which nearly every project has. */
const TWICE: Dimension = "quantity";

const STAGE_AND_YEAR: Table["periods"] = [
  { id: "stage", kind: "stage", label: "阶段目标（6月底前）", goal: "" },
  { id: "annual", kind: "annual", label: "年度目标", goal: "" },
];

export function blankTable(profile: Profile = DEFAULT_PROFILE): Table {
  return {
    schemaVersion: "1",
    project: { name: "" },
    applicant: { name: "" },
    support: { unit: "万元" },
    // The fund of Guangdong asks for two periods; elsewhere the year's targets are what is asked for.
    periods: profile === DEFAULT_PROFILE ? STAGE_AND_YEAR : STAGE_AND_YEAR.slice(1),
    indicators: profile.categories.flatMap(({ category, dimensions }) =>
      dimensions
        .flatMap((dimension) => (dimension === TWICE ? [dimension, dimension] : [dimension]))
        .map((dimension) => ({ category, dimension, name: "", targets: {} })),
    ),
  };
}

/** Whether nothing has been filled in yet. */
export function isBlank(table: Table): boolean {
  return blanks(table) === fieldCount(table);
}
