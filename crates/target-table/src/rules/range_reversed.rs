use super::{Rule, Words};
use crate::reading::{Problem, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

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
    check,
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    for (row, cell) in sheet.cells().filter(|(_, cell)| !cell.repeats) {
        for item in &cell.reading.items {
            let Value::Malformed { problem, .. } = item.value else {
                continue;
            };
            if problem == Problem::RangeReversed {
                sink.report(Remark {
                    params: vec![("written", item.span.of(cell.text).to_owned())],
                    ..row.remark(cell, Some(item.span))
                });
            }
        }
    }
}
