import { type TemplateResult, html, nothing } from "lit";

import { drop, isAnswerable, answer as give } from "../answers";
import { type Shown, groupOf, key, members } from "../findings";
import type { Sentence } from "../files";
import type { Patch } from "../patch";
import type { Pointer } from "../pointer";
import type { Lang, Table } from "../types";
import { WORDS } from "../words";
import { judgeWords } from "../words/judge";
import { FixEvent, GoEvent, PatchEvent } from "./events";
import { LightElement } from "./light";
import { severityMark } from "./note";

/** One finding of the list: where it is, what it says, and what can be done about it. */
export class FindingItem extends LightElement {
  static override properties = {
    finding: { attribute: false },
    // Of the table only the place is drawn, and the table is another one at each key.
    table: { attribute: false, hasChanged: () => false },
    place: { attribute: false },
    field: { attribute: false },
    language: {},
    isExplained: { state: true },
    isAnswering: { state: true },
  };
  declare finding: Shown;
  declare table: Table;
  /** What the place is called that the finding is about. */
  declare place: string;
  /** The field that shows the place, if one does. */
  declare field: Pointer | undefined;
  declare language: Lang;
  declare protected isExplained: boolean;
  declare protected isAnswering: boolean;

  /** Whether the answer was asked for beside the field, to which the focus then goes back. */
  #isFromField = false;

  constructor() {
    super();
    this.place = "";
    this.language = "zh";
    this.isExplained = this.isAnswering = false;
  }

  /** Opens the page of the rule and takes the focus to it. */
  async explain(): Promise<void> {
    this.isExplained = true;
    await this.updateComplete;
    this.focusActions();
  }

  /** Opens the form for the answer and takes the focus there. */
  async answer(isFromField = false): Promise<void> {
    this.isAnswering = true;
    this.#isFromField = isFromField;
    await this.updateComplete;
    this.querySelector("textarea")?.focus();
  }

  focusActions(): void {
    this.querySelector<HTMLElement>(".finding-actions button")?.focus();
  }

  protected override render(): TemplateResult {
    const { finding, isExplained } = this;
    const words = WORDS[this.language];
    return html`
      <p class="finding-place">${severityMark(groupOf(finding), words)} ${this.#link()}</p>
      <p>${finding.message}</p>
      ${this.#answered()}
      <p class="finding-actions">
        <button
          type="button"
          class="link"
          aria-expanded=${isExplained ? "true" : "false"}
          @click=${() => (this.isExplained = !isExplained)}
        >
          ${isExplained ? words.close : words.why}
        </button>
        ${this.#fix()} ${this.#answerButtons()}
      </p>
      ${
        this.isAnswering
          ? html`<tt-answer-form
              .field=${`answer:${key(finding).replace(/\s/g, ":")}`}
              .reason=${finding.answer?.reason ?? ""}
              .words=${judgeWords(words)}
              .save=${(reason: string) => this.#save(give(this.table, members(finding), reason))}
              .cancel=${() => this.#close()}
            ></tt-answer-form>`
          : nothing
      }
      ${isExplained ? html`<tt-rule-page .rule=${finding.rule} .language=${this.language}></tt-rule-page>` : nothing}
    `;
  }

  #link(): TemplateResult {
    const { place, field } = this;
    if (field === undefined) {
      const isAnswer = this.finding.at.startsWith("/answers");
      return html`<span>${isAnswer ? judgeWords(WORDS[this.language]).answers : place}</span>`;
    }
    return html`<a
      href="#${field}"
      @click=${(event: Event) => {
        event.preventDefault();
        this.dispatchEvent(new GoEvent(field));
      }}
      >${place}</a
    >`;
  }

  #answered(): TemplateResult | typeof nothing {
    const { answer } = this.finding;
    if (answer == null) return nothing;
    const { answers, stale } = judgeWords(WORDS[this.language]);
    return html`<div class="answer">
      ${answer.state === "stale" ? html`<p class="answer-stale">${stale}</p>` : nothing}
      <p><b>${answers}</b> <span class="reason">${answer.reason}</span></p>
    </div>`;
  }

  #fix(): TemplateResult | typeof nothing {
    const { fix } = this.finding;
    if (fix == null) return nothing;
    const { choose } = judgeWords(WORDS[this.language]);
    return html`<button type="button" class="link" @click=${() => this.dispatchEvent(new FixEvent(this.finding))}>
      ${fix.title}${fix.choice === true ? html` <span class="choose">${choose}</span>` : nothing}
    </button>`;
  }

  #answerButtons(): TemplateResult | typeof nothing {
    const { finding } = this;
    const words = judgeWords(WORDS[this.language]);
    if (!isAnswerable(finding) || this.isAnswering) return nothing;
    const open = (word: string): TemplateResult =>
      html`<button type="button" class="link" @click=${() => void this.answer()}>${word}</button>`;
    if (finding.answer == null) return open(words.answer);
    const { reason, state } = finding.answer;
    const dropped: Sentence = (all) => judgeWords(all).answerDropped;
    return html`
      ${
        state === "stale"
          ? html`<button
              type="button"
              class="link"
              @click=${() => this.#save(give(this.table, members(finding), reason))}
            >
              ${words.keepAnswer}
            </button>`
          : nothing
      }
      ${open(words.changeAnswer)}
      <button type="button" class="link" @click=${() => this.#save(drop(this.table, members(finding)), dropped)}>
        ${words.dropAnswer}
      </button>
    `;
  }

  #save(patch: Patch, said: Sentence = (all) => judgeWords(all).answerSaved): void {
    const field = this.#isFromField ? this.field : undefined;
    this.#close();
    this.dispatchEvent(new PatchEvent(patch, field === undefined ? { said } : { said, field }));
  }

  /** The form that has the focus goes away. */
  #close(): void {
    this.isAnswering = this.#isFromField = false;
    this.focusActions();
  }
}
