//! A reader of the JSON that a table is made of: objects, arrays and texts, nothing else.
//!
//! It answers only whether a text is a table. Why one is not, `structure` asks serde_json and the schema validator. That
//! way the module that has to be there before somebody types carries no wording of errors, no numbers and no derived code:
//! 20 KB (gzip) less than with serde_json. `tests/schema.rs` holds the two against each other.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::amount::{Amount, MoneyUnit};
use crate::digest::{marks_below, marks_of, place_of_byte};
use crate::limits;
use crate::model::{
    Answer, Applicant, Category, Dimension, Indicator, Period, PeriodKind, Project, SchemaVersion,
    Support, Table,
};
use crate::strict;

/// Reads a table, if the text is one.
pub(crate) fn table(text: &str) -> Option<Table> {
    let mut reader = Reader { text, at: 0 };
    let table = whole(&mut reader)?;
    reader.next_byte().is_none().then_some(table)
}

fn whole(reader: &mut Reader<'_>) -> Option<Table> {
    let (mut version, mut project, mut applicant, mut support) = (None, None, None, None);
    let (mut periods, mut indicators, mut answers) = (None, None, None);
    reader.object(&mut |reader, field| match field {
        "schemaVersion" => set(&mut version, reader.word(&[("1", SchemaVersion::V1)])),
        "project" => set(&mut project, self::project(reader)),
        "applicant" => set(&mut applicant, self::applicant(reader)),
        "support" => set(&mut support, self::support(reader)),
        "periods" => set(&mut periods, list(reader, 1, limits::PERIODS, period)),
        "indicators" => {
            let read = list(reader, 0, limits::INDICATORS, indicator);
            set(&mut indicators, read)
        }
        "answers" => set(&mut answers, list(reader, 0, limits::ANSWERS, answer)),
        _ => None,
    })?;
    Some(Table {
        schema_version: version?,
        project: project?,
        applicant: applicant?,
        support: support?,
        periods: periods?,
        indicators: indicators?,
        answers,
    })
}

fn project(reader: &mut Reader<'_>) -> Option<Project> {
    let (mut name, mut code) = (None, None);
    reader.object(&mut |reader, field| match field {
        "name" => set(&mut name, reader.text(limits::NAME)),
        "code" => set(&mut code, reader.text(limits::CODE)),
        _ => None,
    })?;
    Some(Project { name: name?, code })
}

fn applicant(reader: &mut Reader<'_>) -> Option<Applicant> {
    let (mut name, mut credit_code) = (None, None);
    reader.object(&mut |reader, field| match field {
        "name" => set(&mut name, reader.text(limits::NAME)),
        "creditCode" => set(&mut credit_code, reader.shaped(limits::is_credit_code)),
        _ => None,
    })?;
    Some(Applicant {
        name: name?,
        credit_code,
    })
}

fn support(reader: &mut Reader<'_>) -> Option<Support> {
    let (mut amount, mut unit) = (None, None);
    reader.object(&mut |reader, field| match field {
        "amount" => set(&mut amount, reader.amount()),
        "unit" => set(&mut unit, reader.word(&MONEY_UNITS)),
        _ => None,
    })?;
    Some(Support {
        amount,
        unit: unit?,
    })
}

fn period(reader: &mut Reader<'_>) -> Option<Period> {
    let (mut id, mut kind, mut label, mut end, mut goal) = (None, None, None, None, None);
    reader.object(&mut |reader, field| match field {
        "id" => set(&mut id, reader.shaped(limits::is_id)),
        "kind" => set(&mut kind, reader.word(&PERIOD_KINDS)),
        "label" => set(&mut label, reader.text(limits::LABEL)),
        "end" => set(&mut end, reader.shaped(limits::is_date)),
        "goal" => set(&mut goal, reader.text(limits::GOAL)),
        _ => None,
    })?;
    Some(Period {
        id: id?,
        kind: kind?,
        label: label?,
        end,
        goal: goal?,
    })
}

