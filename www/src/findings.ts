// What of a report is shown, where, and what changed since the report before.

import type { Carry } from "./changes";
import { latest } from "./latest";
import type { Pointer } from "./pointer";
import { fieldOf, fields } from "./table-layout";
import type { Finding, Severity, Table } from "./types";

/** Whose findings are shown: after a check of the whole table everybody's, in a draft only those of finished fields. */
export interface Exposure {
  readonly all: boolean;
  readonly fields: ReadonlySet<Pointer>;
}

export const NOTHING_YET: Exposure = { all: false, fields: new Set() };
export const EVERYTHING: Exposure = { all: true, fields: new Set() };

/** A field that has been filled in and left; a field left blank in a draft is progress and not a defect. */
export function leave(exposure: Exposure, field: Pointer): Exposure {
  return exposure.all || exposure.fields.has(field)
    ? exposure
    : { all: false, fields: new Set([...exposure.fields, field]) };
}

/** The same fields when their rows have moved. */
export function carryExposure(exposure: Exposure, carry: Carry): Exposure {
  const fields = Array.from(exposure.fields).map(carry);
  return { all: exposure.all, fields: new Set(fields.filter((field): field is Pointer => field !== undefined)) };
}

/**
 * The findings of a report when the rows they are about have moved, until the next report comes. A fix is left out
 * meanwhile: it names the rows by where they were.
 */
export function carryFindings(findings: readonly Finding[], carry: Carry): Finding[] {
  return findings.flatMap((finding) => {
    const at = carry(finding.at);
    if (at === undefined) return [];
    return at === finding.at ? [finding] : [{ ...finding, at, fix: null }];
  });
}

export function shown(
  table: Table,
  findings: readonly Finding[] | undefined,
  exposure: Exposure,
): readonly Shown[] {
  if (findings === undefined) return [];
  const isExposed = ({ at }: Finding): boolean => {
    const field = fieldOf(table, at);
    return field !== undefined && exposure.fields.has(field);
  };
  const exposed = exposure.all ? findings : findings.filter(isExposed);
  return oncePerField(table, exposed.map(plainly));
}

/**
 * The message without its place, where that is named as in a file: 申报单位（applicant）的统一社会信用代码（creditCode）. On
 * the page each finding stands beside its field, or has its name above it. What is quoted stays as it was written.
 */
function plainly(finding: Finding): Finding {
  if (finding.aspect !== "structure") return finding;
  const message = finding.message.replace(/^[^“]*的值(?=“)/, "").replace(/(“[^”]*”)|（[A-Za-z]+）/g, "$1");
  return message === finding.message ? finding : { ...finding, message };
}

/** The rows of a merged cell are one field on the page, so what is said of each of them is said once, with one fix. */
function oncePerField(table: Table, findings: readonly Finding[]): readonly Shown[] {
  const said = new Map<string, Shown>();
  for (const finding of findings) {
    const { rule, at, span, message, answer } = finding;
    const words = [rule, fieldOf(table, at) ?? at, span?.start, message, answer?.state].join("\n");
    const first = said.get(words);
    said.set(words, first === undefined ? finding : together(first, finding));
  }
  return Array.from(said.values());
}

/** What is shown as one finding may be several of the report's: one fix mends them all, one answer answers them all. */
export interface Shown extends Finding {
  readonly others?: readonly Finding[];
}

function together(first: Shown, other: Finding): Shown {
  const others = [...(first.others ?? []), other];
  if (first.fix == null || other.fix == null) return { ...first, others };
  return { ...first, others, fix: { ...first.fix, patch: [...first.fix.patch, ...other.fix.patch] } };
}

/** Shows findings time after time; asked the same again it has nothing to do. */
export function shownInTurn(): typeof shown {
  let before: readonly Shown[] = [];
  return latest((table, findings, exposure) => (before = keep(before, shown(table, findings, exposure))));
}

/**
 * What is shown now, with those findings of before that it repeats: each report says everything anew, and what it says as
 * before need not be drawn again.
 */
function keep(before: readonly Shown[], now: readonly Shown[]): readonly Shown[] {
  const [earlier, later] = [new Set(before), new Set(now)];
  const gone = before.filter((finding) => !later.has(finding));
  const repeated = new Map(gone.map((finding) => [JSON.stringify(finding), finding]));
  const kept = now.map((finding) =>
    earlier.has(finding) ? finding : (repeated.get(JSON.stringify(finding)) ?? finding),
  );
  return unlessNew(kept, before);
}

/** The report's findings that are shown as one. */
export function members(finding: Shown): readonly Finding[] {
  return [finding, ...(finding.others ?? [])];
}

/** What a finding is known by from one report to the next. */
export function key({ rule, at, span }: Finding): string {
  return `${rule} ${at} ${span?.start ?? ""}`;
}

export type FindingsByField = ReadonlyMap<Pointer, readonly Finding[]>;

/** The findings of each field. What is the same as before, of a field or of all, stays, and need not be redrawn. */
export function byField(table: Table, findings: readonly Finding[], before: FindingsByField): FindingsByField {
  const fields = new Map<Pointer, Finding[]>();
  for (const finding of findings) {
    const field = fieldOf(table, finding.at);
    if (field === undefined) continue;
    const others = fields.get(field);
    if (others === undefined) fields.set(field, [finding]);
    else others.push(finding);
  }
  const after = Array.from(fields, ([field, list]) => [field, unlessNew(list, before.get(field))] as const);
  const isSame = after.length === before.size && after.every(([field, list]) => list === before.get(field));
  return isSame ? before : new Map(after);
}

function unlessNew<T>(list: readonly T[], before: readonly T[] | undefined): readonly T[] {
  const isSame = before !== undefined && before.length === list.length && before.every((one, at) => one === list[at]);
  return isSame ? before : list;
}

/** The fields that have something to be seen to, in the order of the page; an answered warning has been seen to. */
export function findingFields(table: Table, findings: readonly Finding[]): readonly Pointer[] {
  const open = findings.filter((finding) => !isAnswered(finding));
  const concerned = new Set(open.map(({ at }) => fieldOf(table, at)));
  return fields(table).filter((field) => concerned.has(field));
}

/** Whether the applicant has answered a finding, and the answer is about the table as it is. */
export function isAnswered({ answer }: Finding): boolean {
  return answer?.state === "current";
}

/** How many findings of the later list the earlier one did not have. */
export function added(earlier: readonly Finding[], later: readonly Finding[]): number {
  const known = new Set(earlier.map(key));
  return later.filter((finding) => !known.has(key(finding))).length;
}

export interface Counts {
  readonly errors: number;
  /** Without those that are answered. */
  readonly warnings: number;
  readonly infos: number;
  readonly answered: number;
}

export function count(findings: readonly Finding[]): Counts {
  const of = (group: Group): number => findings.filter((finding) => groupOf(finding) === group).length;
  return { errors: of("error"), warnings: of("warning"), infos: of("info"), answered: of("answered") };
}

/** The findings in the order in which they are to be seen to: what must be mended, what must be explained, the rest. */
export function grouped(findings: readonly Finding[]): readonly (readonly [Group, readonly Finding[]])[] {
  const groups: readonly Group[] = ["error", "warning", "info", "answered"];
  return groups
    .map((group): [Group, readonly Finding[]] => [group, findings.filter((finding) => groupOf(finding) === group)])
    .filter(([, list]) => list.length > 0);
}

export type Group = Severity | "answered";

export function groupOf(finding: Finding): Group {
  return isAnswered(finding) ? "answered" : finding.severity;
}
