import { type TemplateResult, html, nothing } from "lit";

import type { Sentence } from "../files";
import { openText } from "../open";
import { ENDINGS, type FoundInFiles, readFiles } from "../readers/index";
import type { Lang } from "../types";
import { WORDS } from "../words";
import { dialog } from "./dialog";
import { OpenEvent, RefuseEvent } from "./events";
import { choice, indicators, leftOut, title, titleOf } from "./found";
import { LightElement } from "./light";

/** Opens tables out of files that are chosen, dropped on the page or pasted, and the examples. */
export class TableOpener extends LightElement {
  static override properties = {
    language: {},
    isDropTarget: { state: true },
    found: { state: true },
    chosen: { state: true },
  };
  declare language: Lang;
  declare protected isDropTarget: boolean;
  /** What was found, while the applicant looks at it. */
  declare protected found: FoundInFiles | undefined;
  declare protected chosen: number;

  constructor() {
    super();
    this.isDropTarget = false;
    this.chosen = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("dragover", this.#dragOver);
    document.addEventListener("dragleave", this.#dragLeave);
    document.addEventListener("drop", this.#drop);
    document.addEventListener("paste", this.#paste);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("dragover", this.#dragOver);
    document.removeEventListener("dragleave", this.#dragLeave);
    document.removeEventListener("drop", this.#drop);
    document.removeEventListener("paste", this.#paste);
  }

  /** Lets the applicant choose files. */
  chooseFiles(): void {
    this.querySelector<HTMLInputElement>("input[type=file]")?.click();
  }

  async openExample(example: number): Promise<void> {
    const name: Sentence = (words) => words.exampleNames[example - 1] ?? "";
    try {
      const response = await fetch(`examples/table-${example}.json`);
      if (!response.ok) throw new Error(`example ${example}: ${response.status}`);
      const opened = await openText(await response.text(), name, this.language);
      this.dispatchEvent(
        "problem" in opened ? new RefuseEvent(opened.problem) : new OpenEvent(opened.table, name, false),
      );
    } catch {
      this.dispatchEvent(new RefuseEvent((words) => words.paste.exampleFailed));
    }
  }

  async #openFiles(files: readonly File[]): Promise<void> {
    const read = await readFiles(files, this.language);
    const { found, notes } = read;
    if (found.length === 1 && notes.length === 0) {
      this.#open(read, 0);
    } else if (found.length === 0) {
      this.dispatchEvent(new RefuseEvent((words) => notes.map((note) => note(words)).join(" ")));
    } else {
      this.chosen = 0;
      this.found = read;
    }
  }

  #open({ found }: FoundInFiles, chosen: number): void {
    const one = found[chosen];
    if (one === undefined) return;
    const isAlone = found.every(({ file }, index) => file !== one.file || index === chosen);
    const title: Sentence = (words) => titleOf(one.table, words);
    this.dispatchEvent(new OpenEvent(one.table, isAlone ? () => one.file : title, true));
  }

  readonly #dragOver = (event: DragEvent): void => {
    if (!Array.from(event.dataTransfer?.types ?? []).includes("Files")) return;
    event.preventDefault();
    this.isDropTarget = true;
  };

  readonly #dragLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.isDropTarget = false;
  };

  readonly #drop = (event: DragEvent): void => {
    this.isDropTarget = false;
    this.#take(event, event.dataTransfer);
  };

  /** A file that was copied in a file manager. Excel puts a picture beside its cells, which is not meant. */
  readonly #paste = (event: ClipboardEvent): void => {
    const types = Array.from(event.clipboardData?.types ?? []);
    if (!types.some((type) => type.startsWith("text/"))) this.#take(event, event.clipboardData);
  };

  #take(event: Event, data: DataTransfer | null): void {
    const files = Array.from(data?.files ?? []);
    if (files.length === 0) return;
    event.preventDefault();
    void this.#openFiles(files);
  }

  #pick(event: Event): void {
    const input = event.target as HTMLInputElement;
    // Choosing the same file again is a change only for an input that was emptied.
    void this.#openFiles(Array.from(input.files ?? [])).then(() => {
      input.value = "";
    });
  }

  protected override render(): TemplateResult {
    const words = WORDS[this.language];
    return html`
      <input type="file" hidden multiple accept=${ENDINGS} aria-label=${words.openFile} @change=${this.#pick} />
      ${this.isDropTarget ? html`<div class="drop-target">${WORDS[this.language].paste.dropHere}</div>` : nothing}
      ${this.found === undefined ? nothing : this.#dialog(this.found)}
    `;
  }

  #dialog(read: FoundInFiles): TemplateResult {
    const words = WORDS[this.language];
    const table = read.found[this.chosen]?.table;
    return dialog({
      id: "found",
      heading: words.paste.foundHeading,
      close: words.paste.cancel,
      onClose: () => (this.found = undefined),
      actions: html`<button type="button" class="primary" autofocus @click=${() => this.#agree(read)}>
        ${words.paste.open}
      </button>`,
      body: html`
        ${choice(
          read.found.map((one) => one.table),
          this.chosen,
          words,
          (index) => (this.chosen = index),
        )}
        ${
          table === undefined
            ? nothing
            : html`
                ${read.found.length > 1 ? nothing : title(table, words)}
                ${indicators(table.indicators, table.periods, words)}
              `
        }
        ${leftOut(read.notes, words)}
      `,
    });
  }

  #agree(read: FoundInFiles): void {
    this.found = undefined;
    this.#open(read, this.chosen);
  }
}
