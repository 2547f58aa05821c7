// The part of the comparison that runs in a page, with the module that answers each key: the first one only bridges the
// time until it has arrived.
import initialise, { check } from "../../www/src/engine/pkg/engine_complete.js";
import { median, timeAjv } from "./measure.ts";

export interface Times {
  readonly wasm: number[];
  readonly ajv: number[];
}

declare global {
  /** Called by main.ts from outside the page. */
  var time: (module: string, schema: object, texts: readonly string[]) => Promise<Times>;
}

globalThis.time = async (module, schema, texts) => {
  await initialise({ module_or_path: Uint8Array.from(atob(module), (letter) => letter.charCodeAt(0)) });
  return {
    wasm: texts.map((text) => median(() => check(text, '{"lang":"zh"}'))),
    ajv: timeAjv(schema, texts),
  };
};
