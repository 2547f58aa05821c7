// The whole table as a small picture: how much of each part is filled in, and what was found under each aspect of review.
// The numbers stand beside the drawing as text, so that nobody has to see it.

import { type TemplateResult, html, svg } from "lit";

import { type Group, groupOf, grouped } from "../findings";
import type { Profile } from "../profiles";
import { ASPECTS, type Aspect, parts } from "../progress";
import type { Finding, Table } from "../types";
import type { Words } from "../words";
import { judgeWords } from "../words/judge";

export function filledPicture(table: Table, profile: Profile, words: Words): TemplateResult {
  const judge = judgeWords(words);
  const levels = profile.categories.map(({ category }) => category);
  return html`<table class="progress-table">
    <caption>
      ${judge.filled}
    </caption>
    <tbody>
      ${parts(table, levels).map(
        ({ part, filled, total }) => html`
          <tr>
            <th scope="row">${judge.parts[part]}</th>
            <td class="drawing">${bar(filled, total)}</td>
            <td class="number">${total === 0 ? judge.noRows : `${filled}/${total}`}</td>
          </tr>
        `,
      )}
    </tbody>
  </table>`;
}

function bar(filled: number, total: number): TemplateResult {
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="bar-whole" width="100" height="10"></rect>
    <rect class="bar-part" width=${total === 0 ? 0 : (100 * filled) / total} height="10"></rect>
  </svg>`;
}

/** Each aspect is a button that shows its findings alone. */
export function aspectsPicture(
  findings: readonly Finding[],
  chosen: Aspect | undefined,
  words: Words,
  choose: (aspect: Aspect | undefined) => void,
): TemplateResult {
  const judge = judgeWords(words);
  const of = (aspect: Aspect): readonly Finding[] => findings.filter((finding) => finding.aspect === aspect);
  // What is wrong with a file's form is rare, and the office's four aspects are what reviewers know.
  const aspects = ASPECTS.filter((aspect) => aspect !== "structure" || of(aspect).length > 0);
  return html`<table class="progress-table">
    <caption>
      ${judge.found}
    </caption>
    <tbody>
      ${aspects.map(
        (aspect) => html`
          <tr>
            <th scope="row">
              <button
                type="button"
                class="aspect"
                aria-pressed=${aspect === chosen ? "true" : "false"}
                title=${judge.onlyAspect(judge.aspects[aspect])}
                @click=${() => choose(aspect === chosen ? undefined : aspect)}
              >
                ${judge.aspects[aspect]}
              </button>
            </th>
            <td class="drawing">${marks(of(aspect))}</td>
            <td class="number">
              ${of(aspect).length}<span class="visually-hidden"
                >${grouped(of(aspect)).map(([group, list]) => ` ${wordOf(group, words)} ${list.length}`)}</span
              >
            </td>
          </tr>
        `,
      )}
    </tbody>
  </table>`;
}

function wordOf(group: Group, words: Words): string {
  return group === "answered" ? judgeWords(words).answered : words.severities[group];
}

/** How many marks there is room for; the number beside them counts them all. */
const MOST = 7;

/** A square, a triangle, a disc or a ring for each finding, as in the list: told apart without colour. */
function marks(findings: readonly Finding[]): TemplateResult {
  const sorted = grouped(findings).flatMap(([, list]) => list);
  return html`<svg class="marks" viewBox="0 0 ${MOST * 11} 10" preserveAspectRatio="xMinYMid meet" aria-hidden="true">
    ${sorted.slice(0, MOST).map((finding, index) => mark(groupOf(finding), index * 11))}
  </svg>`;
}

function mark(group: Group, x: number): TemplateResult {
  if (group === "error") return svg`<rect class="mark-error" x=${x + 0.5} y="0.5" width="9" height="9"></rect>`;
  if (group === "warning") return svg`<path class="mark-warning" d="M${x + 5} 0.5 L${x + 10} 9.5 L${x} 9.5 Z"></path>`;
  return svg`<circle class="mark-${group}" cx=${x + 5} cy="5" r=${group === "info" ? 4.5 : 3.75}></circle>`;
}
