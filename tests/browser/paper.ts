// What comes out when the form is printed: a PDF, its text and its pictures.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";

import type { Page } from "playwright-core";

/** Prints as the browser does when it is told to by a person: on the paper that the page asks for. */
export function print(page: Page): Promise<Buffer> {
  return page.pdf({ preferCSSPageSize: true });
}

/** The text of each page, in the order in which it is drawn: that of a cell stands together. */
export function textsOf(pdf: Buffer): string[] {
  return inFolder(pdf, (file) =>
    execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", file, "-"], { encoding: "utf8" })
      .split("\f")
      .slice(0, -1)
      .map(plain),
  );
}

/** Radicals that Unicode does not count as their characters, or as those of the traditional script. */
const RADICALS: Readonly<Record<string, string>> = {
  戶: "户",
  "⻅": "见",
  "⻋": "车",
  "⻓": "长",
  "⻔": "门",
  "⻚": "页",
};

/**
 * Text without its line breaks and spaces, and with one character of those that look the same: fonts draw a Chinese
 * character and the radical of that form with one glyph, and a PDF knows only the glyph.
 */
export function plain(text: string): string {
  const characters = text.normalize("NFKC").replace(/[戶⻅⻋⻓⻔⻚]/g, (radical) => RADICALS[radical] ?? radical);
  return characters.replace(/[\s\u2066-\u2069\u202a-\u202e\u200b]/g, "");
}

/** How wide and high the sheets are, in millimetres. */
export function sizeOf(pdf: Buffer): number[] {
  const said = inFolder(pdf, (file) => execFileSync("pdfinfo", [file], { encoding: "utf8" }));
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(said) ?? [];
  return [width, height].map((points) => Math.round((Number(points) / 72) * 25.4));
}

/** The pages as small grey pictures. */
export function picturesOf(pdf: Buffer): Buffer[] {
  return inFolder(pdf, (file, folder) => {
    execFileSync("pdftocairo", ["-r", "50", "-gray", "-png", file, join(folder, "page")]);
    const pictures = readdirSync(folder).filter((name) => name.endsWith(".png"));
    return pictures.sort().map((name) => readFileSync(join(folder, name)));
  });
}

function inFolder<T>(pdf: Buffer, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "paper-"));
  try {
    const file = join(folder, "sheet.pdf");
    writeFileSync(file, pdf);
    return use(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Pictures are compared by squares of this many pixels, about five millimetres: one line of text is in each. */
const SQUARE = 10;

/**
 * How much two pictures differ where they differ most: the mean grey of a square, of 255. A line of text that is there
 * in one only makes about 60; what renderers make of the same letter stays far below that.
 */
export function difference(one: Buffer, other: Buffer): number {
  const [a, b] = [decode(one), decode(other)];
  if (a.width !== b.width || a.height !== b.height) return 255;
  let most = 0;
  for (let y = 0; y < a.height; y += SQUARE) {
    for (let x = 0; x < a.width; x += SQUARE) most = Math.max(most, Math.abs(mean(a, x, y) - mean(b, x, y)));
  }
  return most;
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

function mean({ width, height, grey }: Picture, left: number, top: number): number {
  let sum = 0;
  let count = 0;
  for (let y = top; y < Math.min(top + SQUARE, height); y += 1) {
    for (let x = left; x < Math.min(left + SQUARE, width); x += 1) {
      sum += grey[y * width + x] ?? 0;
      count += 1;
    }
  }
  return sum / count;
}

/** Reads a PNG of one byte a pixel, which is all that pdftocairo makes of a grey page. */
function decode(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  if (png.readUInt32BE(24) !== 0x08000000) throw new Error("not a PNG of eight bits of grey");
  const packed: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") packed.push(png.subarray(at + 8, at + 8 + length));
  }
  const lines = inflateSync(Buffer.concat(packed));
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const filter = lines[y * (width + 1)];
    for (let x = 0; x < width; x += 1) {
      const left = x > 0 ? (grey[y * width + x - 1] ?? 0) : 0;
      const above = y > 0 ? (grey[(y - 1) * width + x] ?? 0) : 0;
      const corner = x > 0 && y > 0 ? (grey[(y - 1) * width + x - 1] ?? 0) : 0;
      const predicted = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0;
      grey[y * width + x] = (lines[y * (width + 1) + 1 + x] ?? 0) + predicted;
    }
  }
  return { width, height, grey };
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(guess - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** The check code as it is printed, worked out without the engine: tables hold objects, lists and texts only. */
export function checkCode(table: unknown): string {
  const digest = createHash("sha256")
    .update(JSON.stringify(sorted(table)))
    .digest("hex");
  return (digest.slice(0, 16).match(/.{4}/g) ?? []).join(" ");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
}
