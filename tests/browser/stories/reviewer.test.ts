// The reviewer in the province: opens a file that was handed in, reads what was found and the rule behind it.

import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { eventually, field, findings, useForm, verdict } from "../form.ts";

const open = useForm();
const FILE = new URL("../../suite/annex/table-3.json", import.meta.url);

test("the reviewer opens a file, reads the findings in order and the pages of their rules", async () => {
  const { page, log } = await open();
  await page.locator("input[type=file]").first().setInputFiles({
    name: "附件3-3.json",
    mimeType: "application/json",
    buffer: readFileSync(FILE),
  });
  await verdict(page).waitFor();
  expect(await verdict(page).innerText()).toMatch(/^需说明\s*有 \d+ 处需要说明/);

  const item = findings(page).filter({ has: page.getByRole("link", { name: "产出指标 / 经济效益 / 二级指标" }) });
  await item.getByRole("button", { name: "为什么" }).click();
  await item.getByRole("heading", { level: 3 }).first().waitFor();
  const opened = page.context().waitForEvent("page");
  await item.getByRole("link", { name: /打开这条规则的网页/ }).click();
  const rule = await opened;
  await rule.getByRole("heading", { level: 1 }).waitFor();
  expect(new URL(rule.url()).pathname).toMatch(/^\/rules\/[a-z-]+\.html$/);
  await rule.close();

  // The page keeps what it was given: nothing that is read changes the table.
  const first = findings(page).getByRole("link").first();
  const name = (await first.innerText()).trim();
  await first.click();
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(name);
  expect(await field(page, "申报单位").inputValue()).toBe(JSON.parse(readFileSync(FILE, "utf8")).applicant.name);
  expect(await page.getByRole("button", { name: "撤销" }).isEnabled()).toBe(true);
  expect(log.errors).toEqual([]);
});
