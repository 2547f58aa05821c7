// The same document gives the same report, byte for byte, natively and in wasm.
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { ROOT, documents } from "../agreement/documents.ts";

interface Engine {
  initSync(options: { module: Uint8Array }): unknown;
  check(table: string, options: string): string;
}

const PACKAGE = new URL("www/src/engine/pkg/", ROOT);
let engine: Engine;

beforeAll(async () => {
  const script = new URL("target_table_wasm.js", PACKAGE);
  if (!existsSync(script)) throw new Error("The wasm engine is not built: run `cargo xtask build` first.");
  engine = (await import(script.href)) as Engine;
  engine.initSync({ module: readFileSync(new URL("target_table_wasm_bg.wasm", PACKAGE)) });
});

test.each(["zh", "en"] as const)("native and wasm give the same reports in %s", (lang) => {
  const judged = documents();
  const different = judged
    .map((document) => ({ ...document, wasm: engine.check(document.text, JSON.stringify({ lang })) }))
    .filter((document) => document.wasm !== document[lang]);
  expect(different.map(({ name, wasm, ...native }) => `${name}\nnative ${native[lang]}\nwasm   ${wasm}`)).toEqual([]);

  const mutants = judged.filter(({ name }) => name.startsWith("mutant "));
  expect(mutants.length).toBeGreaterThanOrEqual(5000);
  for (const folder of ["annex/", "structure/"]) {
    expect(judged.some(({ name }) => name.startsWith(folder))).toBe(true);
  }
});
