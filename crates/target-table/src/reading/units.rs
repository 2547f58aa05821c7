//! Units: what stands behind a number, what it counts, and how many of its base it is.

use rust_decimal::Decimal;

use super::lists::{Edge, any_of, starts_any};
use super::numbers::{What, number_at};
use super::text::{between, first, fold, from, starts, trim};
use super::unit_rows;
use super::unit_table::Entry;
use crate::exact;

/// An exact positive ratio: how many of its base one unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factor {
    /// Above the line.
    pub numerator: u64,
    /// Below the line, never zero.
    pub denominator: u64,
}

impl Factor {
    /// One to one.
    pub const ONE: Factor = Factor {
        numerator: 1,
        denominator: 1,
    };

    /// The number times the factor; none where that is no finite decimal or too long for one.
    pub fn apply(self, number: Decimal) -> Option<Decimal> {
        let product = exact::product(number.normalize(), Decimal::from(self.numerator))?;
        exact::quotient(product, i128::from(self.denominator))
    }

    /// How many of one unit one of its base is.
    pub fn inverse(self) -> Factor {
        Factor {
            numerator: self.denominator,
            denominator: self.numerator,
        }
    }

    fn times(self, numerator: u64, denominator: u64) -> Option<Factor> {
        Some(Factor {
            numerator: self.numerator.checked_mul(numerator)?,
            denominator: self.denominator.checked_mul(denominator)?,
        })
    }
}

/// How many zeros a whole number ends with.
pub(super) fn zeros(number: i128) -> u32 {
    let (mut rest, mut zeros) = (number, 0);
    while rest != 0 && rest % 10 == 0 {
        (rest, zeros) = (rest / 10, zeros + 1);
    }
    zeros
}

/// The greatest common divisor of a number that is not negative and one that is positive.
pub(super) fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a, b);
    while a != 0 {
        (a, b) = (b.checked_rem(a).unwrap_or(0), a);
    }
    b.max(1)
}

/// A unit as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// As written, without spaces: `万元`, `％`.
    pub text: String,
    /// What it measures: `money`, `ratio`, `count:household`, `money/area`; `unknown` for a word that is in no table,
    /// `number` for a magnitude alone, `incomplete` for a composite whose upper half is missing.
    pub dimension: &'static str,
    /// The base unit that the factor counts in; for a composite the base of its upper half.
    pub base: &'static str,
    /// The base of the lower half of a composite; empty for any other.
    pub per: &'static str,
    /// How many of its base one of it is.
    pub factor: Factor,
}

impl Unit {
    /// A word that stands where a unit stands but is in no table.
    pub fn unknown(text: &str) -> Unit {
        Unit::plain(text, "unknown", "")
    }

    pub(super) fn plain(text: &str, dimension: &'static str, base: &'static str) -> Unit {
        Unit {
            text: text.to_owned(),
            dimension,
            base,
            per: "",
            factor: Factor::ONE,
        }
    }

    /// Whether numbers in the two units can be held against each other. 个 counts anything.
    pub fn converts_to(&self, other: &Unit) -> bool {
        if matches!(self.dimension, "unknown" | "incomplete") {
            return self.text == other.text;
        }
        let same =
            (self.dimension, self.base, self.per) == (other.dimension, other.base, other.per);
        same || self.is_generic_for(other) || other.is_generic_for(self)
    }

    /// Whether this is 个 and the other counts something.
    pub fn is_generic_for(&self, other: &Unit) -> bool {
        self.dimension == "count:generic" && other.dimension.starts_with("count:")
    }

    /// The magnitude that it begins with: 万 of 万元 and of 万. 千米 is a unit of its own.
    pub fn magnitude(&self) -> Option<&str> {
        let (_, length) = magnitude_at(&self.text)?;
        let is_whole = simple_at(&self.text)
            .is_some_and(|(entry, _, _)| starts(&self.text, entry.name).is_some());
        (!is_whole).then(|| between(&self.text, 0, length))
    }

