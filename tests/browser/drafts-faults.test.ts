import { readFileSync } from "node:fs";

import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { objections } from "./axe.ts";
import {
  DRAFT,
  TABLE,
  fill,
  listDrafts,
  openTab,
  putRecord,
  reload,
  status,
  storedDrafts,
  warnsBeforeLeaving,
} from "./drafts.ts";
import { eventually, field, openExample, useForm } from "./form.ts";

const open = useForm();

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
  // What is typed before the tab has the draft goes into one of its own.
  await third.getByRole("status").getByText(/^已打开/).waitFor();
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
