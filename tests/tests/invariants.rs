//! What holds for every finding, wherever it comes from.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};
use target_table::report::{AnswerState, Finding, Verdict};
use target_table::rules::RULES;
use target_table::{Options, Report, Severity, check_json};
use target_table_tests::{mutants, suite};

fn check(text: &str) -> Report {
    check_json(text, &Options::default())
}

/// Every committed document: the annex, the broken documents and the examples of the rule pages.
fn committed_documents() -> Vec<(String, String)> {
    let files = suite::annex()
        .into_iter()
        .chain(suite::structure())
        .chain(suite::sound())
        .chain(suite::reviewed())
        .map(|file| (file.name, file.text));
    let examples = RULES.iter().flat_map(|rule| {
        rule.examples()
            .map(|example| (format!("{}, {}", rule.id, example.kind), example.table()))
    });
    files.chain(examples).collect()
}

#[test]
fn every_committed_document_is_reported_in_good_form() {
    for (name, text) in committed_documents() {
        let value = serde_json::from_str(&text).unwrap_or(Value::Null);
        assert_eq!(in_good_form(&value, &check(&text)), Ok(()), "{name}");
    }
}

proptest! {
    #![proptest_config(Config::with_cases(4_000))]

    #[test]
    fn every_mutant_is_reported_in_good_form(document in mutants::documents()) {
        in_good_form(&document, &check(&document.to_string())).map_err(TestCaseError::fail)?;
    }
}

/// What can be said of any report on a document.
fn in_good_form(document: &Value, report: &Report) -> Result<(), String> {
    let places: Vec<[usize; 2]> = report
        .findings
        .iter()
        .filter_map(|finding| place(&finding.at))
        .collect();
    if !places.is_sorted() {
        return Err(format!(
            "not in the order of the table: {}",
            report.to_json()
        ));
    }
    let count = |severity| {
        report
            .findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let counts = [Severity::Error, Severity::Warning, Severity::Info].map(count);
    let is_answered = |finding: &&Finding| {
        let answer = finding.answer.as_ref();
        answer.is_some_and(|answer| answer.state == AnswerState::Current)
    };
    let warnings = report
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Warning);
    let answered = warnings.filter(is_answered).count();
    let verdict = match counts {
        [0, warnings, _] if warnings == answered => Verdict::Ready,
        [0, _, _] => Verdict::Explain,
        _ => Verdict::Mend,
    };
    let summary = &report.summary;
    if (counts, answered, verdict)
        != (
            [summary.errors, summary.warnings, summary.infos],
            summary.answered,
            summary.verdict,
        )
    {
        return Err(format!("the summary miscounts: {}", report.to_json()));
    }
    report.findings.iter().try_for_each(|finding| {
        finding_in_good_form(document, finding).map_err(|error| format!("{error}: {finding:?}"))
    })
}

fn finding_in_good_form(document: &Value, finding: &Finding) -> Result<(), &'static str> {
    let ends_well = ["。", "？", ".", "?"]
        .iter()
        .any(|end| finding.message.ends_with(end));
    if !ends_well || finding.message.chars().any(char::is_control) {
        return Err("the message is no sentence on one line");
    }
    if !RULES
        .iter()
        .any(|rule| rule.id == finding.rule && rule.aspect == finding.aspect)
    {
        return Err("the rule is not in the catalogue");
    }
    if finding.rule.starts_with("json-") {
        return Ok(());
    }
    if finding.related.contains(&finding.at) {
        return Err("the finding is related to itself");
    }
    // A blank cell and a missing field have no value, but what they are missing from is there.
    for at in finding.related.iter().chain([&finding.at]) {
        let parent = at.rsplit_once('/').map_or("", |(parent, _)| parent);
        if document.pointer(at).is_none() && document.pointer(parent).is_none() {
            return Err("a place that is not in the document");
        }
    }
    let Some(span) = finding.span else {
        return Ok(());
    };
    let text = document
        .pointer(&finding.at)
        .and_then(Value::as_str)
        .ok_or("a span where no text is")?;
    let units: Vec<u16> = text.encode_utf16().collect();
    let words = units
        .get(span.start..span.end)
        .ok_or("a span outside the text")?;
    match String::from_utf16(words) {
        Ok(words) if !words.is_empty() => Ok(()),
        Ok(_) => Err("an empty span"),
        Err(_) => Err("a span that cuts a character in half"),
    }
}

