//! Profiles: which rules an office applies, how severely, and which indicators it requires. Data, no code.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{Category, Dimension};
use crate::report::Severity;

/// 审核方案。 A profile: an office's choice of rules and required indicators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schemars(title = "审核方案 Profile")]
pub struct Profile {
    /// 标识。 The id.
    pub id: String,
    /// 名称。 The title.
    pub title: Title,
    /// 各一级指标之下的二级指标。 Which second levels stand under each first level.
    pub categories: BTreeMap<Category, Vec<Dimension>>,
    /// 必备的二级指标：每项列出其一即可。 What is required: one of the dimensions of each item.
    pub required: Vec<Requirement>,
    /// 与规则原定不同的严重程度。 Severities that differ from the rules' own.
    #[serde(default)]
    pub rules: BTreeMap<String, RuleSeverity>,
}

/// 两种语言的名称。 A title in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// 中文。 Chinese.
    pub zh: String,
    /// 英文。 English.
    pub en: String,
}

/// 一项必备要求。 One requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// 其中任一项。 Any of these.
    pub dimensions: Vec<Dimension>,
    /// 缺少时的严重程度。 How severe it is to have none of them.
    pub severity: Severity,
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

/// The id of the profile that is used where none is named.
pub const DEFAULT: &str = "guangdong-2024";

const BUILT_IN: [&str; 2] = [
    include_str!("../profiles/guangdong-2024.json"),
    include_str!("../profiles/mof-2021.json"),
];

/// The profiles that come with the engine, the default one first.
pub fn built_in() -> &'static [Profile] {
    static PROFILES: OnceLock<Vec<Profile>> = OnceLock::new();
    PROFILES.get_or_init(|| {
        // That each of them parses is a test below.
        BUILT_IN
            .iter()
            .filter_map(|json| serde_json::from_str(json).ok())
            .collect()
    })
}

/// The profile with this id; the default one for an empty id.
pub fn find(id: &str) -> Option<&'static Profile> {
    let id = if id.is_empty() { DEFAULT } else { id };
    built_in().iter().find(|profile| profile.id == id)
}

/// The default profile.
pub fn default() -> &'static Profile {
    static NONE: Profile = Profile {
        id: String::new(),
        title: Title {
            zh: String::new(),
            en: String::new(),
        },
        categories: BTreeMap::new(),
        required: Vec::new(),
        rules: BTreeMap::new(),
    };
    built_in().first().unwrap_or(&NONE)
}

impl Profile {
    /// The severity that this profile gives a rule, where it differs from the rule's own.
    pub fn severity(&self, rule: &str) -> Option<Severity> {
        match self.rules.get(rule)? {
            RuleSeverity::Error => Some(Severity::Error),
            RuleSeverity::Warning => Some(Severity::Warning),
            RuleSeverity::Info => Some(Severity::Info),
            RuleSeverity::Off => None,
        }
    }

    /// Whether this profile has switched a rule off.
    pub fn is_off(&self, rule: &str) -> bool {
        self.rules.get(rule) == Some(&RuleSeverity::Off)
    }

    /// Whether a dimension belongs under a category.
    pub fn allows(&self, category: Category, dimension: Dimension) -> bool {
        self.categories
            .get(&category)
            .is_some_and(|dimensions| dimensions.contains(&dimension))
    }

    /// The category that a dimension belongs under.
    pub fn home_of(&self, dimension: Dimension) -> Option<Category> {
        self.categories
            .iter()
            .find(|(_, dimensions)| dimensions.contains(&dimension))
            .map(|(category, _)| *category)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn the_built_in_profiles_are_sound() {
        assert_eq!(built_in().len(), BUILT_IN.len());
        assert_eq!(find("").unwrap().id, DEFAULT);
        for profile in built_in() {
            for rule in profile.rules.keys() {
                assert!(
                    rules::find(rule).is_some(),
                    "{}: no rule {rule}",
                    profile.id
                );
            }
        }
    }
}
