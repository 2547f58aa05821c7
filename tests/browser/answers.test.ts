// Warnings are answered with a reason, which stands in the table and goes with its file.

import { readFileSync } from "node:fs";

import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";

import { objections } from "./axe.ts";
import { description, eventually, field, findings, openExample, useForm, verdict } from "./form.ts";

const open = useForm();

const LATE = "产出指标 / 时效指标 / 汕尾“百千万工程”数字普惠金融服务专区 / 阶段目标（6月底前）";
const UNIT = "产出指标 / 数量指标 / 金融服务“百千万工程”能力提升行动 / 活动服务人次（家） / 单位";
const REASON = "专区在10月才具备验收条件。";

function item(page: Page, name: string): Locator {
  return findings(page).filter({ has: page.getByRole("link", { name, exact: true }) });
}

function isFocused(of: Locator): Promise<boolean> {
  return of.evaluate((element) => element === document.activeElement);
}

async function answer(page: Page, of: Locator, reason: string): Promise<void> {
  await of.getByRole("button", { name: "填写说明" }).click();
  const text = page.getByRole("textbox", { name: "说明理由" });
  await eventually(() => isFocused(text)).toBe(true);
  await text.fill(reason);
  await page.getByRole("button", { name: "保存", exact: true }).click();
}

test("a warning is answered in place, counts apart and no longer marks its field, and undo takes it back", async () => {
  const { page, log } = await open();
  await openExample(page, 1);
  await answer(page, item(page, LATE), REASON);

  await page.getByRole("heading", { level: 2, name: /有 5 处需要说明，4 条提示；已说明 1 处/ }).waitFor();
  const answered = page.getByRole("list", { name: "检查结果：已说明" });
  expect(await answered.innerText()).toContain(REASON);
  expect(await field(page, LATE).getAttribute("aria-invalid")).toBe("false");
  expect(await description(field(page, LATE))).toContain(REASON);
  // The item went to another list and took the focus with it.
  await eventually(() => isFocused(answered.getByRole("button", { name: "为什么" }))).toBe(true);

  await page.getByRole("button", { name: "撤销" }).click();
  await eventually(() => answered.count()).toBe(0);
  await page.getByRole("status").getByText("已撤销：填写或修改说明。").waitFor();
  expect(await field(page, LATE).getAttribute("aria-invalid")).toBe("true");
  await page.getByRole("button", { name: "重做" }).click();
  await eventually(() => answered.count()).toBe(1);
  expect(log.errors).toEqual([]);
});

test("a table whose warnings are all answered is ready, and the answers are in its file", async () => {
  const { page } = await open();
  await openExample(page, 2);
  const warnings = page.getByRole("list", { name: "检查结果：需说明" }).getByRole("listitem");
  expect(await warnings.count()).toBe(1);
  await answer(page, warnings.first(), "进度以合作银行通知为准。");
  await page.getByRole("heading", { level: 2, name: /^可提交/ }).waitFor();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存到文件" }).click();
  const saved = JSON.parse(readFileSync((await (await download).path()) ?? "", "utf8"));
  expect(saved.answers).toEqual([
    {
      rule: "timeliness-without-date",
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}-[0-9a-f]{16}$/),
      reason: "进度以合作银行通知为准。",
    },
  ]);
});

test("an answer about a text that was changed says so and can be kept, changed or deleted", async () => {
  const { page } = await open();
  await openExample(page, 1);
  await answer(page, item(page, LATE), REASON);
  const answered = page.getByRole("list", { name: "检查结果：已说明" });
  await answered.waitFor();

  await field(page, LATE).fill("11月");
  await eventually(() => item(page, LATE).innerText()).toContain("说明待确认");
  expect(await answered.count()).toBe(0);
  expect(await field(page, LATE).getAttribute("aria-invalid")).toBe("true");

  await item(page, LATE).getByRole("button", { name: "仍然适用，保留" }).click();
  await eventually(() => answered.count()).toBe(1);
  expect(await field(page, LATE).getAttribute("aria-invalid")).toBe("false");

  await item(page, LATE).getByRole("button", { name: "修改说明" }).click();
  await page.getByRole("textbox", { name: "说明理由" }).fill("改为11月验收。");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await eventually(() => answered.innerText()).toContain("改为11月验收。");

  await item(page, LATE).getByRole("button", { name: "删除说明" }).click();
  await eventually(() => answered.count()).toBe(0);
  await page.getByRole("status").getByText("说明已删除").waitFor();
  expect(await item(page, LATE).getByRole("button", { name: "填写说明" }).count()).toBe(1);
});

test("the form for the answer is reached from the field's note and gives the focus back to the field", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const cell = page.getByRole("cell").filter({ has: field(page, LATE) });
  await cell.getByRole("button", { name: /^填写说明/ }).click();
  const text = page.getByRole("textbox", { name: "说明理由" });
  await eventually(() => isFocused(text)).toBe(true);
  expect(await objections(page)).toEqual([]);
  await text.fill(REASON);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await eventually(() => isFocused(field(page, LATE))).toBe(true);
});

