// What the page says of its own arriving: the engine, newer versions, and the pages beside it.

import type { Lang } from "../types";

export interface DeliverWords {
  readonly engineComing: string;
  readonly newVersion: string;
  readonly pages: string;
  readonly allRules: string;
  readonly rulesAddress: string;
  readonly access: string;
  readonly accessAddress: string;
}

export const DELIVER_WORDS: Readonly<Record<Lang, DeliverWords>> = {
  zh: {
    engineComing: "检查程序还在载入，载入后自动给出结果；表格可以继续填写和保存。",
    newVersion: "有新版本，刷新后生效；开着几个填报窗口的，请先保存并关闭其他窗口。",
    pages: "相关页面",
    allRules: "检查规则",
    rulesAddress: "rules/index.html",
    access: "无障碍声明",
    accessAddress: "access.html",
  },
  en: {
    engineComing: "The checks are still loading; the result follows by itself. You can go on filling in and saving the table.",
    newVersion: "There is a new version: reload to use it. If the form is open in several windows, save and close the others first.",
    pages: "Related pages",
    allRules: "Rules of the check",
    rulesAddress: "rules/en/index.html",
    access: "Accessibility statement",
    accessAddress: "access.en.html",
  },
};
