//! Everything generated is committed and fresh; `UPDATE=1 cargo test` rewrites it.

use std::path::PathBuf;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};
use target_table::catalogue::catalogue;
use target_table::profile::Profile;
use target_table::reading::Record;
use target_table::{Report, Table};

/// Compares a generated text with its committed file, named from the repository's root.
fn assert_fresh(path: &str, text: &str) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, text).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        committed == text,
        "{path} is stale: run UPDATE=1 cargo test"
    );
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap() + "\n"
}

fn schema_of<T: JsonSchema>(name: &str) -> Value {
    let schema = SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<T>();
    let mut schema = Value::from(schema);
    schema["$id"] = json!(format!("urn:target-table:{name}:1"));
    schema
}

/// The table's schema as the compile-time validator takes it: what only informs readers is left out, lists of constants
/// become an `enum`, and `pattern` has another name, because the macro would answer that keyword with a regex engine
/// of 350 KB and lets nobody else answer it.
fn for_the_validator(schema: &Value) -> Value {
    const INFORMS: [&str; 5] = ["$id", "title", "description", "examples", "default"];
    match schema {
        Value::Object(fields) if fields.contains_key("oneOf") => {
            let constants: Vec<&Value> = schema["oneOf"]
                .as_array()
                .unwrap()
                .iter()
                .map(|choice| &choice["const"])
                .collect();
            json!({ "enum": constants })
        }
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, value)| !(INFORMS.contains(&name.as_str()) && !value.is_object()))
            .map(|(name, value)| match name.as_str() {
                "pattern" => ("matches".to_owned(), value.clone()),
                _ => (name.clone(), for_the_validator(value)),
            })
            .collect(),
        Value::Array(items) => items.iter().map(for_the_validator).collect(),
        _ => schema.clone(),
    }
}

#[test]
fn the_schema_of_a_table_is_fresh() {
    let schema = schema_of::<Table>("table");
    assert_fresh("schema/target-table.schema.json", &pretty(&schema));
    assert_fresh(
        "crates/target-table/src/validator.schema.json",
        &pretty(&for_the_validator(&schema)),
    );
}

#[test]
fn the_other_schemas_are_fresh() {
    let schemas = [
        ("report", schema_of::<Report>("report")),
        ("profile", schema_of::<Profile>("profile")),
        ("reading", schema_of::<Record>("reading")),
    ];
    for (name, schema) in schemas {
        assert_fresh(&format!("schema/{name}.schema.json"), &pretty(&schema));
    }
}

#[test]
fn the_catalogue_of_rules_is_fresh() {
    let catalogue = serde_json::to_value(catalogue()).unwrap();
    assert_fresh("schema/rules.json", &pretty(&catalogue));
}
