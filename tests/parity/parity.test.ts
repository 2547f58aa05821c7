// The same document gives the same report, byte for byte, natively and in wasm.
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Report } from "../../www/src/types.ts";
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

test.each(["zh", "en"] as const)("native and wasm give the same reports in %s", (lang) => {
  const judged = documents();
  const different = judged
    .map((document) => ({ ...document, wasm: complete.check(document.text, JSON.stringify({ lang })) }))
    .filter((document) => document.wasm !== document[lang]);
  expect(different.map(({ name, wasm, ...native }) => `${name}\nnative ${native[lang]}\nwasm   ${wasm}`)).toEqual([]);

  const mutants = judged.filter(({ name }) => name.startsWith("mutant "));
  expect(mutants.length).toBeGreaterThanOrEqual(5000);
  for (const folder of ["annex/", "structure/"]) {
    expect(judged.some(({ name }) => name.startsWith(folder))).toBe(true);
  }
});

/** What of a report decides: the verdict, the check code, the errors and the warnings; remarks and fixes aside. */
function deciding(text: string): unknown {
  const { findings, summary, ...report } = JSON.parse(text) as Report;
  const decides = findings.filter(({ severity }) => severity !== "info");
  return { ...report, summary: { ...summary, infos: 0 }, findings: decides.map((finding) => ({ ...finding, fix: undefined })) };
}

test("the first module decides as the complete one does", () => {
  let tables = 0;
  for (const { name, text, accepted, zh } of documents()) {
    const first = engine.check_if_table(text, "", "zh");
    // A byte order mark is forgiven, which the judge of the schema does not do.
    if (first === "") expect(accepted, name).toBe(false);
    else {
      tables += 1;
      expect(deciding(first), name).toEqual(deciding(zh));
    }
  }
  expect(tables).toBeGreaterThanOrEqual(2000);
});
