// Has the native engine judge the documents, once before all tests. The seed is fixed: a disagreement is found again.
import { spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { FILE, ROOT } from "./documents.ts";

const SEED = "20241124";
const COUNT = "5000";

export default function setup(): void {
  const file = openSync(FILE, "w");
  const command = ["run", "--quiet", "--package", "target-table-tests", "--bin", "mutants", "--", SEED, COUNT];
  const { status, error } = spawnSync("cargo", command, { cwd: ROOT, stdio: ["ignore", file, "inherit"] });
  closeSync(file);
  if (status !== 0) throw new Error(`cargo ${command.join(" ")} failed`, { cause: error });
}
