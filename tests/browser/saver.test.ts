// How a draft is kept, without a browser: with a store and a clock of the test's own.

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { blankTable } from "../../www/src/blank.ts";
import { differences } from "../../www/src/drafts/differences.ts";
import { type Draft, type Judged, type Snapshot, changesOf, readDraft } from "../../www/src/drafts/draft.ts";
import { Desk } from "../../www/src/drafts/desk.ts";
import type { Presence } from "../../www/src/drafts/presence.ts";
import { Saver, type Work } from "../../www/src/drafts/saver.ts";
import { type DraftStore, type Refusal, Refused } from "../../www/src/drafts/store.ts";
import { NOTHING_YET } from "../../www/src/findings.ts";
import { apply, type Json } from "../../www/src/patch.ts";
import type { Table } from "../../www/src/types.ts";
import { WORDS } from "../../www/src/words.ts";
import { DRAFT_WORDS, when } from "../../www/src/words/drafts.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 5, 1, 10, 32) }));
afterEach(() => void vi.useRealTimers());

/** A store in memory whose writes end when the test says so, with the rules of the real one. */
class TestStore implements DraftStore {
  readonly drafts = new Map<string, Draft>();
  readonly kept: Snapshot[] = [];
  writes = 0;
  running = 0;
  mostRunning = 0;
  refusal: Refusal | undefined;
  /** How long a write takes. */
  takes = 0;

  all = () => Promise.resolve(Array.from(this.drafts.values()));
  last = async () => (await this.all()).sort((a, b) => b.counter - a.counter)[0];
  get = (id: string) => Promise.resolve(this.drafts.get(id));
  snapshots = (id: string) => Promise.resolve(this.kept.filter(({ draft }) => draft === id));
  rename = (id: string, name: string) => {
    const draft = this.drafts.get(id);
    if (draft !== undefined) this.drafts.set(id, { ...draft, name });
    return Promise.resolve();
  };
  remove = (id: string) => Promise.resolve(void this.drafts.delete(id));
  restore = (raw: unknown) => Promise.resolve(void this.drafts.set((raw as Draft).id, raw as Draft));

  async put(draft: Omit<Draft, "counter">, known: number, snapshots: readonly Snapshot[]) {
    this.writes += 1;
    this.running += 1;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    if (this.takes > 0) await new Promise((resolve) => setTimeout(resolve, this.takes));
    this.running -= 1;
    if (this.refusal !== undefined) throw new Refused(this.refusal);
    const stored = this.drafts.get(draft.id);
    if (stored !== undefined && stored.counter !== known) return undefined;
    const counter = 1 + Math.max(0, ...Array.from(this.drafts.values(), ({ counter }) => counter));
    this.drafts.set(draft.id, { ...draft, counter });
    this.kept.push(...snapshots);
    return counter;
  }
}

const BLANK = blankTable();

function typed(name: string, table: Table = BLANK): Work {
  return { table: { ...table, applicant: { name } }, exposure: NOTHING_YET, judged: undefined };
}

const blank = (): Work => ({ table: BLANK, exposure: NOTHING_YET, judged: undefined });

function saverOf(store: DraftStore, mayWrite = Promise.resolve(true)): Saver {
  return new Saver(store, { id: "a", counter: 0, savedAt: 0 }, blank(), mayWrite, () => undefined);
}

test("a change is written at once, and what follows within a second", async () => {
  const store = new TestStore();
  store.takes = 50;
  const saver = saverOf(store);
  for (let letter = 1; letter <= 100; letter += 1) {
    saver.keep(typed("字".repeat(letter)));
    await vi.advanceTimersByTimeAsync(30);
    const age = letter - (store.drafts.get("a")?.table.applicant.name.length ?? 0);
    expect(age * 30).toBeLessThanOrEqual(1000);
  }
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.drafts.get("a")?.table.applicant.name.length).toBe(100);
  expect(store.mostRunning).toBe(1);
  expect(store.writes).toBeLessThan(20);
  expect(saver.saved).toEqual({ is: "saved", at: expect.any(Number) });
});

test("a table that nobody touched is not stored, and nothing is lost without it", async () => {
  const store = new TestStore();
  const saver = saverOf(store);
  const work = saver.work;
  saver.keep({ ...work, exposure: { all: true, fields: new Set() } });
  await vi.advanceTimersByTimeAsync(5000);
  expect(store.writes).toBe(0);
  expect(saver.holds(work.table)).toBe(true);
  expect(saver.saved.is).toBe("empty");
});

