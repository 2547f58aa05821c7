import { type TemplateResult, html, nothing } from "lit";

import { keysHere } from "../keys";
import { LightElement } from "./light";

export interface MenuItem {
  readonly text: string;
  /** What the item is called where its text alone would not say it. */
  readonly label?: string;
  /** The keys that do the same. */
  readonly keys?: string;
  readonly isOff?: boolean;
  /** The event that does it; the menu sends it up to the form. */
  readonly choose: () => Event;
}

export interface MenuGroup {
  readonly heading?: string;
  /** The items are shown only when the heading is pressed. */
  readonly isFolded?: boolean;
  readonly items: readonly MenuItem[];
}

/** A small menu beside the row that it is about. Its items are worked out when it is opened, and only then drawn. */
export class TableMenu extends LightElement {
  static override properties = {
    about: {},
    word: {},
    items: { attribute: false },
    isOpen: { state: true },
    unfolded: { state: true },
  };
  /** What the menu is about; the button and every item are named after it. */
  declare about: string;
  /** What the button says where there is room for words. */
  declare word: string;
  declare items: () => readonly MenuGroup[];
  declare protected isOpen: boolean;
  /** The heading of the folded group that was opened. */
  declare protected unfolded: string;

  constructor() {
    super();
    this.about = this.word = this.unfolded = "";
    this.items = () => [];
    this.isOpen = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close(false);
  }

  protected override render(): TemplateResult {
    const name = `${this.about} ${this.word}`;
    return html`
      <button
        type="button"
        class="menu-button"
        aria-label=${name}
        aria-expanded=${this.isOpen ? "true" : "false"}
        title=${name}
        @click=${() => void this.#toggle()}
        @keydown=${this.#openByArrow}
      >
        <span class="menu-word" aria-hidden="true">${this.word}</span><span class="dots" aria-hidden="true"></span>
      </button>
      ${
        this.isOpen
          ? html`<div
              class="menu-panel"
              role="group"
              aria-label=${name}
              @keydown=${this.#key}
              @focusout=${this.#focusOut}
            >
              ${this.items().map((group) => this.#group(group))}
            </div>`
          : nothing
      }
    `;
  }

  #group({ heading, isFolded = false, items }: MenuGroup): TemplateResult {
    const isOpen = !isFolded || this.unfolded === heading;
    return html`<div class="menu-group">
      ${heading === undefined ? nothing : isFolded ? this.#fold(heading) : html`<p aria-hidden="true">${heading}</p>`}
      ${isOpen ? items.map((item) => this.#item(item)) : nothing}
    </div>`;
  }

  #fold(heading: string): TemplateResult {
    const isOpen = this.unfolded === heading;
    return html`<button
      type="button"
      class="menu-fold"
      aria-label="${this.about} ${heading}"
      aria-expanded=${isOpen ? "true" : "false"}
      @click=${() => void this.#unfold(isOpen ? "" : heading)}
    >
      <span>${heading}</span>
    </button>`;
  }

  #item({ text, label = text, keys, isOff = false, choose }: MenuItem): TemplateResult {
    const shown = keys === undefined ? [] : [keysHere(keys)];
    return html`<button
      type="button"
      aria-label=${[this.about, label, ...shown].join(" ")}
      ?disabled=${isOff}
      @click=${() => this.#choose(choose)}
    >
      <span>${text}</span> ${shown.map((combination) => html`<kbd>${combination}</kbd>`)}
    </button>`;
  }

  async #toggle(): Promise<void> {
    if (this.isOpen) return this.#close(true);
    this.isOpen = true;
    document.addEventListener("pointerdown", this.#pointOutside);
    await this.updateComplete;
    this.#buttons()[0]?.focus();
    this.#show();
  }

  async #unfold(heading: string): Promise<void> {
    this.unfolded = heading;
    await this.updateComplete;
    this.#show();
  }

  #show(): void {
    this.querySelector(".menu-panel")?.scrollIntoView({ block: "nearest" });
  }

  #close(takesFocusBack: boolean): void {
    this.isOpen = false;
    this.unfolded = "";
    document.removeEventListener("pointerdown", this.#pointOutside);
    if (takesFocusBack) this.querySelector("button")?.focus();
  }

  #choose(choose: () => Event): void {
    const event = choose();
    this.#close(true);
    this.dispatchEvent(event);
  }

  #openByArrow = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" || this.isOpen || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    void this.#toggle();
  };

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = this.#buttons();
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % buttons.length,
      ArrowUp: (at + buttons.length - 1) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const next = to[event.key];
    if (next !== undefined) buttons[next]?.focus();
    else if (event.key === "Escape") this.#close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #focusOut(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && !this.contains(event.relatedTarget)) this.#close(false);
  }

  readonly #pointOutside = (event: Event): void => {
    if (event.target instanceof Node && !this.contains(event.target)) this.#close(false);
  };

  #buttons(): HTMLButtonElement[] {
    return Array.from(this.querySelectorAll<HTMLButtonElement>(".menu-panel button:not(:disabled)"));
  }
}
