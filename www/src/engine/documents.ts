// The engine's importer as the page knows it: the one place that judges what a document's cells mean.

import type { Part, Rows } from "../readers/parts";
import type { Indicator, Period, Support, Table } from "../types";
import { ask } from "./index";

/** Something that the importer says, in both languages. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

export type Imported =
  { readonly tables: readonly Table[]; readonly notes: readonly Said[] } | { readonly problem: Said };

export interface ImportedRows {
  readonly indicators: readonly Indicator[];
  readonly notes: readonly Said[];
}

/** The head of a table that was copied without its grid: what it says. */
export interface ImportedHead {
  readonly project?: string;
  readonly code?: string;
  readonly applicant?: string;
  readonly creditCode?: string;
  readonly support?: Support;
  /** The periods whose goals are in it. */
  readonly periods: readonly Period[];
  readonly notes: readonly Said[];
}

/** A printed name without the brackets that say its unit and its definition. */
export interface Name {
  readonly name: string;
  readonly unit?: string;
  readonly definition?: string;
}

export function importText(text: string): Promise<Imported> {
  return answer({ text });
}

export function importParts(parts: readonly Part[]): Promise<Imported> {
  return answer({ parts });
}

/** The head of a table without its grid; nothing where it is none. */
export function importHead(parts: readonly Part[]): Promise<ImportedHead | null> {
  return answer({ head: parts });
}

/** Rows of indicators that were copied without their header row; nothing where they do not begin with levels. */
export function importRows(rows: Rows, periods: readonly Period[]): Promise<ImportedRows | null> {
  return answer({ rows: { rows, periods } });
}

export function splitNames(names: readonly string[]): Promise<readonly Name[]> {
  return answer({ names });
}

async function answer<Answer>(asked: object): Promise<Answer> {
  const [text] = await ask({ call: "import", asked: JSON.stringify(asked) });
  return JSON.parse(text ?? "") as Answer;
}
