import { type TemplateResult, html, nothing } from "lit";
import { live } from "lit/directives/live.js";

import type { Pointer } from "../pointer";
import type { Finding } from "../types";
import type { Words } from "../words";
import { EditEvent, LeaveEvent } from "./events";
import { LightElement } from "./light";
import { descriptions, isInvalid, notes } from "./note";
import { shareBar } from "./share-bar";

/**
 * A text field that is as tall as its text. An echo of the text lies under the transparent textarea: it gives the
 * height without measuring and carries the underlines of findings.
 */
export class TableField extends LightElement {
  static override properties = {
    at: {},
    value: {},
    label: {},
    placeholder: {},
    findings: { attribute: false },
    reading: {},
    share: {},
    words: { attribute: false },
    line: { type: Boolean },
    late: { type: Boolean },
    draft: { state: true },
  };
  declare at: Pointer;
  declare value: string;
  declare label: string;
  declare placeholder: string;
  declare findings: readonly Finding[];
  declare reading: string;
  /** How many per cent of this target the one before it is; empty where they cannot be compared. */
  declare share: string;
  declare words: Words;
  /** The text has one line. */
  declare line: boolean;
  /** The text counts only once the field is left: typing in it may merge its cell with a neighbour. */
  declare late: boolean;
  declare protected draft: string | undefined;

  #composing = false;

  constructor() {
    super();
    this.at = this.value = this.label = this.placeholder = this.reading = this.share = "";
    this.findings = [];
    this.line = this.late = false;
  }

  protected override render(): TemplateResult {
    const text = this.draft ?? this.value;
    const readingId = `${this.at}:reading`;
    const described = descriptions(this.at, this.findings, this.reading === "" ? [] : [readingId]);
    // prettier-ignore
    return html`
      <div class="grow">
        <div class="echo" aria-hidden="true">${underlined(text, this.findings)}<br></div>
        <textarea
          id=${this.at}
          rows="1"
          cols="1"
          autocomplete="off"
          spellcheck="false"
          aria-label=${this.label}
          aria-invalid=${isInvalid(this.findings) ? "true" : "false"}
          aria-describedby=${described === "" ? nothing : described}
          placeholder=${this.placeholder === "" ? nothing : this.placeholder}
          .value=${live(text)}
          @input=${this.#type}
          @keydown=${this.#key}
          @compositionstart=${() => { this.#composing = true; }}
          @compositionend=${this.#composed}
          @blur=${this.#leave}
        ></textarea>
      </div>
      ${this.reading === "" ? nothing : html`<p class="reading" id=${readingId}>${this.reading}</p>`}
      ${this.share === "" ? nothing : shareBar(this.share)}
      ${notes(this.at, this.findings, this.words)}
    `;
  }

  #type(event: Event): void {
    const { value } = event.target as HTMLTextAreaElement;
    const text = this.line ? value.replace(/[\r\n]+/g, "") : value;
    if (this.late) this.draft = text;
    else this.dispatchEvent(new EditEvent(this.at, text, this.#composing));
  }

  #composed(event: Event): void {
    this.#composing = false;
    this.#type(event);
  }

  #key(event: KeyboardEvent): void {
    if (this.line && event.key === "Enter" && !event.isComposing) event.preventDefault();
  }

  /** Lets a text count that otherwise would only when the field is left. */
  commit(): void {
    if (this.draft !== undefined) this.dispatchEvent(new EditEvent(this.at, this.draft));
    this.draft = undefined;
  }

  #leave(): void {
    this.commit();
    this.dispatchEvent(new LeaveEvent(this.at));
  }
}

/** The text with the spans of its findings marked; a span that no longer fits the text is left out. */
function underlined(text: string, findings: readonly Finding[]): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let from = 0;
  for (const { span, severity } of [...findings].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))) {
    if (span == null || span.start < from || span.end > text.length) continue;
    parts.push(
      text.slice(from, span.start),
      html`<mark class="mark-${severity}">${text.slice(span.start, span.end)}</mark>`,
    );
    from = span.end;
  }
  return [...parts, text.slice(from)];
}
