//! Numbers with a unit that measure nothing all the same: years, plans, parts of a calculation, days of no known month.

use rust_decimal::Decimal;

use super::behind::Behind;
use super::lists::{any_of, ends_any, starts_any};
use super::numbers::number_at;
use super::scan::Scan;
use super::text::{between, ends_clause, find_mark, first, from, starts, trim_end, trim_start};
use super::units::unit_at;
use crate::span::Span;

/// Whether a number may be a year.
pub(super) fn is_of_our_times(number: Decimal) -> bool {
    number.scale() == 0 && (1990..2100).contains(&number.mantissa())
}

/// A four-digit year before 年 is a year whatever else was made of it.
pub(super) fn is_year(text: &str, at: usize, behind: &Behind) -> bool {
    let number = between(text, at, behind.end);
    behind
        .unit
        .as_ref()
        .is_some_and(|unit| unit.text.starts_with('年'))
        && number
            .strip_suffix("年度")
            .or(number.strip_suffix('年'))
            .is_some_and(|digits| {
                let digits = trim_end(digits);
                digits.chars().count() == 4 && first(digits).is_some_and(|c| matches!(c, '1' | '2'))
            })
}

/// `2万元×5家`: a sign of arithmetic and another number; where the whole calculation ends.
pub(super) fn calculation(text: &str, behind: &Behind) -> Option<usize> {
    let end = behind.end;
    let rest = trim_start(from(text, end));
    let sign = starts_any(
        rest,
        &const { any_of(&["×", "*", "x", "X", "÷", "+", "±", "/"]) },
    )?;
    // What divides is part of the unit, whatever it is: 次/半年.
    if starts(rest, "/").is_none() {
        number_at(from(rest, sign)).filter(|lexed| !lexed.chinese)?;
    } else if counts_two_things(behind, from(rest, sign)) {
        return None;
    }
    Some(find_mark(from(text, end), &ends_clause).map_or(text.len(), |tail| end + tail))
}

/// `500户/1500人`: the stroke parts two counts of two things.
fn counts_two_things(behind: &Behind, rest: &str) -> bool {
    let other = number_at(rest)
        .filter(|lexed| !lexed.chinese)
        .and_then(|lexed| unit_at(from(rest, lexed.length)));
    let (Some(unit), Some((other, _))) = (&behind.unit, other) else {
        return false;
    };
    unit.dimension.starts_with("count:") && !other.is_time() && unit.dimension != other.dimension
}

/// `1小时30分`, `2年零3个月`: two lengths of time that make one; where they end.
pub(super) fn sum_of_times(text: &str, behind: &Behind) -> Option<usize> {
    behind.unit.as_ref().filter(|unit| unit.is_time())?;
    let rest = from(text, behind.end);
    let skipped = starts_any(rest, &const { any_of(&["零", "又", "加"]) }).unwrap_or(0);
    let lexed = number_at(from(rest, skipped))?;
    let (unit, length) = unit_at(from(rest, skipped + lexed.length))?;
    (unit.is_time() || unit.text == "分").then_some(behind.end + skipped + lexed.length + length)
}

/// `15日前`, `每月5-10日`: days of a month that is not said; where they end.
pub(super) fn day_of_some_month(head: &str, rest: &str, behind: &Behind) -> Option<usize> {
    behind
        .unit
        .as_ref()
        .filter(|unit| matches!(unit.text.as_str(), "日" | "号"))?;
    let tail = starts_any(rest, &const { any_of(&["前", "之前", "以前", "止"]) });
    (tail.is_some() || head.ends_with('月')).then_some(behind.end + tail.unwrap_or(0))
}

/// A number in Chinese numerals needs a unit beside it or the cell to itself.
pub(super) fn chinese_stands(
    scan: &Scan<'_>,
    behind: &Behind,
    at: usize,
    number_end: usize,
) -> bool {
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
pub(super) fn is_past(head: &str, behind: &Behind) -> bool {
    behind.is_time()
        && !head.ends_with("提前")
        && ends_any(head, &const { any_of(&["近", "前", "过去", "往", "上"]) }).is_some()
}

/// 三年行动 and 3年期贷款 are names.
pub(super) fn is_plan(rest: &str, behind: &Behind) -> bool {
    behind.is_time()
        && starts_any(
            rest,
            &const {
                any_of(&["行动", "规划", "计划", "期", "龄", "级", "平均", "的平均"])
            },
        )
        .is_some()
}
