import { type TemplateResult, html, nothing } from "lit";

import {
  type ImportedHead,
  type Name,
  importHead,
  importParts,
  importRows,
  importText,
  splitNames,
} from "../engine/documents";
import type { Sentence } from "../files";
import { type Pasted, copy, insert, largest, pastedFrom } from "../paste/clipboard";
import { copied } from "../paste/copy";
import { type Overflow, type Plan, columnsFrom, fill, namesIn, placeOf, putRows, rowAt, textsOf } from "../paste/fill";
import { type HeadPlan, fillHead, isSurelyHead } from "../paste/head";
import { indicatorsFor, strangers } from "../paste/whole";
import type { Json } from "../patch";
import type { Pointer } from "../pointer";
import { inWords } from "../readers/documents";
import { type Rows, widthOf } from "../readers/parts";
import { MOST_INDICATORS } from "../readers/reader";
import { textAt } from "../state";
import { fieldOf } from "../table-layout";
import type { Indicator, Lang, Table } from "../types";
import { WORDS, type Words } from "../words";
import { closeAround, dialog } from "./dialog";
import { PatchEvent, RefuseEvent } from "./events";
import { choice, indicators, leftOut, title, titleOf } from "./found";
import { LightElement } from "./light";
import { changesOf, headChangesOf } from "./paste-preview";

/** Where a paste came from: the place that had the focus, and its field if text can be written there. */
interface Target {
  readonly at: Pointer;
  readonly field: HTMLTextAreaElement | undefined;
}

/** What was pasted, understood and waiting for the applicant to agree. */
type Proposal = { readonly target: Target; readonly notes: readonly Sentence[] } & (
  | { readonly kind: "tables"; readonly tables: readonly Table[]; readonly chosen: number }
  | { readonly kind: "head"; readonly head: ImportedHead }
  | { readonly kind: "rows"; readonly rows: readonly Indicator[]; readonly atEnd: boolean }
  | { readonly kind: "cells"; readonly rows: Rows; readonly names: readonly Name[]; readonly overflow: Overflow }
);

/** Pastes tables and parts of tables out of Word, WPS and Excel, after showing what would change. */
export class TablePaster extends LightElement {
  static override properties = {
    table: { attribute: false },
    language: {},
    proposal: { state: true },
  };
  declare table: Table;
  declare language: Lang;
  declare protected proposal: Proposal | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("paste", this.#paste);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("paste", this.#paste);
  }

  /** Puts the whole table on the clipboard. The official form is Chinese, whatever the language of the page. */
  copyTable(): void {
    const isThere = copy(copied(this.table, WORDS.zh));
    this.dispatchEvent(
      isThere
        ? new PatchEvent([], { said: (words) => words.paste.copied })
        : new RefuseEvent((words) => words.paste.copyFailed),
    );
  }

