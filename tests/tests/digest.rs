//! The check code on the sheet is the SHA-256 of the table's canonical JSON, as a complete implementation of RFC 8785
//! and every other tool would compute it.

use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::Value;
use sha2::{Digest, Sha256};
use target_table::{Options, Table, check_json, digest};
use target_table_tests::{mutants, suite};

proptest! {
    #![proptest_config(Config::with_cases(4_000))]

    #[test]
    fn the_canonical_form_is_that_of_rfc_8785(document in mutants::documents()) {
        if let Ok(table) = Table::from_json(&document.to_string()) {
            prop_assert_eq!(digest::canonical(&table), canonical(&document));
        }
    }
}

#[test]
fn the_digest_is_the_sha256_of_the_canonical_form() {
    for file in suite::annex() {
        let document: Value = serde_json::from_str(&file.text).unwrap();
        let bytes = Sha256::digest(canonical(&document));
        let expected: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let report = check_json(&file.text, &Options::default());
        assert_eq!(report.digest, Some(expected), "{}", file.name);
    }
}

#[test]
fn the_digest_ignores_how_the_json_is_written_and_nothing_else() {
    let text = &suite::annex()[0].text;
    let digest = |text: &str| check_json(text, &Options::default()).digest.unwrap();
    let mut document: Value = serde_json::from_str(text).unwrap();
    assert_eq!(digest(&document.to_string()), digest(text));
    assert_eq!(
        digest(&serde_json::to_string_pretty(&document).unwrap()),
        digest(text)
    );

    let name = document["project"]["name"].as_str().unwrap().to_owned();
    document["project"]["name"] = (name + " ").into();
    assert_ne!(digest(&document.to_string()), digest(text));
}

fn canonical(document: &Value) -> String {
    serde_json_canonicalizer::to_string(document).unwrap()
}