    /// Whether it is the lower half of a fraction, `/3` of 2/3, which is part of the number.
    pub fn is_denominator(&self) -> bool {
        self.dimension == "ratio"
            && self.text.starts_with('/')
            && self.text.ends_with(super::text::is_digit)
    }

    /// Whether it is a length of time, workdays included.
    pub fn is_time(&self) -> bool {
        matches!(self.dimension, "time" | "time-workday")
    }
}

/// The unit that the whole text is, brackets of width and spaces aside: `万元`, `元/亩`, `万人次`, `％`.
pub fn find(text: &str) -> Option<Unit> {
    let text = trim(text);
    // A magnitude alone is a unit only beside money, see 万 in a field of money.
    if matches!(text, "万" | "亿") {
        let mut unit = magnitude_alone(text)?;
        (unit.dimension, unit.base) = ("money", "元");
        return Some(unit);
    }
    if let Some((entry, factor, length)) = simple_at(text) {
        let whole = |(unit, length)| (length == text.len()).then_some(unit);
        // Words that begin with a unit are many.
        let goes_on = length < text.len() && slash_at(from(text, length)).is_none();
        return if goes_on {
            None
        } else {
            whole(with_lower_half(text, entry, factor, length))
        };
    }
    // A column of rates may be headed 1/10万.
    let rate = text.strip_prefix('1').unwrap_or(text);
    let (unit, length) = of_a_round_number(rate)?;
    (length == rate.len()).then_some(unit)
}

/// So many parts of a whole as a unit: %, ‰, or the lower half of a fraction.
pub(super) fn share(of: u64) -> Unit {
    let (text, base) = match of {
        100 => ("%".to_owned(), "1"),
        1000 => ("‰".to_owned(), "1"),
        10_000 => ("‱".to_owned(), "1"),
        _ => (["/", of.to_string().as_str()].concat(), "1"),
    };
    let mut unit = Unit::plain(&text, "ratio", base);
    unit.factor.denominator = of;
    unit
}

/// `/10万`, `/10万人`: of so many, as rates of illness and death are written.
pub(super) fn of_a_round_number(text: &str) -> Option<(Unit, usize)> {
    let stroke = starts(text, "/")?;
    let lexed = number_at(from(text, stroke)).filter(|lexed| !lexed.chinese)?;
    let What::Number { value, .. } = lexed.what else {
        return None;
    };
    let mut end = stroke + lexed.length + starts(from(text, stroke + lexed.length), "万")?;
    let mut unit = share(u64::try_from(value.mantissa()).ok()?.checked_mul(10_000)?);
    if value.scale() > 0 || value.is_zero() {
        return None;
    }
    end += starts_any(from(text, end), &const { any_of(&["人口", "人"]) }).unwrap_or(0);
    unit.text = between(text, 0, end).to_owned();
    Some((unit, end))
}

/// The magnitudes, longest first.
const MAGNITUDES: &[(&str, u64)] = &[
    ("万亿", 1_000_000_000_000),
    ("千亿", 100_000_000_000),
    ("百亿", 10_000_000_000),
    ("十亿", 1_000_000_000),
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("十万", 100_000),
    ("亿", 100_000_000),
    ("万", 10_000),
    ("千", 1_000),
    ("百", 100),
    ("十", 10),
];

/// A magnitude at the start of a text, and its length.
pub(super) fn magnitude_at(text: &str) -> Option<(u64, usize)> {
    // Few units have one, and every unit is asked.
    if !matches!(first(text)?, '万' | '千' | '百' | '十' | '亿') {
        return None;
    }
    MAGNITUDES
        .iter()
        .find(|(name, _)| text.starts_with(name))
        .map(|(name, value)| (*value, name.len()))
}

