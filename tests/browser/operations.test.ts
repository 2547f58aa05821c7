// What is done with rows, periods and keys, without a browser: every operation on every row of the annex.

import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { carrier, changeOf, placeOf } from "../../www/src/changes.ts";
import { carryExposure, carryFindings } from "../../www/src/findings.ts";
import { turnBack, turnForth } from "../../www/src/history.ts";
import { type Press, commandOf } from "../../www/src/keys.ts";
import { oneAtATime } from "../../www/src/one-at-a-time.ts";
import { PERIOD_KINDS, addPeriod, changeKind, movePeriod, removePeriod } from "../../www/src/periods.ts";
import {
  MOST_ROWS,
  type RowChange,
  addBelow,
  addCategory,
  addDimension,
  addToDimension,
  duplicate,
  file,
  move,
  places,
  remove,
} from "../../www/src/rows.ts";
import { type State, redo, start, step, undo } from "../../www/src/state.ts";
import { fieldOf, fields, hasGroup, layOut, runEnd, runStart, type Level } from "../../www/src/table-layout.ts";
import type { Indicator, Table } from "../../www/src/types.ts";
import { above, neighbour, type Direction } from "../../www/src/walk.ts";
import { WORDS } from "../../www/src/words.ts";

const annex = [1, 2, 3, 4, 5].map(
  (number) =>
    JSON.parse(readFileSync(new URL(`../suite/annex/table-${number}.json`, import.meta.url), "utf8")) as Table,
);
const [first] = annex as [Table];

const ROW_OPERATIONS: Readonly<Record<string, (table: Table, row: number) => RowChange | undefined>> = {
  addBelow,
  duplicate,
  addToDimension,
  addDimension,
  addCategory,
  remove,
  up: (table, row) => move(table, row, -1),
  down: (table, row) => move(table, row, 1),
};

function after(table: Table, change: RowChange | undefined): Table {
  expect(change).toBeDefined();
  return step(start(table), change?.patch ?? []).table;
}

function everyRow(check: (table: Table, row: number) => void): void {
  for (const table of annex) table.indicators.forEach((_, row) => check(table, row));
}

/** The rows in which the merged cells of a table begin. */
function cells({ indicators }: Table, level: Level): number[] {
  return indicators
    .map((_, index) => index)
    .filter((index) => runStart(indicators, index, level) === index)
    .filter((index) => level !== "group" || hasGroup(indicators[index]));
}

const levels = ({ category, dimension, dimensionLabel, group }: Indicator) => ({
  category,
  dimension,
  dimensionLabel,
  group,
});

for (const [name, operate] of Object.entries(ROW_OPERATIONS)) {
  test(`${name} on any row leads to a row, and undo back to the same table`, () => {
    let count = 0;
    everyRow((table, row) => {
      const change = operate(table, row);
      if (change === undefined) return;
      count += 1;
      const state = step(start(table), change.patch);
      expect(state.table.indicators[change.row]).toBeDefined();
      expect(layOut(state.table.indicators).sections.flatMap(({ rows }) => rows).length).toBe(
        state.table.indicators.length,
      );
      expect(undo(state).table).toEqual(table);
      expect(redo(undo(state)).table).toEqual(state.table);
    });
    expect(count).toBeGreaterThan(0);
  });
}

test("a row added below, or a copy, stands in the same merged cells, which grow", () => {
  everyRow((table, row) => {
    for (const operate of [addBelow, duplicate]) {
      const { indicators } = after(table, operate(table, row));
      expect(indicators.length).toBe(table.indicators.length + 1);
      expect(levels(indicators[row + 1] as Indicator)).toEqual(levels(indicators[row] as Indicator));
      for (const level of ["category", "dimension"] as const) {
        expect(cells({ ...table, indicators }, level).length).toBe(cells(table, level).length);
      }
    }
  });
  const copy = after(first, duplicate(first, 0)).indicators;
  expect(copy[1]).toEqual(copy[0]);
  expect(after(first, addBelow(first, 0)).indicators[1]).toMatchObject({ name: "", targets: {} });
});

test("an indicator is added at the end of its second level, in no item", () => {
  const { indicators } = after(first, addToDimension(first, 0));
  expect(indicators[5]).toEqual({ category: "output", dimension: "quantity", name: "", targets: {} });
});

test("a new second level is the next usual one, and a new category the one that is missing", () => {
  const [, second] = annex as [Table, Table];
  const withLevel = addDimension(first, 15);
  // Satisfaction has one usual second level, which is there already.
  expect(after(first, withLevel).indicators[withLevel?.row ?? 0]).toMatchObject({
    category: "satisfaction",
    dimension: "other",
  });
  const blank: Table = { ...second, indicators: [{ category: "output", dimension: "quality", name: "", targets: {} }] };
  expect(after(blank, addDimension(blank, 0)).indicators[1]).toMatchObject({ dimension: "quantity" });
  expect(after(blank, addCategory(blank, 0)).indicators[1]).toMatchObject({
    category: "cost",
    dimension: "economic-cost",
  });
});

