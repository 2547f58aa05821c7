// ajv reads the published schema as the engine does.
import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { ROOT, documents } from "./documents.ts";

function compile(name: string): { validate: ValidateFunction; said: string[] } {
  const said: string[] = [];
  const say = (...words: unknown[]): void => void said.push(words.join(" "));
  const ajv = new Ajv2020({ strict: true, logger: { log: say, warn: say, error: say } });
  const schema: unknown = JSON.parse(readFileSync(new URL(`schema/${name}`, ROOT), "utf8"));
  return { validate: ajv.compile(schema as object), said };
}

test.each(["target-table.schema.json", "report.schema.json"])("%s compiles in strict mode without a warning", (name) => {
  expect(compile(name).said).toEqual([]);
});

test("ajv accepts the documents that the engine accepts, and no others", () => {
  const { validate } = compile("target-table.schema.json");
  const judged = documents().filter(({ bySchema }) => bySchema);
  const disagreements = judged
    .filter(({ text, accepted }) => validate(JSON.parse(text)) !== accepted)
    .map(({ name, text, accepted }) => `${name}, ${accepted ? "accepted" : "refused"} by the engine: ${text.slice(0, 2000)}`);
  expect(disagreements).toEqual([]);

  const accepted = judged.filter((document) => document.accepted).length;
  expect(judged.length).toBeGreaterThanOrEqual(2000);
  expect(accepted / judged.length).toBeGreaterThan(0.2);
  expect(accepted / judged.length).toBeLessThan(0.8);
});

test("every report is one by the schema of reports", () => {
  const { validate } = compile("report.schema.json");
  const strange = documents().filter(({ zh, en }) => !validate(JSON.parse(zh)) || !validate(JSON.parse(en)));
  expect(strange.map(({ name }) => name)).toEqual([]);
});