/// A magnitude that no unit follows: `1.5亿`.
pub(super) fn magnitude_alone(text: &str) -> Option<Unit> {
    let (value, length) = magnitude_at(text)?;
    let mut unit = Unit::plain(between(text, 0, length), "number", "1");
    unit.factor.numerator = value;
    Some(unit)
}

/// The unit that the whole text is, if it has no lower half.
pub(super) fn simple(text: &str) -> Option<Unit> {
    let (entry, factor, length) = simple_at(text)?;
    (length == text.len()).then(|| plain(text, &entry, factor))
}

/// The unit at the start of a text and its length in bytes: with magnitude, with its lower half.
pub(super) fn unit_at(text: &str) -> Option<(Unit, usize)> {
    let (entry, factor, length) = simple_at(text)?;
    Some(with_lower_half(text, entry, factor, length))
}

/// A unit that begins a text and its length, with its lower half if one follows.
fn with_lower_half(text: &str, entry: Entry, factor: Factor, length: usize) -> (Unit, usize) {
    if length == text.len() {
        return (plain(text, &entry, factor), length);
    }
    let composite = || -> Option<(Unit, usize)> {
        let rest = from(text, length);
        let slash = slash_at(rest)?;
        let under = from(rest, slash);
        let (under, under_factor, under_length) = simple_at(under).or_else(|| lower_at(under))?;
        let end = length + slash + under_length;
        // 10场每场50人 says how many there are of each.
        let counts_each =
            starts(rest, "/").is_none() && from(text, end).starts_with(super::text::is_digit);
        if counts_each {
            return None;
        }
        Some((
            compose(between(text, 0, end), &entry, factor, &under, under_factor)?,
            end,
        ))
    };
    composite().unwrap_or_else(|| (plain(between(text, 0, length), &entry, factor), length))
}

fn plain(text: &str, entry: &Entry, factor: Factor) -> Unit {
    Unit {
        text: without_spaces(text),
        dimension: entry.dimension,
        base: entry.base,
        per: "",
        factor,
    }
}

fn without_spaces(text: &str) -> String {
    let mut out = text.to_owned();
    out.retain(|c| !c.is_whitespace());
    out
}

/// What is a unit only below a stroke: 元/生, 吨/d, 元/半天.
fn lower_at(text: &str) -> Option<(Entry, Factor, usize)> {
    if let Some(length) = starts(text, "半天") {
        let (entry, _) = entry_at("日")?;
        return Some((entry, factor_of(&entry).times(1, 2)?, length));
    }
    let name = match first(text)? {
        '生' => "人",
        'd' if !cuts_a_word("d", from(text, 1)) => "日",
        _ => return None,
    };
    let length = text.chars().next()?.len_utf8();
    let (entry, _) = entry_at(name)?;
    Some((entry, factor_of(&entry), length))
}

/// The stroke of a composite, spaces around it included. 每 needs no spaces and no more than a unit behind it.
fn slash_at(text: &str) -> Option<usize> {
    let gap = super::text::spaces(text);
    let rest = from(text, gap);
    let stroke = starts(rest, "/").or_else(|| starts(rest, "每").filter(|_| gap == 0))?;
    Some(gap + stroke + super::text::spaces(from(rest, stroke)))
}

/// A unit's lower half alone, where the upper one was forgotten: `/株`.
pub(super) fn half_at(text: &str) -> Option<(Unit, usize)> {
    let stroke = starts(text, "/")?;
    let (_, _, length) = simple_at(from(text, stroke))?;
    let end = stroke + length;
    Some((Unit::plain(between(text, 0, end), "incomplete", ""), end))
}

