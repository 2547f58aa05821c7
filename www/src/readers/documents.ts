// Readers of documents that hold tables among other things: text and web pages.

import { type Imported, type Said, importParts, importText } from "../engine/documents";
import type { Sentence } from "../files";
import { beginning, decode } from "./decode";
import { partsOfHtml } from "./html-parts";
import { MEGABYTE, MOST_INDICATORS, MOST_TABLES, type Read, type Reader } from "./reader";

const WHAT_A_PAGE_BEGINS_WITH = /^\s*<(!doctype|html|head|meta|body|table|div|p|style|\?xml|!--)/i;

export const html: Reader = {
  limit: 4 * MEGABYTE,
  knows: (start) => WHAT_A_PAGE_BEGINS_WITH.test(beginning(start)),
  ending: /\.html?$/i,
  async read(bytes, name) {
    const text = decode(bytes, declared(bytes));
    if (text === undefined) return { problem: (words) => words.paste.fileNotText(name) };
    const parts = partsOfHtml(text);
    return parts === undefined
      ? { problem: (words) => words.paste.fileTooLong(name) }
      : tables(importParts(parts), name);
  },
};

/** Text as it comes out of a Word file: for whatever no other reader knows. */
export const text: Reader = {
  limit: 4 * MEGABYTE,
  async read(bytes, name) {
    const content = decode(bytes);
    return content === undefined
      ? { problem: (words) => words.paste.fileNotText(name) }
      : tables(importText(content), name);
  },
};

async function tables(importing: Promise<Imported>, name: string): Promise<Read> {
  let imported: Imported;
  try {
    imported = await importing;
  } catch {
    return { problem: (words) => words.engineFailed };
  }
  if ("problem" in imported) {
    const reason = inWords(imported.problem);
    return { problem: (words) => words.paste.imported(name, reason(words)) };
  }
  const isTooLong = imported.tables.some(({ indicators }) => indicators.length > MOST_INDICATORS);
  if (isTooLong || imported.tables.length > MOST_TABLES) return { problem: (words) => words.paste.fileTooLong(name) };
  return { tables: imported.tables, notes: imported.notes.map(inWords) };
}

export function inWords(note: Said): Sentence {
  return ({ lang }) => (lang === "en" ? note.en : note.zh);
}

/** The encoding that a page names in its head. */
function declared(bytes: Uint8Array): string | undefined {
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,20})/i.exec(beginning(bytes.slice(0, 4096)))?.[1];
}
