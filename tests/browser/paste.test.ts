// Pasting as a clerk does it: out of Word, WPS and Excel, with the markup that these programs put on the clipboard.

import { readFileSync } from "node:fs";

import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";

import { objections } from "./axe.ts";
import { annex, eventually, field, openExample, saved, useForm } from "./form.ts";

const open = useForm();

function pasted(name: string): string {
  return readFileSync(new URL(`pasted/${name}.html`, import.meta.url), "utf8");
}

interface Clipboard {
  readonly html?: string;
  readonly text?: string;
}

/** Pastes into a field, or into the page; says whether the page took it upon itself or left it to the browser. */
async function paste(at: Locator, { html, text = "" }: Clipboard): Promise<"page" | "browser"> {
  return at.evaluate(
    (element, { html, text }) => {
      const data = new DataTransfer();
      if (html !== undefined) data.setData("text/html", html);
      data.setData("text/plain", text);
      (element as HTMLElement).focus();
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      return element.dispatchEvent(event) ? "browser" : "page";
    },
    { html, text },
  );
}

function preview(page: Page): Locator {
  return page.getByRole("dialog");
}

/** The changes that a preview lists: the rows, and below each the column, old text and new text of its cells. */
function changes(page: Page): Promise<string[]> {
  return preview(page)
    .getByRole("row")
    .evaluateAll((rows) =>
      rows
        .slice(1)
        .map((row) =>
          Array.from(row.children, (cell) => (cell as HTMLElement).innerText.trim().replace(/\s+/g, " ")).join(" | "),
        ),
    );
}

async function press(page: Page, name: string): Promise<void> {
  await preview(page).getByRole("button", { name, exact: true }).click();
  await preview(page).waitFor({ state: "detached" });
}

/** A table of cells as HTML, its rows and cells given as texts. */
function htmlOf(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map((cell) => `<td>${cell}</td>`).join("");
  return `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table>`;
}

const WHOLE: readonly (readonly [string, number])[] = [
  ["word", 1],
  ["excel", 3],
  ["wps", 5],
];

for (const [program, number] of WHOLE) {
  test(`a whole table out of ${program} becomes that table, as one step of undo`, async () => {
    const { page, log } = await open();
    await field(page, "申报单位").fill("某市金融工作局");
    await paste(field(page, "申报单位"), { html: pasted(program), text: "x" });
    await preview(page).getByRole("heading", { name: "粘贴整张表" }).waitFor();
    expect(await preview(page).getByText(annex(number).project.name).isVisible()).toBe(true);
    expect(await preview(page).getByRole("row").count()).toBe(annex(number).indicators.length + 1);
    await press(page, "替换当前表");
    await page.getByRole("status").getByText("已用粘贴的表替换当前表").waitFor();
    expect(await saved(page)).toEqual(annex(number));
    await page.getByRole("button", { name: "撤销" }).click();
    await eventually(() => field(page, "申报单位").inputValue()).toBe("某市金融工作局");
    expect(log.errors).toEqual([]);
  });
}

test("only the indicators are filled in when that is asked for; what has no column is said", async () => {
  const { page } = await open();
  await field(page, "申报单位").fill("某市金融工作局");
  await paste(field(page, "申报单位"), { html: pasted("wps") });
  await preview(page).getByText("“实施周期目标（2025年）”在当前表中没有对应的一期").waitFor();
  await press(page, "仅填入指标");
  const table = await saved(page);
  expect(table.applicant.name).toBe("某市金融工作局");
  expect(table.periods.map(({ id }) => id)).toEqual(["stage", "annual"]);
  expect(table.indicators.map(({ name }) => name)).toEqual(annex(5).indicators.map(({ name }) => name));
  expect(table.indicators[1]?.targets).toEqual({ annual: "80%" });
});

