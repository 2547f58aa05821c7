//! Fingerprints: how an answer knows its finding again after rows were moved and the check was made anew.
//!
//! A fingerprint is `identity-value`, two FNV-1a hashes of 64 bits in hexadecimal digits. The identity is made of the rule
//! and of what the finding is about: an indicator's levels, item, name and unit, a period's id, or a field of the head.
//! The value is made of the texts that the finding speaks of. Same identity and other value: the text was changed.
//! Fingerprints are stored in tables, so how they are made may never change; a test holds them to committed ones.

use std::borrow::Cow;

use crate::model::{Indicator, Period, Table};
use crate::sink::Found;

/// The length of each of the two hashes in digits.
pub(crate) const HASH: usize = 16;

/// The fingerprint of a finding on a table.
pub(crate) fn of(table: &Table, found: &Found) -> String {
    let finding = &found.finding;
    let mut identity = Fnv::new();
    identity.add(found.rule.id);
    // What several rows have in common is not about the one that happens to stand first.
    let row = row_of(&finding.at);
    let of_other_row =
        |at: &String| row.is_some() && row_of(at).is_some_and(|other| Some(other) != row);
    let is_common = !found.key.is_empty() || finding.related.iter().any(of_other_row);
    if is_common {
        identity.add(&found.key);
    } else {
        identify(table, &finding.at, &mut identity);
    }
    let mut value = Fnv::new();
    let own = words_at(table, &finding.at);
    if !is_common {
        value.add(&own);
    }
    if let Some(span) = finding.span {
        value.number(span.start);
        value.number(span.end);
    }
    // Rows may be moved, so these texts count whatever their order is and however often they stand there.
    let mut related = Vec::new();
    let related_places = finding.related.iter().map(|at| words_at(table, at));
    for text in related_places.chain(is_common.then_some(own)) {
        let mut hash = Fnv::new();
        hash.add(&text);
        if !related.contains(&hash.0) {
            related.push(hash.0);
        }
    }
    value.0 = related
        .iter()
        .fold(value.0, |sum, hash| sum.wrapping_add(*hash));
    let mut fingerprint = String::with_capacity(2 * HASH + 1);
    identity.write(&mut fingerprint);
    fingerprint.push('-');
    value.write(&mut fingerprint);
    fingerprint
}

/// The row that a pointer points into.
pub(crate) fn row_of(at: &str) -> Option<&str> {
    at.strip_prefix("/indicators/")?.split('/').next()
}

/// What a pointer points to, independent of where in its list it stands.
fn identify(table: &Table, at: &str, hash: &mut Fnv) {
    let mut tokens = at.split('/').skip(1);
    let section = tokens.next().unwrap_or_default();
    hash.add(section);
    match entry(table, section, tokens.clone().next()) {
        Entry::Row(indicator) => {
            tokens.next();
            hash.add(indicator.category.word());
            hash.add(indicator.dimension.word());
            hash.add(indicator.group.as_deref().unwrap_or_default());
            hash.add(&indicator.name);
            hash.add(indicator.unit.as_deref().unwrap_or_default());
        }
        Entry::Period(period) => {
            tokens.next();
            hash.add(&period.id);
        }
        Entry::Other => {}
    }
    tokens.for_each(|token| hash.add(token));
}

enum Entry<'t> {
    Row(&'t Indicator),
    Period(&'t Period),
    Other,
}

fn entry<'t>(table: &'t Table, section: &str, index: Option<&str>) -> Entry<'t> {
    let index = || index.and_then(|index| index.parse::<usize>().ok());
    match section {
        "indicators" => index()
            .and_then(|index| table.indicators.get(index))
            .map_or(Entry::Other, Entry::Row),
        "periods" => index()
            .and_then(|index| table.periods.get(index))
            .map_or(Entry::Other, Entry::Period),
        _ => Entry::Other,
    }
}

/// The text at a place of a table; empty where there is none.
pub(crate) fn words_at<'t>(table: &'t Table, at: &str) -> Cow<'t, str> {
    let mut tokens = at.split('/').skip(1);
    let (section, second) = (tokens.next().unwrap_or_default(), tokens.next());
    let (third, fourth) = (tokens.next().unwrap_or_default(), tokens.next());
    let words = match entry(table, section, second) {
        Entry::Row(indicator) => match third {
            "category" => indicator.category.word(),
            "dimension" => indicator.dimension.word(),
            "dimensionLabel" => indicator.dimension_label.as_deref().unwrap_or_default(),
            "group" => indicator.group.as_deref().unwrap_or_default(),
            "name" => &indicator.name,
            "unit" => indicator.unit.as_deref().unwrap_or_default(),
            "definition" => indicator.definition.as_deref().unwrap_or_default(),
            "weight" => return decimal(indicator.weight),
            "targets" => fourth
                .and_then(|id| indicator.targets.get(id))
                .map_or("", String::as_str),
            _ => "",
        },
        Entry::Period(period) => match third {
            "id" => &period.id,
            "kind" => period.kind.word(),
            "label" => &period.label,
            "end" => period.end.as_deref().unwrap_or_default(),
            "goal" => &period.goal,
            _ => "",
        },
        Entry::Other => match (section, second.unwrap_or_default()) {
            ("project", "name") => &table.project.name,
            ("project", "code") => table.project.code.as_deref().unwrap_or_default(),
            ("applicant", "name") => &table.applicant.name,
            ("applicant", "creditCode") => {
                table.applicant.credit_code.as_deref().unwrap_or_default()
            }
            ("support", "amount") => return decimal(table.support.amount),
            ("support", "unit") => table.support.unit.name(),
            _ => "",
        },
    };
    Cow::Borrowed(words)
}

fn decimal(amount: Option<crate::amount::Amount>) -> Cow<'static, str> {
    Cow::Owned(amount.map_or(String::new(), |amount| amount.0.to_string()))
}

/// FNV-1a of 64 bits: a few lines, the same everywhere, and enough for telling the findings of one table apart.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }

    /// Adds a text and a mark of its end, so that `ab`, `c` differs from `a`, `bc`.
    fn add(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.byte(byte));
        self.byte(0xff);
    }

    fn number(&mut self, number: usize) {
        let bytes = u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
        bytes.into_iter().for_each(|byte| self.byte(byte));
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    }

    fn write(&self, out: &mut String) {
        for byte in self.0.to_be_bytes() {
            for digit in [byte >> 4, byte & 15] {
                out.extend(char::from_digit(u32::from(digit), 16));
            }
        }
    }
}
