import { type TemplateResult, html, nothing } from "lit";

import type { Saved } from "../drafts/saver";
import type { Lang } from "../types";
import { DRAFT_WORDS } from "../words/drafts";
import { ActionEvent, DraftEvent } from "./events";
import { LightElement } from "./light";

/** That drafts cannot be kept: it stays in view at the bottom of the window until they can. */
export class DraftRefused extends LightElement {
  static override properties = { saved: { attribute: false }, isInFile: { type: Boolean }, language: {} };
  declare saved: Saved;
  /** Whether what is on the page is in a file as it is, or is nothing that could be lost. */
  declare isInFile: boolean;
  declare language: Lang;

  /** The page leaves room for it where it brings a field into view. */
  protected override updated(): void {
    document.documentElement.classList.toggle("has-draft-refused", this.saved.is === "refused");
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.saved.is !== "refused") return nothing;
    const words = DRAFT_WORDS[this.language];
    return html`
      <section class="draft-notice problem" role="alert">
        <p>${words.refused[this.saved.why]}${this.isInFile ? words.inFile : words.onlyHere}</p>
        <div class="draft-actions">
          <button type="button" class="strong" @click=${() => this.dispatchEvent(new ActionEvent("save"))}>
            ${words.saveFile}
          </button>
          <button type="button" @click=${() => this.dispatchEvent(new DraftEvent({ do: "retry" }))}>
            ${words.retry}
          </button>
        </div>
      </section>
    `;
  }
}
