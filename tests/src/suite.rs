//! The files of the suite.

use std::fs;
use std::path::PathBuf;

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
