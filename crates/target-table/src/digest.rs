//! The check code: proves that a sheet of paper and a file hold the same table.

use sha2::{Digest, Sha256};

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

/// Where the first byte of a kind stands in a text. Eight bytes are looked at together before each of them is: few texts
/// have any, and the processor does eight at once.
#[inline]
pub(crate) fn place_of_byte(text: &str, is_meant: impl Fn(u8) -> bool) -> Option<usize> {
    if cfg!(target_arch = "wasm32") {
        return text.bytes().position(is_meant);
    }
    let blocks = text.as_bytes().chunks_exact(8);
    let is_free = |block: &&[u8]| {
        let found = |found, byte: &u8| found | is_meant(*byte);
        !block.iter().fold(false, found)
    };
    let start = 8 * blocks.take_while(is_free).count();
    let mut rest = text.as_bytes().get(start..)?.iter();
    rest.position(|byte| is_meant(*byte)).map(|at| start + at)
}

/// Of the characters that JSON escapes, a table may hold only these three.
pub(crate) fn quoted(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = place_of_byte(rest, |byte| {
        (byte == b'"') | (byte == b'\\') | (byte == b'\n')
    }) {
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
        for length in 0..40 {
            let text = "a".repeat(length);
            assert_eq!(place_of_byte(&text, |byte| byte == b'b'), None);
            for at in 0..length {
                let (before, after) = text.split_at(at);
                let text = [before, "b", after, "b"].concat();
                assert_eq!(place_of_byte(&text, |byte| byte == b'b'), Some(at));
            }
        }
    }
}
