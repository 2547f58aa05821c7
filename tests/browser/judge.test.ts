// What the page makes of a report, without a browser.

import { readFileSync, readdirSync } from "node:fs";

import { expect, test } from "vitest";

import { LONGEST_REASON, answer, drop } from "../../www/src/answers.ts";
import { blankTable, isBlank } from "../../www/src/blank.ts";
import { findingFields } from "../../www/src/findings.ts";
import { changes } from "../../www/src/fixes.ts";
import { apply, type Json, type Patch } from "../../www/src/patch.ts";
import { PROFILES } from "../../www/src/profiles.ts";
import { blanks, parts } from "../../www/src/progress.ts";
import { readingLines, shares } from "../../www/src/shares.ts";
import type { Finding, Reading, Table } from "../../www/src/types.ts";
import { judgeWords } from "../../www/src/words/judge.ts";
import { WORDS } from "../../www/src/words.ts";

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
    "/periods/1/end",
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

test("an answer is given to all findings that are shown as one, kept beside the others, changed and dropped", () => {
  const [one, two, other] = ["0", "1", "2"].map((digit) =>
    finding(`/indicators/${digit}/dimension`, { fingerprint: `${digit.repeat(16)}-${"a".repeat(16)}` }),
  ) as [Finding, Finding, Finding];
  const after = (table: Table, patch: Patch): Table => apply(table as unknown as Json, patch).value as unknown as Table;

  const given = after(first, answer(first, [one, two], "政策规定"));
  expect(given.answers).toEqual([
    { rule: "vague-target", fingerprint: one.fingerprint, reason: "政策规定" },
    { rule: "vague-target", fingerprint: two.fingerprint, reason: "政策规定" },
  ]);
  const more = after(given, answer(given, [other], "另有原因"));
  const changed = after(more, answer(more, [one, two], "改了"));
  expect(changed.answers?.map(({ reason }) => reason)).toEqual(["另有原因", "改了", "改了"]);
  expect(after(changed, drop(changed, [one, two])).answers?.map(({ reason }) => reason)).toEqual(["另有原因"]);
  // A table without answers has no list of them, as before the first one.
  expect(after(given, drop(given, [one, two]))).toEqual(first);
});

test("a stale answer is replaced by the one that confirms it", () => {
  const identity = "0123456789abcdef";
  const stale = finding("/indicators/0/name", {
    fingerprint: `${identity}-${"b".repeat(16)}`,
    answer: { reason: "仍然如此", state: "stale" },
  });
  const answers = [{ rule: "vague-target", fingerprint: `${identity}-${"a".repeat(16)}`, reason: "仍然如此" }];
  const patch = answer({ ...first, answers }, [stale], "仍然如此");
  expect(patch).toEqual([
    {
      op: "replace",
      path: "/answers",
      value: [{ rule: "vague-target", fingerprint: stale.fingerprint, reason: "仍然如此" }],
    },
  ]);
});

test("the longest reason is the format's", () => {
  const schema = JSON.parse(readFileSync(new URL("../../schema/target-table.schema.json", import.meta.url), "utf8"));
  expect(LONGEST_REASON).toBe(schema.$defs.Answer.properties.reason.maxLength);
});

test("the changes of a fix are told by place, and rows that move together are one change", () => {
  const [, , third] = annex as [Table, Table, Table];
  const move = [7, 8, 9].map((row) => ({
    op: "replace" as const,
    path: `/indicators/${row}/category`,
    value: "benefit",
  }));
  const patch: Patch = [
    ...move,
    { op: "replace", path: "/indicators/0/targets/annual", value: "9" },
    { op: "replace", path: "/indicators/0/targets/annual", value: "10" },
    { op: "remove", path: "/indicators/1/unit" },
  ];
  const told = changes(third, patch, WORDS.zh);
  expect(told.map(({ before, after }) => [before, after])).toEqual([
    ["产出指标", "效益指标"],
    [third.indicators[0]?.targets["annual"], "10"],
    [third.indicators[1]?.unit, ""],
  ]);
  expect(told[0]?.name).toBe("经济效益 / 第 8–10 行 / 一级指标");
  expect(told[1]?.name).toMatch(/^产出指标 \/ 数量指标 \/ .* \/ 年度目标$/);
});

