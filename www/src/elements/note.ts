// A finding beside the field that it is about, in the same words as in the list.

import { type TemplateResult, html } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { key } from "../findings";
import type { Pointer } from "../pointer";
import type { Finding, Severity } from "../types";
import type { Words } from "../words";
import { WhyEvent } from "./events";

/** The word is what tells; the shape drawn before it by the stylesheet helps those who scan. */
export function severityMark(severity: Severity, words: Words): TemplateResult {
  return html`<strong class="severity severity-${severity}">${words.severities[severity]}</strong>`;
}

export function noteId(field: Pointer, index: number): string {
  return `${field}:note-${index}`;
}

export function notes(field: Pointer, findings: readonly Finding[], words: Words): TemplateResult {
  return html`${repeat(
    findings,
    key,
    (finding, index) => html`
      <div class="note note-${finding.severity}">
        <p id=${noteId(field, index)}>${severityMark(finding.severity, words)} ${finding.message}</p>
        <button
          type="button"
          class="link"
          aria-label="${words.why}: ${finding.message}"
          @click=${(event: Event) => event.target?.dispatchEvent(new WhyEvent(finding, "field"))}
        >
          ${words.why}
        </button>
      </div>
    `,
  )}`;
}

export function isInvalid(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity !== "info");
}

/** The ids of the notes and of whatever else describes a field, for aria-describedby. */
export function descriptions(field: Pointer, findings: readonly Finding[], others: readonly string[]): string {
  return [...findings.map((_, index) => noteId(field, index)), ...others].join(" ");
}
