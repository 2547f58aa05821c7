//! The unit behind a number, or wherever else it is said.

use super::after::{self, After};
use super::comparators;
use super::lists::{any_of, starts_any};
use super::numbers::{What, number_at};
use super::numeric::year_digits;
use super::scan::{Scan, ends_clause_at};
use super::text::{
    between, ends_clause, from, near, one_of, run_of, spaces, starts, trim, trim_end, trim_start,
    upto,
};
use super::types::UnitSource;
use super::units::{
    self, Unit, half_at, magnitude_alone, magnitude_at, of_a_round_number, unit_at, zeros,
};
use crate::span::Span;

/// A unit behind a number.
pub(super) struct Behind {
    pub(super) unit: Option<Unit>,
    /// Where it ends in the text.
    pub(super) end: usize,
    /// Whether 余 or 多 stands between.
    pub(super) about: bool,
}

impl Behind {
    /// Whether the unit is written so.
    pub(super) fn is(&self, text: &str) -> bool {
        self.unit.as_ref().is_some_and(|unit| unit.text == text)
    }

    /// Whether the unit is of a dimension.
    pub(super) fn measures(&self, dimension: &str) -> bool {
        let unit = self.unit.as_ref();
        unit.is_some_and(|unit| unit.dimension == dimension)
    }

    /// Whether the unit is a length of time.
    pub(super) fn is_time(&self) -> bool {
        self.unit.as_ref().is_some_and(Unit::is_time)
    }
}

/// 个半 and a unit of time: one and a half of it.
pub(super) fn classifier_and_half(text: &str, at: usize) -> Option<(Unit, usize)> {
    let rest = from(text, at);
    let skipped = starts(rest, "个半")?;
    let (unit, length) = unit_at(from(rest, skipped)).filter(|(unit, _)| unit.is_time())?;
    Some((unit, at + skipped + length))
}

/// The unit of a number that may have none beside it; none where the number then says nothing known.
pub(super) fn settle_unit(
    scan: &Scan<'_>,
    unit: Option<Unit>,
    span: Span,
    is_marked: bool,
) -> Option<(Option<Unit>, UnitSource)> {
    let known = scan.known;
    if let Some(unit) = unit {
        if unit.dimension != "number" {
            return Some((Some(unit), UnitSource::Cell));
        }
        return Some(scaled(scan, unit, span));
    }
    if upto(scan.text, span.start).ends_with(one_of("￥¥")) {
        return Some((units::find("元"), UnitSource::Cell));
    }
    let rest = from(scan.text, span.end);
    let joined = rest
        .strip_prefix(one_of("、和与及"))
        .and_then(number_at)
        .is_some_and(|lexed| !lexed.chinese);
    if joined && known.unit.is_none() && scan.is_cell {
        // The unit may stand behind the next number.
        return Some((None, UnitSource::Nowhere));
    }
    let at_end = trim_start(rest).is_empty()
        || rest.starts_with(ends_clause)
        || rest.starts_with(one_of("）)"));
    let is_alone = scan.is_whole(span);
    let is_year =
        |number: &str| year_digits(number).is_some_and(|(_, length)| length == number.len());
    let is_said = || {
        let head = trim_end(upto(scan.text, span.start));
        head.ends_with(one_of("为达到：:率度数量值分额例共计"))
    };
    if is_alone || is_marked || (at_end && (known.unit.is_some() || is_said())) {
        if !is_alone && !is_marked && is_year(trim(span.of(scan.text))) {
            return None;
        }
        // A noun right behind the number would be counted in the wrong unit.
        if !at_end
            && !is_alone
            && comparators::comparator_at(rest).is_none()
            && !rest.starts_with(one_of(" 和与及至的且（("))
        {
            return None;
        }
        return Some(match &known.unit {
            Some(unit) => (Some(unit.clone()), UnitSource::Name),
            None => (None, UnitSource::Nowhere),
        });
    }
    None
}

/// A magnitude alone takes the indicator's unit: `200万` under 元 is 200万元.
pub(super) fn scaled(scan: &Scan<'_>, magnitude: Unit, span: Span) -> (Option<Unit>, UnitSource) {
    let known = scan.known;
    if scan.is_cell && (scan.is_whole(span) || known.unit.is_some()) {
        if let Some(unit) = &known.unit {
            if unit.text.starts_with(magnitude.text.as_str()) {
                return (Some(unit.clone()), UnitSource::Name);
            }
            if let Some(unit) = units::find(&[magnitude.text.as_str(), unit.text.as_str()].concat())
            {
                return (Some(unit), UnitSource::Name);
            }
        }
        if known.is_money() {
            let unit = Unit {
                dimension: "money",
                base: "元",
                ..magnitude
            };
            return (Some(unit), UnitSource::Name);
        }
    }
    (Some(magnitude), UnitSource::Cell)
}

