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
        zh: "“{written}”首尾颠倒。请核对前后两端。",
        en: "“{written}” runs backwards. Check both its ends.",
    },
    fix: Words::NONE,
    docs: include_str!("range_reversed.md"),
    spoils: &[Part::Target],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    row.each_item(&mut |cell, item| {
        let is_reversed = match &item.value {
            Value::Malformed { problem, .. } => *problem == Problem::RangeReversed,
            // Without a year, October to March is a winter.
            Value::Period { from, to } => {
                to.year.is_some() && (from.year, from.first) > (to.year, to.last)
            }
            Value::Range(_) => return sink.held(|_| cell.evidence()),
            _ => return,
        };
        if is_reversed {
            let written = item.span.of(cell.text);
            sink.report(row.remark(cell, item).with("written", written));
        }
    });
}
