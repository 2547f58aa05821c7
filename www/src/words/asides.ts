// The words of what the format has and the official form has no cell for.

import type { Lang } from "../types";

export interface AsideWords {
  readonly projectCode: string;
  readonly creditCode: string;
  readonly end: string;
  readonly endExample: string;
  readonly weight: string;
}

export const ASIDE_WORDS: Readonly<Record<Lang, AsideWords>> = {
  zh: {
    projectCode: "项目编码",
    creditCode: "统一社会信用代码",
    end: "截止日期",
    endExample: "如 2025-06-30",
    weight: "权重",
  },
  en: {
    projectCode: "Project code",
    creditCode: "Unified social credit code",
    end: "Last day",
    endExample: "as 2025-06-30",
    weight: "Weight",
  },
};
