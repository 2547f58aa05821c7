//! Broken JSON: what is wrong with these texts is a matter of JSON itself, so the schema has no say in it.

use proptest::prelude::*;
use proptest::test_runner::TestRng;

use crate::mutants::{pick, random};

/// Spoils the JSON text of a table, or only writes it otherwise; determined by the seed.
pub fn spoil(text: &str, seed: u64) -> String {
    let random = &mut random(seed);
    match random.random_range(0..9) {
        0 => text[..place(text, random)].to_owned(),
        1 => text[place(text, random)..].to_owned(),
        2 => {
            let at = place(text, random);
            let rest: String = text[at..].chars().skip(1).collect();
            format!("{}{rest}", &text[..at])
        }
        3 | 4 => insert(text, place(text, random), pick(PIECES, random)),
        5 => format!("{}{text}", pick(PIECES, random)),
        6 => format!("{text}{}", pick(PIECES, random)),
        7 => in_a_string(text, random),
        _ => with_a_field(text, random),
    }
}

const PIECES: &[&str] = &[
    " ", "\n", "\u{feff}", "\0", "\u{1b}", "\"", "\\", "{", "}", "[", "]", ",", ":", "1e999", "-",
    "NaN", "null", "//", "/* */", "'", "\u{2028}", "１", "𠮷", "\\u0000", "\\ud83d", "\\x41", "\t",
];

/// Escapes, sound and unsound, at the beginning of some string.
fn in_a_string(text: &str, random: &mut TestRng) -> String {
    const ESCAPES: &[&str] = &[
        "\\u6c55",
        "\\ud842\\udfb7",
        "\\ud842",
        "\\udfb7",
        "\\udfb7\\ud842",
        "\\u0000",
        "\\u000a",
        "\\n",
        "\\t",
        "\\/",
        "\\u12",
        "\\u{1f600}",
        "\\U0001f600",
        "\\a",
        "\n",
        "\t",
        "\u{7f}",
    ];
    let quotes: Vec<usize> = text.match_indices('"').map(|(at, _)| at + 1).collect();
    match quotes.len() {
        0 => text.to_owned(),
        _ => insert(text, pick(&quotes, random), pick(ESCAPES, random)),
    }
}

/// A field at the beginning of some object, many of them there already.
fn with_a_field(text: &str, random: &mut TestRng) -> String {
    const FIELDS: &[&str] = &[
        "\"name\":\"再次\",",
        "\"n\\u0061me\":\"再次\",",
        "\"schemaVersion\":\"1\",",
        "\"annual\":\"10\",",
        "\"support\":{},",
        "\"goal\":1e999,",
        "\"unit\":-0.0,",
        "name:\"x\",",
        "\"indicators\":[],",
    ];
    let braces: Vec<usize> = text.match_indices('{').map(|(at, _)| at + 1).collect();
    match braces.len() {
        0 => text.to_owned(),
        _ => insert(text, pick(&braces, random), pick(FIELDS, random)),
    }
}

fn insert(text: &str, at: usize, piece: &str) -> String {
    format!("{}{piece}{}", &text[..at], &text[at..])
}

/// A place between two characters.
fn place(text: &str, random: &mut TestRng) -> usize {
    let wanted = random.random_range(0..=text.len());
    text.floor_char_boundary(wanted)
}
