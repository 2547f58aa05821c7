//! What several numbers say together.

use super::rates;
use super::scan::Found;
use super::text::between;
use super::types::{Comparator, Frequency, Value};
use crate::span::Span;

/// `一年两次`: a length of time and a count of events with nothing between them.
pub(super) fn merge_frequencies(found: &mut Vec<Found>, text: &str) {
    let mut at = 0;
    while at + 1 < found.len() {
        let merged = match found.get(at..at + 2) {
            Some([a, b]) if between(text, a.span.end, b.span.start).trim().is_empty() => {
                match (&a.value, &b.value) {
                    (Value::Duration(time), Value::Quantity(count))
                        if time.comparator == Comparator::Eq
                            && !time.approximate
                            && rates::is_event(count) =>
                    {
                        rates::period_name(time).map(|period| {
                            let count = Some(count.clone());
                            let value = Value::Frequency(Frequency {
                                count,
                                interval: time.number,
                                period,
                                day: None,
                            });
                            Found {
                                span: Span {
                                    start: a.span.start,
                                    end: b.span.end,
                                },
                                value,
                                ..a.clone()
                            }
                        })
                    }
                    _ => None,
                }
            }
            _ => None,
        };
        if let Some(merged) = merged
            && let Some(slot) = found.get_mut(at)
        {
            *slot = merged;
            found.remove(at + 1);
        }
        at += 1;
    }
}

/// `分别不少于10场、20场`: the direction holds for all that 、 or 和 joins to it.
pub(super) fn spread_directions(found: &mut [Found], text: &str) {
    if !text.contains("分别") && !text.contains("各") {
        return;
    }
    for at in 1..found.len() {
        let Some([a, b]) = found.get_mut(at - 1..=at) else {
            continue;
        };
        let gap = between(text, a.span.end, b.span.start).trim();
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
