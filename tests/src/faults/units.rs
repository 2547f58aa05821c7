//! Faults of units: another scale, another kind, none at all.

use target_table::model::{Dimension, Indicator};

use super::{Fault, fault, place};

pub(super) const FAULTS: &[Fault] = &[
    fault(
        "money is headed by a unit of another scale",
        &["unit-scale-differs"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                place::is_money(row, &last) && has_own_unit(row, &last)
            })?;
            row.unit = Some(place::one_of(&["亿元", "元"], random));
            Some(())
        },
    ),
    fault(
        "a cell is written in a unit of another scale",
        &["unit-scale-differs"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                place::is_money(row, &last) && has_own_unit(row, &last)
            })?;
            let cell = row.targets.get_mut(&last)?;
            *cell = cell.replace("万元", "亿元");
            Some(())
        },
    ),
    fault(
        "the head of a row names a unit of another kind",
        &["unit-dimension-differs", "unit-does-not-fit-name"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                place::quantity(row, &last).is_some()
                    && has_own_unit(row, &last)
                    && !place::is_money(row, &last)
            })?;
            row.unit = Some("万元".to_owned());
            Some(())
        },
    ),
    fault(
        "a cell is written in a unit of another kind",
        &["unit-dimension-differs"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                place::is_share(row, &last) && row.unit.as_deref() == Some("%")
            })?;
            let cell = row.targets.get_mut(&last)?;
            *cell = cell.replace('%', &place::one_of(&["万元", "家", "人次"], random));
            Some(())
        },
    ),
    fault(
        "a rate is headed by money",
        &["unit-does-not-fit-name"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                row.name.ends_with('率') && place::is_share(row, &last)
            })?;
            row.unit = Some(place::one_of(&["万元", "家", "次"], random));
            for cell in row.targets.values_mut() {
                *cell = cell.replace('%', "");
            }
            Some(())
        },
    ),
    fault(
        "people are counted in companies",
        &["unit-does-not-fit-name", "unit-dimension-differs"],
        |table, random| {
            let row = place::row(table, random, |row| {
                row.name.ends_with("人次") || row.name.ends_with("人数")
            })?;
            row.unit = Some("家".to_owned());
            for cell in row.targets.values_mut() {
                *cell = cell.replace("人次", "").replace('人', "");
            }
            Some(())
        },
    ),
    fault(
        "a unit as it is jotted down",
        &["unit-not-standard"],
        |table, random| {
            let row = place::row(table, random, |row| {
                JOTTED
                    .iter()
                    .any(|(proper, _)| row.unit.as_deref() == Some(proper))
            })?;
            let unit = row.unit.clone()?;
            let (_, jotted) = JOTTED.iter().find(|(proper, _)| *proper == unit)?;
            row.unit = Some((*jotted).to_owned());
            for cell in row.targets.values_mut() {
                *cell = cell.replace(&unit, "");
            }
            Some(())
        },
    ),
    fault(
        "a number has no unit anywhere",
        &["number-without-unit"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                row.dimension == Dimension::Quantity
                    && place::counts(row, &last)
                    && !says_what_it_counts(row)
            })?;
            let unit = row.unit.take()?;
            for cell in row.targets.values_mut() {
                *cell = cell.replace(&unit, "");
            }
            Some(())
        },
    ),
];

const JOTTED: [(&str, &str); 2] = [("平方米", "平"), ("%", "百分比")];

/// Whether a row's cell writes the row's unit itself.
fn has_own_unit(row: &Indicator, period: &str) -> bool {
    let cell = row.targets.get(period).map_or("", String::as_str);
    row.unit.as_deref().is_some_and(|unit| cell.ends_with(unit))
}

/// Whether a name says itself what is counted.
fn says_what_it_counts(row: &Indicator) -> bool {
    ["数", "次", "量", "率", "比"]
        .iter()
        .any(|word| row.name.contains(word))
}
