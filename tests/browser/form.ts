// How the tests use the form: as a person does, by the names and roles that the page gives to its parts.

import { readFileSync } from "node:fs";

import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import type { Browser as OldBrowser } from "puppeteer-core";
import { afterAll, beforeAll, expect, onTestFinished, vi } from "vitest";

import type { Table } from "../../www/src/types.ts";
import { launchChromium80, launchCurrent } from "./chromium.ts";
import { serveSite, type Site } from "./site.ts";
import { beSlow } from "./slow.ts";

// Two busy cores start a browser slowly; nothing here waits for a time to pass, only for conditions.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** For how many milliseconds something is waited for; less than a test may take, so that the failure names it. */
const PATIENCE = 60_000;

/** What a page said and asked for while it was used. */
export interface Log {
  readonly errors: string[];
  readonly requests: string[];
}

export interface Form {
  readonly page: Page;
  readonly log: Log;
  /** The address that the page came from. */
  readonly url: string;
}

/** Starts a browser and a site for the tests of one file; the function opens the form in a fresh profile. */
export function useForm(
  launch: () => Promise<Browser> = launchCurrent,
): (options?: BrowserContextOptions) => Promise<Form> {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), serveSite()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return async (options) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    // Pages that nobody looks at any more still take their share of a small machine. An old Chromium, which runs in a
    // single process, would end with its first page.
    if (launch === launchCurrent) onTestFinished(() => context.close());
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const log: Log = { errors: [], requests: [] };
    page.on("pageerror", (error) => log.errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") log.errors.push(message.text());
    });
    page.on("request", (request) => log.requests.push(request.url()));
    if (process.env["SLOW"] === "1") await page.addInitScript(beSlow);
    await page.addInitScript(countChecks);
    // What a service worker keeps would answer instead of what a test serves; the tests of starts offline ask for it.
    if (options?.serviceWorkers !== "allow") await page.addInitScript(forgetServiceWorkers);
    await page.goto(site.url);
    await page.getByRole("button", { name: "检查", exact: true }).waitFor();
    return { page, log, url: site.url };
  };
}

/** Starts Chromium 80 and a site for the tests of one file. */
export function useChromium80(): () => { readonly old: OldBrowser; readonly site: Site } {
  let old: OldBrowser;
  let site: Site;
  beforeAll(async () => {
    [site, old] = await Promise.all([serveSite(), launchChromium80()]);
  });
  afterAll(async () => {
    await old.close();
    await site.close();
  });
  return () => ({ old, site });
}

/** What the engine was asked so far, and what of it is still to be answered. */
interface Counter {
  checks: number;
  unanswered: number;
}

/** Runs in the page: counts what the engine is asked, because that nothing was asked can be seen nowhere else. */
function countChecks(): void {
  const { postMessage } = Worker.prototype;
  const counter: Counter = Object.assign(window, { checks: 0, unanswered: 0 });
  const heard = new WeakSet<Worker>();
  Worker.prototype.postMessage = function (this: Worker, message: { call: string }) {
    if (message.call === "check") counter.checks += 1;
    counter.unanswered += 1;
    // The page listens already: once this is called it has drawn the answer, and asked what it asks next.
    if (!heard.has(this)) {
      this.addEventListener("message", ({ data }: MessageEvent<object>) => {
        if (!("first" in data)) counter.unanswered -= 1;
      });
    }
    heard.add(this);
    postMessage.call(this, message);
  } as typeof postMessage;
}

/** Runs in the page: a browser without service workers. */
function forgetServiceWorkers(): void {
  Reflect.deleteProperty(Navigator.prototype, "serviceWorker");
}

/** How many checks the page has asked for. */
export function checks(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as Counter).checks);
}

/** Waits until the engine has answered all that it was asked: findings are one answer, the readings of cells another. */
export function settled(page: Page): Promise<void> {
  // Pages that this file did not open are not counted.
  return eventually(() => page.evaluate(() => (window as unknown as Partial<Counter>).unanswered ?? 0)).toBe(0);
}

export const EXAMPLES = [
  "1. 汕尾市金融支持示范项目",
  "2. 潮州市信贷风险补偿资金项目",
  "3. 非上市证券集中托管平台",
  "4. 普惠金融融资再担保保费补助",
  "5. 新时代广东金融文化建设研究",
];

/** Opens a table of the annex and waits until it has been checked and read. */
export async function openExample(page: Page, example: number): Promise<void> {
  await page.getByText("打开", { exact: true }).click();
  await page.getByRole("button", { name: EXAMPLES[example - 1] ?? "" }).click();
  await page
    .getByRole("status")
    .getByText(`已打开“${EXAMPLES[example - 1]}”`)
    .waitFor();
  await verdict(page).waitFor();
  await settled(page);
}

export function verdict(page: Page): Locator {
  return page.getByRole("heading", { name: /^(可提交|需说明|需修改)/ });
}

export function field(page: Page, name: string): Locator {
  return page.getByRole("textbox", { name, exact: true });
}

/** The findings, one text each. */
export function findings(page: Page): Locator {
  return page.getByRole("list", { name: /^(检查结果|Result of the check)/ }).locator("> li");
}

/** What a field is described by, as it is read out. */
export function description(of: Locator): Promise<string> {
  return of.evaluate((element) =>
    (element.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" ")
      .replace(/\s+/g, " ")
      .trim(),
  );
}

/** The table as it is saved. */
export async function saved(page: Page): Promise<Table> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存到文件" }).click();
  return JSON.parse(readFileSync((await (await download).path()) ?? "", "utf8")) as Table;
}

/** A table of the annex. */
export function annex(number: number): Table {
  return JSON.parse(readFileSync(new URL(`../suite/annex/table-${number}.json`, import.meta.url), "utf8")) as Table;
}

/** Waits until a value is as expected. */
export function eventually<T>(value: () => Promise<T> | T, message?: string) {
  return expect.poll(value, { timeout: PATIENCE, ...(message === undefined ? {} : { message }) });
}
