import { type TemplateResult, html, nothing } from "lit";

import type { Changes, Rules, Said, Unreadable } from "../drafts/draft";
import type { Saved } from "../drafts/saver";
import type { Lang } from "../types";
import { WORDS } from "../words";
import { DRAFT_WORDS } from "../words/drafts";
import { judgeWords } from "../words/judge";
import { type DraftAction, DraftEvent } from "./events";
import { LightElement } from "./light";

/** What has to be known about the draft, and stays to be read until it is settled. */
export class DraftNotices extends LightElement {
  static override properties = {
    saved: { attribute: false },
    unreadable: { attribute: false },
    changes: { attribute: false },
    language: {},
  };
  declare saved: Saved;
  /** The last draft, when it could not be opened. */
  declare unreadable: Unreadable | undefined;
  declare changes: Changes | undefined;
  declare language: Lang;

  protected override render(): TemplateResult {
    return html`${this.#elsewhere()} ${this.#cannotOpen()} ${this.#rulesChanged()}`;
  }

  #elsewhere(): TemplateResult | typeof nothing {
    if (this.saved.is !== "elsewhere") return nothing;
    const words = DRAFT_WORDS[this.language];
    return html`
      <section class="draft-notice warning" role="alert">
        <p>${words.elsewhere}</p>
        <div class="draft-actions">
          ${this.#button(words.takeOver, { do: "take-over" }, true)}
          ${this.#button(words.saveAsNew, { do: "save-as-new" })}
        </div>
      </section>
    `;
  }

  #cannotOpen(): TemplateResult | typeof nothing {
    if (this.unreadable === undefined) return nothing;
    const words = DRAFT_WORDS[this.language];
    const { id, why, name } = this.unreadable;
    return html`
      <section class="draft-notice problem" role="alert">
        <p>${words.cannotOpen[why](name || words.unnamed)}</p>
        <div class="draft-actions">
          ${this.#button(words.saveFile, { do: "save", id }, true)} ${this.#button(words.dismiss, { do: "dismiss" })}
        </div>
      </section>
    `;
  }

  #rulesChanged(): TemplateResult | typeof nothing {
    if (this.changes === undefined) return nothing;
    const words = DRAFT_WORDS[this.language];
    const { from, to, came, went } = this.changes;
    // The program is named only where it is all that differs.
    const isSameRuleset = from.profile === to.profile && from.ruleset === to.ruleset;
    const nameOf = ({ profile, ruleset, engine }: Rules): string => {
      const name = judgeWords(WORDS[this.language]).profiles[profile] ?? profile;
      return words.rules(name, ruleset, isSameRuleset ? engine : undefined);
    };
    const isCompared = came !== undefined && went !== undefined;
    return html`
      <section class="draft-notice draft-changes">
        <p>
          ${words.rulesChanged(nameOf(from), nameOf(to))}
          ${!isCompared ? words.notCompared : came.length + went.length === 0 ? words.noChange : nothing}
        </p>
        ${list(words.came, came)} ${list(words.went, went)}
        <div class="draft-actions">${this.#button(words.dismiss, { do: "dismiss" })}</div>
      </section>
    `;
  }

  #button(text: string, action: DraftAction, isStrong = false): TemplateResult {
    return html`<button
      type="button"
      class=${isStrong ? "strong" : nothing}
      @click=${() => this.dispatchEvent(new DraftEvent(action))}
    >
      ${text}
    </button>`;
  }
}

function list(heading: (count: number) => string, said: readonly Said[] = []): TemplateResult | typeof nothing {
  if (said.length === 0) return nothing;
  return html`
    <p>${heading(said.length)}</p>
    <ul>
      ${said.map(({ message }) => html`<li>${message}</li>`)}
    </ul>
  `;
}
