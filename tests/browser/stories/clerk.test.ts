// The clerk in a municipal bureau: takes a table as hers, mends what is found, explains the rest and saves. In today's
// Chromium and in those that offices' browsers are built on.

import { afterAll, beforeAll, expect, test } from "vitest";

import { launchChromium103, launchChromium80, launchCurrent } from "../chromium.ts";
import { EXAMPLES, eventually } from "../form.ts";
import { serveSite, type Site } from "../site.ts";
import { type Desk, deskOf, oldDeskOf } from "./desk.ts";

let site: Site;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

const VOLUME = "效益指标 / 经济效益 / 汕尾“百千万工程”数字普惠金融服务专区贷款发放规模（亿元） / 年度目标";
const UNIT = "产出指标 / 数量指标 / 金融服务“百千万工程”能力提升行动 / 活动服务人次（家） / 单位";
const MENDED = UNIT.replace("（家）", "（人次）");
const REASON = "专区在10月才具备验收条件。";

async function story(desk: Desk): Promise<void> {
  await desk.press("打开");
  await desk.press(EXAMPLES[0] ?? "");
  await desk.sees("有 6 处需要说明");

  await desk.write("申报单位", "海丰县金融工作局");
  await desk.write(UNIT, "人次");
  await desk.sees("有 5 处需要说明");
  expect(await desk.read(MENDED)).toBe("人次");

  expect(await desk.told(VOLUME)).toContain("6000万元 = 0.6亿元");
  await desk.press("改写为“0.6亿元”", { saying: "6000万元 = 0.6亿元" });
  await desk.press("应用");
  await eventually(() => desk.read(VOLUME)).toBe("0.6亿元");
  await desk.sees("有 4 处需要说明");

  await desk.press("撤销");
  await eventually(() => desk.read(VOLUME)).toBe("6000万元");
  await desk.sees("有 5 处需要说明");
  await desk.press("重做");
  await eventually(() => desk.read(VOLUME)).toBe("0.6亿元");
  // Until the report is there the list still moves.
  await desk.sees("有 4 处需要说明");

  await desk.press("填写说明", { saying: "“10月”晚于" });
  await desk.write("说明理由", REASON);
  await desk.press("保存");
  await desk.sees("有 3 处需要说明，4 条提示；已说明 1 处");

  const saved = JSON.parse(await desk.take("保存到文件"));
  expect(saved.applicant.name).toBe("海丰县金融工作局");
  expect(saved.answers.map(({ reason }: { reason: string }) => reason)).toEqual([REASON]);
  expect(JSON.stringify(saved)).toContain("0.6亿元");
}

test("the clerk mends, explains and saves in today's Chromium", async () => {
  const browser = await launchCurrent();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(site.url);
    await story(deskOf(page));
  } finally {
    await browser.close();
  }
});

for (const [version, launch] of [
  ["80", launchChromium80],
  ["103", launchChromium103],
] as const) {
  test(`the clerk mends, explains and saves in Chromium ${version}`, async () => {
    const browser = await launch();
    try {
      expect(await browser.version()).toContain(`/${version}.`);
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error: Error) => errors.push(error.message));
      await page.setViewport({ width: 1366, height: 768 });
      await page.goto(site.url);
      await story(oldDeskOf(page));
      expect(errors).toEqual([]);
    } finally {
      await browser.close();
    }
  });
}
