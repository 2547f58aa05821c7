// The words of drafts, in both languages.

import type { Refusal } from "../drafts/store";
import type { Lang } from "../types";
import type { Words } from "../words";

export interface DraftWords {
  readonly drafts: string;
  readonly saved: (time: string) => string;
  readonly unsaved: string;
  readonly unnamed: string;
  readonly restored: (name: string, time: string) => string;
  readonly opened: (name: string, time: string) => string;
  readonly copyName: (name: string) => string;
  readonly day: (year: number | undefined, month: number, day: number) => string;
  // The list
  readonly intro: string;
  readonly none: string;
  readonly listFailed: string;
  readonly current: string;
  readonly state: (time: string, rows: number, blanks: number) => string;
  readonly open: string;
  readonly rename: string;
  readonly newName: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly duplicate: string;
  readonly remove: string;
  readonly removed: (name: string) => string;
  readonly putBack: string;
  readonly saveAll: string;
  readonly allFile: string;
  readonly close: string;
  readonly unreadable: Readonly<Record<"newer" | "damaged", string>>;
  // Earlier states
  readonly history: string;
  readonly historyIntro: string;
  readonly noHistory: string;
  readonly same: string;
  readonly since: string;
  readonly fields: (names: readonly string[], more: number) => string;
  readonly added: (rows: number, first: string) => string;
  readonly gone: (rows: number, first: string) => string;
  readonly comma: string;
  readonly goBack: string;
  readonly wentBack: (time: string) => string;
  // What needs attention
  readonly elsewhere: string;
  readonly takeOver: string;
  readonly saveAsNew: string;
  readonly forked: (name: string) => string;
  readonly refused: Readonly<Record<Refusal, string>>;
  readonly onlyHere: string;
  readonly inFile: string;
  readonly saveFile: string;
  readonly retry: string;
  readonly cannotOpen: Readonly<Record<"newer" | "damaged", (name: string) => string>>;
  readonly rules: (profile: string, ruleset: string, engine: string | undefined) => string;
  readonly rulesChanged: (from: string, to: string) => string;
  readonly came: (count: number) => string;
  readonly went: (count: number) => string;
  readonly noChange: string;
  readonly notCompared: string;
  readonly dismiss: string;
}

