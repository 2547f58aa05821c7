//! The check: text or table in, report out.

use crate::digest;
use crate::limits;
use crate::model::Table;
use crate::profile::{self, Profile};
use crate::report::{Finding, Lang, Report, Severity, Summary, Verdict};
use crate::rules::WITHOUT_PAGES;
use crate::sheet::Sheet;
use crate::sink::{self, Sink};
use crate::structure;

/// The version of the rules: whatever can change a verdict moves it.
pub const RULESET: &str = "2026.11";

/// What a check is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Options {
    /// The id of the profile; empty for the default one. An unknown id means the default one as well, and the report
    /// names the profile that was used.
    pub profile: String,
    /// The language of the report.
    pub lang: Lang,
}

/// Checks a table's JSON text. It never fails: whatever is wrong with the text is a finding.
pub fn check_json(text: &str, options: &Options) -> Report {
    if let Some(report) = check_if_table(text, options) {
        return report;
    }
    let profile = profile_of(options);
    let mut sink = Sink::new(options.lang, profile);
    let rest = structure::explain(without_mark(text), &mut sink);
    let refused = sink.into_findings();
    let mut findings = rest.map_or(Vec::new(), |table| judge(&table, profile, options.lang));
    findings.retain(|finding| !refused.iter().any(|other| blocks(other, finding)));
    let findings = sink::in_order([refused, findings].concat());
    report(profile, options.lang, None, findings)
}

/// Checks a JSON text if it is a table, and then says what [`check_json`] says. Without the validator that explains why
/// a text is none, this is all of the engine that a page has to load before somebody types.
pub fn check_if_table(text: &str, options: &Options) -> Option<Report> {
    let is_small = text.len() <= limits::JSON_BYTES;
    let table = is_small.then(|| Table::from_json(without_mark(text)).ok())?;
    Some(check(&table?, options))
}

/// Windows editors put a byte order mark before UTF-8; it says nothing about the table.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// What the structure refuses is reported once: nothing is concluded from a row, a period or a field that is not whole.
fn blocks(refused: &Finding, finding: &Finding) -> bool {
    let entry = |at: &str| -> String { at.split_inclusive('/').take(3).collect() };
    entry(&refused.at).trim_end_matches('/') == entry(&finding.at).trim_end_matches('/')
}

/// Checks a table.
pub fn check(table: &Table, options: &Options) -> Report {
    let profile = profile_of(options);
    let findings = judge(table, profile, options.lang);
    report(profile, options.lang, Some(digest::of(table)), findings)
}

fn profile_of(options: &Options) -> &'static Profile {
    profile::find(&options.profile).unwrap_or_else(profile::default)
}

fn judge(table: &Table, profile: &Profile, lang: Lang) -> Vec<Finding> {
    let sheet = Sheet::new(table, profile);
    let mut sink = Sink::new(lang, profile);
    for rule in &WITHOUT_PAGES {
        if sink.turn_to(rule) {
            (rule.check)(&sheet, &mut sink);
        }
    }
    sink.into_findings()
}

fn report(profile: &Profile, lang: Lang, digest: Option<String>, findings: Vec<Finding>) -> Report {
    let count = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let summary = Summary {
        verdict: match (errors, warnings) {
            (0, 0) => Verdict::Ready,
            (0, _) => Verdict::Explain,
            _ => Verdict::Mend,
        },
        errors,
        warnings,
        infos: count(Severity::Info),
    };
    Report {
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        ruleset: RULESET.to_owned(),
        profile: profile.id.clone().into_owned(),
        lang,
        digest,
        summary,
        findings,
    }
}
