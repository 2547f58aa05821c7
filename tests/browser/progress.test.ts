// How far the table is, drawn and in words; and each stage as a share of its year.

import type { Locator } from "playwright-core";
import { expect, test } from "vitest";

import { objections } from "./axe.ts";
import { description, eventually, field, openExample, useForm } from "./form.ts";

const open = useForm();

/** A picture's rows as they are read out. */
async function rows(table: Locator): Promise<string[]> {
  const texts = await table.getByRole("row").evaluateAll((all) => all.map((row) => row.textContent ?? ""));
  return texts.map((text) => text.replace(/\s+/g, " ").trim());
}

test("the picture says how much of each part is filled in, while it is typed", async () => {
  const { page } = await open();
  const filled = page.getByRole("group", { name: "全表进度" }).getByRole("table", { name: "填写" });
  expect(await rows(filled)).toEqual(["基本情况 0/5", "产出 0/10", "效益 0/8", "满意度 0/2"]);
  await field(page, "申报单位").fill("某市金融工作局");
  expect(await rows(filled)).toEqual(["基本情况 1/5", "产出 0/10", "效益 0/8", "满意度 0/2"]);
  await page.getByText("未填 24 项").waitFor();
  expect(await page.getByRole("table", { name: "审核方面" }).count()).toBe(0);
});

test("the picture says what was found under each aspect, by severity and in words", async () => {
  const { page } = await open();
  await openExample(page, 3);
  expect(await rows(page.getByRole("table", { name: "审核方面" }))).toEqual([
    "完整性 3 需说明 2 提示 1",
    "相关性 4 需说明 2 提示 2",
    "适当性 0",
    "可行性 0",
  ]);
  // Table 3 has no row under 满意度指标, which its form has.
  expect(await rows(page.getByRole("table", { name: "填写" }))).toContain("满意度 未列");
});

test("a number of the stage is said and drawn as a share of the year's", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const year = field(page, "产出指标 / 数量指标 / 金融服务“百千万工程”能力提升行动 / 活动场次（期） / 年度目标");
  expect(await description(year)).toContain("理解为：6 期；阶段目标为年度目标的 50%");
  const bar = page.getByRole("cell").filter({ has: year }).locator("svg");
  expect(await bar.getAttribute("aria-hidden")).toBe("true");

  const stage = field(
    page,
    "产出指标 / 数量指标 / 金融服务“百千万工程”能力提升行动 / 活动场次（期） / 阶段目标（6月底前）",
  );
  await stage.fill("2");
  await eventually(() => description(year)).toContain("阶段目标为年度目标的约 33.3%");
  await stage.fill("另行确定");
  await eventually(() => description(year)).not.toContain("阶段目标");
  expect(await bar.count()).toBe(0);
});

test("a table can be checked by another profile, which says what it asks for", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const profile = page.getByRole("combobox", { name: "检查依据" });
  expect(await profile.inputValue()).toBe("guangdong-2024");
  const message = page.getByText("表中没有“经济成本、社会成本、生态环境成本”");
  expect(await message.count()).toBe(0);
  await profile.selectOption("mof-2021");
  await message.waitFor();
  expect(await objections(page)).toEqual([]);
});
