import { expect, test } from "vitest";

import { checks, description, eventually, field, findings, openExample, useForm, verdict } from "./form.ts";

const open = useForm();

const UNIT = "产出指标 / 数量指标 / 金融服务“百千万工程”能力提升行动 / 活动服务人次（家） / 单位";
const MENDED = "产出指标 / 数量指标 / 金融服务“百千万工程”能力提升行动 / 活动服务人次（人次） / 单位";

test("table 1 opens with its findings, in the official layout", async () => {
  const { page, log } = await open();
  await openExample(page, 1);

  expect(await verdict(page).textContent()).toMatch(/需说明\s*有 \d+ 处需要说明/);
  const grid = page.getByRole("table", { name: "绩效指标" });
  expect(await grid.getByRole("columnheader").allInnerTexts()).toEqual([
    "目标",
    "指标内容及口径",
    "阶段目标（6月底前）",
    "年度目标",
  ]);
  expect(await grid.getByRole("rowheader", { name: "产出指标" }).getAttribute("rowspan")).toBe("10");
  expect(await grid.getByRole("rowheader", { name: "数量指标" }).getAttribute("rowspan")).toBe("5");
  const group = field(page, "产出指标 / 数量指标 / 金融服务“百千万工程”能力提升行动 / 事项");
  expect(await group.inputValue()).toBe("金融服务“百千万工程”能力提升行动");
  expect(log.errors).toEqual([]);
});

test("every table of the annex opens, and none has an error", async () => {
  const { page } = await open();
  for (const example of [1, 2, 3, 4, 5]) {
    await openExample(page, example);
    expect(await verdict(page).textContent()).not.toContain("需要修改");
  }
});

test("a finding leads to its field and is said there in the same words", async () => {
  const { page } = await open();
  await openExample(page, 1);

  const item = findings(page).filter({ has: page.getByRole("link", { name: UNIT }) });
  const [message] = await item
    .getByText("人次")
    .allInnerTexts()
    .then((texts) => texts.slice(-1));
  await item.getByRole("link", { name: UNIT }).click();

  const unit = field(page, UNIT);
  await eventually(() => unit.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await unit.getAttribute("aria-invalid")).toBe("true");
  expect(await description(unit)).toContain(message);
});

const VOLUME = "效益指标 / 经济效益 / 汕尾“百千万工程”数字普惠金融服务专区贷款发放规模（亿元） / 年度目标";

test("6000万元 under 亿元 is read, underlined and mended by its fix, which undo takes back", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const volume = field(page, VOLUME);
  expect(await description(volume)).toContain("理解为");
  expect(await description(volume)).toContain("6000万元 = 0.6亿元");
  expect(await page.getByRole("table", { name: "绩效指标" }).locator("mark").allInnerTexts()).toContain("6000万元");

  const item = findings(page).filter({ has: page.getByRole("link", { name: VOLUME }) });
  await item.getByRole("button", { name: /0\.6亿元/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "应用" }).click();
  await eventually(() => volume.inputValue()).toBe("0.6亿元");
  await eventually(() => volume.evaluate((element) => element === document.activeElement)).toBe(true);
  await eventually(() => volume.getAttribute("aria-invalid")).toBe("false");

  await page.getByRole("button", { name: "撤销" }).click();
  await eventually(() => volume.getAttribute("aria-invalid")).toBe("true");
  expect(await volume.inputValue()).toBe("6000万元");
});

test("a field with a finding is checked at each key, and the finding goes when it is mended", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const before = await findings(page).count();

  await field(page, UNIT).fill("人次");

  await eventually(() => findings(page).count()).toBe(before - 1);
  await eventually(() => field(page, MENDED).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.getByRole("main").getByRole("status").textContent()).toContain("已改好 1 处");
  expect(await field(page, MENDED).getAttribute("aria-invalid")).toBe("false");
});

test("a field is not checked while it is first typed in, but when it is left", async () => {
  const { page } = await open();
  await openExample(page, 1);
  await field(page, UNIT).fill("人次");
  await eventually(() => field(page, MENDED).getAttribute("aria-invalid")).toBe("false");

  const before = await checks(page);
  await field(page, MENDED).fill("家");
  expect(await checks(page)).toBe(before);
  expect(await field(page, UNIT).getAttribute("aria-invalid")).toBe("false");
  await page.keyboard.press("Tab");

  await eventually(() => field(page, UNIT).getAttribute("aria-invalid")).toBe("true");
});

test("a blank draft is progress and not a row of defects until it is checked", async () => {
  const { page } = await open();
  await page.getByRole("heading", { name: "尚未检查全表" }).waitFor();
  expect(await page.getByText(/未填 \d+ 项/).count()).toBe(1);

  // Passing through a field is not filling it in.
  await field(page, "申报单位").focus();
  await page.keyboard.press("Tab");

  const first = "产出指标 / 数量指标 /";
  await field(page, `${first} 第 1 行 / 指标名称`).fill("活动服务人次");
  await field(page, `${first} 活动服务人次 / 单位`).fill("家");
  expect(await findings(page).count()).toBe(0);
  await page.keyboard.press("Tab");
  // What was filled in is judged once it is left; all that is still blank is not.
  await eventually(() => findings(page).count()).toBe(1);
  expect(await findings(page).getByRole("link").innerText()).toBe(`${first} 活动服务人次（家） / 单位`);
  await page.getByRole("status").getByText("新发现 1 处").waitFor();
  await page.getByRole("heading", { name: /^尚未检查全表/ }).waitFor();

  await page.getByRole("button", { name: "检查", exact: true }).click();
  await verdict(page).waitFor();
  await eventually(() => findings(page).count()).toBeGreaterThan(5);
  await eventually(() => verdict(page).evaluate((element) => element === document.activeElement)).toBe(true);
});

