// What the keys do on the page. Like every other part, the keyboard only sends events up to the form.

import { edit } from "../edits";
import { findingFields } from "../findings";
import { type Command, commandOf } from "../keys";
import { type Pointer, pointer, steps } from "../pointer";
import { textAt } from "../state";
import { fields as orderOf } from "../table-layout";
import type { Finding, Table } from "../types";
import { type Direction, above, neighbour } from "../walk";
import { editWords } from "../words/edit";
import { ActionEvent, GoEvent, PatchEvent } from "./events";
import type { TableField } from "./field";
import { goTo } from "./go";
import { addRow, moveRow } from "./row-actions";

/** What the keyboard works on. */
export interface Desk {
  readonly table: () => Table;
  /** The findings that are shown. */
  readonly findings: () => readonly Finding[];
}

/** Lets the keys work on a form; the answer stops it again. */
export function listen(form: HTMLElement, desk: Desk): () => void {
  const key = (event: KeyboardEvent): void => answerKey(form, desk, event);
  document.addEventListener("keydown", key);
  form.addEventListener("beforeinput", answerUndo);
  return () => {
    document.removeEventListener("keydown", key);
    form.removeEventListener("beforeinput", answerUndo);
  };
}

/** The browser's own menu has an undo too, and knows only what was typed in one field. */
function answerUndo(event: InputEvent): void {
  const redo = event.inputType === "historyRedo";
  if ((!redo && event.inputType !== "historyUndo") || !isCell(event.target)) return;
  event.preventDefault();
  commit();
  event.target?.dispatchEvent(new ActionEvent(redo ? "redo" : "undo"));
}

function answerKey(form: HTMLElement, desk: Desk, event: KeyboardEvent): void {
  const command = commandOf(event);
  if (command === undefined || event.defaultPrevented || !isForForm(form, event.target)) return;
  const target = event.target as HTMLElement;
  if (!applies(command, target)) return;
  event.preventDefault();
  // A browser repeats a key that is held down; what changes the document much is meant once.
  if (event.repeat && (command.do === "save" || command.do === "print" || command.do === "add-row")) return;
  run(form, desk, command, target);
}

/** A text that is no part of the table, such as a reason, keeps its own undo and its own carets. */
function applies(command: Command, target: HTMLElement): boolean {
  switch (command.do) {
    case "undo":
    case "redo":
      return isCell(target) || !isTyping(target);
    case "go":
      return isCell(target) && leavesText(target, command.to);
    case "copy-above":
      return isCell(target);
    case "move-row":
      // Alt and an arrow open a choice, as everywhere.
      return hasRow(target) && !(target instanceof HTMLSelectElement);
    case "add-row":
      return hasRow(target);
    default:
      return true;
  }
}

function run(form: HTMLElement, desk: Desk, command: Command, target: HTMLElement): void {
  switch (command.do) {
    case "go":
      return walk(desk.table(), target.id, command.to);
    case "next-finding":
      return void form.dispatchEvent(nextFinding(desk, document.activeElement?.id ?? "", command.by));
    case "undo":
    case "redo":
    case "save":
    case "print":
      commit();
      return void form.dispatchEvent(new ActionEvent(command.do));
    case "add-row":
    case "move-row":
    case "copy-above":
      commit();
      return changeRow(form, desk.table(), command, target);
  }
}

function changeRow(form: HTMLElement, table: Table, command: Command, target: HTMLElement): void {
  const row = rowOf(target);
  if (command.do === "copy-above") form.dispatchEvent(copyAbove(table, target.id));
  else if (row === undefined) return;
  else if (command.do === "move-row") form.dispatchEvent(moveRow(table, row, command.by, memberOf(target.id)));
  else form.dispatchEvent(addRow(table, row));
}

/** A field whose text counts only once it is left has it counted now. */
function commit(): void {
  document.activeElement?.closest<TableField>("tt-field")?.commit();
}

function walk(table: Table, from: Pointer, to: Direction): void {
  let field = neighbour(table, from, to);
  // Weights have fields only where they are asked for.
  while (field !== undefined && document.getElementById(field) === null) field = neighbour(table, field, to);
  if (field === undefined) return;
  goTo(field);
  const element = document.activeElement;
  if (!(element instanceof HTMLTextAreaElement)) return;
  const caret = to === "right" ? 0 : element.value.length;
  element.setSelectionRange(caret, caret);
}

/** The next field with a finding after the one that has the focus, and the first one after the last. */
function nextFinding(desk: Desk, from: Pointer, by: -1 | 1): Event {
  const table = desk.table();
  const fields = findingFields(table, desk.findings());
  if (fields.length === 0) return new PatchEvent([], { said: (words) => editWords(words).noFindings });
  const next = by > 0 ? after(table, fields, from) : before(table, fields, from);
  return new GoEvent(fields[next] ?? "", (words) => editWords(words).findingOf(next + 1, fields.length));
}

function after(table: Table, fields: readonly Pointer[], from: Pointer): number {
  const own = fields.indexOf(from);
  if (own >= 0) return (own + 1) % fields.length;
  const order = orderOf(table);
  const here = order.indexOf(from);
  return Math.max(0, here < 0 ? 0 : fields.findIndex((field) => order.indexOf(field) > here));
}

function before(table: Table, fields: readonly Pointer[], from: Pointer): number {
  const next = fields.includes(from) ? fields.indexOf(from) : after(table, fields, from);
  return (next + fields.length - 1) % fields.length;
}

function copyAbove(table: Table, at: Pointer): Event {
  const source = above(table, at);
  const text = source === undefined ? "" : textAt(table, source);
  if (source === undefined || text === "") {
    return new PatchEvent([], { said: (words) => editWords(words).nothingAbove });
  }
  return new PatchEvent(edit(table, at, text), { field: at, said: (words) => editWords(words).copiedAbove });
}

/** Whether a key was pressed in the form, or nowhere in particular, and not in a dialog, which has keys of its own. */
function isForForm(form: HTMLElement, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || document.querySelector("dialog[open]") !== null) return false;
  return target === document.body || form.contains(target);
}

function hasRow(target: HTMLElement): boolean {
  return rowOf(target) !== undefined && (isCell(target) || !isTyping(target));
}

function isCell(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("tt-field, tt-choice") !== null;
}

function isTyping(target: HTMLElement): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

/** An arrow with Ctrl goes by words inside a text, and leaves it only from its border; up and down leave it always. */
function leavesText(target: HTMLElement, to: Direction): boolean {
  if (!(target instanceof HTMLTextAreaElement) || to === "up" || to === "down") return true;
  const { selectionStart, selectionEnd, value } = target;
  return selectionStart === selectionEnd && selectionStart === (to === "left" ? 0 : value.length);
}

/** The row that a field or a button beside it belongs to. */
function rowOf(target: HTMLElement): number | undefined {
  const field = target.closest("tr")?.querySelector(".name textarea")?.id ?? "";
  const own = steps(target.id)[0] === "indicators" ? target.id : field;
  const [part, position] = steps(own);
  return part === "indicators" ? Number(position) : undefined;
}

function memberOf(at: Pointer): string {
  const [part, , ...member] = steps(at);
  return part === "indicators" ? pointer(...member).slice(1) : "name";
}
