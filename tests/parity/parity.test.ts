// The same document gives the same report, byte for byte, natively and in wasm.
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { ROOT, documents } from "../agreement/documents.ts";

interface Engine {
  initSync(options: { module: Uint8Array }): unknown;
  check_if_table(table: string, profile: string, lang: string): string;
}

interface CompleteEngine extends Engine {
  check(table: string, options: string): string;
}

const PACKAGE = new URL("www/src/engine/pkg/", ROOT);
let engine: Engine;
let complete: CompleteEngine;

async function load(name: string): Promise<Engine> {
  const script = new URL(`${name}.js`, PACKAGE);
  if (!existsSync(script)) throw new Error("The wasm engine is not built: run `cargo xtask build` first.");
  const loaded = (await import(script.href)) as Engine;
  loaded.initSync({ module: readFileSync(new URL(`${name}_bg.wasm`, PACKAGE)) });
  return loaded;
}

beforeAll(async () => {
  engine = await load("engine");
  complete = (await load("engine_complete")) as CompleteEngine;
});

/** What the page's worker does: the small engine first, the complete one where the text is no table. */
function check(text: string, lang: string): string {
  const whole = complete.check(text, JSON.stringify({ lang }));
  const report = engine.check_if_table(text, "", lang);
  return report === "" || report === whole ? whole : `the two modules differ: ${report} ${whole}`;
}

test.each(["zh", "en"] as const)("native and wasm give the same reports in %s", (lang) => {
  const judged = documents();
  const different = judged
    .map((document) => ({ ...document, wasm: check(document.text, lang) }))
    .filter((document) => document.wasm !== document[lang]);
  expect(different.map(({ name, wasm, ...native }) => `${name}\nnative ${native[lang]}\nwasm   ${wasm}`)).toEqual([]);

  const mutants = judged.filter(({ name }) => name.startsWith("mutant "));
  expect(mutants.length).toBeGreaterThanOrEqual(5000);
  for (const folder of ["annex/", "structure/"]) {
    expect(judged.some(({ name }) => name.startsWith(folder))).toBe(true);
  }
});
