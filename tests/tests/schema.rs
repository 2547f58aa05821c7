//! The schema and serde accept the same documents, and the schema says what it says by everyone's reading.

use std::cell::Cell;
use std::sync::LazyLock;

use jsonschema::Validator;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;
use sha2::{Digest, Sha256};
use target_table::report::Aspect;
use target_table::{Options, Table, check_json, schema};
use target_table_tests::{mutants, suite, tables};

/// How many documents a run of the tests judges.
const DOCUMENTS: u32 = 20_000;

/// The published schema as a general validator reads it, with a real regex engine.
static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(schema::TABLE).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
});

#[test]
fn the_schemas_are_valid_against_their_meta_schema() {
    for text in [schema::TABLE, schema::REPORT] {
        let schema: Value = serde_json::from_str(text).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        jsonschema::meta::validate(&schema).unwrap();
    }
}

#[test]
fn serde_and_both_validators_accept_the_same_documents() {
    let accepted = Cell::new(0);
    let mut runner = TestRunner::new(Config::with_cases(DOCUMENTS));
    runner
        .run(&mutants::documents(), |document| {
            let sound = judge(&document)?;
            accepted.set(accepted.get() + u32::from(sound));
            Ok(())
        })
        .unwrap();
    let share = f64::from(accepted.get()) / f64::from(DOCUMENTS);
    assert!((0.2..=0.8).contains(&share), "{share} of the documents are accepted");
}

#[test]
fn generated_tables_and_the_annex_are_accepted() {
    for file in suite::annex() {
        let table: Value = serde_json::from_str(&file.text).unwrap();
        assert_eq!(judge(&table), Ok(true), "{}", file.name);
    }
    let mut runner = TestRunner::new(Config::with_cases(500));
    runner.run(&tables::tables(), |table| {
        prop_assert!(judge(&table)?);
        Ok(())
    }).unwrap();
}

/// Asks all judges, and gives their verdict if it is the same.
fn judge(document: &Value) -> Result<bool, TestCaseError> {
    let text = document.to_string();
    let table = Table::from_json(&text);
    let accepted = table.is_ok();
    prop_assert_eq!(VALIDATOR.is_valid(document), accepted, "the run-time validator");
    prop_assert_eq!(schema::is_valid(document), accepted, "the compiled-in validator");

    let report = check_json(&text, &Options::default());
    let structural = report.findings.iter().any(|finding| finding.aspect == Aspect::Structure);
    prop_assert_eq!(structural, !accepted, "the report: {}", report.to_json());
    prop_assert_eq!(report.digest.is_some(), accepted, "the digest is there if the document is a table");

    if let Ok(table) = table {
        prop_assert_eq!(&serde_json::to_value(&table).unwrap(), document, "after a round trip");
        prop_assert_eq!(report.digest, Some(digest(document)));
    }
    Ok(accepted)
}

/// The check code, computed without the engine.
fn digest(document: &Value) -> String {
    let canonical = serde_json_canonicalizer::to_vec(document).unwrap();
    Sha256::digest(canonical).iter().map(|byte| format!("{byte:02x}")).collect()
}
