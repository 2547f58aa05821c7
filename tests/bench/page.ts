// The part of the comparison that runs in a page.
import initialise, { check } from "../../www/src/engine/pkg/target_table_wasm.js";
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
    wasm: texts.map((text) => median(() => check(text, ""))),
    ajv: timeAjv(schema, texts),
  };
};
