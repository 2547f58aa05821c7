// Keeps one whole version of the page for starts without a network. Files of two versions never meet: a version is
// fetched as a whole or not at all, and it is taken only when no page of the version before is open any more.

export {};

declare const self: ServiceWorkerGlobalScope;

/** Every file of this version and its hash, as `integrity` wants it; filled in by the build. */
declare const FILES: Readonly<Record<string, string>>;
declare const VERSION: string;

// Sites in other folders of the same host have caches of their own beside these.
const { scope } = self.registration;
const OURS = `target-table ${scope} `;
const CACHE = OURS + VERSION;

/** How often a page is asked to come again while the next version is about to begin. */
const MOST_TURNS = 5;
let turns = 0;

/** What is seen for that moment. */
const BETWEEN = "<!doctype html><title>绩效目标表</title><p>正在启用新版本… Starting the new version…</p>";

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("message", ({ data }) => {
  if (data === "begin") void self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const file = fileOf(request.url);
  if (request.method === "GET" && file !== undefined) event.respondWith(answer(request, file));
});

/** A file that is missing or of another version, as while a server is being updated, refuses the whole set. */
async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(
    Object.keys(FILES).map((file) => new Request(file, { cache: "no-cache", integrity: FILES[file] ?? "" })),
  );
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

async function answer(request: Request, file: string): Promise<Response> {
  const { waiting } = self.registration;
  if (request.mode === "navigate" && waiting !== null && turns < MOST_TURNS && (await isAlone())) {
    // The page that is left is the last one of this version; the one that comes is to be of the next.
    turns += 1;
    waiting.postMessage("begin");
    // Where the page is asked for again just as the next version begins, Chromium now and then waits for ever.
    return new Response(BETWEEN, { headers: { "content-type": "text/html; charset=utf-8", refresh: "1" } });
  }
  const cache = await caches.open(CACHE);
  return (await cache.match(new URL(file, scope).href, { ignoreVary: true })) ?? fetch(request);
}

async function isAlone(): Promise<boolean> {
  return (await self.clients.matchAll()).length < 2;
}

/** The name in the list of files of what an address stands for. */
function fileOf(address: string): string | undefined {
  const [place = ""] = address.split(/[?#]/);
  if (!place.startsWith(scope)) return undefined;
  const file = place.slice(scope.length).replace(/(^|\/)index\.html$/, "$1") || "./";
  return Object.prototype.hasOwnProperty.call(FILES, file) ? file : undefined;
}