test("a change that is still not written after a second is called unsaved", async () => {
  const store = new TestStore();
  const saver = saverOf(store);
  saver.keep(typed("一"));
  await vi.advanceTimersByTimeAsync(500);
  expect(saver.saved.is).toBe("saved");
  store.takes = 60_000;
  const work = typed("二");
  saver.keep(work);
  expect(saver.holds(work.table)).toBe(false);
  await vi.advanceTimersByTimeAsync(900);
  expect(saver.saved.is).toBe("saved");
  await vi.advanceTimersByTimeAsync(200);
  expect(saver.saved.is).toBe("unsaved");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saver.saved.is).toBe("saved");
  expect(saver.holds(work.table)).toBe(true);
});

for (const why of ["full", "refused", "missing"] as const) {
  test(`a store that is ${why} is said to be so until a write succeeds, without a further change`, async () => {
    const store = new TestStore();
    store.refusal = why;
    const saver = saverOf(store);
    const work = typed("一");
    saver.keep(work);
    await vi.advanceTimersByTimeAsync(100);
    expect(saver.saved).toEqual({ is: "refused", why });
    expect(saver.holds(work.table)).toBe(false);
    store.refusal = undefined;
    await vi.advanceTimersByTimeAsync(2100);
    expect(saver.saved.is).toBe("saved");
    expect(store.drafts.get("a")?.table.applicant.name).toBe("一");
  });
}

test("nothing is written before it is known whether another tab has the draft", async () => {
  const store = new TestStore();
  let answer: (may: boolean) => void = () => undefined;
  const saver = saverOf(store, new Promise((resolve) => (answer = resolve)));
  saver.keep(typed("一"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.writes).toBe(0);
  answer(false);
  await vi.advanceTimersByTimeAsync(5000);
  expect(store.writes).toBe(0);
  expect(saver.saved.is).toBe("elsewhere");
});

test("a clock that was set back does not change which draft is the last one", async () => {
  const store = new TestStore();
  const saver = saverOf(store);
  saver.keep(typed("一"));
  await vi.advanceTimersByTimeAsync(1000);
  vi.setSystemTime(new Date(2020, 0, 1));
  const later = new Saver(store, { id: "b", counter: 0, savedAt: 0 }, blank(), Promise.resolve(true), () => undefined);
  later.keep(typed("二"));
  await vi.advanceTimersByTimeAsync(1000);
  expect((await store.last())?.id).toBe("b");
  expect(store.drafts.get("b")?.savedAt).toBeLessThan(store.drafts.get("a")?.savedAt ?? 0);
});

test("the state before a sweeping change, and one from time to time, are kept to go back to", async () => {
  const store = new TestStore();
  const saver = saverOf(store);
  const first = typed("一");
  saver.keep(first);
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.kept).toEqual([]);

  saver.keep({ ...first, table: { ...first.table, indicators: [] } });
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.kept.map(({ table }) => table)).toEqual([first.table]);

  for (let field = 0; field < 25; field += 1) {
    saver.keep(typed(`第 ${field} 格`));
    saver.step();
  }
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.kept.map(({ table }) => table.applicant.name)).toEqual(["一", "第 24 格"]);

  await vi.advanceTimersByTimeAsync(180_000);
  saver.keep(typed("后来"));
  saver.step();
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.kept.map(({ table }) => table.applicant.name).slice(2)).toEqual(["后来"]);
});

// The desk

/** Tabs that know of each other at once. */
class TestPresence {
  readonly holders = new Map<string, () => void>();
  meet = (taken: () => void): Presence => {
    let held: string | undefined;
    const hold = (draft: string): void => {
      if (held !== undefined && this.holders.get(held) === taken) this.holders.delete(held);
      held = draft;
      this.holders.set(draft, taken);
    };
    return {
      enter: (draft) => {
        const holder = this.holders.get(draft);
        if (holder !== undefined && holder !== taken) return Promise.resolve(false);
        hold(draft);
        return Promise.resolve(true);
      },
      take: (draft) => {
        const holder = this.holders.get(draft);
        hold(draft);
        if (holder !== taken) holder?.();
        return Promise.resolve();
      },
    };
  };
}

