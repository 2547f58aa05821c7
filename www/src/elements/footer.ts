import { type TemplateResult, html, nothing } from "lit";

import { NEW_VERSION } from "../offline";
import type { Lang } from "../types";
import { WORDS } from "../words";
import { LightElement } from "./light";

/** What stands below the table: what the verdict means, the pages beside this one, and that a newer version waits. */
export class PageFooter extends LightElement {
  static override properties = {
    language: {},
    isOutdated: { state: true },
  };
  declare language: Lang;
  declare protected isOutdated: boolean;

  constructor() {
    super();
    this.language = "zh";
    this.isOutdated = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(NEW_VERSION, this.#outdate);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(NEW_VERSION, this.#outdate);
  }

  readonly #outdate = (): void => {
    this.isOutdated = true;
  };

  protected override render(): TemplateResult {
    const words = WORDS[this.language];
    return html`
      <footer>
        <p role="status">${this.isOutdated ? html`<span class="new-version">${words.newVersion}</span>` : nothing}</p>
        <p>${words.footer}</p>
        <nav aria-label=${words.pages}>
          <a href=${words.rulesAddress}>${words.allRules}</a>
          <a href=${words.accessAddress}>${words.access}</a>
          <tt-shortcuts .words=${words}></tt-shortcuts>
        </nav>
      </footer>
    `;
  }
}