test("what is filled in and what is blank make up the whole", () => {
  const blank = blankTable();
  expect(parts(blank)).toEqual([
    { part: "basics", filled: 0, total: 5 },
    { part: "output", filled: 0, total: 10 },
    { part: "benefit", filled: 0, total: 8 },
    { part: "satisfaction", filled: 0, total: 2 },
  ]);
  expect(isBlank(blank)).toBe(true);
  expect(blanks(blank)).toBe(25);
  expect(annex.map(isBlank)).toEqual([false, false, false, false, false]);
  const [, , third] = annex as [Table, Table, Table];
  expect(parts(third, ["satisfaction"]).find(({ part }) => part === "satisfaction")).toEqual({
    part: "satisfaction",
    filled: 0,
    total: 0,
  });
});

test("each profile has a blank table with a row for each of its second levels", () => {
  const ids = readdirSync(new URL("../../schema/profiles/", import.meta.url)).map((name) => name.replace(".json", ""));
  expect(PROFILES.map(({ id }) => id).sort()).toEqual(ids.sort());
  for (const profile of PROFILES) {
    const { indicators } = blankTable(profile);
    const levels = profile.categories.flatMap(({ category, dimensions }) =>
      dimensions.map((dimension) => `${category} ${dimension}`),
    );
    expect(Array.from(new Set(indicators.map((row) => `${row.category} ${row.dimension}`)))).toEqual(levels);
    expect(judgeWords(WORDS.zh).profiles[profile.id]).toBeDefined();
    expect(judgeWords(WORDS.en).profiles[profile.id]).toBeDefined();
  }
});

function reading(value: string, more: Partial<Reading> = {}): Reading {
  const said = { zh: value, en: value };
  return {
    kind: "quantity",
    text: value,
    value,
    unit: "户次",
    dimension: "count:time",
    comparator: ">=",
    said,
    ...more,
  };
}

function shareOf(stage: Reading, annual: Reading): string | undefined {
  const readings = new Map([
    ["/indicators/0/targets/stage", stage],
    ["/indicators/0/targets/annual", annual],
  ]);
  const compared = shares(first, readings);
  expect(Array.from(compared.keys()).filter((at) => !at.endsWith("/annual"))).toEqual([]);
  const line = readingLines(first, readings, compared, "zh").get("/indicators/0/targets/annual");
  return line?.split("；")[1];
}

test("a stage is a share of the year, to the last digit or about", () => {
  expect(shareOf(reading("25"), reading("125"))).toBe("阶段目标为年度目标的 20%");
  expect(shareOf(reading("0.3"), reading("0.6"))).toBe("阶段目标为年度目标的 50%");
  expect(shareOf(reading("1"), reading("3"))).toBe("阶段目标为年度目标的约 33.3%");
  expect(shareOf(reading("2"), reading("3"))).toBe("阶段目标为年度目标的约 66.7%");
  expect(shareOf(reading("1"), reading("8"))).toBe("阶段目标为年度目标的 12.5%");
  expect(shareOf(reading("150"), reading("125"))).toBe("阶段目标为年度目标的 120%");
  expect(shareOf(reading("0"), reading("125"))).toBe("阶段目标为年度目标的 0%");
  // Far beyond what floating-point numbers tell apart.
  expect(shareOf(reading("50000000000000000000000000001"), reading("100000000000000000000000000002"))).toBe(
    "阶段目标为年度目标的 50%",
  );
  const upTo = { comparator: "<=" } as const;
  expect(shareOf(reading("165", upTo), reading("330", upTo))).toBe("阶段目标上限为年度目标上限的 50%");
});

test("what cannot be compared has no share", () => {
  expect(shareOf(reading("25"), reading("125", { unit: "家" }))).toBeUndefined();
  expect(shareOf(reading("25"), reading("0"))).toBeUndefined();
  expect(shareOf(reading("25", { comparator: "<=" }), reading("125"))).toBeUndefined();
  expect(shareOf(reading("25", { kind: "range" }), reading("125"))).toBeUndefined();
  const rate = { unit: "%", dimension: "ratio" };
  expect(shareOf(reading("80", rate), reading("100", rate))).toBeUndefined();
});
