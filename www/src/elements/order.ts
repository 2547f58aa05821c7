import { type TemplateResult, html, nothing } from "lit";

import { check } from "../engine";
import { EVERYTHING, shown } from "../findings";
import { legible } from "../legible";
import { oneAtATime } from "../one-at-a-time";
import { fieldOf } from "../table-layout";
import type { Finding, Lang, Report, Summary, Table } from "../types";
import { WORDS } from "../words";
import { judgeWords } from "../words/judge";
import { FixEvent, GoEvent } from "./events";
import { LightElement } from "./light";

type Step = NonNullable<Report["steps"]>[number];

/** Where to begin: the places in the order in which mending them settles most. Asked for only where it is looked at. */
export class MendingOrder extends LightElement {
  static override properties = {
    table: { attribute: false },
    summary: { attribute: false },
    profile: {},
    language: {},
    report: { state: true },
    hasFailed: { state: true },
  };
  declare table: Table;
  /** The summary of the last report: the order is worked out again with each report, and not at each key. */
  declare summary: Summary | undefined;
  declare profile: string;
  declare language: Lang;
  declare protected report: Report | undefined;
  declare protected hasFailed: boolean;

  constructor() {
    super();
    this.profile = "";
    this.language = "zh";
    this.hasFailed = false;
  }

  protected override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has("summary") || changed.has("profile") || changed.has("language")) void this.#ask();
  }

  readonly #ask = oneAtATime(async () => {
    try {
      this.report = await check(this.table, { lang: this.language, profile: this.profile, steps: true });
      this.hasFailed = false;
    } catch {
      this.hasFailed = true;
    }
  });

  protected override render(): TemplateResult {
    const words = judgeWords(WORDS[this.language]);
    const { report } = this;
    if (this.hasFailed) return html`<p>${words.orderFailed}</p>`;
    if (report === undefined) return html``;
    const steps = report.steps ?? [];
    if (steps.length === 0) return html`<p class="sound">${words.orderEmpty}</p>`;
    return html`<ol class="steps" aria-label=${words.byOrder}>
      ${steps.map((step) => html`<li>${this.#step(step, report.findings)}</li>`)}
    </ol>`;
  }

  #step(step: Step, all: readonly Finding[]): TemplateResult {
    const field = fieldOf(this.table, step.at);
    const settled = step.findings.flatMap((index) => all[index] ?? []);
    return html`
      <p>
        ${
          field === undefined
            ? legible(step.words)
            : html`<a
                href="#${field}"
                @click=${(event: Event) => {
                  event.preventDefault();
                  this.dispatchEvent(new GoEvent(field));
                }}
                >${legible(step.words)}</a
              >`
        }
      </p>
      <ul aria-label=${judgeWords(WORDS[this.language]).stepFindings}>
        ${shown(this.table, settled, EVERYTHING).map((finding) => html`<li>${finding.message} ${this.#fix(finding)}</li>`)}
      </ul>
    `;
  }
  #fix(finding: Finding): TemplateResult | typeof nothing {
    if (finding.fix == null) return nothing;
    return html`<button type="button" class="link" @click=${() => this.dispatchEvent(new FixEvent(finding))}>
      ${finding.fix.title}
    </button>`;
  }
}
