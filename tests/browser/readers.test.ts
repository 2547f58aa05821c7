// Opening files of every kind that a clerk may have.

import { readFileSync } from "node:fs";

import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { columnsFrom, fill, putRows } from "../../www/src/paste/fill.ts";
import { rowsOfText, textOfRows } from "../../www/src/paste/sheet-text.ts";
import { indicatorsFor } from "../../www/src/paste/whole.ts";
import { decode } from "../../www/src/readers/decode.ts";
import { start, step, undo } from "../../www/src/state.ts";
import { objections } from "./axe.ts";
import { annex, eventually, field, openExample, saved, useForm } from "./form.ts";

const open = useForm();

const annexText = readFileSync(new URL("../suite/annex/annex3.txt", import.meta.url));
const tables = [1, 2, 3, 4, 5].map(annex);

interface Given {
  readonly name: string;
  readonly buffer: Buffer;
}

function openFiles(page: Page, ...files: readonly Given[]): Promise<void> {
  return page
    .locator("input[type=file]")
    .setInputFiles(files.map((file) => ({ ...file, mimeType: "application/octet-stream" })));
}

function given(name: string, content: string | Buffer): Given {
  return { name, buffer: Buffer.from(content) };
}

const ONE_TABLE = [
  "某项目绩效目标表",
  "\t申报单位\n\t某市金融工作局\n",
  "\t支持金额\n\t330万元\n",
  "\t目标\n\t指标内容及口径\n\t年度目标\n",
  "\t产出指标\n\t产品（项）\n\t1\n",
].join("\n");

test("of a file with five tables one is chosen; what belongs to none is listed", async () => {
  const { page, log } = await open();
  await openFiles(page, given("附件3.txt", annexText));
  const dialog = page.getByRole("dialog", { name: "打开表格" });
  await dialog.getByText("找到 5 张绩效目标表").waitFor();
  expect(await dialog.getByRole("radio").count()).toBe(5);
  expect(await dialog.getByRole("listitem").allInnerTexts()).toEqual([
    expect.stringContaining("“附件3”不属于任何一张表"),
    expect.stringContaining("注：第6-11"),
  ]);
  await dialog.getByRole("radio", { name: /潮州市金融工作局/ }).click();
  expect(await dialog.getByRole("row").count()).toBe(1 + (tables[1]?.indicators.length ?? 0));
  expect(await objections(page)).toEqual([]);
  await dialog.getByRole("button", { name: "打开", exact: true }).click();
  await page.getByRole("status").getByText(`已打开“${tables[1]?.project.name}”`).waitFor();
  expect(await saved(page)).toEqual(tables[1]);
  expect(log.errors).toEqual([]);
});

test("cancelling the choice leaves the work alone", async () => {
  const { page } = await open();
  await field(page, "申报单位").fill("某市金融工作局");
  await openFiles(page, given("附件3.txt", annexText));
  await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await field(page, "申报单位").inputValue()).toBe("某市金融工作局");
});

test("several files are one choice, and a file that is none is named", async () => {
  const { page } = await open();
  await page.evaluate(
    (texts) => {
      const data = new DataTransfer();
      for (const [name, text] of texts) data.items.add(new File([text ?? ""], name ?? ""));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [
      ["甲.json", JSON.stringify(tables[2])],
      ["乙.txt", ONE_TABLE],
      ["丙.txt", "只有文字"],
    ],
  );
  const dialog = page.getByRole("dialog");
  await dialog.getByText("找到 2 张绩效目标表").waitFor();
  expect(await dialog.getByRole("listitem").innerText()).toMatch(/^“丙.txt”未打开。文件里没有找到绩效目标表/);
  await dialog.getByRole("radio", { name: /某项目/ }).click();
  await dialog.getByRole("button", { name: "打开", exact: true }).click();
  await page.getByRole("status").getByText("已打开“乙.txt”").waitFor();
  expect((await saved(page)).project.name).toBe("某项目");
});

test("tables as lines of JSON, as target-table import writes them, are a choice", async () => {
  const { page } = await open();
  await openFiles(page, given("表.jsonl", tables.map((table) => JSON.stringify(table)).join("\n")));
  await page.getByRole("dialog").getByText("找到 5 张绩效目标表").waitFor();
});

const ENCODED: readonly (readonly [string, string, Buffer])[] = [
  ["UTF-8 with its mark", "表.txt", Buffer.from(`\ufeff${ONE_TABLE}`)],
  ["UTF-16, which Notepad calls Unicode", "表.txt", Buffer.from(`\ufeff${ONE_TABLE}`, "utf16le")],
  ["a page that Word saved", "表.htm", readFileSync(new URL("pasted/wps.html", import.meta.url))],
  ["a page under the name of a sheet", "表.xls", readFileSync(new URL("pasted/wps.html", import.meta.url))],
];

for (const [what, name, buffer] of ENCODED) {
  test(`${what} opens`, async () => {
    const { page } = await open();
    await openFiles(page, { name, buffer });
    await page.getByRole("status").getByText(`已打开“${name}”`).waitFor();
    expect(await field(page, "申报单位").inputValue()).toMatch(/某市金融工作局|广东省金融文化研究会/);
  });
}

test("text in GBK is read as such, and bytes that are no text as none", () => {
  expect(decode(Buffer.from([0xbc, 0xa8, 0xd0, 0xa7]))).toBe("绩效");
  expect(decode(Buffer.from([0xff, 0xff, 0xff]))).toBe(undefined);
  expect(decode(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toBe(undefined);
});

/** A zip's beginning and its list of entries are all that is looked at. */
function zip(entry: string): Buffer {
  return Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), Buffer.from(`${entry}…`)]);
}

