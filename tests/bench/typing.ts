// How long the page takes from a key to the painted text, and to the painted findings of the check that it led to.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";

import type { Indicator, Table } from "../../www/src/types.ts";
import { launchCurrent } from "../browser/chromium.ts";
import { serveSite } from "../browser/site.ts";
import { processorTime } from "./cpu.ts";

export interface Typing {
  /** From the key to the frame with its letter, in milliseconds, one for each key. */
  readonly echo: number[];
  /** From the key to the frame with the findings that it led to. */
  readonly findings: number[];
  /** What a key costs the processor, in milliseconds. */
  readonly cost: number;
}

/** As far from here as from the bundle in target/bench. */
const SUITE = new URL("../../tests/suite/", import.meta.url);
const KEYS = 60;
/** The first keys find the browser's compilers cold, as the first of an applicant do, and nobody else's. */
const WARM_UP = 10;

/** A table as long as the format allows, of the rows of the suite in the order of the official form. */
export function longTable(rows: number): Table {
  const folders = ["annex", "reviewed", "sound"].map((name) => fileURLToPath(new URL(name, SUITE)));
  const tables = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as Table),
  );
  const pool = tables.flatMap(({ indicators, periods }) => {
    const [first, last] = [periods[0]?.id ?? "", periods[periods.length - 1]?.id ?? ""];
    return indicators.map((row) => ({ ...row, targets: texts({ stage: row.targets[first], annual: row.targets[last] }) }));
  });
  const indicators = Array.from({ length: rows }, (_, index): Indicator => {
    const row = pool[index % pool.length] as Indicator;
    return { ...row, name: `第${index + 1}片区${row.name}` };
  });
  const order = (row: Indicator) => `${["cost", "output", "benefit", "satisfaction"].indexOf(row.category)} ${row.dimension} ${row.group ?? ""}`;
  indicators.sort((one, other) => (order(one) < order(other) ? -1 : order(one) > order(other) ? 1 : 0));
  const [model] = tables as [Table];
  return { ...model, answers: [], indicators };
}

/** The time that so many of a hundred do not exceed. */
export function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}

function texts(targets: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(targets).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Types into a cell that has a finding, so that each key is checked. */
export async function timeTyping(table: Table): Promise<Typing> {
  const [browser, site] = await Promise.all([launchCurrent(), serveSite()]);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(watch);
    await page.goto(site.url);
    await page.locator("input[type=file]").setInputFiles({
      name: "long.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(table)),
    });
    await page.getByRole("heading", { name: /^(可提交|需说明|需修改)/ }).waitFor({ timeout: 60_000 });
    const cell = page.locator('textarea[aria-invalid="true"][id*="/targets/annual"]').first();
    await cell.focus();
    await page.keyboard.press("End");
    for (let count = 0; count < WARM_UP; count += 1) await press(page, count);
    const start = await processorTime(browser);
    const times = [];
    for (let count = 0; count < KEYS; count += 1) times.push(await press(page, count));
    const cost = ((await processorTime(browser)) - start) / KEYS;
    return { echo: times.map(({ echo }) => echo), findings: times.map(({ findings }) => findings), cost };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** A letter and its taking back in turn, so that the finding stays. */
async function press(page: Page, count: number): Promise<{ echo: number; findings: number }> {
  await page.evaluate(() => globalThis.typing.reset());
  await page.keyboard.press(count % 2 === 0 ? "x" : "Backspace");
  await page.waitForFunction(() => globalThis.typing.times.findings !== undefined);
  return page.evaluate(() => ({
    echo: globalThis.typing.times.echo ?? Number.NaN,
    findings: globalThis.typing.times.findings ?? Number.NaN,
  }));
}

interface Watch {
  times: { echo?: number; findings?: number };
  reset: () => void;
}

declare global {
  /** Set up by `watch` in the page. */
  var typing: Watch;
}

/** Runs in the page: takes the time at the key, after the frame with its letter, and after the frame with its report. */
function watch(): void {
  let key = 0;
  const watch: Watch = {
    times: {},
    reset: () => {
      watch.times = {};
    },
  };
  globalThis.typing = watch;
  const afterFrame = (done: () => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(undefined);
    });
  };
  document.addEventListener("keydown", (event) => (key = event.timeStamp), true);
  document.addEventListener("input", () => afterFrame(() => (watch.times.echo ??= performance.now() - key)));
  const checks = new WeakMap<Worker, Set<number>>();
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (this: Worker, message: { id: number; call: string }) {
    let asked = checks.get(this);
    if (asked === undefined) {
      const open = new Set<number>();
      asked = open;
      checks.set(this, open);
      this.addEventListener("message", ({ data }: MessageEvent<{ id: number; texts?: unknown }>) => {
        if (data.texts === undefined || !open.delete(data.id)) return;
        afterFrame(() => (watch.times.findings = performance.now() - key));
      });
    }
    if (message.call === "check") asked.add(message.id);
    postMessage.call(this, message);
  } as typeof postMessage;
}
