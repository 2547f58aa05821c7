// What the format has and the official form has no cell for: codes, days and weights, in small fields of their own.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { objections } from "./axe.ts";
import { annex, description, eventually, field, findings, openExample, saved, useForm, verdict } from "./form.ts";

const open = useForm();

async function checkBy(page: Page, profile: string): Promise<void> {
  await page.getByRole("combobox", { name: "检查依据" }).selectOption({ label: profile });
}

test("codes and days are filled in beside what they belong to, and written as the format has them", async () => {
  const { page, log } = await open();
  await openExample(page, 3);
  await field(page, "项目编码").fill("440000240000000012345");
  await field(page, "统一社会信用代码").fill("９１44 0101-ma59l0000x");
  await field(page, "年度目标 / 截止日期").fill("2024年12月底");
  await field(page, "阶段目标（6月底前） / 截止日期").fill("2024/6/30");
  await field(page, "支持金额").focus();
  expect(await field(page, "统一社会信用代码").inputValue()).toBe("91440101MA59L0000X");
  const { project, applicant, periods } = await saved(page);
  expect(project.code).toBe("440000240000000012345");
  expect(applicant.creditCode).toBe("91440101MA59L0000X");
  expect(periods.map(({ end }) => end)).toEqual(["2024-06-30", "2024-12-31"]);
  // Emptied fields leave nothing behind.
  const names = ["项目编码", "统一社会信用代码", "年度目标 / 截止日期", "阶段目标（6月底前） / 截止日期"];
  for (const name of names) await field(page, name).fill("");
  await field(page, "支持金额").focus();
  expect(await saved(page)).toEqual(annex(3));
  expect(log.errors).toEqual([]);
});

test("an amount may be typed with its unit, and is taken back in one step", async () => {
  const { page } = await open();
  await field(page, "支持金额").fill("12,000,000 元");
  await field(page, "支持金额").press("Control+s");
  const unit = page.getByRole("combobox", { name: "金额单位" });
  expect(await field(page, "支持金额").inputValue()).toBe("12000000");
  expect(await unit.inputValue()).toBe("元");
  await field(page, "申报单位").focus();
  expect(await field(page, "支持金额").getAttribute("aria-invalid")).toBe("false");
  await page.getByRole("button", { name: "撤销" }).click();
  expect([await field(page, "支持金额").inputValue(), await unit.inputValue()]).toEqual(["", "万元"]);
});

test("a finding about a code leads to its field, and goes when it is mended", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const code = field(page, "统一社会信用代码");
  await code.fill("91440101MA59L0000X");
  await code.press("Tab");
  const finding = findings(page).filter({ hasText: "校验位" });
  await finding.getByRole("link", { name: "统一社会信用代码" }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("/applicant/creditCode");
  expect(await code.getAttribute("aria-invalid")).toBe("true");
  expect(await description(code)).toContain("校验位");
  expect(await objections(page)).toEqual([]);
  await code.fill("91350100M000100Y43");
  await code.press("Tab");
  await eventually(() => finding.count()).toBe(0);
});

test("what is no day is said, and the rest of the table is still checked", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const day = field(page, "年度目标 / 截止日期");
  await day.fill("明年");
  await day.press("Tab");
  const finding = findings(page).filter({ hasText: /(?<!值)“明年”写法不对。应写成年-月-日/ });
  await finding.getByRole("link", { name: "年度目标 / 截止日期" }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("/periods/1/end");
  await findings(page).filter({ hasText: "时效指标" }).first().waitFor();
});

test("weights have fields where the profile asks for them, and their findings lead there", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const weights = page.getByRole("textbox", { name: /\/ 权重$/ });
  expect(await weights.count()).toBe(0);
  await checkBy(page, "财政部项目支出（2021）");
  await eventually(() => weights.count()).toBe(annex(3).indicators.length);
  await weights.first().fill("60%");
  await weights.nth(1).focus();
  await page.getByRole("button", { name: "检查", exact: true }).click();
  const missing = findings(page).filter({ hasText: "没有权重，而其他指标有" });
  await missing.getByRole("link", { name: /权重$/ }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("/indicators/1/weight");
  expect(await objections(page)).toEqual([]);
  expect((await saved(page)).indicators[0]?.weight).toBe("60");
  // The layout of the province has none, but what a table has is never out of reach.
  await checkBy(page, "广东省级专项资金（2024）");
  expect(await weights.count()).toBe(annex(3).indicators.length);
  await weights.first().fill("");
  await weights.nth(1).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("/indicators/1/weight");
  expect((await saved(page)).indicators).toEqual(annex(3).indicators);
  await openExample(page, 2);
  await eventually(() => weights.count()).toBe(0);
});

test("an arrow with Ctrl goes from field to field, over weights that are not there", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const at = () => page.evaluate(() => document.activeElement?.id);
  await field(page, "产出指标 / 数量指标 / 企业宣传次数（次） / 单位").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Control+ArrowRight");
  expect(await at()).toBe("/indicators/1/definition");
  await field(page, "项目名称").focus();
  await page.keyboard.press("Control+ArrowDown");
  expect(await at()).toBe("/project/code");
  await page.keyboard.press("Control+ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("Control+ArrowRight");
  expect(await at()).toBe("/applicant/creditCode");
});

test("the printed sheet has a column of weights only where the form asks for them", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const print = (): Promise<string[]> =>
    page.evaluate(() => {
      window.dispatchEvent(new Event("beforeprint"));
      const heads = Array.from(document.querySelectorAll(".paper .paper-head th"), (cell) => cell.textContent ?? "");
      window.dispatchEvent(new Event("afterprint"));
      return heads.map((text) => text.trim());
    });
  const plain = ["目标", "指标内容及口径", "阶段目标（6月底前）", "年度目标"];
  expect(await print()).toEqual(expect.arrayContaining(plain));
  await checkBy(page, "财政部项目支出（2021）");
  expect(await print()).not.toContain("权重");
  await page
    .getByRole("textbox", { name: /\/ 权重$/ })
    .first()
    .fill("60");
  await field(page, "支持金额").focus();
  expect(await print()).toContain("权重");
  await checkBy(page, "广东省级专项资金（2024）");
  expect(await print()).not.toContain("权重");
});

for (const [width, language] of [
  [1280, "zh"],
  [390, "en"],
] as const) {
  test(`small fields are accessible, blank and filled, ${width} wide`, async () => {
    const { page } = await open({ viewport: { width, height: 844 } });
    await openExample(page, 1);
    await checkedWeights(page);
    if (language === "en") await page.getByRole("button", { name: "English" }).click();
    expect(await objections(page)).toEqual([]);
  });
}

/** Table 1 with its groups, whose column of names is narrow, and a weight that is missing. */
async function checkedWeights(page: Page): Promise<void> {
  const toggle = page.getByRole("button", { name: "查看", exact: true });
  if (await toggle.isVisible()) await toggle.click();
  await checkBy(page, "财政部项目支出（2021）");
  await page
    .getByRole("textbox", { name: /\/ 权重$/ })
    .first()
    .fill("60");
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await verdict(page).waitFor();
}
