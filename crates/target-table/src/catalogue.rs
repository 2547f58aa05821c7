//! The rules as data, for `schema/rules.json`, `target-table rules` and the page's 为什么.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::profile::{BUILT_IN, Profile, RuleSeverity};
use crate::report::{Aspect, Lang, Severity};
use crate::rules::{Basis, InSchema, RULES, Rule, Words};

/// 规则目录，按标识排列。 The catalogue of rules, sorted by id.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(title = "规则目录 Catalogue of rules")]
pub struct Catalogue(pub Vec<Entry>);

/// 一条规则。 One rule of the catalogue.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Entry {
    /// 标识。 The id.
    pub id: &'static str,
    /// 审核方面。 The aspect of review.
    pub aspect: Aspect,
    /// 严重程度，方案可另定。 How severe a finding is, unless the profile says otherwise.
    pub severity: Severity,
    /// 各内置方案所定的严重程度。 The severity that each built-in profile gives it.
    pub profiles: BTreeMap<&'static str, RuleSeverity>,
    /// 自哪一天起适用。 The day from which it applies.
    pub since: &'static str,
    /// 适用到哪一天；没有则一直适用。 The last day on which it applies, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<&'static str>,
    /// 标题。 The title.
    pub title: Text,
    /// 摘要：说明页的第一段。 What it is about: the first paragraph of its page.
    pub summary: Text,
    /// 依据的文件；没有则以审核方面为据。 The document that it comes from; without one the aspect stands for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Source>,
    /// 仅凭 JSON Schema 能查出多少。 How much of it plain JSON Schema can catch.
    pub in_schema: InSchema,
    /// 说明页，Markdown。 The rule's page as Markdown.
    pub page: Text,
}

/// 依据的文件。 A document that a rule comes from.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// 标题。 Its title.
    pub title: Text,
    /// 文号。 Its number.
    pub number: &'static str,
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

impl Text {
    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        lang.either(&self.zh, &self.en)
    }

    fn both(words: impl Fn(Lang) -> String) -> Text {
        Text {
            zh: words(Lang::Zh),
            en: words(Lang::En),
        }
    }
}

/// Every rule, sorted by id.
pub fn catalogue() -> Catalogue {
    Catalogue(RULES.iter().map(entry).collect())
}

fn entry(rule: &Rule) -> Entry {
    Entry {
        id: rule.id,
        aspect: rule.aspect,
        severity: rule.severity,
        profiles: BUILT_IN
            .iter()
            .map(|profile| (profile_id(profile), severity_in(rule, profile)))
            .collect(),
        since: rule.since,
        until: rule.until,
        title: Text::both(|lang| rule.title(lang).to_owned()),
        summary: Text::both(|lang| rule.summary(lang)),
        basis: rule.basis.map(source),
        in_schema: rule.in_schema,
        page: Text::both(|lang| rule.page(lang)),
    }
}

fn profile_id(profile: &'static Profile) -> &'static str {
    profile.id.as_ref()
}

fn severity_in(rule: &Rule, profile: &Profile) -> RuleSeverity {
    let mut choices = profile.rules.iter();
    let choice = choices.find(|choice| choice.rule == rule.id);
    choice.map_or(
        match rule.severity {
            Severity::Error => RuleSeverity::Error,
            Severity::Warning => RuleSeverity::Warning,
            Severity::Info => RuleSeverity::Info,
        },
        |choice| choice.severity,
    )
}

fn source(basis: Basis) -> Source {
    let words = |words: Words| Text::both(|lang| words.get(lang).to_owned());
    Source {
        title: words(basis.title),
        number: basis.number,
    }
}
