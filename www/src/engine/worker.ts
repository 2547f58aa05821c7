// The engine in a worker of its own: Chromium before 93 refuses wasm on a page with a strict content security policy,
// but runs it here, and a long check never holds up typing.

import initEngine, { check_if_table } from "./pkg/engine.js";
import initComplete, { check, fix, read } from "./pkg/engine_complete.js";
import type { Answer, Request } from "./messages";

const engine = initEngine({ module_or_path: "engine_bg.wasm" });
let complete: ReturnType<typeof initComplete> | undefined;

/** The complete engine is larger; it is fetched when the first text is no table or the first reading is asked for. */
function completed(): ReturnType<typeof initComplete> {
  complete = complete ?? initComplete({ module_or_path: "engine_complete_bg.wasm" });
  return complete;
}

async function answer(request: Request): Promise<string[]> {
  await engine;
  if (request.call === "read") {
    await completed();
    return request.cells.map(({ text, name, unit }) => read(text, name, unit));
  }
  const { call, table, options } = request;
  const { lang, profile = "", ...more } = options;
  // The small engine knows nothing that has to be asked for.
  if (call === "check" && typeof profile === "string" && Object.keys(more).length === 0) {
    const report = check_if_table(table, profile, lang);
    if (report !== "") return [report];
  }
  await completed();
  const asked = JSON.stringify(options);
  return [call === "fix" ? fix(table, asked) : check(table, asked)];
}

self.onmessage = async ({ data }: MessageEvent<Request & { id: number }>) => {
  let reply: Answer;
  try {
    reply = { id: data.id, texts: await answer(data) };
  } catch (error) {
    reply = { id: data.id, failed: String(error) };
  }
  self.postMessage(reply);
};
