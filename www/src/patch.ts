// RFC 6902 patches on immutable data. Whatever is not on the way to the change is shared with the value before it, so
// that components can tell by `===` what stayed the same.

import { type Pointer, steps } from "./pointer";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A part of a table is JSON by its making; the generated interfaces only lack the index signature that would say so. */
export function asJson(value: object): Json {
  return value as Json;
}

export type Operation =
  | { readonly op: "add"; readonly path: Pointer; readonly value: Json }
  | { readonly op: "replace"; readonly path: Pointer; readonly value: Json }
  | { readonly op: "remove"; readonly path: Pointer };

export type Patch = readonly Operation[];

/** The value after the patch, and the patch that leads back. */
export function apply(value: Json, patch: Patch): { value: Json; back: Patch } {
  let after = value;
  const back: Operation[] = [];
  for (const operation of patch) {
    const before = after;
    after = change(before, steps(operation.path), operation);
    back.unshift(opposite(before, operation));
  }
  return { value: after, back };
}

/** What stands at a place; `undefined` where there is nothing. */
export function find(value: Json, at: Pointer): Json | undefined {
  return steps(at).reduce<Json | undefined>((inside, step) => child(inside, step), value);
}

function child(value: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[])[Number(step)];
  return isObject(value) && Object.prototype.hasOwnProperty.call(value, step) ? value[step] : undefined;
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function change(value: Json, path: readonly string[], operation: Operation): Json {
  const [step, ...rest] = path;
  if (step === undefined) return operation.op === "remove" ? null : operation.value;
  if (Array.isArray(value)) return changeArray(value as readonly Json[], step, rest, operation);
  if (!isObject(value)) throw new Error(`a patch leads through ${JSON.stringify(value)}: ${operation.path}`);
  if (rest.length > 0) return { ...value, [step]: change(value[step] ?? null, rest, operation) };
  if (operation.op !== "remove") return { ...value, [step]: operation.value };
  const { [step]: _, ...others } = value;
  return others;
}

function changeArray(items: readonly Json[], step: string, rest: readonly string[], operation: Operation): Json {
  const index = step === "-" ? items.length : Number(step);
  if (rest.length > 0) return items.map((item, i) => (i === index ? change(item, rest, operation) : item));
  if (operation.op === "replace") return items.map((item, i) => (i === index ? operation.value : item));
  const inserted = operation.op === "add" ? [operation.value] : [];
  return [...items.slice(0, index), ...inserted, ...items.slice(operation.op === "add" ? index : index + 1)];
}

function opposite(before: Json, operation: Operation): Operation {
  const { path } = operation;
  const old = find(before, path);
  const inArray = Array.isArray(find(before, path.slice(0, Math.max(0, path.lastIndexOf("/")))));
  if (operation.op === "add" && (old === undefined || inArray)) return { op: "remove", path };
  if (operation.op === "remove") return { op: "add", path, value: old ?? null };
  return { op: "replace", path, value: old ?? null };
}
