/* Generated from schema/reading.schema.json by `npm run generate --workspace www`. */

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
 * 读数：一格文字的含义。 A reading: what a cell's text means.
 */
export interface Reading {
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
  parts?: Reading[];
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
