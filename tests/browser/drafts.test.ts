import { readFileSync } from "node:fs";

import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";

import { objections } from "./axe.ts";
import { putRecord, storedDrafts, storedSnapshots } from "./drafts.ts";
import { type Form, eventually, field, openExample, useForm } from "./form.ts";

const open = useForm();

/** Fills in a field and waits until the last draft holds it. */
async function fill(page: Page, applicant: string): Promise<void> {
  await field(page, "申报单位").fill(applicant);
  await eventually(async () => (await storedDrafts(page))[0]?.table.applicant.name).toBe(applicant);
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole("button", { name: "检查", exact: true }).waitFor();
}

function status(page: Page, text: string | RegExp) {
  return page.getByRole("status").getByText(text);
}

/** Opens the list of drafts and returns its items. */
async function listDrafts(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "草稿", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "草稿" });
  await dialog.waitFor();
  return dialog.getByRole("list", { name: "草稿", exact: true }).getByRole("listitem");
}

/** Asks for a change of the document, as any part of the form does. */
function change(page: Page, patch: readonly object[]): Promise<void> {
  return page.evaluate((patch) => {
    const event = Object.assign(new Event("tt-patch"), { patch, then: {} });
    document.querySelector("target-table-form")?.dispatchEvent(event);
  }, patch);
}

/** Opens the form again in the same profile, as another tab. */
async function openTab({ page, url }: Form): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(url);
  await tab.getByRole("button", { name: "检查", exact: true }).waitFor();
  return tab;
}

/** Whether the browser would ask before the page is left. */
function warnsBeforeLeaving(page: Page): Promise<boolean> {
  return page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
}

const TABLE = {
  schemaVersion: "1",
  project: { name: "示范项目" },
  applicant: { name: "某市金融工作局" },
  support: { amount: "330", unit: "万元" },
  periods: [{ id: "annual", kind: "annual", label: "年度目标", goal: "发放贷款贴息。" }],
  indicators: [{ category: "output", dimension: "quantity", name: "补助用户", unit: "家", targets: { annual: "120" } }],
};

const DRAFT = {
  format: 1,
  id: "d1",
  counter: 100,
  savedAt: Date.now(),
  table: TABLE,
  exposure: { all: true, fields: [] },
};

test("what was typed is there again after the page was loaded again, rows beyond the template too", async () => {
  const { page, log } = await open();
  await field(page, "项目名称").fill("示范项目");
  const row = { category: "output", dimension: "quantity", name: "新加的一行", targets: { annual: "7" } };
  await change(page, [{ op: "add", path: "/indicators/1", value: row }]);
  await fill(page, "某市金融工作局");
  await page.getByText(/^已存为草稿 \d\d:\d\d$/).waitFor();

  await reload(page);
  await status(page, /^已恢复 \d\d:\d\d 的草稿“示范项目”。$/).waitFor();
  expect(await field(page, "申报单位").inputValue()).toBe("某市金融工作局");
  expect(await field(page, "产出指标 / 数量指标 / 新加的一行 / 年度目标").inputValue()).toBe("7");
  expect(await page.getByRole("button", { name: "撤销" }).isDisabled()).toBe(true);
  expect((await storedDrafts(page)).length).toBe(1);
  expect(await page.getByText("这个浏览器打不开填报页面").isVisible()).toBe(false);
  expect(log.errors).toEqual([]);
});

test("without anything typed nothing is stored, asked or restored", async () => {
  const { page } = await open();
  await openExample(page, 1);
  expect(await storedDrafts(page)).toEqual([]);
  expect(await warnsBeforeLeaving(page)).toBe(false);
  await reload(page);
  const items = await listDrafts(page);
  await page.getByText("还没有草稿").waitFor();
  expect(await items.count()).toBe(0);
});

