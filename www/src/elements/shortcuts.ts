import { type TemplateResult, html, nothing } from "lit";

import { keysHere } from "../keys";
import type { Words } from "../words";
import { editWords } from "../words/edit";
import { dialog } from "./dialog";
import { LightElement } from "./light";

/** A button with the list of keys behind it. */
export class KeyHelp extends LightElement {
  static override properties = {
    words: { attribute: false },
    isOpen: { state: true },
  };
  declare words: Words;
  declare protected isOpen: boolean;

  constructor() {
    super();
    this.isOpen = false;
  }

  protected override render(): TemplateResult {
    const texts = editWords(this.words);
    return html`
      <button type="button" class="link" @click=${() => (this.isOpen = true)}>${texts.shortcuts}</button>
      ${
        this.isOpen
          ? dialog({
              id: "shortcuts",
              heading: texts.shortcuts,
              close: texts.closeShortcuts,
              body: html`${texts.keys.map(([heading, keys]) => group(heading, keys))}
                <p class="keys-note">${texts.shortcutsNote}</p>`,
              onClose: () => (this.isOpen = false),
            })
          : nothing
      }
    `;
  }
}

function group(heading: string, keys: readonly (readonly [string, string])[]): TemplateResult {
  return html`
    <h3>${heading}</h3>
    <dl class="keys">
      ${keys.map(([combination, what]) => html`<div><dt>${keyCaps(combination)}</dt><dd>${what}</dd></div>`)}
    </dl>
  `;
}

/** Each combination in a frame of its own: Ctrl+Y / Ctrl+Shift+Z. */
function keyCaps(combinations: string): TemplateResult[] {
  return combinations
    .split(" / ")
    .map((combination, index) => html`${index === 0 ? nothing : " / "}<kbd>${keysHere(combination)}</kbd>`);
}
