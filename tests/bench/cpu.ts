// What a page makes the processor do, which unlike the time on the wall hardly depends on what else the machine does.
import type { Browser } from "playwright-core";

/** The time that the browser's pages have had of the processor so far, on all of their threads, in milliseconds. */
export async function processorTime(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === "renderer");
  return pages.reduce((total, { cpuTime }) => total + cpuTime * 1000, 0);
}
