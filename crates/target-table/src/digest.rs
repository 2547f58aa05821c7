//! The check code: proves that a sheet of paper and a file hold the same table.

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::model::Table;

/// SHA-256 of the table's canonical JSON (RFC 8785), in lower-case hexadecimal digits.
pub fn of(table: &Table) -> String {
    let mut canonical = String::with_capacity(4096);
    // Writing plain data with string keys into memory cannot fail.
    if let Ok(value) = table.serialize(serde_json::value::Serializer) {
        write(&value, &mut canonical);
    }
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(canonical.as_bytes()) {
        for digit in [byte >> 4, byte & 15] {
            text.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    text
}

/// A table holds objects, arrays and strings only, and its keys are ASCII; sorting them by bytes and escaping texts as
/// serde_json does is therefore all that RFC 8785 asks for. A test compares this with a complete implementation.
fn write(value: &Value, canonical: &mut String) {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_unstable_by_key(|(name, _)| *name);
            canonical.push('{');
            for (index, (name, value)) in fields.into_iter().enumerate() {
                if index > 0 {
                    canonical.push(',');
                }
                canonical.push_str(&Value::from(name.as_str()).to_string());
                canonical.push(':');
                write(value, canonical);
            }
            canonical.push('}');
        }
        Value::Array(items) => {
            canonical.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    canonical.push(',');
                }
                write(item, canonical);
            }
            canonical.push(']');
        }
        _ => canonical.push_str(&value.to_string()),
    }
}
