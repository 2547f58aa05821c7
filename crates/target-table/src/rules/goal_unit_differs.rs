use super::subject::{counterpart, is_in_other_unit, statements};
use super::{Part, Rule, Words};
use crate::reading::compare;
use crate::report::{Aspect, Severity};
use crate::sheet::{Row, Sheet};
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "goal-unit-differs",
    aspect: Aspect::Relevance,
    severity: Severity::Info,
    message: Words {
        zh: "“{label}”的目标写“{written}”，指标“{name}”却以“{unit}”计数。请统一用一个单位。",
        en: "The goal of “{label}” says “{written}”, but the indicator “{name}” counts in “{unit}”. Use one unit in both places.",
    },
    fix: Words::NONE,
    docs: include_str!("goal_unit_differs.md"),
    reads: &[Part::Goal, Part::Name, Part::Unit, Part::Target],
    mends: &[Part::Goal, Part::Unit, Part::Target],
    table: Some(check),
    looks_at_levels: false,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    for goal in sheet.head.goals() {
        for (mention, quantity) in statements(goal) {
            // Only the ledger wants to know of numbers that stand in the grid in the same unit.
            let has_number = |row: &Row<'_>| {
                let cell = row.cells.get(goal.index);
                let mut quantities = cell.into_iter().flat_map(|cell| cell.reading.quantities());
                quantities.any(|other| other.number == quantity.number)
            };
            let is_worth_a_look = match sink.keeps_notes() || !cfg!(feature = "full") {
                true => sheet.rows.iter().any(has_number),
                false => is_in_other_unit(sheet, goal, mention, quantity),
            };
            if !is_worth_a_look {
                continue;
            }
            let Some(other) = counterpart(sheet, goal, mention) else {
                continue;
            };
            let Some(unit) = &other.quantity.unit else {
                continue;
            };
            let is_other_unit = compare::order(quantity, other.quantity).is_none();
            // 为6家医院配置彩超6台: the row's number stands in the goal, in the row's own unit.
            let is_said = || {
                statements(goal).any(|(_, said)| {
                    compare::order(said, other.quantity).is_some_and(|order| order.is_eq())
                })
            };
            if is_other_unit && quantity.number == other.quantity.number && !is_said() {
                let remark = goal.remark(mention).with("label", &goal.period.label);
                let remark = remark.with("name", &other.row.indicator.name);
                sink.report(remark.with("unit", &unit.text).related(other.cell.at()));
            } else {
                sink.held(|_| goal.evidence(mention));
            }
        }
    }
}
