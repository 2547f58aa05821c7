import { type TemplateResult, html } from "lit";

import { type Block, type Inline, parseMarkdown } from "../markdown";
import { exampleLines } from "../rule-example";
import { pageOf } from "../rules";
import type { Lang } from "../types";
import { WORDS } from "../words";
import { judgeWords } from "../words/judge";
import { LightElement } from "./light";

/** The page of a rule, drawn in place under the finding that it explains. */
export class RulePage extends LightElement {
  static override properties = {
    rule: {},
    language: {},
    page: { state: true },
  };
  declare rule: string;
  declare language: Lang;
  declare protected page: string;

  constructor() {
    super();
    this.rule = this.page = "";
    this.language = "zh";
  }

  protected override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has("rule") || changed.has("language")) void this.#load(this.rule, this.language);
  }

  async #load(rule: string, language: Lang): Promise<void> {
    let page: string;
    try {
      page = (await pageOf(rule, language)) ?? WORDS[language].ruleUnknown;
    } catch {
      page = WORDS[language].rulesFailed;
    }
    // Meanwhile another rule or language may have been asked for.
    if (rule === this.rule && language === this.language) this.page = page;
  }

  protected override render(): TemplateResult {
    // A heading right above an example says no more than the example's own caption.
    const blocks = parseMarkdown(this.page);
    const told = blocks.filter(({ kind }, index) => kind !== "heading" || blocks[index + 1]?.kind !== "code");
    const folder = this.language === "en" ? "rules/en" : "rules";
    return html`<div class="rule-page">
      ${told.map((block) => this.#block(block))}
      <p class="rule-link">
        <a href="${folder}/${this.rule}.html" target="_blank" rel="noopener"
          >${judgeWords(WORDS[this.language]).rulePage}</a
        >
      </p>
    </div>`;
  }

  #block(block: Block): TemplateResult {
    switch (block.kind) {
      case "heading":
        // The first heading is the rule's id, which helps in asking about it; the others stand below the result's h2.
        return block.level === 1
          ? html`<p class="rule-id">${inline(block.text)}</p>`
          : html`<h3>${inline(block.text)}</h3>`;
      case "paragraph":
        return html`<p>${inline(block.text)}</p>`;
      case "list":
        return block.ordered
          ? html`<ol>
              ${block.items.map((item) => html`<li>${inline(item)}</li>`)}
            </ol>`
          : html`<ul>
              ${block.items.map((item) => html`<li>${inline(item)}</li>`)}
            </ul>`;
      case "code":
        return this.#code(block);
    }
  }

  #code(block: Block & { kind: "code" }): TemplateResult {
    const words = WORDS[this.language];
    const verdict = block.info.find((word) => word in words.example) ?? "";
    const caption = words.example[verdict] ?? "";
    return html`<figure class="example example-${verdict}">
      <figcaption>${caption}</figcaption>
      ${this.#example(block.text, caption)}
    </figure>`;
  }

  #example(text: string, caption: string): TemplateResult {
    const lines = exampleLines(text, WORDS[this.language]);
    if (lines !== undefined && lines.length > 0) {
      return html`<dl>
        ${lines.map(
          (line) =>
            html`<div>
              <dt>${line.label}</dt>
              <dd>${line.text}</dd>
            </div>`,
        )}
      </dl>`;
    }
    // A region that scrolls must be reachable by keyboard and have a name.
    return html`<pre tabindex="0" role="region" aria-label=${caption || this.rule}><code>${text}</code></pre>`;
  }
}

function inline(parts: Inline): (string | TemplateResult)[] {
  return parts.map(({ kind, text }) => {
    if (kind === "code") return html`<code>${text}</code>`;
    return kind === "strong" ? html`<strong>${text}</strong>` : text;
  });
}
