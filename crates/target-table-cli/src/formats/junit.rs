//! JUnit's XML: a suite a table, a case a rule, a failure where the rule has findings that count.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde_json::Value;
use target_table::profile::{self, RuleSeverity};
use target_table::report::{Finding, Lang, Report, RuleState};
use target_table::rules::{self, RULES};

use super::markup::{attribute, escaped};
use super::{Checked, Manner, title};
use crate::{documents, remark, words};

/// A rule's case: what it found, and whether that fails.
struct Case<'c> {
    rule: &'c str,
    findings: Vec<&'c Finding>,
    fails: bool,
    /// Whether the rule said nothing because it was not asked, or had nothing to look at.
    is_skipped: bool,
}

/// Writes all reports as one document.
pub fn write(all: &[Checked], manner: Manner, out: &mut impl Write) -> io::Result<()> {
    let suites: Vec<Vec<Case<'_>>> = all.iter().map(|checked| cases(checked, manner)).collect();
    let tests: usize = suites.iter().map(Vec::len).sum();
    let failures: usize = suites.iter().map(|cases| failures(cases)).sum();
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(
        out,
        r#"<testsuites name="target-table" tests="{tests}" failures="{failures}" errors="0">"#
    )?;
    for (checked, cases) in all.iter().zip(&suites) {
        suite(checked, cases, manner, out)?;
    }
    writeln!(out, "</testsuites>")
}

fn failures(cases: &[Case<'_>]) -> usize {
    cases.iter().filter(|case| case.fails).count()
}

/// A case for every rule there is, and for those that only a stored report knows.
fn cases(checked: &Checked, manner: Manner) -> Vec<Case<'_>> {
    let report = &checked.report;
    let known = RULES.iter().map(|rule| rule.id);
    let found = report.findings.iter().map(|finding| finding.rule.as_str());
    let ids: BTreeSet<&str> = known.chain(found).collect();
    ids.into_iter()
        .map(|rule| {
            let of_rule = |finding: &&Finding| finding.rule == rule;
            let findings: Vec<&Finding> = report.findings.iter().filter(of_rule).collect();
            Case {
                rule,
                fails: findings
                    .iter()
                    .any(|finding| remark::fails(finding, manner.fail_on)),
                is_skipped: findings.is_empty() && !was_applied(rule, report),
                findings,
            }
        })
        .collect()
}

/// Whether a rule looked at the table: the ledger knows, and without one the profile says what it has switched off.
fn was_applied(rule: &str, report: &Report) -> bool {
    if let Some(ledger) = &report.ledger {
        let mut entries = ledger.iter();
        return entries.any(|entry| entry.rule == rule && entry.state == RuleState::Passed);
    }
    let profile = profile::find(&report.profile);
    let mut choices = profile.iter().flat_map(|profile| profile.rules.iter());
    !choices.any(|choice| choice.rule == rule && choice.severity == RuleSeverity::Off)
}

fn suite(
    checked: &Checked,
    cases: &[Case<'_>],
    manner: Manner,
    out: &mut impl Write,
) -> io::Result<()> {
    let lang = manner.lang;
    let table = checked.table();
    let file = documents::name(&checked.file, lang);
    // Two tables may be of one project, and a suite's name is what people tell them apart by.
    let name = format!(
        "{file} {}: {}",
        checked.number,
        title(checked, &table, lang)
    );
    let skipped = cases.iter().filter(|case| case.is_skipped).count();
    writeln!(
        out,
        r#"  <testsuite name="{}" tests="{}" failures="{}" errors="0" skipped="{skipped}">"#,
        attribute(&name),
        cases.len(),
        failures(cases),
    )?;
    let report = &checked.report;
    let verdict = words::verdict(report.summary.verdict, lang);
    writeln!(out, "    <properties>")?;
    for (name, value) in [
        ("verdict", verdict),
        ("profile", &report.profile),
        ("ruleset", &report.ruleset),
        ("digest", report.digest.as_deref().unwrap_or_default()),
    ] {
        writeln!(
            out,
            r#"      <property name="{name}" value="{}"/>"#,
            attribute(value)
        )?;
    }
    writeln!(out, "    </properties>")?;
    for case in cases {
        self::case(case, &name, &table, lang, out)?;
    }
    writeln!(out, "  </testsuite>")
}

fn case(
    case: &Case<'_>,
    suite: &str,
    table: &Value,
    lang: Lang,
    out: &mut impl Write,
) -> io::Result<()> {
    let rule = attribute(case.rule);
    let title = rules::find(case.rule).map_or(String::new(), |rule| {
        format!(" {}", attribute(rule.title(lang)))
    });
    // Build servers take what stands before the last dot of a class for its package.
    let suite = attribute(&suite.replace('.', "_"));
    write!(
        out,
        r#"    <testcase classname="{suite}" name="{rule}{title}""#
    )?;
    if case.is_skipped {
        return writeln!(out, "><skipped/></testcase>");
    }
    if case.findings.is_empty() {
        return writeln!(out, "/>");
    }
    let text: Vec<String> = case
        .findings
        .iter()
        .map(|finding| paragraph(finding, table, lang))
        .collect();
    let text = escaped(&text.join("\n\n"));
    if !case.fails {
        return writeln!(out, "><system-out>{text}</system-out></testcase>");
    }
    let message = case.findings.first().map_or("", |first| &first.message);
    writeln!(
        out,
        r#"><failure message="{}" type="{rule}">{text}</failure></testcase>"#,
        attribute(message)
    )
}

fn paragraph(finding: &Finding, table: &Value, lang: Lang) -> String {
    let severity = words::severity(finding.severity, lang);
    let place = remark::place(finding, table, lang);
    let mut lines = vec![format!("{severity} {place}"), finding.message.clone()];
    lines.extend(remark::all(finding, table, lang));
    lines.join("\n")
}
