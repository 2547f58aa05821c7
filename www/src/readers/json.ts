import { type Sentence, isDrawable, parseJson } from "../files";
import { openText } from "../open";
import type { Lang, Table } from "../types";
import { beginning, decodeAs } from "./decode";
import { MEGABYTE, MOST_TABLES, type Read, type Reader } from "./reader";

/** Tables as this page saves them: one, or one a line as `target-table import` writes them. */
export const json: Reader = {
  // The format's own limit.
  limit: MEGABYTE,
  knows: (start) => /^\s*\{\s*["}]/.test(beginning(start)),
  ending: /\.(jsonl?|ndjson)$/i,
  async read(bytes, name, lang) {
    const text = decodeAs(bytes, "utf-8");
    if (text === undefined) return { problem: (words) => words.paste.fileNotUtf8(name) };
    const lines = linesOf(text);
    if (lines === undefined) return openOne(text, () => name, lang);
    const tables: Table[] = [];
    const notes: Sentence[] = [];
    for (const [index, line] of lines.entries()) {
      const read = await openOne(line, (words) => `${name}, ${words.rowNumber(index + 1)}`, lang);
      if ("problem" in read) notes.push(read.problem);
      else tables.push(...read.tables);
    }
    return { tables, notes };
  },
};

/** The lines of a text that is several JSON texts, one a line; nothing where it is one, or none. */
function linesOf(text: string): readonly string[] | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const areAll = lines.length > 1 && lines.length <= MOST_TABLES && lines.every((line) => isDrawable(parseJson(line)));
  return areAll ? lines : undefined;
}

async function openOne(text: string, name: Sentence, lang: Lang): Promise<Read> {
  const opened = await openText(text, name, lang);
  return "problem" in opened ? opened : { tables: [opened.table], notes: [] };
}