test("a header in two rows, as of many a form, says which column is which period's", async () => {
  const { page } = await open();
  await paste(field(page, "申报单位"), {
    html: `<table>
      <tr><td colspan=4>申报单位</td><td colspan=2>某局</td></tr>
      <tr><td rowspan=4>绩<br>效<br>指<br>标</td><td rowspan=2>一级指标</td><td rowspan=2>二级指标</td>
        <td rowspan=2>三级指标</td><td colspan=2>指标值</td></tr>
      <tr><td>实施周期指标值</td><td>年度指标值</td></tr>
      <tr><td rowspan=2>产出指标</td><td>数量指标</td><td>培训场次（场）</td><td>18</td><td>6</td></tr>
      <tr><td>质量指标</td><td>合格率（%）</td><td>95%</td><td>90%</td></tr></table>`,
  });
  await press(page, "替换当前表");
  const { applicant, periods, indicators } = await saved(page);
  expect(applicant.name).toBe("某局");
  expect(periods.map(({ kind, label }) => `${kind} ${label}`)).toEqual(["annual 年度指标值", "cycle 实施周期指标值"]);
  expect(indicators).toEqual([
    { category: "output", dimension: "quantity", name: "培训场次", unit: "场", targets: { annual: "6", cycle: "18" } },
    { category: "output", dimension: "quality", name: "合格率", unit: "%", targets: { annual: "90%", cycle: "95%" } },
  ]);
});

test("the head of a table without its grid fills the fields of the head, as one step of undo", async () => {
  const { page, log } = await open();
  const html = `<table>
    <tr><td>申报单位</td><td>某市金融工作局</td></tr>
    <tr><td>支持金额</td><td>330万元</td></tr>
    <tr><td>年度目标（2025年）</td><td>一是培训。<br>二是宣传。</td></tr>
    <tr><td>总体目标</td><td>三年建成</td></tr>
    <tr><td>联系电话</td><td></td></tr></table>`;
  await paste(field(page, "申报单位"), { html });
  await preview(page).getByRole("heading", { name: "粘贴基本情况与目标" }).waitFor();
  expect(await changes(page)).toEqual([
    "申报单位 | （空白） | 某市金融工作局",
    "支持金额 | （空白） | 330",
    "年度目标 / 目标名称 | 年度目标 | 年度目标（2025年）",
    "年度目标 | （空白） | 一是培训。 二是宣传。",
  ]);
  await preview(page).getByText("“总体目标”在当前表中没有对应的一期，未填入。").waitFor();
  await preview(page).getByText("“联系电话”不是认得的栏目").waitFor();
  expect(await objections(page)).toEqual([]);
  await press(page, "应用");
  await page.getByRole("status").getByText("已粘贴：修改 4 格").waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("/applicant/name");
  const table = await saved(page);
  expect([table.applicant.name, table.support.amount, table.support.unit]).toEqual(["某市金融工作局", "330", "万元"]);
  expect(table.periods[1]).toEqual({
    id: "annual",
    kind: "annual",
    label: "年度目标（2025年）",
    goal: "一是培训。\n二是宣传。",
  });
  expect(table.indicators.length).toBe(10);
  await page.getByRole("button", { name: "撤销" }).click();
  await eventually(() => field(page, "申报单位").inputValue()).toBe("");
  // The same as text with tabs; and what a table already says changes nothing.
  await paste(page.locator("body"), { text: "申报单位\t某局\n支持金额\t330万元" });
  await press(page, "应用");
  expect(await field(page, "申报单位").inputValue()).toBe("某局");
  await paste(page.locator("body"), { text: "申报单位\t某局\n支持金额\t330万元" });
  await preview(page).getByText("粘贴的内容与表中相同").waitFor();
  await press(page, "取消");
  expect(log.errors).toEqual([]);
});

test("cells of the grid that look like a goal stay cells of the grid", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const name = field(page, "产出指标 / 数量指标 / 企业宣传次数（次） / 指标名称");
  await paste(name, { html: htmlOf([["年度目标", "8次", "16次"]]) });
  await preview(page).getByRole("heading", { name: "粘贴预览" }).waitFor();
});