fn indicator(reader: &mut Reader<'_>) -> Option<Indicator> {
    let (mut category, mut dimension, mut dimension_label) = (None, None, None);
    let (mut group, mut name, mut unit, mut definition) = (None, None, None, None);
    let (mut weight, mut targets) = (None, None);
    reader.object(&mut |reader, field| match field {
        "category" => set(&mut category, reader.word(&CATEGORIES)),
        "dimension" => set(&mut dimension, reader.word(&DIMENSIONS)),
        "dimensionLabel" => set(&mut dimension_label, reader.text(limits::LABEL)),
        "group" => set(&mut group, reader.text(limits::NAME)),
        "name" => set(&mut name, reader.text(limits::NAME)),
        "unit" => set(&mut unit, reader.text(limits::UNIT)),
        "definition" => set(&mut definition, reader.text(limits::CELL)),
        "weight" => set(&mut weight, reader.amount()),
        "targets" => set(&mut targets, self::targets(reader)),
        _ => None,
    })?;
    Some(Indicator {
        category: category?,
        dimension: dimension?,
        dimension_label,
        group,
        name: name?,
        unit,
        definition,
        weight,
        targets: targets?,
    })
}

fn targets(reader: &mut Reader<'_>) -> Option<BTreeMap<String, String>> {
    let mut targets = BTreeMap::new();
    reader.object(&mut |reader, id| {
        let is_first = targets.len() < limits::PERIODS && !targets.contains_key(id);
        let cell = reader.text(limits::CELL)?;
        (limits::is_id(id) && is_first).then(|| drop(targets.insert(id.to_owned(), cell)))
    })?;
    Some(targets)
}

fn answer(reader: &mut Reader<'_>) -> Option<Answer> {
    let (mut rule, mut fingerprint, mut reason) = (None, None, None);
    reader.object(&mut |reader, field| match field {
        "rule" => set(&mut rule, reader.text(limits::CODE)),
        "fingerprint" => set(&mut fingerprint, reader.shaped(limits::is_fingerprint)),
        "reason" => set(
            &mut reason,
            reader
                .text(limits::CELL)
                .filter(|reason| !reason.is_empty()),
        ),
        _ => None,
    })?;
    Some(Answer {
        rule: rule?,
        fingerprint: fingerprint?,
        reason: reason?,
    })
}

/// What one of the format's words stands for.
pub(crate) fn word<T: Copy>(words: &[(&str, T)], text: &str) -> Option<T> {
    let known = words.iter().find(|(word, _)| *word == text);
    known.map(|(_, value)| *value)
}

pub(crate) const MONEY_UNITS: [(&str, MoneyUnit); 3] = [
    ("元", MoneyUnit::Yuan),
    ("万元", MoneyUnit::TenThousand),
    ("亿元", MoneyUnit::HundredMillion),
];

const PERIOD_KINDS: [(&str, PeriodKind); 4] = [
    ("stage", PeriodKind::Stage),
    ("annual", PeriodKind::Annual),
    ("overall", PeriodKind::Overall),
    ("cycle", PeriodKind::Cycle),
];

pub(crate) const CATEGORIES: [(&str, Category); 4] = [
    ("cost", Category::Cost),
    ("output", Category::Output),
    ("benefit", Category::Benefit),
    ("satisfaction", Category::Satisfaction),
];

pub(crate) const DIMENSIONS: [(&str, Dimension); 13] = [
    ("quantity", Dimension::Quantity),
    ("quality", Dimension::Quality),
    ("timeliness", Dimension::Timeliness),
    ("cost", Dimension::Cost),
    ("economic", Dimension::Economic),
    ("social", Dimension::Social),
    ("ecological", Dimension::Ecological),
    ("sustainable", Dimension::Sustainable),
    ("satisfaction", Dimension::Satisfaction),
    ("economic-cost", Dimension::EconomicCost),
    ("social-cost", Dimension::SocialCost),
    ("ecological-cost", Dimension::EcologicalCost),
    ("other", Dimension::Other),
];

/// Keeps a field's value; a value that could not be read is refused, and so is a second one.
fn set<T>(field: &mut Option<T>, value: Option<T>) -> Option<()> {
    let is_first = field.is_none();
    *field = Some(value?);
    is_first.then_some(())
}

