//! What a check answers: plain data, ordered, the same bytes everywhere.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::Record;
use crate::span::Span;

mod plain;

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
    /// 按哪一天检查，仅在指定时有。 The day for which the table was checked, where one was asked for.
    #[serde(default, skip_serializing_if = "is_absent")]
    pub as_of: Option<String>,
    /// 报告所用语言。 The language of messages and titles.
    pub lang: Lang,
    /// 表的校验码：规范化 JSON（RFC 8785）的 SHA-256；无法读成表时为空。
    /// The check code: SHA-256 of the table's canonical JSON (RFC 8785); `null` where the input is no table.
    pub digest: Option<String>,
    /// 结论与计数。 The verdict and the counts.
    pub summary: Summary,
    /// 发现的问题，按表中位置排列。 What was found, in the order of the table.
    pub findings: Vec<Finding>,
    /// 最短改法：先改哪里（仅在要求时有）。 The shortest way to mend the table, on request.
    #[serde(default, skip_serializing_if = "is_absent")]
    pub steps: Option<Vec<Step>>,
    /// 各条规则的结果及依据（仅在要求时有）。 What became of every rule, on request.
    #[serde(default, skip_serializing_if = "is_absent")]
    pub ledger: Option<Vec<LedgerEntry>>,
    /// 各单元格的读数（仅在要求时有）。 The reading of every cell, on request.
    #[serde(default, skip_serializing_if = "is_absent")]
    pub readings: Option<Vec<CellReading>>,
}

/// What only a request brings into the report is left out of the small wasm module, and so is the code that writes it.
fn is_absent<T>(part: &Option<T>) -> bool {
    !cfg!(feature = "full") || part.is_none()
}

/// 一步修改。 One place to mend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Step {
    /// 改哪里，JSON 指针。 Where, as a JSON Pointer.
    pub at: String,
    /// 由此解决的规则。 The rules that are satisfied by it.
    pub rules: Vec<String>,
    /// 由此解决的问题，为 findings 中的序号（从 0 起）。 The findings that vanish with it, by their index in `findings`.
    pub findings: Vec<usize>,
    /// 说明。 The step in words.
    pub words: String,
}

/// 一条规则的结果。 What became of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LedgerEntry {
    /// 规则标识。 The rule's id.
    pub rule: String,
    /// 结果。 What became of it.
    pub state: RuleState,
    /// 问题数，含被其他问题阻断的。 How many findings it has, those that others block among them.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub findings: usize,
    /// 其中被其他问题阻断的。 How many of them are blocked.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub blocked: usize,
    /// 阻断它的规则。 The rules whose findings block it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
    /// 查过且相符的处数。 In how many places it found what it looked for.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub held: usize,
    /// 依据，至多八条。 What it looked at and found in order, at most eight of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// 一条规则的结果。 What became of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RuleState {
    /// 通过。 Everything that it looked at is in order.
    Passed,
    /// 有问题。 It found something.
    Failed,
    /// 不涉及。 The table has nothing for it to look at.
    NotApplicable,
    /// 待定：须先解决别的问题。 All that it found depends on another finding, which has to be mended first.
    Blocked,
    /// 停用。 The profile or the day switches it off.
    Off,
}

/// 依据。 What a rule looked at and found in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// 位置，JSON 指针。 Where, as a JSON Pointer.
    pub at: String,
    /// 依据的文字。 The evidence in words.
    pub words: String,
}

/// 一格的读数。 The reading of one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CellReading {
    /// 位置，JSON 指针。 Where, as a JSON Pointer.
    pub at: String,
    /// 读数。 The reading.
    pub record: Record,
}

/// 结论与计数。 The verdict and the counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Summary {
    /// 结论。 The verdict.
    pub verdict: Verdict,
    /// 错误数。 How many errors.
    pub errors: usize,
    /// 警告数，含已说明的。 How many warnings, the answered ones among them.
    pub warnings: usize,
    /// 提示数。 How many remarks.
    pub infos: usize,
    /// 已说明的警告数。 How many of the warnings are answered.
    #[serde(default)]
    pub answered: usize,
}

/// 结论；“通过”只有主管部门能说。 The verdict; only the office can say that a table has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// 可提交：没有错误，警告均已说明。 Ready to be handed in: no errors, and every warning answered.
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
    /// The one of two wordings that is in this language. The small wasm module speaks Chinese only: most people who type
    /// do, and the English wordings are a tenth of it.
    pub fn either<'w>(self, zh: &'w str, en: &'w str) -> &'w str {
        match self {
            Lang::En if cfg!(feature = "full") => en,
            _ => zh,
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
    /// 指纹：说明（answers）以它认出问题。 The fingerprint by which an answer knows the finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
    /// 申报单位的说明。 What the applicant has answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answered>,
    /// 严重程度将要改变。 That it will become more or less severe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub becomes: Option<Becomes>,
}

/// 申报单位的说明及其是否仍然有效。 An answer, and whether it still holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// 是否仍然有效。 Whether it still holds.
    pub state: AnswerState,
    /// 理由，照表中所写。 The reason as the table has it.
    pub reason: String,
}

/// 说明是否仍然有效。 Whether an answer still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerState {
    /// 有效。 It answers what the table says now.
    Current,
    /// 已过时：所说明的内容后来改过。 What it answered has been changed since.
    Stale,
}

/// 将要改变的严重程度。 The severity that a finding will have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Becomes {
    /// 届时的严重程度。 How severe it will be.
    pub severity: Severity,
    /// 自哪一天起。 From which day on.
    pub since: String,
}

/// 改法。 A way to mend a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fix {
    /// 改法的名称。 What the fix does.
    pub title: String,
    /// RFC 6902 补丁。 The patch (RFC 6902).
    pub patch: Vec<Operation>,
    /// 是否须由人选定；否则可直接采用。 Whether a human has to choose it; otherwise it can simply be applied.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub choice: bool,
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
        let is_usual = self.digest.is_some()
            && self.as_of.is_none()
            && self.steps.is_none()
            && self.ledger.is_none()
            && self.readings.is_none();
        if is_usual || !cfg!(feature = "full") {
            return plain::json(self);
        }
        // Serializing plain data with string keys into memory cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}
