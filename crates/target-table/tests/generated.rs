//! Everything generated is committed and fresh; `UPDATE=1 cargo test` rewrites it.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking"
)]

use std::path::PathBuf;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};
use target_table::catalogue::{Catalogue, catalogue};
use target_table::profile::{BUILT_IN, Profile};
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
    drop_rust_formats(&mut schema);
    schema["$id"] = json!(format!("urn:target-table:{name}:1"));
    schema
}

/// schemars calls a `usize` `"format": "uint"` and a `u8` `"uint8"`, which strict validators of JSON Schema refuse to know.
fn drop_rust_formats(schema: &mut Value) {
    if let Value::Object(fields) = schema {
        fields.retain(|name, value| {
            name != "format"
                || !value
                    .as_str()
                    .is_some_and(|format| format.starts_with("uint"))
        });
        fields.values_mut().for_each(drop_rust_formats);
    } else if let Value::Array(items) = schema {
        items.iter_mut().for_each(drop_rust_formats);
    }
}

/// The table's schema as the compile-time validator takes it, which is a matter of size in wasm: what only informs
/// readers is left out; lists of constants become an `enum`; texts of one kind share one definition; and `pattern` is
/// called `matches` (`lacks` where it is denied), because the macro would answer that keyword with a regex engine of
/// 350 KB and lets nobody else answer it.
fn for_the_validator(schema: &Value) -> Value {
    let mut texts = Vec::new();
    let mut compiled = reduced(schema, &mut texts);
    for (index, text) in texts.into_iter().enumerate() {
        compiled["$defs"][format!("text-{index}")] = text;
    }
    compiled
}

fn reduced(schema: &Value, texts: &mut Vec<Value>) -> Value {
    const INFORMS: [&str; 5] = ["$id", "title", "description", "examples", "default"];
    let Value::Object(fields) = schema else {
        return schema.clone();
    };
    if let Some(Value::Array(choices)) = fields.get("oneOf") {
        let constants: Vec<&Value> = choices.iter().map(|choice| &choice["const"]).collect();
        return json!({ "enum": constants });
    }
    let mut kept = serde_json::Map::new();
    for (name, value) in fields {
        // A property may be called title or the like; then it is a schema, not a word about one.
        match name.as_str() {
            name if INFORMS.contains(&name) && !value.is_object() => {}
            "pattern" => drop(kept.insert("matches".into(), value.clone())),
            "not" => drop(kept.insert("lacks".into(), value["pattern"].clone())),
            _ => drop(kept.insert(name.clone(), reduced(value, texts))),
        }
    }
    let kept = Value::Object(kept);
    if kept.get("lacks").is_none() && kept.get("matches").is_none() {
        return kept;
    }
    let index = texts.iter().position(|text| *text == kept);
    let index = index.unwrap_or_else(|| {
        texts.push(kept);
        texts.len() - 1
    });
    json!({ "$ref": format!("#/$defs/text-{index}") })
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
        ("rules", schema_of::<Catalogue>("rules")),
    ];
    for (name, schema) in schemas {
        assert_fresh(&format!("schema/{name}.schema.json"), &pretty(&schema));
    }
}

#[test]
fn the_built_in_profiles_are_fresh() {
    for profile in &BUILT_IN {
        let json = serde_json::to_value(profile).unwrap();
        assert_fresh(
            &format!("schema/profiles/{}.json", profile.id),
            &pretty(&json),
        );
        assert_eq!(serde_json::from_value::<Profile>(json).unwrap(), *profile);
    }
}

#[test]
fn the_catalogue_of_rules_is_fresh() {
    let catalogue = serde_json::to_value(catalogue()).unwrap();
    assert_fresh("schema/rules.json", &pretty(&catalogue));
}
