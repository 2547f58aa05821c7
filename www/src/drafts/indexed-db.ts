// Drafts in the browser's IndexedDB, without a library: a request becomes a promise in a few lines, and a write needs
// the transaction itself for its durability and for a commit that does not wait for the page.

import type { Draft, Snapshot } from "./draft";
import { type DraftStore, MOST_SNAPSHOTS, Refused } from "./store";

const DRAFTS = "drafts";
const SNAPSHOTS = "snapshots";
const VERSION = 1;

/** Counters of sound drafts; keys of any other kind are a damaged draft's. */
const COUNTERS = (): IDBKeyRange => IDBKeyRange.bound(0, Number.MAX_SAFE_INTEGER - 1);

/** The store of that name in this browser. It is opened when it is first needed, and again when it was lost. */
export function indexedDbStore(name: string): DraftStore {
  let opened: Promise<IDBDatabase> | undefined;

  const database = (): Promise<IDBDatabase> => {
    const lose = (): void => {
      opened = undefined;
    };
    opened = opened ?? openDatabase(name, lose);
    opened.catch(lose);
    return opened;
  };

  const read = async <T>(store: string, request: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    refusing(async () => answer(request((await database()).transaction(store).objectStore(store))));

  const write = async <T>(work: (drafts: IDBObjectStore, snapshots: IDBObjectStore) => Promise<T> | T): Promise<T> =>
    refusing(async () => {
      const transaction = (await database()).transaction([DRAFTS, SNAPSHOTS], "readwrite", { durability: "strict" });
      const done = finished(transaction);
      try {
        const result = await work(transaction.objectStore(DRAFTS), transaction.objectStore(SNAPSHOTS));
        transaction.commit();
        await done;
        return result;
      } catch (error) {
        // What the transaction ends with says why (a full disk shows there); it may have ended already.
        done.catch(() => undefined);
        if (transaction.error !== null) throw transaction.error;
        try {
          transaction.abort();
        } catch {
          // It has ended by itself.
        }
        throw error;
      }
    });

  return {
    all: () => read(DRAFTS, (drafts) => drafts.getAll()),
    last: async () => {
      const cursor = await read(DRAFTS, (drafts) => drafts.index("counter").openCursor(COUNTERS(), "prev"));
      return cursor?.value as unknown;
    },
    get: (id) => read(DRAFTS, (drafts) => drafts.get(id)),
    put: (draft, known, snapshots) =>
      write(async (drafts, earlier) => {
        const [stored, last] = await Promise.all([
          answer(drafts.get(draft.id) as IDBRequest<Draft | undefined>),
          answer(drafts.index("counter").openKeyCursor(COUNTERS(), "prev")),
        ]);
        if (stored !== undefined && stored.counter !== known) return undefined;
        const counter = 1 + ((last?.key as number | undefined) ?? 0);
        drafts.put({ ...draft, ...(stored?.name === undefined ? {} : { name: stored.name }), counter });
        if (snapshots.length > 0) await addSnapshots(earlier, draft.id, snapshots);
        return counter;
      }),
    rename: (id, name) =>
      write(async (drafts) => {
        const stored = await answer(drafts.get(id) as IDBRequest<Draft | undefined>);
        if (stored !== undefined) drafts.put({ ...stored, name });
      }),
    snapshots: (id) => read(SNAPSHOTS, (snapshots) => snapshots.index("draft").getAll(id)),
    remove: (id) =>
      write(async (drafts, snapshots) => {
        drafts.delete(id);
        const keys = await answer(snapshots.index("draft").getAllKeys(id));
        keys.forEach((key) => snapshots.delete(key));
      }),
    restore: (raw, list) =>
      write((drafts, snapshots) => {
        drafts.put(raw);
        list.forEach((snapshot) => snapshots.put(snapshot));
      }),
  };
}

async function addSnapshots(store: IDBObjectStore, draft: string, snapshots: readonly Snapshot[]): Promise<void> {
  snapshots.forEach((snapshot) => store.add(snapshot));
  const keys = await answer(store.index("draft").getAllKeys(draft));
  keys.slice(0, Math.max(0, keys.length - MOST_SNAPSHOTS)).forEach((key) => store.delete(key));
}

async function openDatabase(name: string, lose: () => void): Promise<IDBDatabase> {
  if (typeof indexedDB === "undefined" || indexedDB === null) throw new Refused("missing");
  const database = await openRequest(indexedDB.open(name, VERSION)).catch((error: unknown) => {
    // A newer page has written here; its drafts say for themselves whether they can be read.
    if (nameOf(error) === "VersionError") return openRequest(indexedDB.open(name));
    throw error;
  });
  database.onclose = lose;
  database.onversionchange = () => {
    // A newer page wants to change the store.
    database.close();
    lose();
  };
  return database;
}

function openRequest(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  request.onupgradeneeded = () => {
    const database = request.result;
    database.createObjectStore(DRAFTS, { keyPath: "id" }).createIndex("counter", "counter");
    // Keys that count on keep the order of the snapshots whatever the clock does.
    database.createObjectStore(SNAPSHOTS, { keyPath: "key", autoIncrement: true }).createIndex("draft", "draft");
  };
  return answer(request);
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Refused("refused"));
  });
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(nameOf(error) === "QuotaExceededError" ? "full" : "refused");
  }
}

function nameOf(error: unknown): string {
  return error instanceof Object && "name" in error ? String(error.name) : "";
}
