// Opening a table's text: the page draws it if it can, and the engine says what is wrong with it.

import { checkText } from "./engine";
import { type Sentence, isDrawable, parseJson } from "./files";
import { fieldOf } from "./table-layout";
import type { Finding, Lang, Table } from "./types";

export type Opened = { readonly table: Table } | { readonly problem: Sentence };

export async function openText(text: string, name: Sentence, lang: Lang): Promise<Opened> {
  const value = parseJson(text);
  if (value === undefined) return { problem: (words) => words.paste.fileNotJson(name(words)) };
  const findings = await structureOf(text, lang);
  if (!isDrawable(value)) return refused(name, findings[0]);
  const stray = findings.find(({ at }) => !isTextField(value, at));
  return stray === undefined ? { table: value } : refused(name, stray);
}

function refused(name: Sentence, finding: Finding | undefined): Opened {
  return { problem: (words) => words.paste.fileNotTable(name(words), finding?.message ?? "") };
}

/** A defect of form in a text field can be mended on the page; any other one the page could not even show. */
function isTextField(table: Table, at: string): boolean {
  return fieldOf(table, at) === at && !/\/(category|dimension|unit)$/.test(at);
}

/** Without an engine nothing can be said against the text. */
async function structureOf(text: string, lang: Lang): Promise<readonly Finding[]> {
  try {
    const { findings } = await checkText(text, { lang });
    return findings.filter(({ aspect }) => aspect === "structure");
  } catch {
    return [];
  }
}
