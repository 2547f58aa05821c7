//! A check never panics, whatever it is given, and always gives the same well-formed report.

use std::borrow::Cow;
use std::sync::LazyLock;

use jsonschema::Validator;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Map, Value};
use target_table::{Lang, Options, Report, check_json, profile, schema};
use target_table_tests::{broken, mutants};

static REPORT: LazyLock<Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(schema::REPORT).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
});

proptest! {
    #![proptest_config(Config::with_cases(2_000))]

    #[test]
    fn any_text_gets_a_report(text in any::<String>()) {
        is_well_reported(&text)?;
    }

    #[test]
    fn any_json_gets_a_report(value in any_json()) {
        is_well_reported(&value.to_string())?;
    }

    #[test]
    fn any_spoiled_table_gets_a_report(table in mutants::documents(), seed in any::<u64>()) {
        is_well_reported(&broken::spoil(&table.to_string(), seed))?;
    }
}

fn is_well_reported(text: &str) -> Result<(), TestCaseError> {
    for lang in [Lang::Zh, Lang::En] {
        for profile in &profile::BUILT_IN {
            let options = Options {
                lang,
                profile: Cow::Borrowed(profile),
                ..Options::default()
            };
            let report = check_json(text, &options);
            prop_assert_eq!(
                &check_json(text, &options),
                &report,
                "the second check differs"
            );

            let json = report.to_json();
            let value: Value = serde_json::from_str(&json).unwrap();
            prop_assert!(
                REPORT.is_valid(&value),
                "not a report by its own schema: {}",
                json
            );
            prop_assert_eq!(
                serde_json::from_str::<Report>(&json).unwrap(),
                report,
                "after a round trip"
            );
        }
    }
    Ok(())
}

/// JSON of any shape, with the format's own field names among others.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[0-9.,≥%年月日万亿元家]{0,8}".prop_map(Value::from),
    ];
    let names = prop_oneof![
        "schemaVersion|project|applicant|support|periods|indicators|profile|lang",
        "name|code|creditCode|amount|unit|id|kind|label|end|goal|category|dimension|targets",
        any::<String>(),
    ];
    leaf.prop_recursive(6, 48, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((names.clone(), inner), 0..6)
                .prop_map(|fields| fields.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
}