test("columns and rows that are hidden in Excel are not pasted", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const start = field(page, "产出指标 / 数量指标 / 企业宣传次数（次） / 阶段目标（6月底前）");
  await paste(start, {
    html: `<table>
      <col width=64><col width=0 style='display:none;mso-width-source:userset;mso-width-alt:0'><col width=64>
      <tr><td>8次</td><td>备注</td><td>16次</td></tr>
      <tr height=0 style='display:none'><td>7次</td><td>备注</td><td>14次</td></tr>
      <tr><td colspan=2>30家</td><td>60家</td></tr>
      <tr><td style='mso-hide:all'>藏</td><td>80家</td><td style='display:none'></td><td>160家</td></tr></table>`,
  });
  await preview(page).waitFor();
  await press(page, "应用");
  const { indicators } = await saved(page);
  expect(indicators.slice(1, 4).map(({ targets }) => targets)).toEqual([
    { stage: "8次", annual: "16次" },
    { stage: "30家", annual: "60家" },
    { stage: "80家", annual: "160家" },
  ]);
});

test("a merged level that begins in a hidden row is the level of the rows below", async () => {
  const { page } = await open();
  await openExample(page, 3);
  await paste(page.locator("body"), {
    html: `<table>
      <tr style='display:none'><td rowspan=2>产出指标</td><td rowspan=2>时效指标</td><td>甲</td><td>1</td><td>2</td></tr>
      <tr><td>完成时间</td><td>6月</td><td>12月</td></tr></table>`,
  });
  await preview(page).getByText("新增 1 行").waitFor();
  await press(page, "应用");
  expect((await saved(page)).indicators.pop()).toEqual({
    category: "output",
    dimension: "timeliness",
    name: "完成时间",
    targets: { stage: "6月", annual: "12月" },
  });
});

test("nothing changes, and the focus is back, when the preview is cancelled", async () => {
  const { page } = await open();
  await field(page, "申报单位").fill("某市金融工作局");
  const before = await saved(page);
  await paste(field(page, "申报单位"), { html: pasted("word") });
  await preview(page).waitFor();
  await page.keyboard.press("Escape");
  await preview(page).waitFor({ state: "detached" });
  expect(await saved(page)).toEqual(before);
  await paste(field(page, "申报单位"), { html: pasted("word") });
  await press(page, "取消");
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe("/applicant/name");
});

test("rows with their levels out of WPS Spreadsheets fill the rows from the focus on, and new ones at the end", async () => {
  const { page } = await open();
  await openExample(page, 2);
  const target = "满意度指标 / 服务对象满意度 / 用户满意度 / 年度目标";
  const last = page.getByRole("textbox", { name: /用户满意度.*目标/ }).last();
  expect(target).toContain("用户满意度");
  await paste(last, { html: pasted("wps-sheet-rows") });
  await preview(page).getByText("新增 7 行").waitFor();
  await press(page, "应用");
  const table = await saved(page);
  const ids = table.periods.map(({ id }) => id);
  const expected = annex(4).indicators.map(({ targets, ...row }) => ({
    ...row,
    targets: Object.fromEntries(Object.keys(targets).map((id) => [ids[id === "stage" ? 0 : 1], targets[id]])),
  }));
  expect(table.indicators).toEqual([...annex(2).indicators.slice(0, -1), ...expected]);
});

