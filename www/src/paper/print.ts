// Puts the sheet into the document while it is printed, and takes it out again.

import { type ReactiveController, type ReactiveControllerHost, render } from "lit";

import { hasWeights } from "../table-layout";
import type { Lang, Report, Table } from "../types";
import { WORDS } from "../words";
import { PAPER_WORDS, type PaperWords } from "../words/paper";
import { LINE, type LaidText, broken, unbroken } from "./layout";
import { lineStarts } from "./lines";
import { columnWidths, paperRows } from "./rows";
import { sheet } from "./sheet";

export interface Printed {
  readonly table: Table;
  readonly language: Lang;
  /** The report on just this table: an older one would print a false check code. */
  readonly report: Report | undefined;
  /** Whether the whole table was checked; a draft that is still being filled in has no defects, only blanks. */
  readonly isChecked: boolean;
  /** Whether the form that is asked for has weights. */
  readonly asksWeights: boolean;
}

/** However the page is printed, by its button or by the browser, what comes out is the official sheet. */
export class Printing implements ReactiveController {
  readonly #printed: () => Printed;
  #paper: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost, printed: () => Printed) {
    this.#printed = printed;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("beforeprint", this.#lay);
    window.addEventListener("afterprint", this.#remove);
  }

  hostDisconnected(): void {
    window.removeEventListener("beforeprint", this.#lay);
    window.removeEventListener("afterprint", this.#remove);
    this.#remove();
  }

  readonly #lay = (): void => {
    this.#remove();
    finishTyping();
    this.#paper = layPaper(this.#printed());
  };

  readonly #remove = (): void => {
    this.#paper?.remove();
    this.#paper = undefined;
    document.body.classList.remove("has-paper");
  };
}

/** Some fields give away their text only when they are left. */
function finishTyping(): void {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLTextAreaElement)) return;
  activeElement.blur();
  activeElement.focus({ preventScroll: true });
}

/** Builds the sheet at once, as the browser does not wait: drawn in one piece, measured, and drawn again in pages. */
function layPaper(printed: Printed): HTMLElement {
  const { table, language } = printed;
  const words = WORDS[language];
  const paperWords = PAPER_WORDS[language];
  const paper = document.createElement("div");
  paper.className = "paper";
  paper.lang = words.lang;
  document.body.append(paper);
  document.body.classList.add("has-paper");

  const isWeighted = printed.asksWeights && hasWeights(table);
  const rows = paperRows(table, words, isWeighted);
  const drawing = {
    title: table.project.name,
    widths: columnWidths(table, language === "en", isWeighted),
    code: codeLine(printed, paperWords),
  };
  render(sheet({ ...drawing, pages: [unbroken(rows)] }, words, paperWords), paper);
  const laid = Array.from(paper.querySelectorAll("tr"), (row) =>
    Array.from(row.querySelectorAll<HTMLElement>(".paper-text"), laidText),
  );
  const title = heightOf(paper, ".paper-title");
  const pages = broken(rows, laid, { title, closing: heightOf(paper, ".paper-closing") });
  render(sheet({ ...drawing, pages }, words, paperWords), paper);
  return paper;
}

function laidText(element: HTMLElement): LaidText {
  const { firstChild } = element;
  return {
    lines: Math.round(element.getBoundingClientRect().height / LINE),
    starts: () => (firstChild instanceof Text ? lineStarts(firstChild) : []),
  };
}

function heightOf(paper: HTMLElement, selector: string): number {
  return Math.ceil(paper.querySelector(selector)?.getBoundingClientRect().height ?? 0);
}

/** The check code in groups that can be compared by eye, and what is wrong with the table if anything surely is. */
function codeLine({ report, isChecked }: Printed, words: PaperWords): string {
  const digest = report?.digest ?? "";
  const groups = digest.slice(0, 16).match(/.{4}/g) ?? [];
  const errors = isChecked ? (report?.summary.errors ?? 0) : 0;
  return [
    groups.length > 0 ? words.code(groups.join(" ")) : words.noCode,
    report === undefined || !isChecked ? words.notChecked : "",
    errors > 0 ? words.toMend(errors) : "",
  ]
    .filter((part) => part !== "")
    .join(words.separator);
}
