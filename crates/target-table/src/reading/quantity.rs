//! From a number to what it says, with all the words that belong to it.

use rust_decimal::Decimal;

use super::after::{self, After};
use super::behind::{Behind, classifier_and_half, settle_unit, unit_behind};
use super::comparators::{self, Before, CUMULATIVE, HOPES};
use super::dates::year_at;
use super::doubts;
use super::every::Every;
use super::exclusions::{
    calculation, chinese_stands, day_of_some_month, is_of_our_times, is_past, is_plan, is_year,
    sum_of_times,
};
use super::lists::{Words, any_of, ends_any, starts_any};
use super::numbers::{Lexed, What, number_at};
use super::numerals::chinese_digit;
use super::range::{other_end, range};
use super::rates::{self, value_of};
use super::scan::{Scan, ends_clause_at, previous};
use super::text::{
    ends, ends_clause, fold, from, is_digit, near, one_of, run_of, starts, trim_start, upto,
};
use super::types::{Comparator, Problem, Quantity, Value};
use super::units::{self, half_at, share};
use crate::exact;
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
    let head = scan.head(start);
    if let Some(odd) = doubts::before(head) {
        return Taken::Unread(Span {
            start: start - odd,
            end: behind.end,
        });
    }
    if let Some(end) = doubts::behind(
        scan,
        number,
        &behind,
        Span {
            start,
            end: number_end,
        },
    ) {
        return Taken::Unread(Span { start, end });
    }
    let before = comparators::before(head);

    let other = if parts.is_none_or(|of| of == 100) {
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
    // 2024（年）
    let counts_years = behind.is("年");
    if counts_years && is_of_our_times(number) {
        return Taken::Unread(Span {
            start: at,
            end: behind.end,
        });
    }
    // 2024、2025年 are two years.
    if behind.unit.is_none()
        && is_of_our_times(number)
        && from(text, number_end)
            .strip_prefix(one_of("、和及，"))
            .is_some_and(|rest| year_at(rest).is_some())
    {
        return Taken::Unread(Span {
            start: at,
            end: number_end,
        });
    }
    // 每10万人口 says of how many, and 四个100% is the name of four things.
    if head.ends_with('每') && behind.unit.is_some() {
        return Taken::Name(behind.end);
    }
    if let Some(end) = hundred_of_each(text, &behind) {
        return Taken::Unread(Span { start: at, end });
    }
    if let Some((stretch, length)) = stretch_behind(&behind, from(text, behind.end)) {
        behind.end += length;
        let mut taken = finish(scan, start, number, about, behind, before);
        if let Taken::Value { value, .. } = &mut taken
            && let Value::Quantity(count) = value
        {
            *value = stretch.frequency(Some(count.clone()));
        }
        return taken;
    }
    if let Some(end) = calculation(text, &behind)
        .or_else(|| sum_of_times(text, &behind))
        .or_else(|| day_of_some_month(head, from(text, behind.end), &behind))
    {
        return Taken::Unread(Span { start: at, end });
    }
    if is_past(head, &behind) || is_plan(from(text, behind.end), &behind) {
        return Taken::Name(behind.end);
    }
    if let Some((high, high_behind)) = other {
        // 2024-001号 is the number of a document.
        if high_behind.is("号") {
            return Taken::Name(high_behind.end);
        }
        let rest = from(text, high_behind.end);
        let years = is_of_our_times(number) && is_of_our_times(high);
        let counts = high_behind.unit.as_ref().or(scan.known.unit.as_ref());
        if years && counts.is_none_or(|unit| unit.dimension == "unknown" || unit.text == "学年") {
            return Taken::Unread(Span {
                start: at,
                end: high_behind.end,
            });
        }
        if let Some(end) = day_of_some_month(head, rest, &high_behind) {
            return Taken::Unread(Span { start: at, end });
        }
        // 80%（含）-90%（不含） leaves out an end, which no range can say.
        if let Some((bracket, true)) = after::inclusion_at(rest) {
            return Taken::Unread(Span {
                start: at,
                end: high_behind.end + bracket,
            });
        }
        return range(scan, start, number, behind.unit, high, high_behind, before);
    }
    // 一个半月
    if let Some((unit, end)) = classifier_and_half(text, number_end)
        && let Some(more) = and_a_half(number)
    {
        number = more;
        behind = Behind {
            unit: Some(unit),
            end,
            about: false,
        };
    }
    // 24年底 may be the end of a year, and 2024财年 is one.
    let is_short_year = behind.is("年") && from(text, behind.end).starts_with(one_of("底末初终"));
    let is_other_year =
        (behind.measures("unknown") || behind.is("学年")) && is_of_our_times(number);
    // ±5% is a span around something, unless a limit is set for it.
    let is_around = (previous(text, start) == Some('±') || upto(text, start).ends_with("正负"))
        && before.comparator.is_none()
        && {
            comparators::before(upto(head, head.len().saturating_sub('±'.len_utf8())))
                .comparator
                .is_none()
        };
    // 九成五 is 95 %.
    let has_more = behind.is("成")
        && from(text, behind.end)
            .chars()
            .next()
            .is_some_and(|c| chinese_digit(c).is_some() || c == '半');
    if has_more || is_short_year || is_other_year || is_around {
        return Taken::Unread(Span {
            start: at,
            end: behind.end,
        });
    }
    // 一年半
    if behind.is_time()
        && from(text, behind.end).starts_with('半')
        && let Some(more) = and_a_half(number)
    {
        number = more;
        behind.end += '半'.len_utf8();
    }
    finish(scan, start, number, about, behind, before)
}

