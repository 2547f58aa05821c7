import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { objections } from "./axe.ts";
import {
  TABLE,
  change,
  fill,
  listDrafts,
  reload,
  status,
  storedDrafts,
  storedSnapshots,
  warnsBeforeLeaving,
} from "./drafts.ts";
import { eventually, field, openExample, useForm } from "./form.ts";

const open = useForm();

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
  await eventually(() => name.evaluate((input: HTMLInputElement) => input === document.activeElement)).toBe(true);
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
  await eventually(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
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
  const value = [...TABLE.indicators, ...TABLE.indicators, ...TABLE.indicators];
  for (let round = 0; round < 25; round += 1) {
    await change(page, [{ op: "replace", path: "/indicators", value }]);
    await fill(page, `第 ${round} 轮`);
  }
  await eventually(async () => (await storedSnapshots(page)).length).toBe(20);
  const kept = (await storedSnapshots(page)).map(({ table }) => table.applicant.name);
  expect(kept[kept.length - 1]).toBe("第 23 轮");
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