/// An entry of the table at the start of a text, with a magnitude before it if there is one; the longest reading wins.
fn simple_at(text: &str) -> Option<(Entry, Factor, usize)> {
    let bare = entry_at(text).map(|(entry, length)| (entry, factor_of(&entry), length));
    let scaled = magnitude_at(text).and_then(|(value, skipped)| {
        // 1 万 元: only 元 is sure to belong to a magnitude that stands apart from it.
        let gap = super::text::spaces(from(text, skipped));
        let skipped = skipped + gap;
        let (entry, length) =
            entry_at(from(text, skipped)).filter(|(entry, _)| gap == 0 || entry.name == "元")?;
        takes_magnitude(&entry)
            .then(|| Some((entry, factor_of(&entry).times(value, 1)?, skipped + length)))
            .flatten()
    });
    match (bare, scaled) {
        (Some(bare), Some(scaled)) => Some(if scaled.2 > bare.2 { scaled } else { bare }),
        (bare, scaled) => bare.or(scaled),
    }
}

fn factor_of(entry: &Entry) -> Factor {
    Factor {
        numerator: entry.numerator,
        denominator: entry.denominator,
    }
}

/// 万% or 亿年 is no unit; a number with 万 before 倍 is one.
fn takes_magnitude(entry: &Entry) -> bool {
    !matches!(
        entry.dimension,
        "ratio-difference"
            | "temperature"
            | "concentration"
            | "sound"
            | "time-workday"
            | "return-period"
    ) && (entry.dimension != "ratio" || entry.name == "倍")
}

/// The longest entry at the start of a text.
fn entry_at(text: &str) -> Option<(Entry, usize)> {
    let head = text.chars().next()?;
    let folded = fold(head);
    let units = unit_rows::with_head(folded);
    if units.is_empty() {
        return None;
    }
    let rest = from(text, head.len_utf8());
    let edge = Edge::of_start(rest);
    let mut utf8 = [0; 4];
    let utf8 = folded.encode_utf8(&mut utf8).as_bytes();
    // The names are sorted, so that of two that fit the later one is the longer.
    let mut end = unit_rows::start(units.end);
    for at in units.rev() {
        let start = unit_rows::start(at);
        let bytes = unit_rows::bytes(start..end);
        end = start;
        // The middle byte tells most apart.
        if bytes.get(1) != utf8.get(1) && utf8.len() > 1 {
            continue;
        }
        let Some(more) = bytes.strip_prefix(utf8) else {
            continue;
        };
        if !more.is_empty() && !edge.is_some_and(|edge| edge.may_start(more)) {
            continue;
        }
        let name = unit_rows::name(at);
        if let Some(length) = starts(rest, from(name, utf8.len()))
            && !cuts_a_word(name, from(rest, length))
        {
            return Some((unit_rows::entry(at)?, head.len_utf8() + length));
        }
    }
    None
}

/// Whether a Latin unit would end within a longer Latin word: `5G网` and `3month` hold no `G` and no `m`.
fn cuts_a_word(name: &str, rest: &str) -> bool {
    let latin = |c: char| fold(c).is_ascii_alphanumeric();
    rest.starts_with(latin) && name.ends_with(latin)
}

/// A unit over another.
fn compose(text: &str, over: &Entry, above: Factor, under: &Entry, below: Factor) -> Option<Unit> {
    let (kind, per, scale) = lower_half(under)?;
    let dimension = match (over.dimension, kind) {
        ("money", "person") => "money/person",
        ("money", "count") => "money/count",
        ("money", "area") => "money/area",
        ("money", "time") => "money/time",
        ("money", "person/time") => "money/person/time",
        (counted, "time") if counted.starts_with("count:") => "frequency",
        (counted, _) if counted.starts_with("count:") => "count/other",
        ("money", _) => "money/other",
        (_, _) => "rate",
    };
    let factor = above
        .times(below.denominator, below.numerator)?
        .times(scale, 1)?;
    // Spaces and 每 are a matter of taste.
    Some(Unit {
        text: without_spaces(text),
        dimension,
        base: over.base,
        per,
        factor,
    })
}

