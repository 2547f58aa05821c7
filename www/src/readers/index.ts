// Files to tables: one list of readers, chosen by what a file holds and then by its name.

import type { Sentence } from "../files";
import type { Lang, Table } from "../types";
import { html, text } from "./documents";
import { json } from "./json";
import { oldOffice, pdf, zip } from "./office";
import { MEGABYTE, type Read, type Reader } from "./reader";

const READERS: readonly Reader[] = [oldOffice, zip, pdf, json, html];

/** The names that are offered for choosing; for Word files too, so that what to do with them can be said. */
export const ENDINGS = ".json,.jsonl,.txt,.html,.htm,.docx,.xlsx,.doc,.xls,.wps,.et";

const MOST_FILES = 20;
/** How much of a file tells what it is. */
const START = 1024;

/** A table that was found in a file. */
export interface Found {
  readonly table: Table;
  readonly file: string;
}

export interface FoundInFiles {
  readonly found: readonly Found[];
  /** What could not be read or placed. */
  readonly notes: readonly Sentence[];
}

export async function readFiles(files: readonly File[], lang: Lang): Promise<FoundInFiles> {
  const found: Found[] = [];
  const notes: Sentence[] = [];
  for (const file of files.slice(0, MOST_FILES)) {
    const read = await readFile(file, lang);
    if ("problem" in read) {
      notes.push(read.problem);
      continue;
    }
    found.push(...read.tables.map((table) => ({ table, file: file.name })));
    notes.push(...read.notes);
  }
  if (files.length > MOST_FILES) notes.push((words) => words.paste.tooManyFiles(MOST_FILES));
  return { found, notes };
}

async function readFile(file: File, lang: Lang): Promise<Read> {
  try {
    const reader = readerFor(await bytesOf(file.slice(0, START)), file.name);
    if (file.size > reader.limit) {
      return { problem: (words) => words.paste.fileTooLarge(file.name, reader.limit / MEGABYTE) };
    }
    return await reader.read(await bytesOf(file), file.name, lang);
  } catch {
    return { problem: (words) => words.paste.fileUnreadable(file.name) };
  }
}

/** What no reader knows is read as text. */
export function readerFor(start: Uint8Array, name: string): Reader {
  return (
    READERS.find((reader) => reader.knows?.(start) === true) ??
    READERS.find((reader) => reader.ending?.test(name) === true) ??
    text
  );
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
