import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";

import { objections } from "./axe.ts";
import { launchChromium119, launchChromium80, launchCurrent } from "./chromium.ts";
import { eventually, field, findings, openExample, useForm, verdict } from "./form.ts";
import { checkCode, difference, picturesOf, plain, print, sizeOf, textsOf } from "./paper.ts";
import { serveSite } from "./site.ts";

interface Table {
  readonly project: { readonly name: string };
  readonly applicant: { readonly name: string };
  readonly support: { readonly amount: string; readonly unit: string };
  readonly periods: readonly { readonly id: string; readonly label: string; readonly goal: string }[];
  readonly indicators: readonly {
    readonly name: string;
    readonly group?: string;
    readonly unit?: string;
    readonly definition?: string;
    readonly targets: Readonly<Record<string, string>>;
  }[];
}

const annex = (example: number): Table =>
  JSON.parse(readFileSync(new URL(`../suite/annex/table-${example}.json`, import.meta.url), "utf8")) as Table;

/** The texts of the official sheet from top to bottom; merged cells are drawn over the others and come later. */
function textsInOrder({ applicant, support, periods, indicators }: Table): string[] {
  const bracket = (text?: string) => (text ? `（${text}）` : "");
  return [
    applicant.name,
    `${support.amount}${support.unit}`,
    ...[...periods].reverse().flatMap(({ label, goal }) => [label, goal]),
    ...indicators.flatMap(({ name, unit, definition, targets }) => [
      name + bracket(unit) + bracket(definition),
      ...periods.map(({ id }) => targets[id] ?? ""),
    ]),
  ];
}

/** Looks for texts one behind the other, since the same short target stands in many rows. */
function expectInOrder(printed: string, texts: readonly string[]): void {
  let from = 0;
  for (const text of texts) {
    const at = printed.indexOf(plain(text), from);
    expect(at, `“${text}” behind “${printed.slice(Math.max(0, from - 20), from)}”`).toBeGreaterThanOrEqual(0);
    from = at + plain(text).length;
  }
}

/** Without head and foot of a page, which would come between the parts of what goes on on the next one. */
function bodyOf(page: string, table: Table): string {
  const head = plain(`目标指标内容及口径${table.periods.map(({ label }) => label).join("")}`);
  const foot = page.lastIndexOf(plain(`${table.project.name}绩效目标表`));
  return page.slice(0, foot).replace(head, "");
}

/** A square of a page may differ by this much from its reference: see the function. */
const TOLERANCE = 30;

const BROWSERS = [
  { browser: "today's Chromium", launch: launchCurrent },
  { browser: "Chromium 119", launch: launchChromium119 },
];

for (const { browser, launch } of BROWSERS) {
  describe(browser, () => {
    const open = useForm(launch);

    for (const example of [1, 2, 3, 4, 5]) {
      test(`table ${example} of the annex is printed as the official sheet`, async () => {
        const { page, log } = await open();
        await openExample(page, example);
        const pdf = await print(page);
        const table = annex(example);
        const pages = textsOf(pdf);

        expect(sizeOf(pdf)).toEqual([210, 297]);
        const groups = table.indicators.flatMap(({ group }) => group ?? []);
        for (const text of groups) expect(pages.join("")).toContain(plain(text));
        expectInOrder(pages.map((text) => bodyOf(text, table)).join(""), textsInOrder(table));
        pages.forEach((text, index) => {
          expect(text).toContain(plain(`第 ${index + 1} 页 共 ${pages.length} 页`));
          expect(text).toContain(plain(`校验码 ${checkCode(table)}`));
          expect(text).toContain(plain(`指标内容及口径${table.periods[0]?.label}`));
          expect(text).not.toMatch(/需要修改|需说明|未检查/);
        });
        const signed = pages.filter((text) => text.includes(plain("申报单位（盖章）：")));
        expect(signed).toEqual(pages.slice(-1));
        expect(signed.join()).toContain(plain(table.indicators[table.indicators.length - 2]?.name ?? ""));
        expectLikeReferences(example, picturesOf(pdf));
        expect(log.errors).toEqual([]);
      });
    }

    test("goals of 2,000 characters and cells of 1,000 are printed whole, however many pages they take", async () => {
      const { page } = await open();
      const long = (length: number) =>
        Array.from({ length }, (_, index) => `第${index}条。`)
          .join("")
          .slice(0, length);
      const table = {
        ...annex(2),
        periods: annex(2).periods.map((period) => ({ ...period, goal: `${long(1500)}\n\n${long(498)}` })),
        indicators: annex(2).indicators.map((indicator) => ({ ...indicator, definition: long(900), targets: {} })),
      };
      await openTable(page, table);
      const pages = textsOf(await print(page));
      const printed = pages.map((text) => bodyOf(text, table)).join("");
      // The label of a goal and the levels of a row are repeated on every page: they come between the parts.
      const outputs = ["产出指标", "数量指标", "质量指标", "时效指标"];
      const others = ["效益指标", "经济效益", "可持续影响", "服务对象满意度", "满意度指标"];
      const labels = [...table.periods.map(({ label }) => label), ...outputs, ...others];
      const bare = (text: string) => labels.reduce((rest, label) => rest.split(plain(label)).join(""), plain(text));
      for (const { goal } of table.periods) expect(bare(printed)).toContain(bare(goal));
      for (const { name } of table.indicators) expect(bare(printed)).toContain(bare(`${name}（${long(900)}）`));
      expect(pages.length).toBeGreaterThan(6);
    });
  });
}

