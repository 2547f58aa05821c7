//! What several numbers say together.

use rust_decimal::Decimal;

use super::rates;
use super::scan::Found;
use super::text::{between, holds, trim};
use super::types::{Comparator, Frequency, Value};

/// `一年两次`, `一月一次`: a length of time and a count of events with nothing between them.
pub(super) fn merge_frequencies(found: &mut Vec<Found>, text: &str) {
    if found.len() < 2 {
        return;
    }
    let mut merged: Vec<Found> = Vec::with_capacity(found.len());
    for next in found.drain(..) {
        match merged.last_mut() {
            Some(last) if trim(between(text, last.span.end, next.span.start)).is_empty() => {
                match times_in(last, &next, text) {
                    Some(value) => {
                        last.span.end = next.span.end;
                        last.value = value;
                    }
                    None => merged.push(next),
                }
            }
            _ => merged.push(next),
        }
    }
    *found = merged;
}

/// So many times in a stretch of time, if that is what the two say.
fn times_in(time: &Found, count: &Found, text: &str) -> Option<Value> {
    let Value::Quantity(count) = &count.value else {
        return None;
    };
    let (interval, period) = match &time.value {
        Value::Duration(time) if time.comparator == Comparator::Eq && !time.approximate => {
            (time.number, rates::period_name(time)?)
        }
        // 一月 is January elsewhere.
        Value::Deadline(_) => match time.span.of(text) {
            "一月" => (Decimal::ONE, "月"),
            "一季度" => (Decimal::ONE, "季度"),
            "两月" => (Decimal::TWO, "月"),
            _ => return None,
        },
        _ => return None,
    };
    // 三年累计60场 is said once for the three years.
    (rates::is_event(count) && !count.cumulative).then(|| {
        Value::Frequency(Frequency {
            count: Some(count.clone()),
            interval,
            period,
            day: None,
        })
    })
}

/// `分别不少于10场、20场`: the direction holds for all that 、 or 和 joins to it.
pub(super) fn spread_directions(found: &mut [Found], text: &str) {
    if found.len() < 2 || !holds(text, "分别") && !holds(text, "各") {
        return;
    }
    for at in 1..found.len() {
        let Some([a, b]) = found.get_mut(at - 1..=at) else {
            continue;
        };
        let gap = trim(between(text, a.span.end, b.span.start));
        if let (Value::Quantity(a), Value::Quantity(b)) = (&a.value, &mut b.value)
            && matches!(gap, "、" | "和" | "及" | "与" | "，")
            && !b.stated
            && a.stated
        {
            b.comparator = a.comparator;
            b.stated = true;
        }
    }
}
