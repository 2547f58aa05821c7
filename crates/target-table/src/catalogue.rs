//! The rules as data, for `schema/rules.json`, `target-table rules --json` and the page's 为什么.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::{Aspect, Lang, Severity};
use crate::rules::{RULES, Rule};

/// 一条规则。 One rule of the catalogue.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// 标识。 The id.
    pub id: &'static str,
    /// 审核方面。 The aspect of review.
    pub aspect: Aspect,
    /// 严重程度，方案可另定。 How severe a finding is, unless the profile says otherwise.
    pub severity: Severity,
    /// 标题。 The title.
    pub title: Text,
    /// 说明页，Markdown。 The rule's page as Markdown.
    pub page: Text,
}

/// 两种语言的文字。 A text in both languages.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// 中文。 Chinese.
    pub zh: String,
    /// 英文。 English.
    pub en: String,
}

/// Every rule, sorted by id.
pub fn catalogue() -> Vec<Entry> {
    RULES.iter().map(entry).collect()
}

fn entry(rule: &Rule) -> Entry {
    Entry {
        id: rule.id,
        aspect: rule.aspect,
        severity: rule.severity,
        title: Text {
            zh: rule.title(Lang::Zh).to_owned(),
            en: rule.title(Lang::En).to_owned(),
        },
        page: Text {
            zh: rule.page(Lang::Zh),
            en: rule.page(Lang::En),
        },
    }
}
