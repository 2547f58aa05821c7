// A blank table in the layout of 2024: a row for each second-level indicator of the official form.

import type { Category, Dimension, Table } from "./types";

const ROWS: readonly (readonly [Category, readonly Dimension[]])[] = [
  ["output", ["quantity", "quantity", "quality", "timeliness", "cost"]],
  ["benefit", ["economic", "social", "ecological", "sustainable"]],
  ["satisfaction", ["satisfaction"]],
];

export function blankTable(): Table {
  return {
    schemaVersion: "1",
    project: { name: "" },
    applicant: { name: "" },
    support: { unit: "万元" },
    periods: [
      { id: "stage", kind: "stage", label: "阶段目标（6月底前）", goal: "" },
      { id: "annual", kind: "annual", label: "年度目标", goal: "" },
    ],
    indicators: ROWS.flatMap(([category, dimensions]) =>
      dimensions.map((dimension) => ({ category, dimension, name: "", targets: {} })),
    ),
  };
}
