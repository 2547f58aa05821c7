use super::date_after_period::is_after;
use super::{Part, Rule, Words};
use crate::model::PeriodKind;
use crate::reading::{Moment, Problem, Value};
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
            Value::Period { from, to } => {
                let start = Moment {
                    last: from.first,
                    ..*from
                };
                is_after(&start, to, PeriodKind::Annual)
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