test("an opened file is a draft of its own, and undo goes back to the draft of before", async () => {
  const { page } = await open();
  await fill(page, "某市财政局");
  const buffer = Buffer.from(JSON.stringify(TABLE));
  await page.locator("input[type=file]").setInputFiles({ name: "表.json", mimeType: "application/json", buffer });
  await status(page, "已打开“表.json”").waitFor();
  await eventually(async () => (await storedDrafts(page)).length).toBe(2);

  await page.getByRole("button", { name: "撤销" }).click();
  await eventually(() => field(page, "申报单位").inputValue()).toBe("某市财政局");
  await fill(page, "某市财政局（改）");
  const names = (await storedDrafts(page)).map(({ table }) => table.applicant.name);
  expect(names).toEqual(["某市财政局（改）", "某市金融工作局"]);
});

test("drafts are listed, opened, renamed, copied, deleted and put back", async () => {
  const { page, log } = await open();
  await field(page, "项目名称").fill("第一个项目");
  await fill(page, "甲局");
  await openExample(page, 2);
  await fill(page, "乙局");

  const items = await listDrafts(page);
  await eventually(() => items.count()).toBe(2);
  expect(await items.first().innerText()).toContain("正在填写");
  expect(await items.first().getByRole("button", { name: /^(打开|删除)/ }).count()).toBe(0);
  expect(await items.nth(1).innerText()).toMatch(/第一个项目\s*\d\d:\d\d 保存 · 指标 10 行 · 未填 \d+ 项/);
  expect(await objections(page)).toEqual([]);

  await items.nth(1).getByRole("button", { name: "改名: 第一个项目" }).click();
  const name = page.getByRole("textbox", { name: "草稿名称" });
  expect(await name.evaluate((input: HTMLInputElement) => input === document.activeElement)).toBe(true);
  await page.keyboard.type("年初的稿子");
  await page.keyboard.press("Enter");
  await items.nth(1).getByRole("button", { name: "复制一份: 年初的稿子" }).click();
  await eventually(() => items.count()).toBe(3);
  expect(await items.first().innerText()).toContain("年初的稿子（副本）");

  await items.first().getByRole("button", { name: "删除: 年初的稿子（副本）" }).click();
  await eventually(() => items.count()).toBe(2);
  const putBack = page.getByRole("button", { name: "撤销删除" });
  await eventually(() => putBack.evaluate((button) => button === document.activeElement)).toBe(true);
  await putBack.click();
  await eventually(() => items.count()).toBe(3);
  await eventually(() => page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);

  await items.getByRole("button", { name: "打开: 年初的稿子", exact: true }).click();
  await status(page, /^已打开 \d\d:\d\d 的草稿“年初的稿子”。$/).waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await field(page, "申报单位").inputValue()).toBe("甲局");
  await fill(page, "甲局（改）");
  expect((await storedDrafts(page)).map(({ table, name }) => `${name ?? ""} ${table.applicant.name}`)).toEqual([
    "年初的稿子 甲局（改）",
    "年初的稿子（副本） 甲局",
    " 乙局",
  ]);
  expect(log.errors).toEqual([]);
});

