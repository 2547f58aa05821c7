// The HTML report as it is opened from a disk, and the pages of the rules: without scripts, accessible, whole.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { objections } from "./axe.ts";
import { launchCurrent } from "./chromium.ts";
import { serveSite, type Site } from "./site.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = fileURLToPath(new URL("../../target/reports/", import.meta.url));

const HOSTILE = JSON.stringify({
  schemaVersion: "1",
  project: { name: "<script>document.title='taken'</script></title>" },
  applicant: { name: "</style><style>body{display:none}</style>" },
  support: { amount: "330", unit: "万元" },
  periods: [{ id: "annual", kind: "annual", label: "年度目标", goal: "<img src=x onerror=alert(1)>" }],
  indicators: [
    { category: "output", dimension: "quantity", name: "”><b>", unit: "期", targets: { annual: "XX".repeat(200) } },
  ],
});

/** Writes the HTML report of a file and gives its address. */
function report(name: string, lang: string, file: string, input = ""): string {
  const everything = ["--ledger", "--steps", "--readings"];
  const check = ["check", "--format", "html", "--lang", lang, ...everything, file];
  const command = ["run", "--quiet", "--package", "target-table-cli", "--", ...check];
  const { status, stdout } = spawnSync("cargo", command, { cwd: ROOT, input, encoding: "utf8", maxBuffer: 1 << 26 });
  expect([0, 1]).toContain(status);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}${name}.html`, stdout);
  return pathToFileURL(`${FOLDER}${name}.html`).href;
}

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchCurrent(), serveSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens a page of a width and runs what is asked of it; nothing may be blocked, asked for elsewhere or go wrong. */
async function visit<T>(url: string, width: number, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const said: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(url);
  const outcome = await look(page);
  expect(said).toEqual([]);
  const home = url.startsWith("file:") ? url : site.url;
  expect(asked.filter((address) => !address.startsWith(home) && !address.startsWith("data:"))).toEqual([]);
  await context.close();
  return outcome;
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe("the HTML report", () => {
  for (const [name, lang, file, input] of [
    ["annex", "zh", "tests/suite/annex/annex3.txt", ""],
    ["annex-en", "en", "tests/suite/annex/annex3.txt", ""],
    ["broken", "zh", "tests/suite/structure/field-unknown.several.json", ""],
    ["hostile", "zh", "-", HOSTILE],
  ] as const) {
    test(`is accessible, keeps to its own style and fits the screen: ${name}`, async () => {
      const url = report(name, lang, file, input);
      for (const width of [1280, 390]) {
        await visit(url, width, async (page) => {
          for (const summary of await page.locator("summary").all()) await summary.click();
          expect(await objections(page)).toEqual([]);
          expect(await sideways(page)).toBe(0);
          // Its style sheet is allowed by its hash alone: a sheet that was refused would leave the paper transparent.
          const paper = await page.locator(".one").first().evaluate((one) => getComputedStyle(one).backgroundColor);
          expect(paper).toBe("rgb(255, 255, 255)");
          expect(await page.title()).not.toBe("taken");
        });
      }
    });
  }

  test("leads from a number to its note", async () => {
    const url = report("annex", "zh", "tests/suite/annex/annex3.txt");
    await visit(url, 1280, async (page) => {
      const way = page.locator("#t1 .grid .way").first();
      await way.click();
      const target = (await way.getAttribute("href")) ?? "";
      expect(await page.locator(`${target}:target`).isVisible()).toBe(true);
    });
  });
});

describe("the pages of the rules", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`are accessible: ${colorScheme}`, async () => {
      for (const path of ["", "en/index.html", "unit-scale-differs.html", "en/json-unreadable.html"]) {
        for (const width of [1280, 390]) {
          await visit(`${site.url}rules/${path}`, width, async (page) => {
            await page.emulateMedia({ colorScheme });
            expect(await objections(page)).toEqual([]);
            expect(await sideways(page)).toBe(0);
          });
        }
      }
    });
  }

  test("are all there, in both languages, and every link leads somewhere", async () => {
    const seen = new Set<string>();
    const open = [`${site.url}rules/index.html`];
    for (let url = open.pop(); url !== undefined; url = open.pop()) {
      if (seen.has(url)) continue;
      seen.add(url);
      const response = await fetch(url);
      expect([url, response.status]).toEqual([url, 200]);
      if (!url.includes("/rules/")) continue;
      for (const [, link] of (await response.text()).matchAll(/<a [^>]*href="([^"]+)"/g)) {
        open.push(new URL(link ?? "", url).href);
      }
    }
    const rules = (await (await fetch(`${site.url}rules.json`)).json()) as { id: string }[];
    for (const { id } of rules) {
      expect(seen).toContain(`${site.url}rules/${id}.html`);
      expect(seen).toContain(`${site.url}rules/en/${id}.html`);
    }
  });
});
