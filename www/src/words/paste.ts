// The words of opening files, of pasting and of copying.

import type { Lang } from "../types";

export interface PasteWords {
  readonly dropHere: string;
  readonly fileTooLarge: (name: string, megabytes: number) => string;
  readonly fileUnreadable: (name: string) => string;
  readonly fileNotUtf8: (name: string) => string;
  readonly fileNotText: (name: string) => string;
  readonly fileNotJson: (name: string) => string;
  readonly fileNotTable: (name: string, reason: string) => string;
  readonly fileTooLong: (name: string) => string;
  readonly officeFile: (name: string) => string;
  readonly oldOfficeFile: (name: string) => string;
  readonly zipFile: (name: string) => string;
  readonly pdfFile: (name: string) => string;
  readonly tooManyFiles: (most: number) => string;
  readonly exampleFailed: string;
  readonly imported: (name: string, reason: string) => string;

  readonly foundHeading: string;
  readonly foundTables: (count: number) => string;
  readonly nameless: string;
  readonly items: (count: number) => string;
  readonly notesHeading: (count: number) => string;
  readonly open: string;
  readonly cancel: string;

  readonly pasteHeading: string;
  readonly pasteTable: string;
  readonly replacesTable: (name: string, items: number) => string;
  readonly replace: string;
  readonly onlyIndicators: string;
  readonly indicatorsReplaced: (items: number) => string;
  readonly tablePasted: string;
  readonly indicatorsPasted: (items: number) => string;
  readonly columnLeftOut: (label: string) => string;
  readonly pasteHead: string;
  readonly goalLeftOut: (label: string) => string;

  readonly changes: (cells: number, rows: number) => string;
  readonly nothingChanges: string;
  readonly place: string;
  readonly before: string;
  readonly after: string;
  readonly blank: string;
  readonly newRow: (row: number) => string;
  readonly rowNumber: (row: number) => string;
  readonly more: (count: number) => string;
  readonly overflow: (rows: number, level: string) => string;
  readonly insertRows: (level: string) => string;
  readonly overwriteRows: string;
  readonly fillFromHere: string;
  readonly append: string;
  readonly how: string;
  readonly apply: string;
  readonly asText: string;
  readonly pasted: (cells: number, rows: number) => string;
  readonly cellsOutside: (texts: string) => string;
  readonly rowsOverLimit: (rows: number, most: number) => string;
  readonly nowhere: string;
  readonly pasteTooLarge: string;
  readonly pasteFailed: string;

  readonly copyTable: string;
  readonly copied: string;
  readonly copyFailed: string;
}