test("nothing is checked while an input method composes", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const unit = field(page, UNIT);
  await unit.focus();
  await unit.selectText();
  const session = await page.context().newCDPSession(page);

  const before = await checks(page);
  await session.send("Input.imeSetComposition", { text: "renci", selectionStart: 5, selectionEnd: 5 });
  await eventually(() => page.locator(":focus").inputValue()).toBe("renci");
  expect(await checks(page)).toBe(before);

  await session.send("Input.insertText", { text: "人次" });
  await eventually(() => page.locator(":focus").getAttribute("aria-invalid")).toBe("false");
  expect(await page.locator(":focus").inputValue()).toBe("人次");
});

test("undo takes back one visit to a field, and an opened table too", async () => {
  const { page } = await open();
  const applicant = field(page, "申报单位");
  await applicant.pressSequentially("某市金融工作局");
  await openExample(page, 2);
  expect(await applicant.inputValue()).toBe("潮州市金融工作局");

  await page.getByRole("button", { name: "撤销" }).click();
  await eventually(() => applicant.inputValue()).toBe("某市金融工作局");
  await page.getByRole("button", { name: "撤销" }).click();
  await eventually(() => applicant.inputValue()).toBe("");
  await page.getByRole("button", { name: "重做" }).click();
  await eventually(() => applicant.inputValue()).toBe("某市金融工作局");
});

test("a merged cell changes for all of its rows", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const grid = page.getByRole("table", { name: "绩效指标" });
  const social = grid.getByRole("combobox", { name: "产出指标 / 社会效益" });
  await social.selectOption({ label: "数量指标" });

  await eventually(() => grid.getByRole("combobox", { name: "产出指标 / 社会效益" }).count()).toBe(0);
  expect(
    await grid.getByRole("textbox", { name: /^产出指标 \/ 数量指标 \/ .*服务次数.* \/ 年度目标$/ }).count(),
  ).toBeGreaterThan(2);
});

test("what concerns all rows of a merged cell is said once and mended by one fix", async () => {
  const { page } = await open();
  await openExample(page, 3);
  const grid = page.getByRole("table", { name: "绩效指标" });
  const item = findings(page).filter({ has: page.getByRole("link", { name: "产出指标 / 经济效益 / 二级指标" }) });
  expect(await item.count()).toBe(1);
  const wrong = grid.getByRole("textbox", { name: /^产出指标 \/ 经济效益 \/ .* \/ 年度目标$/ });
  const right = grid.getByRole("textbox", { name: /^效益指标 \/ 经济效益 \/ .* \/ 年度目标$/ });
  expect(await wrong.count()).toBe(3);

  await item
    .getByRole("button", { name: /效益指标/ })
    .last()
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "应用" }).click();
  await eventually(() => right.count()).toBe(3);
  expect(await wrong.count()).toBe(0);
  await eventually(() => item.count()).toBe(0);
});

test("the language changes the page and the findings and keeps the table", async () => {
  const { page } = await open();
  await openExample(page, 1);
  await field(page, "申报单位").fill("海丰县金融工作局");

  await page.getByRole("button", { name: "English" }).click();

  await page.getByRole("heading", { name: /^To be explained/ }).waitFor();
  expect(await field(page, "Applicant").inputValue()).toBe("海丰县金融工作局");
  // What has to be explained stands before what is only remarked.
  await eventually(async () => (await findings(page).first().innerText()).includes("Explain")).toBe(true);
  expect(await findings(page).last().innerText()).toContain("Remark");
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
});

test("why opens the page of the rule in place", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const item = findings(page).filter({ has: page.getByRole("link", { name: UNIT }) });
  const why = item.getByRole("button", { name: "为什么" });
  await why.click();

  await item.getByRole("heading", { level: 3 }).first().waitFor();
  expect(await item.getByText("改后").count()).toBeGreaterThan(0);
  // Every example says what it is an example of, the boundary too.
  expect(await item.getByText("也可以的写法").count()).toBeGreaterThan(0);
  await item.getByRole("button", { name: "收起" }).click();
  await eventually(() => item.getByRole("heading", { level: 3 }).count()).toBe(0);
});

test("why beside a field opens the same page in the list and takes the focus there", async () => {
  const { page } = await open();
  await openExample(page, 1);
  const cell = page.getByRole("cell").filter({ has: field(page, UNIT) });
  await cell.getByRole("button", { name: /^为什么/ }).click();

  const item = findings(page).filter({ has: page.getByRole("link", { name: UNIT }) });
  await item.getByRole("heading", { level: 3 }).first().waitFor();
  const close = item.getByRole("button", { name: "收起" });
  await eventually(() => close.evaluate((element) => element === document.activeElement)).toBe(true);
});
