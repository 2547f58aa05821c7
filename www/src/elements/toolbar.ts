import { type TemplateResult, html } from "lit";

import type { Lang } from "../types";
import { WORDS } from "../words";
import { type Action, ActionEvent, ExampleEvent } from "./events";
import { LightElement } from "./light";

/** How many tables of the annex come with the page. */
const EXAMPLES = 5;

export class TableToolbar extends LightElement {
  static override properties = {
    language: {},
    canUndo: { type: Boolean },
    canRedo: { type: Boolean },
  };
  declare language: Lang;
  declare canUndo: boolean;
  declare canRedo: boolean;

  protected override render(): TemplateResult {
    const words = WORDS[this.language];
    const examples = Array.from({ length: EXAMPLES }, (_, index) => index + 1);
    return html`
      <div class="toolbar" role="group" aria-label=${words.toolbar}>
        <details class="menu" @keydown=${this.#escape} @focusout=${this.#focusOut}>
          <summary>${words.open}</summary>
          <div class="menu-items">
            ${this.#button("open-file", words.openFile)} ${this.#button("blank", words.blank)}
            <p id="examples">${words.examples}</p>
            <ul aria-labelledby="examples">
              ${examples.map(
                (example) =>
                  html`<li>
                    <button type="button" @click=${() => this.#choose(new ExampleEvent(example))}>
                      ${words.exampleNames[example - 1]}
                    </button>
                  </li>`,
              )}
            </ul>
          </div>
        </details>
        ${this.#button("save", words.save)} ${this.#button("copy-table", WORDS[this.language].paste.copyTable)}
        ${this.#button("undo", words.undo, !this.canUndo)} ${this.#button("redo", words.redo, !this.canRedo)}
        ${this.#button("print", words.print)}
        <button
          type="button"
          class="language"
          lang=${words.otherLang}
          @click=${() => this.#choose(new ActionEvent("language"))}
        >
          ${words.otherLanguage}
        </button>
        <button type="button" class="primary" @click=${() => this.#choose(new ActionEvent("check"))}>
          ${words.check}
        </button>
      </div>
    `;
  }

  #button(action: Action, text: string, disabled = false): TemplateResult {
    return html`<button type="button" ?disabled=${disabled} @click=${() => this.#choose(new ActionEvent(action))}>
      ${text}
    </button>`;
  }

  #choose(event: Event): void {
    const menu = this.#menu();
    if (menu?.open) {
      menu.open = false;
      // The button that had the focus is gone from view.
      menu.querySelector("summary")?.focus();
    }
    this.dispatchEvent(event);
  }

  #escape(event: KeyboardEvent): void {
    const menu = this.#menu();
    if (event.key !== "Escape" || !menu?.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }

  #focusOut(event: FocusEvent): void {
    const menu = this.#menu();
    if (menu !== null && event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
  }

  #menu(): HTMLDetailsElement | null {
    return this.querySelector("details");
  }
}
