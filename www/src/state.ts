// The document: one immutable table and the patches that made it. Typing, opening a file, taking a fix and undoing
// any of them are the same thing here, a patch.

import { type Json, type Patch, apply, asJson, find } from "./patch";
import type { Pointer } from "./pointer";
import type { Table } from "./types";

interface Step {
  readonly forth: Patch;
  readonly back: Patch;
  /** Steps with the same name become one, so that undo takes back what was typed in one visit to a cell. */
  readonly visit: string | undefined;
}

export interface State {
  readonly table: Table;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** How many steps can be undone; more would only hold memory. */
const MOST_STEPS = 200;

export function start(table: Table): State {
  return { table, past: [], future: [] };
}

/** The state after a patch. */
export function step(state: State, patch: Patch, visit?: string): State {
  if (patch.length === 0) return state;
  const { value, back } = apply(asJson(state.table), patch);
  const last = state.past[state.past.length - 1];
  const joins = visit !== undefined && last !== undefined && last.visit === visit;
  const past = joins
    ? [...state.past.slice(0, -1), { forth: [...last.forth, ...patch], back: [...back, ...last.back], visit }]
    : [...state.past, { forth: patch, back, visit }].slice(-MOST_STEPS);
  return { table: table(value), past, future: [] };
}

/** Puts another table in place of this one; undo brings the old one back. */
export function open(state: State, other: Table): State {
  return step(state, [{ op: "replace", path: "", value: asJson(other) }]);
}

export function undo(state: State): State {
  const last = state.past[state.past.length - 1];
  if (last === undefined) return state;
  return {
    table: table(apply(asJson(state.table), last.back).value),
    past: state.past.slice(0, -1),
    future: [{ ...last, visit: undefined }, ...state.future],
  };
}

export function redo(state: State): State {
  const [next, ...future] = state.future;
  if (next === undefined) return state;
  return { table: table(apply(asJson(state.table), next.forth).value), past: [...state.past, next], future };
}

/** Places that a table may leave out: an emptied field is removed, which is how the format writes a blank. */
const OPTIONAL =
  /^\/(project\/code|applicant\/creditCode|support\/amount|periods\/\d+\/end|indicators\/\d+\/(unit|definition|group|weight|targets\/[^/]+))$/;

/** The patch that writes a text into a field. */
export function write(current: Table, at: Pointer, text: string): Patch {
  const old = find(asJson(current), at);
  const value = clean(text);
  if (value === "" && OPTIONAL.test(at)) return old === undefined ? [] : [{ op: "remove", path: at }];
  if (old === value) return [];
  return [{ op: old === undefined ? "add" : "replace", path: at, value }];
}

/** The text of a field; a place that the table leaves out is blank. */
export function textAt(current: Table, at: Pointer): string {
  const value = find(asJson(current), at);
  return typeof value === "string" ? value : "";
}

/** Pasted text brings tabs and other control characters, which the format has no place for; line feeds stay. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, "");
}

const table = (value: Json): Table => value as unknown as Table;
