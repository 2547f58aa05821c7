// The text of an element as it is seen: what a browser would collapse is collapsed, lines end where they are seen to end.

import { styleOf } from "./bare-html";

/** A line break in the source, which is a space on the page, and between two Chinese characters nothing. */
const SOFT = "\u0001";
const BLOCKS =
  /^(ADDRESS|ARTICLE|BLOCKQUOTE|CAPTION|CENTER|DD|DIV|DL|DT|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TR|UL)$/;
const UNSEEN = /^(HEAD|LINK|META|NOSCRIPT|OBJECT|SCRIPT|SELECT|STYLE|TEMPLATE|TEXTAREA|TITLE)$/;
const WIDE = "\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\ud840-\udfff";
const BETWEEN_WIDE = new RegExp(`([${WIDE}])${SOFT}(?=[${WIDE}])`, "g");

export function isUnseen(element: Element): boolean {
  if (UNSEEN.test(element.tagName) || element.hasAttribute("hidden")) return true;
  return /display\s*:\s*none|mso-hide\s*:\s*all/i.test(styleOf(element));
}

function isBlock(element: Element): boolean {
  return BLOCKS.test(element.tagName);
}

/** The text of a cell. */
export function textOf(element: Element): string {
  const pieces: string[] = [];
  collect(element, pieces);
  return tidy(pieces.join(""));
}

function collect(parent: Node, pieces: string[]): void {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) pieces.push(collapsed(node.nodeValue ?? ""));
    else if (node.nodeType === Node.ELEMENT_NODE) collectElement(node as Element, pieces);
  }
}

export function collectElement(element: Element, pieces: string[]): void {
  if (isUnseen(element)) return;
  if (element.tagName === "BR") {
    pieces.push("\n");
  } else if (isListNumber(element)) {
    pieces.push((element.textContent ?? "").replace(/\s+/g, ""));
  } else if (isBlock(element)) {
    startLine(pieces);
    collect(element, pieces);
    startLine(pieces);
  } else {
    collect(element, pieces);
    if (element.tagName === "TD" || element.tagName === "TH") pieces.push(" ");
  }
}

/** Word and WPS write the number of a list's item as text, with spaces behind it that only look like a tab. */
function isListNumber(element: Element): boolean {
  return /mso-list\s*:\s*ignore/i.test(styleOf(element));
}

function startLine(pieces: string[]): void {
  const last = pieces[pieces.length - 1];
  if (last !== undefined && last !== "\n") pieces.push("\n");
}

/** Text as it stands in the source, with its white space collapsed but for breaks between lines of the source. */
export function collapsed(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g, "")
    .replace(/[ \t\n\f\r]+/g, (space) => (/[\n\r]/.test(space) ? SOFT : " "));
}

/** Joins what was collected into lines; spaces and marks that only serve the layout go. */
export function tidy(collected: string): string {
  const lines = collected
    .replace(/[ \u0001]+/g, (space) => (space.includes(SOFT) ? SOFT : " "))
    .replace(BETWEEN_WIDE, "$1")
    .split(SOFT)
    .join(" ")
    .split("\n");
  return lines
    .map((line) => withoutLayout(line).trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** No-break spaces are spaces; soft hyphens and spaces without width are nothing. What joins emoji stays. */
export function withoutLayout(text: string): string {
  return text.replace(/[\u00a0\u2002\u2003\u2009\u202f]/g, " ").replace(/[\u00ad\u200b\u2060\ufeff]/g, "");
}
