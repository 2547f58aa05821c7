import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";

import { longTable } from "../bench/typing.ts";
import { objections } from "./axe.ts";
import { eventually, field, findings, openExample, useForm, verdict } from "./form.ts";

const open = useForm();

const NAME = "产出指标 / 数量指标 / 汕尾“百千万工程”数字普惠金融服务平台 / 金融产品（项） / 指标名称";
const ANNUAL = "产出指标 / 数量指标 / 汕尾“百千万工程”数字普惠金融服务平台 / 金融产品（项） / 年度目标";
const ANNUAL_BELOW = "产出指标 / 数量指标 / 汕尾“百千万工程”数字普惠金融服务平台 / 服务企业数量（家） / 年度目标";

const hasFocus = (of: Locator) => eventually(() => of.evaluate((element) => element === document.activeElement));

function notice(page: Page, text: string | RegExp): Promise<void> {
  return page.getByRole("status").getByText(text).waitFor();
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
}

test("Ctrl and arrows go from cell to cell, up and down always, left and right from the border of the text", async () => {
  const { page } = await open();
  await openExample(page, 1);
  await field(page, ANNUAL).focus();
  await page.keyboard.press("Control+ArrowDown");
  expect(await focused(page)).toBe(ANNUAL_BELOW);
  await page.keyboard.press("Control+ArrowUp");
  await page.keyboard.press("Control+ArrowUp");
  expect(await focused(page)).toBe("阶段目标（6月底前）");
  await page.keyboard.press("Control+ArrowDown");
  expect(await focused(page)).toBe(NAME);

  // Inside the text the caret goes by words.
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+ArrowRight");
  expect(await focused(page)).toBe(NAME);
  await page.keyboard.press("End");
  await page.keyboard.press("Control+ArrowRight");
  expect(await focused(page)).toBe(NAME.replace("指标名称", "单位"));
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+ArrowLeft");
  expect(await focused(page)).toBe(NAME);
});

test("merged cells are one step, and a choice is left without being changed", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const dimension = page.getByRole("combobox", { name: "产出指标 / 数量指标 / 二级指标" });
  await dimension.focus();
  await page.keyboard.press("Control+ArrowDown");
  expect(await focused(page)).toBe("产出指标 / 质量指标 / 二级指标");
  await page.keyboard.press("Control+ArrowLeft");
  expect(await focused(page)).toBe("产出指标 / 一级指标");
  expect(await dimension.inputValue()).toBe("quantity");

  // Alt and an arrow open the choice, and move no row.
  const isTheBrowsers = await dimension.evaluate((choice) =>
    choice.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", altKey: true, bubbles: true, cancelable: true })),
  );
  expect(isTheBrowsers).toBe(true);
});

test("Alt and arrows move the row, and the focus goes with it", async () => {
  const { page } = await open();
  await openExample(page, 1);
  await field(page, ANNUAL).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await notice(page, "已移到第 2 行，可撤销。");
  await hasFocus(field(page, ANNUAL)).toBe(true);
  expect(await field(page, ANNUAL).getAttribute("id")).toBe("/indicators/1/targets/annual");
  await page.keyboard.press("Alt+ArrowUp");
  await notice(page, "已移到第 1 行，可撤销。");
  await page.keyboard.press("Alt+ArrowUp");
  await notice(page, "已是第一行，不能再上移。");
});

test("Ctrl+D copies from above, Ctrl+Enter adds a row", async () => {
  const { page } = await open();
  await openExample(page, 1);
  await field(page, ANNUAL_BELOW).focus();
  await page.keyboard.press("Control+d");
  await notice(page, "已照上一行填写，可撤销。");
  await eventually(() => field(page, ANNUAL_BELOW).inputValue()).toBe("10");
  await hasFocus(field(page, ANNUAL_BELOW)).toBe(true);

  await page.keyboard.press("Control+Enter");
  await notice(page, "已添加第 3 行，可撤销。");
  await eventually(() => focused(page)).toMatch(/第 3 行 \/ 指标名称$/);
});

test("undo and redo are the document's, by keys and by the browser's own menu", async () => {
  const { page } = await open();
  await openExample(page, 1);
  await field(page, ANNUAL).fill("11");
  await field(page, ANNUAL_BELOW).fill("121");
  await page.keyboard.press("Control+z");
  await notice(page, `已撤销：修改“${ANNUAL_BELOW}”。`);
  expect(await field(page, ANNUAL_BELOW).inputValue()).toBe("120");
  await page.keyboard.press("Control+z");
  await hasFocus(field(page, ANNUAL)).toBe(true);
  expect(await field(page, ANNUAL).inputValue()).toBe("10");
  await page.keyboard.press("Control+y");
  await notice(page, `已重做：修改“${ANNUAL}”。`);
  expect(await field(page, ANNUAL).inputValue()).toBe("11");
  await page.keyboard.press("Control+Shift+Z");
  await eventually(() => field(page, ANNUAL_BELOW).inputValue()).toBe("121");

  const isOurs = await field(page, ANNUAL).evaluate(
    (cell) => !cell.dispatchEvent(new InputEvent("beforeinput", { inputType: "historyUndo", bubbles: true, cancelable: true })),
  );
  expect(isOurs).toBe(true);
  await eventually(() => field(page, ANNUAL_BELOW).inputValue()).toBe("120");
});

