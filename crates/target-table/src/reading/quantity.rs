//! From a number to what it says: its direction, its unit, its other end where it is a range.

use rust_decimal::Decimal;

use super::comparators::{self, After, Before};
use super::every::PERIODS;
use super::numbers::{Lexed, What, number_at};
use super::scan::{Scan, begins, previous};
use super::text::{between, ends, ends_clause, first, fold, from, spaces, starts_any, upto};
use super::types::{Comparator, Problem, Quantity, Range, UnitSource, Value};
use super::units::{self, Unit, half_at, magnitude_alone, magnitude_at, unit_at};
use crate::span::Span;

/// What became of a number.
#[expect(
    clippy::large_enum_variant,
    reason = "it lives for one call and is never stored"
)]
pub(super) enum Taken {
    /// It says something.
    Value {
        span: Span,
        value: Value,
        describes: bool,
    },
    /// It says something that is not known.
    Unread(Span),
    /// It is part of a name and says nothing; what it takes ends here.
    Name(usize),
}

/// A unit behind a number.
struct Behind {
    unit: Option<Unit>,
    /// Where it ends in the text.
    end: usize,
    /// Whether 余 or 多 stands between.
    about: bool,
}

/// Takes the number that stands at a place, with all that belongs to it.
pub(super) fn take(scan: &Scan<'_>, at: usize, lexed: Lexed) -> Taken {
    let (mut number, mut about, parts) = match lexed.what {
        What::Number { value, about } => (value, about, None),
        What::Parts { value, of } => (value, false, Some(of)),
        What::Broken(_) => return Taken::Name(at + lexed.length),
    };
    let text = scan.text;
    let mut start = at;
    if is_negative(text, at) {
        number.set_sign_negative(true);
        start = previous(text, at).map_or(at, |_| at - last_length(text, at));
    }
    let number_end = at + lexed.length;
    let mut behind = match parts {
        Some(of) => Behind {
            unit: Some(share(of)),
            end: number_end,
            about: false,
        },
        None => unit_behind(scan, number_end),
    };
    about |= behind.about;
    let before = comparators::before(scan.head(start));

    let other = if parts.is_none() {
        other_end(scan, number_end, &behind)
    } else {
        None
    };
    if lexed.chinese
        && parts.is_none()
        && other.is_none()
        && !chinese_stands(scan, &behind, at, number_end)
    {
        return Taken::Name(number_end);
    }
    if is_year(text, at, &behind) {
        return Taken::Name(behind.end);
    }
    if let Some(end) = calculation(text, behind.end)
        .or_else(|| sum_of_times(text, &behind))
        .or_else(|| day_of_some_month(scan.head(start), from(text, behind.end), &behind))
    {
        return Taken::Unread(Span { start: at, end });
    }
    if is_past(scan.head(start), &behind) || is_plan(from(text, behind.end), &behind) {
        return Taken::Name(behind.end);
    }
    if let Some((high, high_behind)) = other {
        let rest = from(text, high_behind.end);
        let years = is_of_our_times(number) && is_of_our_times(high);
        let counts = high_behind.unit.as_ref().or(scan.known.unit.as_ref());
        if years && counts.is_none_or(|unit| unit.dimension == "unknown" || unit.text == "学年") {
            return Taken::Unread(Span {
                start: at,
                end: high_behind.end,
            });
        }
        if let Some(end) = day_of_some_month(scan.head(start), rest, &high_behind) {
            return Taken::Unread(Span { start: at, end });
        }
        // 80%（含）-90%（不含） leaves out an end, which no range can say.
        if let Some((bracket, true)) = comparators::inclusion_at(rest) {
            return Taken::Unread(Span {
                start: at,
                end: high_behind.end + bracket,
            });
        }
        return range(scan, start, number, behind.unit, high, high_behind, before);
    }
    // 一个半月
    if let Some((unit, end)) = classifier_and_half(text, number_end)
        && let Some(more) = number.checked_add(Decimal::new(5, 1))
    {
        number = more;
        behind = Behind {
            unit: Some(unit),
            end,
            about: false,
        };
    }
    // 24年底 may be the end of a year, and 2024财年 is one.
    let is_short_year = behind.unit.as_ref().is_some_and(|unit| unit.text == "年")
        && from(text, behind.end).starts_with(['底', '末', '初', '终']);
    let is_other_year = is_of_our_times(number)
        && behind
            .unit
            .as_ref()
            .is_some_and(|unit| unit.dimension == "unknown" || unit.text == "学年");
    // ±5% is a span around something, unless a limit is set for it.
    let is_around = previous(text, start) == Some('±') && before.comparator.is_none() && {
        let head = scan.head(start);
        comparators::before(upto(head, head.len().saturating_sub('±'.len_utf8())))
            .comparator
            .is_none()
    };
    if is_short_year || is_other_year || is_around {
        return Taken::Unread(Span {
            start: at,
            end: behind.end,
        });
    }
    // 一年半
    if behind.unit.as_ref().is_some_and(Unit::is_time)
        && from(text, behind.end).starts_with('半')
        && let Some(more) = number.checked_add(Decimal::new(5, 1))
    {
        number = more;
        behind.end += '半'.len_utf8();
    }
    finish(scan, start, number, about, behind, before)
}

