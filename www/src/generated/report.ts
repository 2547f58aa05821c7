/* Generated from schema/report.schema.json by `npm run generate --workspace www`. */

/**
 * RFC 6902 的一步；改法只用到这三种。 One step of a patch (RFC 6902); fixes need only these three.
 */
export type Operation =
  | {
      op: "add";
      /**
       * 位置。 Where.
       */
      path: string;
      /**
       * 新值。 The new value.
       */
      value: string;
    }
  | {
      op: "replace";
      /**
       * 位置。 Where.
       */
      path: string;
      /**
       * 新值。 The new value.
       */
      value: string;
    }
  | {
      op: "remove";
      /**
       * 位置。 Where.
       */
      path: string;
    };
/**
 * A direction.
 */
export type Comparator = ">=" | ">" | "=" | "<" | "<=";
/**
 * 程度。 A grade that words give.
 */
export type Grade = "all" | "met" | "excellent" | "good" | "fair" | "poor" | "improving" | "effective" | "lasting";
/**
 * 问题的种类。 What is wrong with a malformed cell.
 */
export type Problem =
  | "number-missing"
  | "only-unit"
  | "number-too-long"
  | "broken-number"
  | "exponent"
  | "arithmetic"
  | "range-reversed"
  | "comparators-contradict"
  | "unit-half-missing"
  | "not-understood";
/**
 * 单位的来处。 Where a number's unit was found.
 */
export type UnitSource = "cell" | "name" | "neighbour";

/**
 * 一张表的检查报告。 The report on one table.
 */
export interface Report {
  /**
   * 按哪一天检查，仅在指定时有。 The day for which the table was checked, where one was asked for.
   */
  asOf?: string | null;
  /**
   * 表的校验码：规范化 JSON（RFC 8785）的 SHA-256；无法读成表时为空。
   * The check code: SHA-256 of the table's canonical JSON (RFC 8785); `null` where the input is no table.
   */
  digest?: string | null;
  /**
   * 引擎版本。 The version of the engine.
   */
  engine: string;
  /**
   * 发现的问题，按表中位置排列。 What was found, in the order of the table.
   */
  findings: Finding[];
  /**
   * 报告所用语言。 The language of messages and titles.
   */
  lang: "zh" | "en";
  /**
   * 各条规则的结果及依据（仅在要求时有）。 What became of every rule, on request.
   */
  ledger?: LedgerEntry[] | null;
  /**
   * 所用方案。 The profile that the table was checked by.
   */
  profile: string;
  /**
   * 各单元格的读数（仅在要求时有）。 The reading of every cell, on request.
   */
  readings?: CellReading[] | null;
  /**
   * 规则集版本。 The version of the rules.
   */
  ruleset: string;
  /**
   * 最短改法：先改哪里（仅在要求时有）。 The shortest way to mend the table, on request.
   */
  steps?: Step[] | null;
  summary: Summary;
}
/**
 * 一处问题。 One finding.
 */
export interface Finding {
  /**
   * 申报单位的说明。 What the applicant has answered.
   */
  answer?: Answered | null;
  /**
   * 审核方面。 The aspect of review.
   */
  aspect: "structure" | "completeness" | "relevance" | "appropriateness" | "feasibility";
  /**
   * 所在位置，JSON 指针。 Where it is, as a JSON Pointer.
   */
  at: string;
  /**
   * 严重程度将要改变。 That it will become more or less severe.
   */
  becomes?: Becomes | null;
  /**
   * 指纹：说明（answers）以它认出问题。 The fingerprint by which an answer knows the finding.
   */
  fingerprint?: string | null;
  /**
   * 改法。 A way to mend it.
   */
  fix?: Fix | null;
  /**
   * 说明：错在哪里，怎样修改。 What is wrong and what to do.
   */
  message: string;
  /**
   * 说明中的各项内容。 The words that the message was made with.
   */
  params: {
    [k: string]: string;
  };
  /**
   * 相关位置，JSON 指针。 Related places, as JSON Pointers.
   */
  related?: string[];
  /**
   * 规则标识。 The rule's id.
   */
  rule: string;
  /**
   * 严重程度。 How severe it is.
   */
  severity: "error" | "warning" | "info";
  /**
   * 该处文字中的范围（UTF-16 码元）。 The span of the text there, in UTF-16 code units.
   */
  span?: Span | null;
}
/**
 * 申报单位的说明及其是否仍然有效。 An answer, and whether it still holds.
 */
export interface Answered {
  /**
   * 理由，照表中所写。 The reason as the table has it.
   */
  reason: string;
  /**
   * 是否仍然有效。 Whether it still holds.
   */
  state: "current" | "stale";
}
/**
 * 将要改变的严重程度。 The severity that a finding will have.
 */
export interface Becomes {
  /**
   * 届时的严重程度。 How severe it will be.
   */
  severity: "error" | "warning" | "info";
  /**
   * 自哪一天起。 From which day on.
   */
  since: string;
}
/**
 * 改法。 A way to mend a finding.
 */
