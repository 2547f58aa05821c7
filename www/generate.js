// Writes src/generated from the committed schemas, so that TypeScript and Rust speak of the same table.

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
export async function generated({ schema, name }) {
  const { title: _, $id: __, ...source } = JSON.parse(await readFile(here(`../schema/${schema}`), "utf8"));
  return compile(withoutTitles(source), name, {
    additionalProperties: false,
    bannerComment: `/* Generated from schema/${schema} by \`npm run generate --workspace www\`. */`,
    format: true,
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

/** The files of src/generated that differ from what the schemas say. */
export async function stale() {
  const texts = await Promise.all(
    SOURCES.map(async (source) => ({
      file: source.file,
      fresh: await generated(source),
      committed: await readFile(here(`src/generated/${source.file}`), "utf8").catch(() => ""),
    })),
  );
  return texts.filter(({ fresh, committed }) => fresh !== committed);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, fresh } of await stale()) {
    await writeFile(here(`src/generated/${file}`), fresh);
    console.log(`src/generated/${file} written`);
  }
}