test("Escape leaves the name of a draft and then the dialog, and the focus goes back", async () => {
  const { page } = await open();
  await fill(page, "甲局");
  const items = await listDrafts(page);
  const rename = items.getByRole("button", { name: /^改名/ });
  await rename.click();
  await page.getByRole("textbox", { name: "草稿名称" }).waitFor();
  await page.keyboard.press("Escape");
  await eventually(() => rename.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press("Escape");
  await eventually(() => page.getByRole("dialog").count()).toBe(0);
  const button = page.getByRole("button", { name: "草稿", exact: true });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
});

test("all drafts are saved to one file, a table a line", async () => {
  const { page } = await open();
  await fill(page, "甲局");
  await openExample(page, 2);
  await fill(page, "乙局");
  await listDrafts(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "全部保存到文件" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("绩效目标表草稿.jsonl");
  const lines = readFileSync((await file.path()) ?? "", "utf8").trim().split("\n");
  expect(lines.map((line) => JSON.parse(line).applicant.name)).toEqual(["乙局", "甲局"]);
});

test("the state before a sweeping change is told apart in words and comes back in one step of undo", async () => {
  const { page } = await open();
  await openExample(page, 1);
  await fill(page, "甲局");
  await change(page, [0, 0, 0, 0].map(() => ({ op: "remove", path: "/indicators/0" })));
  await fill(page, "乙局");
  await listDrafts(page);
  const item = page.getByRole("list", { name: "这份草稿的历史版本" }).getByRole("listitem");
  await eventually(() => item.count()).toBe(1);
  expect(await item.innerText()).toMatch(/与现在不同：申报单位；现在少 4 行（“金融产品（项）”等）/);
  await item.getByRole("button", { name: /^恢复到这一版/ }).click();

  await status(page, /^已恢复到 \d\d:\d\d 的版本/).waitFor();
  expect(await field(page, "申报单位").inputValue()).toBe("甲局");
  await eventually(async () => (await storedDrafts(page))[0]?.table.indicators.length).toBe(16);
  await page.getByRole("button", { name: "撤销" }).click();
  await eventually(() => field(page, "申报单位").inputValue()).toBe("乙局");
  expect((await storedDrafts(page)).length).toBe(1);
});

test("no more than twenty earlier states are kept", async () => {
  const { page } = await open();
  await openExample(page, 1);
  for (let round = 0; round < 25; round += 1) {
    await change(page, [{ op: "replace", path: "/indicators", value: [...TABLE.indicators, ...TABLE.indicators, ...TABLE.indicators] }]);
    await fill(page, `第 ${round} 轮`);
  }
  await eventually(async () => (await storedSnapshots(page)).length).toBe(20);
  const kept = (await storedSnapshots(page)).map(({ table }) => table.applicant.name);
  expect(kept[kept.length - 1]).toBe("第 23 轮");
});

// Two tabs

for (const channel of ["locks", "a channel, as on plain http", "nothing at all"]) {
  const prepare = (page: Page) =>
    page.addInitScript((channel) => {
      if (channel !== "locks") Object.defineProperty(navigator, "locks", { value: undefined });
      if (channel === "nothing at all") Object.defineProperty(window, "BroadcastChannel", { value: undefined });
    }, channel);

  test(`of two tabs on one draft none writes over the other: by ${channel}`, async () => {
    const form = await open();
    await prepare(form.page);
    await reload(form.page);
    await fill(form.page, "甲局");
    const tab = await form.page.context().newPage();
    await prepare(tab);
    await tab.goto(form.url);
    await status(tab, /^已恢复/).waitFor();
    const warning = (page: Page) => page.getByRole("alert").getByText("正在另一个标签页中填写");
    if (channel === "nothing at all") {
      // Nobody can be asked: the tab that writes last over what it does not know is refused.
      await fill(tab, "乙局");
    } else {
      await warning(tab).waitFor();
      await tab.getByRole("button", { name: "在这里继续" }).click();
      await warning(form.page).waitFor();
      await eventually(() => warning(tab).count()).toBe(0);
      await fill(tab, "乙局");
    }
    expect((await storedDrafts(tab)).length).toBe(1);

    await field(form.page, "申报单位").fill("丙局");
    await status(form.page, "已另存为新草稿“未命名的表（副本）”").waitFor();
    await eventually(async () =>
      (await storedDrafts(tab)).map(({ table }) => table.applicant.name),
    ).toEqual(["丙局", "乙局"]);
    await eventually(() => warning(form.page).count()).toBe(0);
  });
}

test("a tab can go on with a draft of its own, and take the newest state back", async () => {
  const form = await open();
  await fill(form.page, "甲局");
  const tab = await openTab(form);
  await tab.getByRole("alert").getByText("正在另一个标签页中填写").waitFor();
  expect(await objections(tab)).toEqual([]);
  await tab.getByRole("button", { name: "另存为新草稿" }).click();
  await eventually(async () => (await storedDrafts(tab)).length).toBe(2);
  await fill(tab, "乙局");
  await fill(form.page, "甲局（改）");
  expect((await storedDrafts(tab)).map(({ table }) => table.applicant.name)).toEqual(["甲局（改）", "乙局"]);

  const third = await openTab(form);
  await third.getByRole("button", { name: "在这里继续" }).click();
  await fill(third, "甲局（再改）");
  await form.page.getByRole("button", { name: "在这里继续" }).click();
  await eventually(() => field(form.page, "申报单位").inputValue()).toBe("甲局（再改）");
});

// Faults

/** Makes every write of the page fail, until `mend`. */
function breakWrites(page: Page, name: string): Promise<void> {
  return page.evaluate((name) => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("injected", name);
    };
    Object.assign(window, { mend: () => (IDBObjectStore.prototype.put = put) });
  }, name);
}

