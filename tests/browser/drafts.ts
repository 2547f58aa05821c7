// How the tests work with drafts, look into their store and spoil it.

import type { Locator, Page } from "playwright-core";

import { type Form, eventually, field } from "./form.ts";

export interface StoredDraft {
  readonly id: string;
  readonly name?: string;
  readonly format: number;
  readonly counter: number;
  readonly savedAt: number;
  readonly table: {
    readonly project: { readonly name: string };
    readonly applicant: { readonly name: string };
    readonly indicators: readonly unknown[];
  };
  readonly judged?: { readonly ruleset: string; readonly findings: readonly unknown[] };
}

/** The drafts in the store, the last one first. */
export async function storedDrafts(page: Page): Promise<StoredDraft[]> {
  const drafts = (await records(page, "drafts")) as StoredDraft[];
  return drafts.sort((a, b) => b.counter - a.counter);
}

export function storedSnapshots(page: Page): Promise<{ readonly table: StoredDraft["table"] }[]> {
  return records(page, "snapshots") as Promise<{ readonly table: StoredDraft["table"] }[]>;
}

function records(page: Page, store: string): Promise<unknown[]> {
  return page.evaluate(
    (store) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open("target-table");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains(store)) return resolve([]);
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => {
            database.close();
            resolve(request.result);
          };
        };
      }),
    store,
  );
}

/** Puts a record into the store of drafts as it is, the way another version of the page or a fault would. */
export function putRecord(page: Page, record: unknown): Promise<void> {
  return page.evaluate(
    (record) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("target-table");
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction("drafts", "readwrite");
          transaction.objectStore("drafts").put(record);
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    record,
  );
}

/** Fills in a field and waits until the last draft holds it. */
export async function fill(page: Page, applicant: string): Promise<void> {
  await field(page, "申报单位").fill(applicant);
  await eventually(async () => (await storedDrafts(page))[0]?.table.applicant.name).toBe(applicant);
}

export async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole("button", { name: "检查", exact: true }).waitFor();
}

export function status(page: Page, text: string | RegExp) {
  return page.getByRole("status").getByText(text);
}

/** Opens the list of drafts and returns its items. */
export async function listDrafts(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "草稿", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "草稿" });
  await dialog.waitFor();
  return dialog.getByRole("list", { name: "草稿", exact: true }).getByRole("listitem");
}

/** Asks for a change of the document, as any part of the form does. */
export function change(page: Page, patch: readonly object[]): Promise<void> {
  return page.evaluate((patch) => {
    const event = Object.assign(new Event("tt-patch"), { patch, then: {} });
    document.querySelector("target-table-form")?.dispatchEvent(event);
  }, patch);
}

/** Opens the form again in the same profile, as another tab. */
export async function openTab({ page, url }: Form): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(url);
  await tab.getByRole("button", { name: "检查", exact: true }).waitFor();
  return tab;
}

/** Whether the browser would ask before the page is left. */
export function warnsBeforeLeaving(page: Page): Promise<boolean> {
  return page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
}

export const TABLE = {
  schemaVersion: "1",
  project: { name: "示范项目" },
  applicant: { name: "某市金融工作局" },
  support: { amount: "330", unit: "万元" },
  periods: [{ id: "annual", kind: "annual", label: "年度目标", goal: "发放贷款贴息。" }],
  indicators: [{ category: "output", dimension: "quantity", name: "补助用户", unit: "家", targets: { annual: "120" } }],
};

export const DRAFT = {
  format: 1,
  id: "d1",
  counter: 100,
  savedAt: Date.now(),
  table: TABLE,
  exposure: { all: true, fields: [] },
};
