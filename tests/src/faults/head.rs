//! Faults of the head: who applies, how much, for which periods.

use proptest::prelude::*;
use rust_decimal::Decimal;
use target_table::amount::{Amount, MoneyUnit};
use target_table::model::PeriodKind;

use super::{Fault, fault, place};
use crate::mutants::pick;

pub(super) const FAULTS: &[Fault] = &[
    fault(
        "the project has no name",
        &["head-field-missing"],
        |table, random| {
            table.project.name = place::one_of(&["", " ", "　"], random);
            Some(())
        },
    ),
    fault(
        "the applicant is missing",
        &["head-field-missing"],
        |table, _| {
            table.applicant.name.clear();
            Some(())
        },
    ),
    fault(
        "the support is missing",
        &["head-field-missing"],
        |table, _| {
            table.support.amount = None;
            Some(())
        },
    ),
    fault(
        "the support is zero",
        &["head-field-missing"],
        |table, _| {
            table.support.amount = Amount::parse("0");
            Some(())
        },
    ),
    fault(
        "a digit of the credit code is wrong",
        &["credit-code-check-digit"],
        |table, random| {
            let code = code_of(table);
            let at = random.random_range(2..8);
            let digit = pick(&['0', '1', '2', '3', '5', '7', '8', '9'], random);
            table.applicant.credit_code =
                Some(with_char(&code, at, digit)).filter(|new| *new != code);
            table.applicant.credit_code.as_ref().map(drop)
        },
    ),
    fault(
        "two neighbours in the credit code are swapped",
        &["credit-code-check-digit"],
        |table, random| {
            let mut letters: Vec<char> = code_of(table).chars().collect();
            let at = random.random_range(8..16);
            (letters[at] != letters[at + 1]).then(|| letters.swap(at, at + 1))?;
            table.applicant.credit_code = Some(letters.into_iter().collect());
            Some(())
        },
    ),
    fault(
        "the support is in yuan instead of 万元",
        &["support-unit-doubtful", "support-below-planned-cost"],
        |table, _| {
            (table.support.unit == MoneyUnit::TenThousand).then_some(())?;
            table.support.unit = MoneyUnit::Yuan;
            Some(())
        },
    ),
    fault(
        "the support is in 亿元 instead of 万元",
        &["support-unit-doubtful"],
        |table, _| {
            let amount = table.support.amount?;
            (table.support.unit == MoneyUnit::TenThousand && amount.0 > Decimal::ONE_HUNDRED)
                .then_some(())?;
            table.support.unit = MoneyUnit::HundredMillion;
            Some(())
        },
    ),
    fault(
        "the support is less than the planned cost",
        &["support-below-planned-cost"],
        |table, random| {
            let last = place::last(table)?;
            let has_total = |row: &target_table::model::Indicator| {
                place::is_cost(row) && row.name.contains('总') && place::is_money(row, &last)
            };
            place::row_index(table, random, has_total)?;
            let amount = table.support.amount?.0;
            table.support.amount = Some(Amount((amount * Decimal::new(7, 1)).round()));
            Some(())
        },
    ),
    fault(
        "the planned cost is raised above the support",
        &["support-below-planned-cost"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                place::is_cost(row) && row.name.contains('总') && place::is_money(row, &last)
            })?;
            let more = place::number(11..20, random) / Decimal::TEN;
            place::renumber(row, &last, |number| (number * more).ceil())
        },
    ),
    fault(
        "a date that does not exist",
        &["date-impossible"],
        |table, random| {
            let at = random.random_range(0..table.periods.len());
            let dates = [
                "2025-06-31",
                "2025-02-29",
                "2026-02-30",
                "2025-11-31",
                "2024-04-31",
            ];
            table.periods[at].end = Some(place::one_of(&dates, random));
            Some(())
        },
    ),
    fault(
        "a later period ends before an earlier one",
        &["periods-out-of-order"],
        |table, random| {
            let [.., before, after] = table.periods.as_mut_slice() else {
                return None;
            };
            before.end = Some(place::one_of(&["2026-06-30", "2026-12-31"], random));
            after.end = Some(place::one_of(
                &["2026-05-31", "2025-12-31", "2026-06-30"],
                random,
            ));
            Some(())
        },
    ),
    fault(
        "two periods with ends are in the wrong order",
        &["periods-out-of-order"],
        |table, _| {
            let are_dated = table.periods.iter().all(|period| period.end.is_some());
            (are_dated && table.periods.len() > 1).then(|| table.periods.reverse())
        },
    ),
    fault(
        "a period's id is not the one that the rows have",
        &["target-without-period"],
        |table, random| {
            let id = place::one_of(&["year", "total", "p1"], random);
            table.periods.last_mut()?.id = id;
            Some(())
        },
    ),
    fault(
        "a period is of a kind that the form does not have",
        &["period-kind-not-in-form"],
        |table, _| {
            const KINDS: [PeriodKind; 4] = [
                PeriodKind::Overall,
                PeriodKind::Cycle,
                PeriodKind::Annual,
                PeriodKind::Stage,
            ];
            let is_there = |kind| table.periods.iter().any(|period| period.kind == kind);
            let other = KINDS.into_iter().find(|kind| !is_there(*kind))?;
            table.periods.last_mut()?.kind = other;
            Some(())
        },
    ),
    fault(
        "two periods have one id",
        &["period-id-duplicate"],
        |table, _| {
            let [first, .., last] = table.periods.as_mut_slice() else {
                return None;
            };
            last.id = first.id.clone();
            Some(())
        },
    ),
];

/// The table's credit code, or one that somebody may have.
fn code_of(table: &target_table::model::Table) -> String {
    let code = table.applicant.credit_code.as_deref();
    code.unwrap_or("91440000MA4UJ6WX8W").to_owned()
}

fn with_char(text: &str, at: usize, new: char) -> String {
    let replace = |(index, old)| if index == at { new } else { old };
    text.chars().enumerate().map(replace).collect()
}
