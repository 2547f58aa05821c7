//! The limits of the format: each once as a number, once as the check, once as its schema.
//!
//! Patterns are written so that ECMAScript, Python, Java and Rust agree on them. `$` alone is not enough: in Python
//! and Java it also matches before a final line feed, hence the `not` beside every anchored pattern.

use std::collections::BTreeMap;
use std::fmt;

use schemars::{Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Unexpected, Visitor};

use crate::strict;

/// The most bytes of JSON that one table may have.
pub const JSON_BYTES: usize = 1 << 20;
/// The most periods.
pub const PERIODS: usize = 4;
/// The most indicators.
pub const INDICATORS: usize = 500;
/// The most characters of a goal.
pub const GOAL: usize = 2000;
/// The most characters of a name.
pub const NAME: usize = 300;
/// The most characters of a cell.
pub const CELL: usize = 1000;
/// The most characters of a label.
pub const LABEL: usize = 100;
/// The most characters of a unit.
pub const UNIT: usize = 50;
/// The most characters of a code.
pub const CODE: usize = 50;
/// The most answers.
pub const ANSWERS: usize = 500;
/// The most characters of a period's id.
pub const ID: usize = 32;

/// Characters that no text may have: every control character but the line feed.
pub(crate) const CONTROL: &str = r"[\u0000-\u0009\u000b-\u001f\u007f-\u009f]";
/// Characters that no id may have.
pub(crate) const NOT_ID: &str = "[^a-z0-9-]";
/// Characters that no credit code may have: GB 32100 leaves out I, O, S, V and Z.
pub(crate) const NOT_CREDIT_CODE: &str = "[^0-9A-HJ-NPQRTUWXY]";
/// A date by shape; that the day exists is a rule's business.
pub(crate) const DATE: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// A fingerprint: the identity of what a finding is about, and its value.
pub(crate) const FINGERPRINT: &str = "^[0-9a-f]{16}-[0-9a-f]{16}$";

fn text_schema(max: usize) -> Schema {
    json_schema!({ "type": "string", "maxLength": max, "not": { "pattern": CONTROL } })
}

pub(crate) fn name_schema(_: &mut SchemaGenerator) -> Schema {
    text_schema(NAME)
}

pub(crate) fn label_schema(_: &mut SchemaGenerator) -> Schema {
    text_schema(LABEL)
}

pub(crate) fn goal_schema(_: &mut SchemaGenerator) -> Schema {
    text_schema(GOAL)
}

pub(crate) fn cell_schema(_: &mut SchemaGenerator) -> Schema {
    text_schema(CELL)
}

pub(crate) fn unit_schema(_: &mut SchemaGenerator) -> Schema {
    text_schema(UNIT)
}

pub(crate) fn code_schema(_: &mut SchemaGenerator) -> Schema {
    text_schema(CODE)
}

pub(crate) fn id_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "minLength": 1, "maxLength": ID, "not": { "pattern": NOT_ID } })
}

pub(crate) fn credit_code_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string", "minLength": 18, "maxLength": 18, "not": { "pattern": NOT_CREDIT_CODE },
        "examples": ["91440000MA4UJ6WX8W"],
    })
}

pub(crate) fn date_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string", "minLength": 10, "maxLength": 10, "pattern": DATE,
        "examples": ["2024-06-30"],
    })
}

pub(crate) fn fingerprint_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string", "minLength": 33, "maxLength": 33, "pattern": FINGERPRINT,
        "examples": ["0123456789abcdef-fedcba9876543210"],
    })
}

pub(crate) fn reason_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "minLength": 1, "maxLength": CELL, "not": { "pattern": CONTROL } })
}

pub(crate) fn targets_schema(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "maxProperties": PERIODS,
        "propertyNames": id_schema(generator),
        "additionalProperties": text_schema(CELL),
        "examples": [{ "stage": "3", "annual": "6" }],
    })
}

/// Whether a text is a period's id.
pub fn is_id(text: &str) -> bool {
    (1..=ID).contains(&text.len()) && !text.bytes().any(is_not_id)
}

pub(crate) fn is_not_id(byte: u8) -> bool {
    !matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')
}

/// Whether a text has the shape of a credit code; its check digit is a rule's business.
pub fn is_credit_code(text: &str) -> bool {
    text.len() == 18 && !text.chars().any(is_not_credit_code)
}

pub(crate) fn is_not_credit_code(c: char) -> bool {
    !(c.is_ascii_digit() || c.is_ascii_uppercase()) || "IOSVZ".contains(c)
}

/// Whether a text has the shape of a date.
pub fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return false;
    };
    let number = |part: &str, digits: usize| {
        (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<u16>().ok())
            .flatten()
    };
    number(year, 4).is_some()
        && number(month, 2).is_some_and(|month| (1..=12).contains(&month))
        && number(day, 2).is_some_and(|day| (1..=31).contains(&day))
}

/// Whether a text has the shape of a fingerprint.
pub fn is_fingerprint(text: &str) -> bool {
    let is_hash = |hash: &str| {
        hash.len() == 16
            && hash
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    text.split_once('-')
        .is_some_and(|(identity, value)| is_hash(identity) && is_hash(value))
}

/// Reads a fingerprint.
pub(crate) fn fingerprint<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    checked(deserializer, is_fingerprint, "a fingerprint")
}

/// Reads the reason of an answer: a text that may not be empty.
pub(crate) fn reason<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let reason = strict::text::<D, CELL>(deserializer)?;
    if reason.is_empty() {
        return Err(D::Error::invalid_length(0, &"a reason"));
    }
    Ok(reason)
}

/// Reads a period's id.
pub(crate) fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    checked(deserializer, is_id, "an id of a to z, 0 to 9 and -")
}

/// Reads a credit code; the field may be missing, `null` is not a missing field.
pub(crate) fn credit_code<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    checked(deserializer, is_credit_code, "a code of 18 characters").map(Some)
}

/// Reads a date; the field may be missing, `null` is not a missing field.
pub(crate) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    checked(deserializer, is_date, "a date such as 2024-06-30").map(Some)
}

fn checked<'de, D: Deserializer<'de>>(
    deserializer: D,
    is_sound: fn(&str) -> bool,
    expected: &'static str,
) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if is_sound(&text) {
        Ok(text)
    } else {
        Err(D::Error::invalid_value(Unexpected::Str(&text), &expected))
    }
}

/// Reads the targets of an indicator: ids to cells, no id twice.
pub(crate) fn targets<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, String>, D::Error> {
    deserializer.deserialize_map(TargetsVisitor)
}

struct TargetsVisitor;

impl<'de> Visitor<'de> for TargetsVisitor {
    type Value = BTreeMap<String, String>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an object with at most {PERIODS} targets")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut targets = BTreeMap::new();
        while let Some(Id(id)) = map.next_key()? {
            let Cell(cell) = map.next_value()?;
            if targets.len() == PERIODS {
                return Err(A::Error::invalid_length(PERIODS + 1, &self));
            }
            if targets.contains_key(&id) {
                return Err(A::Error::custom(format_args!("duplicate field `{id}`")));
            }
            targets.insert(id, cell);
        }
        Ok(targets)
    }
}

struct Id(String);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        id(deserializer).map(Id)
    }
}

struct Cell(String);

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        strict::text::<D, CELL>(deserializer).map(Cell)
    }
}
