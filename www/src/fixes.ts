// What a fix would change, for looking at before it is applied.

import { type Json, type Operation, type Patch, apply, asJson, find } from "./patch";
import { type Pointer, pointer, steps } from "./pointer";
import { dimensionName, fullName, nameOf } from "./table-layout";
import type { Category, Dimension, Table } from "./types";
import type { Words } from "./words";
import { judgeWords } from "./words/judge";

export interface Change {
  /** What the changed cell is called. */
  readonly name: string;
  /** The texts before and after; blank where there was or will be nothing. */
  readonly before: string;
  readonly after: string;
}

interface Place {
  readonly at: Pointer;
  readonly before: string;
  readonly after: string;
}

/** The changes of a patch, one for each place; neighbouring rows whose level changes alike are one. */
export function changes(table: Table, patch: Patch, words: Words): readonly Change[] {
  const places = new Map<Pointer, Place>();
  let current = asJson(table);
  for (const operation of patch) {
    const at = operation.path;
    const after = apply(current, [operation]).value;
    const before = places.get(at)?.before ?? say(at, find(current, at), words);
    places.set(at, { at, before, after: afterwards(after, operation, words) });
    current = after;
  }
  return runs(table, Array.from(places.values())).map(([first, last]) => ({
    name: nameOfRun(table, first.at, last.at, words),
    before: first.before,
    after: first.after,
  }));
}

/** What stands in a place after an operation; of a list the next entry has then moved up into it. */
function afterwards(after: Json, { op, path }: Operation, words: Words): string {
  return op === "remove" ? "" : say(path, find(after, path), words);
}

/** A value in the words of the form. */
function say(at: Pointer, value: Json | undefined, words: Words): string {
  const member = steps(at).slice(2).join("/");
  if (typeof value === "string") {
    if (member === "category") return words.categories[value as Category] ?? value;
    if (member === "dimension") return words.dimensions[value as Dimension] ?? value;
    return value;
  }
  // An entry of a list that goes away whole: an answer by its reason, a row by its name.
  const entry = (value ?? {}) as { readonly reason?: string; readonly name?: string };
  return entry.reason ?? entry.name ?? "";
}

/** The first and the last of neighbouring rows in which a level changes alike. */
function runs(table: Table, places: readonly Place[]): readonly (readonly [Place, Place])[] {
  const found: [Place, Place][] = [];
  for (const place of places) {
    const run = found[found.length - 1];
    if (run !== undefined && continues(table, run[1], place)) run[1] = place;
    else found.push([place, place]);
  }
  return found;
}

function continues(table: Table, last: Place, next: Place): boolean {
  const [part, row, member] = steps(last.at);
  const isLevel = part === "indicators" && isMerged(member);
  return (
    isLevel &&
    next.at === pointer("indicators", Number(row) + 1, member ?? "") &&
    last.before === next.before &&
    last.after === next.after &&
    table.indicators[Number(row)]?.dimension === table.indicators[Number(row) + 1]?.dimension
  );
}

function isMerged(member: string | undefined): boolean {
  return member === "category" || member === "dimension" || member === "dimensionLabel" || member === "group";
}

/** A level belongs to many rows, and the change to some of them: these are named. */
function nameOfRun(table: Table, first: Pointer, last: Pointer, words: Words): string {
  const [part, position, member] = steps(first);
  if (part === "answers") return judgeWords(words).answers;
  const indicator = table.indicators[Number(position)];
  if (part !== "indicators" || indicator === undefined) return nameOf(table, first, words);
  if (member !== undefined && !isMerged(member)) return nameOf(table, first, words);
  const from = Number(position) + 1;
  const to = Number(steps(last)[1]) + 1;
  const rows = from === to ? fullName(indicator) || words.rowNumber(from) : judgeWords(words).rowNumbers(from, to);
  return [dimensionName(indicator, words), rows, ...levelName(member, words)].join(words.pathSeparator);
}

function levelName(member: string | undefined, words: Words): readonly string[] {
  if (member === undefined) return [];
  if (member === "category") return [words.category];
  return [member === "group" ? words.group : words.dimension];
}
