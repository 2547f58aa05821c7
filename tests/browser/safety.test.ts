import { expect, test } from "vitest";

import { field, findings, openExample, useForm } from "./form.ts";

const open = useForm();

test("the page keeps to its own host and to its content security policy", async () => {
  const { page, log, url } = await open();
  await page.evaluate(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
  });
  await openExample(page, 1);
  await findings(page).first().getByRole("button", { name: "为什么" }).click();
  await findings(page).first().getByRole("heading", { level: 3 }).first().waitFor();
  await field(page, "申报单位").fill("某市金融工作局");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存到文件" }).click();
  await download;
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await page.getByRole("heading", { name: /^To be explained/ }).waitFor();

  expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
  expect(log.requests.filter((address) => !address.startsWith(url) && !address.startsWith("blob:"))).toEqual([]);
  expect(log.requests.length).toBeGreaterThan(5);
  expect(log.errors).toEqual([]);
});

test("the content security policy is there: an inline script does not run", async () => {
  const { page } = await open();
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'taken'";
    document.head.append(script);
  });
  expect(await page.title()).toBe("绩效目标表 填报与自查");
});

test("without scripts there is a notice and not a blank page", async () => {
  const { page } = await open();
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: false });
  const bare = await context?.newPage();
  await bare?.goto(page.url());
  expect(await bare?.locator("body").innerText()).toContain("填报页面需要 JavaScript");
  await context?.close();
});

test("a browser that cannot run the form is told so", async () => {
  const { page } = await open();
  await page.addInitScript(() => {
    Object.defineProperty(window, "WebAssembly", { value: undefined });
  });
  await page.reload();
  await page.getByText("这个浏览器打不开填报页面").waitFor();
  expect(await page.getByText("This browser cannot run the form").isVisible()).toBe(true);
});

test("a page whose engine does not start says so and still takes what is typed", async () => {
  const { page } = await open();
  await page.route("**/engine_bg.wasm", (route) => route.fulfill({ status: 404 }));
  await page.reload();
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await page.getByRole("alert").getByText("检查程序没有启动").waitFor();
  await field(page, "申报单位").fill("某市金融工作局");
  expect(await field(page, "申报单位").inputValue()).toBe("某市金融工作局");
});
