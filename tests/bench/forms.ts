// The same question put to two form generators: how long from a key to the frame with what validation says of it. Each
// shows the same table by the published schema, and a unit that is as long as it may be, to which one letter more is typed.
import { readFileSync } from "node:fs";

import type { Page } from "playwright-core";

import type { Table } from "../../www/src/types.ts";
import { launchCurrent } from "../browser/chromium.ts";
import { processorTime } from "./cpu.ts";

export type Generator = "rjsf" | "jsonforms";

const KEYS = 30;
/** As in typing.ts: what the first keys meet nobody else does. */
const WARM_UP = 6;
const LONGEST_UNIT = 50;
/** The generators are slow to show a long table; nothing waits longer than for its condition. */
const PATIENCE = 120_000;

export interface Validating {
  /** From the key to the frame with the error, or without it again, in milliseconds, one for each key. */
  readonly errors: number[];
  /** What a key costs the processor, in milliseconds. */
  readonly cost: number;
}

export async function timeForm(generator: Generator, schema: object, table: Table): Promise<Validating> {
  const row = Math.floor(table.indicators.length / 2);
  const indicators = table.indicators.map((one, index) => (index === row ? { ...one, unit: "期".repeat(LONGEST_UNIT) } : one));
  const browser = await launchCurrent();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    await page.setContent('<div id="form"></div>');
    await page.addScriptTag({ content: readFileSync(`target/bench/${generator}.js`, "utf8") });
    await page.evaluate(({ schema, table }) => globalThis.show(schema, table), { schema, table: { ...table, indicators } });
    await page.waitForFunction((row) => globalThis.field(row) != null, row);
    await page.evaluate((row) => globalThis.field(row)?.focus(), row);
    await page.keyboard.press("End");
    await page.evaluate(watch, row);
    for (let count = 0; count < WARM_UP; count += 1) await press(page, count);
    const start = await processorTime(browser);
    const errors = [];
    for (let count = 0; count < KEYS; count += 1) errors.push(await press(page, WARM_UP + count));
    return { errors, cost: ((await processorTime(browser)) - start) / KEYS };
  } finally {
    await browser.close();
  }
}

/** A letter too many and its taking back in turn. */
async function press(page: Page, count: number): Promise<number> {
  await page.keyboard.press(count % 2 === 0 ? "x" : "Backspace");
  await page.waitForFunction((presses) => globalThis.validated.length === presses, count + 1);
  return page.evaluate(() => globalThis.validated[globalThis.validated.length - 1] ?? Number.NaN);
}

declare global {
  /** Set up by the generators' pages in forms/. */
  var show: (schema: object, table: object) => void;
  var field: (row: number) => HTMLInputElement | null;
  var around: (row: number) => HTMLElement | null;
  /** Set up by `watch`. */
  var validated: number[];
}

/** Runs in the page: looks at each frame whether the error has come or gone, and takes the time after that frame. */
function watch(row: number): void {
  const times: number[] = [];
  globalThis.validated = times;
  const isBad = () => (globalThis.around(row)?.textContent ?? "").includes("must NOT have more than");
  document.addEventListener(
    "keydown",
    ({ timeStamp, key }) => {
      const expected = key === "x";
      const look = (): void => {
        if (isBad() !== expected) return void requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - timeStamp);
        port2.postMessage(undefined);
      };
      requestAnimationFrame(look);
    },
    true,
  );
}
