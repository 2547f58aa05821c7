use super::{Part, Rule, Words};
use crate::reading::{Problem, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "range-reversed",
    aspect: Aspect::Feasibility,
    severity: Severity::Error,
    message: Words {
        zh: "“{written}”的下限大于上限。请核对两个数字。",
        en: "“{written}” runs from the larger number to the smaller one. Check both numbers.",
    },
    fix: Words::NONE,
    docs: include_str!("range_reversed.md"),
    spoils: &[Part::Target],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    row.each_item(&mut |cell, item| {
        let Value::Malformed { problem, .. } = item.value else {
            if matches!(item.value, Value::Range(_)) {
                sink.held(|_| cell.evidence());
            }
            return;
        };
        if problem == Problem::RangeReversed {
            let written = item.span.of(cell.text);
            sink.report(row.remark(cell, item).with("written", written));
        }
    });
}
