//! The files of the suite.

use std::borrow::Cow;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use target_table::report::Finding;
use target_table::{Lang, Options, check_json, profile};

/// A file of the suite.
#[derive(Debug, Clone)]
pub struct File {
    /// Its path within `tests/suite`, such as `annex/table-1.json`.
    pub name: String,
    pub text: String,
}

/// The folder of the suite.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("suite")
}

/// The five tables of the annex as JSON.
pub fn annex() -> Vec<File> {
    json_files("annex")
}

/// The broken documents, each named after the rule that finds it and what is broken, such as
/// `structure/field-unknown.misspelled.json`.
pub fn structure() -> Vec<File> {
    json_files("structure")
}

/// Whole tables of which nothing above a remark may be said.
pub fn sound() -> Vec<File> {
    json_files("sound")
}

/// Whole tables with the usual mistakes.
pub fn reviewed() -> Vec<File> {
    json_files("reviewed")
}

/// How a table of the suite is checked: by its name, in the layout of the ministry or of the province.
pub fn options(file: &File, lang: Lang) -> Options {
    let is_ministry = file.name.contains("/mof-");
    let profile = if is_ministry { "mof-2021" } else { "" };
    let profile = profile::find(profile).unwrap_or_else(profile::default);
    Options {
        profile: Cow::Borrowed(profile),
        lang,
        ..Options::default()
    }
}

/// Everything that is said of tables, a line each, as it is committed for reviewers to read.
pub fn findings(files: &[File]) -> String {
    let mut said = String::from("table\trule\tseverity\tat\twords\tzh\ten\n");
    for file in files {
        let table: Value = serde_json::from_str(&file.text).expect("the suite is JSON");
        let findings = |lang| check_json(&file.text, &options(file, lang)).findings;
        for (zh, en) in findings(Lang::Zh).iter().zip(findings(Lang::En)) {
            let severity = serde_json::to_value(zh.severity).expect("a word");
            let name = file.name.rsplit('/').next().unwrap_or_default();
            let line = [
                name.trim_end_matches(".json"),
                &zh.rule,
                severity.as_str().expect("a word"),
                &zh.at,
                &words(&table, zh).replace('\n', "⏎"),
                &zh.message,
                &en.message,
            ];
            said.push_str(&(line.join("\t") + "\n"));
        }
    }
    said
}

/// The words that a finding underlines; nothing where it has no span.
fn words(table: &Value, finding: &Finding) -> String {
    let text = table
        .pointer(&finding.at)
        .and_then(Value::as_str)
        .unwrap_or_default();
    let units: Vec<u16> = text.encode_utf16().collect();
    let span = finding
        .span
        .and_then(|span| units.get(span.start..span.end));
    String::from_utf16(span.unwrap_or_default()).expect("whole characters")
}

fn json_files(folder: &str) -> Vec<File> {
    let mut files: Vec<File> = fs::read_dir(root().join(folder))
        .expect("the suite is committed")
        .map(|entry| entry.expect("a folder that can be listed").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .map(|path| File {
            name: format!("{folder}/{}", path.file_name().unwrap().to_string_lossy()),
            text: fs::read_to_string(&path).expect("the suite is UTF-8"),
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// Compares a text with a committed file of the suite; under `UPDATE=1` it rewrites the file.
pub fn assert_fresh(name: &str, text: &str) {
    let path = root().join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, text).expect("a suite that can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == text,
        "tests/suite/{name} is stale: run UPDATE=1 cargo test\n{}",
        first_difference(&committed, text)
    );
}

fn first_difference(committed: &str, text: &str) -> String {
    let mut old = committed.lines();
    let mut new = text.lines();
    loop {
        match (old.next(), new.next()) {
            (Some(old), Some(new)) if old == new => {}
            (old, new) => {
                return format!(
                    "- {}\n+ {}",
                    old.unwrap_or_default(),
                    new.unwrap_or_default()
                );
            }
        }
    }
}
