// A bar of the earlier target against the later one. The reading beside it says the same in words.

import { type TemplateResult, html } from "lit";

export function shareBar(percent: string): TemplateResult {
  return html`<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect class="bar-whole" width="100" height="4"></rect>
    <rect class="bar-part" width=${Math.min(100, Number(percent))} height="4"></rect>
  </svg>`;
}
