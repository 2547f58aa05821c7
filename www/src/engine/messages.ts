// What the page and the worker say to each other.

import type { Lang } from "../types";

export interface Cell {
  readonly text: string;
  readonly name: string;
  readonly unit: string;
}

/** What a check is asked for: the id of a built-in profile or an office's own, and what the report is to have. */
export interface Options {
  readonly lang: Lang;
  readonly profile?: string | object;
  readonly asOf?: string;
  readonly ledger?: boolean;
  readonly steps?: boolean;
  readonly readings?: boolean;
}

export type Request =
  | { readonly call: "check" | "fix"; readonly table: string; readonly options: Options }
  | { readonly call: "read"; readonly cells: readonly Cell[] }
  | { readonly call: "import"; readonly asked: string };

export type Answer =
  | { readonly id: number; readonly first: string }
  | { readonly id: number; readonly texts: readonly string[] }
  | { readonly id: number; readonly failed: string };