export interface Fix {
  /**
   * 是否须由人选定；否则可直接采用。 Whether a human has to choose it; otherwise it can simply be applied.
   */
  choice?: boolean;
  /**
   * RFC 6902 补丁。 The patch (RFC 6902).
   */
  patch: Operation[];
  /**
   * 改法的名称。 What the fix does.
   */
  title: string;
}
/**
 * A stretch of text, from `start` up to and without `end`. Within the engine it counts bytes; in a report it counts
 * UTF-16 code units, which is what browsers select by (see [`Span::to_utf16`]).
 */
export interface Span {
  /**
   * Where it ends.
   */
  end: number;
  /**
   * Where it begins.
   */
  start: number;
}
/**
 * 一条规则的结果。 What became of one rule.
 */
export interface LedgerEntry {
  /**
   * 其中被其他问题阻断的。 How many of them are blocked.
   */
  blocked?: number;
  /**
   * 阻断它的规则。 The rules whose findings block it.
   */
  by?: string[];
  /**
   * 依据，至多八条。 What it looked at and found in order, at most eight of them.
   */
  evidence?: Evidence[];
  /**
   * 问题数，含被其他问题阻断的。 How many findings it has, those that others block among them.
   */
  findings?: number;
  /**
   * 查过且相符的处数。 In how many places it found what it looked for.
   */
  held?: number;
  /**
   * 规则标识。 The rule's id.
   */
  rule: string;
  /**
   * 结果。 What became of it.
   */
  state: "passed" | "failed" | "not-applicable" | "blocked" | "off";
}
/**
 * 依据。 What a rule looked at and found in order.
 */
export interface Evidence {
  /**
   * 位置，JSON 指针。 Where, as a JSON Pointer.
   */
  at: string;
  /**
   * 依据的文字。 The evidence in words.
   */
  words: string;
}
/**
 * 一格的读数。 The reading of one cell.
 */
export interface CellReading {
  /**
   * 位置，JSON 指针。 Where, as a JSON Pointer.
   */
  at: string;
  record: Record;
}
/**
 * 读数。 The reading.
 */
export interface Record {
  /**
   * 是否约数。 Whether the text only says about how much.
   */
  approximate?: boolean | null;
  /**
   * 格中写“分别”时，该部分所对应的指标名称中的文字。
   * The words of the indicator's name that a part is bound to where the cell says 分别.
   */
  boundTo?: string | null;
  /**
   * 比较方向。 The direction.
   */
  comparator?: Comparator | null;
  /**
   * 是否累计。 Whether it counts from the beginning.
   */
  cumulative?: boolean | null;
  /**
   * 频次所限的日（每月10日前）。 The day of the month by which, of a frequency.
   */
  day?: number | null;
  /**
   * 量纲。 The unit's dimension.
   */
  dimension?: string | null;
  /**
   * 定性描述的程度。 The grade that words give.
   */
  grade?: Grade | null;
  /**
   * 上限；起止时间为最后一日。 The upper number; for a period its last day.
   */
  high?: string | null;
  /**
   * 比较方向未写明，按“等于”或名称中的提示理解。 The direction is not written in the cell but understood.
   */
  implied?: boolean | null;
  /**
   * 种类。 The kind.
   */
  kind:
    | "blank"
    | "not-applicable"
    | "quantity"
    | "range"
    | "several"
    | "deadline"
    | "period"
    | "duration"
    | "frequency"
    | "milestone"
    | "comparative"
    | "qualitative"
    | "placeholder"
    | "malformed";
  /**
   * 下限；起止时间为第一日。 The lower number; for a period its first day.
   */
  low?: string | null;
  /**
   * 单位所含的数量级：万、亿、千、百等。 The magnitude that the unit begins with.
   */
  magnitude?: string | null;
  /**
   * 一格多项时的各项。 The things said where there is more than one.
   */
  parts?: Record1[];
  /**
   * 问题，含未读懂的文字；供申报人阅读，只有中文，程序请用 reason 与 unread。
   * What is wrong or was not understood, in Chinese for the writer of the cell; programs use `reason` and `unread`.
   */
  problem?: string | null;
  /**
   * 问题的种类。 What kind of problem it is.
   */
  reason?: Problem | null;
  said: Said;
  /**
   * 在整格文字中的位置（UTF-16），仅各部分有。 Where a part stands in the whole text, in UTF-16 code units.
   */
  span?: Span | null;
  /**
   * 疑为误识时的建议。 What the writer may have meant where a scan looks misread.
   */
  suggestion?: string | null;
  /**
   * 所读文字。 The text that was read.
   */
  text: string;
  /**
   * 单位，照所写。 The unit as written.
   */
  unit?: string | null;
  /**
   * 单位的来处；无单位时不写。 Where the unit was found; absent where there is none.
   */
  unitSource?: UnitSource | null;
  /**
   * 未读懂的文字在整格中的位置（UTF-16）；其余文字都属于已读懂的内容。
   * Where the text was not understood, in UTF-16 code units; every other character belongs to what was.
   */
  unread?: Span[];
  /**
   * 数值，按原单位；时限为最后一日，年份未写时以 -- 开头（--06-30）。
   * The number in the unit as written; for a deadline its last day, beginning with -- where no year is written.
   */
  value?: string | null;
}
/**
 * 读数：一格文字的含义。 A reading: what a cell's text means.
 */
