//! What a check answers: plain data, ordered, the same bytes everywhere.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::Span;

/// 一张表的检查报告。 The report on one table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schemars(title = "检查报告 Report")]
pub struct Report {
    /// 引擎版本。 The version of the engine.
    pub engine: String,
    /// 规则集版本。 The version of the rules.
    pub ruleset: String,
    /// 所用方案。 The profile that the table was checked by.
    pub profile: String,
    /// 报告所用语言。 The language of messages and titles.
    pub lang: Lang,
    /// 表的校验码：规范化 JSON（RFC 8785）的 SHA-256；无法读成表时为空。
    /// The check code: SHA-256 of the table's canonical JSON (RFC 8785); `null` where the input is no table.
    pub digest: Option<String>,
    /// 结论与计数。 The verdict and the counts.
    pub summary: Summary,
    /// 发现的问题，按表中位置排列。 What was found, in the order of the table.
    pub findings: Vec<Finding>,
}

/// 结论与计数。 The verdict and the counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Summary {
    /// 结论。 The verdict.
    pub verdict: Verdict,
    /// 错误数。 How many errors.
    pub errors: usize,
    /// 警告数。 How many warnings.
    pub warnings: usize,
    /// 提示数。 How many remarks.
    pub infos: usize,
}

/// 结论；“通过”只有主管部门能说。 The verdict; only the office can say that a table has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// 可提交。 Ready to be handed in.
    Ready,
    /// 需说明：有疑问，须说明理由或修改。 Doubts to be answered or mended.
    Explain,
    /// 需修改：有错误。 Errors to be mended.
    Mend,
}

/// 报告语言。 The language of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Lang {
    /// 中文。 Chinese.
    #[default]
    Zh,
    /// 英文。 English.
    En,
}

impl Lang {
    /// The one of two wordings that is in this language.
    pub fn either<'w>(self, zh: &'w str, en: &'w str) -> &'w str {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// 一处问题。 One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Finding {
    /// 规则标识。 The rule's id.
    pub rule: String,
    /// 严重程度。 How severe it is.
    pub severity: Severity,
    /// 审核方面。 The aspect of review.
    pub aspect: Aspect,
    /// 所在位置，JSON 指针。 Where it is, as a JSON Pointer.
    pub at: String,
    /// 该处文字中的范围（UTF-16 码元）。 The span of the text there, in UTF-16 code units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// 说明：错在哪里，怎样修改。 What is wrong and what to do.
    pub message: String,
    /// 说明中的各项内容。 The words that the message was made with.
    pub params: BTreeMap<String, String>,
    /// 相关位置，JSON 指针。 Related places, as JSON Pointers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
    /// 改法。 A way to mend it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
}

/// 改法。 A way to mend a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fix {
    /// 改法的名称。 What the fix does.
    pub title: String,
    /// RFC 6902 补丁。 The patch (RFC 6902).
    pub patch: Vec<Operation>,
}

/// RFC 6902 的一步；改法只用到这三种。 One step of a patch (RFC 6902); fixes need only these three.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "op", rename_all = "kebab-case")]
pub enum Operation {
    /// 加上。 Add a value.
    Add {
        /// 位置。 Where.
        path: String,
        /// 新值。 The new value.
        value: String,
    },
    /// 换成。 Put another value.
    Replace {
        /// 位置。 Where.
        path: String,
        /// 新值。 The new value.
        value: String,
    },
    /// 去掉。 Remove the value.
    Remove {
        /// 位置。 Where.
        path: String,
    },
}

/// 严重程度。 How severe a finding is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// 错误：不能成立，必须修改。 It cannot stand.
    Error,
    /// 警告：有疑问，修改或说明。 A doubt: mend it or say why.
    Warning,
    /// 提示：可以更好。 A remark.
    Info,
}

/// 审核方面。 The aspect of review that a rule belongs to.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// 格式。 The form of the data.
    Structure,
    /// 完整性。 Completeness.
    Completeness,
    /// 相关性。 Relevance.
    Relevance,
    /// 适当性。 Appropriateness.
    Appropriateness,
    /// 可行性。 Feasibility.
    Feasibility,
}

impl Report {
    /// The report as JSON, without line breaks.
    pub fn to_json(&self) -> String {
        // Serializing plain data with string keys into memory cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}