test("cells out of Excel fill to the right and down; the preview says what was and what will be; focus returns", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const start = field(page, "产出指标 / 数量指标 / 企业宣传次数（次） / 阶段目标（6月底前）");
  await paste(start, {
    html: htmlOf([
      ["8次", "16次"],
      ["25家", "60家"],
    ]),
    text: "8次\t16次\r\n25家\t60家\r\n",
  });
  await preview(page).getByText("修改 3 格").waitFor();
  expect(await changes(page)).toEqual([
    "第 2 行 产出指标 / 数量指标 / 企业宣传次数（次）",
    "阶段目标（6月底前） | 6次 | 8次",
    "年度目标 | 12次 | 16次",
    "第 3 行 产出指标 / 数量指标 / 宣传覆盖企业家数（家）",
    "年度目标 | 50家 | 60家",
  ]);
  await press(page, "应用");
  await page.getByRole("status").getByText("已粘贴：修改 3 格").waitFor();
  expect(await start.inputValue()).toBe("8次");
  await eventually(() => start.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.getByRole("button", { name: "撤销" }).click();
  expect(await saved(page)).toEqual(annex(3));
});

test("names and targets add rows under their level, with units taken out of the names", async () => {
  const { page } = await open();
  const name = page.getByRole("textbox", { name: /^产出指标 \/ 数量指标 \/ .*指标名称$/ }).first();
  const rows = [
    ["金融产品（项）", "", "10"],
    ["服务企业数量（家）", "", "120"],
    ["活动场次（期）", "3", "6"],
    ["活动服务人次（人次）", "250", "500"],
  ];
  await paste(name, { html: htmlOf(rows) });
  await preview(page).getByText("修改 4 格，新增 2 行").waitFor();
  await preview(page).getByRole("radio", { name: "在“数量指标”下新增行" }).waitFor();
  await press(page, "应用");
  const { indicators } = await saved(page);
  expect(indicators.slice(0, 5).map(({ dimension, name, unit }) => `${dimension} ${name} ${unit ?? ""}`)).toEqual([
    "quantity 金融产品 项",
    "quantity 服务企业数量 家",
    "quantity 活动场次 期",
    "quantity 活动服务人次 人次",
    "quality  ",
  ]);
  expect(indicators.length).toBe(12);

  await page.getByRole("button", { name: "撤销" }).click();
  await paste(name, { html: htmlOf(rows) });
  await preview(page).getByRole("radio", { name: "依次覆盖下面各行" }).click();
  await preview(page).getByText("修改 10 格", { exact: true }).waitFor();
  await press(page, "应用");
  const covered = (await saved(page)).indicators;
  expect(covered.length).toBe(10);
  expect(covered[2]).toEqual({
    category: "output",
    dimension: "quality",
    name: "活动场次",
    unit: "期",
    targets: { stage: "3", annual: "6" },
  });
});

test("a merged group and cells merged over two periods count for each place that they cover", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const group = field(page, "产出指标 / 数量指标 / 金融服务“百千万工程”能力提升行动 / 事项");
  await paste(group, {
    html: `<table>
      <tr><td rowspan=2>能力提升</td><td>活动场次（期）</td><td colspan=2>6</td></tr>
      <tr><td>活动服务人次（人次）</td><td>250</td><td>500</td></tr></table>`,
  });
  await press(page, "应用");
  const { indicators } = await saved(page);
  expect(indicators.slice(3, 5)).toEqual([
    {
      category: "output",
      dimension: "quantity",
      group: "能力提升",
      name: "活动场次",
      unit: "期",
      targets: { stage: "6", annual: "6" },
    },
    {
      category: "output",
      dimension: "quantity",
      group: "能力提升",
      name: "活动服务人次",
      unit: "人次",
      targets: { stage: "250", annual: "500" },
    },
  ]);
});

test("what stands right of the last column is said and left out", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const last = field(page, "产出指标 / 数量指标 / 企业宣传次数（次） / 年度目标");
  await paste(last, { html: htmlOf([["20次", "备注一"]]) });
  await preview(page).getByText("右边没有对应的列，未放入：备注一").waitFor();
  await press(page, "应用");
  expect(await last.inputValue()).toBe("20次");
});

