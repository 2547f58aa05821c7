import { type TemplateResult, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { fix } from "../engine";
import { type Group, type Shown, count, grouped, key } from "../findings";
import { changes } from "../fixes";
import type { Sentence } from "../files";
import type { Patch } from "../patch";
import { PROFILES, profileOf } from "../profiles";
import { type Aspect, blanks } from "../progress";
import { fieldOf, nameOf } from "../table-layout";
import type { Finding, Lang, Summary, Table } from "../types";
import { WORDS, type Words } from "../words";
import { type JudgeWords, judgeWords } from "../words/judge";
import { PatchEvent, ProfileEvent } from "./events";
import { FindingItem } from "./finding-item";
import { type Preview, fixDialog } from "./fix-dialog";
import { LightElement } from "./light";
import { aspectsPicture, filledPicture } from "./progress";

/** The result of the check: the verdict, how far the table is, and each finding with the way to its field. */
export class FindingsPanel extends LightElement {
  static override properties = {
    table: { attribute: false },
    findings: { attribute: false },
    summary: { attribute: false },
    profile: {},
    language: {},
    aspect: { state: true },
    isOrdered: { state: true },
    isOpen: { state: true },
    preview: { state: true },
  };
  declare table: Table;
  declare findings: readonly Shown[];
  /** The engine's judgement; missing until the whole table has been checked. */
  declare summary: Summary | undefined;
  /** The id of the profile by which the table is checked. */
  declare profile: string;
  declare language: Lang;
  /** The aspect whose findings alone are shown. */
  declare protected aspect: Aspect | undefined;
  /** Whether the list says what to mend first. */
  declare protected isOrdered: boolean;
  /** On a phone the result is a bar at the foot of the page until it is opened. */
  declare protected isOpen: boolean;
  declare protected preview: Preview | undefined;

  /** The key of the finding in which the focus is: an item that moves to another group takes the focus with it. */
  #focused: string | undefined;

  constructor() {
    super();
    this.profile = "";
    this.language = "zh";
    this.isOrdered = this.isOpen = false;
    this.addEventListener("focusout", (event) => {
      const isOutside = event.relatedTarget instanceof Node && !this.contains(event.relatedTarget);
      if (isOutside) this.isOpen = false;
    });
  }

  get #words(): Words {
    return WORDS[this.language];
  }

  get #judge(): JudgeWords {
    return judgeWords(this.#words);
  }

  /** Takes the focus to the summary, where the list begins. */
  focusSummary(): void {
    this.isOpen = true;
    this.querySelector<HTMLElement>("#result")?.focus();
  }

  /** Opens the page of a finding's rule in the list. */
  async explain(finding: Finding): Promise<void> {
    await (await this.#item(finding))?.explain();
  }

  /** Opens the form for a warning's answer in the list, for somebody who comes from its field. */
  async answer(finding: Finding): Promise<void> {
    await (await this.#item(finding))?.answer(true);
  }

  /** Shows what a finding's fix would change. */
  showFix({ fix, at }: Finding): void {
    if (fix == null) return;
    const field = fieldOf(this.table, at);
    this.#show(fix.title, fix.patch, fix.choice === true, () =>
      this.dispatchEvent(new PatchEvent(fix.patch, field === undefined ? {} : { field })),
    );
  }

  async #showAllFixes(): Promise<void> {
    const { table } = this;
    let applied: readonly Finding[];
    try {
      ({ applied } = await fix(JSON.stringify(table), { lang: this.language, profile: this.profile }));
    } catch {
      return this.#say((words) => words.engineFailed);
    }
    if (table !== this.table) return;
    if (applied.length === 0) return this.#say((words) => judgeWords(words).fixesGone);
    const patch = applied.flatMap((finding): Patch => finding.fix?.patch ?? []);
    const said: Sentence = (words) => judgeWords(words).fixed(applied.length);
    this.#show(this.#judge.fixAll(applied.length), patch, false, () => {
      this.dispatchEvent(new PatchEvent(patch, { said }));
      this.focusSummary();
    });
  }

  #say(said: Sentence): void {
    this.dispatchEvent(new PatchEvent([], { said }));
  }

  #show(title: string, patch: Patch, isChoice: boolean, apply: () => void): void {
    this.preview = { title, changes: changes(this.table, patch, this.#words), isChoice, apply };
  }

  /** The item of a finding, brought into view. */
  async #item(finding: Finding): Promise<FindingItem | undefined> {
    this.isOpen = true;
    this.isOrdered = false;
    this.aspect = undefined;
    await this.updateComplete;
    return this.#items().find((item) => key(item.finding) === key(finding));
  }

  #items(): readonly FindingItem[] {
    return Array.from(this.querySelectorAll<FindingItem>("tt-finding"));
  }

  protected override willUpdate(): void {
    const item = document.activeElement?.closest<FindingItem>("tt-finding");
    this.#focused = item == null ? undefined : key(item.finding);
  }

  protected override updated(): void {
    if (this.#focused === undefined || document.activeElement !== document.body) return;
    const moved = this.#items().find((item) => key(item.finding) === this.#focused);
    void moved?.updateComplete.then(() => moved.focusActions());
  }

  protected override render(): TemplateResult {
    return html`
      <section class="findings ${this.isOpen ? "is-open" : ""}" aria-labelledby="result">
        ${this.#head()}
        <div class="findings-body">
          ${this.#profileChoice()}
          <div class="pictures" role="group" aria-label=${this.#judge.progress}>
            ${filledPicture(this.table, profileOf(this.profile), this.#words)}
            ${
              this.#isJudged
                ? aspectsPicture(this.findings, this.aspect, this.#words, (aspect) => (this.aspect = aspect))
                : nothing
            }
          </div>
          ${this.#tools()} ${this.isOrdered && this.#isJudged ? this.#order() : this.#groups()}
        </div>
      </section>
      ${this.preview === undefined ? nothing : fixDialog(this.preview, this.#words, () => (this.preview = undefined))}
    `;
  }

  get #isJudged(): boolean {
    return this.summary !== undefined || this.findings.length > 0;
  }

  #head(): TemplateResult {
    const words = this.#words;
    const { errors, warnings, infos, answered } = count(this.findings);
    return html`<div class="findings-head">
      <h2 id="result" tabindex="-1">
        ${
          this.summary === undefined
            ? html`<span class="verdict verdict-draft">${words.notChecked}</span>`
            : html`<span class="verdict verdict-${this.summary.verdict}">${words.verdicts[this.summary.verdict]}</span>`
        }
        ${
          this.#isJudged
            ? html`<span class="counts"
                >${unbroken(words.counts(errors, warnings, infos))}${answered > 0 ? this.#judge.answeredCount(answered) : ""}</span
              >`
            : nothing
        }
      </h2>
      <p class="progress">${words.left(blanks(this.table))}</p>
      <button
        type="button"
        class="small findings-toggle"
        aria-expanded=${this.isOpen ? "true" : "false"}
        aria-describedby="result"
        @click=${() => (this.isOpen = !this.isOpen)}
      >
        ${this.isOpen ? this.#judge.hideResult : this.#judge.showResult}
      </button>
    </div>`;
  }

  #profileChoice(): TemplateResult {
    const chosen = profileOf(this.profile);
    return html`<p class="profile">
      <label for="profile">${this.#judge.checkedBy}</label>
      <select
        id="profile"
        title=${chosen.title[this.language]}
        @change=${(event: Event) => this.dispatchEvent(new ProfileEvent((event.target as HTMLSelectElement).value))}
      >
        ${PROFILES.map(
          ({ id }) => html`<option value=${id} ?selected=${id === chosen.id}>${this.#judge.profiles[id]}</option>`,
        )}
      </select>
    </p>`;
  }

  /** Mending all at once, and the order of the list; a draft that was never checked has neither. */
  #tools(): TemplateResult | typeof nothing {
    if (this.summary === undefined) return nothing;
    const judge = this.#judge;
    const fixable = this.findings.filter((finding) => finding.fix != null && finding.fix.choice !== true).length;
    const order = (word: string, isOrdered: boolean): TemplateResult =>
      html`<button
        type="button"
        aria-pressed=${this.isOrdered === isOrdered ? "true" : "false"}
        @click=${() => (this.isOrdered = isOrdered)}
      >
        ${word}
      </button>`;
    return html`
      ${
        fixable > 1
          ? html`<p class="fix-all">
              <button type="button" class="small" @click=${() => void this.#showAllFixes()}>
                ${judge.fixAll(fixable)}
              </button>
            </p>`
          : nothing
      }
      ${
        this.findings.length > 1
          ? html`<div class="switch" role="group" aria-label=${judge.order}>
              ${order(judge.bySeverity, false)} ${order(judge.byOrder, true)}
            </div>`
          : nothing
      }
    `;
  }

  #order(): TemplateResult {
    return html`<tt-order
      .table=${this.table}
      .summary=${this.summary}
      .profile=${this.profile}
      .language=${this.language}
    ></tt-order>`;
  }

  #groups(): TemplateResult {
    const words = this.#words;
    const list = this.findings.filter(({ aspect }) => this.aspect === undefined || this.aspect === aspect);
    const isSound = this.summary !== undefined && this.findings.length === 0;
    return html`
      ${isSound ? html`<p class="sound">${words.noFindings}</p>` : nothing}
      ${
        this.aspect === undefined
          ? nothing
          : html`<p class="only">
              ${this.#judge.onlyAspect(this.#judge.aspects[this.aspect])}
              <button type="button" class="link" @click=${() => (this.aspect = undefined)}>
                ${this.#judge.allAspects}
              </button>
              ${list.length === 0 ? html`<br />${this.#judge.noneOfAspect}` : nothing}
            </p>`
      }
      ${repeat(
        grouped(list),
        ([group]) => group,
        ([group, findings]) => this.#group(group, findings),
      )}
    `;
  }

  #group(group: Group, findings: readonly Finding[]): TemplateResult {
    const words = this.#words;
    const name = group === "answered" ? this.#judge.answered : words.severities[group];
    return html`
      <p class="group-title" aria-hidden="true">${name} <span class="group-count">${findings.length}</span></p>
      <ol class="finding-list" aria-label="${words.result}：${name}">
        ${repeat(
          findings,
          key,
          (finding) => html`
            <li class="finding finding-${group}">
              <tt-finding
                .finding=${finding}
                .table=${this.table}
                .place=${nameOf(this.table, finding.at, words)}
                .field=${fieldOf(this.table, finding.at)}
                .language=${this.language}
              ></tt-finding>
            </li>
          `,
        )}
      </ol>
    `;
  }
}

/** A count and what it counts stay on one line. */
function unbroken(counts: string): TemplateResult[] {
  const parts = counts.match(/[^，,]+(，|, )?/g) ?? [];
  return parts.map((part) => html`<span class="unbroken">${part}</span>`);
}