for (const [name, sentence] of [
  ["QuotaExceededError", "浏览器的存储空间已满"],
  ["UnknownError", "浏览器不允许本页保存草稿"],
] as const) {
  test(`a write that fails with ${name} is told until it succeeds, and a file saves the work`, async () => {
    const { page, log } = await open();
    await fill(page, "甲局");
    await breakWrites(page, name);
    await field(page, "申报单位").fill("乙局");
    const alert = page.getByRole("alert").getByText(sentence);
    await alert.waitFor();
    expect(await alert.innerText()).toContain("只在当前页面里");
    expect(await page.getByText("未保存", { exact: true }).isVisible()).toBe(true);
    expect(await warnsBeforeLeaving(page)).toBe(true);
    expect(await objections(page)).toEqual([]);

    const download = page.waitForEvent("download");
    await page.getByRole("alert").getByRole("button", { name: "保存到文件" }).click();
    expect(readFileSync((await (await download).path()) ?? "", "utf8")).toContain("乙局");
    await page.getByRole("alert").getByText("以后填写的内容请随时保存到文件").waitFor();
    expect(await warnsBeforeLeaving(page)).toBe(false);

    // In one go, because the page tries again by itself as well.
    await page
      .getByRole("alert")
      .getByRole("button", { name: "再试一次" })
      .evaluate((button: HTMLButtonElement) => {
        (window as unknown as { mend: () => void }).mend();
        button.click();
      });
    await eventually(() => alert.count()).toBe(0);
    expect((await storedDrafts(page))[0]?.table.applicant.name).toBe("乙局");
    expect(log.errors).toEqual([]);
  });
}

for (const [what, sentence] of [
  ["missing", "这个浏览器不能保存草稿"],
  ["refused", "浏览器不允许本页保存草稿"],
] as const) {
  test(`a store that is ${what} is told, and the page still takes what is typed`, async () => {
    const { page, log } = await open();
    await page.addInitScript((what) => {
      const factory = { open: () => { throw new DOMException("injected", "SecurityError"); } };
      Object.defineProperty(window, "indexedDB", { value: what === "missing" ? undefined : factory });
    }, what);
    await reload(page);
    await page.getByRole("alert").getByText(sentence).waitFor();
    expect(await warnsBeforeLeaving(page)).toBe(false);
    await field(page, "申报单位").fill("甲局");
    await eventually(() => warnsBeforeLeaving(page)).toBe(true);
    await page.getByRole("button", { name: "草稿", exact: true }).click();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("alert").getByText(/keep drafts/).waitFor();
    expect(await field(page, "Applicant").inputValue()).toBe("甲局");
    expect(log.errors).toEqual([]);
  });
}

