// The examples of the rules' pages are pieces of tables in JSON. Applicants know tables, not JSON: where a piece holds
// only what the form shows, it is said in the form's own words.

import { parseJson } from "./files";
import { brackets } from "./table-layout";
import type { Indicator, Table } from "./types";
import type { Words } from "./words";

export interface ExampleLine {
  readonly label: string;
  readonly text: string;
}

const SHOWN = ["project", "applicant", "support", "periods", "indicators"];

/** `undefined` where the example is about the form of the JSON itself. */
export function exampleLines(text: string, words: Words): readonly ExampleLine[] | undefined {
  const value = parseJson(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  if (Object.keys(value).some((name) => !SHOWN.includes(name))) return undefined;
  try {
    return lines(value, words);
  } catch {
    // A piece that breaks the format on purpose can have any shape; its JSON is shown instead.
    return undefined;
  }
}

function lines({ project, applicant, support, periods, indicators }: Partial<Table>, words: Words): ExampleLine[] {
  const labels = new Map((periods ?? []).map(({ id, label }) => [id, label]));
  return [
    { label: words.projectName, text: project?.name ?? "" },
    { label: words.applicant, text: applicant?.name ?? "" },
    { label: words.creditCode, text: applicant?.creditCode ?? "" },
    { label: words.support, text: support === undefined ? "" : `${support.amount ?? ""}${support.unit}` },
    ...(periods ?? []).map(({ label, goal }) => ({ label, text: goal })),
    ...(indicators ?? []).map((indicator) => row(indicator, labels, words)),
  ].filter(({ text }) => text !== "");
}

function row(indicator: Indicator, labels: ReadonlyMap<string, string>, words: Words): ExampleLine {
  const targets = Object.keys(indicator.targets).map((id) => {
    const period = labels.get(id) ?? words.periodKinds[id] ?? id;
    return `${period}：${indicator.targets[id]}`;
  });
  return {
    label: [words.dimensions[indicator.dimension], indicator.name + brackets(indicator)].join(words.pathSeparator),
    text: targets.join("\n") || words.noTarget,
  };
}
