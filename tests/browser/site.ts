// Serves www/dist on a free port of this machine, the way an office's plain web server would.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

export interface Site {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The site as `node www/build.js` leaves it. */
export const DIST = fileURLToPath(new URL("../../www/dist/", import.meta.url));

export interface Serving {
  /** The folder of the site. */
  readonly root?: string;
  /** The folder of the server that the site lies in: `/portal/form/`. */
  readonly under?: string;
  /** What the server says with every page. */
  readonly headers?: Readonly<Record<string, string>>;
}

export async function serveSite({ root = DIST, under = "/", headers = {} }: Serving = {}): Promise<Site> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    if (!path.startsWith(under)) return void response.writeHead(404).end();
    const place = path.slice(under.length);
    const file = join(root, place === "" || place.endsWith("/") ? `${place}index.html` : place);
    const type = TYPES[extname(file)] ?? "text/plain";
    const more = type.startsWith("text/html") ? headers : {};
    readFile(file).then(
      (body) => response.writeHead(200, { "content-type": type, ...more }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${under}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
