// What is shown of one report after the other, and that the list keeps up with the table.

import { expect, test } from "vitest";

import { byField, EVERYTHING, shownInTurn } from "../../www/src/findings.ts";
import type { Finding } from "../../www/src/types.ts";
import { annex, checks, eventually, field, findings, openExample, useForm } from "./form.ts";

const open = useForm();

const table = annex(1);

function finding(at: string, message: string): Finding {
  return { rule: "vague-target", severity: "warning", aspect: "feasibility", at, message, params: {}, related: [] };
}

/** Two rows of one merged cell say the same, which is shown once, and a third row says something of its own. */
function report(own: string): Finding[] {
  const merged = ["/indicators/0/dimension", "/indicators/1/dimension"].map((at) => finding(at, "甲"));
  return [...merged, finding("/indicators/2/name", own)];
}

test("what a report says as the one before did is the same finding, and need not be drawn again", () => {
  const shown = shownInTurn();
  const first = shown(table, report("乙"), EVERYTHING);
  expect(first).toHaveLength(2);
  const fields = byField(table, first, new Map());

  expect(shown(table, report("乙"), EVERYTHING)).toBe(first);
  expect(shown({ ...table }, report("乙"), EVERYTHING)).toBe(first);
  expect(byField(table, first, fields)).toBe(fields);

  const second = shown(table, report("丙"), EVERYTHING);
  expect(second[0]).toBe(first[0]);
  expect(second[1]?.message).toBe("丙");
  const after = byField(table, second, fields);
  expect(after.get("/indicators/0/dimension")).toBe(fields.get("/indicators/0/dimension"));
  expect(after.get("/indicators/2/name")).toEqual([second[1]]);

  expect(shown(table, undefined, EVERYTHING)).toEqual([]);
});

test("the list calls a place as the table does, at each key and without a check", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const links = findings(page).getByRole("link", { name: / \/ 年度目标$/ });
  const place = (await links.first().textContent())?.trim() ?? "";
  const row = place.replace(/ \/ 年度目标$/, "");
  const bare = row.replace(/（[^（]*）$/, "");
  const name = field(page, `${row} / 指标名称`);
  expect(await name.getAttribute("aria-invalid")).toBe("false");

  const before = await checks(page);
  await name.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("改名");
  await eventually(() => links.first().textContent()).toContain(`${bare}改名`);
  expect(await checks(page)).toBe(before);
});
