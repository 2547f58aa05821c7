//! Holding two readings against each other, exactly, with their units converted.
//!
//! A reading allows an interval of numbers: all from 25 up, exactly 10, from 8 to 10. Where a text only says about how
//! much, the interval is as wide as the precision written: about 200 is from 150 to 250, about 1.5 from 1.45 to 1.55.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::types::{Comparator, Moment, Quantity, Range, Value};
use super::units::{Factor, Unit, gcd, zeros};
use crate::exact;

/// How the first of two readings stands to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Both allow the same.
    Equal,
    /// The first allows less: all that it allows the second allows too.
    Tighter,
    /// The first allows more.
    Looser,
    /// They overlap, or cannot be held against each other.
    Incomparable,
    /// Nothing is allowed by both.
    Contradictory,
}

/// The outcome of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// How the first stands to the second.
    pub relation: Relation,
    /// The arithmetic in words where units were converted: `6000万元 = 0.6亿元`.
    pub conversion: Option<String>,
}

/// Holds two readings against each other. What is no number, or in units that do not convert, is incomparable; so are
/// deadlines of which only one has a year. A deadline allows every day up to its last one.
pub fn compare(a: &Value, b: &Value) -> Comparison {
    let relation = relate(a, b);
    let conversion = match (a.quantity(), b.quantity()) {
        (Some(a), Some(b)) => conversion(a, b),
        _ => None,
    };
    Comparison {
        relation,
        conversion,
    }
}

/// How the first of two readings stands to the second, see [`compare`].
pub fn relate(a: &Value, b: &Value) -> Relation {
    match (a, b) {
        (Value::Deadline(a), Value::Deadline(b)) => compare_moments(a, b),
        _ => compare_numbers(a, b).unwrap_or(Relation::Incomparable),
    }
}

/// Which of two numbers is larger, units converted and directions left aside; none where the units do not convert.
pub fn order(a: &Quantity, b: &Quantity) -> Option<Ordering> {
    convertible(a.unit.as_ref(), b.unit.as_ref()).then_some(())?;
    in_base(a.number, a.unit.as_ref())?.order(in_base(b.number, b.unit.as_ref())?)
}

/// A number and the same in the other's unit: `6000万元 = 0.6亿元`, with ≈ where it is no finite decimal; none where the
/// units do not convert or are the same.
pub fn conversion(a: &Quantity, b: &Quantity) -> Option<String> {
    let (from, to) = (a.unit.as_ref()?, b.unit.as_ref()?);
    if from.text == to.text || from.factor == to.factor || !from.converts_to(to) {
        return None;
    }
    let in_base = Ratio::of(a.number, from.factor)?;
    let there = in_base.times(Ratio {
        above: i128::from(to.factor.denominator),
        below: i128::from(to.factor.numerator),
    })?;
    let (number, sign) = there.decimal()?;
    let (before, after) = (a.number.normalize().to_string(), number.to_string());
    Some(
        [&before, &from.text, " ", sign, " ", &after, &to.text]
            .map(|part| part as &str)
            .concat(),
    )
}

/// Whether a range runs from more to less.
pub(super) fn is_reversed(range: &Range) -> bool {
    let low_unit = range.low_unit.as_ref().or(range.unit.as_ref());
    let ends = in_base(range.low, low_unit).zip(in_base(range.high, range.unit.as_ref()));
    !convertible(low_unit, range.unit.as_ref())
        || ends
            .and_then(|(low, high)| low.order(high))
            .is_none_or(Ordering::is_gt)
}

fn convertible(a: Option<&Unit>, b: Option<&Unit>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.converts_to(b),
        (None, None) => true,
        _ => false,
    }
}

fn in_base(number: Decimal, unit: Option<&Unit>) -> Option<Ratio> {
    Ratio::of(number, unit.map_or(Factor::ONE, |unit| unit.factor))
}

/// Earlier is tighter. Periods and yearly deadlines are left to those who know the year.
fn compare_moments(a: &Moment, b: &Moment) -> Relation {
    if a.year.is_some() != b.year.is_some() || a.yearly != b.yearly {
        return Relation::Incomparable;
    }
    match (a.year, a.last).cmp(&(b.year, b.last)) {
        Ordering::Less => Relation::Tighter,
        Ordering::Equal => Relation::Equal,
        Ordering::Greater => Relation::Looser,
    }
}

fn compare_numbers(a: &Value, b: &Value) -> Option<Relation> {
    let (first, second) = (Measure::of(a)?, Measure::of(b)?);
    if !convertible(first.unit, second.unit) || first.per != second.per {
        return None;
    }
    first.interval.stands_to(&second.interval)
}

/// What a value measures: its unit, the stretch of time it holds for, and the numbers that it allows.
struct Measure<'v> {
    unit: Option<&'v Unit>,
    per: Option<(&'static str, Decimal)>,
    interval: Interval,
}

impl Measure<'_> {
    fn of(value: &Value) -> Option<Measure<'_>> {
        match value {
            Value::Range(range) => Some(Measure {
                unit: range.unit.as_ref(),
                per: None,
                interval: Interval::of_range(range)?,
            }),
            Value::Frequency(frequency) => {
                let count = frequency.count.as_ref()?;
                Some(Measure {
                    unit: count.unit.as_ref(),
                    per: Some((frequency.period, frequency.interval)),
                    interval: Interval::of_quantity(count)?,
                })
            }
            Value::Quantity(quantity) | Value::Duration(quantity) => Some(Measure {
                unit: quantity.unit.as_ref(),
                per: quantity.per.map(|per| (per, Decimal::ONE)),
                interval: Interval::of_quantity(quantity)?,
            }),
            _ => None,
        }
    }
}