  readonly #paste = (event: ClipboardEvent): void => {
    const target = targetOf(event.target);
    if (target === undefined || event.clipboardData === null || event.defaultPrevented) return;
    const pasted = pastedFrom(event.clipboardData);
    if (pasted.kind === "too-large") {
      event.preventDefault();
      this.#refuse((words) => words.paste.pasteTooLarge);
    } else if (pasted.kind === "cells") {
      event.preventDefault();
      void this.#understand(pasted, target);
    } else if (target.field !== undefined && pasted.text !== event.clipboardData.getData("text/plain")) {
      event.preventDefault();
      insert(target.field, pasted.text);
    }
  };

  async #understand(pasted: Pasted & { kind: "cells" }, target: Target): Promise<void> {
    try {
      const proposal = await this.#proposal(pasted, target);
      if (
        proposal?.kind === "tables" &&
        proposal.tables.some(({ indicators }) => indicators.length > MOST_INDICATORS)
      ) {
        return this.#refuse((words) => words.paste.pasteTooLarge);
      }
      this.proposal = proposal;
    } catch {
      return this.#refuse((words) => words.paste.pasteFailed);
    }
    if (this.proposal !== undefined) return;
    if (target.field === undefined) this.#refuse((words) => words.paste.nowhere);
    else insert(target.field, pasted.text);
  }

  /** A whole table, its head alone, rows with their levels, or cells for the place where they are pasted, in this order. */
  async #proposal({ parts, text }: Pasted & { kind: "cells" }, target: Target): Promise<Proposal | undefined> {
    const { table } = this;
    for (const importing of [() => importParts(parts), () => importText(text)]) {
      const imported = await importing();
      if ("problem" in imported) continue;
      return { kind: "tables", target, tables: imported.tables, notes: imported.notes.map(inWords), chosen: 0 };
    }
    const isInGrid = rowAt(table, target.at) !== undefined;
    const head = await importHead(parts);
    if (head !== null && (!isInGrid || isSurelyHead(head))) {
      return { kind: "head", target, head, notes: head.notes.map(inWords) };
    }
    const cells = largest(parts);
    const read = await importRows(cells, table.periods);
    if (read !== null) {
      return { kind: "rows", target, rows: read.indicators, notes: read.notes.map(inWords), atEnd: !isInGrid };
    }
    if (!isInGrid) return undefined;
    const names = await splitNames(namesIn(columnsFrom(table, target.at, widthOf(cells)), cells));
    return { kind: "cells", target, rows: cells, names, notes: [], overflow: "insert" };
  }

  #refuse(problem: Sentence): void {
    this.dispatchEvent(new RefuseEvent(problem));
  }

  // Drawing

  protected override render(): TemplateResult | typeof nothing {
    const { proposal } = this;
    if (proposal === undefined) return nothing;
    if (proposal.kind === "tables") return this.#wholeTable(proposal);
    return proposal.kind === "head" ? this.#head(proposal) : this.#parts(proposal);
  }

  #wholeTable(proposal: Proposal & { kind: "tables" }): TemplateResult | typeof nothing {
    const words = WORDS[this.language];
    const { tables, chosen } = proposal;
    const pasted = tables[chosen];
    if (pasted === undefined) return nothing;
    const leftColumns = strangers(pasted, this.table).map(
      (label): Sentence =>
        (words) =>
          words.paste.columnLeftOut(label),
    );
    return dialog({
      id: "paste",
      heading: words.paste.pasteTable,
      close: words.paste.cancel,
      onClose: this.#close,
      actions: html`
        <button type="button" class="primary" autofocus @click=${() => this.#replace(proposal, pasted)}>
          ${words.paste.replace}
        </button>
        <button type="button" @click=${() => this.#onlyIndicators(proposal, pasted)}>
          ${words.paste.onlyIndicators}
        </button>
      `,
      body: html`
        ${choice(tables, chosen, words, (index) => (this.proposal = { ...proposal, chosen: index }))}
        ${tables.length > 1 ? nothing : title(pasted, words)} ${indicators(pasted.indicators, pasted.periods, words)}
        <p>${words.paste.replacesTable(titleOf(this.table, words), this.table.indicators.length)}</p>
        <p>${words.paste.indicatorsReplaced(this.table.indicators.length)}</p>
        ${leftOut([...proposal.notes, ...leftColumns], words)}
      `,
    });
  }

  #head({ target, head, notes }: Proposal & { kind: "head" }): TemplateResult {
    const words = WORDS[this.language];
    const plan = fillHead(this.table, head);
    const left = plan.outside.map(
      (label): Sentence =>
        (words) =>
          words.paste.goalLeftOut(label),
    );
    return dialog({
      id: "paste",
      heading: words.paste.pasteHead,
      close: words.paste.cancel,
      onClose: this.#close,
      actions:
        plan.changes.length === 0
          ? html``
          : html`<button type="button" class="primary" autofocus @click=${() => this.#applyHead(target, plan)}>
              ${words.paste.apply}
            </button>`,
      body: html`${headChangesOf(plan.changes, this.table, words)} ${leftOut([...notes, ...left], words)}`,
    });
  }

  #parts(proposal: Proposal & { kind: "rows" | "cells" }): TemplateResult {
    const words = WORDS[this.language];
    const plan = this.#plan(proposal);
    const changes = plan.changes.length + plan.added.length;
    return dialog({
      id: "paste",
      heading: words.paste.pasteHeading,
      close: words.paste.cancel,
      onClose: this.#close,
      actions: html`
        ${
          changes === 0
            ? nothing
            : html`<button type="button" class="primary" autofocus @click=${() => this.#apply(proposal, plan)}>
                ${words.paste.apply}
              </button>`
        }
        ${
          proposal.kind === "cells" && widthOf(proposal.rows) === 1 && proposal.target.field !== undefined
            ? html`<button type="button" @click=${(event: Event) => this.#asText(event, proposal)}>
                ${words.paste.asText}
              </button>`
            : nothing
        }
      `,
      body: html`
        ${this.#where(proposal, plan)} ${changesOf(plan, this.table, words)}
        ${leftOut([...proposal.notes, ...unplaced(plan)], words)}
      `,
    });
  }

  #plan(proposal: Proposal & { kind: "rows" | "cells" }): Plan {
    const { table } = this;
    if (proposal.kind === "cells") {
      return fill(table, proposal.target.at, proposal.rows, proposal.names, proposal.overflow);
    }
    const here = rowAt(table, proposal.target.at) ?? 0;
    return putRows(table, proposal.atEnd ? table.indicators.length : here, proposal.rows);
  }

  /** The question where the rows go, when there is more than one answer. */
  #where(proposal: Proposal & { kind: "rows" | "cells" }, plan: Plan): TemplateResult | typeof nothing {
    const { table } = this;
    const words = WORDS[this.language];
    if (proposal.kind === "rows") {
      if (rowAt(table, proposal.target.at) === undefined) return nothing;
      return options(words.paste.how, [
        [words.paste.fillFromHere, !proposal.atEnd, () => (this.proposal = { ...proposal, atEnd: false })],
        [words.paste.append, proposal.atEnd, () => (this.proposal = { ...proposal, atEnd: true })],
      ]);
    }
    if (plan.overflow === 0) return nothing;
    const { overflow } = proposal;
    const level = levelName(table, plan.start, words);
    return options(words.paste.overflow(plan.overflow, level), [
      [
        words.paste.insertRows(level),
        overflow === "insert",
        () => (this.proposal = { ...proposal, overflow: "insert" }),
      ],
      [
        words.paste.overwriteRows,
        overflow === "overwrite",
        () => (this.proposal = { ...proposal, overflow: "overwrite" }),
      ],
    ]);
  }

  // Answers

  readonly #close = (): void => {
    this.proposal = undefined;
  };

  #apply({ target }: Proposal, { patch, indicators, changes, added }: Plan): void {
    const after = { ...this.table, indicators: [...indicators] };
    const rows = added.flatMap((row) => fieldsOf(after, row));
    const fields = [...changes.map(placeOf), ...rows].map((at) => fieldOf(after, at) ?? at);
    const field = target.at === "" ? fields[0] : fieldOf(after, target.at);
    this.#close();
    this.dispatchEvent(
      new PatchEvent(patch, {
        ...(field === undefined ? {} : { field }),
        said: (words) => words.paste.pasted(changes.length, added.length),
        finished: fields,
      }),
    );
  }

  #applyHead({ at }: Target, { patch, changes }: HeadPlan): void {
    const finished = changes.map((change) => change.at);
    const field = at === "" ? finished[0] : at;
    this.#close();
    this.dispatchEvent(
      new PatchEvent(patch, {
        ...(field === undefined ? {} : { field }),
        said: (words) => words.paste.pasted(changes.length, 0),
        finished,
      }),
    );
  }

  #replace({ target }: Proposal, table: Table): void {
    this.#close();
    this.dispatchEvent(
      new PatchEvent([{ op: "replace", path: "", value: table as unknown as Json }], {
        field: fieldOf(table, target.at) ?? "/project/name",
        said: (words) => words.paste.tablePasted,
        finished: "all",
      }),
    );
  }

  #onlyIndicators({ target }: Proposal, pasted: Table): void {
    const indicators = indicatorsFor(this.table, pasted);
    const after = { ...this.table, indicators: [...indicators] };
    this.#close();
    this.dispatchEvent(
      new PatchEvent([{ op: "replace", path: "/indicators", value: indicators as unknown as Json }], {
        field: fieldOf(after, target.at) ?? "/project/name",
        said: (words) => words.paste.indicatorsPasted(indicators.length),
        finished: indicators.flatMap((_, row) => fieldsOf(after, row)),
      }),
    );
  }

  /** The dialog closes first, so that the focus is back in the field. */
  #asText(event: Event, { rows, target }: Proposal & { kind: "cells" }): void {
    closeAround(event);
    const lines = textsOf(rows).map(([text]) => text ?? "");
    if (target.field !== undefined) insert(target.field, lines.join("\n"));
  }
}