test("a column of cells fills down, or becomes one text when that is asked for", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const target = field(page, "产出指标 / 数量指标 / 企业宣传次数（次） / 年度目标");
  await target.fill("");
  await paste(target, { html: htmlOf([["20次"], ["60家"]]) });
  await press(page, "作为文字粘贴到这一格");
  await eventually(() => target.inputValue()).toBe("20次\n60家");
});

test("text stays text: one cell, lines without tabs, and what is pasted beside the grid", async () => {
  const { page } = await open();
  const goal = field(page, "年度目标");
  expect(await paste(goal, { text: "一是培训。\n二是宣传。" })).toBe("browser");
  // Excel ends a single cell with a line break, which is no part of it; spaces without width come from web pages.
  expect(await paste(goal, { html: htmlOf([["120"]]), text: "120\r\n" })).toBe("page");
  expect(await goal.inputValue()).toBe("120");
  await goal.fill("");
  await paste(goal, { text: "贷\u200b款\u00ad\u00a0贴息👩‍👩‍👧" });
  expect(await goal.inputValue()).toBe("贷款 贴息👩‍👩‍👧");
  await goal.fill("");
  await paste(goal, {
    html: htmlOf([
      ["甲", "乙"],
      ["丙", "丁"],
    ]),
    text: "甲\t乙\n丙\t丁",
  });
  await eventually(() => goal.inputValue()).toBe("甲 乙\n丙 丁");
  expect(await preview(page).count()).toBe(0);
});

test("cells that are pasted nowhere get a sentence", async () => {
  const { page } = await open();
  await paste(page.locator("body"), { html: htmlOf([["甲", "乙"]]) });
  await page.getByRole("alert").getByText("请先点要粘贴到的格子").waitFor();
});

test("cells as text with tabs are cells; a text document's table is a table", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const start = field(page, "产出指标 / 数量指标 / 企业宣传次数（次） / 阶段目标（6月底前）");
  await paste(start, { text: '"8次\n（线上）"\t16次\r\n' });
  await press(page, "应用");
  expect(await start.inputValue()).toBe("8次\n（线上）");
  const rows = [
    "某项目绩效目标表",
    "\t申报单位\n\t某局\n",
    "\t目标\n\t指标内容及口径\n\t年度目标\n",
    "\t产出指标\n\t产品（项）\n\t1\n",
  ];
  await paste(start, { text: rows.join("\n") });
  await preview(page).getByRole("heading", { name: "粘贴整张表" }).waitFor();
  await press(page, "替换当前表");
  expect((await saved(page)).project.name).toBe("某项目");
});

test("never more rows than the format has", async () => {
  const { page } = await open();
  const name = page.getByRole("textbox", { name: /指标名称$/ }).first();
  const rows = Array.from({ length: 600 }, (_, row) => [`指标${row}`, "1", "2"]);
  await paste(name, { html: htmlOf(rows) });
  await preview(page).getByText("全表最多 500 行，有 108 行未放入。").waitFor();
  await preview(page).getByText("修改 6 格，新增 490 行").waitFor();
});

/** What a cell holds, and the text that it is. */
const HOSTILE: readonly (readonly [string, string, string])[] = [
  ["scripts", "<script>document.title='taken'</script>甲", "甲"],
  [
    "handlers",
    `<img src=x onerror="document.title='taken'">乙<svg onload="document.title='taken'"></svg><p style="a:url(//x)">`,
    "乙",
  ],
  [
    "links and frames",
    `<a href="javascript:document.title='taken'">丙</a><iframe src=//x srcdoc="<script>parent.document.title='taken'</script>"></iframe>`,
    "丙",
  ],
  ["signs of markup", "&lt;b style=x&gt;丁&lt;/b&gt; 1 < 2 > 0", "<b style=x>丁</b> 1 < 2 > 0"],
  ["a very long word", "长".repeat(10_000), "长".repeat(10_000)],
  ["overrides of direction", "\u202eabc\u2066def", "\u202eabc\u2066def"],
  ["rare characters", "𠮷㐂👩‍👩‍👧", "𠮷㐂👩‍👩‍👧"],
  ["a table in a table", "<table><tr><td>一</td><td>二</td></tr></table>", "一 二"],
  ["elements 5,000 deep", `${"<div>".repeat(5_000)}深`, "深"],
];

