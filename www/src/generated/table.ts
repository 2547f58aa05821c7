/* Generated from schema/target-table.schema.json by `npm run generate --workspace www`. */

/**
 * 绩效目标表，格式第 1 版。 A performance target table, format version 1.
 */
export interface Table {
  /**
   * 对警告的说明（可选），最多 500 条。 What the applicant answers to warnings, at most 500.
   *
   * @maxItems 500
   */
  answers?: Answer[];
  applicant: Applicant;
  /**
   * 指标，按表中次序，最多 500 行。 The indicators in the table's order, at most 500.
   *
   * @maxItems 500
   */
  indicators: Indicator[];
  /**
   * 各期目标，由早到晚，一至四期。 The periods, earliest first, one to four.
   *
   * @minItems 1
   * @maxItems 4
   */
  periods: Period[];
  project: Project;
  /**
   * 格式版本，目前只有 "1"。 The version of this format; only "1" so far.
   */
  schemaVersion: "1";
  support: Support;
}
/**
 * 对一条警告的说明。 What the applicant answers to one warning.
 */
export interface Answer {
  /**
   * 问题的指纹，照检查报告。 The finding's fingerprint, as the report has it.
   */
  fingerprint: string;
  /**
   * 理由。 The reason.
   */
  reason: string;
  /**
   * 规则标识。 The rule's id.
   */
  rule: string;
}
/**
 * 申报单位。 Who applies.
 */
export interface Applicant {
  /**
   * 统一社会信用代码（可选，GB 32100）。 The unified social credit code, if known (GB 32100).
   */
  creditCode?: string;
  /**
   * 单位全称。 The applicant's full name.
   */
  name: string;
}
/**
 * 一行指标。 One row of the grid.
 */
export interface Indicator {
  /**
   * 一级指标，照表中所印。 The first level, as printed.
   */
  category: "cost" | "output" | "benefit" | "satisfaction";
  /**
   * 口径：名称后的说明性括号。 The definition: an explanatory bracket behind the name.
   */
  definition?: string;
  /**
   * 二级指标，照表中所印。 The second level, as printed.
   */
  dimension:
    | "quantity"
    | "quality"
    | "timeliness"
    | "cost"
    | "economic"
    | "social"
    | "ecological"
    | "sustainable"
    | "satisfaction"
    | "economic-cost"
    | "social-cost"
    | "ecological-cost"
    | "other";
  /**
   * 二级指标不在分类之内时所印的名称。 The second level's printed name where dimension is "other".
   */
  dimensionLabel?: string;
  /**
   * 事项：几行指标共有的名称（可选）。 The item that several rows belong to, if any.
   */
  group?: string;
  /**
   * 三级指标名称，不含括号里的单位。 The indicator's name without its bracketed unit.
   */
  name: string;
  /**
   * 各期目标值，键为期的 id，值为单元格的原文；缺项即空格。
   * The targets: a period's id to the cell's text as written; a missing entry is a blank cell.
   */
  targets: {
    [k: string]: string;
  };
  /**
   * 计量单位，名称后括号里所写。 The unit from the bracket behind the name.
   */
  unit?: string;
  /**
   * 权重（可选），十进制字符串，如 "10"。 The indicator's weight, if the form has one, as a decimal string.
   */
  weight?: string;
}
/**
 * 一期目标。 One period with its goal.
 */
export interface Period {
  /**
   * 截止日期（可选），如 2024-06-30。 The period's last day, if known.
   */
  end?: string;
  /**
   * 本期目标的文字。 The goal of the period in words.
   */
  goal: string;
  /**
   * 本表内的标识，指标的 targets 以它为键。 The id within this table; the keys of an indicator's targets.
   */
  id: string;
  /**
   * 期别。 The kind of period.
   */
  kind: "stage" | "annual" | "overall" | "cycle";
  /**
   * 表中所印的名称，连同括号里的时间。 The label as printed, with its bracketed date.
   */
  label: string;
}
/**
 * 项目。 The project.
 */
export interface Project {
  /**
   * 项目编码（可选）。 The project's code, if it has one.
   */
  code?: string;
  /**
   * 项目名称，不含“绩效目标表”字样。 The project's name without the words 绩效目标表.
   */
  name: string;
}
/**
 * 支持金额。 The support applied for.
 */
export interface Support {
  /**
   * 金额，十进制字符串；草稿中可暂缺。 The amount as a decimal string; a draft may not have it yet.
   */
  amount?: string;
  /**
   * 金额单位。 The amount's unit.
   */
  unit: "元" | "万元" | "亿元";
}
