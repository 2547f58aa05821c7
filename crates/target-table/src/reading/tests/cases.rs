//! Expressions as people write them, with the reading of each, judged one by one when they were added. A change that
//! moves one of them shows here; `UPDATE=1` rewrites the file, and the difference is to be judged like a change of code.

use crate::reading::{Context, Record, record};

const CASES: &str = include_str!("cases.tsv");

/// A record on one line: kind, direction, numbers, unit, ~ for about, Σ for in total, ! for a problem, then its parts.
fn summary(record: &Record) -> String {
    let mut words = vec![kebab(&record.kind)];
    words.extend(record.comparator.as_ref().map(kebab));
    words.extend(record.value.clone());
    if let (Some(low), Some(high)) = (&record.low, &record.high) {
        words.push([low.as_str(), "..", high.as_str()].concat());
    }
    words.extend(record.unit.clone());
    words.extend(record.approximate.map(|_| "~".to_owned()));
    words.extend(record.cumulative.map(|_| "Σ".to_owned()));
    words.extend(
        record
            .suggestion
            .as_ref()
            .map(|suggestion| ["? ", suggestion].concat()),
    );
    words.extend(
        record
            .problem
            .as_ref()
            .map(|problem| ["! ", problem].concat()),
    );
    let parts: Vec<String> = record.parts.iter().map(summary).collect();
    if !parts.is_empty() {
        words.push(["[", &parts.join(" | "), "]"].concat());
    }
    words.join(" ")
}

fn kebab(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn cases_are_read_as_judged() {
    let mut fresh = String::new();
    for line in CASES.lines() {
        let text = line.split('\t').next().unwrap();
        let record = record(text, &Context::default());
        fresh.push_str(&[text, "\t", &summary(&record), "\n"].concat());
    }
    if std::env::var_os("UPDATE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/reading/tests/cases.tsv");
        std::fs::write(path, &fresh).unwrap();
        return;
    }
    for (fresh, line) in fresh.lines().zip(CASES.lines()) {
        assert_eq!(
            fresh, line,
            "judge the difference, then run `UPDATE=1 cargo test`"
        );
    }
}
