import { type TemplateResult, html, nothing } from "lit";

import { blankTable, isBlank } from "../blank";
import { carrier } from "../changes";
import { edit } from "../edits";
import { check, hasAnswered } from "../engine";
import {
  EVERYTHING,
  type Exposure,
  type FindingsByField,
  NOTHING_YET,
  added,
  byField,
  carryExposure,
  carryFindings,
  leave,
  shown,
} from "../findings";
import { type Sentence, saveFile } from "../files";
import { Printing } from "../paper/print";
import type { Pointer } from "../pointer";
import { oneAtATime } from "../one-at-a-time";
import { DEFAULT_PROFILE, profileOf } from "../profiles";
import { type Readings, learn, targetCells, withReadings } from "../readings";
import { type Share, readingLines, shares } from "../shares";
import { type Turn, turnBack, turnForth } from "../history";
import { type State, open, start, step } from "../state";
import { fieldOf } from "../table-layout";
import type { Finding, Lang, Report, Table } from "../types";
import { WORDS, type Words } from "../words";
import { Address } from "./address";
import {
  type Action,
  ActionEvent,
  AnswerEvent,
  BlankEvent,
  EditEvent,
  ExampleEvent,
  FixEvent,
  GoEvent,
  LeaveEvent,
  OpenEvent,
  PatchEvent,
  ProfileEvent,
  RefuseEvent,
  WhyEvent,
} from "./events";
import { goTo, goToDrawn } from "./go";
import { listen } from "./keyboard";
import type { FindingsPanel } from "./findings-panel";
import { FormDrafts } from "./form-drafts";
import { LightElement } from "./light";
import type { TableOpener } from "./opener";
import type { TablePaster } from "./paster";

/** The whole form: holds the document, decides when to check, and lets its parts draw what came of it. */
export class TargetTableForm extends LightElement {
  static override properties = {
    state: { state: true },
    language: { state: true },
    report: { state: true },
    exposure: { state: true },
    readings: { state: true },
    profile: { state: true },
    notice: { state: true },
    problem: { state: true },
  };
  declare protected state: State;
  declare protected language: Lang;
  declare protected report: Report | undefined;
  declare protected exposure: Exposure;
  declare protected readings: Readings;
  /** The id of the profile by which the table is checked. */
  declare protected profile: string;
  declare protected notice: Sentence | undefined;
  declare protected problem: Sentence | undefined;

  /** The table as a file or an example holds it, or blank: what closing the page would not lose. */
  #kept: Table;
  /** The findings as they were last drawn. */
  #fields: FindingsByField = new Map();
  /** The table that was last given to the engine. */
  #checked: Table | undefined;
  /** The table that the report is about. */
  #reported: Table | undefined;
  /** Counts the checks, because only the answer to the last one still counts. */
  #checks = 0;
  /** Counts the visits to fields, because undo takes back one visit at a time. */
  #visits = 0;
  /** What is drawn of the readings; it is worked out again only when they change, and not at each key. */
  #shares: ReadonlyMap<Pointer, Share> = new Map();
  #lines: ReadonlyMap<Pointer, string> = new Map();
  #stopKeys = (): void => {};
  readonly #drafts: FormDrafts;
  readonly #address = new Address(this, () => this.state.table);