function deskOf(store: DraftStore, presence: TestPresence) {
  const forked: string[] = [];
  const events = {
    changed: () => undefined,
    forked: (name: string) => void forked.push(name),
    copyName: (name: string) => `${name}（副本）`,
  };
  return { desk: new Desk(store, presence.meet, events, blank()), forked };
}

/** A draft in the store, and two desks: one that has it, one that finds it taken. */
async function twoTabs() {
  const store = new TestStore();
  const presence = new TestPresence();
  const one = deskOf(store, presence);
  one.desk.keep(typed("一"));
  await vi.advanceTimersByTimeAsync(1000);
  const other = deskOf(store, presence);
  const last = await other.desk.last();
  if (last === undefined || !("draft" in last)) throw new Error("no draft was stored");
  other.desk.resume(last.draft);
  await vi.advanceTimersByTimeAsync(0);
  return { store, one, other };
}

test("the second tab finds the draft taken, and what is typed there becomes a new draft", async () => {
  const { store, one, other } = await twoTabs();
  expect(other.desk.saved.is).toBe("elsewhere");
  expect(store.writes).toBe(1);
  other.desk.keep(typed("二", other.desk.work.table));
  await vi.advanceTimersByTimeAsync(1000);
  expect(other.forked).toEqual(["（副本）"]);
  expect(other.desk.saved.is).toBe("saved");
  expect(store.drafts.get(one.desk.id)?.table.applicant.name).toBe("一");
  expect(store.drafts.get(other.desk.id)?.table.applicant.name).toBe("二");
  expect(store.drafts.size).toBe(2);
});

