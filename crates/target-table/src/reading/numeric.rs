//! Dates in digits alone: `2024-06-30`, `2023.07`, `202401`.

use super::dates::{one_day, whole_month};
use super::numbers::digits;
use super::periods::dash_at;
use super::text::{first, fold, from, one_of, upto};
use super::types::Moment;
use super::units::unit_at;

/// `2024-06-30`, `2024/6`, `2023.07`, `202401`, `20240630`.
pub(super) fn numeric_at(text: &str, plain: bool) -> Option<(Moment, usize)> {
    let (year, mut length) = year_digits(text)?;
    let mark = from(text, length).chars().next()?;
    let separator = matches!(fold(mark), '-' | '/' | '.');
    if fold(mark).is_ascii_digit() {
        return if plain { compact_at(text) } else { None };
    }
    if !separator {
        return None;
    }
    length += mark.len_utf8();
    let (month, digits) = arabic(from(text, length), 2)?;
    length += digits;
    let mut moment = whole_month(Some(year), month)?;
    let rest = from(text, length);
    let mut has_day = false;
    if rest.chars().next().map(fold) == Some(fold(mark))
        && let Some((day, digits)) = arabic(from(rest, mark.len_utf8()), 2)
        && let Some(one) = one_day(
            Some(year),
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        )
    {
        moment = one;
        length += mark.len_utf8() + digits;
        has_day = true;
    }
    let rest = from(text, length);
    if !has_day {
        // 2023.07 is a number where a unit follows or is due.
        let is_number = fold(mark) == '.' && (!plain || digits != 2) || unit_at(rest).is_some();
        if is_number {
            return None;
        }
    }
    let ends = first(rest).is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '%' | '.'));
    ends.then_some((moment, length))
}

pub(super) fn compact_at(text: &str) -> Option<(Moment, usize)> {
    let length = digits(text);
    let rest = from(text, length);
    if !(rest.is_empty() || dash_at(rest).is_some() || rest.starts_with(one_of("前底止"))) {
        return None;
    }
    let digit = |at: usize| text.chars().map(fold).nth(at).and_then(|c| c.to_digit(10));
    let pair = |at: usize| Some(digit(at)? * 10 + digit(at + 1)?);
    let year = u16::try_from(pair(0)? * 100 + pair(2)?).ok()?;
    let month = pair(4)?;
    let moment = match upto(text, length).chars().count() {
        6 => whole_month(Some(year), month)?,
        8 => one_day(
            Some(year),
            u8::try_from(month).ok()?,
            u8::try_from(pair(6)?).ok()?,
        )?,
        _ => return None,
    };
    Some((moment, length))
}

/// Four digits of a year of our times.
pub(super) fn year_digits(text: &str) -> Option<(u16, usize)> {
    let mut year: u16 = 0;
    let mut length = 0;
    for c in text.chars().take(4) {
        let digit = fold(c).to_digit(10)?;
        year = year * 10 + u16::try_from(digit).ok()?;
        length += c.len_utf8();
    }
    (1990..2100).contains(&year).then_some((year, length))
}

/// A run of at most so many digits, not followed by another.
pub(super) fn arabic(text: &str, most: usize) -> Option<(u32, usize)> {
    let (mut value, mut length) = (0, 0);
    for (count, c) in text.chars().enumerate() {
        let Some(digit) = fold(c).to_digit(10) else {
            break;
        };
        if count == most {
            return None;
        }
        value = value * 10 + digit;
        length += c.len_utf8();
    }
    (length > 0).then_some((value, length))
}
