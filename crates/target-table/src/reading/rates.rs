//! What happens, and how often: 2次/年 is a frequency, 500元/年 an amount.

use rust_decimal::Decimal;

use super::every::PERIODS;
use super::text::{from, one_of, trim, upto};
use super::types::{Frequency, Quantity, Value};
use super::units::{self, Unit};

/// A unit by the period: 次 and 年 make 次/年; none for what does not happen.
pub(super) fn rate(unit: &Unit, period: &str) -> Option<Unit> {
    happens(unit.dimension)
        .then(|| units::find(&[unit.text.as_str(), "/", period].concat()))
        .flatten()
}

/// A quantity as the kind of value that its unit makes it.
pub(super) fn value_of(quantity: Quantity) -> Value {
    match &quantity.unit {
        Some(unit) if unit.is_time() => Value::Duration(quantity),
        Some(unit) if unit.dimension == "frequency" => per_period(quantity),
        _ => Value::Quantity(quantity),
    }
}

/// `2次/年` says how often; `500人次/天` is an amount by the day.
pub(super) fn per_period(mut quantity: Quantity) -> Value {
    let Some(unit) = quantity.unit.clone() else {
        return Value::Quantity(quantity);
    };
    let Some(stroke) = unit.text.find(one_of("/／每")) else {
        return Value::Quantity(quantity);
    };
    let over = upto(&unit.text, stroke);
    let period = period_of(trim(
        from(&unit.text, stroke).trim_start_matches(one_of("/／每")),
    ));
    match (units::find(over), period) {
        (Some(over), Some(period)) if happens(over.dimension) => {
            quantity.unit = Some(over);
            Value::Frequency(Frequency {
                count: Some(quantity),
                interval: Decimal::ONE,
                period,
                day: None,
            })
        }
        _ => Value::Quantity(quantity),
    }
}

/// Whether what a unit counts happens, and so can happen so many times in a year.
pub(super) fn happens(dimension: &str) -> bool {
    matches!(
        dimension,
        "count:event"
            | "count:event-session"
            | "count:event-period"
            | "count:batch"
            | "count:edition"
            | "count:round"
            | "count:pass"
    )
}

/// Whether a quantity counts what happens.
pub(super) fn is_event(quantity: &Quantity) -> bool {
    quantity.dimension().is_some_and(happens)
}

/// The plain name of a period: 年, 季度, 月, 周, 日.
pub(super) fn period_of(text: &str) -> Option<&'static str> {
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
