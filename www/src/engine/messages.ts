// What the page and the worker say to each other.

export interface Cell {
  readonly text: string;
  readonly name: string;
  readonly unit: string;
}

export type Request =
  | { readonly call: "check"; readonly table: string; readonly options: string }
  | { readonly call: "read"; readonly cells: readonly Cell[] };

export type Answer =
  { readonly id: number; readonly texts: readonly string[] } | { readonly id: number; readonly failed: string };
