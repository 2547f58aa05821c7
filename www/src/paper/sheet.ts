// The official sheet as it stands on paper: pages of plain tables in which no cell spans rows. What is merged is drawn
// so, by rules that are left out and a text that is laid over the rows.

import { type TemplateResult, html, nothing } from "lit";

import type { Words } from "../words";
import type { PaperWords } from "../words/paper";

export interface DrawnRow {
  readonly kind: "basics" | "head" | "indicator";
  /** In pixels; while the sheet is measured a row is as high as it likes. */
  readonly height: number | undefined;
  readonly cells: readonly DrawnCell[];
}

export interface DrawnCell {
  readonly text: string;
  readonly columns: number;
  readonly isHeading: boolean;
  readonly isCentred: boolean;
  /** Whether the cell goes on from the row above, and in the row below. */
  readonly joinsAbove: boolean;
  readonly joinsBelow: boolean;
  /** The height in pixels over which the text of a merged cell is laid; 0 where it stands in this row alone. */
  readonly span: number;
}

export interface DrawnPage {
  readonly basics: readonly DrawnRow[];
  readonly grid: readonly DrawnRow[];
}

export interface Drawing {
  readonly title: string;
  /** In millimetres. */
  readonly widths: readonly number[];
  readonly pages: readonly DrawnPage[];
  /** The check code, or why there is none. */
  readonly code: string;
}

export function sheet({ title, widths, pages, code }: Drawing, words: Words, paper: PaperWords): TemplateResult[] {
  return pages.map(
    ({ basics, grid }, index) => html`
      <section class="paper-page">
        ${index > 0 ? nothing : heading(title, words, paper)} ${table(basics, widths)} ${table(grid, widths)}
        ${index < pages.length - 1 ? nothing : closing(paper)}
        <footer class="paper-footer">
          <p class="paper-form"><bdi>${title}</bdi>${paper.titleGap}${words.tableSuffix}</p>
          <p class="paper-number">${paper.page(index + 1, pages.length)}</p>
          <p class="paper-code">${code}</p>
        </footer>
      </section>
    `,
  );
}

function heading(title: string, words: Words, { titleGap }: PaperWords): TemplateResult {
  const suffix = html`<span class="paper-suffix">${words.tableSuffix}</span>`;
  return html`<h1 class="paper-title"><bdi>${wholeWords(title)}</bdi>${titleGap}<wbr />${suffix}</h1>`;
}

/**
 * GB/T 9704 wants the words of a title whole on their lines. A word of one character belongs to the next one: 高质量.
 * Browsers that know no Chinese words break anywhere.
 */
function wholeWords(text: string): (string | TemplateResult)[] {
  if (!("Segmenter" in Intl)) return [text];
  const segments = Array.from(new Intl.Segmenter("zh", { granularity: "word" }).segment(text));
  return segments.map(({ segment, isWordLike }, index) => {
    const before = segments[index - 1]?.segment ?? "";
    const mayBreak = isWordLike && before.length > 1;
    return mayBreak ? html`<wbr />${segment}` : segment;
  });
}

function closing(paper: PaperWords): TemplateResult {
  return html`<div class="paper-closing">
    ${[paper.seal, paper.head, paper.contact, paper.date].map((text) => html`<p>${text}</p>`)}
  </div>`;
}

function table(rows: readonly DrawnRow[], widths: readonly number[]): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<table>
    <colgroup>
      ${widths.map((width) => html`<col .style=${`width: ${width}mm`} />`)}
    </colgroup>
    <tbody>
      ${rows.map(
        ({ kind, height, cells }) =>
          html`<tr class="paper-${kind}" .style=${height === undefined ? "" : `height: ${height}px`}>
            ${cells.map((cell) => drawnCell(cell, kind === "head" ? "col" : "row"))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function drawnCell(cell: DrawnCell, scope: "col" | "row"): TemplateResult {
  const joins = `${cell.joinsAbove ? "paper-joins-above" : ""} ${cell.joinsBelow ? "paper-joins-below" : ""}`;
  const text = html`<div class="paper-text" .textContent=${cell.text}></div>`;
  if (!cell.isHeading || cell.text === "") {
    return html`<td class="${joins} ${cell.isCentred ? "paper-centred" : ""}" colspan=${cell.columns}>${text}</td>`;
  }
  if (cell.span === 0) return html`<th class=${joins} scope=${scope} colspan=${cell.columns}>${text}</th>`;
  return html`<th class="paper-merged ${joins}" scope=${scope} colspan=${cell.columns}>
    <div class="paper-span" .style=${`height: ${cell.span}px`}>${text}</div>
  </th>`;
}
