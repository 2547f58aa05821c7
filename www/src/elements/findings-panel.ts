import { type TemplateResult, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { blanks, count, key } from "../findings";
import { fieldOf, nameOf } from "../table-layout";
import type { Finding, Lang, Summary, Table } from "../types";
import { WORDS } from "../words";
import { FixEvent, GoEvent, WhyEvent } from "./events";
import { LightElement } from "./light";
import { severityMark } from "./note";

/** The result of the check: the verdict, the counts, and each finding with the way to its field. */
export class FindingsPanel extends LightElement {
  static override properties = {
    table: { attribute: false },
    findings: { attribute: false },
    summary: { attribute: false },
    openFinding: {},
    language: {},
  };
  declare table: Table;
  declare findings: readonly Finding[];
  /** The engine's judgement; missing until the whole table has been checked. */
  declare summary: Summary | undefined;
  /** The key of the finding whose page is open. */
  declare openFinding: string;
  declare language: Lang;

  /** Takes the focus to the summary, where the list begins. */
  focusSummary(): void {
    this.querySelector<HTMLElement>("#result")?.focus();
  }

  /** Takes the focus to a finding in the list. */
  focusFinding(finding: Finding): void {
    document.getElementById(`finding ${key(finding)}`)?.focus();
  }

  protected override render(): TemplateResult {
    const words = WORDS[this.language];
    const { errors, warnings, infos } = count(this.findings);
    const isSound = this.summary !== undefined && this.findings.length === 0;
    return html`
      <section class="findings" aria-labelledby="result">
        <h2 id="result" tabindex="-1">
          ${
            this.summary === undefined
              ? html`<span class="verdict verdict-draft">${words.notChecked}</span>`
              : html`<span class="verdict verdict-${this.summary.verdict}"
                  >${words.verdicts[this.summary.verdict]}</span
                >`
          }
          ${
            this.summary === undefined && this.findings.length === 0
              ? nothing
              : html`<span class="counts">${words.counts(errors, warnings, infos)}</span>`
          }
        </h2>
        <p class="progress">${words.left(blanks(this.table))}</p>
        ${isSound ? html`<p>${words.noFindings}</p>` : nothing}
        <ol class="finding-list" aria-label=${words.result}>
          ${repeat(this.findings, key, (finding) => this.#item(finding))}
        </ol>
      </section>
    `;
  }

  #item(finding: Finding): TemplateResult {
    const words = WORDS[this.language];
    const isOpen = key(finding) === this.openFinding;
    const { fix } = finding;
    return html`
      <li class="finding finding-${finding.severity}">
        <p class="finding-place">${severityMark(finding.severity, words)} ${this.#link(finding)}</p>
        <p>${finding.message}</p>
        <p class="finding-actions">
          <button
            type="button"
            class="link"
            id="finding ${key(finding)}"
            aria-expanded=${isOpen ? "true" : "false"}
            @click=${() => this.dispatchEvent(new WhyEvent(finding, "list"))}
          >
            ${isOpen ? words.close : words.why}
          </button>
          ${
            fix == null
              ? nothing
              : html`<button type="button" class="link" @click=${() => this.dispatchEvent(new FixEvent(finding))}>
                  ${fix.title}
                </button>`
          }
        </p>
        ${isOpen ? html`<tt-rule-page .rule=${finding.rule} .language=${this.language}></tt-rule-page>` : nothing}
      </li>
    `;
  }

  #link(finding: Finding): TemplateResult {
    const field = fieldOf(this.table, finding.at);
    const name = nameOf(this.table, finding.at, WORDS[this.language]);
    if (field === undefined) return html`<span>${name}</span>`;
    return html`<a
      href="#${field}"
      @click=${(event: Event) => {
        event.preventDefault();
        this.dispatchEvent(new GoEvent(field));
      }}
      >${name}</a
    >`;
  }
}