function options(legend: string, choices: readonly (readonly [string, boolean, () => void])[]): TemplateResult {
  return html`
    <fieldset class="options">
      <legend>${legend}</legend>
      ${choices.map(
        ([text, isChosen, choose]) => html`
          <label><input type="radio" name="where" .checked=${isChosen} @change=${choose} /><span>${text}</span></label>
        `,
      )}
    </fieldset>
  `;
}

/** Fields of the page are known by their place in the table; other fields, and open dialogs, paste as they do. */
function targetOf(element: EventTarget | null): Target | undefined {
  if (!(element instanceof HTMLElement) || document.querySelector("dialog[open]") !== null) return undefined;
  if (element.id.startsWith("/")) {
    return { at: element.id, field: element instanceof HTMLTextAreaElement ? element : undefined };
  }
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    ? undefined
    : { at: "", field: undefined };
}

/** The fields of a row that are filled in. */
function fieldsOf(table: Table, row: number): readonly Pointer[] {
  const columns = ["name", ...table.periods.map(({ id }) => id)];
  return columns.map((column) => placeOf({ row, column })).filter((at) => textAt(table, at) !== "");
}

/** The merged cell beside a row's name: what rows are added under. */
function levelName(table: Table, row: number, words: Words): string {
  const indicator = table.indicators[row];
  if (indicator === undefined) return "";
  return indicator.group || indicator.dimensionLabel || words.dimensions[indicator.dimension];
}

function unplaced({ outside, overLimit }: Plan): readonly Sentence[] {
  const notes: Sentence[] = [];
  if (outside.length > 0) notes.push((words) => words.paste.cellsOutside(outside.join("，")));
  if (overLimit > 0) notes.push((words) => words.paste.rowsOverLimit(overLimit, MOST_INDICATORS));
  return notes;
}
