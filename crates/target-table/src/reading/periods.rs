//! Dates as they are written: a moment, or from one to another.

use super::dates::{moment_at, one_day, small, whole_month, whole_quarter, whole_year, year_at};
use super::lists::{Words, any_of, starts_any};
use super::numerals::is_numeral;
use super::numeric::{arabic, year_digits};
use super::text::{first, from, is_digit, near, one_of, run_of, starts};
use super::types::Moment;

/// How a moment or period was written; a bare year is often only when the number beside it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Moment(Moment),
    Period(Moment, Moment),
}

/// A moment or period at the start of a text, and its length. `plain` allows the forms that are also numbers
/// (`2023.07`, `202401`), where no unit says that a number is due.
pub(super) fn when_at(text: &str, plain: bool) -> Option<(When, usize)> {
    if !may_begin(text) {
        return None;
    }
    if let Some(found) = short_period_at(text) {
        return Some(found);
    }
    if plain && let Some(found) = dotted_period_at(text) {
        return Some(found);
    }
    let (from_moment, length) = moment_at(text, plain)?;
    let rest = from(text, length);
    if let Some(dash) = dash_at(rest)
        && let Some((mut to, more)) =
            moment_at(from(rest, dash), plain).or_else(|| day_alone(from(rest, dash), &from_moment))
    {
        to.year = to.year.or(from_moment.year);
        return Some((When::Period(from_moment, to), length + dash + more));
    }
    Some((When::Moment(from_moment), length))
}

/// How a time begins that begins with no number.
#[rustfmt::skip]
static WITHOUT_NUMBER: Words = any_of(&[
    "上半年", "下半年", "年底", "年末", "年终", "年内", "年度内", "前三", "前3", "元月", "第", "每年", "当年", "本年", "今年", "Q",
    "q",
]);

/// Whether what stands behind the digits or numerals that begin a text can make a time of them. Most numbers are no
/// times, and this tells them apart before all the forms of a time are tried.
pub(super) fn may_begin(text: &str) -> bool {
    let run = near(text);
    let digits = run_of(run, &|c| is_digit(c) || is_numeral(c));
    match first(from(text, digits)) {
        _ if digits == 0 => starts_any(text, &WITHOUT_NUMBER).is_some(),
        None => digits >= "202401".len(),
        Some(c) => {
            c.is_whitespace()
                || matches!(
                    c,
                    '年' | '月'
                        | '季'
                        | '-'
                        | '~'
                        | '至'
                        | '到'
                        | '、'
                        | '/'
                        | '.'
                        | '前'
                        | '底'
                        | '止'
                )
        }
    }
}

pub(super) fn dash_at(text: &str) -> Option<usize> {
    let gap = super::text::spaces(text);
    let rest = from(text, gap);
    let dash = starts_any(
        rest,
        &const { any_of(&["-", "--", "~", "~~", "至", "到", "起至", "起到"]) },
    )?;
    Some(gap + dash + super::text::spaces(from(rest, dash)))
}

/// Periods whose first half leaves out its 月, 季度 or 年: `10-12月`, `2024年1至6月`, `2024-2026年`, `1-3季度`, `6月1-15日`.
pub(super) fn short_period_at(text: &str) -> Option<(When, usize)> {
    if let Some((low, length)) = year_digits(text)
        && let Some(dash) = dash_at(from(text, length))
        && let Some((high, more)) = year_digits(from(text, length + dash))
        && let Some(year) = starts_any(
            from(text, length + dash + more),
            &const { any_of(&["年度", "年"]) },
        )
    {
        let end = length + dash + more + year;
        return Some((
            When::Period(whole_year(Some(low)), whole_year(Some(high))),
            end,
        ));
    }
    let (year, skipped) = year_at(text).map_or((None, 0), |(year, length)| (Some(year), length));
    let skipped = skipped + starts(from(text, skipped), "第").unwrap_or(0);
    let body = from(text, skipped);
    let (low, length) = small(body)?;
    // 一、二季度 follow one another; 3、6、9月 do not.
    let joined = starts(from(body, length), "、");
    let dash = dash_at(from(body, length)).or(joined)?;
    let behind = from(body, length + dash);
    let (high, more) = small(behind).filter(|(high, _)| joined.is_none() || *high == low + 1)?;
    let unit = from(behind, more);
    let head = skipped + length + dash + more;
    if let Some(month) = starts_any(unit, &const { any_of(&["月份", "月"]) })
        && let (Some(a), Some(b)) = (whole_month(year, low), whole_month(year, high))
        && !unit.starts_with("月龄")
    {
        // 6-8月20日 would begin a day; leave that to the longer forms.
        let to = moment_at(behind, false).map_or((b, month + more), |(mut to, length)| {
            to.year = to.year.or(year);
            (to, length)
        });
        return Some((When::Period(a, to.0), skipped + length + dash + to.1));
    }
    if let Some(quarter) = starts(unit, "季度")
        && let (Some(a), Some(b)) = (whole_quarter(year, low), whole_quarter(year, high))
    {
        return Some((When::Period(a, b), head + quarter));
    }
    None
}

