// The words that stand only on paper.

import type { Lang } from "../types";

export interface PaperWords {
  /** Stands between the name of the project and the words for its kind of table. */
  readonly titleGap: string;
  readonly seal: string;
  readonly head: string;
  readonly contact: string;
  readonly date: string;
  readonly page: (page: number, pages: number) => string;
  readonly code: (groups: string) => string;
  readonly noCode: string;
  readonly notChecked: string;
  readonly toMend: (errors: number) => string;
  readonly separator: string;
}

const zh: PaperWords = {
  titleGap: "",
  seal: "申报单位（盖章）：",
  head: "负责人（签字）：",
  contact: "联系人及电话：",
  date: "填报日期：　　　　年　　月　　日",
  page: (page, pages) => `第 ${page} 页　共 ${pages} 页`,
  code: (groups) => `校验码 ${groups}（据表中内容算出，用于核对纸质表与电子文件）`,
  noCode: "无校验码",
  notChecked: "未检查",
  toMend: (errors) => `有 ${errors} 处需要修改`,
  separator: "；",
};

const en: PaperWords = {
  titleGap: " ",
  seal: "Applicant (seal):",
  head: "Head (signature):",
  contact: "Contact and telephone:",
  date: "Date:",
  page: (page, pages) => `Page ${page} of ${pages}`,
  code: (groups) => `Check code ${groups} (worked out from the table: shows that paper and file agree)`,
  noCode: "No check code",
  notChecked: "not checked",
  toMend: (errors) => `${errors} ${errors === 1 ? "place" : "places"} to mend`,
  separator: "; ",
};

export const PAPER_WORDS: Readonly<Record<Lang, PaperWords>> = { zh, en };