/// `4个100%`: where the percentage that so many things have ends.
fn hundred_of_each(text: &str, behind: &Behind) -> Option<usize> {
    behind.unit.as_ref().filter(|unit| unit.text == "个")?;
    let lexed = number_at(from(text, behind.end)).filter(|lexed| !lexed.chinese)?;
    let end = behind.end + lexed.length;
    starts(from(text, end), "%").map(|percent| end + percent)
}

/// `1次/半年`, `1次/每月`: a stretch of time below the stroke that no unit is made of, and its length with the stroke.
fn stretch_behind(behind: &Behind, text: &str) -> Option<(Every, usize)> {
    let stroke = starts_any(text, &const { any_of(&["/", "/每"]) })?;
    behind
        .unit
        .as_ref()
        .filter(|unit| rates::happens(unit.dimension))?;
    let (every, length) = Every::stretch(from(text, stroke))?;
    Some((every, stroke + length))
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
    let words = scan.head(start);
    let speaks = SPEAKS.may_begin_in(words);
    let is_time = behind.is_time();
    let mut after = after::after(from(text, behind.end), is_time);
    let mut behind = behind;
    // 10次以上/年
    if after.length > 0
        && let Some(unit) = &behind.unit
        && let Some((lower, length)) = half_at(from(text, behind.end + after.length))
    {
        after.length += length;
        let whole = units::find(&[unit.text.as_str(), lower.text.as_str()].concat());
        if whole.is_none() {
            let end = behind.end + after.length;
            return Taken::Unread(Span { start, end });
        }
        behind.unit = whole;
    }
    if let Some(end) = doubts::behind_words(text, &behind, behind.end + after.length) {
        return Taken::Unread(Span { start, end });
    }
    if after.sign && !sign_looks_back(from(text, behind.end + after.length)) {
        after = After::default();
    }
    let mut end = behind.end + if after.sign { 0 } else { after.length };
    let is_rating = matches!(
        behind.unit.as_ref().map(|unit| unit.dimension),
        Some("voltage" | "data-rate" | "power" | "tonnage")
    );
    let is_age = behind.measures("age");
    let describes =
        (is_rating && after == After::default() && !trim_start(from(text, end)).is_empty())
            || (after.comparator.is_some() && starts_any(from(text, end), &NOUNS).is_some())
            || (is_age && !ends_clause_at(from(text, end)))
            || words.ends_with(one_of("由从"))
            || starts_any(from(text, end), &BASELINES).is_some()
            || (is_time && after == After::default() && begins_name(from(text, end)))
            || (before.comparator.is_none() && speaks && OF_ONE.are_in(words));
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
    let hint = scan.known.hint.filter(|_| scan.is_whole(span));
    let quantity = Quantity {
        comparator: direction.or(hint).unwrap_or(Comparator::Eq),
        stated: direction.is_some(),
        number,
        unit,
        unit_source,
        approximate: about || (speaks && HOPES.are_in(words)),
        cumulative: (speaks && CUMULATIVE.are_in(words)) || (scan.is_cell && scan.known.cumulative),
        // 年均浓度 and 年均气温 are values, and nothing by the year.
        per: (speaks && BY_THE_YEAR.are_in(words) && !words.contains(one_of("浓气")))
            .then_some("年"),
    };
    Taken::Value {
        span,
        value: value_of(quantity),
        describes,
    }
}