test("the last row of a table is emptied and not taken out", () => {
  const [row] = first.indicators;
  const table: Table = { ...first, indicators: [row as Indicator] };
  const { indicators } = after(table, remove(table, 0));
  expect(indicators).toEqual([{ ...levels(row as Indicator), name: "", targets: {} }]);
});

test("no table grows beyond 500 rows", () => {
  const [row] = first.indicators;
  const table: Table = { ...first, indicators: Array.from({ length: MOST_ROWS }, () => ({ ...(row as Indicator) })) };
  for (const operate of [addBelow, duplicate, addToDimension, addDimension]) expect(operate(table, 3)).toBeUndefined();
});

test("no move breaks a merged cell apart or loses a row", () => {
  everyRow((table, row) => {
    for (const by of [-1, 1] as const) {
      const change = move(table, row, by);
      if (change === undefined) continue;
      const moved = after(table, change);
      expect(moved.indicators.map(({ name }) => name).sort()).toEqual(table.indicators.map(({ name }) => name).sort());
      for (const level of ["category", "dimension", "group"] as const) {
        expect(cells(moved, level).length).toBeLessThanOrEqual(cells(table, level).length);
      }
    }
  });
});

// Rows of table 1: 0-1 and 3-4 in items of 数量, 2 in an item of its own, 5 质量, 6-8 时效, 9 成本.
test("rows of the same merged cells change places", () => {
  const { indicators } = after(first, move(first, 1, -1));
  expect(indicators.slice(0, 2)).toEqual([first.indicators[1], first.indicators[0]]);
});

test("a row with a merged cell for itself goes past the whole cell of its neighbour, and keeps its levels", () => {
  const item = after(first, move(first, 2, -1)).indicators;
  expect(item[0]).toEqual(first.indicators[2]);
  expect(item[1]).toEqual(first.indicators[0]);
  const quality = after(first, move(first, 5, -1)).indicators;
  expect(quality[0]).toEqual(first.indicators[5]);
  const satisfaction = move(first, 15, -1);
  expect(satisfaction?.row).toBe(10);
  expect(after(first, satisfaction).indicators[10]).toEqual(first.indicators[15]);
});

test("a row at the border of a larger cell steps over into the neighbour's", () => {
  const change = move(first, 6, -1);
  expect(change?.row).toBe(6);
  const row = after(first, change).indicators[6];
  expect(row).toMatchObject({ category: "output", dimension: "quality" });
  expect(row?.name).toBe(first.indicators[6]?.name);
  // Out of an item of two rows, into that of one.
  expect(after(first, move(first, 1, 1)).indicators[1]?.group).toBe(first.indicators[2]?.group);
});

test("no row steps over into another category, where its second level would mean nothing", () => {
  expect(move(first, 9, 1)?.row).toBeUndefined();
  expect(move(first, 10, -1)).toBeUndefined();
  expect(move(first, 0, -1)).toBeUndefined();
  expect(move(first, 15, 1)).toBeUndefined();
});

test("a row can be filed under every other second level, at its end", () => {
  everyRow((table, row) => {
    for (const place of places(table)) {
      const change = file(table, row, place);
      if (change === undefined) continue;
      const state = step(start(table), change.patch);
      const { indicators } = state.table;
      expect(indicators[change.row]).toMatchObject({ ...place, name: table.indicators[row]?.name });
      expect(indicators[change.row]?.group).toBeUndefined();
      expect(runEnd(indicators, change.row, "dimension")).toBe(change.row + 1);
      expect(undo(state).table).toEqual(table);
    }
  });
  expect(file(first, 0, { category: "output", dimension: "quantity" })).toBeUndefined();
});

test("periods are added in the order of time, with ids of their own, four at most", () => {
  let state: State = start(first);
  for (const kind of ["overall", "stage"] as const) state = step(state, addPeriod(state.table, kind)?.patch ?? []);
  expect(state.table.periods.map(({ id, label }) => [id, label])).toEqual([
    ["stage", first.periods[0]?.label],
    ["stage-2", "阶段目标"],
    ["annual", first.periods[1]?.label],
    ["overall", "总体目标"],
  ]);
  expect(addPeriod(state.table, "cycle")).toBeUndefined();
  expect(undo(undo(state)).table).toEqual(first);
});

test("a new period does not inherit targets that had lost theirs", () => {
  const stray: Table = { ...first, periods: first.periods.slice(1) };
  const { periods } = step(start(stray), addPeriod(stray, "stage")?.patch ?? []).table;
  expect(periods[0]?.id).toBe("stage-2");
});

