/* Generated from schema/reading.schema.json by `npm run generate --workspace www`. */

/**
 * A direction.
 */
export type Comparator = ">=" | ">" | "=" | "<" | "<=";

/**
 * 读数：一格文字的含义。 A reading: what a cell's text means.
 */
export interface Reading {
  /**
   * 是否约数。 Whether the text only says about how much.
   */
  approximate?: boolean | null;
  /**
   * 比较方向。 The direction.
   */
  comparator?: Comparator | null;
  /**
   * 是否累计。 Whether it counts from the beginning.
   */
  cumulative?: boolean | null;
  /**
   * 量纲。 The unit's dimension.
   */
  dimension?: string | null;
  /**
   * 上限；起止时间为最后一日。 The upper number; for a period its last day.
   */
  high?: string | null;
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
   * 一格多项时的各项。 The things said where there is more than one.
   */
  parts?: Reading[];
  /**
   * 问题，含未读懂的文字。 What is wrong or was not understood.
   */
  problem?: string | null;
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