/// The unit behind a number.
pub(super) fn unit_behind(scan: &Scan<'_>, at: usize) -> Behind {
    let rest = from(scan.text, at);
    let gap = spaces(rest);
    // A wide gap parts two things, and so does a line break, unless nothing but the unit stands behind it.
    let is_apart = || upto(rest, gap).contains(one_of("\n\r")) && !is_unit_alone(from(rest, gap));
    let gap = if gap > 6 || is_apart() { 0 } else { gap };
    let unit_text = from(rest, gap);
    if unit_text.is_empty() {
        return Behind {
            unit: None,
            end: at,
            about: false,
        };
    }
    let own = scan.known.unit_text;
    let plain = unit_at(unit_text);
    if !own.is_empty()
        && scan.is_cell
        && unit_text.starts_with(own)
        && plain.as_ref().is_none_or(|(_, length)| *length < own.len())
    {
        let unit = scan.known.unit.clone();
        return Behind {
            unit,
            end: at + gap + own.len(),
            about: false,
        };
    }
    // 5000（人）
    if plain.is_none()
        && let Some((unit, length)) = bracketed(unit_text)
    {
        return Behind {
            unit: Some(unit),
            end: at + gap + length,
            about: false,
        };
    }
    if let Some((unit, length)) = of_a_round_number(unit_text) {
        return Behind {
            unit: Some(unit),
            end: at + gap + length,
            about: false,
        };
    }
    let more = starts_any(unit_text, &const { any_of(&["余", "多", "来"]) }).unwrap_or(0);
    let marked = from(unit_text, more);
    if more > 0
        && let Some((unit, length)) = unit_at(marked)
    {
        return Behind {
            unit: Some(unit),
            end: at + gap + more + length,
            about: true,
        };
    }
    // 12000余: the unit is said elsewhere.
    if more > 0 && plain.is_none() && (marked.is_empty() || marked.starts_with(ends_clause)) {
        return Behind {
            unit: None,
            end: at + gap + more,
            about: true,
        };
    }
    if let Some(behind) = broken_magnitude(unit_text) {
        return Behind {
            end: at + gap + behind.end,
            ..behind
        };
    }
    if let Some((unit, length)) = plain.or_else(|| half_at(unit_text)) {
        let (unit, length) = over_a_number(unit_text, length)
            .or_else(|| longer_composite(unit_text, length))
            .unwrap_or_else(|| without_noun(unit, length));
        if !other_word(unit_text, length) {
            return Behind {
                unit: Some(unit),
                end: at + gap + length,
                about: false,
            };
        }
        return Behind {
            unit: None,
            end: at,
            about: false,
        };
    }
    if let Some(unit) = magnitude_alone(unit_text).filter(|unit| unit.text != "十") {
        let length = unit.text.len();
        let end = at + gap + length;
        // 5万（元）
        if let Some((bracket, more)) = bracketed(from(unit_text, length))
            && let Some(unit) = units::find(&[unit.text.as_str(), bracket.text.as_str()].concat())
        {
            return Behind {
                unit: Some(unit),
                end: end + more,
                about: false,
            };
        }
        // 30万/人 leaves out the 元.
        if let Some((unit, length)) = longer_composite(unit_text, length) {
            return Behind {
                unit: Some(unit),
                end: at + gap + length,
                about: false,
            };
        }
        let more = starts_any(from(scan.text, end), &const { any_of(&["余", "多"]) }).unwrap_or(0);
        return Behind {
            unit: Some(unit),
            end: end + more,
            about: more > 0,
        };
    }
    // Looking a few characters ahead is enough for a word of two.
    let ahead = upto(rest, rest.floor_char_boundary(48));
    let tail = run_of(ahead, &|c| !ends_clause(c));
    let word = trim(upto(rest, tail));
    let is_word = (1..=2).contains(&word.chars().count())
        && run_of(word, &|c| c.is_alphabetic() && !c.is_ascii()) == word.len()
        && number_at(word).is_none()
        && word != "时";
    if is_word
        && after::after(word, false) == After::default()
        && !word.contains(one_of("内前后分多余和至"))
    {
        return Behind {
            unit: Some(Unit::unknown(word)),
            end: at + gap + word.len(),
            about: false,
        };
    }
    Behind {
        unit: None,
        end: at,
        about: false,
    }
}

/// Whether a text is a unit and the words of a direction, as far as its clause goes.
fn is_unit_alone(text: &str) -> bool {
    unit_at(text).is_some_and(|(unit, length)| {
        let after = after::after(from(text, length), unit.is_time());
        ends_clause_at(from(text, length + after.length))
    })
}

/// A unit in brackets and the length of both.
fn bracketed(text: &str) -> Option<(Unit, usize)> {
    let open = starts(text, "(")?;
    let inside = from(text, open);
    let close = near(inside)
        .find(one_of("）)"))
        .filter(|close| *close < 24)?;
    let mark = from(inside, close).chars().next().map_or(0, char::len_utf8);
    Some((units::find(upto(inside, close))?, open + close + mark))
}

