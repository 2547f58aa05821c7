//! What around a number leaves in doubt what it says. Such a number is not read: a wrong reading is worse than none.

use rust_decimal::Decimal;

use super::behind::Behind;
use super::lists::{any_of, ends_any};
use super::numbers::number_at;
use super::scan::Scan;
use super::text::{fold, from, holds, one_of, starts, trim_end, trim_start, upto};
use super::units::{Unit, unit_at};
use crate::span::Span;

/// How many bytes before a number make its direction or its size doubtful.
pub(super) fn before(head: &str) -> Option<usize> {
    let bare = trim_end(head);
    let mark = bare.chars().next_back()?;
    // A resolution better than 0.5 m is smaller, a rate better than 80 % is greater.
    if let Some(better) = ends_any(bare, &const { any_of(&["优于", "好于"]) }) {
        return Some(head.len() - bare.len() + better);
    }
    let is_doubtful = match fold(mark) {
        // 》90% is meant as > or ≥, unless the mark closes a title.
        '》' | '〉' => !bare.contains(one_of("《〈")),
        '《' | '〈' => true,
        // .5% may lack its first digit, and ~5% the number that it reaches from.
        '.' => bare.len() == head.len(),
        '~' => true,
        _ => false,
    };
    is_doubtful.then(|| head.len() - bare.len() + mark.len_utf8())
}

/// Where the doubt ends that stands right behind a number and its unit.
pub(super) fn behind(
    scan: &Scan<'_>,
    number: Decimal,
    behind: &Behind,
    digits: Span,
) -> Option<usize> {
    let text = scan.text;
    let end = behind.end;
    let rest = from(text, end);
    // 3万5千 under 万元 is no number of 万元.
    let is_scaled = |unit: &Unit| unit.magnitude().is_some();
    if digits.of(text).contains(one_of("万亿"))
        && behind.unit.is_none()
        && scan.known.unit.as_ref().is_some_and(is_scaled)
    {
        return Some(end);
    }
    if behind.unit.is_some() {
        return None;
    }
    // 5（8）mg/L has two limits.
    if let Some(open) = starts(rest, "(")
        && let Some(lexed) = number_at(from(rest, open))
        && let Some(close) = starts(from(rest, open + lexed.length), ")")
        && let Some((_, unit)) = unit_at(from(rest, open + lexed.length + close))
    {
        return Some(end + open + lexed.length + close + unit);
    }
    // 12.31 where a date is asked for may be one.
    let may_be_day = number.scale() == 2
        && scan.known.unit.is_none()
        && scan.known.is_time()
        && !holds(scan.known.name, "平均");
    (may_be_day && scan.is_whole(digits)).then_some(digits.end)
}

/// Where the doubt ends that the words behind a number and its unit leave; they end at `end`.
pub(super) fn behind_words(text: &str, behind: &Behind, end: usize) -> Option<usize> {
    let rest = from(text, end);
    // 10W+ is written for 100,000.
    if behind.is("W") && upto(text, end).ends_with(one_of("+＋")) {
        return Some(end);
    }
    // 3个以上工作日, 5 个 工作日
    let unit_text = trim_start(rest);
    if behind.is("个")
        && let Some((unit, length)) = unit_at(unit_text)
        && unit.is_time()
    {
        return Some(text.len() - unit_text.len() + length);
    }
    None
}