for (const [what, content, text] of HOSTILE) {
  test(`in a pasted cell ${what} are text`, async () => {
    const { page, log, url } = await open();
    await openExample(page, 3);
    const target = field(page, "产出指标 / 数量指标 / 企业宣传次数（次） / 阶段目标（6月底前）");
    await paste(target, { html: `<table><tr><td>16次</td><td>${content}</td></tr></table>` });
    await press(page, "应用");
    const next = field(page, "产出指标 / 数量指标 / 企业宣传次数（次） / 年度目标");
    expect(await next.inputValue()).toBe(text);
    expect(await page.title()).toBe("绩效目标表 填报与自查");
    const foreign = page.locator("target-table-form").locator("img, script, iframe, svg[onload]");
    expect(await foreign.count()).toBe(0);
    expect(log.requests.filter((address) => !address.startsWith(url) && !address.startsWith("blob:"))).toEqual([]);
    expect(log.errors).toEqual([]);
  });
}

const ENORMOUS: readonly (readonly [string, string])[] = [
  ["spans over a thousand million rows", "<table><tr><td rowspan=1000000000>甲<td>乙<tr><td>丙</table>"],
  ["a span over a thousand million columns", "<table><tr><td colspan=1000000000>甲<td>乙</table>"],
  ["rows without end", `<table>${"<tr><td rowspan=60000>".repeat(30_000)}</table>`],
  ["tables in tables without end", `${"<table><tr><td>".repeat(3_000)}甲<table><tr><td>乙<td>丙</table>`],
  ["tags that never end", `<table><tr><td>甲<td>乙</table>${"<a ".repeat(1 << 20)}`],
  ["more than four megabytes", `<table><tr><td>甲<td>乙</table>${" ".repeat(5 << 20)}`],
];

for (const [what, html] of ENORMOUS) {
  test(`${what} are survived`, async () => {
    const { page, log } = await open();
    const before = await saved(page);
    await paste(page.locator("body"), { html });
    // What is pasted next is still understood.
    await paste(page.locator("body"), { html: pasted("wps") });
    await preview(page).getByRole("heading", { name: "粘贴整张表" }).waitFor();
    await press(page, "取消");
    expect(await saved(page)).toEqual(before);
    expect(log.errors).toEqual([]);
  });
}

for (const number of [1, 2, 3, 4, 5]) {
  test(`table ${number}, copied and pasted, is the same table`, async () => {
    const { page } = await open();
    await openExample(page, number);
    await page.getByRole("button", { name: "复制表格" }).click();
    await page.getByRole("status").getByText("已复制整张表").waitFor();
    await page.getByText("打开", { exact: true }).click();
    await page.getByRole("button", { name: "空白表" }).click();
    await field(page, "申报单位").focus();
    await page.keyboard.press("Control+V");
    await preview(page).waitFor();
    await press(page, "替换当前表");
    expect(await saved(page)).toEqual(annex(number));
  });
}

for (const width of [1280, 390]) {
  test(`the previews are accessible, ${width} wide`, async () => {
    const { page } = await open({ viewport: { width, height: 800 } });
    await openExample(page, 3);
    await paste(field(page, "申报单位"), { html: pasted("word") });
    await preview(page).waitFor();
    expect(await objections(page)).toEqual([]);
    await press(page, "取消");
    const start = field(page, "产出指标 / 数量指标 / 企业宣传次数（次） / 阶段目标（6月底前）");
    await paste(start, { html: htmlOf([["8次", "16次", "备注"]]) });
    await preview(page).waitFor();
    expect(await objections(page)).toEqual([]);
  });
}
