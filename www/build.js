// Builds the page into www/dist. The engine's wasm must have been built into src/engine/pkg and the pages of the rules
// into target/rules (`cargo xtask build`); without the latter the page is built without them.

import { existsSync } from "node:fs";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { writeServiceWorker } from "./offline.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const common = {
  bundle: true,
  minify: true,
  // The oldest browser that offices still use; see design.md, Browsers.
  target: ["chrome80", "firefox115", "safari16.4"],
  format: "iife",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

await rm(here("dist"), { recursive: true, force: true });
await mkdir(here("dist/examples"), { recursive: true });
await build({ ...common, entryPoints: [here("src/app.ts")], outfile: here("dist/app.js") });
await build({
  ...common,
  entryPoints: [here("src/engine/worker.ts")],
  outfile: here("dist/worker.js"),
  // wasm-bindgen's default address of the module, which the worker never uses: it names its own.
  logOverride: { "empty-import-meta": "silent" },
});
await build({ ...common, entryPoints: [here("src/styles/app.css")], outfile: here("dist/app.css") });
await build({ ...common, entryPoints: [here("src/baseline.js")], outfile: here("dist/baseline.js"), target: "es5" });

for (const page of ["index.html", "access.html", "access.en.html"]) await cp(here(page), here(`dist/${page}`));
for (const module of ["engine_bg.wasm", "engine_complete_bg.wasm"]) {
  await cp(here(`src/engine/pkg/${module}`), here(`dist/${module}`));
}
await cp(here("../schema/rules.json"), here("dist/rules.json"));
const suite = here("../tests/suite/annex");
for (const name of await readdir(suite)) {
  if (/^table-\d\.json$/.test(name)) await cp(`${suite}/${name}`, here(`dist/examples/${name}`));
}
const rules = here("../target/rules");
if (existsSync(rules)) await cp(rules, here("dist/rules"), { recursive: true });
await writeServiceWorker(here("dist"));
