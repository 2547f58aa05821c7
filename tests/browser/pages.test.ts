// Where pages of the printed sheet begin: worked out from heights alone, so tried on many sheets without a browser.

import { expect, test } from "vitest";

import { type Measures, type Page, type Row, type Run, paginate } from "../../www/src/paper/pages.ts";

const MEASURES: Measures = { page: 848, line: 20, frame: 11, closeFrame: 7, title: 54, head: 31, closing: 102 };

/** Numbers that look like chance and are the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function sheet(seed: number): { rows: Row[]; measures: Measures } {
  const random = chance(seed);
  const basics = Array.from({ length: 2 + random(4) }, (_, index) => ({
    lines: index < 2 ? 1 : random(4) === 0 ? 1 + random(150) : 1 + random(20),
    runs: [],
    isUnderHead: false,
  }));
  let names = 0;
  const run = () => ({ name: (names += 1), lines: 1 + random(12) });
  let runs = [run(), run(), run()];
  const grid = Array.from({ length: random(seed % 3 === 0 ? 200 : 30) }, (_, index) => {
    const [category, dimension] = runs as [Run, Run, Run];
    if (index > 0 && random(12) === 0) runs = [run(), run(), run()];
    else if (index > 0 && random(5) === 0) runs = [category, run(), run()];
    else if (index > 0 && random(3) === 0) runs = [category, dimension, run()];
    return {
      lines: random(20) === 0 ? 1 + random(130) : 1 + random(6),
      runs: random(4) === 0 ? runs.slice(0, 2) : runs,
      isUnderHead: true,
    };
  });
  const measures = { ...MEASURES, title: 54 + 36 * random(4), head: 31 + 20 * random(4), closing: 90 + random(40) };
  return { rows: [...basics, ...grid], measures };
}

function heightOf(page: Page, index: number, pages: readonly Page[], rows: readonly Row[], measures: Measures): number {
  const own = page.reduce((sum, { height }) => sum + height, 0);
  const head = page.some(({ row }) => rows[row]?.isUnderHead) ? measures.head : 0;
  return own + head + (index === 0 ? measures.title : 0) + (index === pages.length - 1 ? measures.closing : 0);
}

test("every line of every row stands on one page, in order, and no page is empty or too high", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const { rows, measures } = sheet(seed);
    const pages = paginate(rows, measures);
    const parts = pages.flat();
    let row = 0;
    let line = 0;
    for (const part of parts) {
      expect([part.row, part.from], `sheet ${seed}`).toEqual([row, line]);
      expect(part.to, `sheet ${seed}`).toBeGreaterThan(part.from);
      line = part.to;
      if (line === rows[row]?.lines) [row, line] = [row + 1, 0];
    }
    expect(row, `sheet ${seed}`).toBe(rows.length);
    pages.forEach((page, index) => {
      expect(page.length, `sheet ${seed}`).toBeGreaterThan(0);
      expect(heightOf(page, index, pages, rows, measures), `sheet ${seed}, page ${index + 1}`).toBeLessThanOrEqual(
        measures.page,
      );
    });
  }
});

test("only a row of more than half a page is cut, and never into less than three lines", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const { rows, measures } = sheet(seed);
    for (const { row, from, to } of paginate(rows, measures).flat()) {
      const lines = rows[row]?.lines ?? 0;
      if (from === 0 && to === lines) continue;
      expect(lines * measures.line, `sheet ${seed}`).toBeGreaterThan(measures.page / 2);
      expect(to - from, `sheet ${seed}`).toBeGreaterThanOrEqual(3);
    }
  }
});

test("a part of a row is as high as its lines, and what is merged is as high as its own text", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const { rows, measures } = sheet(seed);
    for (const page of paginate(rows, measures)) {
      const runs = new Map<number, { lines: number; height: number }>();
      for (const { row, from, to, height } of page) {
        expect(height).toBeGreaterThanOrEqual(measures.closeFrame + measures.line * (to - from));
        for (const { name, lines } of rows[row]?.runs ?? []) {
          runs.set(name, { lines, height: (runs.get(name)?.height ?? 0) + height });
        }
      }
      for (const { lines, height } of runs.values()) {
        expect(height, `sheet ${seed}`).toBeGreaterThanOrEqual(measures.closeFrame + measures.line * lines);
      }
    }
  }
});

const plainRows = (count: number, lines = 2): Row[] =>
  Array.from({ length: count }, () => ({ lines, runs: [], isUnderHead: true }));

test("what fits on one page stays on it, with the block for the seal", () => {
  expect(paginate(plainRows(12), MEASURES)).toHaveLength(1);
});

test("a block for the seal that does not fit takes rows along", () => {
  // Fourteen rows of two lines are 714 pixels: with title and head they leave 49.
  const pages = paginate(plainRows(14), { ...MEASURES, closeFrame: 11 });
  expect(pages).toHaveLength(2);
  expect(pages[1]?.length).toBeGreaterThan(0);
});

test("rows are set closer where that saves a page", () => {
  // Thirteen rows leave no room for the block; four pixels less each, and there is.
  const [page, ...others] = paginate(plainRows(13), { ...MEASURES, closing: 110 });
  expect(others).toEqual([]);
  expect(page?.[0]?.height).toBe(47);
});

test("a last page has at least a third on it, however many rows there are", () => {
  for (let count = 15; count < 120; count += 1) {
    const pages = paginate(plainRows(count), MEASURES);
    const rows = plainRows(count);
    const last = pages.length - 1;
    expect(heightOf(pages[last] ?? [], last, pages, rows, MEASURES), `${count} rows`).toBeGreaterThanOrEqual(848 / 3);
  }
});
