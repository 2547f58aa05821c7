// What a reader of a file format is: bytes in, tables or one sentence out.

import type { Sentence } from "../files";
import type { Lang, Table } from "../types";

export type Read =
  { readonly tables: readonly Table[]; readonly notes: readonly Sentence[] } | { readonly problem: Sentence };

export interface Reader {
  /** The most bytes that are read. */
  readonly limit: number;
  /** Whether a file is in this format by its content, of which the first bytes are given. */
  readonly knows?: (start: Uint8Array) => boolean;
  /** The ending of a file's name in this format, for content that does not tell. */
  readonly ending?: RegExp;
  readonly read: (bytes: Uint8Array, name: string, lang: Lang) => Promise<Read> | Read;
}

export const MEGABYTE = 1 << 20;
/** The most indicators of a table and the most tables that are opened. */
export const MOST_INDICATORS = 500;
export const MOST_TABLES = 100;
