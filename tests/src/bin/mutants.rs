//! Writes documents and what the native engine says of them as JSON lines, for the judges that are not written in Rust.

use std::io::{BufWriter, Write, stdout};
use std::process::ExitCode;

use serde::Serialize;
use target_table::{Lang, Options, Table, check_json};
use target_table_tests::{broken, mutants, suite};

/// One line: a document and the native engine's judgement.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    /// Where the document is from.
    name: String,
    /// Whether the schema alone decides; it does not where the text is no JSON or where JSON readers differ.
    by_schema: bool,
    text: String,
    /// Whether serde makes a table of it.
    accepted: bool,
    /// The report in Chinese, byte for byte.
    zh: String,
    /// The report in English, byte for byte.
    en: String,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let numbers: Vec<u64> = arguments
        .iter()
        .filter_map(|argument| argument.parse().ok())
        .collect();
    let (2, [seed, count]) = (arguments.len(), numbers.as_slice()) else {
        eprintln!("usage: mutants SEED COUNT > FILE.jsonl");
        return ExitCode::from(2);
    };
    match write(*seed, *count as usize) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("The documents could not be written: {error}.");
            ExitCode::FAILURE
        }
    }
}

/// The suite, as many mutants as asked for, and as many broken texts as one in four of them.
fn write(seed: u64, count: usize) -> std::io::Result<()> {
    let mut out = BufWriter::new(stdout().lock());
    let mut put = |name: String, by_schema: bool, text: String| {
        serde_json::to_writer(&mut out, &judged(name, by_schema, text))?;
        out.write_all(b"\n")
    };
    for file in suite::annex() {
        put(file.name, true, file.text)?;
    }
    for file in suite::structure() {
        let by_schema = !file.name.starts_with("structure/json-");
        put(file.name, by_schema, file.text)?;
    }
    for (number, document) in mutants::documents_from(seed).take(count).enumerate() {
        put(
            format!("mutant {seed}/{number}"),
            true,
            document.to_string(),
        )?;
    }
    for (number, document) in mutants::documents_from(!seed).take(count / 4).enumerate() {
        let text = broken::spoil(&document.to_string(), number as u64);
        put(format!("broken {seed}/{number}"), false, text)?;
    }
    out.flush()
}

fn judged(name: String, by_schema: bool, text: String) -> Line {
    let report = |lang| {
        let options = Options {
            lang,
            ..Options::default()
        };
        check_json(&text, &options).to_json()
    };
    Line {
        accepted: Table::from_json(&text).is_ok(),
        zh: report(Lang::Zh),
        en: report(Lang::En),
        name,
        by_schema,
        text,
    }
}
