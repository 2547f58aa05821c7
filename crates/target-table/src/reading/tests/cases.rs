//! Expressions as people write them, with the reading of each, judged one by one when they were added. A change that
//! moves one of them shows here; `UPDATE=1` rewrites the file, and the difference is to be judged like a change of code.

use crate::reading::{Context, Mention, Record, read_goal, record, said};
use crate::report::Lang;

const CASES: &str = include_str!("cases.tsv");
const ROWS: &str = include_str!("rows.tsv");
const GOALS: &str = include_str!("goals.tsv");

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
    judged("cases.tsv", CASES, |line| {
        let text = line.split('\t').next().unwrap_or_default();
        [text, &summary(&record(text, &Context::default()))].join("\t")
    });
}

/// Whole rows: a name, a unit, a cell, and what the cell says beside them.
#[test]
fn rows_are_read_as_judged() {
    judged("rows.tsv", ROWS, |line| {
        let mut columns = line.split('\t');
        let mut next = || columns.next().unwrap_or_default();
        let (name, unit, text) = (next(), next(), next());
        let unit_column = Some(unit).filter(|unit| !unit.is_empty());
        let context = Context {
            name,
            unit: unit_column,
        };
        [name, unit, text, &summary(&record(text, &context))].join("\t")
    });
}

/// Goals: every number and time in them, with the number of its list item; what only describes stands in brackets.
#[test]
fn goals_are_read_as_judged() {
    judged("goals.tsv", GOALS, |line| {
        let text = line.split('\t').next().unwrap_or_default();
        let mentions: Vec<String> = read_goal(text).iter().map(mention).collect();
        [text, &mentions.join(" | ")].join("\t")
    });
}

fn mention(mention: &Mention) -> String {
    let words = said::value(&mention.value, Lang::Zh);
    let words = match mention.list_item {
        Some(item) => [&item.number.to_string(), ") ", &words].concat(),
        None => words,
    };
    if mention.describes {
        ["(", &words, ")"].concat()
    } else {
        words
    }
}

/// Holds every line of a file against what is read now, or rewrites the file.
fn judged(file: &str, lines: &str, fresh: impl Fn(&str) -> String) {
    let fresh: Vec<String> = lines.lines().map(fresh).collect();
    if std::env::var_os("UPDATE").is_some() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/reading/tests/");
        std::fs::write([folder, file].concat(), fresh.join("\n") + "\n").unwrap();
        return;
    }
    for (fresh, line) in fresh.iter().zip(lines.lines()) {
        assert_eq!(
            fresh, line,
            "judge the difference, then run `UPDATE=1 cargo test`"
        );
    }
}

/// A narrow column breaks lines wherever it wants; a line that begins another thing still does.
#[test]
fn a_line_may_break_within_a_target() {
    for (text, expected) in [
        ("≥\n90%", "quantity >= 90 %"),
        ("不低于\n95%", "quantity >= 95 %"),
        ("≥95\n%", "quantity >= 95 %"),
        ("5000\n万元", "quantity = 5000 万元"),
        ("10\n家以上", "quantity >= 10 家"),
        ("100万\n元", "quantity = 100 万元"),
        (
            "10家\n20人",
            "several [quantity = 10 家 | quantity = 20 人]",
        ),
    ] {
        assert_eq!(
            summary(&record(text, &Context::default())),
            expected,
            "{text:?}"
        );
    }
}
