import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { description, eventually, field, findings, type Form, openExample, settled, useForm } from "./form.ts";

const open = useForm();

const MARKUP = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script><b>粗</b>`;
const LINK = "javascript:alert(document.domain)";
const TURNED = "\u202e贷款\u202d甲\u2066乙";
const HIDDEN = "贷\u200b款\ufeff户\u2060数";
const RARE = "𠮷野㐂寿👩‍👩‍👧🏽é";
const TEMPLATE = "${7*7}{{7*7}}<%= 7 %>";
const LONG = "长".repeat(10_000);
const TEXTS = [MARKUP, LINK, TURNED, HIDDEN, RARE, TEMPLATE, LONG];

const row = (text: string) => ({
  category: "output",
  dimension: "other",
  dimensionLabel: text,
  group: text,
  name: text,
  unit: text,
  definition: text,
  targets: { annual: text },
});

/** A table with a text in every place that takes one. */
const filled = (text: string) => ({
  schemaVersion: "1",
  project: { name: text },
  applicant: { name: text },
  support: { amount: text, unit: "万元" },
  periods: [{ id: "annual", kind: "annual", label: text, goal: text }],
  indicators: [row(text)],
});

/** Opens a file and waits for what the page says of it. */
async function openFile(page: Page, name: string, content: string): Promise<void> {
  await page
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  await page.getByText(`“${name}”`).first().waitFor();
}

/** Nothing of the text has become more than text. */
async function expectHarmless({ page, log, url }: Form): Promise<void> {
  expect(await page.locator("target-table-form :is(img, script, b, iframe, object)").count()).toBe(0);
  expect(await page.locator("[href^=javascript], [onerror]").count()).toBe(0);
  expect(await page.title()).not.toBe("taken");
  expect(log.requests.filter((address) => !address.startsWith(url) && !address.startsWith("blob:"))).toEqual([]);
  expect(log.errors).toEqual([]);
}

async function expectNoScroll(page: Page): Promise<void> {
  const [scroll, width] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(scroll).toBeLessThanOrEqual(width ?? 0);
}

/** Opens the form and minds dialogs, which nothing here may open. */
async function openWatched(width: number): Promise<Form> {
  const form = await open({ viewport: { width, height: 800 } });
  form.page.on("dialog", (dialog) => {
    form.log.errors.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return form;
}

for (const width of [1280, 390]) {
  test(`hostile text typed into every field stays text, ${width} wide`, async () => {
    const form = await openWatched(width);
    const { page } = form;
    await openExample(page, 1);
    const boxes = page.getByRole("textbox");
    const count = await boxes.count();
    expect(count).toBeGreaterThan(50);
    for (let index = 0; index < count; index += 1) {
      await boxes.nth(index).evaluate((box, text) => {
        const area = box as HTMLTextAreaElement;
        area.value = text;
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }, TEXTS[index % TEXTS.length] ?? "");
    }
    await page.getByRole("button", { name: "检查", exact: true }).click();
    await page.getByRole("heading", { name: /^需修改/ }).waitFor();
    await findings(page).first().getByRole("button", { name: "为什么" }).click();
    await findings(page).first().getByRole("heading", { level: 3 }).first().waitFor();
    await expectHarmless(form);
    await expectNoScroll(page);
  });

  test(`hostile text in every place of a file stays text or is refused in a sentence, ${width} wide`, async () => {
    const form = await openWatched(width);
    const { page } = form;
    for (const [index, text] of TEXTS.entries()) {
      const name = `<b>${index}</b>.json`;
      await openFile(page, name, JSON.stringify(filled(text)));
      await expectNoScroll(page);
    }
    await expectHarmless(form);
  });
}

test("a word of 10,000 characters is refused by the limit in the findings, and the page keeps its shape", async () => {
  const form = await openWatched(1280);
  const { page } = form;
  await openExample(page, 1);
  await field(page, "申报单位").fill(LONG);
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await page.getByRole("heading", { name: /^需修改/ }).waitFor();
  await eventually(() => field(page, "申报单位").getAttribute("aria-invalid")).toBe("true");
  expect(await description(field(page, "申报单位"))).toMatch(/字/);
  await expectNoScroll(page);
  expect(form.log.errors).toEqual([]);
});

test("characters beyond the basic plane are counted and underlined at their place", async () => {
  const { page, log } = await openWatched(1280);
  await openExample(page, 1);
  const volume = page.getByRole("textbox", { name: /专区贷款发放规模（亿元） \/ 年度目标$/ });
  for (const before of ["𠮷", "㐂", "👩‍👩‍👧", "𠮷𠮷𠮷："]) {
    await volume.fill(`${before}6000万元`);
    await page.keyboard.press("Tab");
    // Until then the underline may be that of the text before.
    await settled(page);
    const echo = page.getByRole("table", { name: "绩效指标" }).locator("div").filter({ hasText: before }).last();
    await eventually(() => volume.getAttribute("aria-invalid")).toBe("true");
    expect(await echo.locator("mark").allInnerTexts()).toEqual(["6000万元"]);
  }
  expect(log.errors).toEqual([]);
});

test("what turns or hides characters is written out where a sentence quotes it, and stays as it is in its cell", async () => {
  const { page } = await openWatched(1280);
  await openExample(page, 1);
  const growth = page.getByRole("textbox", { name: /普惠贷款增速（亿元） \/ 阶段目标（6月底前）$/ });
  const text = "高于\u202e平均\u200b贷款增速";
  await growth.fill(text);
  await page.keyboard.press("Tab");
  const sentence = "“高于[U+202E]平均[U+200B]贷款增速”没有具体数值";
  await findings(page).filter({ hasText: sentence }).waitFor();
  await eventually(() => description(growth)).toContain(sentence);
  expect(await growth.inputValue()).toBe(text);
  for (const shown of await page.getByText("没有具体数值").all()) {
    expect(await shown.textContent()).not.toMatch(/[\u200b\u202e]/);
  }
});

test("an emoji of several people is quoted as one", async () => {
  const { page } = await openWatched(1280);
  await openExample(page, 1);
  const growth = page.getByRole("textbox", { name: /普惠贷款增速（亿元） \/ 阶段目标（6月底前）$/ });
  await growth.fill("高于👩‍👩‍👧贷款增速");
  await page.keyboard.press("Tab");
  await findings(page).filter({ hasText: "“高于👩‍👩‍👧贷款增速”没有具体数值" }).waitFor();
});