const zh: PasteWords = {
  dropHere: "松开鼠标，打开文件",
  fileTooLarge: (name, megabytes) =>
    `“${name}”超过 ${megabytes} MB，未打开。请确认选对了文件；内容较多时，请拆成几个文件。`,
  fileUnreadable: (name) => `“${name}”读不出来，未打开。请确认文件还在，再打开一次。`,
  fileNotUtf8: (name) => `“${name}”不是 UTF-8 编码的文本，未打开。请用 UTF-8 编码另存后再打开。`,
  fileNotText: (name) => `“${name}”不是文本或网页文件，未打开。请选择含有绩效目标表的 .json、.txt 或 .html 文件。`,
  fileNotJson: (name) => `“${name}”不是完整的 JSON 文件，未打开。请选择本页保存的 .json 文件。`,
  fileNotTable: (name, reason) => `“${name}”不是绩效目标表，未打开。${reason}`,
  fileTooLong: (name) => `“${name}”里的表格太大，未打开。一张绩效目标表最多 500 项指标。`,
  officeFile: (name) =>
    `“${name}”是 Word 或 Excel 文件，本页还不能直接打开。请在 Word、WPS 或 Excel 中选中整张表格，复制后粘贴到这里。`,
  oldOfficeFile: (name) => `“${name}”是旧版 Word 或 Excel 文件，不能打开。请另存为 .docx，或选中表格复制后粘贴到这里。`,
  zipFile: (name) => `“${name}”是压缩包，不能打开。请先解压，再打开里面的文件。`,
  pdfFile: (name) => `“${name}”是 PDF 文件，不能打开。请打开原来的 Word 文件，选中表格复制后粘贴到这里。`,
  tooManyFiles: (most) => `一次最多打开 ${most} 个文件，其余的没有打开。`,
  exampleFailed: "示例没有读到，请检查网络后再试一次。",
  imported: (name, reason) => `“${name}”未打开。${reason}`,

  foundHeading: "打开表格",
  foundTables: (count) => `找到 ${count} 张绩效目标表，请选择一张。`,
  nameless: "（未写项目名称）",
  items: (count) => `${count} 项指标`,
  notesHeading: (count) => `未导入或需要核对的内容（${count} 处）`,
  open: "打开",
  cancel: "取消",

  pasteHeading: "粘贴预览",
  pasteTable: "粘贴整张表",
  replacesTable: (name, items) => `当前表：${name}，${items} 项指标。`,
  replace: "替换当前表",
  onlyIndicators: "仅填入指标",
  indicatorsReplaced: (items) =>
    `“仅填入指标”保留当前表的项目名称、申报单位、金额和目标，用粘贴的内容替换原有的 ${items} 项指标。`,
  tablePasted: "已用粘贴的表替换当前表。点“撤销”可回到原来的表。",
  indicatorsPasted: (items) => `已填入 ${items} 项指标。点“撤销”可回到原来的内容。`,
  columnLeftOut: (label) => `“${label}”在当前表中没有对应的一期，选择“仅填入指标”时这一列不填入。`,
  pasteHead: "粘贴基本情况与目标",
  goalLeftOut: (label) => `“${label}”在当前表中没有对应的一期，未填入。`,

  changes: (cells, rows) =>
    [cells > 0 ? `修改 ${cells} 格` : "", rows > 0 ? `新增 ${rows} 行` : ""].filter((part) => part !== "").join("，"),
  nothingChanges: "粘贴的内容与表中相同，没有需要修改的地方。",
  place: "位置",
  before: "原内容",
  after: "新内容",
  blank: "（空白）",
  newRow: (row) => `新增第 ${row} 行`,
  rowNumber: (row) => `第 ${row} 行`,
  more: (count) => `另有 ${count} 处未列出。`,
  overflow: (rows, level) => `粘贴的行比“${level}”下的多 ${rows} 行`,
  insertRows: (level) => `在“${level}”下新增行`,
  overwriteRows: "依次覆盖下面各行",
  fillFromHere: "从所在行起依次覆盖",
  append: "加在全表最后",
  how: "放入方式",
  apply: "应用",
  asText: "作为文字粘贴到这一格",
  pasted: (cells, rows) => `已粘贴：${zh.changes(cells, rows)}。点“撤销”可回到原来的内容。`,
  cellsOutside: (texts) => `右边没有对应的列，未放入：${texts}`,
  rowsOverLimit: (rows, most) => `全表最多 ${most} 行，有 ${rows} 行未放入。`,
  nowhere: "粘贴的内容不是整张绩效目标表。请先点要粘贴到的格子，再粘贴一次。",
  pasteTooLarge: "粘贴的内容太多，未粘贴。请只复制绩效目标表的部分。",
  pasteFailed: "这次粘贴没有读出内容，表格没有改动。请刷新页面后再试一次。",

  copyTable: "复制表格",
  copied: "已复制整张表，可粘贴到 Word、WPS 或 Excel。",
  copyFailed: "浏览器没有允许复制。请改用“保存到文件”。",
};

const plural = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