fn finish(
    scan: &Scan<'_>,
    start: usize,
    number: Decimal,
    about: bool,
    behind: Behind,
    before: Before,
) -> Taken {
    let text = scan.text;
    let is_time = behind.unit.as_ref().is_some_and(Unit::is_time);
    let mut after = comparators::after(from(text, behind.end), is_time);
    if after.sign && !sign_looks_back(from(text, behind.end + after.length)) {
        after = After::default();
    }
    let mut end = behind.end + if after.sign { 0 } else { after.length };
    let is_rating = matches!(
        behind.unit.as_ref().map(|unit| unit.dimension),
        Some("voltage" | "data-rate" | "power")
    );
    let describes =
        (is_rating && after == After::default() && !from(text, end).trim_start().is_empty())
            || (after.comparator.is_some() && begins(from(text, end), NOUNS))
            || scan.head(start).ends_with(['由', '从'])
            || ends_any_of(
                scan.head(start),
                &["单户", "单笔", "单个", "单户担保金额", "单户贷款"],
            );
    if after == After::default() && behind.unit.is_some() {
        (after, end) = far_after(text, end);
    }
    let head = scan.head(start - before.length.min(start));
    let is_ratio = behind
        .unit
        .as_ref()
        .is_some_and(|unit| unit.dimension.starts_with("ratio"));
    let far = if before.comparator.is_none() && !before.keeps_within && after.comparator.is_none() {
        comparators::far_before(head, is_ratio)
    } else {
        None
    };
    let direction = direction(&before, &after, far.map(|far| far.0));
    let span = Span {
        start: start - before.length.min(start) - far.map_or(0, |far| far.1),
        end,
    };

    let about = about || before.about || after.about;
    let (unit, unit_source) = match settle_unit(
        scan,
        behind.unit,
        span,
        direction.is_ok_and(|d| d.is_some()) || about,
    ) {
        Some(settled) => settled,
        None => return Taken::Unread(span),
    };
    let Ok(direction) = direction else {
        let problem = Problem::ComparatorsContradict;
        let value = Value::Malformed {
            problem,
            comparator: before.comparator,
            unit,
        };
        return Taken::Value {
            span,
            value,
            describes: false,
        };
    };
    let words = scan.head(start);
    let hint = scan.known.hint.filter(|_| scan.is_whole(span));
    let quantity = Quantity {
        comparator: direction.or(hint).unwrap_or(Comparator::Eq),
        stated: direction.is_some(),
        number,
        unit,
        unit_source,
        approximate: about || comparators::hopes(words),
        cumulative: comparators::accumulates(words) || (scan.is_cell && scan.known.cumulative),
        per: ["年均", "每年平均"]
            .iter()
            .any(|word| words.contains(word))
            .then_some("年"),
    };
    Taken::Value {
        span,
        value: value_of(quantity),
        describes,
    }
}