/// In running text 3个项目 counts in 个, and 项目 is what is counted; 个月 and its like are units of their own.
pub(super) fn without_noun(unit: Unit, length: usize) -> (Unit, usize) {
    let counts = unit.dimension.starts_with("count:")
        && unit.dimension != "count:lesson"
        && unit.dimension != "count:generic";
    for &classifier in &["个", "户"] {
        if counts
            && unit.per.is_empty()
            && unit.text.len() > classifier.len()
            && unit.text.starts_with(classifier)
            && !unit.text.ends_with(one_of("次年月"))
            && let Some(short) = units::find(classifier)
        {
            return (short, classifier.len());
        }
    }
    (unit, length)
}

/// `例/10万人`: a unit over so many of another. It is no unit of the table, but it is what the number counts.
pub(super) fn over_a_number(text: &str, length: usize) -> Option<(Unit, usize)> {
    let stroke = starts_any(from(text, length), &const { any_of(&["/", "每"]) })?;
    let lexed = number_at(from(text, length + stroke)).filter(|lexed| !lexed.chinese)?;
    // 500户/1500人 are two numbers; what a rate is taken over is round.
    let What::Number {
        value,
        about: false,
    } = lexed.what
    else {
        return None;
    };
    let round = value.normalize();
    let power = 10_i128.checked_pow(zeros(round.mantissa()));
    if round.scale() > 0 || power != Some(round.mantissa()) {
        return None;
    }
    let end = length + stroke + lexed.length;
    let (_, more) = unit_at(from(text, end)).or_else(|| {
        magnitude_alone(from(text, end)).map(|unit| {
            let length = unit.text.len();
            (unit, length)
        })
    })?;
    Some((Unit::unknown(upto(text, end + more)), end + more))
}

/// `元/人/次`, `元/(人·天)`: more of a composite than the table can put together. It is kept as a whole.
pub(super) fn longer_composite(text: &str, length: usize) -> Option<(Unit, usize)> {
    let mut end = length;
    loop {
        let mark = starts_any(from(text, end), &const { any_of(&["/", "·", "每"]) });
        // 元/人.年 has a point for the dot, and 元/生天 has nothing.
        let is_loose = mark.is_none() && upto(text, end).contains(one_of("/／"));
        let point = starts(from(text, end), ".").unwrap_or(0);
        let Some(mark) = mark.or(is_loose.then_some(point)) else {
            break;
        };
        if from(text, end).starts_with('每') && !upto(text, length).contains('每') {
            break;
        }
        let rest = from(text, end + mark);
        let open = starts(rest, "(").unwrap_or(0);
        let Some((unit, more)) = unit_at(from(rest, open)) else {
            break;
        };
        let close = starts(from(rest, open + more), ")").filter(|_| open > 0);
        let is_odd = is_loose && !(unit.is_time() && ends_clause_at(from(rest, more)));
        if is_odd || open > 0 && close.is_none() {
            break;
        }
        end += mark + open + more + close.unwrap_or(0);
    }
    (end > length).then(|| (Unit::unknown(upto(text, end)), end))
}

/// `万余人`, `亿多元`: a magnitude and its unit with 余 or 多 between.
pub(super) fn broken_magnitude(text: &str) -> Option<Behind> {
    let (_, length) = magnitude_at(text)?;
    let more = starts_any(from(text, length), &const { any_of(&["余", "多"]) })?;
    let (_, unit_length) = unit_at(from(text, length + more))?;
    let joined = [
        upto(text, length),
        between(text, length + more, length + more + unit_length),
    ]
    .concat();
    let unit = units::find(&joined)?;
    Some(Behind {
        unit: Some(unit),
        end: length + more + unit_length,
        about: true,
    })
}

/// Units and what behind them makes another word of them.
const CLASHES: &[(&str, &str)] = &[
    ("期", "间末"),
    ("节", "期日假"),
    ("夜", "间市校班景游"),
    ("平", "均台安原整坦衡等价"),
    ("成", "立果效功员本交品绩为都长熟"),
    ("方", "面案式向便法针"),
    ("年", "级龄轻检报代"),
    ("部", "分门署委"),
    ("点", "击"),
    ("分", "别之配类析布批期红钟制"),
    ("度", "假"),
    ("支", "持付出农撑"),
    ("月", "龄"),
    ("日", "均常"),
    ("级", "别"),
    ("里", "程"),
    ("区", "域块间分县别号位"),
    ("个区", "域块间分县别号位"),
];

/// Units that are the beginning of another word: 5成立, 3方面, 2年级.
pub(super) fn other_word(text: &str, length: usize) -> bool {
    let Some(next) = from(text, length).chars().next() else {
        return false;
    };
    let unit = upto(text, length);
    CLASHES
        .iter()
        .any(|(name, clashes)| *name == unit && one_of(clashes)(next))
}
