import { type TemplateResult, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { differences } from "../drafts/differences";
import { type Draft, type Snapshot, type Stored, nameOfDraft } from "../drafts/draft";
import { blanks } from "../progress";
import type { Lang, Table } from "../types";
import { WORDS } from "../words";
import { DRAFT_WORDS, type DraftWords, when } from "../words/drafts";
import { dialog } from "./dialog";
import { type DraftAction, DraftEvent } from "./events";
import { LightElement } from "./light";

/** How many fields are named before the rest is counted. */
const MOST_NAMES = 3;

/** What the dialog shows; `undefined` where the store does not say. */
export interface DraftList {
  readonly drafts: readonly Stored[] | undefined;
  /** The draft on the page, and its earlier states. */
  readonly current: string;
  readonly table: Table;
  readonly snapshots: readonly Snapshot[];
  /** The name of the draft that was taken away last and can be put back. */
  readonly removed: string | undefined;
}

/** The list of drafts, and the earlier states of the one on the page. */
export class DraftsDialog extends LightElement {
  static override properties = { list: { attribute: false }, language: {}, renaming: { state: true } };
  declare list: DraftList;
  declare language: Lang;
  /** The draft whose name is being written. */
  declare protected renaming: string;

  constructor() {
    super();
    this.renaming = "";
  }

  get #words(): DraftWords {
    return DRAFT_WORDS[this.language];
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { drafts, removed } = this.list;
    return dialog({
      id: "drafts",
      heading: words.drafts,
      close: words.close,
      onClose: () => this.#ask({ do: "close" }),
      actions: drafts?.length ? this.#button(words.saveAll, { do: "save-all" }) : html``,
      body: html`
        <p class="drafts-intro">${words.intro}</p>
        <div role="status">
          ${
            removed === undefined
              ? nothing
              : html`<p class="drafts-removed">
                  ${words.removed(removed)}
                  <button type="button" id="draft-put-back" @click=${() => this.#ask({ do: "put-back" })}>
                    ${words.putBack}
                  </button>
                </p>`
          }
        </div>
        ${drafts === undefined ? html`<p>${words.listFailed}</p>` : this.#drafts(drafts)} ${this.#history()}
      `,
    });
  }

  /** The button that had the focus may be gone: it goes to what took its place. */
  protected override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    const before = changed.get("renaming") as string | undefined;
    if (this.renaming !== "" && changed.has("renaming")) this.querySelector<HTMLInputElement>("#draft-name")?.select();
    else if (before) document.getElementById(`draft-rename ${before}`)?.focus();
    const { removed } = (changed.get("list") as DraftList | undefined) ?? this.list;
    if (removed === this.list.removed) return;
    if (this.list.removed !== undefined) document.getElementById("draft-put-back")?.focus();
    else this.querySelector("dialog")?.focus();
  }

  #drafts(drafts: readonly Stored[]): TemplateResult {
    if (drafts.length === 0) return html`<p>${this.#words.none}</p>`;
    return html`<ul class="drafts" aria-label=${this.#words.drafts}>
      ${repeat(
        drafts,
        (stored) => ("draft" in stored ? stored.draft : stored.unreadable).id,
        (stored) => html`<li>${"draft" in stored ? this.#draft(stored.draft) : this.#unreadable(stored)}</li>`,
      )}
    </ul>`;
  }

  #draft(draft: Draft): TemplateResult {
    const words = this.#words;
    const { id, savedAt, table } = draft;
    const name = nameOfDraft(draft) || words.unnamed;
    const isCurrent = id === this.list.current;
    return html`
      <div class="draft-about">
        ${
          this.renaming === id
            ? this.#nameForm(draft)
            : html`<p class="draft-name">
                <bdi>${name}</bdi> ${isCurrent ? html`<span class="draft-current">${words.current}</span>` : nothing}
              </p>`
        }
        <p class="draft-meta">
          ${words.state(when(savedAt, Date.now(), words), table.indicators.length, blanks(table))}
        </p>
      </div>
      <div class="draft-actions">
        ${isCurrent ? nothing : this.#button(words.open, { do: "open", id }, name)}
        <button
          type="button"
          id="draft-rename ${id}"
          aria-label="${words.rename}: ${name}"
          @click=${() => {
            this.renaming = id;
          }}
        >
          ${words.rename}
        </button>
        ${this.#button(words.duplicate, { do: "duplicate", id }, name)}
        ${isCurrent ? nothing : this.#button(words.remove, { do: "remove", id }, name)}
      </div>
    `;
  }

  #unreadable({ unreadable: { id, why, name } }: Exclude<Stored, { draft: Draft }>): TemplateResult {
    const words = this.#words;
    const shown = name || words.unnamed;
    return html`
      <div class="draft-about">
        <p class="draft-name"><bdi>${shown}</bdi></p>
        <p class="draft-meta">${words.unreadable[why]}</p>
      </div>
      <div class="draft-actions">
        ${this.#button(words.saveFile, { do: "save", id }, shown)}
        ${this.#button(words.remove, { do: "remove", id }, shown)}
      </div>
    `;
  }

  #nameForm(draft: Draft): TemplateResult {
    const words = this.#words;
    const stop = (): void => {
      this.renaming = "";
    };
    const submit = (event: Event): void => {
      event.preventDefault();
      const name = this.querySelector<HTMLInputElement>("#draft-name")?.value.trim() ?? "";
      if (name !== "") this.#ask({ do: "rename", id: draft.id, name });
      stop();
    };
    // Escape leaves the field and not the whole dialog.
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      stop();
    };
    return html`<form class="draft-name-form" @submit=${submit} @keydown=${escape}>
      <input
        id="draft-name"
        maxlength="100"
        autocomplete="off"
        aria-label=${words.newName}
        .value=${nameOfDraft(draft)}
      />
      <button type="submit">${words.confirm}</button>
      <button type="button" @click=${stop}>${words.cancel}</button>
    </form>`;
  }

  #history(): TemplateResult {
    const words = this.#words;
    const { snapshots } = this.list;
    return html`
      <section class="draft-history" aria-labelledby="draft-history">
        <h3 id="draft-history">${words.history}</h3>
        <p class="draft-meta">${snapshots.length === 0 ? words.noHistory : words.historyIntro}</p>
        <ol class="drafts" aria-labelledby="draft-history">
          ${snapshots.map((snapshot) => {
            const time = when(snapshot.savedAt, Date.now(), words);
            const said = this.#differences(snapshot.table);
            return html`<li>
              <div class="draft-about">
                <p class="draft-name">${time}</p>
                <p class="draft-meta">${said === "" ? words.same : `${words.since}${said}`}</p>
              </div>
              ${
                said === ""
                  ? nothing
                  : html`<div class="draft-actions">
                      ${this.#button(words.goBack, { do: "go-back", to: snapshot }, time)}
                    </div>`
              }
            </li>`;
          })}
        </ol>
      </section>
    `;
  }

  /** What the table on the page has that an earlier state had not; blank where they are the same. */
  #differences(before: Table): string {
    const words = this.#words;
    const { fields, added, removed } = differences(before, this.list.table, WORDS[this.language]);
    const names = fields.slice(0, MOST_NAMES);
    return [
      names.length > 0 ? words.fields(names, fields.length - names.length) : "",
      added[0] !== undefined ? words.added(added.length, added[0]) : "",
      removed[0] !== undefined ? words.gone(removed.length, removed[0]) : "",
    ]
      .filter((part) => part !== "")
      .join(words.comma);
  }

  #button(text: string, action: DraftAction, of = ""): TemplateResult {
    return html`<button
      type="button"
      aria-label=${of === "" ? nothing : `${text}: ${of}`}
      @click=${() => this.#ask(action)}
    >
      ${text}
    </button>`;
  }

  #ask(action: DraftAction): void {
    this.dispatchEvent(new DraftEvent(action));
  }
}