/// What the lower half of a composite divides by: its kind, the base named, and how many of its own base that is.
fn lower_half(under: &Entry) -> Option<(&'static str, &'static str, u64)> {
    Some(match (under.dimension, under.base) {
        ("time", "月") => ("time", "年", 12),
        ("time" | "school-time", base) => ("time", base, 1),
        ("count:person" | "count:person-time", _) => ("person", "人", 1),
        ("count:person-month" | "count:person-year" | "count:person-trip", base) => {
            ("person/time", base, 1)
        }
        ("count:household-year" | "count:household-month", base) => ("count/time", base, 1),
        (counted, _) if counted.starts_with("count:") => ("count", "个", 1),
        ("area", base) => ("area", base, 1),
        (_, base) => ("other", base, 1),
    })
}

#[cfg(test)]
mod tests {
    use super::super::unit_table::ENTRIES;
    use super::*;

    #[test]
    fn the_table_is_sorted_and_no_name_stands_twice() {
        for pair in ENTRIES.windows(2) {
            assert!(
                pair[0].name < pair[1].name,
                "move `{}` before `{}`, or remove one if they are the same",
                pair[1].name,
                pair[0].name
            );
        }
    }

    #[test]
    fn units_of_one_dimension_share_their_base_and_counters_count_by_one() {
        for entry in ENTRIES {
            assert!(
                entry.denominator > 0 && entry.numerator > 0,
                "{}",
                entry.name
            );
            // The reader of cells relies on it.
            let digit_follows = |pair: &[u8]| !pair[0].is_ascii() && pair[1].is_ascii_digit();
            assert!(!entry.name.as_bytes().windows(2).any(digit_follows));
            assert!(!entry.name.starts_with(|c: char| c.is_ascii_digit()));
            assert_eq!(
                fold_all(entry.name),
                entry.name,
                "write `{}` folded",
                entry.name
            );
            if entry.dimension.starts_with("count:") {
                assert!(
                    ENTRIES
                        .iter()
                        .filter(|other| other.dimension == entry.dimension)
                        .all(|other| other.base == entry.base),
                    "{} has two bases",
                    entry.dimension
                );
            }
        }
    }

    fn fold_all(text: &str) -> String {
        text.chars().map(fold).collect()
    }

    #[test]
    fn magnitudes_and_lower_halves_are_put_together() {
        for (text, dimension, numerator, denominator) in [
            ("万元", "money", 10_000, 1),
            ("亿股", "count:share", 100_000_000, 1),
            ("万人次", "count:person-time", 10_000, 1),
            ("万亩", "area", 100_000_000, 15),
            ("千米", "length", 1000, 1),
            ("百分点", "ratio-difference", 1, 100),
            ("元/亩", "money/area", 15, 10_000),
            ("万元/户", "money/count", 10_000, 1),
            ("次/年", "frequency", 12, 12),
            ("人次/天", "frequency", 1, 1),
            ("元 / 人·月", "money/person/time", 1, 1),
            ("台（套）", "count:machine", 1, 1),
        ] {
            let unit = find(text).unwrap_or_else(|| panic!("{text} is no unit"));
            assert_eq!(unit.dimension, dimension, "{text}");
            assert_eq!(
                unit.factor.numerator * denominator,
                unit.factor.denominator * numerator,
                "{text}"
            );
        }
        for text in ["", "元素", "万", "平方英尺", "元/", "/株", "情况"] {
            let found = find(text);
            assert!(found.is_none() || text == "万", "{text}: {found:?}");
        }
    }

    #[test]
    fn conversion_is_exact_or_refused() {
        let mu = find("亩").unwrap().factor;
        assert_eq!(mu.apply(Decimal::from(3)), Some(Decimal::from(2000)));
        assert_eq!(mu.apply(Decimal::from(1)), None);
        let wan = find("万元").unwrap().factor;
        assert_eq!(
            wan.apply(Decimal::new(106_067_522, 4)),
            Some(Decimal::from(106_067_522))
        );
    }
}
