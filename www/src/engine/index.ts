// The engine as the page knows it: a few functions that promise an answer.

import { legible } from "../legible";
import type { Finding, Reading, Report, Table } from "../types";
import type { Answer, Cell, Options, Request } from "./messages";

export type { Cell, Options } from "./messages";

/**
 * Checks a table. While the complete engine is on its way, `first` is handed what the first one says: the verdict, the
 * errors and the warnings; remarks and fixes come with the promise.
 */
export function check(table: Table, options: Options, first?: (report: Report) => void): Promise<Report> {
  return checkText(JSON.stringify(table), options, first);
}

/** Checks a table's text as it stands in a file, so that what JSON.parse forgives is found as well. */
export async function checkText(table: string, options: Options, first?: (report: Report) => void): Promise<Report> {
  const [report] = await ask({ call: "check", table, options }, (text) => first?.(reportOf(text)));
  return reportOf(report ?? "");
}

/** A report as it is shown: nothing that its sentences quote can disturb them. */
function reportOf(text: string): Report {
  const report = JSON.parse(text) as Report;
  return { ...report, findings: report.findings.map(legibly) };
}

function legibly(finding: Finding): Finding {
  const { message, fix } = finding;
  const shown = { ...finding, message: legible(message) };
  return fix == null ? shown : { ...shown, fix: { ...fix, title: legible(fix.title) } };
}

/** Applies all fixes that need no human to choose; `applied` are the findings that are mended by it. */
export async function fix(table: string, options: Options): Promise<{ text: string; applied: Finding[] }> {
  const [fixed] = await ask({ call: "fix", table, options });
  return JSON.parse(fixed ?? "") as { text: string; applied: Finding[] };
}

export async function read(cells: readonly Cell[]): Promise<readonly Reading[]> {
  const records = await ask({ call: "read", cells });
  return records.map((record) => JSON.parse(record) as Reading);
}

interface Waiting {
  readonly first: ((text: string) => void) | undefined;
  readonly resolve: (texts: readonly string[]) => void;
  readonly reject: (reason: Error) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let asked = 0;
let answered = false;

/** Whether an engine has arrived; until then a check takes as long as the network does. */
export function hasAnswered(): boolean {
  return answered;
}

/** Asks the worker; the other functions say what may be asked. */
export function ask(request: Request, first?: (text: string) => void): Promise<readonly string[]> {
  asked += 1;
  const id = asked;
  worker = worker ?? start();
  worker.postMessage({ ...request, id });
  return new Promise((resolve, reject) => waiting.set(id, { first, resolve, reject }));
}

function start(): Worker {
  const started = new Worker("worker.js");
  started.onmessage = ({ data }: MessageEvent<Answer>) => {
    const asker = waiting.get(data.id);
    if ("failed" in data) return giveUp(data.failed);
    answered = true;
    if ("first" in data) return asker?.first?.(data.first);
    waiting.delete(data.id);
    asker?.resolve(data.texts);
  };
  started.onerror = (event) => giveUp(event.message);
  return started;
}

/** Nobody who waits will get an answer from an engine that did not load or broke down; the next question starts another. */
function giveUp(reason: string): void {
  worker?.terminate();
  worker = undefined;
  answered = false;
  waiting.forEach(({ reject }) => reject(new Error(reason)));
  waiting.clear();
}