test("Chromium 80 prints the same pages, if with other line breaks in the title", async () => {
  const [site, old] = await Promise.all([serveSite(), launchChromium80()]);
  try {
    const page = await old.newPage();
    await page.goto(site.url);
    const input = await page.waitForSelector("input[type=file]");
    await input?.uploadFile(fileURLToPath(new URL("../suite/annex/table-1.json", import.meta.url)));
    await page.waitForSelector("ol[aria-label^=检查结果] > li");
    const pages = textsOf(await page.pdf({ preferCSSPageSize: true }));
    const table = annex(1);
    expectInOrder(pages.map((text) => bodyOf(text, table)).join(""), textsInOrder(table));
    expect(pages).toHaveLength(2);
    pages.forEach((text, index) => {
      expect(text).toContain(plain(`第 ${index + 1} 页 共 2 页`));
      expect(text).toContain(plain(`校验码 ${checkCode(table)}`));
      expect(text).toContain(plain(`指标内容及口径${table.periods[0]?.label}`));
    });
  } finally {
    await old.close();
    await site.close();
  }
});

describe("the sheet", () => {
  const open = useForm();

  test("the printed page is the sheet and nothing else, its cells black text", async () => {
    const { page } = await open();
    await openExample(page, 1);
    await lay(page);
    expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole("textbox").filter({ visible: true }).count()).toBe(0);
    expect(await findings(page).filter({ visible: true }).count()).toBe(0);
    const printed = await page.locator("body").innerText();
    expect(printed).toContain("6000万元");
    expect(printed.replace(/\s/g, "")).toContain("活动服务人次（家）");
    expect(printed).not.toContain("需说明");
    expect(
      await page
        .getByRole("cell", { name: "6000万元" })
        .filter({ visible: true })
        .evaluate((cell) => getComputedStyle(cell).color),
    ).toBe("rgb(0, 0, 0)");
  });

  test("the sheet is accessible, as it stands in a PDF that is read out", async () => {
    const { page } = await open();
    await openExample(page, 1);
    await lay(page);
    expect(await objections(page)).toEqual([]);
  });

  test("from a small, dark, enlarged window comes the same sheet", async () => {
    const { page } = await open({
      colorScheme: "dark",
      deviceScaleFactor: 1.25,
      viewport: { width: 390, height: 700 },
    });
    await openExample(page, 1);
    expectLikeReferences(1, picturesOf(await print(page)));
  });

  test("once it is printed it is gone again", async () => {
    const { page } = await open();
    await openExample(page, 1);
    const before = await page.locator("body > *").count();
    await lay(page);
    expect(await page.locator("body > *").count()).toBe(before + 1);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    expect(await page.locator("body > *").count()).toBe(before);
    expect(await page.getByRole("button", { name: "检查", exact: true }).filter({ visible: true }).count()).toBe(1);
  });

  test("hostile text is printed as text, and what turns the direction of writing turns only itself", async () => {
    const { page, log } = await open();
    const texts = ["<b>粗</b>", "\u202eabc", "\u05d0\u05d1", "零\u200b宽", "字".repeat(900), "x".repeat(900), "𠮷㐂"];
    const table = {
      ...annex(2),
      indicators: texts.map((text) => ({
        category: "output",
        dimension: "other",
        dimensionLabel: text.slice(0, 50),
        group: text.slice(0, 300),
        name: text.slice(0, 300),
        unit: text.slice(0, 10),
        targets: { stage: text, overall: text },
      })),
    };
    await openTable(page, table);
    await lay(page);
    const printed = await page.locator("body").innerText();
    for (const text of texts) expect(plain(printed)).toContain(plain(text).slice(0, 60));
    expect((plain(printed).match(/字/g) ?? []).length).toBeGreaterThanOrEqual(50 + 300 + 300 + 10 + 1800);
    // The bracket behind a name that is written from right to left still opens to the right.
    expect(printed).toContain("\u2068\u202eabc\u2069（\u2068\u202eabc\u2069）");
    expect(log.errors).toEqual([]);
  });

  test("500 indicators are printed, each once and in order", async () => {
    const { page } = await open();
    const indicators = Array.from({ length: 500 }, (_, index) => ({
      category: index < 300 ? "output" : "benefit",
      dimension: index < 300 ? "quantity" : "social",
      group: `事项${Math.floor(index / 7)}`,
      name: `指标${index}号`,
      targets: { stage: `${index}个`, overall: `${index + 1}个` },
    }));
    const table = { ...annex(2), indicators };
    await openTable(page, table);
    const pages = textsOf(await print(page));
    expectInOrder(pages.map((text) => bodyOf(text, table)).join(""), textsInOrder(table));
    // The levels of a row are said on every page.
    for (const text of pages.slice(1)) expect(text).toMatch(/产出指标|效益指标/);
  });

  test("the words of the English page are printed in English", async () => {
    const { page } = await open();
    await openExample(page, 1);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: /^To be explained/ }).waitFor();
    const printed = textsOf(await print(page)).join("");
    expect(printed).toContain("Page1of");
    expect(printed).toContain("Applicant(seal)");
    expect(printed).toContain(plain(`Check code ${checkCode(annex(1))}`));
  });
});

