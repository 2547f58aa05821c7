// The document without a browser: patches, merged cells and the small Markdown, where many cases cost little.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

import { blankTable } from "../../www/src/blank.ts";
import { edit, tidied } from "../../www/src/edits.ts";
import { parseMarkdown } from "../../www/src/markdown.ts";
import { apply, asJson, find, type Json, type Patch } from "../../www/src/patch.ts";
import { pointer, steps } from "../../www/src/pointer.ts";
import { exampleLines } from "../../www/src/rule-example.ts";
import { shaped } from "../../www/src/shapes.ts";
import { open, redo, start, step, undo, write, type State } from "../../www/src/state.ts";
import { fieldOf, layOut, nameOf } from "../../www/src/table-layout.ts";
import type { Table } from "../../www/src/types.ts";
import { WORDS } from "../../www/src/words.ts";

const annex = [1, 2, 3, 4, 5].map(
  (number) =>
    JSON.parse(readFileSync(new URL(`../suite/annex/table-${number}.json`, import.meta.url), "utf8")) as Table,
);

test("the generated types are fresh", () => {
  const script = fileURLToPath(new URL("../../www/generate.js", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

const PATCHES: readonly (readonly [string, Json, Patch, Json])[] = [
  ["adds to an object", { a: 1 }, [{ op: "add", path: "/b", value: 2 }], { a: 1, b: 2 }],
  ["adds over what is there", { a: 1 }, [{ op: "add", path: "/a", value: 2 }], { a: 2 }],
  ["inserts in an array", [1, 3], [{ op: "add", path: "/1", value: 2 }], [1, 2, 3]],
  ["appends to an array", [1], [{ op: "add", path: "/1", value: 2 }], [1, 2]],
  ["removes from an array", [1, 2, 3], [{ op: "remove", path: "/0" }], [2, 3]],
  ["removes from an object", { a: 1, b: 2 }, [{ op: "remove", path: "/a" }], { b: 2 }],
  ["replaces deep inside", { a: [{ b: "x" }] }, [{ op: "replace", path: "/a/0/b", value: "y" }], { a: [{ b: "y" }] }],
  ["replaces the whole", { a: 1 }, [{ op: "replace", path: "", value: [] }], []],
  [
    "takes one step after the other",
    [1],
    [
      { op: "add", path: "/0", value: 0 },
      { op: "remove", path: "/1" },
    ],
    [0],
  ],
];

for (const [what, before, patch, after] of PATCHES) {
  test(`a patch ${what}, and its way back leads back`, () => {
    const { value, back } = apply(before, patch);
    expect(value).toEqual(after);
    expect(apply(value, back).value).toEqual(before);
  });
}

test("a patch shares what it does not touch", () => {
  const before = { a: { deep: 1 }, b: { deep: 2 } };
  const { value } = apply(before, [{ op: "replace", path: "/a/deep", value: 3 }]);
  expect(find(value, "/b")).toBe(before.b);
});

test("pointers escape what they must", () => {
  expect(pointer("a/b", "c~d", 0)).toBe("/a~1b/c~0d/0");
  expect(steps("/a~1b/c~0d/0")).toEqual(["a/b", "c~d", "0"]);
  expect(steps("")).toEqual([]);
});

/** A run of the same pseudo-random numbers each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
}

test("undo leads back over any edits to the very table, and redo forward again", () => {
  const next = numbers(7);
  const texts = ["", "10", "≥85%", "𠮷", "一\n二"];
  for (const table of annex) {
    const fields = table.indicators.flatMap((_, row) =>
      ["name", "unit", "definition", "group", "targets/annual", "dimension"].map(
        (member) => `/indicators/${row}/${member}`,
      ),
    );
    const states: State[] = [start(table)];
    for (let round = 0; round < 200; round += 1) {
      const current = states[states.length - 1] as State;
      const at = fields[next(fields.length)] as string;
      const text = at.endsWith("dimension") ? "quality" : (texts[next(texts.length)] as string);
      const after = step(current, edit(current.table, at, text), String(round));
      if (after !== current) states.push(after);
    }
    expect(states.length).toBeGreaterThan(50);

    let state = states[states.length - 1] as State;
    for (const earlier of states.slice(0, -1).reverse()) {
      state = undo(state);
      expect(state.table).toEqual(earlier.table);
    }
    expect(undo(state)).toBe(state);
    for (const later of states.slice(1)) {
      state = redo(state);
      expect(state.table).toEqual(later.table);
    }
  }
});

test("what is typed in one visit is one step back", () => {
  let state = start(blankTable());
  for (const text of ["某", "某市", "某市局"]) state = step(state, write(state.table, "/applicant/name", text), "1");
  expect(state.past.length).toBe(1);
  expect(undo(state).table).toEqual(blankTable());
  expect(redo(undo(state)).table.applicant.name).toBe("某市局");
});

test("opening a table is a step like any other", () => {
  const [first, second] = annex as [Table, Table];
  const state = open(start(first), second);
  expect(state.table).toEqual(second);
  expect(undo(state).table).toEqual(first);
});

test("an emptied field is left out where the format allows it, and blank where not", () => {
  const [table] = annex as [Table];
  expect(write(table, "/indicators/0/unit", "")).toEqual([{ op: "remove", path: "/indicators/0/unit" }]);
  expect(write(table, "/support/amount", "")).toEqual([{ op: "remove", path: "/support/amount" }]);
  expect(write(table, "/applicant/name", "")).toEqual([{ op: "replace", path: "/applicant/name", value: "" }]);
  expect(write(table, "/applicant/name", table.applicant.name)).toEqual([]);
});

test("the official layout merges what belongs together", () => {
  const [table] = annex as [Table];
  const { sections, hasGroups } = layOut(table.indicators);
  expect(hasGroups).toBe(true);
  expect(sections.map(({ rows }) => rows.length)).toEqual([10, 5, 1]);
  const spans = sections[0]?.rows.map(({ dimensionRows, groupRows }) => [dimensionRows, groupRows]);
  expect(spans).toEqual([
    [5, 2],
    [0, 0],
    [0, 1],
    [0, 2],
    [0, 0],
    [1, 0],
    [3, 0],
    [0, 0],
    [0, 0],
    [1, 0],
  ]);
});

test("every row is drawn once, whatever the table", () => {
  for (const { indicators } of annex) {
    const rows = layOut(indicators).sections.flatMap((section) => section.rows.map(({ index }) => index));
    expect(rows).toEqual(indicators.map((_, index) => index));
  }
});

test("a merged cell is written for each of its rows", () => {
  const [table] = annex as [Table];
  const changed = edit(table, "/indicators/4/group", "能力提升");
  expect(changed.map(({ path }) => path)).toEqual(["/indicators/3/group", "/indicators/4/group"]);
});

test("each place has a field, the table as a whole has none", () => {
  const [table] = annex as [Table];
  expect(fieldOf(table, "/indicators/10/targets/annual")).toBe("/indicators/10/targets/annual");
  expect(fieldOf(table, "/indicators/4/group")).toBe("/indicators/3/group");
  expect(fieldOf(table, "/indicators/2/dimension")).toBe("/indicators/0/dimension");
  expect(fieldOf(table, "/indicators/2/targets/never")).toBe("/indicators/2/name");
  expect(fieldOf(table, "/indicators/99/name")).toBeUndefined();
  expect(fieldOf(table, "/periods/1/kind")).toBe("/periods/1/label");
  for (const own of ["/periods/1/end", "/project/code", "/applicant/creditCode", "/indicators/2/weight"]) {
    expect(fieldOf(table, own)).toBe(own);
  }
  expect(fieldOf(table, "/indicators")).toBeUndefined();
  expect(fieldOf(table, "")).toBeUndefined();
});

test("places are named in both languages", () => {
  const [table] = annex as [Table];
  expect(nameOf(table, "/indicators/15/targets/annual", WORDS.zh)).toBe(
    "满意度指标 / 服务对象满意度 / 项目服务企业、金融机构满意度 / 年度目标",
  );
  expect(nameOf(table, "/indicators/0/unit", WORDS.en)).toMatch(/^Output \/ Quantity \/ .*（项） \/ Unit$/);
  expect(nameOf(table, "", WORDS.zh)).toBe("全表");
});

test("Markdown becomes blocks and never markup", () => {
  const text =
    "# 名 `x`\n\n一行\n二行 **重** <b>x</b>\n\n- 甲\n- 乙\n  续\n\n1. 一\n\n```json bad\n{}\n# 不是标题\n```\n";
  expect(parseMarkdown(text)).toEqual([
    {
      kind: "heading",
      level: 1,
      text: [
        { kind: "text", text: "名 " },
        { kind: "code", text: "x" },
      ],
    },
    {
      kind: "paragraph",
      text: [
        { kind: "text", text: "一行二行 " },
        { kind: "strong", text: "重" },
        { kind: "text", text: " <b>x</b>" },
      ],
    },
    {
      kind: "list",
      ordered: false,
      items: [[{ kind: "text", text: "甲" }], [{ kind: "text", text: "乙续" }]],
    },
    { kind: "list", ordered: true, items: [[{ kind: "text", text: "一" }]] },
    { kind: "code", info: ["json", "bad"], text: "{}\n# 不是标题" },
  ]);
});

test("the page of every rule can be drawn, in both languages", () => {
  const rules = JSON.parse(readFileSync(new URL("../../schema/rules.json", import.meta.url), "utf8")) as {
    id: string;
    page: Record<"zh" | "en", string>;
  }[];
  expect(rules.length).toBeGreaterThanOrEqual(12);
  for (const { id, page } of rules) {
    for (const lang of ["zh", "en"] as const) {
      const blocks = parseMarkdown(page[lang]);
      expect(blocks.filter(({ kind }) => kind === "paragraph").length, id).toBeGreaterThan(0);
      expect(blocks.filter(({ kind }) => kind === "code").length, id).toBeGreaterThan(0);
    }
  }
});

test("an example is said in the words of the form, unless it is about JSON itself", () => {
  const text =
    '{"indicators":[{"category":"output","dimension":"quantity","name":"产品","unit":"项","targets":{"stage":"3"}}]}';
  expect(exampleLines(text, WORDS.zh)).toEqual([{ label: "数量指标 / 产品（项）", text: "阶段目标：3" }]);
  expect(exampleLines("[}", WORDS.zh)).toBeUndefined();
  expect(exampleLines('{"remark":1}', WORDS.zh)).toBeUndefined();
  expect(exampleLines('{"indicators":[{}]}', WORDS.zh)).toBeUndefined();
});

test("days, codes and weights are brought into the shape of the format, and other text is left alone", () => {
  const end = (text: string): string => shaped("/periods/0/end", text);
  for (const text of [
    "2024-6-30",
    "2024年6月30日",
    "2024/06/30",
    "２０２４．６．３０",
    "2024 年 6 月底",
    "2024年6月底前",
  ]) {
    expect(end(text)).toBe("2024-06-30");
  }
  expect(end("2024年2月末")).toBe("2024-02-29");
  expect(end("2025年底")).toBe("2025-12-31");
  expect(end(" 明年 ")).toBe("明年");
  expect(shaped("/indicators/0/weight", "１０％")).toBe("10");
  expect(shaped("/indicators/0/weight", "10.0 分")).toBe("10");
  expect(shaped("/indicators/0/weight", "2.5")).toBe("2.5");
  expect(shaped("/applicant/creditCode", " 9144 0101-ma59 ")).toBe("91440101MA59");
  const amountOf = (text: string): unknown =>
    apply(asJson(withAmount(text)), tidied(withAmount(text), "/support/amount")).value;
  const support = (text: string): unknown => (amountOf(text) as unknown as Table).support;
  expect(support("１，２００．５ 万元")).toEqual({ amount: "1200.5", unit: "万元" });
  expect(support("￥3300000元")).toEqual({ amount: "3300000", unit: "元" });
  expect(support("330")).toEqual({ amount: "330", unit: "万元" });
  for (const other of ["三百万", "330-400万元", "1,20"])
    expect(support(other)).toEqual({ amount: other, unit: "万元" });
  expect(shaped("/applicant/name", " ２０２４年6月底 ")).toBe(" ２０２４年6月底 ");
});

function withAmount(amount: string): Table {
  return { ...blankTable(), support: { amount, unit: "万元" } };
}