test("what is typed in a merged cell counts before a key changes its row", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const group = page.getByRole("textbox", { name: /贷款贴息补助 \/ 事项$/ });
  await group.fill("贴息");
  await page.keyboard.press("Control+z");
  await notice(page, /^已撤销：修改/);
  await eventually(() => page.getByRole("textbox", { name: /贷款贴息补助 \/ 事项$/ }).inputValue()).toBe("贷款贴息补助");
});

test("F8 goes to the next finding, Shift+F8 back, and both go round", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const links = await findings(page).getByRole("link").count();
  await page.keyboard.press("F8");
  const text = await page.getByRole("status").getByText(/^第 1 处，共 \d+ 处$/).innerText();
  const count = Number(/共 (\d+) 处/.exec(text)?.[1]);
  expect(count).toBeGreaterThan(3);
  expect(count).toBeLessThanOrEqual(links);
  const first = await focused(page);
  await page.keyboard.press("Shift+F8");
  await notice(page, `第 ${count} 处，共 ${count} 处`);
  await page.keyboard.press("F8");
  await notice(page, `第 1 处，共 ${count} 处`);
  expect(await focused(page)).toBe(first);

  // From a field without a finding to the next one behind it.
  await field(page, "项目名称").focus();
  await page.keyboard.press("F8");
  await notice(page, `第 1 处，共 ${count} 处`);
});

test("F8 says so when there is nothing to go to", async () => {
  const { page } = await open();
  await field(page, "项目名称").focus();
  await page.keyboard.press("F8");
  await notice(page, "没有需要修改或说明的地方。");
});

test("Ctrl+S saves and Ctrl+P prints", async () => {
  const { page } = await open();
  await openExample(page, 1);
  await field(page, ANNUAL).focus();
  const download = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  expect((await download).suggestedFilename()).toMatch(/\.json$/);

  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await page.keyboard.press("Control+p");
  await eventually(() => page.evaluate(() => document.body.hasAttribute("data-printed"))).toBe(true);
});

test("no key is a command while an input method composes", async () => {
  const { page } = await open();
  await openExample(page, 1);
  await field(page, ANNUAL).focus();
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "shi", selectionStart: 3, selectionEnd: 3 });
  const isLeft = await field(page, ANNUAL).evaluate((cell) =>
    ["z", "d", "ArrowDown"].map((key) =>
      cell.dispatchEvent(
        new KeyboardEvent("keydown", { key, ctrlKey: true, isComposing: true, bubbles: true, cancelable: true }),
      ),
    ),
  );
  expect(isLeft).toEqual([true, true, true]);
  expect(await focused(page)).toBe(ANNUAL);
});

test("the list of keys is a dialog, in which the keys rest", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const button = page.getByRole("button", { name: "快捷键" });
  await button.click();
  const dialog = page.getByRole("dialog", { name: "快捷键" });
  await dialog.waitFor();
  expect(await dialog.getByText("Alt+↑", { exact: true }).count()).toBe(1);
  expect(await objections(page)).toEqual([]);
  await page.keyboard.press("F8");
  await page.keyboard.press("Escape");
  await hasFocus(button).toBe(true);
  expect(await dialog.count()).toBe(0);
});

test("in a table of 500 rows every key arrives, and the last row is as near as the first", async () => {
  const { page } = await open();
  await page.locator("input[type=file]").setInputFiles({
    name: "long.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(longTable(500))),
  });
  await verdict(page).waitFor();
  const grid = page.getByRole("table", { name: "绩效指标" });
  const names = grid.getByRole("textbox", { name: /指标名称$/ });
  expect(await names.count()).toBe(500);

  await names.first().focus();
  const text = "一字不漏地录入这一格，abcdefghijklmnopqrstuvwxyz";
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
  expect(await page.locator(":focus").inputValue()).toBe(text);

  await page.keyboard.press("Shift+F8");
  await eventually(() => focused(page)).not.toContain(text);
  await eventually(() =>
    page.evaluate(() => {
      const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return top >= 0 && bottom <= window.innerHeight;
    }),
  ).toBe(true);
});
