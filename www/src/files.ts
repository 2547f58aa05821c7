// A table's JSON: whether a text is one, and saving it. Reading files is for the readers.

import type { Table } from "./types";
import type { Words } from "./words";

export type Sentence = (words: Words) => string;

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Whether the page can draw a value as a table. This asks for less than the schema on purpose: a draft with an amount
 * that is no number yet was saved by this page and must open again. What is wrong with it is for the engine to say.
 */
export function isDrawable(value: unknown): value is Table {
  if (!isRecord(value)) return false;
  const { project, applicant, support, periods, indicators } = value;
  return (
    hasTexts(project, ["name"]) &&
    hasTexts(applicant, ["name"]) &&
    hasTexts(support, ["unit"], ["amount"]) &&
    isListOf(periods, (period) => hasTexts(period, ["id", "kind", "label", "goal"])) &&
    isListOf(indicators, isIndicator)
  );
}

function isIndicator(value: unknown): boolean {
  const optional = ["dimensionLabel", "group", "unit", "definition"];
  if (!hasTexts(value, ["category", "dimension", "name"], optional)) return false;
  const { targets } = value;
  return isRecord(targets) && hasTexts(targets, Object.keys(targets));
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function hasTexts(value: unknown, required: readonly string[], optional: readonly string[] = []): value is Fields {
  return (
    isRecord(value) &&
    required.every((name) => typeof value[name] === "string") &&
    optional.every((name) => value[name] === undefined || typeof value[name] === "string")
  );
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Offers the table as a download; returns the file's name. */
export function saveFile(table: Table, fallbackName: string): string {
  return saveText(`${fileName(table.project.name) || fallbackName}.json`, `${JSON.stringify(table, null, 2)}\n`);
}

/** Offers a text as a download, which works on plain http and in every browser; returns the file's name. */
export function saveText(name: string, text: string): string {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the data only once it has begun, which no event tells.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return name;
}

/** A project's name without what file systems refuse, cut to a length that all of them take. */
export function fileName(text: string): string {
  return Array.from(text.replace(/[\\/:*?"<>|\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "").trim())
    .slice(0, 60)
    .join("");
}
