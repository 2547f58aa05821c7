// A finding beside the field that it is about, in the same words as in the list.

import { type TemplateResult, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { isAnswerable } from "../answers";
import { type Group, groupOf, isAnswered, key } from "../findings";
import type { Pointer } from "../pointer";
import type { Finding } from "../types";
import type { Words } from "../words";
import { judgeWords } from "../words/judge";
import { AnswerEvent, FixEvent, WhyEvent } from "./events";

/** The word is what tells; the shape drawn before it by the stylesheet helps those who scan. */
export function severityMark(group: Group, words: Words): TemplateResult {
  const word = group === "answered" ? judgeWords(words).answered : words.severities[group];
  return html`<strong class="severity severity-${group}">${word}</strong>`;
}

export function noteId(field: Pointer, index: number): string {
  return `${field}:note-${index}`;
}

export function notes(field: Pointer, findings: readonly Finding[], words: Words): TemplateResult {
  return html`${repeat(
    findings,
    key,
    (finding, index) => html`
      <div class="note note-${groupOf(finding)}">
        <p id=${noteId(field, index)}>
          ${severityMark(groupOf(finding), words)} ${finding.message} ${reasonOf(finding, words)}
        </p>
        ${actions(finding, words).map(
          ([word, request]) => html`
            <button
              type="button"
              class="link"
              aria-label="${word}: ${finding.message}"
              @click=${(event: Event) => event.target?.dispatchEvent(request())}
            >
              ${word}
            </button>
          `,
        )}
      </div>
    `,
  )}`;
}

function reasonOf({ answer }: Finding, words: Words): TemplateResult | typeof nothing {
  return answer == null ? nothing : html`<q class="reason">${answer.reason}</q> ${staleMark(answer.state, words)}`;
}

function staleMark(state: "current" | "stale", words: Words): string {
  return state === "stale" ? judgeWords(words).stale : "";
}

function actions(finding: Finding, words: Words): readonly (readonly [string, () => Event])[] {
  const { answer, changeAnswer, choose } = judgeWords(words);
  const { fix } = finding;
  return [
    [words.why, () => new WhyEvent(finding)],
    ...(fix == null
      ? []
      : [[fix.choice === true ? `${fix.title} · ${choose}` : fix.title, () => new FixEvent(finding)] as const]),
    ...(isAnswerable(finding)
      ? [[finding.answer == null ? answer : changeAnswer, () => new AnswerEvent(finding)] as const]
      : []),
  ];
}

/** What is only remarked, or has been answered, leaves a field valid. */
export function isInvalid(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity !== "info" && !isAnswered(finding));
}

/** The ids of the notes and of whatever else describes a field, for aria-describedby. */
export function descriptions(field: Pointer, findings: readonly Finding[], others: readonly string[]): string {
  return [...findings.map((_, index) => noteId(field, index)), ...others].join(" ");
}
