// Answers to warnings: the applicant's reasons, which stand in the table and travel with its file.

import type { Patch } from "./patch";
import type { Finding, Table } from "./types";

/** The most characters that the format has room for in a reason. */
export const LONGEST_REASON = 1000;

/** A fingerprint is `identity-value`; what a warning is about keeps its identity when the text changes. */
const IDENTITY = 17;

type Answers = NonNullable<Table["answers"]>;

/** Only a warning can be answered: an error has to be mended, and a remark asks for nothing. */
export function isAnswerable({ severity, fingerprint }: Finding): boolean {
  return severity === "warning" && fingerprint != null;
}

/** Gives findings the same reason, whether they had one before or not. */
export function answer(table: Table, findings: readonly Finding[], reason: string): Patch {
  const given = findings.map(({ rule, fingerprint }) => ({ rule, fingerprint: fingerprint ?? "", reason }));
  return replaced(table, [...without(table, findings), ...given]);
}

/** Takes the reasons of findings away. */
export function drop(table: Table, findings: readonly Finding[]): Patch {
  return replaced(table, without(table, findings));
}

/** The answers of others than these findings. A stale answer has its finding's identity, a current one all of it. */
function without(table: Table, findings: readonly Finding[]): Answers {
  const concerns = ({ rule, fingerprint, answer }: Finding, other: Answers[number]): boolean => {
    const length = answer?.state === "stale" ? IDENTITY : Infinity;
    return rule === other.rule && (fingerprint ?? "").slice(0, length) === other.fingerprint.slice(0, length);
  };
  return (table.answers ?? []).filter((other) => !findings.some((finding) => concerns(finding, other)));
}

function replaced({ answers }: Table, value: Answers): Patch {
  if (value.length === 0) return answers === undefined ? [] : [{ op: "remove", path: "/answers" }];
  const json = value.map(({ rule, fingerprint, reason }) => ({ rule, fingerprint, reason }));
  return [{ op: answers === undefined ? "add" : "replace", path: "/answers", value: json }];
}
