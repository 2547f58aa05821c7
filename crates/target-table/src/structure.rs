//! Why a JSON text is no table.
//!
//! The typed parser alone decides whether a text is a table, and it is fast. Only when it refuses is the text read
//! again, into a `Value`, so that the schema validator can name everything that is wrong at once.

use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{JsonType, ValidationError};
use serde_json::{Map, Value};

use crate::limits;
use crate::model::Table;
use crate::place::{self, fields_at, join};
use crate::report::{Lang, Operation};
use crate::sink::{Remark, Sink};
use crate::strict;

/// Says in the sink why a text is no table. Where only single fields are wrong, the rest of the table comes back, so
/// that one bad field does not hide everything else that could be said.
pub(crate) fn explain(text: &str, sink: &mut Sink<'_>) -> Option<Table> {
    if text.len() > limits::JSON_BYTES {
        sink.turn_to("json-too-large");
        sink.report(Remark {
            params: vec![
                ("size", text.len().to_string()),
                ("limit", limits::JSON_BYTES.to_string()),
            ],
            ..Remark::default()
        });
        return None;
    }
    let mut value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            report_unreadable(text, &error, sink);
            return None;
        }
    };
    // A duplicate key is the one thing that the typed parser refuses and that a `Value` no longer shows.
    if let Some((line, field)) = duplicate_key(text) {
        sink.turn_to("json-duplicate-key");
        sink.report(Remark {
            params: vec![("line", line.to_string()), ("field", field)],
            ..Remark::default()
        });
        return None;
    }
    let mut removed = Vec::new();
    for error in crate::schema::errors(&value) {
        report_schema_error(&error, sink);
        removed.extend(refused_places(&error));
    }
    remove(&mut value, &removed);
    Table::from_json(&value.to_string()).ok()
}

/// The first duplicate key and its line, if that is what the typed parser refuses.
fn duplicate_key(text: &str) -> Option<(usize, String)> {
    let error = Table::from_json(text).err()?;
    let message = error.to_string();
    let field = message.strip_prefix("duplicate field `")?;
    Some((error.line(), field.split_once('`')?.0.to_owned()))
}

/// What serde_json says of a text that is not JSON, by the beginning of its own message.
const REASONS: [(&str, &str, &str); 6] = [
    (
        "EOF while parsing",
        "内容不完整，在这里突然中断",
        "the text ends abruptly",
    ),
    (
        "recursion limit exceeded",
        "括号嵌套太深，不是绩效目标表",
        "brackets are nested too deeply for a table",
    ),
    (
        "control character",
        "文字中有未经转义的控制字符或换行",
        "a text holds a raw control character or line break",
    ),
    (
        "trailing characters",
        "表已结束，后面还有多余内容",
        "the table has ended, but more text follows",
    ),
    (
        "lone leading surrogate",
        "\\u 转义只有半个字符",
        "a \\u escape is only half a character",
    ),
    (
        "unexpected end of hex escape",
        "\\u 转义只有半个字符",
        "a \\u escape is only half a character",
    ),
];

fn report_unreadable(text: &str, error: &serde_json::Error, sink: &mut Sink<'_>) {
    sink.turn_to("json-unreadable");
    if text.trim().is_empty() {
        let reason = sink
            .either("内容是空的", "There is nothing in it")
            .to_owned();
        sink.report(Remark {
            params: vec![("place", String::new()), ("reason", reason)],
            ..Remark::default()
        });
        return;
    }
    let message = error.to_string();
    let (zh, en) = REASONS
        .iter()
        .find(|(start, _, _)| message.starts_with(start))
        .map_or(
            ("不是合法的 JSON 写法", "this is not well-formed JSON"),
            |(_, zh, en)| (*zh, *en),
        );
    let (line, column) = (error.line().max(1), column(text, error));
    let place = match sink.lang {
        Lang::Zh => format!("第 {line} 行第 {column} 列："),
        Lang::En => format!("Line {line}, column {column}: "),
    };
    sink.report(Remark {
        params: vec![
            ("place", place),
            ("line", line.to_string()),
            ("column", column.to_string()),
            ("reason", sink.either(zh, en).to_owned()),
        ],
        ..Remark::default()
    });
}

