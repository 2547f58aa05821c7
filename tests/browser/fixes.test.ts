// A fix is looked at before it is applied: what each cell said, and what it will say.

import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";

import { objections } from "./axe.ts";
import { eventually, field, findings, openExample, useForm, verdict } from "./form.ts";

const open = useForm();

const VOLUME = "效益指标 / 经济效益 / 汕尾“百千万工程”数字普惠金融服务专区贷款发放规模（亿元） / 年度目标";

/** The rows of the open preview: the cell, before, after. */
async function preview(page: Page): Promise<string[][]> {
  const rows = page.getByRole("dialog", { name: "修改预览" }).getByRole("row");
  await rows.first().waitFor();
  const cells = await Promise.all((await rows.all()).slice(1).map((row) => row.locator("th, td").allInnerTexts()));
  return cells.map((row) => row.map((cell) => cell.trim()));
}

function isFocused(of: Locator): Promise<boolean> {
  return of.evaluate((element) => element === document.activeElement);
}

test("a fix shows the cell before and after, and does nothing until it is applied", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const button = findings(page).getByRole("button", { name: "改写为“0.6亿元”" });
  await button.click();
  expect(await preview(page)).toEqual([[VOLUME, "6000万元", "0.6亿元"]]);
  expect(await field(page, VOLUME).inputValue()).toBe("6000万元");
  expect(await objections(page)).toEqual([]);

  await page.keyboard.press("Escape");
  await eventually(() => page.getByRole("dialog").count()).toBe(0);
  await eventually(() => isFocused(button)).toBe(true);
  expect(await field(page, VOLUME).inputValue()).toBe("6000万元");

  await button.click();
  await page.getByRole("button", { name: "应用" }).click();
  await eventually(() => field(page, VOLUME).inputValue()).toBe("0.6亿元");
  await eventually(() => isFocused(field(page, VOLUME))).toBe(true);
});

test("the fix is offered beside the field as well", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const cell = page.getByRole("cell").filter({ has: field(page, VOLUME) });
  await cell.getByRole("button", { name: /^改写为“0\.6亿元”/ }).click();
  expect(await preview(page)).toEqual([[VOLUME, "6000万元", "0.6亿元"]]);
});

test("the order of mending offers the fix, and is worked out again when it is applied", async () => {
  const { page } = await open();
  await openExample(page, 5);
  await page.getByRole("button", { name: "先改这几处" }).click();
  const steps = page.getByRole("list", { name: "先改这几处" }).locator("> li");
  await eventually(() => steps.count()).toBe(3);
  await steps.getByRole("button", { name: "移到“满意度指标”之下" }).click();
  expect(await preview(page)).toEqual([["服务对象满意度 / 服务对象满意度 / 一级指标", "效益指标", "满意度指标"]]);
  await page.getByRole("button", { name: "应用" }).click();
  await eventually(() => steps.count()).toBe(2);
});

test("all fixes that need no choice are looked at together and are one step of undo", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const before = await findings(page).count();
  await page.getByRole("button", { name: "全部改好（2 处）" }).click();
  expect(await preview(page)).toEqual([
    ["经济效益 / 第 8–10 行 / 一级指标", "产出指标", "效益指标"],
    ["社会效益 / 第 11–14 行 / 一级指标", "产出指标", "效益指标"],
  ]);
  expect(await objections(page)).toEqual([]);

  await page.getByRole("button", { name: "应用" }).click();
  await page.getByRole("status").getByText("已改 2 处").waitFor();
  await eventually(() => findings(page).count()).toBeLessThan(before);
  await eventually(() => isFocused(verdict(page))).toBe(true);
  expect(await page.getByRole("button", { name: /^全部改好/ }).count()).toBe(0);

  await page.getByRole("button", { name: "撤销" }).click();
  await eventually(() => findings(page).count()).toBe(before);
});

for (const width of [1280, 390]) {
  test(`the preview fits the screen: ${width} wide`, async () => {
    const { page } = await open({ viewport: { width, height: 800 }, colorScheme: "dark" });
    await openExample(page, 3);
    if (width < 640) await page.getByRole("button", { name: "查看" }).click();
    await page.getByRole("button", { name: "全部改好（2 处）" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    expect(await objections(page)).toEqual([]);
  });
}

/** Runs in the page: makes every fix one that somebody has to choose, which none is of what the page can open. */
function leaveChoice(): void {
  const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage") ?? {};
  Object.defineProperty(Worker.prototype, "onmessage", {
    set(this: Worker, take: (event: MessageEvent) => void) {
      set?.call(this, ({ data }: MessageEvent) => {
        const text = JSON.stringify(data).split('\\"fix\\":{').join('\\"fix\\":{\\"choice\\":true,');
        take.call(this, new MessageEvent("message", { data: JSON.parse(text) }));
      });
    },
  });
}

test("a fix that somebody has to choose says so, and is not among those that mend all at once", async () => {
  const { page } = await open();
  await page.addInitScript(leaveChoice);
  await page.reload();
  await openExample(page, 3);
  expect(await page.getByRole("button", { name: /^全部改好/ }).count()).toBe(0);
  await findings(page)
    .getByRole("button", { name: /效益指标”之下\s*请选择/ })
    .first()
    .click();
  await page.getByRole("dialog").getByText("请确认这样改符合实际情况").waitFor();
  expect(await objections(page)).toEqual([]);
});
