import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { launchChromium103, launchChromium80, launchCurrent } from "./chromium.ts";
import { EXAMPLES, eventually, field, findings, openExample, verdict } from "./form.ts";
import { DIST, serveSite, type Site } from "./site.ts";
import { oldDeskOf } from "./stories/desk.ts";

const TARGET = fileURLToPath(new URL("../../target/", import.meta.url));
const { writeServiceWorker } = (await import(new URL("../../www/offline.js", import.meta.url).href)) as {
  writeServiceWorker: (site: string) => Promise<void>;
};

let browser: Browser;
let context: BrowserContext;
let site: Site;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(TARGET, "offline-"));
  cpSync(DIST, folder, { recursive: true });
  [browser, site] = await Promise.all([launchCurrent(), serveSite({ root: folder })]);
  context = await browser.newContext();
});

afterEach(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site.url);
  await page.getByRole("button", { name: "检查", exact: true }).waitFor();
  return page;
}

/** Waits until a version is kept whole. */
function isKept(page: Page): Promise<unknown> {
  return page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** Puts another text into a file, as the next version would; the service worker is that of the files before. */
function rewrite(file: string, old: string, text: string): void {
  const before = readFileSync(join(folder, file), "utf8");
  expect(before).toContain(old);
  writeFileSync(join(folder, file), before.split(old).join(text));
}

/** Another version of the page and of what it fetches later. */
async function publish(): Promise<void> {
  rewrite("app.js", "绩效目标表 填报与自查", "绩效目标表 第二版");
  rewrite("examples/table-1.json", "汕尾市金融工作局", "第二版金融工作局");
  await writeServiceWorker(folder);
}

test("after the first visit the page starts, checks and explains without a server", async () => {
  const page = await start();
  await isKept(page);
  await site.close();

  await page.reload();
  await openExample(page, 1);
  expect(await verdict(page).innerText()).toContain("需说明");
  await findings(page).first().getByRole("button", { name: "为什么" }).click();
  await findings(page).first().getByRole("heading", { level: 3 }).first().waitFor();
  await page.getByRole("link", { name: "无障碍声明" }).click();
  await page.getByRole("heading", { name: "无障碍声明" }).waitFor();
  await page.goto(`${site.url}rules/`);
  await page.getByRole("link", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "The rules of the check" }).waitFor();
});

test("a new version is announced, is taken as a whole when the page is loaded again, and not before", async () => {
  await isKept(await start());
  await context.pages()[0]?.close();
  const other = await start();
  const page = await start();
  await publish();

  // The visit that finds the new version is still one of the old.
  await page.reload();
  await page.getByRole("status").getByText("有新版本，刷新后生效").waitFor();
  expect(await page.title()).toBe("绩效目标表 填报与自查");
  await openExample(page, 1);
  expect(await field(page, "申报单位").inputValue()).toBe("汕尾市金融工作局");

  // Another window holds the old version: both stay with it.
  await page.reload();
  await page.getByRole("status").getByText("有新版本，刷新后生效").waitFor();
  await other.close();

  await page.reload();
  await eventually(() => page.title()).toBe("绩效目标表 第二版");
  await page.getByRole("button", { name: "检查", exact: true }).waitFor();
  await site.close();
  await openExample(page, 1);
  expect(await field(page, "申报单位").inputValue()).toBe("第二版金融工作局");
  expect(await page.getByText("有新版本").count()).toBe(0);
  expect(await page.evaluate(() => caches.keys().then((names) => names.length))).toBe(1);
});

test("half a version is never kept: a server in the middle of an update is asked again at the next start", async () => {
  const page = await start();
  await isKept(page);
  await publish();
  const rules = readFileSync(join(folder, "rules.json"));
  writeFileSync(join(folder, "rules.json"), "[]");

  const isRefused = page.evaluate(
    () =>
      new Promise<void>((refused) => {
        void navigator.serviceWorker.ready.then((registration) => {
          registration.addEventListener("updatefound", () => {
            const worker = registration.installing;
            worker?.addEventListener("statechange", () => worker.state === "redundant" && refused());
          });
          return registration.update();
        });
      }),
  );
  await isRefused;
  await page.reload();
  expect(await page.title()).toBe("绩效目标表 填报与自查");

  writeFileSync(join(folder, "rules.json"), rules);
  await page.reload();
  await page.getByRole("status").getByText("有新版本，刷新后生效").waitFor();
  await page.reload();
  await eventually(() => page.title()).toBe("绩效目标表 第二版");
});

for (const [version, launch] of [
  ["80", launchChromium80],
  ["103", launchChromium103],
] as const) {
  test(`Chromium ${version} starts and checks without a server, too`, async () => {
    const old = await launch();
    try {
      const page = await old.newPage();
      await page.goto(site.url);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await site.close();
      await page.reload();
      const desk = oldDeskOf(page);
      await desk.press("打开");
      await desk.press(EXAMPLES[0] ?? "");
      await desk.sees("处需要说明");
    } finally {
      await old.close();
    }
  });
}

test("on plain http the page works and keeps nothing", async () => {
  await browser.close();
  browser = await launchCurrent(["--host-resolver-rules=MAP form.test 127.0.0.1"]);
  context = await browser.newContext();
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(site.url.replace("127.0.0.1", "form.test"));
  await openExample(page, 1);
  expect(await page.evaluate(() => [window.isSecureContext, "serviceWorker" in navigator])).toEqual([false, false]);
  expect(errors).toEqual([]);
});
