import { type TemplateResult, html, nothing } from "lit";

import { LONGEST_REASON } from "../answers";
import { clean } from "../state";
import type { JudgeWords } from "../words/judge";
import { LightElement } from "./light";

/** Where a reason is written; nothing is saved until its button is pressed. */
export class AnswerForm extends LightElement {
  static override properties = {
    field: {},
    reason: {},
    words: { attribute: false },
    save: { attribute: false },
    cancel: { attribute: false },
    draft: { state: true },
    problem: { state: true },
  };
  /** The id of the text's field. */
  declare field: string;
  /** The reason that was given before. */
  declare reason: string;
  declare words: JudgeWords;
  declare save: (reason: string) => void;
  declare cancel: () => void;
  declare protected draft: string | undefined;
  declare protected problem: string;

  constructor() {
    super();
    this.field = this.reason = this.problem = "";
  }

  protected override render(): TemplateResult {
    const { field, words } = this;
    const text = this.draft ?? this.reason;
    const left = LONGEST_REASON - Array.from(text).length;
    return html`<div class="answer-form">
      <label for=${field}>${words.reason}</label>
      <textarea
        id=${field}
        rows="3"
        aria-invalid=${this.problem === "" ? "false" : "true"}
        aria-describedby="${field}:hint ${field}:problem"
        .value=${text}
        @input=${(event: Event) => {
          this.draft = (event.target as HTMLTextAreaElement).value;
          this.problem = "";
        }}
        @keydown=${this.#escape}
      ></textarea>
      <p class="answer-hint" id="${field}:hint">
        <span>${words.reasonHint}</span> <span>${left < 0 ? words.reasonTooLong(-left) : words.room(left)}</span>
      </p>
      <p class="answer-problem" id="${field}:problem" role="alert">${this.problem === "" ? nothing : this.problem}</p>
      <p class="answer-buttons">
        <button type="button" class="small primary" @click=${() => this.#save(text)}>${words.save}</button>
        <button type="button" class="small" @click=${() => this.cancel()}>${words.cancel}</button>
      </p>
    </div>`;
  }

  #save(text: string): void {
    const reason = clean(text).trim();
    const over = Array.from(reason).length - LONGEST_REASON;
    if (reason !== "" && over <= 0) return this.save(reason);
    this.problem = reason === "" ? this.words.reasonMissing : this.words.reasonTooLong(over);
    this.querySelector("textarea")?.focus();
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    this.cancel();
  }
}
