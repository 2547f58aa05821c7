// The one who is on the way: looks at the table on a phone, mends a cell and hands the file on.

import { expect, test } from "vitest";

import { EXAMPLES, eventually, field, findings, useForm } from "../form.ts";
import { deskOf } from "./desk.ts";

const open = useForm();

const VOLUME = "效益指标 / 经济效益 / 汕尾“百千万工程”数字普惠金融服务专区贷款发放规模（亿元） / 年度目标";

test("on a phone a table is opened, mended by its findings and saved", async () => {
  const { page, log } = await open({ viewport: { width: 390, height: 800 }, isMobile: true, hasTouch: true });
  const desk = deskOf(page);
  await page.getByText("打开", { exact: true }).tap();
  await page.getByRole("button", { name: EXAMPLES[0] ?? "" }).tap();
  await desk.sees("处需要说明");

  await page.getByRole("button", { name: "查看" }).tap();
  const item = findings(page).filter({ hasText: "6000万元 = 0.6亿元" });
  await item.getByRole("link", { name: VOLUME }).tap();
  const volume = field(page, VOLUME);
  await eventually(() => volume.evaluate((element) => element === document.activeElement)).toBe(true);
  // The cell is to be seen, and not below what lies over the page.
  const isSeen = await volume.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === element;
  });
  expect(isSeen).toBe(true);
  await volume.fill("0.6亿元");
  await eventually(() => volume.getAttribute("aria-invalid")).toBe("false");

  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(width);
  expect(await desk.take("保存到文件")).toContain("0.6亿元");
  expect(log.errors).toEqual([]);
});
