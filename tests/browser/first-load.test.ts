import { readdirSync, readFileSync } from "node:fs";

import type { Page, Route } from "playwright-core";
import { expect, test } from "vitest";

import { eventually, field, findings, openExample, settled, useForm, verdict } from "./form.ts";
import { DIST } from "./site.ts";

const open = useForm();

/** What the size check of `cargo xtask` leaves out of the first page; see crates/xtask/src/sizes.rs. */
const LATER = [
  "access.en.html",
  "access.html",
  "engine_complete_bg.wasm",
  "examples",
  "rules",
  "rules.json",
  "service-worker.js",
];

/** Runs in the page: adds up how far things jump that nobody moved. */
function watchShifts(): void {
  const shifts = { score: 0 };
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) shifts.score += entry.value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

async function shifted(page: Page): Promise<number> {
  // Shifts are told after the frame in which they happen.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.evaluate(() => (window as unknown as { shifts: { score: number } }).shifts.score);
}

/** Holds back what the page asks for until it is let go. */
async function hold(page: Page, address: string): Promise<{ release: () => Promise<void> }> {
  const held: Route[] = [];
  let isHeld = true;
  await page.context().route(address, (route) => {
    if (isHeld) held.push(route);
    else return route.continue();
  });
  return {
    release: async () => {
      isHeld = false;
      await Promise.all(held.map((route) => route.continue()));
    },
  };
}

test("what is fetched before somebody can type is what the size check counts", async () => {
  const { page, log, url } = await open();
  await openExample(page, 1);
  const first = log.requests.filter((address) => address.startsWith(url)).map((address) => address.slice(url.length) || "index.html");
  const counted = readdirSync(DIST).filter((file) => !LATER.includes(file));
  expect(first.filter((file) => !LATER.includes(file.split("/")[0] ?? "")).sort()).toEqual(counted.sort());
});

for (const width of [1280, 390]) {
  test(`nothing jumps while the page and its engine arrive, ${width} wide`, async () => {
    const { page } = await open({ viewport: { width, height: 800 } });
    const engine = await hold(page, "**/*.wasm");
    await page.addInitScript(watchShifts);
    await page.reload();
    await page.getByRole("button", { name: "检查", exact: true }).waitFor();
    expect(await shifted(page)).toBe(0);
    const arrived = page.waitForResponse("**/engine_complete_bg.wasm");
    await engine.release();
    await arrived.then((response) => response.finished());
    expect(await shifted(page)).toBe(0);
  });
}

test("before the engine has arrived one types, changes the language and saves; then the findings come", async () => {
  const { page, log } = await open();
  const engine = await hold(page, "**/*.wasm");
  await page.reload();
  await field(page, "申报单位").fill("某市金融工作局");
  await field(page, "支持金额").fill("330");
  await page.getByRole("button", { name: "English" }).click();
  expect(await field(page, "Applicant").inputValue()).toBe("某市金融工作局");
  await page.getByRole("button", { name: "中文" }).click();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存到文件" }).click();
  const saved = JSON.parse(readFileSync((await (await download).path()) ?? "", "utf8"));
  expect(saved.applicant.name).toBe("某市金融工作局");

  await page.getByRole("button", { name: "检查", exact: true }).click();
  await page.getByRole("status").getByText("检查程序还在载入").waitFor();
  await field(page, "支持金额").fill("三百");
  expect(await findings(page).count()).toBe(0);

  await engine.release();
  await verdict(page).waitFor();
  await eventually(() => field(page, "支持金额").getAttribute("aria-invalid")).toBe("true");
  await eventually(() => page.getByText("检查程序还在载入").count()).toBe(0);
  expect(log.errors).toEqual([]);
});

test("a field that was left after the engine had been asked of it is judged all the same", async () => {
  const { page } = await open();
  const engine = await hold(page, "**/*.wasm");
  await page.reload();
  await field(page, "申报单位").fill("某市金融工作局");
  // Leaving a field asks the engine, and leaving the next one asks it again as soon as it has answered.
  const row = "产出指标 / 数量指标 /";
  await field(page, `${row} 第 1 行 / 指标名称`).fill("活动服务人次");
  await field(page, `${row} 活动服务人次 / 单位`).fill("家");
  await engine.release();
  await settled(page);
  expect(await findings(page).count()).toBe(0);
  await page.keyboard.press("Tab");
  await eventually(() => findings(page).getByRole("link").allInnerTexts()).toEqual([`${row} 活动服务人次（家） / 单位`]);
  await page.getByRole("status").getByText("新发现 1 处").waitFor();
});

test("what was done while the engine was asked is still said when it has answered", async () => {
  const { page } = await open();
  const engine = await hold(page, "**/*.wasm");
  await page.reload();
  await field(page, "支持金额").fill("三百");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "撤销" }).click();
  await engine.release();
  await settled(page);
  expect(await page.getByRole("main").getByRole("status").innerText()).toBe("已撤销：修改“支持金额”。");
});

test("a check says what it waits for as long as the engine does not arrive, in either language", async () => {
  const { page } = await open();
  await hold(page, "**/*.wasm");
  await page.reload();
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await page.getByRole("status").getByText("检查程序还在载入，载入后自动给出结果").waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("status").getByText("The checks are still loading").waitFor();
});

for (const module of ["engine_bg.wasm", "engine_complete_bg.wasm", "worker.js"]) {
  test(`when ${module} cannot be had, the check says so and the table stays at work`, async () => {
    const { page } = await open();
    await page.context().route(`**/${module}`, (route) => route.abort());
    await page.reload();
    await field(page, "申报单位").fill("某市金融工作局");
    await page.getByRole("button", { name: "检查", exact: true }).click();
    await page.getByRole("alert").getByText("检查程序没有启动").waitFor();
    expect(await page.getByText("检查程序还在载入").count()).toBe(0);
    expect(await field(page, "申报单位").inputValue()).toBe("某市金融工作局");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "保存到文件" }).click();
    expect((await download).suggestedFilename()).toMatch(/\.json$/);

    // The next check asks the network again.
    await page.context().unroute(`**/${module}`);
    await page.getByRole("button", { name: "检查", exact: true }).click();
    await verdict(page).waitFor();
    expect(await page.getByRole("alert").innerText()).toBe("");
  });
}

test("once the engine has started after all, it is no longer said that it did not", async () => {
  const { page } = await open();
  await page.context().route("**/worker.js", (route) => route.abort());
  await page.reload();
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await page.getByRole("alert").getByText("检查程序没有启动").waitFor();
  await page.context().unroute("**/worker.js");
  await field(page, "申报单位").fill("某市金融工作局");
  await page.keyboard.press("Tab");
  await eventually(() => page.getByRole("alert").innerText()).toBe("");
  await verdict(page).waitFor();
});
