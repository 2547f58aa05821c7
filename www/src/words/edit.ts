// The words of working in the table: rows, periods, undo and keys.

import type { Change } from "../changes";
import type { Lang, PeriodKind } from "../types";
import type { Words } from "../words";

export interface EditWords {
  readonly rowMenu: string;
  readonly periodMenu: string;
  /** A row's number with its name, if it has one. */
  readonly row: (number: number, name: string) => string;
  readonly addBelow: string;
  readonly duplicate: string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly addToDimension: (dimension: string) => string;
  readonly addDimension: string;
  readonly addCategory: string;
  readonly fileUnder: string;
  readonly removeRow: string;
  readonly addPeriod: string;
  readonly changeKind: string;
  readonly periodKinds: Readonly<Record<PeriodKind, string>>;
  readonly earlier: string;
  readonly later: string;
  readonly removePeriod: string;
  readonly atFirst: string;
  readonly atLast: string;
  readonly atBorder: (category: string) => string;
  readonly full: string;
  readonly added: (row: string) => string;
  readonly duplicated: (row: string) => string;
  readonly moved: (number: number) => string;
  readonly movedInto: (number: number, place: string) => string;
  readonly removed: (row: string) => string;
  readonly emptied: string;
  readonly periodAdded: (label: string) => string;
  readonly periodChanged: (label: string) => string;
  readonly periodMoved: (label: string) => string;
  readonly periodRemoved: (label: string, targets: number) => string;
  readonly copiedAbove: string;
  readonly nothingAbove: string;
  readonly undone: (change: Change, name: string) => string;
  readonly redone: (change: Change, name: string) => string;
  readonly nothingToUndo: string;
  readonly nothingToRedo: string;
  readonly findingOf: (number: number, count: number) => string;
  readonly noFindings: string;
  readonly shortcuts: string;
  readonly shortcutsNote: string;
  readonly closeShortcuts: string;
  readonly keys: readonly (readonly [string, readonly (readonly [string, string])[]])[];
}

function changeZh(change: Change, name: string): string {
  const how = { added: "添加", removed: "删除", moved: "移动" };
  switch (change.of) {
    case "table":
      return "换成另一张表";
    case "answers":
      return "填写或修改说明";
    case "row":
      return `${how[change.how]}第 ${change.number} 行`;
    case "period":
      return `${how[change.how]}一期目标`;
    case "field":
      return `修改“${name}”`;
    case "fields":
      return `${change.count} 处修改`;
  }
}

function changeEn(change: Change, name: string): string {
  const how = { added: "adding", removed: "deleting", moved: "moving" };
  switch (change.of) {
    case "table":
      return "putting in another table";
    case "answers":
      return "the answer to a warning";
    case "row":
      return `${how[change.how]} row ${change.number}`;
    case "period":
      return `${how[change.how]} a period`;
    case "field":
      return `the change of “${name}”`;
    case "fields":
      return `${change.count} changes`;
  }
}

const zh: EditWords = {
  rowMenu: "行操作",
  periodMenu: "本期操作",
  row: (number, name) => (name === "" ? `第 ${number} 行` : `第 ${number} 行“${name}”`),
  addBelow: "在下方添加一行",
  duplicate: "复制这一行",
  moveUp: "上移",
  moveDown: "下移",
  addToDimension: (dimension) => `在“${dimension}”中添加指标`,
  addDimension: "添加二级指标",
  addCategory: "添加一级指标",
  fileUnder: "归入其他二级指标",
  removeRow: "删除这一行",
  addPeriod: "添加一期",
  changeKind: "改为",
  periodKinds: { stage: "阶段目标", annual: "年度目标", cycle: "实施周期目标", overall: "总体目标" },
  earlier: "移到前一期",
  later: "移到后一期",
  removePeriod: "删除本期及其目标值",
  atFirst: "已是第一行，不能再上移。",
  atLast: "已是最后一行，不能再下移。",
  atBorder: (category) => `已到“${category}”的边上。要归入别的一级指标，请在行操作中选“归入其他二级指标”。`,
  full: "最多 500 行，不能再添加。",
  added: (row) => `已添加${row}，可撤销。`,
  duplicated: (row) => `已复制为${row}，可撤销。`,
  moved: (number) => `已移到第 ${number} 行，可撤销。`,
  movedInto: (number, place) => `第 ${number} 行已归入“${place}”，可撤销。`,
  removed: (row) => `已删除${row}，可撤销。`,
  emptied: "表中至少有一行，这一行已清空，可撤销。",
  periodAdded: (label) => `已添加“${label}”，可撤销。`,
  periodChanged: (label) => `已改为“${label}”，可撤销。`,
  periodMoved: (label) => `已移动“${label}”，可撤销。`,
  periodRemoved: (label, targets) =>
    targets === 0 ? `已删除“${label}”，可撤销。` : `已删除“${label}”及其 ${targets} 个目标值，可撤销。`,
  copiedAbove: "已照上一行填写，可撤销。",
  nothingAbove: "上一行的这一格是空的，没有可照填的内容。",
  undone: (change, name) => `已撤销：${changeZh(change, name)}。`,
  redone: (change, name) => `已重做：${changeZh(change, name)}。`,
  nothingToUndo: "没有可撤销的操作。",
  nothingToRedo: "没有可重做的操作。",
  findingOf: (number, count) => `第 ${number} 处，共 ${count} 处`,
  noFindings: "没有需要修改或说明的地方。",
  shortcuts: "快捷键",
  shortcutsNote: "正在用输入法选字时，快捷键不起作用。",
  closeShortcuts: "关闭",
  keys: [
    [
      "在格间移动",
      [
        ["Tab / Shift+Tab", "下一格 / 上一格"],
        ["Ctrl+↑ / Ctrl+↓", "上一行 / 下一行的同一列"],
        ["Ctrl+← / Ctrl+→", "左边 / 右边一格（光标在文字首尾时）"],
        ["F8 / Shift+F8", "下一处 / 上一处问题"],
      ],
    ],
    [
      "编辑",
      [
        ["Enter", "格内换行"],
        ["Ctrl+Enter", "在下方添加一行"],
        ["Alt+↑ / Alt+↓", "上移 / 下移这一行"],
        ["Ctrl+D", "照上一行填写这一格"],
        ["Ctrl+Z", "撤销"],
        ["Ctrl+Y / Ctrl+Shift+Z", "重做"],
      ],
    ],
    [
      "文件",
      [
        ["Ctrl+S", "保存到文件"],
        ["Ctrl+P", "打印"],
      ],
    ],
  ],
};

