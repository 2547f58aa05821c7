//! The table, format version 1: plain data, exactly what its JSON says.
//!
//! The doc comments of this file are the descriptions of the published schema, Chinese first.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::amount::{Amount, MoneyUnit};
use crate::limits;
use crate::strict;

/// 绩效目标表，格式第 1 版。 A performance target table, format version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schemars(title = "绩效目标表 Performance target table")]
pub struct Table {
    /// 格式版本，目前只有 "1"。 The version of this format; only "1" so far.
    #[serde(deserialize_with = "strict::word")]
    pub schema_version: SchemaVersion,
    /// 项目。 The project.
    #[serde(deserialize_with = "strict::object")]
    pub project: Project,
    /// 申报单位。 Who applies.
    #[serde(deserialize_with = "strict::object")]
    pub applicant: Applicant,
    /// 支持金额。 The support applied for.
    #[serde(deserialize_with = "strict::object")]
    pub support: Support,
    /// 各期目标，由早到晚，一至四期。 The periods, earliest first, one to four.
    #[serde(deserialize_with = "strict::objects::<_, _, 1, 4>")]
    #[schemars(length(min = 1, max = limits::PERIODS))]
    pub periods: Vec<Period>,
    /// 指标，按表中次序，最多 500 行。 The indicators in the table's order, at most 500.
    #[serde(deserialize_with = "strict::objects::<_, _, 0, { limits::INDICATORS }>")]
    #[schemars(length(max = limits::INDICATORS))]
    pub indicators: Vec<Indicator>,
    /// 对警告的说明（可选），最多 500 条。 What the applicant answers to warnings, at most 500.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "strict::optional_objects::<_, _, 0, { limits::ANSWERS }>"
    )]
    #[schemars(with = "Vec<Answer>", length(max = limits::ANSWERS))]
    pub answers: Option<Vec<Answer>>,
}

/// 对一条警告的说明。 What the applicant answers to one warning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// 规则标识。 The rule's id.
    #[serde(deserialize_with = "strict::text::<_, { limits::CODE }>")]
    #[schemars(schema_with = "limits::code_schema", extend("examples" = ["dimension-missing"]))]
    pub rule: String,
    /// 问题的指纹，照检查报告。 The finding's fingerprint, as the report has it.
    #[serde(deserialize_with = "limits::fingerprint")]
    #[schemars(schema_with = "limits::fingerprint_schema")]
    pub fingerprint: String,
    /// 理由。 The reason.
    #[serde(deserialize_with = "limits::reason")]
    #[schemars(schema_with = "limits::reason_schema")]
    pub reason: String,
}

impl Table {
    /// Reads a table's JSON text, and accepts exactly what the schema accepts.
    pub fn from_json(text: &str) -> Result<Table, serde_json::Error> {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let table = strict::object(&mut deserializer)?;
        deserializer.end()?;
        Ok(table)
    }
}

/// 格式版本。 The version of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum SchemaVersion {
    /// 第 1 版。 Version 1.
    #[serde(rename = "1")]
    V1,
}

/// 项目。 The project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// 项目名称，不含“绩效目标表”字样。 The project's name without the words 绩效目标表.
    #[serde(deserialize_with = "strict::text::<_, { limits::NAME }>")]
    #[schemars(schema_with = "limits::name_schema", extend("examples" = ["汕尾市金融支持“百县千镇万村高质量发展工程”示范项目"]))]
    pub name: String,
    /// 项目编码（可选）。 The project's code, if it has one.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "strict::optional_text::<_, { limits::CODE }>"
    )]
    #[schemars(schema_with = "limits::code_schema")]
    pub code: Option<String>,
}

/// 申报单位。 Who applies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Applicant {
    /// 单位全称。 The applicant's full name.
    #[serde(deserialize_with = "strict::text::<_, { limits::NAME }>")]
    #[schemars(schema_with = "limits::name_schema", extend("examples" = ["汕尾市金融工作局"]))]
    pub name: String,
    /// 统一社会信用代码（可选，GB 32100）。 The unified social credit code, if known (GB 32100).
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "limits::credit_code"
    )]
    #[schemars(schema_with = "limits::credit_code_schema")]
    pub credit_code: Option<String>,
}

/// 支持金额。 The support applied for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// 金额，十进制字符串；草稿中可暂缺。 The amount as a decimal string; a draft may not have it yet.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "strict::optional_amount"
    )]
    #[schemars(with = "Amount")]
    pub amount: Option<Amount>,
    /// 金额单位。 The amount's unit.
    #[serde(deserialize_with = "strict::word")]
    pub unit: MoneyUnit,
}

/// 一期目标。 One period with its goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// 本表内的标识，指标的 targets 以它为键。 The id within this table; the keys of an indicator's targets.
    #[serde(deserialize_with = "limits::id")]
    #[schemars(schema_with = "limits::id_schema", extend("examples" = ["stage", "annual"]))]
    pub id: String,
    /// 期别。 The kind of period.
    #[serde(deserialize_with = "strict::word")]
    pub kind: PeriodKind,
    /// 表中所印的名称，连同括号里的时间。 The label as printed, with its bracketed date.
    #[serde(deserialize_with = "strict::text::<_, { limits::LABEL }>")]
    #[schemars(schema_with = "limits::label_schema", extend("examples" = ["阶段目标（6月底前）"]))]
    pub label: String,
    /// 截止日期（可选），如 2024-06-30。 The period's last day, if known.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "limits::date"
    )]
    #[schemars(schema_with = "limits::date_schema")]
    pub end: Option<String>,
    /// 本期目标的文字。 The goal of the period in words.
    #[serde(deserialize_with = "strict::text::<_, { limits::GOAL }>")]
    #[schemars(schema_with = "limits::goal_schema")]
    pub goal: String,
}

