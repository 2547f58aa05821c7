//! From one number to another.

use rust_decimal::Decimal;

use super::after;
use super::behind::{Behind, settle_unit, unit_behind};
use super::comparators::{Before, CUMULATIVE, HOPES};
use super::lists::{any_of, starts_any};
use super::numbers::{What, number_at};
use super::quantity::Taken;
use super::scan::{Scan, ends_clause_at};
use super::text::{from, spaces, starts};
use super::types::{Comparator, Problem, Range, Value};
use super::units::Unit;
use crate::span::Span;

/// The other end of a range: a dash or 至 and a number.
pub(super) fn other_end(
    scan: &Scan<'_>,
    number_end: usize,
    behind: &Behind,
) -> Option<(Decimal, Behind)> {
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
    if rest.is_empty() {
        return None;
    }
    let at = at + after::inclusion_at(rest).map_or(0, |(bracket, _)| bracket);
    let rest = from(text, at);
    let gap = spaces(rest);
    let dash = starts_any(
        from(rest, gap),
        &const { any_of(&["-", "--", "~", "~~", "至", "到"]) },
    )
    .or_else(|| starts(from(rest, gap), "或").filter(|_| behind.end == number_end))?;
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
    let high = unit_behind(scan, start + lexed.length);
    // 增长5个百分点至95% has no two ends.
    let parts = |unit: &Unit| !matches!(unit.dimension, "number" | "unknown");
    let differ = match (&behind.unit, &high.unit) {
        (Some(low), Some(high)) => parts(low) && parts(high) && low.dimension != high.dimension,
        _ => false,
    };
    (!differ).then_some((value, high))
}

pub(super) fn range(
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
    let after = after::after(from(text, high_behind.end), is_time);
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
        approximate: before.about || after.about || high_behind.about || HOPES.are_in(words),
        cumulative: CUMULATIVE.are_in(words) || (scan.is_cell && scan.known.cumulative),
    };
    if super::compare::is_reversed(&range) {
        return malformed(Problem::RangeReversed);
    }
    // 0-6岁儿童 says who is counted.
    let is_age = range
        .unit
        .as_ref()
        .is_some_and(|unit| unit.dimension == "age");
    Taken::Value {
        span,
        value: Value::Range(range),
        describes: is_age && !ends_clause_at(from(text, end)),
    }
}
