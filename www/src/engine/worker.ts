// The engine in a worker of its own: Chromium before 93 refuses wasm on a page with a strict content security policy,
// but runs it here, and a long check never holds up typing.

import init, * as engine from "./pkg/target_table_wasm.js";
import type { Answer, Request } from "./messages";

const ready = init({ module_or_path: "engine_bg.wasm" });

function answer(request: Request): string[] {
  switch (request.call) {
    case "check":
      return [engine.check(request.table, request.options)];
    case "read":
      return request.cells.map(({ text, name, unit }) => engine.read(text, name, unit));
  }
}

self.onmessage = async ({ data }: MessageEvent<Request & { id: number }>) => {
  let reply: Answer;
  try {
    await ready;
    reply = { id: data.id, texts: answer(data) };
  } catch (error) {
    reply = { id: data.id, failed: String(error) };
  }
  self.postMessage(reply);
};
