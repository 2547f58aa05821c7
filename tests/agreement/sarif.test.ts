// What `target-table check --format sarif` writes is valid against the published schema of SARIF 2.1.0.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { Ajv } from "ajv";
import { expect, test } from "vitest";

import { ROOT } from "./documents.ts";

// The package carries the schema; its own validator is an older ajv, which is not used here.
const PACKAGE = dirname(createRequire(import.meta.url).resolve("@microsoft/jest-sarif/package.json"));
const SCHEMA = JSON.parse(readFileSync(join(PACKAGE, "lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8")) as {
  id?: string;
  $schema: string;
};

/** What the program prints; findings are no failure here. */
function check(files: readonly string[], input = ""): unknown {
  const command = ["run", "--quiet", "--package", "target-table-cli", "--", "check", "--format", "sarif", ...files];
  const { status, stdout } = spawnSync("cargo", command, { cwd: ROOT, input, encoding: "utf8", maxBuffer: 1 << 26 });
  expect([0, 1]).toContain(status);
  return JSON.parse(stdout);
}

const suite = (name: string) => join("tests/suite", name);
const annex = [1, 2, 3, 4, 5].map((number) => suite(`annex/table-${number}.json`));
const broken = ["json-unreadable.cut-off", "field-unknown.several", "value-wrong-type.null"].map((name) =>
  suite(`structure/${name}.json`),
);

test.each([
  ["the tables of the annex", annex, ""],
  ["a document", [suite("annex/annex3.txt")], ""],
  ["broken tables", broken, ""],
  ["standard input", ["-"], '{"projct":{}}'],
])("%s", (_, files, input) => {
  // Not all of its patterns are regular expressions in Unicode mode.
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
  // It calls itself draft 4, of which it uses nothing that draft 7 has changed but the name of its id.
  const { id: $id = "sarif", ...schema } = SCHEMA;
  const validate = ajv.compile({ ...schema, $id, $schema: "http://json-schema.org/draft-07/schema#" });
  const log = check(files, input);
  expect(validate(log) ? [] : validate.errors).toEqual([]);
  expect((log as { runs: { results: object[] }[] }).runs[0]?.results.length).toBeGreaterThan(0);
});
