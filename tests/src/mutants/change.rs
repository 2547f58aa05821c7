//! One change in one place.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::TestRng;
use serde_json::{Map, Value, json};

use super::{pick, pools};

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(target_table::schema::TABLE).expect("the published schema is JSON")
});

/// Changes the document in a random place.
pub(super) fn somewhere(document: &mut Value, random: &mut TestRng) {
    below(document, &SCHEMA, "", random);
}

/// Goes on down three times in four, and else changes the value here. Places near the root are few and have the richest
/// borders, so they come up more often than they would by count.
fn below(value: &mut Value, schema: &'static Value, name: &str, random: &mut TestRng) {
    let schema = resolved(schema);
    if random.random_ratio(3, 4) {
        match value {
            Value::Object(fields) if !fields.is_empty() => {
                let names: Vec<String> = fields.keys().cloned().collect();
                let name = pick(&names, random);
                if let Some(schema) = field_schema(schema, &name) {
                    return below(&mut fields[&name], schema, &name, random);
                }
            }
            Value::Array(items) if !items.is_empty() && schema["items"].is_object() => {
                let at = random.random_range(0..items.len());
                return below(&mut items[at], &schema["items"], name, random);
            }
            _ => {}
        }
    }
    here(value, schema, name, random);
}

fn here(value: &mut Value, schema: &'static Value, name: &str, random: &mut TestRng) {
    if random.random_ratio(1, 5) {
        *value = pools::of_another_type(value, random);
        return;
    }
    match value {
        Value::Object(fields) if schema["properties"].is_object() => {
            change_object(fields, schema, random);
        }
        Value::Object(entries) => change_map(entries, random),
        Value::Array(items) => change_array(items, schema, random),
        Value::String(text) if schema["oneOf"].is_array() => {
            *text = another_word(text, schema, random)
        }
        Value::String(text) => *text = another_text(text, schema, name, random),
        _ => *value = sound(schema, random),
    }
}

fn resolved(schema: &'static Value) -> &'static Value {
    schema["$ref"]
        .as_str()
        .and_then(|reference| SCHEMA.pointer(reference.trim_start_matches('#')))
        .unwrap_or(schema)
}

fn field_schema(schema: &'static Value, name: &str) -> Option<&'static Value> {
    let field = schema["properties"]
        .get(name)
        .unwrap_or(&schema["additionalProperties"]);
    field.is_object().then_some(field)
}

/// A value that the schema accepts.
fn sound(schema: &'static Value, random: &mut TestRng) -> Value {
    let schema = resolved(schema);
    if let Some(examples) = schema["examples"].as_array() {
        pick(examples, random)
    } else if let Some(words) = schema["oneOf"].as_array() {
        pick(words, random)["const"].clone()
    } else {
        json!("公共服务")
    }
}

fn change_object(fields: &mut Map<String, Value>, schema: &'static Value, random: &mut TestRng) {
    let properties = schema["properties"]
        .as_object()
        .expect("an object's schema");
    let required = schema["required"]
        .as_array()
        .expect("each object requires something");
    let optional: Vec<&String> = properties
        .keys()
        .filter(|name| !required.contains(&json!(name)))
        .collect();
    let present: Vec<String> = fields.keys().cloned().collect();
    match random.random_range(0..10) {
        0 if !present.is_empty() => {
            fields.remove(&pick(&present, random));
        }
        1 if !present.is_empty() => {
            let name = pick(&present, random);
            let value = fields.remove(&name).expect("a field that is present");
            fields.insert(pools::misspelled(&name, random), value);
        }
        2 => {
            let name = pick(pools::UNKNOWN_FIELDS, random);
            fields.insert(name.to_owned(), pick(&pools::any_values(), random));
        }
        3 if !optional.is_empty() => {
            fields.insert(pick(&optional, random).clone(), Value::Null);
        }
        4 | 5 if !optional.is_empty() => {
            fields.remove(pick(&optional, random));
        }
        _ if !optional.is_empty() => {
            let name = pick(&optional, random);
            fields.insert(name.clone(), sound(&properties[name], random));
        }
        _ => {
            let name = pick(required, random);
            let name = name.as_str().expect("a field's name");
            fields.insert(name.to_owned(), sound(&properties[name], random));
        }
    }
}

/// The targets of an indicator: an object whose names are ids.
fn change_map(entries: &mut Map<String, Value>, random: &mut TestRng) {
    let present: Vec<String> = entries.keys().cloned().collect();
    match random.random_range(0..4) {
        0 => entries.clear(),
        1 => {
            // Just below, at and just above the limit, whatever was there before.
            let count = random.random_range(3..6);
            *entries = (0..count)
                .map(|number| (format!("p{number}"), json!("1")))
                .collect();
        }
        2 if !present.is_empty() => {
            let name = pick(&present, random);
            let value = entries.remove(&name).expect("an entry that is present");
            entries.insert(pick(pools::texts("id"), random).to_owned(), value);
        }
        _ => {
            entries.insert(pick(pools::texts("id"), random).to_owned(), json!("10"));
        }
    }
}

fn change_array(items: &mut Vec<Value>, schema: &'static Value, random: &mut TestRng) {
    let limit = |name: &str| schema[name].as_u64().map(|limit| limit as usize);
    let least = limit("minItems").unwrap_or(0);
    let most = limit("maxItems").unwrap_or(10);
    match random.random_range(0..6) {
        0 => items.push(pick(&pools::any_values(), random)),
        1 => items.reverse(),
        2 => items.truncate(least),
        3 => items.truncate(least.saturating_sub(1)),
        // The length just below, at and just above the limit, made of copies.
        _ if !items.is_empty() => {
            let length = random.random_range(most - 1..=most + 1);
            *items = items.iter().cycle().take(length).cloned().collect();
        }
        _ => items.push(Value::Null),
    }
}

fn another_word(word: &str, schema: &'static Value, random: &mut TestRng) -> String {
    match random.random_range(0..5) {
        0 => format!("{word}{}", pick(pools::CHARACTERS, random)),
        1 => pools::misspelled(word, random),
        _ => sound(schema, random).as_str().expect("a word").to_owned(),
    }
}

fn another_text(text: &str, schema: &'static Value, name: &str, random: &mut TestRng) -> String {
    let most = schema["maxLength"].as_u64().map(|limit| limit as usize);
    match (random.random_range(0..8), most) {
        (0 | 1, Some(most)) => {
            // Characters of one, two, three and four bytes, so that bytes and UTF-16 units count differently.
            let character = pick(&['a', '0', 'é', '年', '𠮷'], random);
            let length = random.random_range(most - 1..=most + 1);
            std::iter::repeat_n(character, length).collect()
        }
        (2 | 3, _) => {
            // Half of the time at the very end, where `$` is read differently in different languages.
            let at = text.floor_char_boundary(random.random_range(0..=2 * text.len()));
            let character = pick(pools::CHARACTERS, random);
            format!("{}{character}{}", &text[..at], &text[at..])
        }
        (4, _) => {
            let at = text.floor_char_boundary(random.random_range(0..=text.len()));
            let rest: String = text[at..].chars().skip(1).collect();
            format!("{}{}{rest}", &text[..at], random.random_range(0..10))
        }
        (5, _) => sound(schema, random)
            .as_str()
            .unwrap_or_default()
            .to_owned(),
        _ => pick(pools::texts(name), random).to_owned(),
    }
}
