//! Faults of the goals: by themselves, and held against the grid.

use proptest::prelude::*;
use proptest::test_runner::TestRng;
use rust_decimal::Decimal;
use target_table::model::{PeriodKind, Table};
use target_table::reading::{Value, read_goal};

use super::{Fault, fault, place};
use crate::mutants::pick;

pub(super) const FAULTS: &[Fault] = &[
    fault("a goal is empty", &["goal-missing"], |table, random| {
        let at = random.random_range(0..table.periods.len());
        table.periods[at].goal = place::one_of(&["", " ", "\n"], random);
        Some(())
    }),
    fault(
        "a goal is copied into the next period",
        &["goals-identical"],
        |table, random| {
            let [first, .., last] = table.periods.as_mut_slice() else {
                return None;
            };
            match random.random_ratio(1, 2) {
                true => first.goal = last.goal.clone(),
                false => last.goal = first.goal.clone(),
            }
            Some(())
        },
    ),
    fault(
        "the last goal is only words",
        &["goal-without-number"],
        |table, random| {
            table.periods.last_mut()?.goal = place::one_of(
                &[
                    "持续推进各项工作，取得良好成效。",
                    "进一步加强管理，提升服务水平，促进高质量发展。",
                    "按照上级要求做好本项目的实施，切实提高资金使用效益。",
                ],
                random,
            );
            Some(())
        },
    ),
    fault(
        "a goal's number is changed",
        &["goal-number-differs", "goal-number-without-indicator"],
        |table, random| {
            let factor = pick(&[Decimal::new(12, 1), Decimal::TWO, Decimal::TEN], random);
            change_a_goal_s_number(table, random, |number| number * factor)
        },
    ),
    fault(
        "a goal's number lacks its last digit",
        &["goal-number-differs", "goal-number-without-indicator"],
        |table, random| {
            change_a_goal_s_number(table, random, |number| (number / Decimal::TEN).floor())
        },
    ),
    fault(
        "a goal promises what no indicator carries",
        &["goal-number-without-indicator"],
        |table, random| {
            let promises = [
                "另举办专题展览37场。",
                "同时编制技术规程17项。",
                "新建充电桩137个。",
                "组织外出考察17次。",
            ];
            let goal = &mut table.periods.last_mut()?.goal;
            goal.push_str(pick(&promises, random));
            Some(())
        },
    ),
    fault(
        "a goal counts in another unit",
        &["goal-unit-differs"],
        |table, random| {
            let mentions = said_in_the_table(table, |unit| {
                OTHER_COUNTERS.iter().any(|(from, _)| *from == unit)
            });
            let (at, start, end) = choose(&mentions, random)?;
            let goal = &mut table.periods[at].goal;
            let (from, to) = *OTHER_COUNTERS
                .iter()
                .find(|(from, _)| goal[start..end].ends_with(from))?;
            goal.replace_range(end - from.len()..end, to);
            Some(())
        },
    ),
    fault(
        "a goal spends more than the support",
        &["goal-money-above-support"],
        |table, random| {
            let more = table.support.amount?.0 * place::number(2..6, random);
            let unit = table.support.unit.name();
            let words = ["全年计划支出", "项目资金支出", "计划使用资金"];
            let goal = &mut table.periods.last_mut()?.goal;
            goal.push_str(&format!(
                "{}{}{unit}。",
                pick(&words, random),
                more.normalize()
            ));
            Some(())
        },
    ),
    fault(
        "the funds in a goal do not add up",
        &["goal-funds-do-not-add-up"],
        |table, random| {
            let own = pick(&[100, 150, 260], random);
            let goal = &mut table.periods.last_mut()?.goal;
            goal.push_str(&format!(
                "项目总投资500万元，其中财政资金300万元，自筹资金{own}万元。"
            ));
            Some(())
        },
    ),
    fault(
        "a goal's date lies behind its period",
        &["goal-date-after-period"],
        |table, random| {
            let stage = table.periods.iter_mut().find(|period| {
                period.kind == PeriodKind::Stage && period.label.contains("6月底前")
            })?;
            stage.goal.push_str(&place::one_of(
                &["9月底前完成验收。", "11月底前完成全部资金拨付。"],
                random,
            ));
            Some(())
        },
    ),
    fault(
        "a goal's year lies behind its period",
        &["goal-date-after-period"],
        |table, _| {
            let period = table
                .periods
                .iter_mut()
                .find(|period| period.label.contains("2025年"))?;
            (!period.label.contains('—')).then_some(())?;
            period.goal.push_str("2027年6月底前完成审计。");
            Some(())
        },
    ),
    fault(
        "a share in a goal has no per cent sign",
        &["percent-sign-missing"],
        |table, random| {
            let goal = &mut table.periods.last_mut()?.goal;
            goal.push_str(&place::one_of(
                &["其中首贷户占76.23。", "小微企业占比达到80。"],
                random,
            ));
            Some(())
        },
    ),
    fault("one thing has two names", &["title-differs"], |table, _| {
        let row = table
            .indicators
            .iter_mut()
            .find(|row| row.name.contains("调研报告"))?;
        row.name = row.name.replace("调研报告", "研究报告");
        Some(())
    }),
    fault(
        "a goal calls the plan otherwise than the grid",
        &["title-differs"],
        |table, random| {
            let goal = &mut table.periods.last_mut()?.goal;
            goal.push_str("制定实施方案1份。");
            let like = pick(&table.indicators, random);
            let last = place::last(table)?;
            let mut row = place::new_row(&like, "工作方案", Some("份"));
            row.dimension = target_table::model::Dimension::Quantity;
            row.category = target_table::model::Category::Output;
            row.targets.clear();
            place::write(&mut row, &last, "1");
            table.indicators.insert(0, row);
            Some(())
        },
    ),
];

/// Counters that are taken for each other.
const OTHER_COUNTERS: [(&str, &str); 5] = [
    ("场", "次"),
    ("期", "场"),
    ("份", "篇"),
    ("座", "处"),
    ("人", "户"),
];

/// The goals' numbers that exactly one cell of the same period says as well, whose unit will do: period, start and end.
fn said_in_the_table(table: &Table, will_do: impl Fn(&str) -> bool) -> Vec<(usize, usize, usize)> {
    let mut found = Vec::new();
    for (index, period) in table.periods.iter().enumerate() {
        for mention in &read_goal(&period.goal) {
            let Value::Quantity(quantity) = &mention.value else {
                continue;
            };
            let Some(unit) = &quantity.unit else { continue };
            let is_said_once = place::says(table, &period.id, quantity.number) == 1;
            if is_said_once && will_do(&unit.text) {
                found.push((index, mention.span.start, mention.span.end));
            }
        }
    }
    found
}

fn choose(
    mentions: &[(usize, usize, usize)],
    random: &mut TestRng,
) -> Option<(usize, usize, usize)> {
    (!mentions.is_empty()).then(|| pick(mentions, random))
}

fn change_a_goal_s_number(
    table: &mut Table,
    random: &mut TestRng,
    change: impl Fn(Decimal) -> Decimal,
) -> Option<()> {
    let mentions = said_in_the_table(table, |_| true);
    let (at, start, end) = choose(&mentions, random)?;
    let period = &table.periods[at];
    let words = place::renumbered(&period.goal[start..end], change)?;
    // What another cell says by chance is not wrong by itself.
    let number = place::first_number(&words)?;
    (number >= Decimal::ONE && place::says(table, &period.id, number) == 0).then_some(())?;
    table.periods[at].goal.replace_range(start..end, &words);
    Some(())
}
