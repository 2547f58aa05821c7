// Starts the browsers of the tests: today's Chromium, and the older ones that browsers still in use are built on.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
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

/** Starts Chromium 119 with a fresh profile: a version before the one with margin boxes on printed pages. */
export async function launchChromium119(): Promise<Browser> {
  return chromium.launch(await unpacked(CHROMIUM_119));
}

/** Starts the machine's own Chromium on a profile that outlives it; `kill` ends all its processes at once. */
export async function launchKillable(profile: string): Promise<{ browser: Browser; kill: () => Promise<void> }> {
  // A blank page to start with, because the browser's own new tab costs more than what is tested.
  const own = ["--remote-debugging-port=0", `--user-data-dir=${profile}`, "--disable-extensions", "about:blank"];
  // In a group of its own, so that its helpers die with it.
  const started = spawn(findChromium(), [...FLAGS, ...own], { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  const exited = new Promise<void>((resolve) => started.once("exit", () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    started.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    void exited.then(() => reject(new Error(`Chromium did not start: ${said}`)));
  });
  const kill = async (): Promise<void> => {
    if (started.pid !== undefined && started.exitCode === null && started.signalCode === null) {
      process.kill(-started.pid, "SIGKILL");
    }
    await exited;
  };
  return { browser: await chromium.connectOverCDP(address), kill };
}

/**
 * Starts Chromium 80 with a fresh profile. Its protocol is too old for playwright: it is driven by the puppeteer of its
 * time.
 */
export async function launchChromium80(): Promise<OldBrowser> {
  return puppeteer.launch(await unpacked(CHROMIUM_80));
}

/** Starts Chromium 103, on which many an office's browser of 2023 is built, with a fresh profile. */
export async function launchChromium103(): Promise<OldBrowser> {
  return puppeteer.launch(await unpacked(CHROMIUM_103));
}

/** How a Chromium from npm is started: being built for a host without user namespaces it runs in a single process. */
async function unpacked(packed: Packed) {
  const home = await unpack(packed);
  return {
    executablePath: join(home, "chromium"),
    args: [...FLAGS, "--single-process", "--no-zygote"],
    env: { ...process.env, LD_LIBRARY_PATH: join(home, "lib") },
  };
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

/** A Chromium from an npm package: the archives that it consists of beside its program, all of them packed. */
interface Packed {
  readonly name: string;
  readonly from: string;
  readonly archives: readonly string[];
}

const CHROMIUM_80: Packed = {
  name: "chromium-80",
  from: "chrome-aws-lambda",
  archives: ["aws.tar.br", "swiftshader.tar.br"],
};

const CHROMIUM_119: Packed = {
  name: "chromium-119",
  from: "@sparticuz/chromium",
  archives: ["al2023.tar.br", "swiftshader.tar.br"],
};

const CHROMIUM_103: Packed = {
  name: "chromium-103",
  from: "chromium-103",
  archives: ["aws.tar.br", "swiftshader.tar.br"],
};

/** Unpacks a Chromium once into target/, and returns its folder. */
async function unpack({ name, from, archives }: Packed): Promise<string> {
  const packed = join(dirname(createRequire(import.meta.url).resolve(`${from}/package.json`)), "bin");
  const target = fileURLToPath(new URL("../../target", import.meta.url));
  const home = join(target, name);
  if (existsSync(home)) return home;

  // Unpacked beside its place and renamed at the end: tests that start at the same moment never see half of it.
  mkdirSync(target, { recursive: true });
  const draft = mkdtempSync(join(target, `${name}-`));
  const open = (file: string) => brotliDecompressSync(readFileSync(join(packed, file)));
  for (const archive of archives) await pipeline(Readable.from(open(archive)), extract(draft));
  writeFileSync(join(draft, "chromium"), open("chromium.br"), { mode: 0o755 });
  try {
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}
