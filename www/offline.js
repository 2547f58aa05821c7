// Builds the service worker of a finished site: it knows every file there by its hash.

import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const NAME = "service-worker.js";

/** Writes the service worker into the folder of the site. */
export async function writeServiceWorker(site) {
  const files = {};
  for (const file of await filesOf(site, "")) {
    const hash = createHash("sha256").update(await readFile(`${site}/${file}`)).digest("base64");
    // Servers may lead from the name of an index to its folder, and a page must not come out of a redirection.
    files[file.replace(/(^|\/)index\.html$/, "$1") || "./"] = `sha256-${hash}`;
  }
  const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  await build({
    entryPoints: [fileURLToPath(new URL("src/service-worker.ts", import.meta.url))],
    outfile: `${site}/${NAME}`,
    bundle: true,
    minify: true,
    target: ["chrome80", "firefox115", "safari16.4"],
    format: "iife",
    define: { FILES: JSON.stringify(files), VERSION: JSON.stringify(version) },
    logLevel: "warning",
  });
}

async function filesOf(site, folder) {
  const entries = await readdir(`${site}/${folder}`, { withFileTypes: true });
  const inside = await Promise.all(
    entries.map((entry) => (entry.isDirectory() ? filesOf(site, `${folder}${entry.name}/`) : [folder + entry.name])),
  );
  return inside.flat().filter((file) => file !== NAME).sort();
}