/// 个半 and a unit of time: one and a half of it.
fn classifier_and_half(text: &str, at: usize) -> Option<(Unit, usize)> {
    let rest = from(text, at);
    let skipped = starts_any(rest, &["个半"])?;
    let (unit, length) = unit_at(from(rest, skipped)).filter(|(unit, _)| unit.is_time())?;
    Some((unit, at + skipped + length))
}

/// A unit by the period: 次 and 年 make 次/年; none for what does not happen.
pub(super) fn rate(unit: &Unit, period: &str) -> Option<Unit> {
    EVENTS
        .contains(&unit.dimension)
        .then(|| units::find(&[unit.text.as_str(), "/", period].concat()))
        .flatten()
}

/// Whether a number may be a year.
fn is_of_our_times(number: Decimal) -> bool {
    number.scale() == 0 && number >= Decimal::from(1990) && number < Decimal::from(2100)
}

/// A four-digit year before 年 is a year whatever else was made of it.
fn is_year(text: &str, at: usize, behind: &Behind) -> bool {
    let number = between(text, at, behind.end);
    behind
        .unit
        .as_ref()
        .is_some_and(|unit| unit.text.starts_with('年'))
        && number
            .strip_suffix("年度")
            .or(number.strip_suffix('年'))
            .is_some_and(|digits| {
                let digits = digits.trim_end();
                digits.chars().count() == 4 && first(digits).is_some_and(|c| matches!(c, '1' | '2'))
            })
}

/// `2万元×5家`: a sign of arithmetic and another number; where the whole calculation ends.
fn calculation(text: &str, end: usize) -> Option<usize> {
    let rest = from(text, end).trim_start();
    let sign = starts_any(rest, &["×", "*", "x", "X", "÷", "+", "±", "/"])?;
    // What divides is part of the unit, whatever it is: 次/半年.
    if starts_any(rest, &["/"]).is_none() {
        number_at(from(rest, sign)).filter(|lexed| !lexed.chinese)?;
    }
    let tail = from(text, end)
        .find(ends_clause)
        .unwrap_or(from(text, end).len());
    Some(end + tail)
}

/// `1小时30分`, `2年零3个月`: two lengths of time that make one; where they end.
fn sum_of_times(text: &str, behind: &Behind) -> Option<usize> {
    behind.unit.as_ref().filter(|unit| unit.is_time())?;
    let rest = from(text, behind.end);
    let skipped = starts_any(rest, &["零", "又", "加"]).unwrap_or(0);
    let lexed = number_at(from(rest, skipped))?;
    let (unit, length) = unit_at(from(rest, skipped + lexed.length))?;
    (unit.is_time() || unit.text == "分").then_some(behind.end + skipped + lexed.length + length)
}

/// `15日前`, `每月5-10日`: days of a month that is not said; where they end.
fn day_of_some_month(head: &str, rest: &str, behind: &Behind) -> Option<usize> {
    behind
        .unit
        .as_ref()
        .filter(|unit| matches!(unit.text.as_str(), "日" | "号"))?;
    let tail = starts_any(rest, &["前", "之前", "以前", "止"]);
    (tail.is_some() || head.ends_with('月')).then_some(behind.end + tail.unwrap_or(0))
}

/// Nouns behind `500万元及以下`, which then only says of what size the thing is that another number counts.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "的", "企业", "项目", "贷款", "单位", "人员", "小微", "中小", "客户", "用户", "农户", "园区", "占比", "比例", "规模", "民营", "个体", "工程",
    "设备", "担保", "业务", "机构", "资金", "融资", "房屋", "群众", "老年", "儿童", "人口", "培训班",
];

