// The one who has no mouse: a whole table from blank to saved, with the names that a screen reader would say as the only
// guide.

import { readFileSync } from "node:fs";

import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { eventually, findings, useForm, verdict } from "../form.ts";

const open = useForm();

/** No way through the page is longer. */
const MOST_STOPS = 400;

/** What a screen reader would call the element that has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return (element?.getAttribute("aria-label") ?? element?.textContent ?? "").replace(/\s+/g, " ").trim();
  });
}

/** Presses a key until the focus is where it is wanted. */
async function walk(page: Page, key: string, name: string): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press(key);
    const here = await focused(page);
    if (here === name) return;
    passed.push(here);
  }
  throw new Error(`${name} was not reached; the way led over ${[...new Set(passed)].slice(-20).join(" | ")}`);
}

async function fill(page: Page, name: string, text: string): Promise<void> {
  await walk(page, "Tab", name);
  await page.keyboard.type(text);
}

/** First and second level, name, unit, stage and annual target: as the blank table has its rows. */
const ROWS: readonly (readonly [string, string, string, string, string])[] = [
  ["产出指标 / 数量指标", "贴息企业数", "家", "≥60", "≥120"],
  ["产出指标 / 数量指标", "发放贴息笔数", "笔", "≥80", "≥150"],
  ["产出指标 / 质量指标", "贴息资金发放准确率", "%", "100", "100"],
  ["产出指标 / 时效指标", "贴息资金到账时限", "天", "≤15", "≤15"],
  ["产出指标 / 成本指标", "项目总支出", "万元", "≤165", "≤330"],
  ["效益指标 / 经济效益", "带动贷款金额", "万元", "≥3000", "≥6000"],
  ["效益指标 / 社会效益", "带动新增就业人数", "人", "≥50", "≥100"],
  ["效益指标 / 生态效益", "线上办理比例", "%", "≥80", "≥90"],
  ["效益指标 / 可持续影响", "贴息机制持续时间", "年", "≥3", "≥3"],
  ["满意度指标 / 服务对象满意度", "贴息企业满意度", "%", "≥85", "≥900"],
];

test("a whole table is filled in, checked, mended and saved by keyboard alone", async () => {
  const { page, log } = await open();
  await walk(page, "Tab", "跳到表格");
  await page.keyboard.press("Enter");
  await eventually(() => focused(page)).toBe("项目名称");
  await page.keyboard.type("小微企业贷款贴息项目");
  await fill(page, "申报单位", "某市金融工作局");
  await fill(page, "支持金额", "330");
  await fill(page, "年度目标", "全年为120家小微企业发放贷款贴息，带动贷款6000万元。");
  await fill(page, "阶段目标（6月底前）", "6月底前为60家小微企业发放贷款贴息，带动贷款3000万元。");
  for (const [index, [levels, name, unit, stage, annual]] of ROWS.entries()) {
    await fill(page, `${levels} / 第 ${index + 1} 行 / 指标名称`, name);
    await fill(page, `${levels} / ${name} / 单位`, unit);
    await fill(page, `${levels} / ${name}（${unit}） / 阶段目标（6月底前）`, stage);
    await fill(page, `${levels} / ${name}（${unit}） / 年度目标`, annual);
  }

  await walk(page, "Shift+Tab", "检查");
  await page.keyboard.press("Enter");
  await verdict(page).waitFor();
  await eventually(() => focused(page)).toMatch(/^需修改/);
  const first = await findings(page).first().innerText();
  expect(first).toContain("900");

  // F8 leads to the cell that the finding is about; what is typed there mends it.
  await page.keyboard.press("F8");
  await eventually(() => focused(page)).toContain("贴息企业满意度（%） / 年度目标");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("≥90");
  await page.keyboard.press("Tab");
  await eventually(() => page.getByRole("heading", { name: /^需修改/ }).count()).toBe(0);

  const download = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  const saved = JSON.parse(readFileSync((await (await download).path()) ?? "", "utf8"));
  expect(saved.indicators.map(({ name, unit, targets }: Row) => [name, unit, targets.stage, targets.annual])).toEqual(
    ROWS.map(([, ...row]) => row.map((text) => text.replace("900", "90"))),
  );
  expect(log.errors).toEqual([]);
});

interface Row {
  readonly name: string;
  readonly unit: string;
  readonly targets: { readonly stage: string; readonly annual: string };
}
