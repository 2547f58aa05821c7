// The browser is killed while somebody works. Whatever was on the page a second before is there again.

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { launchKillable } from "./chromium.ts";
import { field } from "./form.ts";
import { serveSite, type Site } from "./site.ts";

const KILLS = 50;
/** For how many milliseconds somebody works at the most before the browser is killed. */
const LONGEST = 1600;

/** Rows beyond which one is taken away for each that is added. */
const MOST_ROWS = 14;

let site: Site;
let profile: string;
let kill = (): Promise<void> => Promise.resolve();

beforeAll(async () => {
  const target = fileURLToPath(new URL("../../target", import.meta.url));
  mkdirSync(target, { recursive: true });
  profile = mkdtempSync(join(target, "kill-"));
  site = await serveSite();
});

afterAll(async () => {
  await kill();
  await site.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** The same pseudo-random numbers each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

/** The form as these tests see it: the document is in its state. */
interface Form {
  readonly state: { readonly table: { readonly indicators: readonly unknown[] } };
}

/** The document on the page. */
function tableOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const form = document.querySelector("target-table-form") as unknown as Form;
    return JSON.stringify(form.state.table);
  });
}

const FIELDS = ["申报单位", "项目名称", "支持金额", "年度目标"];

/** One thing that somebody does at work. It brings the document to one other state, of which the mark may be part. */
async function doStep(page: Page, kind: number, mark: string): Promise<void> {
  const name = FIELDS[kind % FIELDS.length] ?? "";
  switch (kind % 6) {
    case 0: {
      const row = { category: "output", dimension: "quantity", name: mark, targets: { annual: "10" } };
      return page.evaluate(
        ([row, most]) => {
          const form = document.querySelector("target-table-form") as unknown as Element & Form;
          const patch = [
            { op: "add", path: "/indicators/0", value: row },
            ...(form.state.table.indicators.length < most ? [] : [{ op: "remove", path: `/indicators/${most}` }]),
          ];
          form.dispatchEvent(Object.assign(new Event("tt-patch"), { patch, then: {} }));
        },
        [row, MOST_ROWS] as const,
      );
    }
    case 1:
      return page
        .getByRole("button", { name: "撤销" })
        .evaluate((button: HTMLButtonElement) => (button.disabled ? undefined : button.click()));
    case 2:
      await page.evaluate((text) => navigator.clipboard.writeText(text), mark);
      await field(page, name).focus();
      await page.keyboard.press("Control+A");
      return page.keyboard.press("Control+V");
    case 3:
      await field(page, name).focus();
      return page.keyboard.press("7");
    default:
      return field(page, name).fill(mark);
  }
}

/** The first draft is in the store before the first kill: on a busy machine that may come before anything was typed. */
async function beginDraft(page: Page): Promise<void> {
  await field(page, "申报单位").fill("<0>");
  await page.getByText(/^已存为草稿/).waitFor();
}

test(`after each of ${KILLS} kills the draft holds everything older than a second`, { timeout: 600_000 }, async () => {
  // How far the steps get in a time differs, so the times have numbers of their own.
  const times = numbers(20240601);
  const kinds = numbers(7);
  let marks = 0;
  /** Every state of the page before the kill with the moment at which it was seen; the newest last. */
  let seen: { readonly at: number; readonly table: string }[] = [];
  let killedAt = 0;
  let killed = "";
  let telling = 0;

  for (let round = 0; round <= KILLS; round += 1) {
    const started = await launchKillable(profile);
    kill = started.kill;
    const context = started.browser.contexts()[0];
    if (context === undefined) throw new Error("Chromium has no context");
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(site.url);
    if (round === 0) await beginDraft(page);
    else await page.getByRole("status").getByText(/^已恢复/).waitFor();
    const restored = await tableOf(page);

    // The text that was coming in when the browser was killed may be there too: that is newer than all that was seen.
    if (round > 0 && !restored.includes(killed)) {
      const older = seen.filter(({ at }) => at <= killedAt - 1000).length;
      const found = seen.map(({ table }) => table).lastIndexOf(restored);
      const told = `kill ${round}: of ${seen.length} states ${older} are older than a second`;
      expect(found, told).toBeGreaterThanOrEqual(Math.max(0, older - 1));
      if (older > 1) telling += 1;
    }
    if (round === KILLS) break;

    seen = [{ at: 0, table: restored }];
    const end = performance.now() + times(LONGEST);
    while (performance.now() < end) {
      marks += 1;
      await doStep(page, kinds(12), `<${marks}>`);
      seen.push({ at: performance.now(), table: await tableOf(page) });
    }
    marks += 1;
    killed = `<${marks}>`;
    const underWay = page.keyboard.insertText(killed).catch(() => undefined);
    killedAt = performance.now();
    await kill();
    await underWay;
  }
  // A kill within the first second of work says little.
  expect(telling).toBeGreaterThan(0);
});
