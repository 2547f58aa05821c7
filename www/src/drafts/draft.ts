// A draft as it is stored. Whatever a store holds, the answer is a draft or what keeps it from being one.

import { isDrawable } from "../files";
import { type Exposure, NOTHING_YET } from "../findings";
import type { Pointer } from "../pointer";
import { oneLine } from "../table-layout";
import type { Lang, Report, Table } from "../types";

/** The version of what is stored here; a page that changes its meaning counts on. */
export const FORMAT = 1;

export interface Draft {
  readonly format: number;
  readonly id: string;
  /** What the applicant calls it; without that it is known by its project. */
  readonly name?: string;
  /** Greater with every write of any draft: clocks go back, this does not. */
  readonly counter: number;
  /** When it was written, for people to read. */
  readonly savedAt: number;
  readonly table: Table;
  readonly exposure: { readonly all: boolean; readonly fields: readonly Pointer[] };
  readonly judged?: Judged;
}

/** What the rules of its time said of the draft. */
export interface Judged {
  readonly engine: string;
  readonly ruleset: string;
  readonly profile: string;
  readonly lang: Lang;
  /** Which table was judged. */
  readonly digest: string;
  readonly findings: readonly Said[];
}

export interface Said {
  readonly rule: string;
  readonly at: Pointer;
  readonly message: string;
}

/** An earlier state of a draft to go back to. */
export interface Snapshot {
  readonly draft: string;
  readonly savedAt: number;
  readonly table: Table;
}

export interface Unreadable {
  readonly id: string;
  readonly why: "newer" | "damaged";
  /** What it may be called, as far as it can be told. */
  readonly name: string;
  readonly counter: number;
  /** The record as it is stored, to be kept in a file. */
  readonly raw: unknown;
}

export type Stored = { readonly draft: Draft } | { readonly unreadable: Unreadable };

type Fields = Readonly<Record<string, unknown>>;

export function readDraft(raw: unknown): Stored {
  const { id, format, counter, savedAt, name, table, exposure, judged } = fields(raw);
  const order = isCount(counter) ? counter : 0;
  const unreadable = (why: Unreadable["why"]): Stored => ({
    unreadable: { id: id as string, why, counter: order, name: nameOfRaw(raw), raw },
  });
  if (typeof format === "number" && format > FORMAT) return unreadable("newer");
  if (format !== FORMAT || typeof id !== "string" || !isCount(counter) || !isDrawable(table)) {
    return unreadable("damaged");
  }
  const verdict = readJudged(judged);
  return {
    draft: {
      format,
      id,
      counter,
      savedAt: typeof savedAt === "number" ? savedAt : 0,
      table,
      exposure: readExposure(exposure),
      ...(typeof name === "string" && name !== "" ? { name } : {}),
      ...(verdict === undefined ? {} : { judged: verdict }),
    },
  };
}

/** A snapshot that cannot be drawn is left out: the draft itself does not depend on it. */
export function readSnapshots(raws: readonly unknown[]): readonly Snapshot[] {
  return raws.filter((raw): raw is Snapshot => {
    const { draft, savedAt, table } = fields(raw);
    return typeof draft === "string" && typeof savedAt === "number" && isDrawable(table);
  });
}

function readExposure(value: unknown): Draft["exposure"] {
  const { all, fields: shown } = fields(value);
  const isList = Array.isArray(shown) && shown.every((field) => typeof field === "string");
  return { all: all === true, fields: isList ? (shown as Pointer[]) : [] };
}

function readJudged(value: unknown): Judged | undefined {
  const judged = fields(value);
  const texts = ["engine", "ruleset", "profile", "digest"].map((member) => judged[member]);
  const { findings, lang } = judged;
  const isSound = texts.every((text) => typeof text === "string") && (lang === "zh" || lang === "en");
  const isList =
    Array.isArray(findings) &&
    findings.every((said) => ["rule", "at", "message"].every((member) => typeof fields(said)[member] === "string"));
  return isSound && isList ? (value as Judged) : undefined;
}

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function exposureOf({ all, fields: shown }: Draft["exposure"]): Exposure {
  return all || shown.length > 0 ? { all, fields: new Set(shown) } : NOTHING_YET;
}

/** The name that a draft is listed by; blank where it has none yet. */
export function nameOfDraft({ name, table }: { readonly name?: string | undefined; readonly table: Table }): string {
  return name ?? oneLine(table.project.name);
}

function nameOfRaw(raw: unknown): string {
  const { name, table } = fields(raw);
  const projectName = fields(fields(table)["project"])["name"];
  return [name, projectName].find((text): text is string => typeof text === "string") ?? "";
}

/** What decides of a report: remarks come and go with the wording of rules and are none of a draft's business. */
export function judgedBy(report: Report): Judged {
  const { engine, ruleset, profile, lang, digest, findings } = report;
  return {
    engine,
    ruleset,
    profile,
    lang,
    digest: digest ?? "",
    findings: findings
      .filter(({ severity }) => severity !== "info")
      .map(({ rule, at, message }) => ({ rule, at, message })),
  };
}

/** By what a table was judged. */
export type Rules = Pick<Judged, "engine" | "ruleset" | "profile">;

export interface Changes {
  /** The rules of the draft and of today. */
  readonly from: Rules;
  readonly to: Rules;
  /** What came and went; missing where the earlier report was not of this very table. */
  readonly came?: readonly Said[];
  readonly went?: readonly Said[];
}

/** How today's judgement of the same draft differs; `undefined` where the rules are the same. */
export function changesOf(before: Judged, now: Judged): Changes | undefined {
  const isSame = (["engine", "ruleset", "profile"] as const).every((member) => before[member] === now[member]);
  if (isSame) return undefined;
  const rules = { from: before, to: now };
  if (before.digest !== now.digest) return rules;
  return { ...rules, came: without(now.findings, before.findings), went: without(before.findings, now.findings) };
}

function without(list: readonly Said[], others: readonly Said[]): readonly Said[] {
  const key = ({ rule, at, message }: Said): string => [rule, at, message].join("\n");
  const known = new Set(others.map(key));
  return list.filter((said) => !known.has(key(said)));
}
