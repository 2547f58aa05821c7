import { type TemplateResult, html, nothing } from "lit";
import { live } from "lit/directives/live.js";

import type { Pointer } from "../pointer";
import type { Finding } from "../types";
import { EditEvent, LeaveEvent } from "./events";
import { LightElement } from "./light";
import { descriptions, isInvalid } from "./note";

export interface ChoiceOption {
  readonly value: string;
  readonly text: string;
}

/**
 * A choice that looks like printed text: the select lies transparent over a text that can wrap, as a select cannot.
 * Its column is too narrow for the notes of its findings, which the sheet draws elsewhere.
 */
export class TableChoice extends LightElement {
  static override properties = {
    at: {},
    value: {},
    text: {},
    label: {},
    options: { attribute: false },
    findings: { attribute: false },
  };
  declare at: Pointer;
  declare value: string;
  /** What is shown; may differ from the chosen option's text where the table brings a name of its own. */
  declare text: string;
  declare label: string;
  declare options: readonly ChoiceOption[];
  declare findings: readonly Finding[];

  constructor() {
    super();
    this.at = this.value = this.text = this.label = "";
    this.options = [];
    this.findings = [];
  }

  protected override render(): TemplateResult {
    const described = descriptions(this.at, this.findings, []);
    return html`
      <div class="choice">
        <span class="choice-text" aria-hidden="true">${this.text}</span>
        <select
          id=${this.at}
          aria-label=${this.label}
          aria-invalid=${isInvalid(this.findings) ? "true" : "false"}
          aria-describedby=${described === "" ? nothing : described}
          .value=${live(this.value)}
          @change=${this.#choose}
          @blur=${() => this.dispatchEvent(new LeaveEvent(this.at))}
        >
          ${this.options.map(
            ({ value, text }) => html`<option value=${value} ?selected=${value === this.value}>${text}</option>`,
          )}
        </select>
      </div>
    `;
  }

  #choose(event: Event): void {
    this.dispatchEvent(new EditEvent(this.at, (event.target as HTMLSelectElement).value));
    // A choice is complete at once; waiting for the select to lose focus would hide what it brings about.
    this.dispatchEvent(new LeaveEvent(this.at));
  }
}
