// Going to a field: the focus moves there, and the page only as far as it must.

import type { Pointer } from "../pointer";
import type { TableChoice } from "./choice";
import type { TableField } from "./field";
import type { LightElement } from "./light";

export function goTo(field: Pointer): void {
  const element = document.getElementById(field);
  if (element === null) return;
  element.focus({ preventScroll: true });
  if (!isInView(element)) element.scrollIntoView({ block: "center" });
}

/** Goes to the first field of the table, past all that stands above it. */
export function skipToTable(event: Event): void {
  event.preventDefault();
  goTo("/project/name");
}

/** Goes to a field that the last change may just have brought about: its elements are drawn one after the other. */
export async function goToDrawn(form: LightElement, field: Pointer): Promise<void> {
  await form.updateComplete;
  await form.querySelector<LightElement>("tt-sheet")?.updateComplete;
  const holders = Array.from(form.querySelectorAll<TableField | TableChoice>("tt-field, tt-choice"));
  await holders.find(({ at }) => at === field)?.updateComplete;
  goTo(field);
}

/** Whether an element is in sight, between what sticks to the top of the window and what is fixed to its foot. */
function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const ceiling = stuck(".masthead", "sticky")?.bottom ?? 0;
  const floor = stuck("tt-findings", "fixed")?.top ?? window.innerHeight;
  return top >= ceiling && bottom <= floor;
}

function stuck(selector: string, position: string): DOMRect | undefined {
  const element = document.querySelector(selector);
  const sticks = element !== null && getComputedStyle(element).position === position;
  return sticks ? element.getBoundingClientRect() : undefined;
}
