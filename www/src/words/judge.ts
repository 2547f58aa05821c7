// The words about judging: answers, fixes, progress, and the first visit.

import type { Share } from "../shares";
import type { Part, Aspect } from "../progress";
import type { Lang } from "../types";
import type { Words } from "../words";

export interface JudgeWords {
  readonly answered: string;
  readonly answeredCount: (count: number) => string;
  readonly stale: string;
  readonly answer: string;
  readonly changeAnswer: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly room: (left: number) => string;
  readonly reasonMissing: string;
  readonly reasonTooLong: (over: number) => string;
  readonly save: string;
  readonly cancel: string;
  readonly dropAnswer: string;
  readonly keepAnswer: string;
  readonly answerSaved: string;
  readonly answerDropped: string;
  readonly answers: string;
  readonly preview: string;
  readonly choose: string;
  readonly chooseHint: string;
  readonly apply: string;
  readonly fixAll: (places: number) => string;
  readonly fixed: (places: number) => string;
  readonly fixesGone: string;
  readonly place: string;
  readonly before: string;
  readonly after: string;
  readonly blank: string;
  readonly rowNumbers: (from: number, to: number) => string;
  readonly order: string;
  readonly bySeverity: string;
  readonly byOrder: string;
  readonly orderFailed: string;
  readonly orderEmpty: string;
  readonly stepFindings: string;
  readonly onlyAspect: (aspect: string) => string;
  readonly allAspects: string;
  readonly noneOfAspect: string;
  readonly rulePage: string;
  readonly showResult: string;
  readonly hideResult: string;
  readonly progress: string;
  readonly filled: string;
  readonly noRows: string;
  readonly found: string;
  readonly parts: Readonly<Record<Part["part"], string>>;
  readonly aspects: Readonly<Record<Aspect, string>>;
  readonly checkedBy: string;
  readonly share: (share: Share, names: readonly string[]) => string;
  readonly start: string;
  readonly startPrivate: string;
  readonly startBlank: string;
  readonly startBlankHint: string;
  readonly startOpen: string;
  readonly startOpenHint: string;
  readonly startOpenButton: string;
  readonly startExample: string;
  readonly startExampleHint: string;
  readonly startExampleButton: string;
  readonly profiles: Readonly<Record<string, string>>;
}

