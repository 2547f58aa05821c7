//! Finding a place for a fault, and rewriting what stands there.

use proptest::prelude::*;
use proptest::test_runner::TestRng;
use rust_decimal::Decimal;
use target_table::model::{Category, Dimension, Indicator, Table};
use target_table::reading::{Context, Quantity, Value, read};

use crate::mutants::pick;

/// A random row of those that will do.
pub(super) fn row<'t>(
    table: &'t mut Table,
    random: &mut TestRng,
    will_do: impl Fn(&Indicator) -> bool,
) -> Option<&'t mut Indicator> {
    let at = row_index(table, random, will_do)?;
    table.indicators.get_mut(at)
}

/// The index of a random row of those that will do.
pub(super) fn row_index(
    table: &Table,
    random: &mut TestRng,
    will_do: impl Fn(&Indicator) -> bool,
) -> Option<usize> {
    let rows: Vec<usize> = (0..table.indicators.len())
        .filter(|&at| will_do(&table.indicators[at]))
        .collect();
    (!rows.is_empty()).then(|| pick(&rows, random))
}

/// A random choice among what there is.
pub(super) fn one_of(texts: &[&str], random: &mut TestRng) -> String {
    pick(texts, random).to_owned()
}

/// A random whole number.
pub(super) fn number(range: std::ops::Range<i64>, random: &mut TestRng) -> Decimal {
    Decimal::from(random.random_range(range))
}

/// The id of the last period.
pub(super) fn last(table: &Table) -> Option<String> {
    table.periods.last().map(|period| period.id.clone())
}

/// The ids of the first and of the last period, where there are two.
pub(super) fn first_and_last(table: &Table) -> Option<[String; 2]> {
    let [first, .., last] = table.periods.as_slice() else {
        return None;
    };
    Some([first.id.clone(), last.id.clone()])
}

/// What a row's cell says, if it is a single number.
pub(super) fn quantity(row: &Indicator, period: &str) -> Option<Quantity> {
    let context = Context {
        name: &row.name,
        unit: row.unit.as_deref(),
    };
    let reading = read(row.targets.get(period)?, &context);
    match reading.items.as_slice() {
        [item] => match &item.value {
            Value::Quantity(quantity) => Some(quantity.clone()),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a row's cell is a single number that counts something.
pub(super) fn counts(row: &Indicator, period: &str) -> bool {
    let dimension = quantity(row, period).and_then(|quantity| quantity.dimension());
    dimension.is_some_and(|dimension| dimension.starts_with("count:"))
}

/// Whether a row's cell is a single share, such as 95%.
pub(super) fn is_share(row: &Indicator, period: &str) -> bool {
    quantity(row, period).is_some_and(|quantity| quantity.dimension() == Some("ratio"))
}

/// Whether a row's cell is a single sum of money.
pub(super) fn is_money(row: &Indicator, period: &str) -> bool {
    quantity(row, period).is_some_and(|quantity| quantity.dimension() == Some("money"))
}

/// Whether a row is about cost.
pub(super) fn is_cost(row: &Indicator) -> bool {
    row.category == Category::Cost || row.dimension == Dimension::Cost
}

/// How many cells of a period say a number.
pub(super) fn says(table: &Table, period: &str, number: Decimal) -> usize {
    let says = |row: &&Indicator| {
        let quantity = quantity(row, period);
        quantity.is_some_and(|quantity| quantity.number == number)
    };
    table.indicators.iter().filter(says).count()
}

/// The first number in a text.
pub(super) fn first_number(text: &str) -> Option<Decimal> {
    let mut first = None;
    renumbered(text, |number| {
        first = Some(number);
        number
    })?;
    first
}

/// A text with its first number changed, its commas gone.
pub(super) fn renumbered(text: &str, mut change: impl FnMut(Decimal) -> Decimal) -> Option<String> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = &text[start..];
    let is_number = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let digits = &rest[..rest.find(|c| !is_number(c)).unwrap_or(rest.len())];
    let number: Decimal = digits.replace(',', "").parse().ok()?;
    let changed = change(number).normalize();
    Some([&text[..start], &changed.to_string(), &rest[digits.len()..]].concat())
}

/// Changes the first number of a row's cell.
pub(super) fn renumber(
    row: &mut Indicator,
    period: &str,
    change: impl Fn(Decimal) -> Decimal,
) -> Option<()> {
    let cell = row.targets.get_mut(period)?;
    *cell = renumbered(cell, change)?;
    Some(())
}

/// Writes the same into every cell of a row.
pub(super) fn write_all(row: &mut Indicator, text: &str) {
    for cell in row.targets.values_mut() {
        *cell = text.to_owned();
    }
}

/// Writes into a row's cell for a period.
pub(super) fn write(row: &mut Indicator, period: &str, text: impl Into<String>) {
    row.targets.insert(period.to_owned(), text.into());
}

/// A text without comparison in front.
pub(super) fn without_bound(text: &str) -> &str {
    const BOUNDS: [&str; 8] = [
        "≥",
        "≤",
        "不低于",
        "不少于",
        "不超过",
        "大于等于",
        "小于等于",
        "=",
    ];
    let bound = BOUNDS.iter().find_map(|bound| text.strip_prefix(bound));
    bound.unwrap_or(text).trim()
}

/// A row of the first level and second level of another, with everything else new.
pub(super) fn new_row(like: &Indicator, name: &str, unit: Option<&str>) -> Indicator {
    Indicator {
        name: name.to_owned(),
        unit: unit.map(str::to_owned),
        definition: None,
        group: None,
        ..like.clone()
    }
}
