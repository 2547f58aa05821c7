import { expect, test } from "vitest";

import { objections } from "./axe.ts";
import { eventually, field, findings, openExample, useForm, verdict } from "./form.ts";

const open = useForm();

test("an empty table is accessible", async () => {
  const { page } = await open();
  expect(await objections(page)).toEqual([]);
});

test("an empty table that was checked is accessible", async () => {
  const { page } = await open();
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await verdict(page).waitFor();
  expect(await objections(page)).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 390]) {
    test(`a table with findings and an open page is accessible: ${colorScheme}, ${width} wide`, async () => {
      const { page } = await open({ colorScheme, viewport: { width, height: 800 } });
      await openExample(page, 1);
      // On a phone the result is a sheet at the foot of the page, which has to be opened.
      if (width < 640) await page.getByRole("button", { name: "查看" }).click();
      await findings(page).first().getByRole("button", { name: "为什么" }).click();
      await findings(page).first().getByRole("heading", { level: 3 }).first().waitFor();
      expect(await objections(page)).toEqual([]);
    });
  }
}

test("the English page is accessible", async () => {
  const { page } = await open();
  await openExample(page, 4);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: /^To be explained/ }).waitFor();
  expect(await objections(page)).toEqual([]);
});

test("the open menu is accessible", async () => {
  const { page } = await open();
  await page.getByText("打开", { exact: true }).click();
  await page.getByRole("button", { name: "空白表" }).waitFor();
  expect(await objections(page)).toEqual([]);
});

test("forced colours keep the page accessible", async () => {
  const { page } = await open({ forcedColors: "active" });
  await openExample(page, 1);
  expect(await objections(page)).toEqual([]);
});

test("the page does not scroll sideways on a phone", async () => {
  const { page } = await open({ viewport: { width: 320, height: 640 } });
  await openExample(page, 1);
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(width);
});

test("everything is reached by Tab alone, and every stop has a name", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const reachable = await page.evaluate(
    () =>
      Array.from(document.querySelectorAll("textarea, select, a[href], button:not(:disabled), summary")).filter(
        (stop) => getComputedStyle(stop).display !== "none",
      ).length,
  );
  const inClosedMenu = await page.locator("details:not([open]) button").count();

  const stops: string[] = [];
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.getSelection()?.removeAllRanges();
  });
  await page.getByRole("link", { name: "跳到表格" }).focus();
  for (;;) {
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      return element === null || element === document.body
        ? ""
        : `${element.id} ${element.getAttribute("aria-label") ?? element.textContent}`;
    });
    if (stop.trim() === "" || stop === stops[0]) break;
    expect(stop.trim()).not.toBe("");
    stops.push(stop);
    await page.keyboard.press("Tab");
  }

  // The result's box scrolls, and so is a stop of its own in some versions.
  expect(stops.length).toBeGreaterThanOrEqual(reachable - inClosedMenu);
});

test("a table is filled in, checked and mended without a mouse", async () => {
  const { page } = await open();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await eventually(() => field(page, "项目名称").evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type("示范项目");
  await page.keyboard.press("Tab");
  await page.keyboard.type("4400002401");
  await page.keyboard.press("Tab");
  await page.keyboard.type("某市金融工作局");
  await page.keyboard.press("Tab");
  await page.keyboard.type("91350100M000100Y43");
  await page.keyboard.press("Tab");
  await page.keyboard.type("330");
  expect(await field(page, "项目编码").inputValue()).toBe("4400002401");
  expect(await field(page, "统一社会信用代码").inputValue()).toBe("91350100M000100Y43");
  expect(await field(page, "申报单位").inputValue()).toBe("某市金融工作局");
  expect(await field(page, "支持金额").inputValue()).toBe("330");

  await page.getByRole("button", { name: "检查", exact: true }).focus();
  await page.keyboard.press("Enter");
  await eventually(() => verdict(page).evaluate((element) => element === document.activeElement)).toBe(true);

  const link = findings(page).getByRole("link").first();
  const id = (await link.getAttribute("href"))?.slice(1);
  await link.focus();
  await page.keyboard.press("Enter");
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe(id);
});

test("the names in the accessibility tree say level, row and column", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const name = "效益指标 / 经济效益 / 汕尾“百千万工程”数字普惠金融服务专区贷款发放规模（亿元） / 年度目标";
  expect(await field(page, name).inputValue()).toBe("6000万元");
});
