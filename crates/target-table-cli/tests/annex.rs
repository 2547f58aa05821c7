//! The annex through the command line: the committed tables and the committed letter are fresh.
#![allow(missing_docs, reason = "tests are not documented API")]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking"
)]

mod program;

use std::fs;

use unicode_width::UnicodeWidthStr;

use program::suite;

fn run(arguments: &[&str]) -> (String, String) {
    let outcome = program::run(arguments, "");
    assert_eq!(outcome.code, 0, "{}", outcome.complaint);
    (outcome.out, outcome.complaint)
}

fn assert_fresh(name: &str, text: &str) {
    let file = suite("annex").join(name);
    let committed = fs::read_to_string(&file).unwrap_or_default();
    // A file is empty for a moment while it is written, and other tests read it then: only what changed is written.
    if committed != text && std::env::var_os("UPDATE").is_some() {
        fs::write(&file, text).unwrap();
        return;
    }
    assert!(
        committed == text,
        "tests/suite/annex/{name} is not fresh: run UPDATE=1 cargo test"
    );
}

#[test]
fn the_five_tables_are_imported() {
    let (tables, notes) = run(&["import", "annex3.txt"]);
    let mut rows = Vec::new();
    for (index, line) in tables.lines().enumerate() {
        let table = target_table::Table::from_json(line).unwrap();
        rows.push(table.indicators.len());
        let pretty = serde_json::to_string_pretty(&table).unwrap() + "\n";
        assert_fresh(&format!("table-{}.json", index + 1), &pretty);
    }
    assert_eq!(rows, [16, 6, 14, 8, 9]);
    assert_eq!(notes.lines().count(), 2);
    assert!(notes.contains("文本第1行：“附件3”"), "{notes}");
    assert!(notes.contains("文本第477行：“（注：第6-11"), "{notes}");
}

#[test]
fn the_letter_is_fresh() {
    let (letter, complaints) = run(&["check", "annex3.txt"]);
    assert_eq!(complaints, "");
    assert!(!letter.contains('\u{1b}'), "colours are for terminals");
    for line in letter.lines() {
        assert!(UnicodeWidthStr::width(line) <= 80, "{line}");
    }
    assert_fresh("check.zh.txt", &letter);
}

#[test]
fn the_document_and_its_tables_have_the_same_reports() {
    let (of_document, _) = run(&["check", "--format", "jsonl", "annex3.txt"]);
    let files: Vec<String> = (1..=5)
        .map(|number| format!("table-{number}.json"))
        .collect();
    let mut arguments = vec!["check", "--format", "jsonl"];
    arguments.extend(files.iter().map(String::as_str));
    assert_eq!(run(&arguments).0, of_document);
    assert_eq!(of_document.lines().count(), 5);
}

#[test]
fn the_letter_is_complete_in_english() {
    let (letter, _) = run(&["check", "--lang", "en", "annex3.txt"]);
    for words in [
        "5 tables",
        "Applicant: ",
        "Verdict: ",
        "warning",
        "in all: ",
        "What was not imported",
        "table 1, row ",
    ] {
        assert!(letter.contains(words), "{words} in {letter}");
    }
    for words in ["结论", "警告", "申报单位：", "未导入"] {
        assert!(!letter.contains(words), "{words} in {letter}");
    }
}
