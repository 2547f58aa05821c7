use super::{Part, Rule, Words};
use crate::reading::Kind;
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "target-missing",
    aspect: Aspect::Completeness,
    severity: Severity::Error,
    message: Words {
        zh: "“{name}”没有填写{period}的指标值。请填写目标值，或删去这一行。",
        en: "“{name}” has no target for {period}. Write the target, or remove the row.",
    },
    fix: Words::NONE,
    docs: include_str!("target_missing.md"),
    spoils: &[Part::Target],
    row: Some(check),
    ..Rule::BASE
};

/// An indicator may begin late, so only the last period must have a target. What was due by a day of an earlier period has
/// none any more.
fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let Some(last) = row.cells.last() else {
        return;
    };
    // What stands under a period that is none is that rule's, and probably the target.
    let mut ids = row.indicator.targets.keys();
    let is_elsewhere = ids.any(|id| row.cells.iter().all(|cell| cell.period.id != *id));
    if row.indicator.name.trim().is_empty() || is_elsewhere {
        return;
    }
    let mut cells = row.cells.iter();
    let is_done = cells.any(|cell| cell.reading.kind == Kind::Deadline);
    if !last.text.trim().is_empty() || is_done {
        sink.held(|_| last.evidence());
    } else {
        sink.report(
            Remark::at(last.at())
                .with("name", &row.indicator.name)
                .with("period", &last.period.label),
        );
    }
}