const zh: JudgeWords = {
  answered: "已说明",
  answeredCount: (count) => `；已说明 ${count} 处`,
  stale: "说明待确认：表中文字在说明之后改过。",
  answer: "填写说明",
  changeAnswer: "修改说明",
  reason: "说明理由",
  reasonHint: "说明随表保存，一并报送审核人员。",
  room: (left) => `还可写 ${left} 字`,
  reasonMissing: "请先写明理由。",
  reasonTooLong: (over) => `超出 ${over} 字，请删减后再保存。`,
  save: "保存",
  cancel: "取消",
  dropAnswer: "删除说明",
  keepAnswer: "仍然适用，保留",
  answerSaved: "说明已保存，随表一并报送。",
  answerDropped: "说明已删除，点“撤销”可恢复。",
  answers: "说明",
  preview: "修改预览",
  choose: "请选择",
  chooseHint: "改法不止一种，请确认这样改符合实际情况。",
  apply: "应用",
  fixAll: (places) => `全部改好（${places} 处）`,
  fixed: (places) => `已改 ${places} 处，点“撤销”可恢复。`,
  fixesGone: "没有可以直接改好的地方了。",
  place: "位置",
  before: "改前",
  after: "改后",
  blank: "（空白）",
  rowNumbers: (from, to) => `第 ${from}–${to} 行`,
  order: "排列方式",
  bySeverity: "逐条查看",
  byOrder: "先改这几处",
  orderFailed: "修改次序没有算出来，请点“检查”再试一次。",
  orderEmpty: "没有必须修改或说明的地方。",
  stepFindings: "由此解决",
  onlyAspect: (aspect) => `只看${aspect}`,
  allAspects: "查看全部方面",
  noneOfAspect: "这一方面没有发现问题。",
  rulePage: "打开这条规则的网页（新窗口）",
  showResult: "查看",
  hideResult: "收起结果",
  progress: "全表进度",
  filled: "填写",
  noRows: "未列",
  found: "审核方面",
  parts: { basics: "基本情况", cost: "成本", output: "产出", benefit: "效益", satisfaction: "满意度" },
  aspects: {
    structure: "格式",
    completeness: "完整性",
    relevance: "相关性",
    appropriateness: "适当性",
    feasibility: "可行性",
  },
  checkedBy: "检查依据",
  share: ({ percent, isExact, isBound }, [earlier, later]) =>
    `${earlier}${isBound ? "上限" : ""}为${later}${isBound ? "上限" : ""}的${isExact ? " " : "约 "}${percent}%`,
  start: "从哪里开始",
  startPrivate: "所填内容只在这台电脑上处理，不上传。",
  startBlank: "填写空白表",
  startBlankHint: "选一种版式，直接在下面的表中填写。",
  startOpen: "接着做已有的表",
  startOpenHint: "打开保存过的文件，或在 Word、WPS、Excel 中复制表格，粘贴到本页。",
  startOpenButton: "打开文件…",
  startExample: "看一个示例",
  startExampleHint: "打开一张真实的表，看看检查结果是什么样子。",
  startExampleButton: "打开示例",
  profiles: { "guangdong-2024": "广东省级专项资金（2024）", "mof-2021": "财政部项目支出（2021）" },
};

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const en: JudgeWords = {
  answered: "Answered",
  answeredCount: (count) => `; ${count} answered`,
  stale: "Reason to be confirmed: the text was changed after it was given.",
  answer: "Give a reason",
  changeAnswer: "Change the reason",
  reason: "Reason",
  reasonHint: "The reason is saved in the table and goes to the reviewers with it.",
  room: (left) => `${plural(left, "character", "characters")} left`,
  reasonMissing: "Write the reason first.",
  reasonTooLong: (over) => `${plural(over, "character", "characters")} too many: shorten the reason and save again.`,
  save: "Save",
  cancel: "Cancel",
  dropAnswer: "Delete the reason",
  keepAnswer: "Still true, keep it",
  answerSaved: "The reason is saved and goes with the table.",
  answerDropped: "The reason is deleted; Undo brings it back.",
  answers: "Reason",
  preview: "What will change",
  choose: "your choice",
  chooseHint: "There is more than one way to mend this. Make sure that this one says what is true.",
  apply: "Apply",
  fixAll: (places) => `Mend all (${plural(places, "place", "places")})`,
  fixed: (places) => `${plural(places, "place", "places")} changed; Undo takes it back.`,
  fixesGone: "There is nothing left that can simply be mended.",
  place: "Place",
  before: "Before",
  after: "After",
  blank: "(blank)",
  rowNumbers: (from, to) => `rows ${from}–${to}`,
  order: "Order",
  bySeverity: "One by one",
  byOrder: "Mend these first",
  orderFailed: "The order could not be worked out. Press Check to try again.",
  orderEmpty: "There is nothing that has to be mended or explained.",
  stepFindings: "This settles",
  onlyAspect: (aspect) => `Only ${aspect}`,
  allAspects: "Show all aspects",
  noneOfAspect: "Nothing was found under this aspect.",
  rulePage: "The page of this rule (new window)",
  showResult: "Show",
  hideResult: "Hide the result",
  progress: "Progress of the table",
  filled: "Filled in",
  noRows: "none",
  found: "Aspects of review",
  parts: { basics: "Basics", cost: "Cost", output: "Output", benefit: "Benefit", satisfaction: "Satisfaction" },
  aspects: {
    structure: "Form",
    completeness: "Completeness",
    relevance: "Relevance",
    appropriateness: "Appropriateness",
    feasibility: "Feasibility",
  },
  checkedBy: "Checked by",
  share: ({ percent, isExact, isBound }, [earlier, later]) => {
    const what = isBound ? " limit" : "";
    return `${earlier}${what}: ${isExact ? "" : "about "}${percent}% of ${later}${what}`;
  },
  start: "Where to begin",
  startPrivate: "What you fill in stays on this computer; nothing is uploaded.",
  startBlank: "Fill in a blank table",
  startBlankHint: "Choose a layout and type straight into the table below.",
  startOpen: "Go on with a table you have",
  startOpenHint: "Open a saved file, or copy the table in Word, WPS or Excel and paste it here.",
  startOpenButton: "Open a file…",
  startExample: "Look at an example",
  startExampleHint: "Open a real table and see what a result looks like.",
  startExampleButton: "Open the example",
  profiles: { "guangdong-2024": "Guangdong fund (2024)", "mof-2021": "Ministry of Finance (2021)" },
};

const JUDGE_WORDS: Readonly<Record<Lang, JudgeWords>> = { zh, en };

/** The words about judging in the language of the others. */
export function judgeWords({ lang }: Words): JudgeWords {
  return JUDGE_WORDS[lang === "en" ? "en" : "zh"];
}