const en: EditWords = {
  rowMenu: "row actions",
  periodMenu: "period actions",
  row: (number, name) => (name === "" ? `row ${number}` : `row ${number} “${name}”`),
  addBelow: "Add a row below",
  duplicate: "Duplicate this row",
  moveUp: "Move up",
  moveDown: "Move down",
  addToDimension: (dimension) => `Add an indicator to “${dimension}”`,
  addDimension: "Add a second level",
  addCategory: "Add a first level",
  fileUnder: "File under another second level",
  removeRow: "Delete this row",
  addPeriod: "Add a period",
  changeKind: "Change to",
  periodKinds: { stage: "Stage", annual: "Year", cycle: "Cycle", overall: "Overall" },
  earlier: "Move before the period before",
  later: "Move behind the next period",
  removePeriod: "Delete this period and its targets",
  atFirst: "This is the first row already.",
  atLast: "This is the last row already.",
  atBorder: (category) => `This is the border of “${category}”. To put the row elsewhere, use File under another second level in its actions.`,
  full: "A table has 500 rows at most.",
  added: (row) => `Added ${row}; this can be undone.`,
  duplicated: (row) => `Duplicated as ${row}; this can be undone.`,
  moved: (number) => `Moved to row ${number}; this can be undone.`,
  movedInto: (number, place) => `Row ${number} is now under “${place}”; this can be undone.`,
  removed: (row) => `Deleted ${row}; this can be undone.`,
  emptied: "A table has one row at least, so this one was emptied; this can be undone.",
  periodAdded: (label) => `Added “${label}”; this can be undone.`,
  periodChanged: (label) => `Changed to “${label}”; this can be undone.`,
  periodMoved: (label) => `Moved “${label}”; this can be undone.`,
  periodRemoved: (label, targets) =>
    targets === 0
      ? `Deleted “${label}”; this can be undone.`
      : `Deleted “${label}” and ${targets} ${targets === 1 ? "target" : "targets"}; this can be undone.`,
  copiedAbove: "Copied from the row above; this can be undone.",
  nothingAbove: "The cell above is blank: there is nothing to copy.",
  undone: (change, name) => `Undone: ${changeEn(change, name)}.`,
  redone: (change, name) => `Done again: ${changeEn(change, name)}.`,
  nothingToUndo: "There is nothing to undo.",
  nothingToRedo: "There is nothing to do again.",
  findingOf: (number, count) => `Place ${number} of ${count}`,
  noFindings: "There is nothing to mend or explain.",
  shortcuts: "Keyboard shortcuts",
  shortcutsNote: "While an input method is composing, the shortcuts rest.",
  closeShortcuts: "Close",
  keys: [
    [
      "Moving between cells",
      [
        ["Tab / Shift+Tab", "Next / previous cell"],
        ["Ctrl+↑ / Ctrl+↓", "Same column of the row above / below"],
        ["Ctrl+← / Ctrl+→", "Cell to the left / right (with the caret at the end of the text)"],
        ["F8 / Shift+F8", "Next / previous finding"],
      ],
    ],
    [
      "Editing",
      [
        ["Enter", "New line in the cell"],
        ["Ctrl+Enter", "Add a row below"],
        ["Alt+↑ / Alt+↓", "Move the row up / down"],
        ["Ctrl+D", "Copy from the cell above"],
        ["Ctrl+Z", "Undo"],
        ["Ctrl+Y / Ctrl+Shift+Z", "Redo"],
      ],
    ],
    [
      "File",
      [
        ["Ctrl+S", "Save to file"],
        ["Ctrl+P", "Print"],
      ],
    ],
  ],
};

export const EDIT_WORDS: Readonly<Record<Lang, EditWords>> = { zh, en };

/** The words of this area in the language of the page's own. */
export function editWords({ lang }: Words): EditWords {
  return lang === "en" ? en : zh;
}
