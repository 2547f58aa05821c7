// What a fix would change, cell by cell, before it is applied.

import { type TemplateResult, html, nothing } from "lit";

import type { Change } from "../fixes";
import { legible } from "../legible";
import type { Words } from "../words";
import { judgeWords } from "../words/judge";
import { closeAround, dialog } from "./dialog";

export interface Preview {
  readonly title: string;
  readonly changes: readonly Change[];
  /** Whether it is one of several ways to mend, of which somebody has to choose. */
  readonly isChoice: boolean;
  readonly apply: () => void;
}

export function fixDialog(
  { title, changes, isChoice, apply }: Preview,
  words: Words,
  onClose: () => void,
): TemplateResult {
  const judge = judgeWords(words);
  return dialog({
    id: "fix-preview",
    heading: judge.preview,
    close: judge.cancel,
    body: html`
      <p class="fix-title">${title}</p>
      ${isChoice ? html`<p class="fix-choice"><span class="choose">${judge.choose}</span> ${judge.chooseHint}</p>` : nothing}
      <table class="fix-changes">
        <thead>
          <tr>
            <th scope="col">${judge.place}</th>
            <th scope="col">${judge.before}</th>
            <th scope="col">${judge.after}</th>
          </tr>
        </thead>
        <tbody>
          ${changes.map(
            ({ name, before, after }) => html`
              <tr>
                <th scope="row">${name}</th>
                <td class="before">
                  <span class="fix-label" aria-hidden="true">${judge.before}</span>${text("del", before, judge.blank)}
                </td>
                <td class="after">
                  <span class="fix-label" aria-hidden="true">${judge.after}</span>${text("ins", after, judge.blank)}
                </td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `,
    actions: html`<button
      type="button"
      class="primary"
      @click=${(event: Event) => {
        closeAround(event);
        apply();
      }}
    >
      ${judge.apply}
    </button>`,
    onClose,
  });
}

function text(mark: "del" | "ins", value: string, blank: string): TemplateResult {
  if (value === "") return html`<span class="fix-blank">${blank}</span>`;
  return mark === "del" ? html`<del>${legible(value)}</del>` : html`<ins>${legible(value)}</ins>`;
}