test("a draft that is taken over is told to the first tab, which writes no more over it", async () => {
  const { store, one, other } = await twoTabs();
  const draft = await other.desk.takeOver();
  await vi.advanceTimersByTimeAsync(0);
  expect(draft?.table.applicant.name).toBe("一");
  expect(other.desk.saved.is).toBe("saved");
  expect(one.desk.saved.is).toBe("elsewhere");
  expect(one.forked).toEqual([]);

  other.desk.keep(typed("二"));
  one.desk.keep(typed("三"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.drafts.get(other.desk.id)?.table.applicant.name).toBe("二");
  expect(one.forked).toEqual(["（副本）"]);
  expect(store.drafts.get(one.desk.id)?.table.applicant.name).toBe("三");
});

test("a tab that hears of nothing is still refused when it writes over the other one's work", async () => {
  const store = new TestStore();
  const one = deskOf(store, new TestPresence());
  one.desk.keep(typed("一"));
  await vi.advanceTimersByTimeAsync(1000);
  const other = deskOf(store, new TestPresence());
  const last = await other.desk.last();
  if (last !== undefined && "draft" in last) other.desk.resume(last.draft);
  other.desk.keep(typed("二"));
  await vi.advanceTimersByTimeAsync(1000);
  one.desk.keep(typed("三"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(Array.from(store.drafts.values(), ({ table }) => table.applicant.name).sort()).toEqual(["三", "二"].sort());
  expect(one.forked).toEqual(["（副本）"]);
});

test("an opened table is a draft of its own, and undoing its opening goes back to the draft of before", async () => {
  const store = new TestStore();
  const { desk } = deskOf(store, new TestPresence());
  const mine = typed("我的");
  desk.keep(mine);
  const id = desk.id;
  const opened = typed("文件里的");
  desk.begin(mine.table, opened, true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(desk.id).not.toBe(id);
  expect(store.drafts.size).toBe(2);

  desk.keep(mine);
  expect(desk.id).toBe(id);
  desk.keep(typed("我的，改过"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.drafts.get(id)?.table.applicant.name).toBe("我的，改过");
  expect(store.drafts.size).toBe(2);
});

test("an example is stored when it is changed", async () => {
  const store = new TestStore();
  const { desk } = deskOf(store, new TestPresence());
  const example = typed("示例");
  desk.begin(desk.work.table, example, false);
  desk.keep(example);
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.drafts.size).toBe(0);
  expect(desk.holds(example.table)).toBe(true);
  desk.keep(typed("示例，改过"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.drafts.size).toBe(1);
});

test("a draft that could not be written before another was opened still counts as unsaved", async () => {
  const store = new TestStore();
  store.refusal = "full";
  const { desk } = deskOf(store, new TestPresence());
  const mine = typed("我的");
  desk.keep(mine);
  await vi.advanceTimersByTimeAsync(100);
  const example = typed("示例");
  desk.begin(mine.table, example, false);
  expect(desk.holds(example.table)).toBe(false);
  store.refusal = undefined;
  await vi.advanceTimersByTimeAsync(3000);
  expect(desk.holds(example.table)).toBe(true);
});

// Plain functions

test("whatever a store holds is a draft or says why it is none", () => {
  const exposure = { all: false, fields: [] };
  const sound = { format: 1, id: "a", counter: 3, savedAt: 5, table: blankTable(), exposure };
  expect(readDraft(sound)).toEqual({ draft: sound });
  const newer = { ...sound, format: 2, table: { parts: [] }, name: "新版" };
  expect(readDraft(newer)).toEqual({ unreadable: { id: "a", why: "newer", counter: 3, name: "新版", raw: newer } });
  const damages: unknown[] = [
    null,
    "x",
    {},
    { ...sound, table: undefined },
    { ...sound, table: { ...blankTable(), indicators: [{}] } },
    { ...sound, counter: "3" },
    { ...sound, format: "1" },
  ];
  for (const raw of damages) expect(readDraft(raw)).toMatchObject({ unreadable: { why: "damaged" } });
  // What is beside the table is not worth losing it.
  const beside = { ...sound, savedAt: "gestern", exposure: 7, judged: { engine: 1 }, name: 9 };
  expect(readDraft(beside)).toEqual({ draft: { ...sound, savedAt: 0 } });
});

const JUDGED: Judged = {
  engine: "1",
  ruleset: "2024.1",
  profile: "guangdong-2024",
  lang: "zh",
  digest: "d",
  findings: [
    { rule: "a", at: "/x", message: "甲" },
    { rule: "b", at: "/y", message: "乙" },
  ],
};

test("what other rules say differently is listed, and only of the very same table", () => {
  const now = {
    ...JUDGED,
    ruleset: "2025.1",
    findings: [
      { rule: "b", at: "/y", message: "乙" },
      { rule: "c", at: "/z", message: "丙" },
    ],
  };
  expect(changesOf(JUDGED, JUDGED)).toBeUndefined();
  const changes = changesOf(JUDGED, now);
  expect(changes?.came?.map(({ message }) => message)).toEqual(["丙"]);
  expect(changes?.went?.map(({ message }) => message)).toEqual(["甲"]);
  const later = { ...now, digest: "e" };
  expect(changesOf(JUDGED, later)).toEqual({ from: JUDGED, to: later });
});

test("what changed between two states is told in the form's own names", () => {
  const before = blankTable() as unknown as Json;
  const after = apply(before, [
    { op: "replace", path: "/applicant/name", value: "某市" },
    { op: "replace", path: "/indicators/0/name", value: "金融产品" },
    { op: "add", path: "/indicators/0/targets/annual", value: "10" },
    { op: "add", path: "/indicators/1", value: { category: "output", dimension: "quality", name: "新行", targets: {} } },
    { op: "remove", path: "/periods/1" },
  ]).value;
  const [one, other] = [before, after] as unknown as [Table, Table];
  expect(differences(one, other, WORDS.zh)).toEqual({
    fields: ["申报单位", "年度目标 / 目标名称", "产出指标 / 数量指标 / 金融产品 / 指标名称"],
    added: ["新行"],
    removed: [],
  });
  expect(differences(other, other, WORDS.zh)).toEqual({ fields: [], added: [], removed: [] });
  expect(differences(other, one, WORDS.zh).removed).toEqual(["新行"]);
});

test("a time of today is told by the hour, another by its day", () => {
  const now = new Date(2026, 5, 1, 10, 32).getTime();
  expect(when(new Date(2026, 5, 1, 9, 5).getTime(), now, DRAFT_WORDS.zh)).toBe("09:05");
  expect(when(new Date(2026, 4, 31, 23, 59).getTime(), now, DRAFT_WORDS.zh)).toBe("5月31日 23:59");
  expect(when(new Date(2025, 11, 1, 0, 0).getTime(), now, DRAFT_WORDS.en)).toBe("1 Dec 2025 00:00");
});
