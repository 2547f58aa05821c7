// What is on the clipboard, and what is put there.

import type { LaidCell, Part, Rows } from "../readers/parts";
import { rowsOf } from "../readers/parts";
import { partsOfHtml } from "../readers/html-parts";
import { withoutLayout } from "../readers/html-text";
import type { Copied } from "./copy";
import { rowsOfText } from "./sheet-text";

export type Pasted =
  | { readonly kind: "text"; readonly text: string }
  /** More than one cell, with the same as text. */
  | { readonly kind: "cells"; readonly parts: readonly Part[]; readonly text: string }
  | { readonly kind: "too-large" };

/** What is pasted: cells where there are several, text otherwise. */
export function pastedFrom(data: DataTransfer): Pasted {
  const text = tidied(data.getData("text/plain"));
  const html = data.getData("text/html");
  if (/<t(able|r)[\s>]/i.test(html)) {
    const parts = partsOfHtml(html);
    if (parts === undefined) return { kind: "too-large" };
    const cells = parts.flatMap((part) => ownCells(rowsOf(part)));
    if (cells.length > 1) return { kind: "cells", parts, text };
    const onlyCell = cells[0];
    if (onlyCell !== undefined && parts.length === 1) return { kind: "text", text: onlyCell.text };
  } else if (text.includes("\t")) {
    const rows = rowsOfText(data.getData("text/plain"));
    if (rows === undefined) return { kind: "too-large" };
    if (ownCells(rows).filter((cell) => cell.text !== "").length > 1) return { kind: "cells", parts: [{ rows }], text };
  }
  return { kind: "text", text };
}

/** The largest of the tables among the parts. */
export function largest(parts: readonly Part[]): Rows {
  return parts.map(rowsOf).reduce((most, rows) => (ownCells(rows).length > ownCells(most).length ? rows : most), []);
}

function ownCells(rows: Rows): readonly LaidCell[] {
  return rows.reduce<readonly LaidCell[]>((cells, row) => cells.concat(row.filter(({ goesOn }) => !goesOn)), []);
}

/** Text without what only serves a layout. A line break at the end comes from Excel, which ends each row with one. */
function tidied(text: string): string {
  return withoutLayout(text.replace(/\r\n?/g, "\n")).replace(/\n$/, "");
}

/** Writes text into a field where its caret is, as pasting does. */
export function insert(field: HTMLTextAreaElement, text: string): void {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}

/** Puts a table on the clipboard, in a way that every browser allows on plain http; says whether it is there. */
export function copy({ html, text }: Copied): boolean {
  let isThere = false;
  const give = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/html", html);
    event.clipboardData?.setData("text/plain", text);
    isThere = true;
  };
  const focused = document.activeElement;
  // Browsers copy only where something is selected.
  const selected = document.createElement("textarea");
  selected.value = text.slice(0, 1) || " ";
  selected.style.position = "fixed";
  selected.style.opacity = "0";
  document.body.append(selected);
  selected.select();
  document.addEventListener("copy", give, true);
  document.execCommand("copy");
  document.removeEventListener("copy", give, true);
  selected.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isThere;
}
