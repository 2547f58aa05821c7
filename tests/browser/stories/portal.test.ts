// The portal developer: puts the built files into a folder of a plain web server, behind a strict policy and without https.

import { expect, test } from "vitest";

import { launchCurrent } from "../chromium.ts";
import { EXAMPLES } from "../form.ts";
import { serveSite } from "../site.ts";
import { deskOf } from "./desk.ts";

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

for (const [where, host] of [
  ["on this machine, which browsers trust", "127.0.0.1"],
  ["on an intranet host over plain http", "portal.test"],
] as const) {
  test(`the form works in a folder of a portal under a strict policy, ${where}`, async () => {
    const site = await serveSite({ under: "/portal/form/", headers: { "content-security-policy": POLICY } });
    const browser = await launchCurrent([`--host-resolver-rules=MAP ${host} 127.0.0.1`]);
    try {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
      const said: string[] = [];
      const asked: string[] = [];
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(error.message));
      page.on("request", (request) => asked.push(request.url()));
      const address = site.url.replace("127.0.0.1", host);
      await page.goto(address);
      expect(await page.evaluate(() => window.isSecureContext)).toBe(host === "127.0.0.1");

      const desk = deskOf(page);
      await desk.press("打开");
      await desk.press(EXAMPLES[0] ?? "");
      await desk.sees("处需要说明");
      await desk.press("为什么", { saying: "6000万元 = 0.6亿元" });
      await desk.sees("有问题的写法");
      await desk.write("申报单位", "海丰县金融工作局");
      expect(JSON.parse(await desk.take("保存到文件")).applicant.name).toBe("海丰县金融工作局");
      await desk.press("English");
      await desk.sees("To be explained");

      const elsewhere = asked.filter((one) => !one.startsWith(address) && !/^(blob|data):/.test(one));
      expect(elsewhere).toEqual([]);
      expect(said).toEqual([]);
    } finally {
      await browser.close();
      await site.close();
    }
  });
}