/// Where reading stopped, in characters: serde_json counts bytes, of which a Chinese character has three.
fn column(text: &str, error: &serde_json::Error) -> usize {
    let line = text.split('\n').nth(error.line().saturating_sub(1));
    let read = line.unwrap_or_default().char_indices();
    read.take_while(|(at, _)| *at < error.column())
        .count()
        .max(1)
}

/// One remark for each thing that one schema error names.
fn report_schema_error(error: &ValidationError<'_>, sink: &mut Sink<'_>) {
    let at = error.instance_path().as_str().to_owned();
    let instance = error.instance();
    let name = ("place", place::name(&at, sink.lang));
    let (rule, params) = match error.kind() {
        // An error about a property's name has the object's place and the name for its instance.
        kind if place::is_targets(&at)
            && instance.is_string()
            && !matches!(kind, Kind::Type { .. }) =>
        {
            (
                "value-malformed",
                vec![
                    ("value", shortened(instance)),
                    (
                        "expected",
                        place::shape("/periods/*/id", sink.lang).to_owned(),
                    ),
                ],
            )
        }
        Kind::AdditionalProperties { unexpected } => {
            return report_unknown_fields(&at, unexpected, sink);
        }
        Kind::Required { property } => {
            let field = property.as_str().unwrap_or_default();
            // A misspelled field is reported as unknown, with the one that it was meant to be; that is one cause.
            let names = instance.as_object().into_iter().flat_map(Map::keys);
            if names
                .filter_map(|name| nearest(&at, name))
                .any(|known| known == field)
            {
                return;
            }
            (
                "field-missing",
                vec![
                    ("field", field.to_owned()),
                    (
                        "advice",
                        place::advice(&join(&at, field), sink.lang).to_owned(),
                    ),
                ],
            )
        }
        Kind::Type { kind } => (
            "value-wrong-type",
            vec![
                ("expected", expected_type(kind, sink.lang).to_owned()),
                ("actual", type_of(instance, sink.lang).to_owned()),
            ],
        ),
        Kind::Enum { options } if instance.is_string() => (
            "value-not-allowed",
            vec![
                ("value", shortened(instance)),
                ("allowed", listed(options, sink.lang)),
            ],
        ),
        Kind::Enum { .. } => (
            "value-wrong-type",
            vec![
                ("expected", sink.either("文字", "a text").to_owned()),
                ("actual", type_of(instance, sink.lang).to_owned()),
            ],
        ),
        Kind::MaxLength { limit } => (
            "text-too-long",
            vec![
                ("length", characters(instance).to_string()),
                ("limit", limit.to_string()),
            ],
        ),
        Kind::MaxItems { .. } | Kind::MinItems { .. } | Kind::MaxProperties { .. } => (
            "list-length",
            vec![
                ("length", entries(instance).to_string()),
                ("limit", place::limit_of_list(&at, sink.lang).to_owned()),
            ],
        ),
        Kind::Custom { .. } if place::is_text(&at) => {
            return report_control_character(at, instance, sink);
        }
        _ => (
            "value-malformed",
            vec![
                ("value", shortened(instance)),
                ("expected", place::shape(&at, sink.lang).to_owned()),
            ],
        ),
    };
    sink.turn_to(rule);
    sink.report(Remark {
        at,
        params: [vec![name], params].concat(),
        ..Remark::default()
    });
}

/// The field that an unknown one was probably meant to be: none if the name is a field's or like no field's.
fn nearest(at: &str, name: &str) -> Option<&'static str> {
    let fields = fields_at(at).iter();
    let name_in_small = name.to_lowercase();
    let distances = fields.map(|known| {
        let distance = strsim::osa_distance(&name_in_small, &known.to_lowercase());
        (distance, *known)
    });
    let (distance, known) = distances.min()?;
    (known != name && distance * 2 <= known.len()).then_some(known)
}

