// Compares the engine with `JSON.parse` and ajv; `cargo xtask bench` has timed the native engine just before.
import { readFileSync } from "node:fs";
import { launchCurrent } from "../browser/chromium.ts";
import { timeForm } from "./forms.ts";
import { timeAjv } from "./measure.ts";
import type { Times } from "./page.ts";
import { longTable, percentile, timeTyping } from "./typing.ts";

interface Native {
  readonly check: number;
  readonly readings: number;
  readonly value: number;
  readonly types: number;
}

const read = (path: string) => readFileSync(path, "utf8");
const texts = [1, 2, 3, 4, 5].map((number) => read(`tests/suite/annex/table-${number}.json`));
const schema = JSON.parse(read("schema/target-table.schema.json")) as object;

const native = JSON.parse(read("target/bench/native.json")) as Native[];
const node = timeAjv(schema, texts);
const chromium = await timeInChromium();

const columns: Record<string, number[]> = {
  "native check": native.map(({ check }) => check),
  "every cell read": native.map(({ readings }) => readings),
  "parse to Value": native.map(({ value }) => value),
  "parse to Table": native.map(({ types }) => types),
  "Node parse+ajv": node,
  "wasm check": chromium.wasm,
  "Chromium parse+ajv": chromium.ajv,
};
const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0);
console.log("\nMicroseconds a call, median of the rounds");
print(["table", "bytes", ...Object.keys(columns)]);
texts.forEach((text, index) => {
  print([String(index + 1), String(Buffer.byteLength(text)), ...Object.values(columns).map((times) => micros(times[index]))]);
});
print(["all", String(sum(texts.map((text) => Buffer.byteLength(text)))), ...Object.values(columns).map((times) => micros(sum(times)))]);

console.log(`\nnative / Node's JSON.parse + ajv: ${ratio(columns["native check"], node)} (budget 1)`);
console.log(`every cell read / JSON parsed to serde_json's Value: ${ratio(columns["every cell read"], columns["parse to Value"] ?? [])} (budget 1), to Table: ${ratio(columns["every cell read"], columns["parse to Table"] ?? [])}`);
console.log(`wasm / Chromium's JSON.parse + ajv: ${ratio(chromium.wasm, chromium.ajv)} (budget 2)\n`);

console.log("Milliseconds from a key to the frame with what came of it");
print(["", "rows", "letter p50", "p95", "findings p50", "p95 (budget 50)", "processor a key"]);
for (const rows of [200, 500]) {
  const { echo, findings, cost } = await timeTyping(longTable(rows));
  print(["this page", String(rows), ...percentiles(echo), ...percentiles(findings), cost.toFixed(1)]);
}
for (const generator of ["rjsf", "jsonforms"] as const) {
  const { errors, cost } = await timeForm(generator, schema, longTable(200));
  print([generator, "200", "", "", ...percentiles(errors), cost.toFixed(1)]);
}
console.log();

function percentiles(times: readonly number[]): string[] {
  return [50, 95].map((percent) => percentile(times, percent).toFixed(1));
}

async function timeInChromium(): Promise<Times> {
  const module = readFileSync("www/dist/engine_complete_bg.wasm").toString("base64");
  const browser = await launchCurrent();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: read("target/bench/page.js") });
    return await page.evaluate(({ module, schema, texts }) => globalThis.time(module, schema, texts), { module, schema, texts });
  } finally {
    await browser.close();
  }
}

function print(cells: readonly string[]): void {
  console.log(cells.map((cell) => cell.padStart(19)).join(""));
}

function micros(nanoseconds = Number.NaN): string {
  return (nanoseconds / 1000).toFixed(1);
}

function ratio(ours: readonly number[] = [], theirs: readonly number[]): string {
  return (sum(ours) / sum(theirs)).toFixed(2);
}