test("a period goes with its targets and comes back with them; the only one stays", () => {
  for (const table of annex) {
    table.periods.forEach(({ id }, period) => {
      const change = removePeriod(table, period);
      if (table.periods.length === 1) return expect(change).toBeUndefined();
      const state = step(start(table), change?.patch ?? []);
      expect(state.table.periods.length).toBe(table.periods.length - 1);
      expect(JSON.stringify(state.table)).not.toContain(`"${id}":`);
      expect(undo(state).table).toEqual(table);
    });
  }
});

test("a period's kind changes the words its label begins with, and never its id", () => {
  const { periods } = step(start(first), changeKind(first, 0, "cycle")?.patch ?? []).table;
  expect(periods[0]).toMatchObject({ id: "stage", kind: "cycle", label: "实施周期目标（6月底前）" });
  const named: Table = { ...first, periods: first.periods.map((period) => ({ ...period, label: "上半年" })) };
  for (const kind of PERIOD_KINDS) {
    expect(step(start(named), changeKind(named, 0, kind)?.patch ?? []).table.periods[0]?.label).toBe("上半年");
  }
});

test("periods change places and keep their targets", () => {
  const { periods, indicators } = step(start(first), movePeriod(first, 0, 1)?.patch ?? []).table;
  expect(periods.map(({ id }) => id)).toEqual(["annual", "stage"]);
  expect(indicators).toEqual(first.indicators);
  expect(movePeriod(first, 0, -1)).toBeUndefined();
});

test("undo and redo say what they did and where", () => {
  const deleted = step(start(first), remove(first, 2)?.patch ?? []);
  const back = turnBack(deleted);
  expect(back.said(WORDS.zh)).toBe("已撤销：删除第 3 行。");
  expect(back.field).toBe("/indicators/2/name");
  expect(turnForth(back.state).said(WORDS.en)).toBe("Done again: deleting row 3.");

  const moved = step(start(first), move(first, 5, -1)?.patch ?? []);
  expect(turnBack(moved).said(WORDS.zh)).toBe("已撤销：移动第 6 行。");
  expect(turnBack(moved).field).toBe("/indicators/5/name");
  expect(turnForth(turnBack(moved).state).field).toBe("/indicators/0/name");

  const typed = step(start(first), [{ op: "replace", path: "/indicators/0/targets/annual", value: "11" }]);
  expect(turnBack(typed).said(WORDS.zh)).toMatch(/^已撤销：修改“产出指标 \/ 数量指标 \/ .* \/ 年度目标”。$/);
  expect(turnBack(start(first)).said(WORDS.zh)).toBe("没有可撤销的操作。");
  expect(turnForth(start(first)).said(WORDS.zh)).toBe("没有可重做的操作。");
});

test("a change is named after what it did most", () => {
  const merged = [
    { op: "replace", path: "/indicators/0/dimension", value: "quality" },
    { op: "replace", path: "/indicators/1/dimension", value: "quality" },
  ] as const;
  expect(changeOf(first, merged)).toEqual({ of: "field", at: "/indicators/0/dimension" });
  expect(changeOf(first, [{ op: "replace", path: "", value: {} }])).toEqual({ of: "table" });
  expect(changeOf(first, removePeriod(first, 0)?.patch ?? [])).toEqual({ of: "period", how: "removed", number: 1 });
  const two = changeOf(first, [
    { op: "replace", path: "/applicant/name", value: "" },
    { op: "replace", path: "/project/name", value: "" },
  ]);
  expect(two).toEqual({ of: "fields", at: "/applicant/name", count: 2 });
  expect(placeOf(first, { of: "row", how: "added", number: 99 })).toBe("/indicators/15/name");
});

test("memory holds 200 steps", () => {
  let state = start(first);
  for (let number = 0; number < 250; number += 1) {
    state = step(state, [{ op: "replace", path: "/applicant/name", value: String(number) }]);
  }
  expect(state.past.length).toBe(200);
});

test("what is known of rows goes with them when they move", () => {
  const carry = carrier(first, after(first, remove(first, 2)));
  expect(carry("/indicators/1/name")).toBe("/indicators/1/name");
  expect(carry("/indicators/2/name")).toBeUndefined();
  expect(carry("/indicators/3/targets/annual")).toBe("/indicators/2/targets/annual");
  expect(carry("/project/name")).toBe("/project/name");
  const same = carrier(first, step(start(first), [{ op: "remove", path: "/indicators/3/unit" }]).table);
  expect(same("/indicators/3/unit")).toBe("/indicators/3/unit");
});