fn report_unknown_fields(at: &str, unexpected: &[String], sink: &mut Sink<'_>) {
    sink.turn_to("field-unknown");
    for field in unexpected {
        let path = join(at, field);
        let known = nearest(at, field);
        // Removing a field that is only misspelled would lose what it holds.
        let fix = match known {
            Some(_) => Vec::new(),
            None => vec![Operation::Remove { path: path.clone() }],
        };
        let nearest = known.map_or(String::new(), |known| {
            sink.either("，是否应为“", ", perhaps meant as “")
                .to_owned()
                + known
                + "”"
        });
        sink.report(Remark {
            at: path,
            params: vec![
                ("place", place::name(at, sink.lang)),
                ("field", field.chars().take(60).collect()),
                ("nearest", nearest),
            ],
            fix,
            // What it holds may belong into another field, and is lost with it.
            choice: true,
            ..Remark::default()
        });
    }
}

fn report_control_character(at: String, instance: &Value, sink: &mut Sink<'_>) {
    let text = instance.as_str().unwrap_or_default();
    let Some(first) = text.chars().find(|&c| strict::is_forbidden(c)) else {
        return;
    };
    let cleaned: String = text.chars().filter(|&c| !strict::is_forbidden(c)).collect();
    sink.turn_to("control-character");
    sink.report(Remark {
        params: vec![
            ("place", place::name(&at, sink.lang)),
            ("code", format!("U+{:04X}", u32::from(first))),
        ],
        fix: vec![Operation::Replace {
            path: at.clone(),
            value: cleaned,
        }],
        at,
        ..Remark::default()
    });
}

/// The places that a schema error refuses, so that the rest can be read without them.
fn refused_places(error: &ValidationError<'_>) -> Vec<String> {
    let at = error.instance_path().as_str();
    match error.kind() {
        Kind::AdditionalProperties { unexpected } => {
            unexpected.iter().map(|field| join(at, field)).collect()
        }
        _ => vec![at.to_owned()],
    }
}

/// Takes fields out of objects; entries of arrays stay, because without them all others would move.
fn remove(value: &mut Value, places: &[String]) {
    for place in places {
        let Some((parent, field)) = place.rsplit_once('/') else {
            continue;
        };
        if let Some(Value::Object(fields)) = value.pointer_mut(parent) {
            fields.remove(&field.replace("~1", "/").replace("~0", "~"));
        }
    }
}

fn expected_type(kind: &jsonschema::error::TypeKind, lang: Lang) -> &'static str {
    match kind {
        jsonschema::error::TypeKind::Single(JsonType::Object) => {
            lang.either("对象 { }", "an object { }")
        }
        jsonschema::error::TypeKind::Single(JsonType::Array) => {
            lang.either("列表 [ ]", "a list [ ]")
        }
        _ => lang.either("文字 \"…\"", "a text \"…\""),
    }
}

fn type_of(value: &Value, lang: Lang) -> &'static str {
    match value {
        Value::Null => lang.either("空值 null", "null"),
        Value::Bool(_) => lang.either("真假值", "true or false"),
        Value::Number(_) => lang.either("没有引号的数字", "a number without quotes"),
        Value::String(_) => lang.either("文字", "a text"),
        Value::Array(_) => lang.either("列表 [ ]", "a list [ ]"),
        Value::Object(_) => lang.either("对象 { }", "an object { }"),
    }
}

/// A value as the message quotes it: a text without its quotes, and never more than a line.
fn shortened(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        _ => value.to_string(),
    };
    let visible = |c: char| if c.is_control() { '␣' } else { c };
    if text.chars().count() > 40 {
        text.chars().take(39).map(visible).chain(['…']).collect()
    } else {
        text.chars().map(visible).collect()
    }
}

fn listed(options: &Value, lang: Lang) -> String {
    let names: Vec<&str> = options
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    names.join(lang.either("、", ", "))
}

fn characters(value: &Value) -> usize {
    value.as_str().map_or(0, |text| text.chars().count())
}

fn entries(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    }
}