/// A month of a list, and where its words begin and end.
pub(super) type Listed = (Moment, usize, usize);

/// `3、6、9、12月底前`: months that share their 月. Two that follow one another (`5、6月`) are a period.
pub(super) fn month_list_at(text: &str) -> Option<Vec<Listed>> {
    let (year, mut at) = year_at(text).map_or((None, 0), |(year, length)| (Some(year), length));
    let mut starts_of: Vec<(u32, usize, usize)> = Vec::new();
    let last = loop {
        let (number, length) = small(from(text, at))?;
        let end = at + length;
        match starts_any(from(text, end), &const { any_of(&["、", "和", "及"]) }) {
            Some(mark) if starts_of.len() < 12 => {
                starts_of.push((number, at, end));
                at = end + mark;
            }
            _ => break number,
        }
    };
    let follows = matches!(starts_of.as_slice(), [(first, ..)] if first + 1 == last);
    if starts_of.is_empty() || follows {
        return None;
    }
    let (mut moment, length) = moment_at(from(text, at), false)?;
    moment.year = moment.year.or(year);
    let is_end = moment.first == moment.last;
    let month = whole_month(year, last)?;
    if is_end && moment.last != month.last || !is_end && moment.first != month.first {
        return None;
    }
    let mut months = Vec::with_capacity(starts_of.len() + 1);
    for (number, start, end) in starts_of {
        let whole = whole_month(year, number)?;
        let first = if is_end { whole.last } else { whole.first };
        let limit = moment.limit;
        months.push((
            Moment {
                first,
                limit,
                ..whole
            },
            start,
            end,
        ));
    }
    months.push((moment, at, at + length));
    Some(months)
}

/// `2024.1-2024.12`: with a dash between them these are months, not decimals.
fn dotted_period_at(text: &str) -> Option<(When, usize)> {
    let (low, length) = dotted_month_at(text)?;
    let dash = dash_at(from(text, length))?;
    let behind = from(text, length + dash);
    let (high, more) = dotted_month_at(behind).or_else(|| {
        // 2024.03-11 leaves out the second year.
        let (month, more) = arabic(behind, 2)?;
        let high = whole_month(low.year, month)?;
        (high.first > low.first && !from(behind, more).starts_with(one_of(".-月日")))
            .then_some((high, more))
    })?;
    let end = length + dash + more;
    super::units::unit_at(from(text, end))
        .is_none()
        .then_some((When::Period(low, high), end))
}

/// A whole cell that is a month or a day where a date is asked for: `2024.6`, `6.30前`.
pub(super) fn dotted_date(text: &str) -> Option<(When, usize)> {
    let (mut moment, mut length) = dotted_month_at(text).or_else(|| {
        let (month, digits) = arabic(text, 2)?;
        let point = starts(from(text, digits), ".")?;
        let (day, more) = arabic(from(text, digits + point), 2)?;
        let moment = one_day(None, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        Some((moment, digits + point + more))
    })?;
    // 6.30 alone could be anything.
    let limit = starts_any(
        from(text, length),
        &const { any_of(&["前", "之前", "以前"]) },
    );
    moment.limit = limit.is_some();
    length += limit.unwrap_or(0);
    (length == text.len() && (moment.limit || moment.year.is_some()))
        .then_some((When::Moment(moment), length))
}

fn dotted_month_at(text: &str) -> Option<(Moment, usize)> {
    let (year, digits) = year_digits(text)?;
    let point = starts(from(text, digits), ".")?;
    let (month, more) = arabic(from(text, digits + point), 2)?;
    Some((whole_month(Some(year), month)?, digits + point + more))
}

/// A day whose month was said before: `6月1日-30日`.
pub(super) fn day_alone(text: &str, from_moment: &Moment) -> Option<(Moment, usize)> {
    let (day, length) = small(text)?;
    let unit = starts_any(from(text, length), &const { any_of(&["日", "号"]) })?;
    let moment = one_day(
        from_moment.year,
        from_moment.first.month,
        u8::try_from(day).ok()?,
    )?;
    Some((moment, length + unit))
}