fn ends_any_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// A quantity as the kind of value that its unit makes it.
fn value_of(quantity: Quantity) -> Value {
    match &quantity.unit {
        Some(unit) if unit.is_time() => Value::Duration(quantity),
        Some(unit) if unit.dimension == "frequency" => per_period(quantity),
        _ => Value::Quantity(quantity),
    }
}

/// `2次/年` says how often; `500人次/天` is an amount by the day.
fn per_period(mut quantity: Quantity) -> Value {
    let Some(unit) = quantity.unit.clone() else {
        return Value::Quantity(quantity);
    };
    let Some((over, under)) = unit.text.split_once(['/', '／', '每']) else {
        return Value::Quantity(quantity);
    };
    let period = period_of(under.trim());
    match (units::find(over), period) {
        (Some(over), Some(period)) if EVENTS.contains(&over.dimension) => {
            quantity.unit = Some(over);
            Value::Frequency(super::types::Frequency {
                count: Some(quantity),
                interval: Decimal::ONE,
                period,
                day: None,
            })
        }
        _ => Value::Quantity(quantity),
    }
}

/// What happens, and so can happen so many times in a year.
#[rustfmt::skip]
const EVENTS: &[&str] = &[
    "count:event", "count:event-session", "count:event-period", "count:batch", "count:edition", "count:round", "count:pass",
];

/// Whether a quantity counts what happens.
pub(super) fn is_event(quantity: &Quantity) -> bool {
    quantity
        .dimension()
        .is_some_and(|dimension| EVENTS.contains(&dimension))
}

/// The plain name of a period: 年, 季度, 月, 周, 日.
fn period_of(text: &str) -> Option<&'static str> {
    let text = text.strip_prefix('个').unwrap_or(text);
    PERIODS
        .iter()
        .find(|(word, _)| *word == text)
        .map(|(_, name)| *name)
}

/// The period that a length of time counts.
pub(super) fn period_name(time: &Quantity) -> Option<&'static str> {
    period_of(&time.unit.as_ref()?.text)
}

/// One direction of all that was said, or that they exclude one another.
fn direction(
    before: &Before,
    after: &After,
    far: Option<Comparator>,
) -> Result<Option<Comparator>, ()> {
    if before.contradicts {
        return Err(());
    }
    let behind = after.comparator;
    match (before.comparator.or(far), behind) {
        (Some(Comparator::Eq) | None, Some(behind)) => {
            let opposed = before.keeps_within && behind.is_lower();
            if opposed { Err(()) } else { Ok(Some(behind)) }
        }
        (Some(ahead), Some(behind)) => {
            if ahead.is_lower() == behind.is_lower() {
                Ok(Some(ahead))
            } else {
                Err(())
            }
        }
        (None, None) if before.keeps_within && !after.about => Ok(Some(Comparator::Le)),
        (ahead, None) => Ok(ahead),
    }
}

/// 80%≤x: a sign that looks back needs something behind it that it looks from.
fn sign_looks_back(behind: &str) -> bool {
    let behind = behind.trim_start();
    !behind.is_empty()
        && !behind.starts_with(ends_clause)
        && !behind.starts_with(|c: char| fold(c).is_ascii_digit())
}

/// 以上 with the noun between, at the end of a clause: `100家企业以上`. Not 规模以上, which is a word.
fn far_after(text: &str, end: usize) -> (After, usize) {
    let rest = from(text, end);
    let mut tail = 0;
    for c in rest.chars().take(12) {
        if ends_clause(c) || c.is_whitespace() {
            break;
        }
        if fold(c).is_ascii_digit() || fold(c) == '(' {
            return (After::default(), end);
        }
        tail += c.len_utf8();
    }
    let words = upto(rest, tail);
    if from(rest, tail)
        .chars()
        .next()
        .is_some_and(|c| !ends_clause(c))
    {
        return (After::default(), end);
    }
    for (word, comparator, about) in [
        ("以上", Some(Comparator::Ge), false),
        ("以内", Some(Comparator::Le), false),
        ("左右", None, true),
    ] {
        if let Some(length) = ends(words, word) {
            let noun = upto(words, words.len() - length);
            let is_word = ["规模", "级", "限额", "处", "及", "或"]
                .iter()
                .any(|word| noun.ends_with(word));
            if !is_word {
                return (
                    After {
                        comparator,
                        about,
                        length: tail,
                        sign: false,
                    },
                    end + tail,
                );
            }
        }
    }
    (After::default(), end)
}