const REFUSED: readonly (readonly [string, Given, RegExp])[] = [
  ["a Word file", given("表.docx", zip("word/document.xml")), /Word 或 Excel 文件.*复制后粘贴到这里/],
  ["a Word file under another name", given("表.dat", zip("word/document.xml")), /Word 或 Excel 文件.*复制后粘贴到这里/],
  ["an Excel file", given("表.xlsx", zip("xl/workbook.xml")), /Word 或 Excel 文件.*复制后粘贴到这里/],
  ["an archive", given("表.zip", zip("照片.jpg")), /压缩包.*先解压/],
  [
    "an old Word file",
    given("表.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])),
    /另存为 \.docx，或选中表格复制后粘贴到这里/,
  ],
  ["a WPS file", given("表.wps", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])), /另存为 \.docx/],
  ["a PDF", given("表.pdf", "%PDF-1.7"), /PDF/],
  ["a picture", given("表.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0, 0xff, 0xff])), /不是文本或网页文件/],
  ["an empty text", given("表.txt", ""), /文件是空的/],
  ["a text without a table", given("表.txt", "只有文字"), /没有找到绩效目标表/],
  ["a page without a table", given("表.html", "<p>只有文字</p>"), /没有找到绩效目标表/],
  ["more than four megabytes of text", given("表.txt", " ".repeat((4 << 20) + 1)), /超过 4 MB/],
  ["more text than the importer takes", given("表.txt", "\t长\n".repeat(700_000)), /超过 2 MB 的上限/],
];

for (const [what, file, sentence] of REFUSED) {
  test(`${what} is refused in a sentence that says what to do`, async () => {
    const { page, log } = await open();
    await field(page, "申报单位").fill("某市金融工作局");
    await openFiles(page, file);
    await page.getByRole("alert").getByText(`“${file.name}”`).waitFor();
    expect(await page.getByRole("alert").innerText()).toMatch(sentence);
    expect(await field(page, "申报单位").inputValue()).toBe("某市金融工作局");
    expect(log.errors).toEqual([]);
  });
}

test("a text dropped into a cell is the browser's affair", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const isNative = await field(page, "申报单位").evaluate((element) => {
    const data = new DataTransfer();
    data.setData("text/plain", "文字");
    return element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  expect(isNative).toBe(true);
  await eventually(() => page.getByRole("dialog").count()).toBe(0);
});

test("cells as text come back as they went", () => {
  const rows = [
    ["产出指标", "一\n二", ""],
    ["", '他说"好"', "a\tb"],
  ];
  const back = rowsOfText(`${textOfRows(rows)}\r\n`);
  expect(back?.map((row) => row.map(({ text }) => text))).toEqual([
    ["产出指标", "一\n二", ""],
    ["", '他说"好"', "a\tb"],
  ]);
  expect(rowsOfText("\t".repeat(30_000))).toBe(undefined);
});

test("a table at its limit takes no more rows and loses none", () => {
  const row = tables[2]?.indicators[0];
  if (row === undefined || tables[2] === undefined) throw new Error("the annex has a third table");
  const table = {
    ...tables[2],
    indicators: Array.from({ length: 499 }, (_, index) => ({ ...row, name: `指标${index}` })),
  };
  const rows = ["甲", "乙", "丙"].map((text) => [{ text, column: 0, width: 1, goesOn: false }]);
  const plan = fill(table, "/indicators/498/name", rows, [], "insert");
  expect(plan.overLimit).toBe(1);
  expect(plan.indicators.slice(-3).map(({ name }) => name)).toEqual(["指标497", "甲", "乙"]);
  expect(plan.indicators.length).toBe(500);
});

test("whatever cells are pasted anywhere, the rows stay rows and none is lost", () => {
  const texts = ["", "10", "金融产品（项）", "一\n二"];
  for (const table of tables) {
    const places = table.indicators.flatMap((_, row) => [
      ...["name", "unit", "definition", "category"].map((member) => `/indicators/${row}/${member}`),
      ...table.periods.map(({ id }) => `/indicators/${row}/targets/${id}`),
    ]);
    places.forEach((at, seed) => {
      const width = 1 + (seed % 4);
      const rows = Array.from({ length: 1 + (seed % 5) }, (_, row) =>
        Array.from({ length: width }, (_, column) => ({
          text: texts[(seed + row * 3 + column) % texts.length] ?? "",
          column,
          width: 1,
          goesOn: false,
        })),
      );
      for (const overflow of ["insert", "overwrite"] as const) {
        const plan = fill(table, at, rows, [], overflow);
        expect(plan.indicators.length).toBe(table.indicators.length + plan.added.length);
        expect(plan.overLimit).toBe(0);
        const after = step(start(table), plan.patch);
        expect(after.table.indicators).toEqual(plan.indicators);
        expect(undo(after).table).toEqual(table);
        // A row that no change names is the very row that it was.
        const touched = new Set(plan.changes.map(({ row }) => row));
        let before = 0;
        plan.indicators.forEach((row, index) => {
          if (plan.added.includes(index)) return;
          if (!touched.has(index)) expect(row).toEqual(table.indicators[before]);
          before += 1;
        });
        expect(columnsFrom(table, at, width).length).toBeGreaterThan(0);
      }
    });
    expect(putRows(table, 0, table.indicators).changes).toEqual([]);
    expect(indicatorsFor(table, table)).toEqual(table.indicators);
  }
});
