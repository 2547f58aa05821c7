// The first visit: what can be done is seen in one glance, and it is gone as soon as something is done.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { objections } from "./axe.ts";
import { storedDrafts } from "./drafts.ts";
import { EXAMPLES, eventually, field, useForm, verdict } from "./form.ts";

const open = useForm();

const START = { name: "从哪里开始" };

function isFocused(page: Page, name: string): Promise<boolean> {
  return field(page, name).evaluate((element) => element === document.activeElement);
}

for (const [width, colorScheme] of [
  [1280, "light"],
  [390, "dark"],
] as const) {
  test(`an empty start shows three ways to begin, and that nothing leaves the computer: ${width}, ${colorScheme}`, async () => {
    const { page } = await open({ viewport: { width, height: 800 }, colorScheme });
    const start = page.getByRole("region", START);
    expect(await start.getByRole("heading", { level: 3 }).allInnerTexts()).toEqual([
      "填写空白表",
      "接着做已有的表",
      "看一个示例",
    ]);
    expect(await start.innerText()).toContain("所填内容只在这台电脑上处理，不上传。");
    expect(await objections(page)).toEqual([]);
  });
}

test("it goes away with the first thing typed, and is back when that is undone", async () => {
  const { page } = await open();
  await field(page, "申报单位").fill("某");
  await eventually(() => page.getByRole("region", START).count()).toBe(0);
  await page.getByRole("button", { name: "撤销" }).click();
  await page.getByRole("region", START).waitFor();
});

test("a blank table of another profile has its layout, is checked by it, and is ready to be typed in", async () => {
  const { page } = await open();
  await page.getByRole("button", { name: "财政部项目支出（2021）" }).click();
  await eventually(() => isFocused(page, "项目名称")).toBe(true);
  expect(await page.getByRole("region", START).count()).toBe(0);
  const grid = page.getByRole("table", { name: "绩效指标" });
  expect(await grid.getByRole("columnheader").allInnerTexts()).toEqual(["目标", "指标内容及口径", "年度目标"]);
  expect(await grid.getByRole("combobox", { name: "成本指标 / 社会成本" }).count()).toBe(1);
  expect(await page.getByRole("combobox", { name: "检查依据" }).inputValue()).toBe("mof-2021");
});

test("a draft goes on with the profile by which it was checked, without a panel in its way", async () => {
  const { page } = await open();
  await page.getByRole("button", { name: "财政部项目支出（2021）" }).click();
  await field(page, "申报单位").fill("某市财政局");
  await page.keyboard.press("Tab");
  await eventually(async () => (await storedDrafts(page))[0]?.judged !== undefined).toBe(true);
  await page.reload();
  await page.getByRole("status").getByText("已恢复").waitFor();
  expect(await page.getByRole("combobox", { name: "检查依据" }).inputValue()).toBe("mof-2021");
  expect(await page.getByRole("region", START).count()).toBe(0);
});

test("the example opens with its result", async () => {
  const { page } = await open();
  await page.getByRole("button", { name: "打开示例" }).click();
  await page.getByRole("status").getByText(`已打开“${EXAMPLES[0]}”`).waitFor();
  await verdict(page).waitFor();
  expect(await page.getByRole("region", START).count()).toBe(0);
});

test("a file can be chosen from there", async () => {
  const { page } = await open();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("region", START).getByRole("button", { name: "打开文件…" }).click();
  await chooser;
});