  constructor() {
    super();
    this.state = start(blankTable());
    this.#kept = this.state.table;
    this.language = "zh";
    this.exposure = NOTHING_YET;
    this.readings = new Map();
    this.profile = DEFAULT_PROFILE.id;
    new Printing(this, () => ({
      table: this.state.table,
      language: this.language,
      report: this.#reportOfNow,
      isChecked: this.exposure.all,
    }));
    this.#drafts = new FormDrafts(this, {
      shown: () => ({
        table: this.state.table,
        exposure: this.exposure,
        report: this.#reportOfNow,
        language: this.language,
        isInFile: this.state.table === this.#kept,
        profile: this.profile,
      }),
      show: (table, exposure, said, profile = "") => {
        this.profile = profileOf(profile).id;
        this.#put(start(table), exposure, said);
        // The address may name a field that only this table has.
        this.#address.openSoon();
      },
      say: (said) => {
        this.notice = said;
      },
    });
    this.addEventListener(EditEvent.type, (event) => this.#edit(event as EditEvent));
    this.addEventListener(LeaveEvent.type, (event) => this.#leave(event as LeaveEvent));
    this.addEventListener(GoEvent.type, (event) => this.#go(event as GoEvent));
    this.addEventListener(WhyEvent.type, (event) => void this.#panel()?.explain((event as WhyEvent).finding));
    this.addEventListener(AnswerEvent.type, (event) => void this.#panel()?.answer((event as AnswerEvent).finding));
    this.addEventListener(FixEvent.type, (event) => this.#panel()?.showFix((event as FixEvent).finding));
    this.addEventListener(ProfileEvent.type, (event) => this.#checkBy((event as ProfileEvent).profile));
    this.addEventListener(BlankEvent.type, (event) => void this.#openBlank((event as BlankEvent).profile));
    this.addEventListener(PatchEvent.type, (event) => void this.#patch(event as PatchEvent));
    this.addEventListener(ActionEvent.type, (event) => void this.#act((event as ActionEvent).action));
    this.addEventListener(ExampleEvent.type, (event) => this.#opener()?.openExample((event as ExampleEvent).example));
    this.addEventListener(OpenEvent.type, (event) => {
      const { table, name, isOwn } = event as OpenEvent;
      this.#show(table, EVERYTHING, name, isOwn);
    });
    this.addEventListener(RefuseEvent.type, (event) => this.#refuse((event as RefuseEvent).problem));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("beforeunload", this.#warn);
    this.#stopKeys = listen(this, { table: () => this.state.table, findings: () => this.#shown });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("beforeunload", this.#warn);
    this.#stopKeys();
  }

  get #words(): Words {
    return WORDS[this.language];
  }

  /** The report, where it is of the table as it is now. */
  get #reportOfNow(): Report | undefined {
    return this.#reported === this.state.table ? this.report : undefined;
  }

  get #shown(): readonly Finding[] {
    return shown(this.state.table, this.report?.findings ?? [], this.exposure);
  }

  // Editing

  #edit({ at, text, composing }: EditEvent): void {
    this.state = step(this.state, edit(this.state.table, at, text), `${at} ${this.#visits}`);
    if (composing) return;
    // A defect vanishes as soon as it is mended; a cell without one is left in peace until it is finished.
    if (this.#fields.has(at)) void this.#recheck();
    if (this.readings.has(at)) void this.#read([at]);
  }

  #leave({ at }: LeaveEvent): void {
    this.#visits += 1;
    if (this.state.table === this.#checked) return;
    this.exposure = leave(this.exposure, at);
    void this.#recheck();
    void this.#read(targetCells(this.state.table));
  }

  #replace(state: State): void {
    this.#visits += 1;
    const carry = carrier(this.state.table, state.table);
    if (this.report !== undefined) {
      this.report = { ...this.report, findings: carryFindings(this.report.findings, carry) };
    }
    this.exposure = carryExposure(this.exposure, carry);
    this.readings = withReadings(state.table, targetCells(state.table), new Map());
    this.state = state;
    void this.#check();
    void this.#read(targetCells(state.table));
  }

  async #patch({ patch, then }: PatchEvent): Promise<void> {
    if (patch.length > 0) this.#replace(step(this.state, patch));
    if (then.finished !== undefined) {
      this.exposure = then.finished === "all" ? EVERYTHING : then.finished.reduce(leave, this.exposure);
    }
    if (then.said !== undefined) {
      this.notice = then.said;
      this.problem = undefined;
    }
    const { field } = then;
    if (field !== undefined) await goToDrawn(this, fieldOf(this.state.table, field) ?? field);
  }

  async #turn({ state, said, field }: Turn): Promise<void> {
    if (state !== this.state) this.#replace(state);
    this.notice = said;
    if (field !== undefined) await goToDrawn(this, field);
  }

  #go({ field, said }: GoEvent): void {
    if (said !== undefined) this.notice = said;
    this.#address.follow(field);
  }

  // Checking

  readonly #check = oneAtATime(async (answered) => {
    const { table } = this.state;
    this.#checked = table;
    this.#checks += 1;
    const turn = this.#checks;
    const take = (report: Report): void => {
      if (turn === this.#checks) {
        const findings = carryFindings(report.findings, carrier(table, this.state.table));
        this.report = { ...report, findings };
        this.#reported = table;
      }
      if (this.notice === engineComing) this.notice = undefined;
      answered();
    };
    try {
      take(await check(table, { lang: this.language, profile: this.profile }, take));
    } catch {
      this.problem = (words) => words.engineFailed;
    }
  });

  /** Checks what an edit changed, and says it: the fields that it concerns may be out of sight. */
  async #recheck(): Promise<void> {
    const before = this.#shown;
    await this.#check();
    const gone = added(this.#shown, before);
    const come = added(before, this.#shown);
    if (gone + come > 0) this.notice = (words) => words.changes(gone, come);
  }

  async #read(cells: readonly Pointer[]): Promise<void> {
    try {
      await learn(this.state.table, cells);
      this.readings = withReadings(this.state.table, cells, this.readings);
    } catch {
      // A reading is an aside; that the engine is missing is said by the check.
    }
  }

  async #checkAll(): Promise<void> {
    this.exposure = EVERYTHING;
    this.problem = undefined;
    this.notice = hasAnswered() ? undefined : engineComing;
    await this.#check();
    await this.updateComplete;
    this.#panel()?.focusSummary();
  }

  #checkBy(profile: string): void {
    this.profile = profile;
    void this.#check();
  }

  #panel(): FindingsPanel | null {
    return this.querySelector<FindingsPanel>("tt-findings");
  }

  // Files

  async #act(action: Action): Promise<void> {
    switch (action) {
      case "blank":
        return this.#openBlank(this.profile);
      case "open-file":
        return this.#opener()?.chooseFiles();
      case "save":
        return this.#save();
      case "copy-table":
        return this.querySelector<TablePaster>("tt-paster")?.copyTable();
      case "undo":
        return this.#turn(turnBack(this.state));
      case "redo":
        return this.#turn(turnForth(this.state));
      case "print":
        return this.#print();
      case "check":
        return this.#checkAll();
      case "language":
        return this.#switchLanguage();
    }
  }

  /** Opens a table that may be the applicant's own, from a file, or one to look at. */
  #show(table: Table, exposure: Exposure, name: Sentence, isOwn: boolean): void {
    const before = this.state.table;
    const isReplacement = before !== this.#kept;
    this.#put(open(this.state, table), exposure, (words) => {
      return words.opened(name(words)) + (isReplacement ? words.undoToReturn : "");
    });
    this.#kept = this.state.table;
    this.#drafts.opened(before, isOwn);
  }

  #put(state: State, exposure: Exposure, said: Sentence): void {
    this.report = this.problem = undefined;
    this.#replace(state);
    this.exposure = exposure;
    this.notice = said;
  }

  async #openBlank(profile: string): Promise<void> {
    this.profile = profile;
    this.#show(blankTable(profileOf(profile)), NOTHING_YET, (words) => words.blank, false);
    await this.updateComplete;
    goTo("/project/name");
  }

  #refuse(problem: Sentence): void {
    this.problem = problem;
    this.notice = undefined;
  }

  #save(): void {
    const name = saveFile(this.state.table, this.#words.fileName);
    this.#kept = this.state.table;
    this.problem = undefined;
    this.notice = (words) => words.saved(name);
  }

  /** The sheet carries the check code of just what stands on it. */
  async #print(): Promise<void> {
    if (this.#reported !== this.state.table) await this.#check();
    window.print();
  }

  #opener(): TableOpener | null {
    return this.querySelector<TableOpener>("tt-opener");
  }

  #switchLanguage(): void {
    this.language = this.language === "zh" ? "en" : "zh";
    // The findings are worded by the engine; those of a draft come again when there were some.
    if (this.report !== undefined) void this.#check();
  }

  readonly #warn = (event: BeforeUnloadEvent): void => {
    const { table } = this.state;
    if (table === this.#kept || this.#drafts.holds(table)) return;
    event.preventDefault();
    // Chromium before 119 asks only when this is set.
    event.returnValue = "";
  };

  // Drawing

  protected override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    const { table } = this.state;
    const before = (changed.get("state") as State | undefined)?.table ?? table;
    const hasMoved = before.periods !== table.periods || before.indicators.length !== table.indicators.length;
    if (!hasMoved && !changed.has("readings") && !changed.has("language")) return;
    this.#shares = shares(table, this.readings);
    this.#lines = readingLines(table, this.readings, this.#shares, this.language);
  }

  protected override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    // Setting the language, even to what it was, makes the browser style the whole page again.
    if (!changed.has("language")) return;
    document.documentElement.lang = this.#words.lang;
    document.title = this.#words.title;
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const findings = this.#shown;
    const { table, past, future } = this.state;
    this.#fields = byField(table, findings, this.#fields);
    return html`
      <a class="skip" href="#/project/name" @click=${skipTo}>${words.skipToTable}</a>
      <header class="masthead">
        <h1>${words.title}</h1>
        ${this.#drafts.line()}
        <tt-toolbar .language=${this.language} .canUndo=${past.length > 0} .canRedo=${future.length > 0}></tt-toolbar>
      </header>
      <main>
        ${this.#isStart ? html`<tt-start .words=${words}></tt-start>` : nothing}
        <div role="status">${this.#message()}</div>
        <div role="alert">
          ${this.problem === undefined ? nothing : html`<p class="message problem">${this.problem(words)}</p>`}
        </div>
        ${this.#drafts.notices()}
        <div class="desk">
          <tt-findings
            .table=${table}
            .findings=${findings}
            .summary=${this.exposure.all ? this.report?.summary : undefined}
            .profile=${this.profile}
            .language=${this.language}
          ></tt-findings>
          <tt-sheet
            .table=${table}
            .findings=${this.#fields}
            .readings=${this.#lines}
            .shares=${this.#shares}
            .words=${words}
          ></tt-sheet>
        </div>
      </main>
      ${this.#drafts.refused()}
      <tt-footer .language=${this.language}></tt-footer>
      <tt-opener .language=${this.language}></tt-opener>
      <tt-paster .table=${table} .language=${this.language}></tt-paster>
    `;
  }

  /** Nothing has been typed or opened yet. */
  get #isStart(): boolean {
    return this.state.past.length === 0 && isBlank(this.state.table);
  }

  #message(): TemplateResult | typeof nothing {
    if (this.problem !== undefined) return nothing;
    if (this.notice !== undefined) return html`<p class="message notice">${this.notice(this.#words)}</p>`;
    if (this.#isStart) return nothing;
    return html`<p class="message">${this.#words.intro}</p>`;
  }
}

const engineComing: Sentence = (words) => words.engineComing;

function skipTo(event: Event): void {
  event.preventDefault();
  goTo("/project/name");
}
