import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { findings, openExample, useChromium80, useForm, verdict } from "./form.ts";

const open = useForm();
const chromium80 = useChromium80();

test("Chromium 80 opens table 1 and finds the same as today's Chromium", async () => {
  const today = await open();
  await openExample(today.page, 1);
  const expected = await findings(today.page).allInnerTexts();
  expect(expected.join()).toContain("6000万元 = 0.6亿元");

  const { old, site } = chromium80();
  expect(await old.version()).toContain("/80.");
  const page = await old.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error: Error) => errors.push(error.message));
  await page.goto(site.url);
  await page.waitForSelector("summary");
  await page.click("summary");
  await page.evaluate(() => {
    const buttons = Array.from(document.querySelectorAll("button"));
    buttons.find((button) => button.textContent?.includes("1. 汕尾市金融支持示范项目"))?.click();
  });
  await page.waitForSelector("ol[aria-label^=检查结果] > li");
  const found = await page.$$eval("ol[aria-label^=检查结果] > li", (items) =>
    items.map((item) => (item as HTMLElement).innerText),
  );

  const words = (texts: readonly string[]) => texts.map((text) => text.replace(/\s+/g, ""));
  expect(words(found)).toEqual(words(expected));
  expect(errors).toEqual([]);
  expect(await verdict(today.page).innerText()).toContain("需说明");
});

test("Chromium 80 restores what was typed", async () => {
  const { old, site } = chromium80();
  const page = await old.newPage();
  const applicant = 'textarea[aria-label="申报单位"]';
  await page.goto(site.url);
  await page.waitForSelector(applicant, { visible: true });
  await page.type(applicant, "某市金融工作局");
  // The browser does not ask before the page is left once everything is stored.
  await page.waitForFunction(() => window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  await page.reload();
  await page.waitForFunction(
    (applicant: string) => document.querySelector<HTMLTextAreaElement>(applicant)?.value === "某市金融工作局",
    {},
    applicant,
  );
});

test("Chromium 80 takes a table out of Word", async () => {
  const { old, site } = chromium80();
  const page = await old.newPage();
  const applicant = 'textarea[aria-label="申报单位"]';
  await page.goto(site.url);
  await page.waitForSelector(applicant, { visible: true });
  await page.evaluate(
    (applicant: string, html: string) => {
      const data = new DataTransfer();
      data.setData("text/html", html);
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.querySelector(applicant)?.dispatchEvent(event);
    },
    applicant,
    readFileSync(new URL("pasted/word.html", import.meta.url), "utf8"),
  );
  await page.waitForSelector("dialog[open]");
  await page.evaluate(() => {
    const buttons = Array.from(document.querySelectorAll("dialog[open] button"));
    (buttons.find((button) => button.textContent?.includes("替换当前表")) as HTMLButtonElement | undefined)?.click();
  });
  await page.waitForFunction(
    (applicant: string) => document.querySelector<HTMLTextAreaElement>(applicant)?.value === "汕尾市金融工作局",
    {},
    applicant,
  );
});
