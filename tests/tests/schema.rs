//! The schema and serde accept the same documents, and the schema says what it says by everyone's reading.

use std::sync::LazyLock;

use jsonschema::Validator;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};
use target_table::report::Aspect;
use target_table::{Options, Table, check_if_table, check_json, digest, schema};
use target_table_tests::{broken, mutants, suite, tables};

/// The published schema as a general validator reads it, with a real regex engine.
static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(schema::TABLE).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
});

#[test]
fn the_schemas_are_valid_against_their_meta_schema() {
    for text in [
        schema::TABLE,
        schema::REPORT,
        schema::PROFILE,
        schema::READING,
        schema::RULES,
    ] {
        let schema: Value = serde_json::from_str(text).unwrap();
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        jsonschema::meta::validate(&schema).unwrap();
    }
}

#[test]
fn the_catalogue_of_rules_is_as_its_schema_says() {
    let schema = serde_json::from_str(schema::RULES).unwrap();
    let catalogue = serde_json::to_value(target_table::catalogue::catalogue()).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let wrong: Vec<String> = validator
        .iter_errors(&catalogue)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(!validator.is_valid(&serde_json::json!([{ "id": "x" }])));
}

proptest! {
    #![proptest_config(Config::with_cases(10_000))]

    #[test]
    fn serde_and_both_validators_accept_the_same_documents(document in mutants::documents()) {
        judge(&document)?;
    }

    // As many again, so that two processors share the longest test.
    #[test]
    fn serde_and_both_validators_accept_the_same_further_documents(document in mutants::documents()) {
        judge(&document)?;
    }
}

proptest! {
    #![proptest_config(Config::with_cases(500))]

    #[test]
    fn generated_tables_are_accepted(table in tables::tables()) {
        prop_assert!(judge(&table)?);
    }
}

/// A table with every field that there is.
fn full() -> Value {
    json!({
        "schemaVersion": "1",
        "project": { "name": "项目", "code": "A-1" },
        "applicant": { "name": "单位", "creditCode": "91440000MA4UJ6WX8W" },
        "support": { "amount": "330", "unit": "万元" },
        "periods": [
            { "id": "annual", "kind": "annual", "label": "年度目标", "end": "2024-12-31", "goal": "目标" },
        ],
        "indicators": [{
            "category": "output", "dimension": "other", "dimensionLabel": "其他", "group": "事项", "name": "名称",
            "unit": "家", "definition": "口径", "weight": "10", "targets": { "annual": "10" },
        }],
        "answers": [
            { "rule": "goal-missing", "fingerprint": "0123456789abcdef-fedcba9876543210", "reason": "理由" },
        ],
    })
}

#[test]
fn all_judges_agree_on_every_border_in_every_place() {
    let full = full();
    let mut places = Vec::new();
    collect_places(&full, String::new(), &mut places);
    let mut accepted = 0;
    let values = mutants::worth_trying();
    for place in &places {
        for value in &values {
            let mut document = full.clone();
            *document.pointer_mut(place).unwrap() = value.clone();
            match judge(&document) {
                Ok(sound) => accepted += usize::from(sound),
                Err(error) => panic!("{place} = {value}: {error}"),
            }
        }
    }
    assert_eq!(places.len(), 35);
    assert!(accepted > 500, "only {accepted} are accepted");
}

#[test]
fn all_judges_agree_on_the_limits_of_every_list() {
    let targets = |count| {
        (0..count)
            .map(|number| (format!("p{number}"), json!("1")))
            .collect::<Value>()
    };
    for (place, count, sound) in [
        ("/periods", 0, false),
        ("/periods", 1, true),
        ("/periods", 4, true),
        ("/periods", 5, false),
        ("/indicators", 0, true),
        ("/answers", 0, true),
        ("/answers", 500, true),
        ("/answers", 501, false),
        ("/indicators", 500, true),
        ("/indicators", 501, false),
        ("/indicators/0/targets", 0, true),
        ("/indicators/0/targets", 4, true),
        ("/indicators/0/targets", 5, false),
    ] {
        let mut document = full();
        let list = document.pointer_mut(place).unwrap();
        *list = match list {
            Value::Array(items) => vec![items[0].clone(); count].into(),
            _ => targets(count),
        };
        assert_eq!(
            judge(&document).unwrap(),
            sound,
            "{place} with {count} entries"
        );
    }
}

/// The JSON Pointers of a value and everything in it.
fn collect_places(value: &Value, at: String, places: &mut Vec<String>) {
    if let Value::Object(fields) = value {
        for (name, field) in fields {
            collect_places(field, format!("{at}/{name}"), places);
        }
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        collect_places(item, format!("{at}/{index}"), places);
    }
    places.push(at);
}

#[test]
fn the_annex_is_accepted() {
    for file in suite::annex() {
        let table = serde_json::from_str(&file.text).unwrap();
        assert!(judge(&table).unwrap(), "{}", file.name);
    }
}

#[test]
fn many_mutants_are_accepted_and_many_are_refused() {
    let accepted = mutants::documents_from(1)
        .take(2_000)
        .filter(schema::is_valid)
        .count();
    assert!(
        (600..=1_400).contains(&accepted),
        "{accepted} of 2000 are accepted"
    );
}

/// Asks all judges, and gives their verdict if it is the same.
fn judge(document: &Value) -> Result<bool, TestCaseError> {
    let text = document.to_string();
    let table = Table::from_json(&text);
    let accepted = table.is_ok();
    prop_assert_eq!(
        VALIDATOR.is_valid(document),
        accepted,
        "the run-time validator"
    );
    prop_assert_eq!(
        schema::is_valid(document),
        accepted,
        "the compiled-in validator"
    );

    prop_assert_eq!(
        check_if_table(&text, &Options::default()).is_some(),
        accepted,
        "the engine's own reader"
    );

    let report = check_json(&text, &Options::default());
    prop_assert_eq!(
        report.digest.is_some(),
        accepted,
        "a table has a digest: {}",
        report.to_json()
    );
    let explained = report
        .findings
        .iter()
        .any(|finding| finding.aspect == Aspect::Structure);
    prop_assert!(
        accepted || explained,
        "refused without a word: {}",
        report.to_json()
    );

    if let Ok(table) = table {
        prop_assert_eq!(
            &serde_json::to_value(&table).unwrap(),
            document,
            "after a round trip"
        );
    }
    Ok(accepted)
}

/// The engine reads tables with a reader of its own, which must take and refuse the same texts as serde_json, and make the
/// same tables of them: the digest tells.
#[test]
fn the_engine_s_own_reader_agrees_with_serde_json_on_broken_texts() {
    let mut tables = 0;
    for (number, document) in mutants::documents_from(2).take(5_000).enumerate() {
        let text = broken::spoil(&document.to_string(), number as u64);
        let ours = check_if_table(&text, &Options::default());
        // A byte order mark is the only thing that the check forgives and serde_json does not.
        let theirs = Table::from_json(text.strip_prefix('\u{feff}').unwrap_or(&text)).ok();
        assert_eq!(
            ours.and_then(|report| report.digest),
            theirs.as_ref().map(digest::of),
            "{text}"
        );
        tables += usize::from(theirs.is_some());
    }
    assert!(tables > 200, "only {tables} of the texts are tables");
}
