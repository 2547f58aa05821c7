import { type TemplateResult, html } from "lit";

import { PROFILES } from "../profiles";
import type { Words } from "../words";
import { judgeWords } from "../words/judge";
import { ActionEvent, BlankEvent, ExampleEvent } from "./events";
import { LightElement } from "./light";

/** The first visit in one glance: three ways to begin. It goes away with the first thing that is typed or opened. */
export class StartPanel extends LightElement {
  static override properties = { words: { attribute: false } };
  declare words: Words;

  protected override render(): TemplateResult {
    const judge = judgeWords(this.words);
    return html`
      <section class="start" aria-labelledby="start">
        <div class="start-head">
          <h2 id="start">${judge.start}</h2>
          <p>${judge.startPrivate}</p>
        </div>
        <ul class="start-ways">
          <li>
            <h3>${judge.startBlank}</h3>
            <p>${judge.startBlankHint}</p>
            <p class="start-buttons">
              ${PROFILES.map(
                ({ id, title }) => html`
                  <button
                    type="button"
                    class="small"
                    title=${title[this.words.lang === "en" ? "en" : "zh"]}
                    @click=${() => this.dispatchEvent(new BlankEvent(id))}
                  >
                    ${judge.profiles[id]}
                  </button>
                `,
              )}
            </p>
          </li>
          <li>
            <h3>${judge.startOpen}</h3>
            <p>${judge.startOpenHint}</p>
            <p class="start-buttons">
              <button type="button" class="small" @click=${() => this.dispatchEvent(new ActionEvent("open-file"))}>
                ${judge.startOpenButton}
              </button>
            </p>
          </li>
          <li>
            <h3>${judge.startExample}</h3>
            <p>${judge.startExampleHint}</p>
            <p class="start-buttons">
              <button type="button" class="small" @click=${() => this.dispatchEvent(new ExampleEvent(1))}>
                ${judge.startExampleButton}
              </button>
            </p>
          </li>
        </ul>
      </section>
    `;
  }
}
