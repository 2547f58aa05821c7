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
 * 一张表的检查报告。 The report on one table.
 */
export interface Report {
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
   * 所用方案。 The profile that the table was checked by.
   */
  profile: string;
  /**
   * 规则集版本。 The version of the rules.
   */
  ruleset: string;
  summary: Summary;
}
/**
 * 一处问题。 One finding.
 */
export interface Finding {
  /**
   * 审核方面。 The aspect of review.
   */
  aspect: "structure" | "completeness" | "relevance" | "appropriateness" | "feasibility";
  /**
   * 所在位置，JSON 指针。 Where it is, as a JSON Pointer.
   */
  at: string;
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
 * 改法。 A way to mend a finding.
 */
export interface Fix {
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
 * 结论与计数。 The verdict and the counts.
 */
export interface Summary {
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
   * 警告数。 How many warnings.
   */
  warnings: number;
}
