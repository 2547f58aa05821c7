import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { useChromium80, useForm } from "./form.ts";

const open = useForm();
const chromium80 = useChromium80();

const TOO_OLD = "这个浏览器打不开填报页面";
const INCOMPLETE = "填报页面没有载入完整";
const NO_SCRIPTS = "填报页面需要 JavaScript";

/** What of the notices a person sees. */
async function seen(page: Page): Promise<string[]> {
  const notices = await Promise.all(
    [TOO_OLD, INCOMPLETE, NO_SCRIPTS].map(async (text) =>
      (await page.getByText(text).filter({ visible: true }).count()) > 0 ? [text] : [],
    ),
  );
  return notices.flat();
}

for (const feature of ["customElements", "WebAssembly", "Worker", "TextDecoder"]) {
  test(`Chromium 80 without ${feature} shows a notice`, async () => {
    const { old, site } = chromium80();
    const page = await old.newPage();
    await page.evaluateOnNewDocument(
      `Object.defineProperty(window, ${JSON.stringify(feature)}, { value: undefined, configurable: true })`,
    );
    await page.goto(site.url, { waitUntil: "load" });
    const text = await page.evaluate(() => document.body.innerText);
    expect(text).toContain(TOO_OLD);
    expect(text).toContain("This browser cannot run the form");
    expect(text).not.toContain(INCOMPLETE);
    await page.close();
  });
}

test("Chromium 80 as it is shows the form and no notice", async () => {
  const { old, site } = chromium80();
  const page = await old.newPage();
  await page.goto(site.url, { waitUntil: "load" });
  const text = await page.evaluate(() => document.body.innerText);
  expect(text).toContain("检查");
  expect(text).not.toContain(TOO_OLD);
  await page.close();
});

const SCRIPTS: readonly (readonly [string, { status?: number; body?: string }, string])[] = [
  ["of a syntax that the browser does not know", { body: "export class { @@ }" }, TOO_OLD],
  ["that fails while it runs", { body: "throw new Error('no such feature')" }, TOO_OLD],
  ["that is not there", { status: 404 }, INCOMPLETE],
];

for (const [what, answer, notice] of SCRIPTS) {
  test(`a script ${what} leaves a notice and not a blank page`, async () => {
    const { page } = await open();
    await page.route("**/app.js", (route) => route.fulfill({ contentType: "text/javascript", ...answer }));
    await page.reload();
    expect(await seen(page)).toEqual([notice]);
  });
}

test("a script that the network did not bring leaves a notice and not a blank page", async () => {
  const { page } = await open();
  await page.route("**/app.js", (route) => route.abort());
  await page.reload();
  expect(await seen(page)).toEqual([INCOMPLETE]);
});

test("a form that starts shows no notice", async () => {
  const { page } = await open();
  expect(await seen(page)).toEqual([]);
});
