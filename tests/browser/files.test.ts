import { readFileSync } from "node:fs";

import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { TABLE } from "./drafts.ts";
import { eventually, field, findings, openExample, useForm, verdict } from "./form.ts";

const open = useForm();

function openFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  return page
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
}

test("what was saved opens again as the same table", async () => {
  const { page } = await open();
  await openExample(page, 5);
  await field(page, "申报单位").fill("广东省金融文化研究会（修改）");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存到文件" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("新时代广东金融文化建设研究项目.json");
  const saved = readFileSync((await file.path()) ?? "", "utf8");
  const example = JSON.parse(await page.evaluate(() => fetch("examples/table-5.json").then((answer) => answer.text())));
  expect(JSON.parse(saved)).toEqual({ ...example, applicant: { name: "广东省金融文化研究会（修改）" } });

  const other = await open();
  await openFile(other.page, "表.json", saved);
  await other.page.getByRole("status").getByText("已打开“表.json”").waitFor();
  expect(await field(other.page, "申报单位").inputValue()).toBe("广东省金融文化研究会（修改）");
});

test("a dropped file opens", async () => {
  const { page } = await open();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "拖入.json"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, JSON.stringify(TABLE));
  await page.getByRole("status").getByText("已打开“拖入.json”").waitFor();
  expect(await field(page, "申报单位").inputValue()).toBe("某市金融工作局");
});

const REFUSED: readonly (readonly [string, string, string | Buffer, RegExp])[] = [
  ["an empty file", "空.json", "", /不是完整的 JSON 文件/],
  ["half a file", "半.json", JSON.stringify(TABLE).slice(0, 80), /不是完整的 JSON 文件/],
  ["another document", "别的.json", '{"a":1}', /不是绩效目标表/],
  ["null", "空值.json", "null", /不是绩效目标表/],
  ["an array", "数组.json", "[]", /不是绩效目标表/],
  [
    "a field that the format does not know",
    "字段.json",
    JSON.stringify({ ...TABLE, remark: "x" }),
    /不是绩效目标表.*remark/,
  ],
  ["text that is not UTF-8", "编码.json", Buffer.from([0x7b, 0xb2, 0xe2, 0xff]), /不是 UTF-8/],
  ["more than a megabyte", "大.json", " ".repeat((1 << 20) + 1), /超过 1 MB/],
  ["10,000 levels", "深.json", "[".repeat(10_000), /不是完整的 JSON 文件/],
  ["a Word file", "表.docx", "PK", /Word 或 Excel/],
];

for (const [what, name, content, sentence] of REFUSED) {
  test(`${what} is refused in a sentence and leaves the work alone`, async () => {
    const { page, log } = await open();
    await field(page, "申报单位").fill("某市金融工作局");
    await openFile(page, name, content);
    await page.getByRole("alert").getByText(`“${name}”`).waitFor();
    expect(await page.getByRole("alert").innerText()).toMatch(sentence);
    expect(await field(page, "申报单位").inputValue()).toBe("某市金融工作局");
    expect(log.errors).toEqual([]);
  });
}

test("a draft with an amount that is no number yet opens again and says so", async () => {
  const { page } = await open();
  await openFile(page, "草稿.json", JSON.stringify({ ...TABLE, support: { amount: "三百", unit: "万元" } }));
  await page.getByRole("status").getByText("已打开“草稿.json”").waitFor();
  await eventually(() => field(page, "支持金额").getAttribute("aria-invalid")).toBe("true");
  await field(page, "支持金额").fill("300");
  await eventually(() => field(page, "支持金额").getAttribute("aria-invalid")).toBe("false");
});

test("hostile text is shown as text", async () => {
  const { page, log, url } = await open();
  const texts = [
    `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`,
    "javascript:alert(1)",
    "\u202eabc\u2066def",
    "零\u200b宽",
    "字".repeat(1000),
    "𠮷㐂👩‍👩‍👧",
    "${7*7}{{7*7}}",
  ];
  const indicators = texts.map((text) => ({
    category: "output",
    dimension: "other",
    dimensionLabel: text.slice(0, 50),
    group: text.slice(0, 300),
    name: text.slice(0, 300),
    unit: text.slice(0, 20),
    definition: text,
    targets: { annual: text },
  }));
  const hostile = { ...TABLE, project: { name: texts[0] }, applicant: { name: texts[1] }, indicators };
  await openFile(page, `<b>"x"</b>.json`, JSON.stringify(hostile));
  await page.getByRole("status").getByText(`已打开“<b>"x"</b>.json”`).waitFor();
  await verdict(page).waitFor();

  expect(await field(page, "项目名称").inputValue()).toBe(texts[0]);
  const cells = page.getByRole("table", { name: "绩效指标" }).getByRole("textbox", { name: / \/ 年度目标$/ });
  expect(await cells.evaluateAll((all) => all.map((cell) => (cell as HTMLTextAreaElement).value))).toEqual(texts);
  expect(await findings(page).count()).toBeGreaterThan(0);
  expect(await page.locator("target-table-form img, target-table-form script, target-table-form b").count()).toBe(0);
  expect(await page.title()).toBe("绩效目标表 填报与自查");
  expect(await page.locator("a[href^=javascript]").count()).toBe(0);
  expect(log.requests.filter((address) => !address.startsWith(url))).toEqual([]);
  expect(log.errors).toEqual([]);
});

test("pasted control characters do not get into the table", async () => {
  const { page } = await open();
  await field(page, "申报单位").fill("某市\t金融\u0007工作局");
  await eventually(() => field(page, "申报单位").inputValue()).toBe("某市 金融工作局");
});