/// The unit of a number that may have none beside it; none where the number then says nothing known.
fn settle_unit(
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
    let rest = from(scan.text, span.end);
    let joined = rest
        .strip_prefix(['、', '和', '与', '及'])
        .and_then(number_at)
        .is_some_and(|lexed| !lexed.chinese);
    if joined && known.unit.is_none() && scan.is_cell {
        // The unit may stand behind the next number.
        return Some((None, UnitSource::Nowhere));
    }
    let at_end = rest.trim_start().is_empty()
        || rest.starts_with(ends_clause)
        || rest.starts_with(['）', ')']);
    let is_alone = scan.is_whole(span);
    let is_year = |number: &str| number.len() == 4 && number.starts_with(['1', '2']);
    let head = upto(scan.text, span.start).trim_end();
    let is_said = at_end && head.ends_with(['为', '达', '到', '：', ':']);
    if is_alone || is_marked || is_said || (at_end && known.unit.is_some()) {
        let digits = span.of(scan.text).trim();
        if !is_alone && !is_marked && is_year(digits) {
            return None;
        }
        // A noun right behind the number would be counted in the wrong unit.
        let direction_follows = comparators::comparator_at(rest).is_some();
        if !at_end
            && !is_alone
            && !direction_follows
            && !rest.starts_with([' ', '和', '与', '及', '至', '的', '且'])
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
fn scaled(scan: &Scan<'_>, magnitude: Unit, span: Span) -> (Option<Unit>, UnitSource) {
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
        if known.money {
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
fn unit_behind(scan: &Scan<'_>, at: usize) -> Behind {
    let rest = from(scan.text, at);
    let gap = spaces(rest);
    // A line break or a wide gap parts two things.
    let gap = if gap <= 6 && !upto(rest, gap).contains('\n') {
        gap
    } else {
        0
    };
    let unit_text = from(rest, gap);
    let own = scan.known.unit_text;
    if !own.is_empty()
        && scan.is_cell
        && unit_text.starts_with(own)
        && unit_at(unit_text).is_none_or(|(_, length)| length < own.len())
    {
        let unit = scan.known.unit.clone();
        return Behind {
            unit,
            end: at + gap + own.len(),
            about: false,
        };
    }
    let more = starts_any(unit_text, &["余", "多", "来"]).unwrap_or(0);
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
    if let Some(behind) = broken_magnitude(unit_text) {
        return Behind {
            end: at + gap + behind.end,
            ..behind
        };
    }
    if let Some((unit, length)) = unit_at(unit_text).or_else(|| half_at(unit_text)) {
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
        // 30万/人 leaves out the 元.
        if let Some((unit, length)) = longer_composite(unit_text, length) {
            return Behind {
                unit: Some(unit),
                end: at + gap + length,
                about: false,
            };
        }
        let more = starts_any(from(scan.text, end), &["余", "多"]).unwrap_or(0);
        return Behind {
            unit: Some(unit),
            end: end + more,
            about: more > 0,
        };
    }
    let tail = rest.find(ends_clause).unwrap_or(rest.len());
    let word = upto(rest, tail).trim();
    let is_word = (1..=2).contains(&word.chars().count())
        && word.chars().all(|c| c.is_alphabetic() && !c.is_ascii());
    if is_word
        && comparators::after(word, false) == After::default()
        && !word.contains(['内', '前', '后', '分', '多', '余', '和', '至'])
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

/// In running text 3个项目 counts in 个, and 项目 is what is counted; 个月 and its like are units of their own.
fn without_noun(unit: Unit, length: usize) -> (Unit, usize) {
    let counts = unit.dimension.starts_with("count:")
        && unit.dimension != "count:lesson"
        && unit.dimension != "count:generic";
    for classifier in ["个", "户"] {
        if counts
            && unit.per.is_empty()
            && unit.text.len() > classifier.len()
            && unit.text.starts_with(classifier)
            && !unit.text.ends_with(['次', '年', '月'])
            && let Some(short) = units::find(classifier)
        {
            return (short, classifier.len());
        }
    }
    (unit, length)
}

/// `例/10万人`: a unit over so many of another. It is no unit of the table, but it is what the number counts.
fn over_a_number(text: &str, length: usize) -> Option<(Unit, usize)> {
    let stroke = starts_any(from(text, length), &["/", "每"])?;
    let lexed = number_at(from(text, length + stroke)).filter(|lexed| !lexed.chinese)?;
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
fn longer_composite(text: &str, length: usize) -> Option<(Unit, usize)> {
    let mut end = length;
    while let Some(mark) = starts_any(from(text, end), &["/", "·"]) {
        let rest = from(text, end + mark);
        let open = starts_any(rest, &["("]).unwrap_or(0);
        let Some((_, more)) = unit_at(from(rest, open)) else {
            break;
        };
        let close = starts_any(from(rest, open + more), &[")"]).filter(|_| open > 0);
        if open > 0 && close.is_none() {
            break;
        }
        end += mark + open + more + close.unwrap_or(0);
    }
    (end > length).then(|| (Unit::unknown(upto(text, end)), end))
}

/// `万余人`, `亿多元`: a magnitude and its unit with 余 or 多 between.
fn broken_magnitude(text: &str) -> Option<Behind> {
    let (_, length) = magnitude_at(text)?;
    let more = starts_any(from(text, length), &["余", "多"])?;
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

/// Units that are the beginning of another word: 5成立, 3方面, 2年级.
fn other_word(text: &str, length: usize) -> bool {
    let behind = from(text, length);
    let next = behind.chars().next().unwrap_or(' ');
    let clashes: &str = match upto(text, length) {
        "成" => "立果效功员本交品绩为都长熟",
        "方" => "面案式向便法针",
        "年" => "级龄轻检报代",
        "部" => "分门署委",
        "点" => "击",
        "分" => "别之配类析布批期红钟",
        "度" => "假",
        "支" => "持付出农撑",
        "月" => "龄",
        "日" => "均常",
        "级" => "别",
        "里" => "程",
        "度电" => "",
        _ => "",
    };
    clashes.contains(next)
}

/// A number in Chinese numerals needs a unit beside it or the cell to itself.
fn chinese_stands(scan: &Scan<'_>, behind: &Behind, at: usize, number_end: usize) -> bool {
    let is_alone = scan.is_whole(Span {
        start: at,
        end: number_end,
    });
    match &behind.unit {
        Some(unit) if unit.dimension == "unknown" => false,
        Some(unit) if unit.dimension == "number" => {
            scan.is_whole(Span {
                start: at,
                end: behind.end,
            }) || scan.is_cell
        }
        // 二 before a classifier is an ordinal: 二期 is the second phase, 两期 are two.
        Some(_) => {
            !between(scan.text, at, number_end).eq("二")
                || scan.is_whole(Span {
                    start: at,
                    end: behind.end,
                })
        }
        None => is_alone,
    }
}

/// 近三年 and 前5年 look back; they are no length of time that is aimed at.
fn is_past(head: &str, behind: &Behind) -> bool {
    behind.unit.as_ref().is_some_and(Unit::is_time)
        && ["近", "前", "过去", "最近", "往", "上", "以往", "此前"]
            .iter()
            .any(|word| head.ends_with(word))
}

/// 三年行动 and 3年期贷款 are names.
fn is_plan(rest: &str, behind: &Behind) -> bool {
    behind.unit.as_ref().is_some_and(Unit::is_time)
        && starts_any(
            rest,
            &["行动", "规划", "计划", "期", "龄", "级", "平均", "的平均"],
        )
        .is_some()
}

/// A minus that belongs to the number: nothing before it that it could part from the number.
fn is_negative(text: &str, at: usize) -> bool {
    if !matches!(previous(text, at), Some('-')) {
        return upto(text, at).ends_with('负');
    }
    let before = at - last_length(text, at);
    previous(text, before).is_none_or(|c| {
        matches!(
            c,
            '≥' | '≤' | '>' | '<' | '=' | '(' | ':' | '于' | '为' | '到' | '过'
        )
    })
}

fn last_length(text: &str, at: usize) -> usize {
    upto(text, at).chars().next_back().map_or(0, char::len_utf8)
}

fn share(of: u64) -> Unit {
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

/// The other end of a range: a dash or 至 and a number.
fn other_end(scan: &Scan<'_>, number_end: usize, behind: &Behind) -> Option<(Decimal, Behind)> {
    let text = scan.text;
    let at = if behind
        .unit
        .as_ref()
        .is_some_and(|unit| unit.dimension == "unknown")
    {
        number_end
    } else {
        behind.end
    };
    let rest = from(text, at);
    let at = at + comparators::inclusion_at(rest).map_or(0, |(bracket, _)| bracket);
    let rest = from(text, at);
    let gap = spaces(rest);
    let dash = starts_any(from(rest, gap), &["-", "--", "~", "~~", "至", "到"])
        .or_else(|| starts_any(from(rest, gap), &["或"]).filter(|_| behind.end == number_end))?;
    let skipped = gap + dash;
    let skipped = skipped + spaces(from(rest, skipped));
    let start = at + skipped;
    let lexed = number_at(from(text, start))?;
    let What::Number {
        value,
        about: false,
    } = lexed.what
    else {
        return None;
    };
    first(from(text, start))?;
    Some((value, unit_behind(scan, start + lexed.length)))
}

fn range(
    scan: &Scan<'_>,
    start: usize,
    low: Decimal,
    low_unit: Option<Unit>,
    high: Decimal,
    high_behind: Behind,
    before: Before,
) -> Taken {
    let text = scan.text;
    let low_unit = low_unit.filter(|unit| unit.dimension != "unknown");
    let is_time = high_behind.unit.as_ref().is_some_and(Unit::is_time);
    let after = comparators::after(from(text, high_behind.end), is_time);
    let end = high_behind.end + if after.sign { 0 } else { after.length };
    let span = Span {
        start: start - before.length.min(start),
        end,
    };
    let words = scan.head(start);
    let own = high_behind.unit.or_else(|| low_unit.clone());
    let Some((unit, unit_source)) = settle_unit(scan, own, span, true) else {
        return Taken::Unread(span);
    };
    let low_unit = low_unit.filter(|low_unit| Some(low_unit) != unit.as_ref());
    // 5万-8万元: the lower end's 万 is the upper one's 万元.
    let low_unit = low_unit.filter(|low_unit| {
        unit.as_ref()
            .is_none_or(|unit| !(low_unit.dimension == "number" && unit.factor == low_unit.factor))
    });
    let malformed = |problem| Taken::Value {
        span,
        value: Value::Malformed {
            problem,
            comparator: None,
            unit: unit.clone(),
        },
        describes: false,
    };
    let directed = before
        .comparator
        .is_some_and(|comparator| comparator != Comparator::Eq);
    if before.contradicts || directed || after.comparator.is_some_and(Comparator::is_lower) {
        return malformed(Problem::ComparatorsContradict);
    }
    let range = Range {
        low,
        low_unit,
        high,
        unit: unit.clone(),
        unit_source,
        approximate: before.about || after.about || high_behind.about || comparators::hopes(words),
        cumulative: comparators::accumulates(words) || (scan.is_cell && scan.known.cumulative),
    };
    if super::compare::is_reversed(&range) {
        return malformed(Problem::RangeReversed);
    }
    Taken::Value {
        span,
        value: Value::Range(range),
        describes: false,
    }
}