describe("the check code", () => {
  const open = useForm();

  test("a sheet printed in the middle of typing carries no code, for the last one is of another table", async () => {
    const { page } = await open();
    await openExample(page, 5);
    await field(page, "申报单位").fill("某市文化研究会");
    const printed = textsOf(await print(page)).join("");
    expect(printed).toContain("某市文化研究会");
    expect(printed).toContain("无校验码");
    expect(printed).not.toContain(plain(checkCode(annex(5))));
  });

  test("the button prints the code of what is on the sheet, even of what was typed just before", async () => {
    const { page } = await open();
    await openExample(page, 5);
    await field(page, "申报单位").fill("某市文化研究会");
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute("data-printed", "");
    });
    await page.getByRole("button", { name: "打印" }).click();
    await page.locator("[data-printed]").waitFor({ state: "attached" });
    const printed = textsOf(await print(page)).join("");
    const table = { ...annex(5), applicant: { name: "某市文化研究会" } };
    expect(printed).toContain(plain(checkCode(table)));
  });

  test("a text that a field has not given away yet is printed too, and the field keeps the focus", async () => {
    const { page } = await open();
    await openExample(page, 1);
    const group = field(page, "产出指标 / 数量指标 / 贷款贴息补助 / 事项");
    await group.fill("贴息专项");
    const printed = textsOf(await print(page)).join("");
    expect(printed).toContain("贴息专项");
    expect(await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)).toBe("贴息专项");
  });

  test("what surely is wrong is said beside it, once the applicant knows", async () => {
    const { page } = await open();
    await field(page, "项目名称").fill("示范项目");
    await page.keyboard.press("Tab");
    await page.getByText(/未填 \d+ 项/).waitFor();
    const draft = textsOf(await print(page)).join("");
    expect(draft).toContain("未检查");
    expect(draft).not.toContain("需要修改");

    await page.getByRole("button", { name: "检查", exact: true }).click();
    await verdict(page).waitFor();
    const [errors] = /\d+(?= 处需要修改)/.exec((await verdict(page).textContent()) ?? "") ?? [];
    expect(textsOf(await print(page)).join("")).toContain(plain(`有 ${errors} 处需要修改`));
  });

  test("without an engine there is no code, and the sheet is printed all the same", async () => {
    const { page, url } = await open();
    await page.route("**/worker.js", (route) => route.abort());
    await page.goto(url);
    await field(page, "申报单位").fill("某市金融工作局");
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute("data-printed", "");
    });
    await page.getByRole("button", { name: "打印" }).click();
    await page.locator("[data-printed]").waitFor({ state: "attached" });
    const printed = textsOf(await print(page)).join("");
    expect(printed).toContain("某市金融工作局");
    expect(printed).toContain(plain("无校验码；未检查"));
  });
});

/** What the browser does first when it is told to print, and how it then looks at the page. */
async function lay(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
}

async function openTable(page: Page, table: object): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(table));
  await page.locator("input[type=file]").setInputFiles({ name: "表.json", mimeType: "application/json", buffer });
  await page.getByRole("status").getByText("已打开“表.json”").waitFor();
  await eventually(() => verdict(page).count()).toBe(1);
}

/** The references were looked at by a person; UPDATE=1 writes them anew, and they are to be looked at again. */
function expectLikeReferences(example: number, pictures: readonly Buffer[]): void {
  const folder = new URL("references/", import.meta.url);
  const reference = (page: number) => new URL(`table-${example}-page-${page + 1}.png`, folder);
  if (process.env["UPDATE"] === "1") {
    mkdirSync(folder, { recursive: true });
    pictures.forEach((picture, page) => writeFileSync(reference(page), picture));
  }
  const known = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(`table-${example}-`)) : [];
  expect(pictures.length).toBe(known.length);
  pictures.forEach((picture, page) => {
    expect(difference(picture, readFileSync(reference(page))), `page ${page + 1}`).toBeLessThan(TOLERANCE);
  });
}