export interface Record1 {
  /**
   * 是否约数。 Whether the text only says about how much.
   */
  approximate?: boolean | null;
  /**
   * 格中写“分别”时，该部分所对应的指标名称中的文字。
   * The words of the indicator's name that a part is bound to where the cell says 分别.
   */
  boundTo?: string | null;
  /**
   * 比较方向。 The direction.
   */
  comparator?: Comparator | null;
  /**
   * 是否累计。 Whether it counts from the beginning.
   */
  cumulative?: boolean | null;
  /**
   * 频次所限的日（每月10日前）。 The day of the month by which, of a frequency.
   */
  day?: number | null;
  /**
   * 量纲。 The unit's dimension.
   */
  dimension?: string | null;
  /**
   * 定性描述的程度。 The grade that words give.
   */
  grade?: Grade | null;
  /**
   * 上限；起止时间为最后一日。 The upper number; for a period its last day.
   */
  high?: string | null;
  /**
   * 比较方向未写明，按“等于”或名称中的提示理解。 The direction is not written in the cell but understood.
   */
  implied?: boolean | null;
  /**
   * 种类。 The kind.
   */
  kind:
    | "blank"
    | "not-applicable"
    | "quantity"
    | "range"
    | "several"
    | "deadline"
    | "period"
    | "duration"
    | "frequency"
    | "milestone"
    | "comparative"
    | "qualitative"
    | "placeholder"
    | "malformed";
  /**
   * 下限；起止时间为第一日。 The lower number; for a period its first day.
   */
  low?: string | null;
  /**
   * 单位所含的数量级：万、亿、千、百等。 The magnitude that the unit begins with.
   */
  magnitude?: string | null;
  /**
   * 一格多项时的各项。 The things said where there is more than one.
   */
  parts?: Record1[];
  /**
   * 问题，含未读懂的文字；供申报人阅读，只有中文，程序请用 reason 与 unread。
   * What is wrong or was not understood, in Chinese for the writer of the cell; programs use `reason` and `unread`.
   */
  problem?: string | null;
  /**
   * 问题的种类。 What kind of problem it is.
   */
  reason?: Problem | null;
  said: Said;
  /**
   * 在整格文字中的位置（UTF-16），仅各部分有。 Where a part stands in the whole text, in UTF-16 code units.
   */
  span?: Span | null;
  /**
   * 疑为误识时的建议。 What the writer may have meant where a scan looks misread.
   */
  suggestion?: string | null;
  /**
   * 所读文字。 The text that was read.
   */
  text: string;
  /**
   * 单位，照所写。 The unit as written.
   */
  unit?: string | null;
  /**
   * 单位的来处；无单位时不写。 Where the unit was found; absent where there is none.
   */
  unitSource?: UnitSource | null;
  /**
   * 未读懂的文字在整格中的位置（UTF-16）；其余文字都属于已读懂的内容。
   * Where the text was not understood, in UTF-16 code units; every other character belongs to what was.
   */
  unread?: Span[];
  /**
   * 数值，按原单位；时限为最后一日，年份未写时以 -- 开头（--06-30）。
   * The number in the unit as written; for a deadline its last day, beginning with -- where no year is written.
   */
  value?: string | null;
}
/**
 * 读回。 The reading said back.
 */
export interface Said {
  /**
   * 英文。 English.
   */
  en: string;
  /**
   * 中文。 Chinese.
   */
  zh: string;
}
/**
 * 一步修改。 One place to mend.
 */
export interface Step {
  /**
   * 改哪里，JSON 指针。 Where, as a JSON Pointer.
   */
  at: string;
  /**
   * 由此解决的问题，为 findings 中的序号（从 0 起）。 The findings that vanish with it, by their index in `findings`.
   */
  findings: number[];
  /**
   * 由此解决的规则。 The rules that are satisfied by it.
   */
  rules: string[];
  /**
   * 说明。 The step in words.
   */
  words: string;
}
/**
 * 结论与计数。 The verdict and the counts.
 */
export interface Summary {
  /**
   * 已说明的警告数。 How many of the warnings are answered.
   */
  answered?: number;
  /**
   * 错误数。 How many errors.
   */
  errors: number;
  /**
   * 提示数。 How many remarks.
   */
  infos: number;
  /**
   * 结论。 The verdict.
   */
  verdict: "ready" | "explain" | "mend";
  /**
   * 警告数，含已说明的。 How many warnings, the answered ones among them.
   */
  warnings: number;
}
