//! Faults of numbers: too large, too small, the wrong way round, badly written.

use proptest::prelude::*;
use rust_decimal::Decimal;
use target_table::model::{Dimension, Indicator};

use super::{Fault, fault, place};
use crate::mutants::pick;

pub(super) const FAULTS: &[Fault] = &[
    fault(
        "the stage is above the year",
        &["earlier-above-later"],
        |table, random| {
            let [first, last] = place::first_and_last(table)?;
            let row = place::row(table, random, |row| grows(row, &first, &last))?;
            let factor = Decimal::from(pick(&[2, 3, 10], random));
            let number = place::quantity(row, &last)?.number;
            place::renumber(row, &first, |_| number * factor)
        },
    ),
    fault(
        "the targets of two periods are swapped",
        &["earlier-above-later"],
        |table, random| {
            let [first, last] = place::first_and_last(table)?;
            let row = place::row(table, random, |row| {
                grows(row, &first, &last) && row.targets[&first] != row.targets[&last]
            })?;
            let (early, late) = (row.targets.remove(&first)?, row.targets.remove(&last)?);
            place::write(row, &first, late);
            place::write(row, &last, early);
            Some(())
        },
    ),
    fault(
        "the year lacks a digit",
        &["earlier-above-later"],
        |table, random| {
            let [first, last] = place::first_and_last(table)?;
            let tenth = |number: Decimal| (number / Decimal::TEN).floor();
            let row = place::row(table, random, |row| {
                let number = |period| place::quantity(row, period).map(|quantity| quantity.number);
                grows(row, &first, &last) && number(&last).map(tenth) < number(&first)
            })?;
            place::renumber(row, &last, tenth)
        },
    ),
    fault(
        "a target has one zero more than the goal",
        &["goal-number-differs", "goal-number-without-indicator"],
        |table, random| {
            let last = place::last(table)?;
            let goal = &table.periods.last()?.goal;
            // Where another row has the number as well, nobody can tell which of them the goal means.
            let at = place::row_index(table, random, |row| {
                place::quantity(row, &last).is_some_and(|quantity| {
                    row.dimension == Dimension::Quantity
                        && goal.contains(&quantity.number.to_string())
                        && place::says(table, &last, quantity.number) == 1
                })
            })?;
            let row = &mut table.indicators[at];
            place::renumber(row, &last, |number| number * Decimal::TEN)
        },
    ),
    fault(
        "a share has one digit more",
        &["ratio-above-hundred"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                is_bounded(row) && place::is_share(row, &last)
            })?;
            let digit = Decimal::from(random.random_range(0..10));
            place::renumber(row, &last, |number| number * Decimal::TEN + digit)
        },
    ),
    fault(
        "satisfaction is above 100 %",
        &["ratio-above-hundred"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                row.dimension == Dimension::Satisfaction && place::is_share(row, &last)
            })?;
            let more = place::number(101..130, random);
            place::renumber(row, &last, |_| more)
        },
    ),
    fault(
        "satisfaction is far below what is usual",
        &["satisfaction-out-of-band"],
        |table, random| {
            let share = place::number(30..79, random);
            let row = place::row(table, random, |row| {
                row.dimension == Dimension::Satisfaction
            })?;
            place::write_all(row, &format!("≥{share}%"));
            Some(())
        },
    ),
    fault(
        "satisfaction is to be complete",
        &["satisfaction-out-of-band"],
        |table, random| {
            let last = place::last(table)?;
            place::write(
                place::row(table, random, |row| {
                    row.dimension == Dimension::Satisfaction
                })?,
                &last,
                "100%",
            );
            Some(())
        },
    ),
    fault(
        "at least 100 %",
        &["full-rate-lower-bound"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                is_bounded(row)
                    && place::is_share(row, &last)
                    && row.dimension == Dimension::Quality
                    && !row.name.ends_with("完成率")
            })?;
            place::write(row, &last, "≥100%");
            Some(())
        },
    ),
    fault(
        "a rate that should be high has an upper bound",
        &["direction-contradicts-name"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                is_bounded(row) && place::is_share(row, &last)
            })?;
            place::write(
                row,
                &last,
                place::one_of(&["≤90%", "不超过95%", "低于98%"], random),
            );
            Some(())
        },
    ),
    fault(
        "a fault has a lower bound",
        &["direction-contradicts-name"],
        |table, random| {
            let row = place::row(table, random, |row| row.dimension == Dimension::Quality)?;
            row.name = place::one_of(
                &["服务投诉率", "设备故障率", "贷款逾期率", "数据差错率"],
                random,
            );
            row.unit = Some("%".to_owned());
            place::write_all(row, &place::one_of(&["≥3%", "不低于5%", "大于2%"], random));
            Some(())
        },
    ),
    fault(
        "a fault's upper bound is turned round",
        &["direction-contradicts-name", "cost-target-lower-bound"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                ["故障率", "投诉件数", "费率"]
                    .iter()
                    .any(|word| row.name.ends_with(word))
                    && row.targets.contains_key(&last)
            })?;
            for cell in row.targets.values_mut() {
                *cell = cell.replace('≤', "≥");
            }
            Some(())
        },
    ),
    fault(
        "a cost has a lower bound",
        &["cost-target-lower-bound"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                place::is_cost(row) && place::is_money(row, &last)
            })?;
            let sign = place::one_of(&["≥", "不低于", "大于等于"], random);
            for cell in row.targets.values_mut() {
                *cell = [&sign, place::without_bound(cell)].concat();
            }
            Some(())
        },
    ),
    fault(
        "a number is only approximate",
        &["approximate-target"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| place::counts(row, &last))?;
            let cell = row.targets.get_mut(&last)?;
            let number = place::without_bound(cell).to_owned();
            *cell = match pick(&[0, 1, 2], random) {
                0 => format!("约{number}"),
                1 => format!("{number}左右"),
                _ => format!("大约{number}"),
            };
            Some(())
        },
    ),
    fault(
        "a share has no per cent sign",
        &["percent-sign-missing"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                place::is_share(row, &last)
                    && ["率", "占比", "满意度"]
                        .iter()
                        .any(|end| row.name.ends_with(end))
                    && place::quantity(row, &last).is_some_and(|quantity| {
                        quantity.number > Decimal::ONE && quantity.number < Decimal::ONE_HUNDRED
                    })
            })?;
            row.unit = None;
            for cell in row.targets.values_mut() {
                *cell = cell.replace('%', "");
            }
            Some(())
        },
    ),
    fault(
        "a number in unusual signs",
        &["number-form"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| place::quantity(row, &last).is_some())?;
            let cell = row.targets.get_mut(&last)?;
            *cell = match pick(&[0, 1, 2, 3], random) {
                0 => cell.chars().map(full_width).collect(),
                1 => format!("{cell}。"),
                2 => cell.replace('≥', ">=").replace('≤', "<="),
                _ => cell.replace('≥', "≥ ").replace('≤', "≤ "),
            };
            Some(())
        },
    ),
];

fn full_width(c: char) -> char {
    match c {
        '0'..='9' => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Whether a row counts something that adds up over the periods.
fn grows(row: &Indicator, first: &str, last: &str) -> bool {
    let is_bound = |period| {
        let quantity = place::quantity(row, period);
        quantity.is_some_and(|quantity| !quantity.comparator.is_upper())
    };
    place::counts(row, first) && place::counts(row, last) && is_bound(first) && is_bound(last)
}

/// Whether a row is a part in its whole.
fn is_bounded(row: &Indicator) -> bool {
    const ENDS: [&str; 9] = [
        "合格率",
        "完成率",
        "达标率",
        "覆盖率",
        "满意度",
        "通过率",
        "准确率",
        "合规率",
        "知晓率",
    ];
    ENDS.iter().any(|end| row.name.ends_with(end))
}
