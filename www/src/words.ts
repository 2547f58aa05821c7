// Every word of the page itself, in both languages. The wording of findings and of the rules' pages is the engine's.

import type { Category, Dimension, Lang, Severity, Verdict } from "./types";
import { ASIDE_WORDS, type AsideWords } from "./words/asides";
import { DELIVER_WORDS, type DeliverWords } from "./words/deliver";
import { PASTE_WORDS, type PasteWords } from "./words/paste";

export type Words = PageWords & AsideWords & DeliverWords & { readonly paste: PasteWords };

interface PageWords {
  readonly lang: string;
  readonly title: string;
  readonly tableSuffix: string;
  readonly intro: string;
  readonly skipToTable: string;
  readonly open: string;
  readonly blank: string;
  readonly examples: string;
  readonly exampleNames: readonly string[];
  readonly openFile: string;
  readonly save: string;
  readonly undo: string;
  readonly redo: string;
  readonly print: string;
  readonly check: string;
  readonly otherLanguage: string;
  readonly otherLang: string;
  readonly toolbar: string;
  readonly projectName: string;
  readonly applicant: string;
  readonly support: string;
  readonly supportUnit: string;
  readonly basics: string;
  readonly indicators: string;
  readonly levels: string;
  readonly content: string;
  readonly category: string;
  readonly dimension: string;
  readonly group: string;
  readonly indicatorName: string;
  readonly unit: string;
  readonly definition: string;
  readonly periodLabel: string;
  readonly pathSeparator: string;
  readonly clause: string;
  readonly wholeTable: string;
  readonly periodKinds: Readonly<Record<string, string>>;
  readonly noTarget: string;
  readonly rowNumber: (row: number) => string;
  readonly periodNumber: (period: number) => string;
  readonly result: string;
  readonly notChecked: string;
  readonly counts: (errors: number, warnings: number, infos: number) => string;
  readonly left: (blanks: number) => string;
  readonly noFindings: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly understood: (phrase: string) => string;
  readonly why: string;
  readonly close: string;
  readonly changes: (gone: number, come: number) => string;
  readonly example: Readonly<Record<string, string>>;
  readonly opened: (name: string) => string;
  readonly saved: (name: string) => string;
  readonly undoToReturn: string;
  readonly fileName: string;
  readonly engineFailed: string;
  readonly rulesFailed: string;
  readonly ruleUnknown: string;
  readonly footer: string;
  readonly categories: Readonly<Record<Category, string>>;
  readonly dimensions: Readonly<Record<Dimension, string>>;
}

