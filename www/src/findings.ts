// What of a report is shown, where, and what changed since the report before.

import type { Carry } from "./changes";
import type { Pointer } from "./pointer";
import { fieldOf, fields } from "./table-layout";
import type { Finding, Table } from "./types";

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

/** The findings of a report when the rows they are about have moved, until the next report comes. */
export function carryFindings(findings: readonly Finding[], carry: Carry): Finding[] {
  return findings.flatMap((finding) => {
    const at = carry(finding.at);
    if (at === undefined) return [];
    return at === finding.at ? [finding] : [{ ...finding, at }];
  });
}

export function shown(table: Table, findings: readonly Finding[], exposure: Exposure): readonly Finding[] {
  const exposed = findings.filter(({ at }) => {
    const field = fieldOf(table, at);
    return exposure.all || (field !== undefined && exposure.fields.has(field));
  });
  return oncePerField(table, exposed);
}

/** The rows of a merged cell are one field on the page, so what is said of each of them is said once, with one fix. */
function oncePerField(table: Table, findings: readonly Finding[]): readonly Finding[] {
  const said = new Map<string, Finding>();
  for (const finding of findings) {
    const words = [finding.rule, fieldOf(table, finding.at) ?? finding.at, finding.span?.start, finding.message].join(
      "\n",
    );
    const first = said.get(words);
    said.set(words, first === undefined ? finding : withFixOf(first, finding));
  }
  return Array.from(said.values());
}

function withFixOf(first: Finding, other: Finding): Finding {
  if (first.fix == null || other.fix == null) return first;
  return { ...first, fix: { title: first.fix.title, patch: [...first.fix.patch, ...other.fix.patch] } };
}

/** What a finding is known by from one report to the next. */
export function key({ rule, at, span }: Finding): string {
  return `${rule} ${at} ${span?.start ?? ""}`;
}

export type FindingsByField = ReadonlyMap<Pointer, readonly Finding[]>;

/** The findings of each field. A field whose findings are the same as before keeps its list, and need not be redrawn. */
export function byField(table: Table, findings: readonly Finding[], before: FindingsByField): FindingsByField {
  const fields = new Map<Pointer, Finding[]>();
  for (const finding of findings) {
    const field = fieldOf(table, finding.at);
    if (field === undefined) continue;
    const others = fields.get(field);
    if (others === undefined) fields.set(field, [finding]);
    else others.push(finding);
  }
  return new Map(Array.from(fields, ([field, list]) => [field, unlessNew(list, before.get(field))]));
}

function unlessNew(list: readonly Finding[], before: readonly Finding[] | undefined): readonly Finding[] {
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
  readonly warnings: number;
  readonly infos: number;
}

export function count(findings: readonly Finding[]): Counts {
  const of = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return { errors: of("error"), warnings: of("warning"), infos: of("info") };
}

/** How many of the official table's fields are still blank. */
export function blanks(table: Table): number {
  const texts = [
    table.project.name,
    table.applicant.name,
    table.support.amount,
    ...table.periods.map(({ goal }) => goal),
    ...table.indicators.map(({ name }) => name),
    ...table.indicators.map(({ targets }) =>
      Object.keys(targets)
        .map((id) => targets[id])
        .join(""),
    ),
  ];
  return texts.filter((text) => (text ?? "").trim() === "").length;
}
