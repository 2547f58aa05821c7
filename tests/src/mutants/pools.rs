//! Values close to the borders of the format, most of them on the wrong side.

use proptest::prelude::*;
use proptest::test_runner::TestRng;
use serde_json::{Value, json};

use super::pick;

/// Texts worth trying in the field of that name.
pub(super) fn texts(field: &str) -> &'static [&'static str] {
    match field {
        "amount" => AMOUNTS,
        "end" => DATES,
        "creditCode" => CREDIT_CODES,
        "id" => IDS,
        "fingerprint" => FINGERPRINTS,
        _ => TEXTS,
    }
}

const AMOUNTS: &[&str] = &[
    "0",
    "330",
    "725.4",
    "330.00",
    "0.000001",
    "999999999999999",
    "999999999999999.999999",
    "1000000000000000",
    "1.1234567",
    "05",
    "00",
    "0.",
    ".5",
    "5.",
    ".",
    "",
    "1e3",
    "1E3",
    "+5",
    "-5",
    "-0",
    "1,620",
    "1_000",
    "１",
    "٣",
    "330\n",
    "330\r\n",
    " 330",
    "330 ",
    "0x10",
    "1.2.3",
    "NaN",
    "Infinity",
    "三百",
    "330万元",
    "99999999999999999999999999999999",
];

const DATES: &[&str] = &[
    "2024-06-30",
    "2024-02-31",
    "0000-01-01",
    "9999-12-31",
    "2024-00-10",
    "2024-13-10",
    "2024-06-00",
    "2024-06-32",
    "2024-6-30",
    "2024-06-3",
    "2024-06-30\n",
    "20240630",
    "2024/06/30",
    "2024-06-30T00:00",
    "２０２４-06-30",
    "",
    "-024-06-30",
    "2024-06-+1",
    "02024-06-30",
    "2024-06-3٠",
];

const CREDIT_CODES: &[&str] = &[
    "91440000MA4UJ6WX8W",
    "914400000000000000",
    "91440000MA4UJ6WX8I",
    "91440000MA4UJ6WX8O",
    "91440000MA4UJ6WX8S",
    "91440000MA4UJ6WX8V",
    "91440000MA4UJ6WX8Z",
    "91440000ma4uj6wx8w",
    "91440000MA4UJ6WX8",
    "91440000MA4UJ6WX8W1",
    "91440000MA4UJ6WX8W\n",
    "91440000MA4UJ6WX8\n",
    "91440000MA4UJ6WX８",
    "",
    "91440000 MA4UJ6WX8",
];

const FINGERPRINTS: &[&str] = &[
    "0123456789abcdef-fedcba9876543210",
    "0123456789ABCDEF-fedcba9876543210",
    "0123456789abcdef_fedcba9876543210",
    "0123456789abcdef-fedcba987654321",
    "0123456789abcdef-fedcba98765432100",
    "0123456789abcde-fedcba98765432100",
    "0123456789abcdef-fedcba987654321g",
    "0123456789abcdef-fedcba9876543210\n",
    "0123456789abcdef-fedcba987654321\n",
    "",
];

const IDS: &[&str] = &[
    "stage",
    "a",
    "-",
    "0",
    "a-1",
    "stage-2024-first-half-of-the-year",
    "stage-2024-first-half-of-the-yea",
    "Stage",
    "stage\n",
    "\nstage",
    "sta ge",
    "阶段",
    "",
    "stage_1",
    "stage.1",
    "stagé",
    "ｓtage",
    "__proto__",
    "constructor",
    "a/b",
    "a~b",
];

const TEXTS: &[&str] = &[
    "",
    " ",
    "\n",
    "第一行\n第二行",
    "null",
    "{}",
    "金额（万元）",
    "6000万元",
    "e\u{301}",
    "👨‍👩‍👧‍👦",
    "\u{feff}目标",
    "\u{10ffff}",
    "\u{fffd}",
    "\u{e000}",
    "\u{2028}",
    "\u{2029}",
    "\u{a0}",
    "\u{200b}",
    "\u{85}",
    "\u{0}",
    "\u{7f}",
    "a\tb",
    "a\r\nb",
    "\u{1b}[31m红",
];

/// Characters on both sides of the border between what a text may contain and what not.
pub(super) const CHARACTERS: &[char] = &[
    '\n',
    '\t',
    '\r',
    '\0',
    '\u{8}',
    '\u{b}',
    '\u{c}',
    '\u{1f}',
    ' ',
    '~',
    '\u{7f}',
    '\u{80}',
    '\u{85}',
    '\u{9f}',
    '\u{a0}',
    '\u{ad}',
    '\u{200b}',
    '\u{200e}',
    '\u{2028}',
    '\u{2029}',
    '\u{feff}',
    '\u{fffd}',
    '\u{ffff}',
    '１',
    '年',
    '𠮷',
    '\u{1f600}',
    '"',
    '\\',
    '/',
    '0',
    'Z',
];

/// Field names that no object of the format has.
pub(super) const UNKNOWN_FIELDS: &[&str] = &[
    "remark",
    "备注",
    "",
    " ",
    "$schema",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "length",
    "a/b",
    "a~b",
    "𠮷",
    "name ",
    "targets.annual",
];

/// Ways to miswrite a field's name.
pub(super) fn misspelled(name: &str, random: &mut TestRng) -> String {
    let characters: Vec<char> = name.chars().collect();
    let at = random.random_range(0..characters.len().max(1));
    let (before, after) = characters.split_at(at.min(characters.len()));
    let before: String = before.iter().collect();
    let after: String = after.iter().collect();
    match random.random_range(0..6) {
        0 => format!("{before}{}", after.chars().skip(1).collect::<String>()),
        1 => format!("{before}{}{after}", after.chars().next().unwrap_or('x')),
        2 => name.to_uppercase(),
        3 => format!("{name}s"),
        4 => format!("{name}\n"),
        _ => format!("{before}_{after}"),
    }
}

/// A value of another type, as near to the old one as its type allows.
pub(super) fn of_another_type(old: &Value, random: &mut TestRng) -> Value {
    let near = match old {
        // What serde's derived code would take for a struct or for an enum.
        Value::Object(fields) => json!([
            fields.values().collect::<Vec<_>>(),
            fields.keys().collect::<Vec<_>>(),
            old
        ]),
        Value::Array(items) => json!([items.first(), { "0": items.first() }, [items]]),
        Value::String(text) => {
            json!([{ text: null }, { text: {} }, [text], text.parse::<i64>().ok(), text.parse::<f64>().ok()])
        }
        Value::Bool(_) | Value::Number(_) | Value::Null => json!([[old], old.to_string()]),
    };
    let near = near.as_array().expect("each arm is an array");
    match random.random_range(0..3) {
        0 => pick(near, random),
        1 => pick(&any_values(), random),
        _ => nested(random.random_range(1..160)),
    }
}

/// Values of every type.
pub(super) fn any_values() -> [Value; 16] {
    [
        json!(null),
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(-1),
        json!(330),
        json!(0.5),
        json!(1e300),
        json!(u64::MAX),
        json!(""),
        json!("1"),
        json!([]),
        json!({}),
        json!([null]),
        json!({ "name": "x" }),
    ]
}

/// Arrays within arrays; serde_json reads 128 of them.
fn nested(levels: usize) -> Value {
    (0..levels).fold(Value::Null, |inner, _| json!([inner]))
}