const zh: PageWords = {
  lang: "zh-CN",
  title: "绩效目标表 填报与自查",
  tableSuffix: "绩效目标表",
  intro: "直接在表中填写；离开一格即检查这一格，点“检查”检查全表。内容只在本机处理，不上传。",
  skipToTable: "跳到表格",
  open: "打开",
  blank: "空白表",
  examples: "示例：附件3的五张表",
  exampleNames: [
    "1. 汕尾市金融支持示范项目",
    "2. 潮州市信贷风险补偿资金项目",
    "3. 非上市证券集中托管平台",
    "4. 普惠金融融资再担保保费补助",
    "5. 新时代广东金融文化建设研究",
  ],
  openFile: "从文件打开…",
  save: "保存到文件",
  undo: "撤销",
  redo: "重做",
  print: "打印",
  check: "检查",
  otherLanguage: "English",
  otherLang: "en",
  toolbar: "操作",
  projectName: "项目名称",
  applicant: "申报单位",
  support: "支持金额",
  supportUnit: "金额单位",
  basics: "基本情况与目标",
  indicators: "绩效指标",
  levels: "目标",
  content: "指标内容及口径",
  category: "一级指标",
  dimension: "二级指标",
  group: "事项",
  indicatorName: "指标名称",
  unit: "单位",
  definition: "口径",
  periodLabel: "目标名称",
  pathSeparator: " / ",
  clause: "；",
  wholeTable: "全表",
  periodKinds: { stage: "阶段目标", annual: "年度目标", overall: "总体目标", cycle: "实施周期目标" },
  noTarget: "（空白）",
  rowNumber: (row) => `第 ${row} 行`,
  periodNumber: (period) => `第 ${period} 期目标`,
  result: "检查结果",
  notChecked: "尚未检查全表",
  counts: (errors, warnings, infos) => {
    const parts = [
      errors > 0 ? `${errors} 处需要修改` : "",
      warnings > 0 ? `${warnings} 处需要说明` : "",
      infos > 0 ? `${infos} 条提示` : "",
    ].filter((part) => part !== "");
    return parts.length === 0 ? "没有需要修改或说明的地方" : `有 ${parts.join("，")}`;
  },
  left: (blanks) => (blanks === 0 ? "已全部填写" : `未填 ${blanks} 项`),
  noFindings: "没有发现问题。是否通过由主管部门审定。",
  verdicts: { ready: "可提交", explain: "需说明", mend: "需修改" },
  severities: { error: "需修改", warning: "需说明", info: "提示" },
  understood: (phrase) => `理解为：${phrase}`,
  why: "为什么",
  close: "收起",
  changes: (gone, come) =>
    (gone > 0 ? `已改好 ${gone} 处。` : "") + (come > 0 ? `新发现 ${come} 处，请看检查结果。` : ""),
  example: { bad: "有问题的写法", fixed: "改后", good: "合适的写法", boundary: "也可以的写法" },
  opened: (name) => `已打开“${name}”。`,
  saved: (name) => `已保存为“${name}”。`,
  undoToReturn: "点“撤销”可回到原来的表。",
  fileName: "绩效目标表",
  engineFailed: "检查程序没有启动，表格仍可填写和保存。请检查网络后再点一次“检查”；仍不行时，请换用较新的浏览器。",
  rulesFailed: "规则说明没有读到，请检查网络后再点一次“为什么”。",
  ruleUnknown: "这条规则没有更多说明。",
  footer: "“可提交”只表示本工具没有发现问题，是否通过由主管部门审定。",
  categories: { cost: "成本指标", output: "产出指标", benefit: "效益指标", satisfaction: "满意度指标" },
  dimensions: {
    quantity: "数量指标",
    quality: "质量指标",
    timeliness: "时效指标",
    cost: "成本指标",
    economic: "经济效益",
    social: "社会效益",
    ecological: "生态效益",
    sustainable: "可持续影响",
    satisfaction: "服务对象满意度",
    "economic-cost": "经济成本",
    "social-cost": "社会成本",
    "ecological-cost": "生态环境成本",
    other: "其他",
  },
};

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const en: PageWords = {
  lang: "en",
  title: "Performance target table: fill in and check",
  tableSuffix: "Performance target table",
  intro:
    "Type straight into the table: a cell is checked when you leave it, the whole table when you press Check. Nothing leaves this computer.",
  skipToTable: "Skip to the table",
  open: "Open",
  blank: "Blank table",
  examples: "Examples: the five tables of annex 3",
  exampleNames: [
    "1. Shanwei: financial support, model project",
    "2. Chaozhou: compensation of credit risks",
    "3. Custody platform for unlisted securities",
    "4. Premium subsidy for re-guarantees",
    "5. Research on Guangdong’s financial culture",
  ],
  openFile: "Open a file…",
  save: "Save to file",
  undo: "Undo",
  redo: "Redo",
  print: "Print",
  check: "Check",
  otherLanguage: "中文",
  otherLang: "zh-CN",
  toolbar: "Actions",
  projectName: "Project name",
  applicant: "Applicant",
  support: "Support amount",
  supportUnit: "Unit of the amount",
  basics: "Applicant and goals",
  indicators: "Performance indicators",
  levels: "Target",
  content: "Indicator and definition",
  category: "First level",
  dimension: "Second level",
  group: "Item",
  indicatorName: "Indicator name",
  unit: "Unit",
  definition: "Definition",
  periodLabel: "Name of the period",
  pathSeparator: " / ",
  clause: "; ",
  wholeTable: "Whole table",
  periodKinds: { stage: "Stage", annual: "Year", overall: "Overall", cycle: "Cycle" },
  noTarget: "(blank)",
  rowNumber: (row) => `Row ${row}`,
  periodNumber: (period) => `Period ${period}`,
  result: "Result of the check",
  notChecked: "The whole table has not been checked yet",
  counts: (errors, warnings, infos) => {
    const parts = [
      errors > 0 ? `${plural(errors, "place", "places")} to mend` : "",
      warnings > 0 ? `${plural(warnings, "place", "places")} to explain` : "",
      infos > 0 ? plural(infos, "remark", "remarks") : "",
    ].filter((part) => part !== "");
    return parts.length === 0 ? "Nothing to mend or explain" : parts.join(", ");
  },
  left: (blanks) => (blanks === 0 ? "Everything is filled in" : `${plural(blanks, "field", "fields")} left to fill in`),
  noFindings: "Nothing was found. Whether the table passes is for the office to decide.",
  verdicts: { ready: "Ready to submit", explain: "To be explained", mend: "To be mended" },
  severities: { error: "Mend", warning: "Explain", info: "Remark" },
  understood: (phrase) => `Understood as: ${phrase}`,
  why: "Why",
  close: "Close",
  changes: (gone, come) =>
    [
      gone > 0 ? `${plural(gone, "place", "places")} mended.` : "",
      come > 0 ? `${plural(come, "new finding", "new findings")}: see the result.` : "",
    ].join(" "),
  example: { bad: "With the defect", fixed: "Mended", good: "Sound", boundary: "Just sound" },
  opened: (name) => `Opened “${name}”.`,
  saved: (name) => `Saved as “${name}”.`,
  undoToReturn: "Undo brings back the table you had.",
  fileName: "target-table",
  engineFailed:
    "The checks did not start; you can still fill in and save the table. Check the network and press Check again, or use a newer browser.",
  rulesFailed: "The page of this rule could not be loaded. Check the network and press Why again.",
  ruleUnknown: "There is no further page for this rule.",
  footer:
    "“Ready to submit” only means that this tool found nothing; whether the table passes is for the office to decide.",
  categories: { cost: "Cost", output: "Output", benefit: "Benefit", satisfaction: "Satisfaction" },
  dimensions: {
    quantity: "Quantity",
    quality: "Quality",
    timeliness: "Timeliness",
    cost: "Cost",
    economic: "Economic benefit",
    social: "Social benefit",
    ecological: "Ecological benefit",
    sustainable: "Lasting influence",
    satisfaction: "Satisfaction of those served",
    "economic-cost": "Economic cost",
    "social-cost": "Social cost",
    "ecological-cost": "Ecological cost",
    other: "Other",
  },
};

export const WORDS: Readonly<Record<Lang, Words>> = {
  zh: { ...zh, ...ASIDE_WORDS.zh, ...DELIVER_WORDS.zh, paste: PASTE_WORDS.zh },
  en: { ...en, ...ASIDE_WORDS.en, ...DELIVER_WORDS.en, paste: PASTE_WORDS.en },
};
