import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";

import { objections } from "./axe.ts";
import { eventually, field, findings, openExample, useForm } from "./form.ts";

const open = useForm();

/** The names of the rows as they stand in the grid. */
function rows(page: Page): Promise<string[]> {
  const names = page.getByRole("table", { name: "绩效指标" }).getByRole("textbox", { name: /指标名称$/ });
  return names.evaluateAll((fields) => fields.map((name) => (name as HTMLTextAreaElement).value));
}

/** Opens the menu of a row, which is known by its number, and chooses from it. */
async function choose(page: Page, row: number, what: RegExp): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^第 ${row} 行.*行操作$`) }).click();
  await page
    .getByRole("group", { name: new RegExp(`^第 ${row} 行`) })
    .getByRole("button", { name: what })
    .click();
}

function notice(page: Page, text: string | RegExp): Promise<void> {
  return page.getByRole("status").getByText(text).waitFor();
}

const hasFocus = (of: Locator) => eventually(() => of.evaluate((element) => element === document.activeElement));

test("a row is added below in the same merged cells, and the focus goes to its name", async () => {
  const { page, log } = await open();
  await openExample(page, 1);
  const before = await rows(page);
  await choose(page, 1, /在下方添加一行/);

  await notice(page, "已添加第 2 行，可撤销。");
  expect(await rows(page)).toEqual([before[0], "", ...before.slice(1)]);
  await hasFocus(field(page, "产出指标 / 数量指标 / 汕尾“百千万工程”数字普惠金融服务平台 / 第 2 行 / 指标名称")).toBe(
    true,
  );
  const grid = page.getByRole("table", { name: "绩效指标" });
  expect(await grid.getByRole("rowheader", { name: "数量指标" }).getAttribute("rowspan")).toBe("6");

  await page.keyboard.type("新指标");
  await page.getByRole("button", { name: "撤销" }).click();
  await page.getByRole("button", { name: "撤销" }).click();
  await notice(page, "已撤销：添加第 2 行。");
  expect(await rows(page)).toEqual(before);
  expect(log.errors).toEqual([]);
});

test("deleting asks nothing, says what is gone, and undo brings the row and its place back", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const before = await rows(page);
  await choose(page, 3, /删除这一行/);

  await notice(page, `已删除第 3 行“${before[2]}（家）”，可撤销。`);
  expect(await rows(page)).toEqual(before.filter((_, row) => row !== 2));
  // The row that took its place.
  const name = page.getByRole("textbox", { name: new RegExp(`${before[3]}.* / 指标名称$`) });
  await hasFocus(name).toBe(true);

  await page.getByRole("button", { name: "撤销" }).click();
  await notice(page, "已撤销：删除第 3 行。");
  expect(await rows(page)).toEqual(before);
  await hasFocus(page.getByRole("textbox", { name: new RegExp(`${before[2]}.* / 指标名称$`) })).toBe(true);

  await page.getByRole("button", { name: "重做" }).click();
  await notice(page, "已重做：删除第 3 行。");
  expect(await rows(page)).toEqual(before.filter((_, row) => row !== 2));
});

test("findings and readings stay with their rows when a row above goes", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const count = await findings(page).count();
  const invalid = () =>
    page
      .getByRole("table", { name: "绩效指标" })
      .getByRole("textbox")
      .evaluateAll((fields) =>
        fields.filter((one) => one.getAttribute("aria-invalid") === "true").map((one) => one.getAttribute("aria-label")),
      )
      .then((names) => names.filter((name) => !name?.includes("第 2 行")));
  const before = await invalid();
  expect(before.length).toBeGreaterThan(2);
  await choose(page, 1, /在下方添加一行/);
  await notice(page, "已添加第 2 行，可撤销。");
  expect(await invalid()).toEqual(before);
  await choose(page, 2, /删除这一行/);
  await eventually(() => findings(page).count()).toBe(count);
  expect(await invalid()).toEqual(before);
});

test("a row moves, and at a border goes where the rest of its cell stays whole", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const before = await rows(page);
  await choose(page, 1, /下移/);
  await notice(page, "已移到第 2 行，可撤销。");
  expect(await rows(page)).toEqual([before[1], before[0], ...before.slice(2)]);

  // The only row of 质量指标 takes its cell along, past the five rows of 数量指标.
  await choose(page, 6, /上移/);
  await notice(page, "已移到第 1 行，可撤销。");
  const grid = page.getByRole("table", { name: "绩效指标" });
  expect(await grid.getByRole("rowheader", { name: "数量指标" }).getAttribute("rowspan")).toBe("5");

  // The first of three rows of 时效指标 steps over into the cell above.
  await choose(page, 7, /上移/);
  await notice(page, /第 7 行已归入“数量指标/);
});

test("a row can be filed under any second level", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const [name] = await rows(page);
  await page.getByRole("button", { name: /^第 1 行.*行操作$/ }).click();
  await page.getByRole("button", { name: /^第 1 行.*归入其他二级指标$/ }).click();
  await page.getByRole("button", { name: /^第 1 行.*产出指标 \/ 质量指标$/ }).click();
  await hasFocus(field(page, `产出指标 / 质量指标 / ${name}（项） / 指标名称`)).toBe(true);
  await notice(page, "第 6 行已归入“产出指标 / 质量指标”，可撤销。");
});

test("second and first levels are added, and wait to be chosen", async () => {
  const { page } = await open();
  await openExample(page, 1);
  await choose(page, 1, /添加二级指标/);
  await hasFocus(page.getByRole("combobox", { name: "产出指标 / 其他 / 二级指标" })).toBe(true);
  await choose(page, 1, /添加一级指标/);
  await hasFocus(page.getByRole("combobox", { name: "成本指标 / 一级指标", exact: true })).toBe(true);
});

test("the menu is worked by keys and closes with Escape, on its button", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const button = page.getByRole("button", { name: /^第 2 行.*行操作$/ });
  await button.focus();
  await page.keyboard.press("Enter");
  await hasFocus(page.getByRole("button", { name: /^第 2 行.*在下方添加一行 Ctrl\+Enter$/ })).toBe(true);
  await page.keyboard.press("ArrowDown");
  await hasFocus(page.getByRole("button", { name: /^第 2 行.*复制这一行$/ })).toBe(true);
  await page.keyboard.press("End");
  await hasFocus(page.getByRole("button", { name: /^第 2 行.*删除这一行$/ })).toBe(true);
  expect(await objections(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await hasFocus(button).toBe(true);
  expect(await button.getAttribute("aria-expanded")).toBe("false");
});

test("a period is added, changed, moved and deleted with its targets", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const heads = () => page.getByRole("table", { name: "绩效指标" }).getByRole("columnheader").allInnerTexts();
  const period = async (label: string, what: RegExp): Promise<void> => {
    await page.getByRole("button", { name: `${label} 本期操作` }).click();
    await page.getByRole("group", { name: label }).getByRole("button", { name: what }).click();
  };

  await period("年度目标", /添加一期 \/ 总体目标$/);
  await eventually(heads).toEqual(["目标", "指标内容及口径", "阶段目标（6月底前）", "年度目标", "总体目标"]);
  await hasFocus(field(page, "总体目标 / 目标名称")).toBe(true);
  await period("总体目标", /改为 \/ 实施周期目标$/);
  await eventually(async () => (await heads())[4]).toBe("实施周期目标");
  await period("实施周期目标", /移到前一期$/);
  await eventually(async () => (await heads()).slice(3)).toEqual(["实施周期目标", "年度目标"]);

  await period("阶段目标（6月底前）", /删除本期及其目标值$/);
  await notice(page, /已删除“阶段目标（6月底前）”及其 \d+ 个目标值，可撤销。/);
  expect((await heads()).slice(2)).toEqual(["实施周期目标", "年度目标"]);
  await page.getByRole("button", { name: "撤销" }).click();
  await notice(page, "已撤销：删除一期目标。");
  await eventually(async () => (await heads())[2]).toBe("阶段目标（6月底前）");
  expect(await field(page, "产出指标 / 数量指标 / 贷款贴息补助 / 补助用户（家） / 阶段目标（6月底前）").inputValue()).toBe(
    "确定贴息补助机制",
  );
});

test("on a phone the menu is the foot of the card, and stays inside the window", async () => {
  const { page } = await open({ viewport: { width: 390, height: 844 } });
  await openExample(page, 1);
  await page.getByRole("button", { name: /^第 3 行.*行操作$/ }).click();
  const box = await page.getByRole("group", { name: /^第 3 行/ }).boundingBox();
  expect(box === null ? -1 : box.x).toBeGreaterThanOrEqual(0);
  expect(box === null ? 999 : box.x + box.width).toBeLessThanOrEqual(390);
  expect(await objections(page)).toEqual([]);
});