for (const [what, record, sentence] of [
  ["of a newer format", { ...DRAFT, format: 2, table: { sheets: [TABLE] }, name: "新版草稿" }, "由更新版本的页面保存"],
  ["that is damaged", { ...DRAFT, table: { ...TABLE, indicators: "?" } }, "内容已损坏"],
] as const) {
  test(`a draft ${what} is told, saved to a file as it is, and neither changed nor in the way of others`, async () => {
    const { page } = await open();
    await fill(page, "甲局");
    await putRecord(page, record);
    await reload(page);
    await page.getByRole("alert").getByText(sentence).waitFor();
    expect(await field(page, "申报单位").inputValue()).toBe("");
    expect(await objections(page)).toEqual([]);
    const download = page.waitForEvent("download");
    await page.getByRole("alert").getByRole("button", { name: "保存到文件" }).click();
    expect(JSON.parse(readFileSync((await (await download).path()) ?? "", "utf8"))).toEqual(record);

    await fill(page, "乙局");
    const items = await listDrafts(page);
    await eventually(() => items.count()).toBe(3);
    const item = items.filter({ hasText: sentence.slice(0, 5) });
    expect(await item.getByRole("button").allInnerTexts()).toEqual(["保存到文件", "删除"]);
    await items.filter({ hasText: "未命名的表" }).last().getByRole("button", { name: /^打开/ }).click();
    await eventually(() => field(page, "申报单位").inputValue()).toBe("甲局");
    expect((await storedDrafts(page)).find(({ id }) => id === "d1")).toEqual(record);
  });
}

test("a clock that was set back does not bring back an older draft", async () => {
  const { page } = await open();
  await fill(page, "甲局");
  await page.clock.setFixedTime(new Date("2020-01-01T08:00:00"));
  await openExample(page, 2);
  await fill(page, "乙局");
  const [last, first] = await storedDrafts(page);
  expect(last?.savedAt).toBeLessThan(first?.savedAt ?? 0);
  await reload(page);
  await status(page, /^已恢复/).waitFor();
  expect(await field(page, "申报单位").inputValue()).toBe("乙局");
});

test("a draft from other rules opens with what came and went", async () => {
  const { page, url } = await open();
  await openExample(page, 1);
  await fill(page, "甲局");
  const { counter } = (await storedDrafts(page))[0] ?? { counter: 0 };
  // What is checked when it is restored is the very table that is stored.
  await reload(page);
  await eventually(async () => ((await storedDrafts(page))[0]?.counter ?? 0) > counter).toBe(true);
  // Elsewhere on the same host, where the form does not save any more.
  await page.goto(`${url}rules.json`);
  const [draft] = await storedDrafts(page);
  const findings = [{ rule: "gone-rule", at: "/applicant/name", message: "旧规则的一句话。" }];
  await putRecord(page, { ...draft, judged: { ...draft?.judged, ruleset: "2023.9", findings } });
  await page.goto(url);
  await page.getByText(/这份草稿上次按“广东省.*”2023\.9 版.*检查，现在按“广东省.*检查。/).waitFor();
  await page.getByText("不再出现 1 处：").waitFor();
  await page.getByRole("listitem").getByText("旧规则的一句话。").waitFor();
  expect(await page.getByText(/^新出现 \d+ 处：$/).count()).toBe(1);
  expect(await objections(page)).toEqual([]);
  await page.getByRole("button", { name: "知道了" }).click();
  await eventually(() => page.getByText("旧规则的一句话。").count()).toBe(0);
});

test("drafts are there in English, in the dark and on a phone", async () => {
  const { page } = await open({ colorScheme: "dark", viewport: { width: 320, height: 640 } });
  await fill(page, "甲局");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText(/^Draft saved \d\d:\d\d$/).waitFor();
  await page.getByRole("button", { name: "Drafts", exact: true }).click();
  await page.getByRole("dialog", { name: "Drafts" }).waitFor();
  expect(await objections(page)).toEqual([]);
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(width);
});