/// 期别。 The kind of a period.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum PeriodKind {
    /// 阶段。 A stage within the year.
    Stage,
    /// 年度。 A budget year.
    Annual,
    /// 总体。 The project as a whole.
    Overall,
    /// 实施周期。 The whole cycle of implementation.
    Cycle,
}

impl PeriodKind {
    /// The word that the JSON has for it.
    pub fn word(self) -> &'static str {
        match self {
            PeriodKind::Stage => "stage",
            PeriodKind::Annual => "annual",
            PeriodKind::Overall => "overall",
            PeriodKind::Cycle => "cycle",
        }
    }
}

/// 一行指标。 One row of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Indicator {
    /// 一级指标，照表中所印。 The first level, as printed.
    #[serde(deserialize_with = "strict::word")]
    pub category: Category,
    /// 二级指标，照表中所印。 The second level, as printed.
    #[serde(deserialize_with = "strict::word")]
    pub dimension: Dimension,
    /// 二级指标不在分类之内时所印的名称。 The second level's printed name where dimension is "other".
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "strict::optional_text::<_, { limits::LABEL }>"
    )]
    #[schemars(schema_with = "limits::label_schema")]
    pub dimension_label: Option<String>,
    /// 事项：几行指标共有的名称（可选）。 The item that several rows belong to, if any.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "strict::optional_text::<_, { limits::NAME }>"
    )]
    #[schemars(schema_with = "limits::name_schema")]
    pub group: Option<String>,
    /// 三级指标名称，不含括号里的单位。 The indicator's name without its bracketed unit.
    #[serde(deserialize_with = "strict::text::<_, { limits::NAME }>")]
    #[schemars(schema_with = "limits::name_schema", extend("examples" = ["活动场次"]))]
    pub name: String,
    /// 计量单位，名称后括号里所写。 The unit from the bracket behind the name.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "strict::optional_text::<_, { limits::UNIT }>"
    )]
    #[schemars(schema_with = "limits::unit_schema", extend("examples" = ["期", "万元", "%"]))]
    pub unit: Option<String>,
    /// 口径：名称后的说明性括号。 The definition: an explanatory bracket behind the name.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "strict::optional_text::<_, { limits::CELL }>"
    )]
    #[schemars(schema_with = "limits::cell_schema")]
    pub definition: Option<String>,
    /// 权重（可选），十进制字符串，如 "10"。 The indicator's weight, if the form has one, as a decimal string.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "strict::optional_amount"
    )]
    #[schemars(with = "Amount")]
    pub weight: Option<Amount>,
    /// 各期目标值，键为期的 id，值为单元格的原文；缺项即空格。
    /// The targets: a period's id to the cell's text as written; a missing entry is a blank cell.
    #[serde(deserialize_with = "limits::targets")]
    #[schemars(schema_with = "limits::targets_schema")]
    pub targets: BTreeMap<String, String>,
}

/// 一级指标。 The first level of an indicator.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// 成本指标。 Cost.
    Cost,
    /// 产出指标。 Output.
    Output,
    /// 效益指标。 Benefit.
    Benefit,
    /// 满意度指标。 Satisfaction.
    Satisfaction,
}

impl Category {
    /// The word that the JSON has for it.
    pub fn word(self) -> &'static str {
        match self {
            Category::Cost => "cost",
            Category::Output => "output",
            Category::Benefit => "benefit",
            Category::Satisfaction => "satisfaction",
        }
    }
}

/// 二级指标。 The second level of an indicator.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Dimension {
    /// 数量指标。 Quantity.
    Quantity,
    /// 质量指标。 Quality.
    Quality,
    /// 时效指标。 Timeliness.
    Timeliness,
    /// 成本指标（列在产出之下）。 Cost, where it stands under output.
    Cost,
    /// 经济效益。 Economic benefit.
    Economic,
    /// 社会效益。 Social benefit.
    Social,
    /// 生态（环境）效益。 Ecological benefit.
    Ecological,
    /// 可持续影响。 Lasting influence.
    Sustainable,
    /// 服务对象满意度。 Satisfaction of those served.
    Satisfaction,
    /// 经济成本。 Economic cost.
    EconomicCost,
    /// 社会成本。 Social cost.
    SocialCost,
    /// 生态环境成本。 Ecological cost.
    EcologicalCost,
    /// 其他，名称见 dimensionLabel。 Another one, named by dimensionLabel.
    Other,
}

impl Dimension {
    /// The word that the JSON has for it.
    pub fn word(self) -> &'static str {
        match self {
            Dimension::Quantity => "quantity",
            Dimension::Quality => "quality",
            Dimension::Timeliness => "timeliness",
            Dimension::Cost => "cost",
            Dimension::Economic => "economic",
            Dimension::Social => "social",
            Dimension::Ecological => "ecological",
            Dimension::Sustainable => "sustainable",
            Dimension::Satisfaction => "satisfaction",
            Dimension::EconomicCost => "economic-cost",
            Dimension::SocialCost => "social-cost",
            Dimension::EcologicalCost => "ecological-cost",
            Dimension::Other => "other",
        }
    }
}