/// Where a place stands on the printed sheet: its section, and its row in a section of rows. A finding about the whole
/// comes first. No order is asked for among fields that the format does not have.
fn place(at: &str) -> Option<[usize; 2]> {
    const SECTIONS: [&str; 7] = [
        "schemaVersion",
        "project",
        "applicant",
        "support",
        "periods",
        "indicators",
        "answers",
    ];
    let mut tokens = at.split('/').skip(1);
    let Some(section) = tokens.next() else {
        return Some([0, 0]);
    };
    let section = SECTIONS.iter().position(|known| *known == section)?;
    let row = tokens
        .next()
        .filter(|_| section >= 4)
        .and_then(|row| row.parse().ok());
    Some([section + 1, row.map_or(0, |row: usize| row + 1)])
}

#[test]
fn spans_count_utf16_units() {
    let mut table: Value = serde_json::from_str(&suite::annex()[0].text).unwrap();
    table["indicators"] = json!([{
        "category": "benefit", "dimension": "economic", "name": "贷款规模", "unit": "亿元",
        "targets": { "annual": "𠮷行6000万元" },
    }]);
    let report = check(&table.to_string());
    let finding = report
        .findings
        .iter()
        .find(|finding| finding.rule == "unit-scale-differs")
        .expect("万元 under 亿元");
    let span = finding.span.expect("the words are underlined");
    // The rare character takes two units, the one after it one.
    assert_eq!((span.start, span.end), (3, 9));
}

#[test]
fn every_fix_removes_its_finding_and_adds_none() {
    let mut tried = 0;
    for (name, text) in committed_documents() {
        tried += try_every_fix(&name, &text).unwrap();
    }
    assert!(tried >= 20, "only {tried} fixes were tried");
}

proptest! {
    #![proptest_config(Config::with_cases(1_000))]

    #[test]
    fn fixes_of_mutants_remove_their_finding_and_add_none(document in mutants::documents()) {
        try_every_fix("mutant", &document.to_string()).map_err(TestCaseError::fail)?;
    }
}

/// Applies each fix of a document alone, and gives their number.
fn try_every_fix(name: &str, text: &str) -> Result<usize, String> {
    let before = check(text);
    let fixable = before
        .findings
        .iter()
        .filter(|finding| finding.fix.is_some())
        // Five hundred copies of a row have the same fix five hundred times.
        .take(12);
    // In a document that is no table, a broken field hides what could be said of its content.
    let all_was_said = before.digest.is_some();
    for finding in fixable.clone() {
        let after = check(&fixed(text, finding)?);
        // Where an answer goes, those behind it move up.
        let moves_up = finding.rule == "answer-without-effect";
        let (old, new) = (by_place(&before, moves_up), by_place(&after, moves_up));
        let fails = |why: &str| format!("{name}: {why}\n{finding:#?}\n{:#?}", after.findings);
        let key = place_of(finding, moves_up);
        if new.get(&key).copied().unwrap_or(0) >= old[&key] {
            return Err(fails("the fix leaves its finding"));
        }
        let is_new =
            |(key, count): (&(&str, &str), &usize)| *count > old.get(key).copied().unwrap_or(0);
        if all_was_said && new.iter().any(is_new) {
            return Err(fails("the fix adds a finding"));
        }
    }
    Ok(fixable.count())
}

fn fixed(text: &str, finding: &Finding) -> Result<String, String> {
    let mut document: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let operations = json!(finding.fix.as_ref().map(|fix| &fix.patch));
    let patch: json_patch::Patch =
        serde_json::from_value(operations).map_err(|error| error.to_string())?;
    json_patch::patch(&mut document, &patch).map_err(|error| format!("{error}: {finding:#?}"))?;
    Ok(document.to_string())
}

/// How many findings of each rule stand in each place, or anywhere in the table.
fn by_place(report: &Report, anywhere: bool) -> BTreeMap<(&str, &str), usize> {
    let mut counts = BTreeMap::new();
    for finding in &report.findings {
        *counts.entry(place_of(finding, anywhere)).or_insert(0) += 1;
    }
    counts
}

fn place_of(finding: &Finding, anywhere: bool) -> (&str, &str) {
    (&finding.rule, if anywhere { "" } else { &finding.at })
}
