//! A reading as the published record: what `target-table read` prints, one line a text.

use schemars::JsonSchema;
use serde::Serialize;

use super::types::{Comparator, Context, Kind};
use crate::span::Span;

/// 读数：一格文字的含义。 A reading: what a cell's text means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "读数 Reading")]
pub struct Record {
    /// 所读文字。 The text that was read.
    pub text: String,
    /// 在整格文字中的位置（UTF-16），仅各部分有。 Where a part stands in the whole text, in UTF-16 code units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// 种类。 The kind.
    pub kind: Kind,
    /// 比较方向。 The direction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparator: Option<Comparator>,
    /// 数值，按原单位；时限为最后一日，年份未写时以 -- 开头（--06-30）。
    /// The number in the unit as written; for a deadline its last day, beginning with -- where no year is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// 下限；起止时间为第一日。 The lower number; for a period its first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<String>,
    /// 上限；起止时间为最后一日。 The upper number; for a period its last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<String>,
    /// 单位，照所写。 The unit as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// 量纲。 The unit's dimension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dimension: Option<String>,
    /// 是否约数。 Whether the text only says about how much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approximate: Option<bool>,
    /// 是否累计。 Whether it counts from the beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cumulative: Option<bool>,
    /// 一格多项时的各项。 The things said where there is more than one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub parts: Vec<Record>,
    /// 读回。 The reading said back.
    pub said: Said,
    /// 问题，含未读懂的文字。 What is wrong or was not understood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// 疑为误识时的建议。 What the writer may have meant where a scan looks misread.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

/// 读回，中英文各一句。 The reading said back in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// 中文。 Chinese.
    pub zh: String,
    /// 英文。 English.
    pub en: String,
}

/// The record of a cell's reading.
pub fn record(text: &str, context: &Context<'_>) -> Record {
    let reading = super::read(text, context);
    Record {
        text: text.to_owned(),
        span: None,
        kind: reading.kind,
        comparator: None,
        value: None,
        low: None,
        high: None,
        unit: None,
        dimension: None,
        approximate: None,
        cumulative: None,
        parts: Vec::new(),
        said: Said {
            zh: String::new(),
            en: String::new(),
        },
        problem: None,
        suggestion: None,
    }
}
