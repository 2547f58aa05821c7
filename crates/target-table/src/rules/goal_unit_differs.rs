use super::subject::{are_equal, counterpart, statements};
use super::{Part, Rule, Words};
use crate::reading::compare;
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
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
    check,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    for goal in sheet.goals() {
        for (mention, quantity) in statements(goal) {
            let Some(other) = counterpart(sheet, goal, mention) else {
                continue;
            };
            let Some(unit) = &other.quantity.unit else {
                continue;
            };
            let is_other_unit = compare::order(quantity, other.quantity).is_none();
            if is_other_unit && are_equal(quantity, other.quantity) {
                let remark = goal.remark(mention).with("label", &goal.period.label);
                let remark = remark.with("name", &other.row.indicator.name);
                sink.report(remark.with("unit", &unit.text).related(other.cell.at()));
            }
        }
    }
}