/// Nouns behind `500万元及以下`, which then only says of what size the thing is that another number counts.
#[rustfmt::skip]
static NOUNS: Words = any_of(&[
    "的", "企业", "项目", "贷款", "单位", "人员", "小微", "中小", "客户", "用户", "农户", "园区", "占比", "比例", "规模", "民营",
    "个体", "工程", "设备", "担保", "业务", "机构", "资金", "融资", "房屋", "群众", "老年", "儿童", "人口", "培训班",
]);

/// Words behind a number from which another one grows or falls: `15%提升到20%`.
#[rustfmt::skip]
static BASELINES: Words = any_of(&[
    "→", "基础上", "的基础上", "提升到", "提升至", "提高到", "提高至", "增加到", "增加至", "增长到", "增长至", "增至", "扩大到",
    "扩大至", "上升到", "上升至", "下降到", "下降至", "降低到", "降低至", "降到", "降至", "减少到", "减少至", "缩短到", "缩短至",
    "压缩到", "压缩至",
]);

/// `24小时扑灭率≥95%`, `15分钟生活圈5个`: a length of time that is part of a name.
fn begins_name(text: &str) -> bool {
    let text = near(text);
    let name = upto(
        text,
        run_of(text, &|c| !ends_clause(c) && !fold(c).is_ascii_digit()),
    );
    !name.starts_with(one_of("内后前以之")) && name.contains(one_of("率圈"))
}

/// Words that make a number the size of one thing among those that another number counts.
static OF_ONE: Words = any_of(&["单户", "单笔", "单个"]);
static BY_THE_YEAR: Words = any_of(&["年均", "每年平均"]);

/// The first characters of all words that bear on a number from wherever in its clause; few clauses hold one.
static SPEAKS: Words = HOPES.or(CUMULATIVE).or(OF_ONE).or(BY_THE_YEAR);

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
    let behind = trim_start(behind);
    !behind.is_empty() && !behind.starts_with(ends_clause) && !behind.starts_with(is_digit)
}

/// 以上 with the noun between, at the end of a clause: `100家企业以上`. Not 规模以上, which is a word.
fn far_after(text: &str, end: usize) -> (After, usize) {
    let rest = from(text, end);
    if rest.is_empty() {
        return (After::default(), end);
    }
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
    for &(word, comparator, about) in &[
        ("以上", Some(Comparator::Ge), false),
        ("以内", Some(Comparator::Le), false),
        ("左右", None, true),
    ] {
        if let Some(length) = ends(words, word) {
            let noun = upto(words, words.len() - length);
            let is_word = ends_any(
                noun,
                &const { any_of(&["规模", "级", "限额", "处", "及", "或"]) },
            )
            .is_some();
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

/// A minus that belongs to the number: nothing before it that it could part from the number.
fn is_negative(text: &str, at: usize) -> bool {
    if !matches!(previous(text, at), Some('-')) {
        let head = upto(text, at);
        return head.ends_with('负') && !head.ends_with("正负");
    }
    let before = at - last_length(text, at);
    previous(text, before).is_none_or(|c| one_of("≥≤><=(:于为到过")(c))
        || ends_any(
            upto(text, before),
            &const { any_of(&["同比", "环比", "增长", "增速", "上年", "去年", "同期"]) },
        )
        .is_some()
}

fn last_length(text: &str, at: usize) -> usize {
    upto(text, at).chars().next_back().map_or(0, char::len_utf8)
}

fn and_a_half(number: Decimal) -> Option<Decimal> {
    exact::sum(number, Decimal::new(5, 1))
}
