//! The check: text or table in, report out.

use std::borrow::Cow;

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The profile: a built-in one (see [`profile::find`]) or an office's own.
    pub profile: Cow<'static, Profile>,
    /// The language of the report.
    pub lang: Lang,
    /// The day whose verdict is asked for, as `2026-11-01`; `None` is the day from which this version of the rules holds.
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

/// Checks a table's JSON text. It never fails: whatever is wrong with the text is a finding.
pub fn check_json(text: &str, options: &Options) -> Report {
    if let Some(report) = check_if_table(text, options) {
        return report;
    }
    let profile = options.profile.as_ref();
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
    let profile = options.profile.as_ref();
    let findings = judge(table, profile, options.lang);
    report(profile, options.lang, Some(digest::of(table)), findings)
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
        answered: 0,
    };
    Report {
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        ruleset: RULESET.to_owned(),
        profile: profile.id.clone().into_owned(),
        as_of: None,
        lang,
        digest,
        summary,
        findings,
        steps: None,
        ledger: None,
        readings: None,
    }
}
