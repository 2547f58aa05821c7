//! What a check is asked for, and what that makes of each rule.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::Value;

use crate::date;
use crate::profile::{self, Problem, Profile, RuleSeverity};
use crate::report::{Becomes, Lang, Severity};
use crate::rules::Rule;

/// The day from which this version of the rules holds.
pub const RULESET_DAY: &str = "2026-11-01";

/// What a check is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The profile: a built-in one (see [`profile::find`]) or an office's own.
    pub profile: Cow<'static, Profile>,
    /// The language of the report.
    pub lang: Lang,
    /// The day whose verdict is asked for, as `2026-12-31`; `None` is [`RULESET_DAY`]. The engine knows no clock.
    pub as_of: Option<String>,
    /// Whether the report says what became of every rule.
    pub ledger: bool,
    /// Whether the report says what to mend first.
    pub steps: bool,
    /// Whether the report says how every cell was read.
    pub readings: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            profile: Cow::Borrowed(profile::default()),
            lang: Lang::Zh,
            as_of: None,
            ledger: false,
            steps: false,
            readings: false,
        }
    }
}

/// [`Options`] as the doors take them.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[derive(Default)]
struct Asked {
    profile: Option<Value>,
    lang: Lang,
    as_of: Option<String>,
    ledger: bool,
    steps: bool,
    readings: bool,
}

impl Options {
    /// Reads options from JSON: `{"profile": "mof-2021", "lang": "en", "asOf": "2027-01-01", "ledger": true}`. The profile is
    /// the id of a built-in one, or an office's own as an object.
    pub fn from_json(text: &str) -> Result<Options, Vec<Problem>> {
        let asked: Asked = serde_json::from_str(text).map_err(|error| {
            vec![Problem {
                at: String::new(),
                zh: format!("检查的选项写得不对（{error}）。请按文档改正。"),
                en: format!("The options of the check are wrong ({error}). Correct them as the documentation says."),
            }]
        })?;
        if let Some(day) = asked.as_of.as_deref().filter(|day| !is_covered(day)) {
            return Err(vec![Problem {
                at: "/asOf".to_owned(),
                zh: format!("“{day}”不是 {RULESET_DAY} 或以后的日期。请写成如 2027-01-01 的形式。"),
                en: format!(
                    "“{day}” is no date on or after {RULESET_DAY}. Write it like 2027-01-01."
                ),
            }]);
        }
        let profile = match asked.profile {
            None => Cow::Borrowed(profile::default()),
            Some(Value::String(id)) => {
                Cow::Borrowed(profile::find(&id).ok_or_else(|| unknown(&id))?)
            }
            Some(own) => Cow::Owned(Profile::from_json(&own.to_string())?),
        };
        Ok(Options {
            profile,
            lang: asked.lang,
            as_of: asked.as_of,
            ledger: asked.ledger,
            steps: asked.steps,
            readings: asked.readings,
        })
    }

    /// Whether a rule applies: on the day, and by the profile. The small wasm module is never asked for another day.
    pub(crate) fn applies(&self, rule: &Rule) -> bool {
        let holds = !cfg!(feature = "full") || lasts(Some(rule.since), rule.until, self.day());
        holds && self.choice(rule) != Some(RuleSeverity::Off)
    }

    /// How severe a rule's finding is that would be `own` if the profile had nothing to say.
    pub(crate) fn severity(&self, rule: &Rule, own: Severity) -> Severity {
        self.choice(rule)
            .and_then(RuleSeverity::severity)
            .unwrap_or(own)
    }

    fn choice(&self, rule: &Rule) -> Option<RuleSeverity> {
        let mut choices = self.profile.rules.iter();
        let choice = choices.find(|choice| {
            choice.rule == rule.id
                && (!cfg!(feature = "full")
                    || lasts(choice.since.as_deref(), choice.until.as_deref(), self.day()))
        })?;
        Some(choice.severity)
    }

    /// What the profile announces for a finding: that it will be more severe from some day on.
    pub(crate) fn becomes(&self, rule: &Rule, own: Severity, now: Severity) -> Option<Becomes> {
        if !cfg!(feature = "full") {
            return None;
        }
        let choices = self
            .profile
            .rules
            .iter()
            .filter(|choice| choice.rule == rule.id);
        let coming = choices.clone().filter_map(|choice| {
            let since = choice
                .since
                .as_deref()
                .filter(|since| *since > self.day())?;
            Some((since.to_owned(), choice.severity.severity()?))
        });
        // Where a choice ends and no other one follows at once, the rule is again as severe as it was made.
        let ending = choices.clone().filter_map(|choice| {
            let day_after = date::day_after(
                choice
                    .until
                    .as_deref()
                    .filter(|until| *until >= self.day())?,
            )?;
            let lasts = |other: &profile::RuleChoice| {
                lasts(other.since.as_deref(), other.until.as_deref(), &day_after)
            };
            (!choices.clone().any(lasts)).then_some((day_after, own))
        });
        let (since, severity) = coming
            .chain(ending)
            .filter(|(_, severity)| *severity < now)
            .min()?;
        Some(Becomes { severity, since })
    }

    fn day(&self) -> &str {
        self.as_of.as_deref().unwrap_or(RULESET_DAY)
    }
}

/// Whether a text is a day for which this version of the rules has a verdict. Before [`RULESET_DAY`] no rule applied.
pub fn is_covered(day: &str) -> bool {
    date::is_day(day) && day >= RULESET_DAY
}

fn unknown(id: &str) -> Vec<Problem> {
    let ids: Vec<&str> = profile::BUILT_IN
        .iter()
        .map(|profile| profile.id.as_ref())
        .collect();
    vec![Problem {
        at: "/profile".to_owned(),
        zh: format!("没有“{id}”这个方案。可以是：{}。", ids.join("、")),
        en: format!("There is no profile “{id}”. It can be: {}.", ids.join(", ")),
    }]
}

/// Whether a day lies between two others; dates of this form sort as texts.
fn lasts(since: Option<&str>, until: Option<&str>, day: &str) -> bool {
    since.is_none_or(|since| since <= day) && until.is_none_or(|until| day <= until)
}
