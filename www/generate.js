// Writes src/generated from the committed schemas, so that TypeScript and Rust speak of the same table.
// With --check it writes nothing, and fails where a file is stale.

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { compile } from "json-schema-to-typescript";

const SOURCES = [
  { schema: "target-table.schema.json", name: "Table", file: "table.ts" },
  { schema: "report.schema.json", name: "Report", file: "report.ts" },
  { schema: "reading.schema.json", name: "Reading", file: "reading.ts" },
];

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The text that a file of src/generated should have. */
async function generated({ schema, name }) {
  const { title: _, $id: __, ...source } = JSON.parse(await readFile(here(`../schema/${schema}`), "utf8"));
  return compile(withoutTitles(source), name, {
    additionalProperties: false,
    bannerComment: `/* Generated from schema/${schema} by \`npm run generate --workspace www\`. */`,
    style: { printWidth: 120 },
    // Four periods as a tuple type of four optional members would help nobody.
    ignoreMinAndMaxItems: true,
  });
}

/** Titles are for readers of the schema; here they would become the names of types. */
function withoutTitles(value) {
  if (Array.isArray(value)) return value.map(withoutTitles);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key, inner]) => key !== "title" || typeof inner !== "string");
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutTitles(inner)]));
}

const onlyChecks = process.argv.includes("--check");
for (const source of SOURCES) {
  const file = here(`src/generated/${source.file}`);
  const fresh = await generated(source);
  if (fresh === (await readFile(file, "utf8").catch(() => ""))) continue;
  if (onlyChecks) {
    console.error(`www/src/generated/${source.file} is stale: run \`npm run generate --workspace www\``);
    process.exitCode = 1;
  } else {
    await writeFile(file, fresh);
    console.log(`www/src/generated/${source.file} written`);
  }
}