const en: PasteWords = {
  dropHere: "Drop the file to open it",
  fileTooLarge: (name, megabytes) =>
    `“${name}” is larger than ${megabytes} MB and was not opened. Make sure that it is the right file, or split it into several.`,
  fileUnreadable: (name) =>
    `“${name}” could not be read and was not opened. Make sure that the file is still there and open it again.`,
  fileNotUtf8: (name) => `“${name}” is not text in UTF-8 and was not opened. Save it as UTF-8 and open it again.`,
  fileNotText: (name) =>
    `“${name}” is neither text nor a web page and was not opened. Choose a .json, .txt or .html file with a target table.`,
  fileNotJson: (name) => `“${name}” is not a complete JSON file and was not opened. Choose a .json file saved here.`,
  fileNotTable: (name, reason) => `“${name}” is not a performance target table and was not opened. ${reason}`,
  fileTooLong: (name) =>
    `The tables in “${name}” are too large and were not opened. A target table has at most 500 indicators.`,
  officeFile: (name) =>
    `“${name}” is a Word or Excel file, which this page cannot open yet. Select the whole table in Word, WPS or Excel, copy it and paste it here.`,
  oldOfficeFile: (name) =>
    `“${name}” is an old Word or Excel file and cannot be opened. Save it as .docx, or select the table, copy it and paste it here.`,
  zipFile: (name) => `“${name}” is an archive and cannot be opened. Unpack it and open the file inside.`,
  pdfFile: (name) =>
    `“${name}” is a PDF and cannot be opened. Open the original Word file, select the table, copy it and paste it here.`,
  tooManyFiles: (most) => `At most ${most} files are opened at a time; the others were not.`,
  exampleFailed: "The example could not be loaded. Check the network and try again.",
  imported: (name, reason) => `“${name}” was not opened. ${reason}`,

  foundHeading: "Open a table",
  foundTables: (count) => `${count} target tables were found. Choose one.`,
  nameless: "(no project name)",
  items: (count) => plural(count, "indicator"),
  notesHeading: (count) => `Not imported or to be checked (${count})`,
  open: "Open",
  cancel: "Cancel",

  pasteHeading: "Preview",
  pasteTable: "Paste a whole table",
  replacesTable: (name, items) => `Current table: ${name}, ${plural(items, "indicator")}.`,
  replace: "Replace the current table",
  onlyIndicators: "Indicators only",
  indicatorsReplaced: (items) =>
    `“Indicators only” keeps the project, the applicant, the amount and the goals of the current table and replaces its ${plural(items, "indicator")}.`,
  tablePasted: "The pasted table has replaced the current one. Undo brings it back.",
  indicatorsPasted: (items) => `${plural(items, "indicator")} pasted. Undo brings back what was there.`,
  columnLeftOut: (label) =>
    `“${label}” has no period of its own in the current table; “Indicators only” leaves this column out.`,
  pasteHead: "Paste the applicant and the goals",
  goalLeftOut: (label) => `“${label}” has no period of its own in the current table and was left out.`,

  changes: (cells, rows) =>
    [cells > 0 ? `${plural(cells, "cell")} changed` : "", rows > 0 ? `${plural(rows, "row")} added` : ""]
      .filter((part) => part !== "")
      .join(", "),
  nothingChanges: "The pasted text is what the table already says; nothing changes.",
  place: "Place",
  before: "Before",
  after: "After",
  blank: "(blank)",
  newRow: (row) => `New row ${row}`,
  rowNumber: (row) => `Row ${row}`,
  more: (count) => `${count} more are not listed.`,
  overflow: (rows, level) => `There are ${plural(rows, "row")} more than under “${level}”`,
  insertRows: (level) => `Add rows under “${level}”`,
  overwriteRows: "Overwrite the rows below",
  fillFromHere: "Overwrite from this row on",
  append: "Add at the end of the table",
  how: "Where to put it",
  apply: "Apply",
  asText: "Paste as text into this cell",
  pasted: (cells, rows) => `Pasted: ${en.changes(cells, rows)}. Undo brings back what was there.`,
  cellsOutside: (texts) => `There is no column for: ${texts}`,
  rowsOverLimit: (rows, most) => `A table has at most ${most} rows; ${plural(rows, "row")} left out.`,
  nowhere: "This is no whole target table. Click on the cell to paste into and paste again.",
  pasteTooLarge: "There is too much in the clipboard; nothing was pasted. Copy only the target table.",
  pasteFailed: "What was pasted could not be read; the table is unchanged. Reload the page and try again.",

  copyTable: "Copy table",
  copied: "The whole table was copied. Paste it into Word, WPS or Excel.",
  copyFailed: "The browser did not allow copying. Use “Save to file” instead.",
};

export const PASTE_WORDS: Readonly<Record<Lang, PasteWords>> = { zh, en };
