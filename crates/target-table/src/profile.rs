//! Profiles: which rules an office applies, how severely, and which indicators it requires. Data, no code.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::amount::Amount;
use crate::model::{Category, Dimension, PeriodKind};
use crate::report::Severity;

mod agree;
mod built_in;
mod parse;

pub use built_in::BUILT_IN;
pub use parse::Problem;

/// 审核方案。 A profile: an office's choice of rules and required indicators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schemars(title = "审核方案 Profile")]
pub struct Profile {
    /// 标识。 The id.
    pub id: Cow<'static, str>,
    /// 名称。 The title.
    pub title: Title,
    /// 各一级指标之下的二级指标。 Which second levels stand under each first level.
    pub categories: Cow<'static, [Division]>,
    /// 必备的二级指标：每项列出其一即可。 What is required: one of the dimensions of each item.
    pub required: Cow<'static, [Requirement]>,
    /// 与规则原定不同的严重程度。 Severities that differ from the rules' own.
    #[serde(default)]
    pub rules: Cow<'static, [RuleChoice]>,
    /// 可用的期别；空即不限。 The kinds of periods that the form has; none means any.
    #[serde(default)]
    pub periods: Cow<'static, [PeriodKind]>,
    /// 权重（可选）。 How weights are distributed, if the form has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<Weights>,
}

/// 权重的分配。 How weights are distributed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// 全表合计，如 "90" 或 "100"。 What all weights of a table add up to.
    pub total: Amount,
    /// 各一级指标的权重，任一种分配均可。 The weight of each first level; any of these distributions will do.
    pub alternatives: Cow<'static, [Cow<'static, [Share]>]>,
}

/// 一级指标的权重。 The weight of a first level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// 一级指标。 The first level.
    pub category: Category,
    /// 权重。 What the weights of its indicators add up to.
    pub weight: Amount,
}

/// 一级指标及其二级指标。 A first level with its second levels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Division {
    /// 一级指标。 The first level.
    pub category: Category,
    /// 二级指标。 Its second levels.
    pub dimensions: Cow<'static, [Dimension]>,
}

/// 两种语言的名称。 A title in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// 中文。 Chinese.
    pub zh: Cow<'static, str>,
    /// 英文。 English.
    pub en: Cow<'static, str>,
}

/// 一项必备要求。 One requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// 其中任一项。 Any of these.
    pub dimensions: Cow<'static, [Dimension]>,
    /// 缺少时的严重程度。 How severe it is to have none of them.
    pub severity: Severity,
}

/// 对一条规则的取舍。 What the profile makes of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleChoice {
    /// 规则标识。 The rule's id.
    pub rule: Cow<'static, str>,
    /// 严重程度或停用。 Its severity, or that it is switched off.
    pub severity: RuleSeverity,
    /// 自哪一天起（可选），如 2027-01-01。 From which day on, if not always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Cow<'static, str>>,
    /// 至哪一天止（可选）。 To which day, if it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Cow<'static, str>>,
}

/// 规则的严重程度或停用。 A rule's severity, or that it is switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RuleSeverity {
    /// 错误。 Error.
    Error,
    /// 警告。 Warning.
    Warning,
    /// 提示。 Remark.
    Info,
    /// 停用。 Switched off.
    Off,
}

impl RuleSeverity {
    /// The severity, unless the rule is switched off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            RuleSeverity::Error => Some(Severity::Error),
            RuleSeverity::Warning => Some(Severity::Warning),
            RuleSeverity::Info => Some(Severity::Info),
            RuleSeverity::Off => None,
        }
    }
}

/// The profile that is used where none is named.
pub fn default() -> &'static Profile {
    let [profile, ..] = &BUILT_IN;
    profile
}

/// The built-in profile with this id; the default one for an empty id.
pub fn find(id: &str) -> Option<&'static Profile> {
    if id.is_empty() {
        return Some(default());
    }
    BUILT_IN.iter().find(|profile| profile.id == id)
}

impl Profile {
    /// Whether this profile has switched a rule off, on some days at least.
    pub fn is_off(&self, rule: &str) -> bool {
        let mut choices = self.rules.iter();
        choices.any(|choice| choice.rule == rule && choice.severity == RuleSeverity::Off)
    }

    /// The severity that this profile gives a rule, where it differs from the rule's own; of several, the first.
    pub fn severity(&self, rule: &str) -> Option<Severity> {
        let choice = self.rules.iter().find(|choice| choice.rule == rule)?;
        choice.severity.severity()
    }

    /// Whether a dimension belongs under a category.
    pub fn allows(&self, category: Category, dimension: Dimension) -> bool {
        self.categories.iter().any(|division| {
            division.category == category && division.dimensions.contains(&dimension)
        })
    }

    /// The category that a dimension belongs under.
    pub fn home_of(&self, dimension: Dimension) -> Option<Category> {
        let mut divisions = self.categories.iter();
        let home = divisions.find(|division| division.dimensions.contains(&dimension))?;
        Some(home.category)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn the_built_in_profiles_are_sound() {
        for profile in &BUILT_IN {
            assert_eq!(find(&profile.id), Some(profile));
            for choice in profile.rules.iter() {
                assert!(
                    rules::find(&choice.rule).is_some(),
                    "{}: no rule {}",
                    profile.id,
                    choice.rule
                );
            }
            for required in profile.required.iter() {
                for dimension in required.dimensions.iter() {
                    assert!(
                        profile.home_of(*dimension).is_some(),
                        "{}: {dimension:?}",
                        profile.id
                    );
                }
            }
        }
    }
}
