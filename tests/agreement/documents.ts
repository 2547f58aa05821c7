// The documents that all judges judge, with what the native engine says of them.
import { readFileSync } from "node:fs";

/** One document; `tests/src/bin/mutants.rs` writes them. */
export interface Document {
  /** Where it is from. */
  name: string;
  /** Whether the schema alone decides; it does not where the text is no JSON or where JSON readers differ. */
  bySchema: boolean;
  text: string;
  /** Whether the native engine makes a table of it. */
  accepted: boolean;
  /** The native report in Chinese. */
  zh: string;
  /** The native report in English. */
  en: string;
}

/** The root of the repository. */
export const ROOT = new URL("../../", import.meta.url);

/** Where the documents of a run are written. */
export const FILE = new URL("target/mutants.jsonl", ROOT);

/** The suite, the mutants, and the broken texts. */
export function documents(): Document[] {
  const lines = readFileSync(FILE, "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as Document);
}
