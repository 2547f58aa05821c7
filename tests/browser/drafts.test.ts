import { readFileSync } from "node:fs";

import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { objections } from "./axe.ts";
import { putRecord, storedDrafts, storedSnapshots } from "./drafts.ts";
import { EXAMPLES, eventually, field, openExample, useForm, verdict } from "./form.ts";

const open = useForm();

/** Fills in a field and waits until the last draft holds it. */
async function fill(page: Page, applicant: string): Promise<void> {
  await field(page, "申报单位").fill(applicant);
  await eventually(async () => (await storedDrafts(page))[0]?.table.applicant.name).toBe(applicant);
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole("button", { name: "检查", exact: true }).waitFor();
}

function status(page: Page, text: string | RegExp) {
  return page.getByRole("status").getByText(text);
}

function drafts(page: Page) {
  return page.getByRole("dialog", { name: "草稿" }).getByRole("list", { name: "草稿", exact: true }).getByRole("listitem");
}

test("what was typed is there again after the page was loaded again, rows beyond the template too", async () => {
  const { page, log } = await open();
  await field(page, "项目名称").fill("示范项目");
  await page.evaluate(() => {
    const patch = [
      {
        op: "add",
        path: "/indicators/1",
        value: { category: "output", dimension: "quantity", name: "新加的一行", targets: { annual: "7" } },
      },
    ];
    document
      .querySelector("target-table-form")
      ?.dispatchEvent(Object.assign(new Event("tt-patch"), { patch, then: {} }));
  });
  await fill(page, "某市金融工作局");
  await page.getByText(/^已存为草稿 \d\d:\d\d$/).waitFor();

  await reload(page);
  await status(page, /^已恢复 \d\d:\d\d 的草稿“示范项目”。$/).waitFor();
  expect(await field(page, "申报单位").inputValue()).toBe("某市金融工作局");
  expect(await field(page, "产出指标 / 数量指标 / 新加的一行 / 年度目标").inputValue()).toBe("7");
  expect(await page.getByRole("button", { name: "撤销" }).isDisabled()).toBe(true);
  expect((await storedDrafts(page)).length).toBe(1);
  expect(log.errors).toEqual([]);
});