const zh: DraftWords = {
  drafts: "草稿",
  saved: (time) => `已存为草稿 ${time}`,
  unsaved: "未保存",
  unnamed: "未命名的表",
  restored: (name, time) => `已恢复 ${time} 的草稿“${name}”。`,
  opened: (name, time) => `已打开 ${time} 的草稿“${name}”。`,
  copyName: (name) => `${name || "未命名的表"}（副本）`,
  day: (year, month, day) => `${year === undefined ? "" : `${year}年`}${month}月${day}日`,
  intro: "填写的内容随时自动存为草稿，只存在本机的这个浏览器里。打开文件或示例会另起一份草稿，不影响原来的。",
  none: "还没有草稿。开始填写后会自动保存。",
  listFailed: "浏览器没有交出草稿列表，请刷新页面后再试。",
  current: "正在填写",
  state: (time, rows, blanks) => `${time} 保存 · 指标 ${rows} 行 · ${blanks === 0 ? "已全部填写" : `未填 ${blanks} 项`}`,
  open: "打开",
  rename: "改名",
  newName: "草稿名称",
  confirm: "确定",
  cancel: "取消",
  duplicate: "复制一份",
  remove: "删除",
  removed: (name) => `已删除草稿“${name}”。`,
  putBack: "撤销删除",
  saveAll: "全部保存到文件",
  allFile: "绩效目标表草稿",
  close: "关闭",
  unreadable: { newer: "由更新版本的页面保存，这里打不开", damaged: "内容已损坏，打不开" },
  history: "这份草稿的历史版本",
  historyIntro: "恢复后如不合适，点“撤销”即可回到现在的内容。",
  noHistory: "还没有历史版本。填写过程中会自动留存，最多 20 个。",
  same: "与现在的内容相同",
  since: "与现在不同：",
  fields: (names, more) => `${names.join("、")}${more > 0 ? ` 等 ${names.length + more} 处` : ""}`,
  added: (rows, first) => `现在多 ${rows} 行（“${first}”${rows > 1 ? "等" : ""}）`,
  gone: (rows, first) => `现在少 ${rows} 行（“${first}”${rows > 1 ? "等" : ""}）`,
  comma: "；",
  goBack: "恢复到这一版",
  wentBack: (time) => `已恢复到 ${time} 的版本。点“撤销”可回到恢复前的内容。`,
  elsewhere: "这份草稿正在另一个标签页中填写，这里不会写入它。如在这里修改，将另存为一份新草稿。",
  takeOver: "在这里继续",
  saveAsNew: "另存为新草稿",
  forked: (name) => `已另存为新草稿“${name}”，原来的草稿没有改动。`,
  refused: {
    full: "浏览器的存储空间已满，草稿没有存下。",
    refused: "浏览器不允许本页保存草稿（可能是无痕模式，或已禁用网站数据）。",
    missing: "这个浏览器不能保存草稿。",
  },
  onlyHere: "填写的内容只在当前页面里，关闭即丢失，请保存到文件。",
  inFile: "以后填写的内容请随时保存到文件。",
  saveFile: "保存到文件",
  retry: "再试一次",
  cannotOpen: {
    newer: (name) => `草稿“${name}”由更新版本的页面保存，这里打不开，也没有改动。请用新版页面打开，或先把它保存到文件。`,
    damaged: (name) => `草稿“${name}”的内容已损坏，打不开，也没有改动；其他草稿不受影响。可把它保存到文件，请技术人员查看。`,
  },
  rules: (profile, ruleset, engine) =>
    `“${profile}”${ruleset} 版${engine === undefined ? "" : `（程序 ${engine} 版）`}`,
  rulesChanged: (from, to) => `这份草稿上次按${from}检查，现在按${to}检查。`,
  came: (count) => `新出现 ${count} 处：`,
  went: (count) => `不再出现 ${count} 处：`,
  noChange: "需要修改和说明的地方没有变化。",
  notCompared: "上次检查后又改过内容，两次结果不能逐条对比，请以现在的检查结果为准。",
  dismiss: "知道了",
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const en: DraftWords = {
  drafts: "Drafts",
  saved: (time) => `Draft saved ${time}`,
  unsaved: "Not saved",
  unnamed: "Table without a name",
  restored: (name, time) => `Your draft “${name}” of ${time} is back.`,
  opened: (name, time) => `Opened the draft “${name}” of ${time}.`,
  copyName: (name) => `${name || "Table without a name"} (copy)`,
  day: (year, month, day) => `${day} ${MONTHS[month - 1] ?? ""}${year === undefined ? "" : ` ${year}`}`,
  intro:
    "What you fill in is kept as a draft all the time, in this browser on this computer only. A file or an example that you open becomes a draft of its own.",
  none: "There is no draft yet. One is kept as soon as you begin to fill in.",
  listFailed: "The browser did not hand over the list of drafts. Reload the page and try again.",
  current: "On the page now",
  state: (time, rows, blanks) =>
    `Saved ${time} · ${plural(rows, "indicator", "indicators")} · ${blanks === 0 ? "everything filled in" : `${plural(blanks, "field", "fields")} left`}`,
  open: "Open",
  rename: "Rename",
  newName: "Name of the draft",
  confirm: "Done",
  cancel: "Cancel",
  duplicate: "Copy",
  remove: "Delete",
  removed: (name) => `Deleted the draft “${name}”.`,
  putBack: "Undo the deletion",
  saveAll: "Save all to a file",
  allFile: "target-table-drafts",
  close: "Close",
  unreadable: { newer: "Saved by a newer version of this page; it cannot be opened here", damaged: "Damaged; it cannot be opened" },
  history: "Earlier states of this draft",
  historyIntro: "If you do not like the earlier state, Undo brings back what is there now.",
  noHistory: "There is no earlier state yet. Up to 20 are kept while you fill in.",
  same: "The same as now",
  since: "Now different: ",
  fields: (names, more) => `${names.join("; ")}${more > 0 ? ` and ${more} more` : ""}`,
  added: (rows, first) => `${plural(rows, "row", "rows")} more now (“${first}”${rows > 1 ? "…" : ""})`,
  gone: (rows, first) => `${plural(rows, "row", "rows")} fewer now (“${first}”${rows > 1 ? "…" : ""})`,
  comma: "; ",
  goBack: "Go back to this state",
  wentBack: (time) => `This is the state of ${time}. Undo brings back what was there before.`,
  elsewhere:
    "This draft is being filled in in another tab, and is not written from here. If you change something here, it becomes a new draft.",
  takeOver: "Go on here",
  saveAsNew: "Save as a new draft",
  forked: (name) => `Saved as the new draft “${name}”; the other draft is unchanged.`,
  refused: {
    full: "The browser’s storage is full; the draft was not saved.",
    refused: "The browser does not let this page keep drafts (a private window, or site data is blocked).",
    missing: "This browser cannot keep drafts.",
  },
  onlyHere: "Your work is only in this page and is lost when you close it: save it to a file.",
  inFile: "Save to a file whatever you fill in from now on.",
  saveFile: "Save to file",
  retry: "Try again",
  cannotOpen: {
    newer: (name) =>
      `The draft “${name}” was saved by a newer version of this page. It cannot be opened here and has not been changed. Open it with the newer page, or save it to a file first.`,
    damaged: (name) =>
      `The draft “${name}” is damaged and cannot be opened. It has not been changed, and the other drafts are not affected. You can save it to a file for somebody to look at.`,
  },
  rules: (profile, ruleset, engine) =>
    `“${profile}”, version ${ruleset}${engine === undefined ? "" : ` (program ${engine})`}`,
  rulesChanged: (from, to) => `This draft was last checked by ${from}, and is now checked by ${to}.`,
  came: (count) => `New (${count}):`,
  went: (count) => `Gone (${count}):`,
  noChange: "Nothing has changed in what is to be mended or explained.",
  notCompared: "The table was changed after that check, so the two results cannot be compared. Today’s result counts.",
  dismiss: "Dismiss",
};

export const DRAFT_WORDS: Readonly<Record<Lang, DraftWords>> = { zh, en };

/** The words of drafts in the language of the page's other words. */
export function draftWords(words: Words): DraftWords {
  return words.lang === "en" ? en : zh;
}

/** A time as it is told: the hour, and the day where it is another one. */
export function when(at: number, now: number, words: DraftWords): string {
  const [then, today] = [new Date(at), new Date(now)];
  const time = `${then.getHours()}`.padStart(2, "0") + `:${`${then.getMinutes()}`.padStart(2, "0")}`;
  if (then.toDateString() === today.toDateString()) return time;
  const year = then.getFullYear() === today.getFullYear() ? undefined : then.getFullYear();
  return `${words.day(year, then.getMonth() + 1, then.getDate())} ${time}`;
}
