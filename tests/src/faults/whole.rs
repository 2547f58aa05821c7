//! Faults of whole columns: copied down, copied across, the same everywhere.

use proptest::prelude::*;
use rust_decimal::Decimal;
use target_table::amount::Amount;
use target_table::model::{Answer, Dimension, Table};

use super::{Fault, fault, place};

pub(super) const FAULTS: &[Fault] = &[
    fault(
        "one number is copied down",
        &["number-in-most-cells"],
        |table, random| {
            let last = place::last(table)?;
            let number = place::number(11..400, random);
            let mut changed = 0;
            for row in &mut table.indicators {
                let is_number =
                    place::quantity(row, &last).is_some() && !place::is_share(row, &last);
                if is_number && place::renumber(row, &last, |_| number).is_some() {
                    changed += 1;
                }
            }
            (changed >= 4).then_some(())
        },
    ),
    fault(
        "one column is copied into the other",
        &["targets-same-in-all-periods"],
        |table, _| {
            let last = place::last(table)?;
            (table.periods.len() > 1).then_some(())?;
            for row in &mut table.indicators {
                let text = row.targets.get(&last)?.clone();
                for period in &table.periods {
                    place::write(row, &period.id, text.clone());
                }
            }
            let counted = table
                .indicators
                .iter()
                .filter(|row| place::counts(row, &last) || place::is_money(row, &last));
            (counted.count() >= 3).then_some(())
        },
    ),
    fault(
        "one definition is copied to every row",
        &["definition-repeated"],
        |table, random| {
            let words = place::one_of(
                &[
                    "按照项目实施方案完成",
                    "反映项目的完成情况",
                    "实际完成数与计划数之比",
                ],
                random,
            );
            (table.indicators.len() >= 4).then_some(())?;
            for row in &mut table.indicators {
                row.definition = Some(words.clone());
            }
            Some(())
        },
    ),
    fault(
        "names that fit any project",
        &["indicators-generic"],
        |table, _| {
            const NAMES: [&str; 8] = [
                "项目完成率",
                "工作任务完成率",
                "资金使用率",
                "完成及时率",
                "质量达标率",
                "成本控制率",
                "预算执行率",
                "资金拨付及时率",
            ];
            let rows = table
                .indicators
                .iter_mut()
                .filter(|row| row.dimension != Dimension::Satisfaction);
            for (row, name) in rows.zip(NAMES.iter().cycle()) {
                row.name = (*name).to_owned();
                row.unit = Some("%".to_owned());
                place::write_all(row, "≥95%");
            }
            Some(())
        },
    ),
    fault(
        "weights that make one more than they should",
        &["weights-do-not-add-up"],
        |table, random| {
            weigh(table)?;
            let row = place::row(table, random, |_| true)?;
            let weight = row.weight?.0 + Decimal::ONE;
            row.weight = Some(Amount(weight));
            Some(())
        },
    ),
    fault(
        "a row has no weight while all others have one",
        &["weight-missing"],
        |table, random| {
            weigh(table)?;
            place::row(table, random, |_| true)?.weight = None;
            Some(())
        },
    ),
    fault(
        "an answer to what nobody has said",
        &["answer-without-effect"],
        |table, random| {
            let rule = place::one_of(
                &["dimension-missing", "goal-missing", "no-such-rule"],
                random,
            );
            let digits = random.random::<u64>();
            let answer = Answer {
                rule,
                fingerprint: format!("{digits:016x}-{digits:016x}"),
                reason: "本项目不涉及。".to_owned(),
            };
            table.answers.get_or_insert_default().push(answer);
            Some(())
        },
    ),
];

/// Gives every row a weight, ninety in all.
fn weigh(table: &mut Table) -> Option<()> {
    let rest = Decimal::from(91 - i64::try_from(table.indicators.len()).ok()?);
    for row in &mut table.indicators {
        row.weight = Some(Amount(Decimal::ONE));
    }
    table.indicators.last_mut()?.weight = Some(Amount(rest));
    Some(())
}