test("a blank reason and one that is too long are not saved, and nothing is lost", async () => {
  const { page } = await open();
  await openExample(page, 1);
  await item(page, LATE).getByRole("button", { name: "填写说明" }).click();
  const text = page.getByRole("textbox", { name: "说明理由" });
  await text.fill("  ");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  expect(await description(text)).toContain("请先写明理由");

  // 𠮷 is one character, though two code units.
  await text.fill("𠮷".repeat(1001));
  expect(await description(text)).toContain("超出 1 字");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  expect(await text.getAttribute("aria-invalid")).toBe("true");
  await eventually(() => isFocused(text)).toBe(true);

  await text.fill("𠮷".repeat(999));
  expect(await description(text)).toContain("还可写 1 字");
  await page.keyboard.press("Escape");
  await eventually(() => text.count()).toBe(0);
  await eventually(() => isFocused(item(page, LATE).getByRole("button", { name: "为什么" }))).toBe(true);
});

test("neither an error nor a remark can be answered", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const remarks = page.getByRole("list", { name: "检查结果：提示" });
  expect(await remarks.getByRole("button", { name: "填写说明" }).count()).toBe(0);

  await field(page, "申报单位").fill("");
  await page.keyboard.press("Tab");
  const errors = page.getByRole("list", { name: "检查结果：需修改" });
  await errors.waitFor();
  expect(await errors.getByRole("button", { name: "填写说明" }).count()).toBe(0);
});

test("findings stand by severity, an aspect can be shown alone, and what to mend first is an order", async () => {
  const { page } = await open();
  await openExample(page, 5);
  const lists = page.getByRole("list", { name: /^检查结果/ });
  expect(await lists.evaluateAll((all) => all.map((list) => list.getAttribute("aria-label")))).toEqual([
    "检查结果：需说明",
    "检查结果：提示",
  ]);
  const all = await findings(page).count();

  const feasible = page.getByRole("button", { name: "可行性" });
  await feasible.click();
  expect(await feasible.getAttribute("aria-pressed")).toBe("true");
  expect(await findings(page).count()).toBe(1);
  expect(await objections(page)).toEqual([]);
  await page.getByRole("button", { name: "查看全部方面" }).click();
  expect(await findings(page).count()).toBe(all);

  await page.getByRole("button", { name: "先改这几处" }).click();
  const steps = page.getByRole("list", { name: "先改这几处" });
  await steps.waitFor();
  expect(await steps.locator("> li").first().innerText()).toMatch(/^先改第 8 行[^]*约200人[^]*2 个数量/);
  expect(await objections(page)).toEqual([]);
  await steps.getByRole("link").first().click();
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe("/indicators/7/targets/annual");
  expect(await page.evaluate(() => window.location.hash)).toBe("#/indicators/7/targets/annual");
});

test("an address with a place opens the page at that field", async () => {
  const { page, url } = await open();
  await page.goto(`${url}#/indicators/3/name`);
  await page.reload();
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe("/indicators/3/name");
  await page.evaluate(() => (window.location.hash = "#/support/amount"));
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe("/support/amount");
});

test("why leads on to the rule's own page", async () => {
  const { page } = await open();
  await openExample(page, 1);
  await item(page, UNIT).getByRole("button", { name: "为什么" }).click();
  const link = item(page, UNIT).getByRole("link", { name: /打开这条规则的网页/ });
  expect(await link.getAttribute("href")).toBe("rules/unit-does-not-fit-name.html");
  await page.getByRole("button", { name: "English" }).click();
  await eventually(() => page.locator("tt-rule-page a").getAttribute("href")).toBe(
    "rules/en/unit-does-not-fit-name.html",
  );
});

test("on a phone the result is a bar at the foot that opens, and closes on the way to a field", async () => {
  const { page } = await open({ viewport: { width: 390, height: 800 } });
  await openExample(page, 1);
  expect(await verdict(page).isVisible()).toBe(true);
  expect(await findings(page).first().isVisible()).toBe(false);

  await page.getByRole("button", { name: "查看" }).click();
  expect(await findings(page).first().isVisible()).toBe(true);
  await item(page, UNIT).getByRole("link").click();
  await eventually(() => findings(page).first().isVisible()).toBe(false);
  const { top, bottom } = await field(page, UNIT).evaluate((element) => element.getBoundingClientRect());
  const bar = await page.locator("tt-findings").evaluate((element) => element.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(bar);

  await page.getByRole("button", { name: "检查", exact: true }).click();
  await eventually(() => isFocused(verdict(page))).toBe(true);
  expect(await findings(page).first().isVisible()).toBe(true);
});
