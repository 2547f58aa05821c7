//! The check code: proves that a sheet of paper and a file hold the same table.

use sha2::{Digest, Sha256};

use crate::SMALL;
use crate::model::{Answer, Indicator, Period, Table};

/// SHA-256 of the table's canonical JSON (RFC 8785), in lower-case hexadecimal digits.
pub fn of(table: &Table) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(canonical(table).as_bytes()) {
        for digit in [byte >> 4, byte & 15] {
            digits.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    digits
}

/// The table as RFC 8785 writes it. A table holds objects, arrays and texts only, so all that the RFC asks for is that
/// names stand in their order, which the code below has them in, and that texts are escaped as JSON.stringify does.
/// `tests/digest.rs` compares this with a complete implementation.
pub fn canonical(table: &Table) -> String {
    let mut out = String::with_capacity(8192);
    out.push('{');
    if let Some(answers) = &table.answers {
        list(&mut out, "answers", answers, answer);
    }
    object(&mut out, "applicant", |out| {
        optional(out, "creditCode", table.applicant.credit_code.as_deref());
        text(out, "name", &table.applicant.name);
    });
    list(&mut out, "indicators", &table.indicators, indicator);
    list(&mut out, "periods", &table.periods, period);
    object(&mut out, "project", |out| {
        optional(out, "code", table.project.code.as_deref());
        text(out, "name", &table.project.name);
    });
    text(&mut out, "schemaVersion", "1");
    object(&mut out, "support", |out| {
        let amount = table.support.amount.map(|amount| amount.0.to_string());
        optional(out, "amount", amount.as_deref());
        text(out, "unit", table.support.unit.name());
    });
    out.push('}');
    out
}

fn indicator(out: &mut String, indicator: &Indicator) {
    text(out, "category", indicator.category.word());
    optional(out, "definition", indicator.definition.as_deref());
    text(out, "dimension", indicator.dimension.word());
    optional(out, "dimensionLabel", indicator.dimension_label.as_deref());
    optional(out, "group", indicator.group.as_deref());
    text(out, "name", &indicator.name);
    object(out, "targets", |out| {
        for (id, target) in &indicator.targets {
            text(out, id, target);
        }
    });
    optional(out, "unit", indicator.unit.as_deref());
    let weight = indicator.weight.map(|weight| weight.0.to_string());
    optional(out, "weight", weight.as_deref());
}

fn answer(out: &mut String, answer: &Answer) {
    text(out, "fingerprint", &answer.fingerprint);
    text(out, "reason", &answer.reason);
    text(out, "rule", &answer.rule);
}

fn period(out: &mut String, period: &Period) {
    optional(out, "end", period.end.as_deref());
    text(out, "goal", &period.goal);
    text(out, "id", &period.id);
    text(out, "kind", period.kind.word());
    text(out, "label", &period.label);
}

/// A name with its colon, behind a comma unless it is the first.
pub(crate) fn name(out: &mut String, name: &str) {
    if !out.ends_with('{') {
        out.push(',');
    }
    // Names of fields, of parameters and of periods hold nothing that would have to be escaped.
    out.push('"');
    out.push_str(name);
    out.push_str("\":");
}

/// A field with a text.
pub(crate) fn text(out: &mut String, field: &str, value: &str) {
    name(out, field);
    quoted(out, value);
}

/// A field with a text, where there is one.
pub(crate) fn optional(out: &mut String, field: &str, value: Option<&str>) {
    if let Some(value) = value {
        text(out, field, value);
    }
}

/// A field with an object.
pub(crate) fn object(out: &mut String, field: &str, fill: impl FnOnce(&mut String)) {
    name(out, field);
    out.push('{');
    fill(out);
    out.push('}');
}

/// A field with a list of objects.
pub(crate) fn list<T>(out: &mut String, field: &str, items: &[T], write: fn(&mut String, &T)) {
    name(out, field);
    out.push('[');
    for (index, item) in items.iter().enumerate() {
        out.push_str(if index == 0 { "{" } else { ",{" });
        write(out, item);
        out.push('}');
    }
    out.push(']');
}

/// Where the first byte of a kind stands in a text. Eight bytes are looked at together, as one number: `marks` gives it
/// with the highest bit of each byte that is meant, and may mark others behind the first of them.
#[inline]
pub(crate) fn place_of_byte(text: &str, marks: impl Fn(u64) -> u64) -> Option<usize> {
    if SMALL {
        // The other bytes of the block are those that no UTF-8 has.
        let mut bytes = text.bytes();
        return bytes.position(|byte| marks(u64::MAX << 8 | u64::from(byte)) != 0);
    }
    let (blocks, rest) = text.as_bytes().as_chunks();
    let place = |marks: u64| marks.trailing_zeros() as usize / 8;
    for (index, block) in blocks.iter().enumerate() {
        let marks = marks(u64::from_le_bytes(*block));
        if marks != 0 {
            return Some(8 * index + place(marks));
        }
    }
    // No UTF-8 has the byte that fills up the last block.
    let filled = |block, byte: &u8| block << 8 | u64::from(*byte);
    let marks = marks(rest.iter().rev().fold(u64::MAX, filled));
    (marks != 0).then(|| 8 * blocks.len() + place(marks))
}

/// Marks the bytes of a block that are this one, see [`place_of_byte`].
#[inline]
pub(crate) fn marks_of(byte: u8, block: u64) -> u64 {
    marks_below(1, block ^ (EACH * u64::from(byte)))
}

/// Marks the bytes of a block that are below a bound of ASCII.
#[inline]
pub(crate) fn marks_below(bound: u8, block: u64) -> u64 {
    block.wrapping_sub(EACH * u64::from(bound)) & !block & (EACH << 7)
}

/// A one in each byte.
const EACH: u64 = u64::MAX / 255;

/// Of the characters that JSON escapes, a table may hold only these three.
pub(crate) fn quoted(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    let marks = |block| marks_of(b'"', block) | marks_of(b'\\', block) | marks_of(b'\n', block);
    while let Some(at) = place_of_byte(rest, marks) {
        out.push_str(rest.get(..at).unwrap_or_default());
        out.push_str(match rest.as_bytes().get(at) {
            Some(b'"') => "\\\"",
            Some(b'\n') => "\\n",
            _ => "\\\\",
        });
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    out.push_str(rest);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_found_wherever_it_stands() {
        let place = |text: &str| place_of_byte(text, |block| marks_of(b'"', block));
        let control = |text: &str| place_of_byte(text, |block| marks_below(b' ', block));
        for filling in ["#", "!", "a", "的", "\u{7f}"] {
            for length in 0..20 {
                let text = filling.repeat(length);
                assert_eq!((place(&text), control(&text)), (None, None));
                for at in 0..length {
                    let (before, after) = (filling.repeat(at), filling.repeat(length - at));
                    let with = |mark: &str| [&before, mark, &after, mark].concat();
                    assert_eq!(place(&with("\"")), Some(before.len()));
                    assert_eq!(control(&with("\u{1f}")), Some(before.len()));
                    assert_eq!((control(&with(" ")), place(&with("\0"))), (None, None));
                }
            }
        }
    }
}
