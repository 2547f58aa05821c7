// Starts the browsers of the tests: today's Chromium, and the Chromium 80 that the oldest supported browsers are built on.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { brotliDecompressSync } from "node:zlib";
import { chromium, type Browser } from "playwright-core";
import puppeteer, { type Browser as OldBrowser } from "puppeteer-core";
import { extract } from "tar-fs";

/** The names under which distributions install Chromium, preferred first; `cargo xtask test` installs the first. */
const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** No network, no display, and no sandbox, which a container run by root cannot have. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the machine's own Chromium with a fresh profile. */
export function launchCurrent(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: [...FLAGS, ...more] });
}

/**
 * Starts Chromium 80 with a fresh profile. Its protocol is too old for playwright: it is driven by the puppeteer of its
 * time, and being built for a host without user namespaces it runs in a single process.
 */
export async function launchChromium80(): Promise<OldBrowser> {
  const home = await unpackChromium80();
  return puppeteer.launch({
    executablePath: join(home, "chromium"),
    args: [...FLAGS, "--single-process", "--no-zygote"],
    env: { ...process.env, LD_LIBRARY_PATH: join(home, "lib") },
  });
}

function findChromium(): string {
  const named = process.env["CHROMIUM"];
  if (named) return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  for (const name of NAMES) {
    const folder = folders.find((folder) => existsSync(join(folder, name)));
    if (folder !== undefined) return join(folder, name);
  }
  throw new Error(`No Chromium was found: install one of ${NAMES.join(", ")}, or name it in the variable CHROMIUM.`);
}

/** Unpacks the Chromium 80 of the npm package once into target/, and returns its folder. */
async function unpackChromium80(): Promise<string> {
  const packed = dirname(createRequire(import.meta.url).resolve("chrome-aws-lambda/package.json"));
  const target = join(packed, "../../target");
  const home = join(target, "chromium-80");
  if (existsSync(home)) return home;

  // Unpacked beside its place and renamed at the end: tests that start at the same moment never see half of it.
  mkdirSync(target, { recursive: true });
  const draft = mkdtempSync(join(target, "chromium-80-"));
  const open = (name: string) => brotliDecompressSync(readFileSync(join(packed, "bin", name)));
  await pipeline(Readable.from(open("aws.tar.br")), extract(draft));
  await pipeline(Readable.from(open("swiftshader.tar.br")), extract(draft));
  writeFileSync(join(draft, "chromium"), open("chromium.br"), { mode: 0o755 });
  try {
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}
