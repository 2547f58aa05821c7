import { type TemplateResult, html, nothing } from "lit";

import type { Saved } from "../drafts/saver";
import type { Lang } from "../types";
import { DRAFT_WORDS, type DraftWords, when } from "../words/drafts";
import { DraftEvent } from "./events";
import { LightElement } from "./light";

/** The way to the drafts, and beside it, quietly, whether what is on the page is one. */
export class DraftLine extends LightElement {
  static override properties = { saved: { attribute: false }, language: {} };
  declare saved: Saved;
  declare language: Lang;

  protected override render(): TemplateResult {
    const words = DRAFT_WORDS[this.language];
    const state = savedState(this.saved, words);
    return html`
      <div class="draft-line">
        <button type="button" class="draft-button" @click=${() => this.dispatchEvent(new DraftEvent({ do: "list" }))}>
          ${words.drafts}
        </button>
        ${state === "" ? nothing : html`<span class="draft-state draft-${this.saved.is}">${state}</span>`}
      </div>
    `;
  }
}

function savedState(saved: Saved, words: DraftWords): string {
  // What another tab has is not this one's to call saved.
  if (saved.is === "empty" || saved.is === "elsewhere") return "";
  return saved.is === "saved" ? words.saved(when(saved.at, Date.now(), words)) : words.unsaved;
}
