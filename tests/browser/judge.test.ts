// What the page makes of a report, without a browser.

import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { findingFields } from "../../www/src/findings.ts";
import type { Finding, Table } from "../../www/src/types.ts";

const annex = [1, 2, 3, 4, 5].map(
  (number) =>
    JSON.parse(readFileSync(new URL(`../suite/annex/table-${number}.json`, import.meta.url), "utf8")) as Table,
);
const [first] = annex as [Table];

function finding(at: string, more: Partial<Finding> = {}): Finding {
  return { aspect: "relevance", at, message: "", params: {}, rule: "vague-target", severity: "warning", ...more };
}

test("the fields with findings stand in the order of the page, each once", () => {
  const places = [
    "/indicators/4/targets/annual",
    "/indicators/4/unit",
    "/indicators",
    "/indicators/2/dimension",
    "/indicators/4/group",
    "/indicators/4/targets/annual",
    "/periods/0/goal",
    "/periods/1/end",
    "/support/amount",
  ];
  expect(
    findingFields(
      first,
      places.map((at) => finding(at)),
    ),
  ).toEqual([
    "/support/amount",
    "/periods/1/label",
    "/periods/0/goal",
    "/indicators/0/dimension",
    "/indicators/3/group",
    "/indicators/4/unit",
    "/indicators/4/targets/annual",
  ]);
});

test("an answered warning need not be gone to, a stale answer must", () => {
  const findings = [
    finding("/indicators/1/name", { answer: { reason: "甲", state: "current" } }),
    finding("/indicators/2/name", { answer: { reason: "乙", state: "stale" } }),
  ];
  expect(findingFields(first, findings)).toEqual(["/indicators/2/name"]);
});
