// How the tests look into the store of drafts, and spoil it.

import type { Page } from "playwright-core";

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