test("a finding goes with its row, without the fix that names rows by where they were", () => {
  const finding = { aspect: "relevance", message: "", params: {}, rule: "vague-target", severity: "warning" } as const;
  const fix = { title: "", patch: [] };
  const carried = carryFindings(
    [1, 2, 3].map((row) => ({ ...finding, at: `/indicators/${row}/name`, fix })),
    carrier(first, after(first, remove(first, 2))),
  );
  expect(carried.map(({ at, fix }) => [at, fix === null])).toEqual([
    ["/indicators/1/name", false],
    ["/indicators/2/name", true],
  ]);
  const exposure = { all: false, fields: new Set(["/indicators/3/name", "/indicators/2/unit"]) };
  expect(Array.from(carryExposure(exposure, carrier(first, after(first, remove(first, 2)))).fields)).toEqual([
    "/indicators/2/name",
  ]);
});

const BACK: Readonly<Record<Direction, Direction>> = { up: "down", down: "up", left: "right", right: "left" };

test("every field is reached by arrows, and each step leads back or into a merged cell", () => {
  for (const table of annex) {
    const all = fields(table);
    const reached = new Set<string>(["/project/name"]);
    for (const at of reached) {
      for (const direction of ["up", "down", "left", "right"] as const) {
        const next = neighbour(table, at, direction);
        if (next === undefined) continue;
        expect(all).toContain(next);
        expect(next).not.toBe(at);
        expect(neighbour(table, next, BACK[direction])).toBeDefined();
        reached.add(next);
      }
    }
    expect(Array.from(reached).sort()).toEqual([...all].sort());
  }
});

test("arrows keep the column, and a merged cell is one step", () => {
  expect(neighbour(first, "/indicators/3/targets/annual", "up")).toBe("/indicators/2/targets/annual");
  expect(neighbour(first, "/indicators/4/name", "left")).toBe("/indicators/3/group");
  expect(neighbour(first, "/indicators/0/dimension", "down")).toBe("/indicators/5/dimension");
  expect(neighbour(first, "/indicators/0/targets/annual", "up")).toBe("/periods/0/goal");
  expect(neighbour(first, "/indicators/15/name", "down")).toBeUndefined();
  expect(neighbour(first, "/project/name", "up")).toBeUndefined();
  expect(above(first, "/indicators/0/name")).toBeUndefined();
  expect(above(first, "/indicators/5/dimension")).toBe("/indicators/0/dimension");
  expect(fieldOf(first, "/indicators/5/group")).toBe("/indicators/5/name");
});

const press = (keys: Partial<Press> & { key: string }): Press => ({
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...keys,
});

test("keys are commands, Cmd on a Mac, and none while an input method composes", () => {
  const control = (key: string, more: Partial<Press> = {}) => commandOf(press({ key, ctrlKey: true, ...more }), false);
  expect(control("z")).toEqual({ do: "undo" });
  expect(control("Z", { shiftKey: true })).toEqual({ do: "redo" });
  expect(control("y")).toEqual({ do: "redo" });
  expect(control("D")).toEqual({ do: "copy-above" });
  expect(control("ArrowLeft")).toEqual({ do: "go", to: "left" });
  expect(control("Enter")).toEqual({ do: "add-row" });
  expect(commandOf(press({ key: "ArrowUp", altKey: true }), false)).toEqual({ do: "move-row", by: -1 });
  expect(commandOf(press({ key: "F8", shiftKey: true }), false)).toEqual({ do: "next-finding", by: -1 });
  expect(commandOf(press({ key: "z", metaKey: true }), true)).toEqual({ do: "undo" });

  for (const key of ["z", "ArrowUp", "s"]) {
    expect(control(key, { isComposing: true })).toBeUndefined();
    expect(control(key, { keyCode: 229 })).toBeUndefined();
    // AltGr is Ctrl and Alt together, and writes characters.
    expect(control(key, { altKey: true })).toBeUndefined();
    expect(commandOf(press({ key, ctrlKey: true }), true)).toBeUndefined();
  }
  for (const key of ["Enter", "ArrowUp", "a", "z"]) expect(commandOf(press({ key }), false)).toBeUndefined();
  expect(commandOf(press({ key: "ArrowLeft", altKey: true }), false)).toBeUndefined();
});

test("what is asked while a task runs is done once, when it has answered", async () => {
  const answers: (() => void)[] = [];
  const ask = oneAtATime(async (answered) => {
    await new Promise<void>((resolve) => answers.push(resolve));
    answered();
  });
  const runs = [ask(), ask(), ask()];
  expect(answers.length).toBe(1);
  expect(runs[1]).toBe(runs[2]);
  answers[0]?.();
  await runs[0];
  await expect.poll(() => answers.length, { timeout: 30_000 }).toBe(2);
  answers[1]?.();
  await Promise.all(runs);
  expect(answers.length).toBe(2);
});