/// An array of so many entries.
fn list<T>(
    reader: &mut Reader<'_>,
    least: usize,
    most: usize,
    entry: fn(&mut Reader<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let mut entries = Vec::new();
    reader.open(b'[')?;
    while reader.has_more(entries.is_empty(), b']')? {
        if entries.len() == most {
            return None;
        }
        entries.push(entry(reader)?);
    }
    (entries.len() >= least).then_some(entries)
}

/// A text and how far it has been read. Whatever it gives is nothing where something else stands there.
struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    /// An object: every field's name is handed on, and its value is to be read then.
    fn object(&mut self, field: &mut dyn FnMut(&mut Reader<'t>, &str) -> Option<()>) -> Option<()> {
        self.open(b'{')?;
        let mut is_first = true;
        while self.has_more(is_first, b'}')? {
            is_first = false;
            let name = self.string()?;
            self.open(b':')?;
            field(self, &name)?;
        }
        Some(())
    }

    /// One of a few words.
    fn word<T: Copy>(&mut self, words: &[(&str, T)]) -> Option<T> {
        let text = self.string()?;
        word(words, &text)
    }

    /// A text of at most so many characters.
    fn text(&mut self, most: usize) -> Option<String> {
        let text = self.string()?;
        strict::is_text(&text, most).then(|| text.into_owned())
    }

    /// A text of a certain shape.
    fn shaped(&mut self, is_sound: fn(&str) -> bool) -> Option<String> {
        let text = self.string()?;
        is_sound(&text).then(|| text.into_owned())
    }

    fn amount(&mut self) -> Option<Amount> {
        Amount::parse(&self.string()?)
    }

    /// Takes a byte, with the white space before it.
    fn open(&mut self, wanted: u8) -> Option<()> {
        let byte = self.next_byte()?;
        self.at += 1;
        (byte == wanted).then_some(())
    }

    /// The next byte that is no white space; it is not taken yet.
    fn next_byte(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
        let skipped = rest.iter().position(|byte| !space(byte))?;
        self.at += skipped;
        rest.get(skipped).copied()
    }

    /// Whether another entry follows in an object or array. The comma before it is taken, and the closing bracket.
    fn has_more(&mut self, is_first: bool, close: u8) -> Option<bool> {
        match self.next_byte() {
            Some(byte) if byte == close => {
                self.at += 1;
                Some(false)
            }
            Some(b',') if !is_first => {
                self.at += 1;
                Some(true)
            }
            Some(_) if is_first => Some(true),
            _ => None,
        }
    }

    /// A string.
    fn string(&mut self) -> Option<Cow<'t, str>> {
        self.open(b'"')?;
        let mut unescaped = String::new();
        loop {
            let rest = self.text.get(self.at..)?;
            let stops =
                |block| marks_of(b'"', block) | marks_of(b'\\', block) | marks_below(b' ', block);
            let length = place_of_byte(rest, stops)?;
            let piece = rest.get(..length)?;
            self.at += length + 1;
            match rest.as_bytes().get(length) {
                Some(b'"') if unescaped.is_empty() => return Some(Cow::Borrowed(piece)),
                Some(b'"') => {
                    unescaped.push_str(piece);
                    return Some(Cow::Owned(unescaped));
                }
                Some(b'\\') => {
                    unescaped.push_str(piece);
                    unescaped.push(self.escaped()?);
                }
                _ => return None,
            }
        }
    }

    /// The character that an escape stands for.
    fn escaped(&mut self) -> Option<char> {
        let byte = self.text.as_bytes().get(self.at)?;
        self.at += 1;
        Some(match byte {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.escaped_unit(),
            _ => return None,
        })
    }

    /// The character of one UTF-16 code unit in hexadecimal digits, or of two where it is a rare one.
    fn escaped_unit(&mut self) -> Option<char> {
        let first = self.hexadecimal()?;
        let mut units = [first, 0];
        let rest = self.text.get(self.at..).unwrap_or_default();
        if matches!(first, 0xd800..=0xdbff) && rest.starts_with("\\u") {
            self.at += 2;
            units = [first, self.hexadecimal()?];
        }
        let known = if matches!(first, 0xd800..=0xdbff) {
            2
        } else {
            1
        };
        let mut characters = char::decode_utf16(units.into_iter().take(known));
        characters.next()?.ok()
    }

    fn hexadecimal(&mut self) -> Option<u16> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4);
        self.at += 4;
        digits?.iter().try_fold(0, |unit, byte| {
            let digit = char::from(*byte).to_digit(16)?;
            Some(unit << 4 | u16::try_from(digit).ok()?)
        })
    }
}