/// An end of an interval: a number, and whether it belongs to the interval.
type End = Option<(Ratio, bool)>;

/// The numbers that a reading allows; an end that is missing is endless.
#[derive(Debug, Clone, Copy)]
struct Interval {
    low: End,
    high: End,
}

impl Interval {
    fn of_quantity(quantity: &Quantity) -> Option<Interval> {
        let factor = quantity
            .unit
            .as_ref()
            .map_or(Factor::ONE, |unit| unit.factor);
        let (low, high) = around(quantity.number, quantity.approximate)?;
        let (low, high) = (Ratio::of(low, factor)?, Ratio::of(high, factor)?);
        Some(match quantity.comparator {
            Comparator::Ge => Interval {
                low: Some((low, true)),
                high: None,
            },
            Comparator::Gt => Interval {
                low: Some((low, false)),
                high: None,
            },
            Comparator::Eq => Interval {
                low: Some((low, true)),
                high: Some((high, true)),
            },
            Comparator::Lt => Interval {
                low: None,
                high: Some((high, false)),
            },
            Comparator::Le => Interval {
                low: None,
                high: Some((high, true)),
            },
        })
    }

    fn of_range(range: &Range) -> Option<Interval> {
        let (low, _) = around(range.low, range.approximate)?;
        let (_, high) = around(range.high, range.approximate)?;
        let low_unit = range.low_unit.as_ref().or(range.unit.as_ref());
        Some(Interval {
            low: Some((in_base(low, low_unit)?, true)),
            high: Some((in_base(high, range.unit.as_ref())?, true)),
        })
    }

    fn stands_to(&self, other: &Interval) -> Option<Relation> {
        if apart(self.high, other.low)? || apart(other.high, self.low)? {
            return Some(Relation::Contradictory);
        }
        let low = reach(self.low, other.low, Ordering::Less)?;
        let high = reach(self.high, other.high, Ordering::Greater)?;
        Some(match (low, high) {
            (Ordering::Equal, Ordering::Equal) => Relation::Equal,
            (Ordering::Less | Ordering::Equal, Ordering::Less | Ordering::Equal) => {
                Relation::Tighter
            }
            (Ordering::Greater | Ordering::Equal, Ordering::Greater | Ordering::Equal) => {
                Relation::Looser
            }
            _ => Relation::Incomparable,
        })
    }
}

/// Whether an upper end lies wholly below a lower one.
fn apart(high: End, low: End) -> Option<bool> {
    let (Some((high, closed)), Some((low, also_closed))) = (high, low) else {
        return Some(false);
    };
    Some(match high.order(low)? {
        Ordering::Less => true,
        Ordering::Equal => !(closed && also_closed),
        Ordering::Greater => false,
    })
}

/// How far the first end reaches outward compared with the second, where outward numbers are `outward` of inner ones.
fn reach(a: End, b: End, outward: Ordering) -> Option<Ordering> {
    Some(match (a, b) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some((a, closed)), Some((b, also_closed))) => match a.order(b)? {
            Ordering::Equal => closed.cmp(&also_closed),
            order if order == outward => Ordering::Greater,
            _ => Ordering::Less,
        },
    })
}

/// A number as the ends of what is about it: half a unit of its last digit that is not zero, to each side.
fn around(number: Decimal, approximate: bool) -> Option<(Decimal, Decimal)> {
    if !approximate {
        return Some((number, number));
    }
    let shortest = number.normalize();
    let mut step = Decimal::new(5, shortest.scale() + 1);
    if shortest.scale() == 0 {
        for _ in 0..zeros(shortest.mantissa()) {
            step = exact::product(step, Decimal::TEN)?;
        }
    }
    Some((exact::sum(number, -step)?, exact::sum(number, step)?))
}

/// An exact fraction in lowest terms; its lower half is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ratio {
    above: i128,
    below: i128,
}

impl Ratio {
    fn of(number: Decimal, factor: Factor) -> Option<Ratio> {
        let number = number.normalize();
        let below = 10_i128.checked_pow(number.scale())?;
        let factor = Ratio {
            above: i128::from(factor.numerator),
            below: i128::from(factor.denominator),
        };
        Ratio {
            above: number.mantissa(),
            below,
        }
        .lowest()
        .times(factor)
    }

    fn lowest(self) -> Ratio {
        let common = gcd(self.above.checked_abs().unwrap_or(0), self.below);
        Ratio {
            above: self.above.checked_div(common).unwrap_or(self.above),
            below: self.below.checked_div(common).unwrap_or(self.below),
        }
    }

    fn times(self, other: Ratio) -> Option<Ratio> {
        let (a, b) = (
            Ratio {
                above: self.above,
                below: other.below,
            }
            .lowest(),
            Ratio {
                above: other.above,
                below: self.below,
            }
            .lowest(),
        );
        Some(Ratio {
            above: a.above.checked_mul(b.above)?,
            below: a.below.checked_mul(b.below)?,
        })
    }

    fn order(self, other: Ratio) -> Option<Ordering> {
        let left = self.above.checked_mul(other.below)?;
        let right = other.above.checked_mul(self.below)?;
        Some(left.cmp(&right))
    }

    /// As a decimal, with the sign that says whether it is exact; rounded to four places where it is not.
    fn decimal(self) -> Option<(Decimal, &'static str)> {
        let above = exact::whole(self.above, 0)?;
        if let Some(exact) = exact::quotient(above, self.below) {
            return Some((exact, "="));
        }
        let half = self
            .below
            .checked_div(2)?
            .checked_mul(self.above.signum())?;
        let rounded = self.above.checked_mul(10_000)?.checked_add(half)?;
        let rounded = exact::whole(rounded.checked_div(self.below)?, 4)?;
        Some((rounded.normalize(), "≈"))
    }
}
