// What the browser hands to screen readers, read from its own tree, and the states of the page that axe-core has not
// seen elsewhere.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { objections } from "./axe.ts";
import { eventually, field, findings, openExample, useForm } from "./form.ts";

const open = useForm();

interface Spoken {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly invalid: string;
}

/** Everything that the browser would tell a screen reader. */
async function spoken(page: Page): Promise<Spoken[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, properties }) => ({
      role: String(role?.value ?? ""),
      name: String(name?.value ?? ""),
      description: String(description?.value ?? ""),
      invalid: String(properties?.find((property) => property.name === "invalid")?.value.value ?? ""),
    }));
}

const VOLUME = "效益指标 / 经济效益 / 汕尾“百千万工程”数字普惠金融服务专区贷款发放规模（亿元） / 年度目标";

test("a field is read out with its levels, its reading and its finding", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const said = await spoken(page);
  const volume = said.find(({ role, name }) => role === "textbox" && name === VOLUME);
  expect(volume?.description).toContain("6000万元 = 0.6亿元");
  expect(volume?.description).toContain("理解为");
  expect(volume?.description).toContain("需说明");
  expect(volume?.invalid).toBe("true");

  const applicant = said.find(({ role, name }) => role === "textbox" && name === "申报单位");
  expect(applicant).toEqual({ role: "textbox", name: "申报单位", description: "", invalid: "false" });
  expect(said.find(({ name }) => name === "产出指标 / 数量指标 / 二级指标")?.role).toBe("combobox");
});

test("tables, headings and regions are told as what they are, in either language", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const kinds = (said: readonly Spoken[], role: string) => said.filter((one) => one.role === role).map(({ name }) => name);
  const said = await spoken(page);
  expect(kinds(said, "table")).toEqual(expect.arrayContaining(["绩效指标"]));
  expect(kinds(said, "columnheader")).toEqual(["目标", "指标内容及口径", "阶段目标（6月底前）", "年度目标"]);
  expect(kinds(said, "heading").some((name) => name.startsWith("需说明"))).toBe(true);
  expect(kinds(said, "link")).toEqual(expect.arrayContaining(["跳到表格", "检查规则", "无障碍声明"]));

  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: /^To be explained/ }).waitFor();
  const english = await spoken(page);
  expect(kinds(english, "table")).toEqual(expect.arrayContaining(["Performance indicators"]));
  expect(kinds(english, "link")).toEqual(expect.arrayContaining(["Skip to the table", "Accessibility statement"]));
});

test("everything that can be used has a name", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const usable = (await spoken(page)).filter(({ role }) => /^(button|link|textbox|combobox|menuitem)$/.test(role));
  expect(usable.length).toBeGreaterThan(100);
  expect(usable.filter(({ name }) => name.trim() === "")).toEqual([]);
});

for (const [what, options] of [
  ["at twice the size", { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
  ["on a small phone", { viewport: { width: 320, height: 640 } }],
  ["with reduced motion", { reducedMotion: "reduce" }],
  ["in forced colours on a dark ground", { forcedColors: "active", colorScheme: "dark" }],
] as const) {
  test(`${what} nothing is lost and axe-core has no objection`, async () => {
    const { page } = await open(options);
    await openExample(page, 1);
    expect(await objections(page)).toEqual([]);
    const { scroll, width } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }));
    expect(scroll).toBeLessThanOrEqual(width);
    const isReached = await field(page, VOLUME).evaluate((element) => {
      element.focus();
      element.scrollIntoView({ block: "center" });
      const { left, right } = element.getBoundingClientRect();
      return left >= 0 && right <= document.documentElement.clientWidth && element === document.activeElement;
    });
    expect(isReached).toBe(true);
  });
}

test("nothing moves where the system asks for reduced motion", async () => {
  const { page } = await open({ reducedMotion: "reduce" });
  await openExample(page, 1);
  const moving = await page.evaluate(() =>
    Array.from(document.querySelectorAll("*"))
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== "none" || transitionDuration.split(", ").some((time) => parseFloat(time) > 0.001);
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  expect(moving).toEqual([]);
});

test("targets are at least 24 pixels wide and high, or stand in a line of text", async () => {
  const { page } = await open();
  await openExample(page, 1);
  await eventually(() => findings(page).count()).toBeGreaterThan(5);
  const small = await page.evaluate(() =>
    Array.from(document.querySelectorAll("button, summary, select, textarea"))
      .filter((element) => element.getClientRects().length > 0)
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width < 23.5 || height < 23.5;
      })
      .map((element) => `${element.getAttribute("aria-label") ?? element.textContent}`.trim()),
  );
  expect(small).toEqual([]);
});

for (const [file, heading] of [
  ["access.html", "无障碍声明"],
  ["access.en.html", "Accessibility statement"],
] as const) {
  test(`the statement is there, is accessible and fits a phone: ${file}`, async () => {
    const { page, url } = await open({ viewport: { width: 390, height: 800 } });
    await page.goto(`${url}${file}`);
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    expect(await objections(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    for (const link of await page.getByRole("link").all()) {
      const answer = await page.request.get(new URL((await link.getAttribute("href")) ?? "", page.url()).href);
      expect(answer.status()).toBe(200);
    }
  });
}
