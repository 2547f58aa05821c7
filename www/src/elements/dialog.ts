// A modal dialog. Whoever draws it opens it, and it is closed by not drawing it any more: the browser's own element keeps
// the focus inside, closes on Escape and gives the focus back.

import { type TemplateResult, html } from "lit";
import { ref } from "lit/directives/ref.js";

export interface Dialog {
  /** Known by its heading; ids of open dialogs must differ. */
  readonly id: string;
  readonly heading: string;
  /** The word on the button that closes it. */
  readonly close: string;
  readonly body: TemplateResult;
  /** Buttons beside the one that closes. */
  readonly actions?: TemplateResult;
  /** The owner stops drawing the dialog here. */
  readonly onClose: () => void;
}

export function dialog({ id, heading, close, body, actions = html``, onClose }: Dialog): TemplateResult {
  return html`
    <dialog class="dialog" id=${id} aria-labelledby="${id}-heading" ${ref(show)} @close=${onClose}>
      <h2 id="${id}-heading">${heading}</h2>
      <div class="dialog-body">${body}</div>
      <div class="dialog-actions">
        ${actions}
        <button type="button" @click=${closeAround}>${close}</button>
      </div>
    </dialog>
  `;
}

/** Closes the dialog that a button stands in; the focus goes back to where it was before. */
export function closeAround(event: Event): void {
  (event.currentTarget as HTMLElement).closest("dialog")?.close();
}

/** Lit hands over the element before it stands in the page, where it cannot be shown yet. */
function show(element: Element | undefined): void {
  void Promise.resolve().then(() => {
    if (!(element instanceof HTMLDialogElement) || !element.isConnected || element.open) return;
    element.showModal();
    // The focus is on the first button, which may be far below what is to be read.
    element.scrollTop = 0;
  });
}
