// The engine in a worker of its own: Chromium before 93 refuses wasm on a page with a strict content security policy,
// but runs it here, and a long check never holds up typing.

import initEngine, { check_if_table } from "./pkg/engine.js";
import initComplete, { check, fix, import_document, read } from "./pkg/engine_complete.js";
import type { Answer, Request } from "./messages";

const engine = initEngine({ module_or_path: "engine_bg.wasm" });
/** The complete engine is larger; it is fetched right behind the one that decides whether a table can be handed in. */
const complete = engine.then(() => initComplete({ module_or_path: "engine_complete_bg.wasm" }));
let isComplete = false;
void complete.then(() => (isComplete = true));

/** What the first engine says of a table, while the complete one is on its way. */
async function decide({ table, options }: Request & { call: "check" | "fix" }): Promise<string> {
  await engine;
  const { lang, profile = "", ...more } = options;
  const isPlain = typeof profile === "string" && Object.keys(more).length === 0;
  return isPlain && !isComplete ? check_if_table(table, profile, lang) : "";
}

async function answer(request: Request): Promise<string[]> {
  await complete;
  if (request.call === "read") {
    return request.cells.map(({ text, name, unit }) => read(text, name, unit));
  }
  if (request.call === "import") return [import_document(request.asked)];
  const asked = JSON.stringify(request.options);
  return [request.call === "fix" ? fix(request.table, asked) : check(request.table, asked)];
}

self.onmessage = async ({ data }: MessageEvent<Request & { id: number }>) => {
  let reply: Answer;
  try {
    if (data.call === "check") {
      const first = await decide(data);
      if (first !== "") self.postMessage({ id: data.id, first } satisfies Answer);
    }
    reply = { id: data.id, texts: await answer(data) };
  } catch (error) {
    reply = { id: data.id, failed: String(error) };
  }
  self.postMessage(reply);
};
