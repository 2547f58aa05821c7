use super::subject::{counterpart, is_in_the_table, statements};
use super::{Part, Rule, Words};
use crate::reading::{Mention, Quantity, compare};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "goal-number-differs",
    aspect: Aspect::Relevance,
    severity: Severity::Warning,
    message: Words {
        zh: "“{label}”的目标写“{written}”，指标“{name}”写的却是“{target}”。请核对，使两处一致。",
        en: "The goal of “{label}” says “{written}”, but the indicator “{name}” says “{target}”. Make both the same.",
    },
    fix: Words::NONE,
    docs: include_str!("goal_number_differs.md"),
    reads: &[Part::Goal, Part::Name, Part::Target],
    mends: &[Part::Goal, Part::Target],
    table: Some(check),
    looks_at_levels: false,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    for goal in sheet.head.goals() {
        for (mention, quantity) in statements(goal) {
            // Most numbers stand in the grid as they should, and need no further look.
            if is_in_the_table(sheet, Some(goal.index), quantity) {
                sink.held(|_| goal.evidence(mention));
                continue;
            }
            let Some(other) = counterpart(sheet, goal, mention) else {
                continue;
            };
            let is_same_unit = compare::order(quantity, other.quantity).is_some();
            // Several numbers about one thing are its parts.
            let same_subject = |one: &&(&Mention, &Quantity)| {
                counterpart(sheet, goal, one.0).is_some_and(|one| one.row.index == other.row.index)
            };
            let is_alone = || statements(goal).filter(|one| same_subject(&one)).count() == 1;
            if is_same_unit && is_alone() {
                let remark = goal.remark(mention).with("label", &goal.period.label);
                let remark = remark.with("name", &other.row.indicator.name);
                let remark = remark.with("target", other.item.span.of(other.cell.text));
                sink.report(remark.related(other.cell.at()));
            }
        }
    }
}
