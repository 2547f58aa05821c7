// What a person does at the page, whatever drives the browser: playwright knows today's browsers, the puppeteer of their
// time the old ones. Things are found by what the page calls them, as a screen reader would say it.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";
import type { Page as OldPage } from "puppeteer-core";

import { eventually } from "../form.ts";

export interface Desk {
  /** Presses a button, a menu or a link; in a part of the page, where that says which of several is meant. */
  press(name: string, within?: Part): Promise<void>;
  /** Writes a text into a field, in place of what it held. */
  write(field: string, text: string): Promise<void>;
  /** What a field holds; empty where there is none. */
  read(field: string): Promise<string>;
  /** What is said of a field when it is read out. */
  told(field: string): Promise<string>;
  /** Waits until words are to be seen. */
  sees(words: string): Promise<void>;
  /** Presses a button that hands over a file, and gives what is in it. */
  take(name: string): Promise<string>;
}

/** A part of the page: an item of a list with these words. */
export interface Part {
  readonly saying: string;
}

/** What both drivers have in common. */
interface Driver {
  evaluate<T>(work: () => T): Promise<T>;
  evaluateHandle<T, A>(work: (argument: A) => T, argument: A): Promise<{ asElement(): Handle | null }>;
  keyboard: { type(text: string): Promise<void>; press(key: string): Promise<void> };
}

interface Handle {
  click(): Promise<void>;
  evaluate<T>(work: (element: Element) => T | Promise<T>): Promise<T>;
}

const TARGET = fileURLToPath(new URL("../../../target/", import.meta.url));

export function deskOf(page: Page): Desk {
  return desk(page as unknown as Driver, async (press) => {
    const download = page.waitForEvent("download");
    await press();
    return readFileSync((await (await download).path()) ?? "", "utf8");
  });
}

export function oldDeskOf(page: OldPage): Desk {
  return desk(page as unknown as Driver, async (press) => {
    mkdirSync(TARGET, { recursive: true });
    const folder = mkdtempSync(join(TARGET, "taken-"));
    const session = await page.target().createCDPSession();
    await session.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
    await press();
    const files = () => (existsSync(folder) ? readdirSync(folder) : []);
    await eventually(() => files().filter((name) => name.endsWith(".json")).length).toBe(1);
    return readFileSync(join(folder, files()[0] ?? ""), "utf8");
  });
}

function desk(driver: Driver, take: (press: () => Promise<void>) => Promise<string>): Desk {
  const found = async (wanted: Wanted): Promise<Handle | null> =>
    (await driver.evaluateHandle(find, wanted)).asElement();
  const element = async (wanted: Wanted): Promise<Handle> => {
    let handle: Handle | null = null;
    await eventually(async () => (handle = await found(wanted)) !== null, `${wanted.name}`).toBe(true);
    return handle ?? Promise.reject(new Error(`${wanted.name} is gone`));
  };
  const click = async (wanted: Wanted): Promise<Handle> => {
    const handle = await element(wanted);
    // A report that arrives moves what stands below it; playwright waits for that by itself, puppeteer does not.
    await handle.evaluate(standStill);
    await handle.click();
    return handle;
  };
  const press = async (name: string, within?: Part): Promise<void> =>
    void (await click({ kinds: "button, summary, a[href]", name, saying: within?.saying ?? "" }));
  const fieldOf = (name: string): Wanted => ({ kinds: "textarea, select, input", name, saying: "" });
  const ask = async (name: string, question: (element: Element) => string): Promise<string> => {
    const handle = await found(fieldOf(name));
    return handle === null ? "" : handle.evaluate(question);
  };
  return {
    press,
    write: async (name, text) => {
      const field = await click(fieldOf(name));
      await field.evaluate((box) => (box as HTMLTextAreaElement).select());
      if (text === "") await driver.keyboard.press("Delete");
      else await driver.keyboard.type(text);
      await driver.keyboard.press("Tab");
    },
    read: (name) => ask(name, (box) => (box as HTMLTextAreaElement).value),
    told: (name) =>
      ask(name, (box) => {
        const ids = (box.getAttribute("aria-describedby") ?? "").split(" ");
        return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
      }),
    sees: async (words) => {
      const seen = () => driver.evaluate(() => document.body.innerText);
      // Compared here, lest a failure print the whole page.
      await eventually(async () => (await seen()).includes(words), words).toBe(true);
    },
    take: (name) => take(() => press(name)),
  };
}

interface Wanted {
  readonly kinds: string;
  readonly name: string;
  readonly saying: string;
}

/** Runs in the page, in browsers of 2020 as well. */
function find({ kinds, name, saying }: Wanted): Element | null {
  const called = (element: Element) => {
    const label = (element as HTMLTextAreaElement).labels?.[0]?.textContent;
    return (element.getAttribute("aria-label") || label || element.textContent || "").replace(/\s+/g, " ").trim();
  };
  const isMeant = (element: Element) =>
    called(element) === name &&
    element.getClientRects().length > 0 &&
    (saying === "" || (element.closest("li")?.textContent ?? "").includes(saying));
  return Array.from(document.querySelectorAll(kinds)).find(isMeant) ?? null;
}

/** Runs in the page: brings an element into view and waits until it stays where it is for some frames. */
function standStill(element: Element): Promise<void> {
  element.scrollIntoView({ block: "center" });
  return new Promise((done) => {
    let [top, still] = [Number.NaN, 0];
    const look = (): void => {
      const before = top;
      top = element.getBoundingClientRect().top;
      still = top === before ? still + 1 : 0;
      if (still < 5) requestAnimationFrame(look);
      else done();
    };
    look();
  });
}
