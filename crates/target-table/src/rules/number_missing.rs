use super::{Part, Rule, Words};
use crate::reading::{Problem, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "number-missing",
    aspect: Aspect::Completeness,
    severity: Severity::Error,
    message: Words {
        zh: "“{written}”只有符号或单位，没有数字。请补上数字。",
        en: "“{written}” has a sign or a unit but no number. Add the number.",
    },
    fix: Words::NONE,
    docs: include_str!("number_missing.md"),
    spoils: &[Part::Target],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    row.each_item(&mut |cell, item| {
        let Value::Malformed { problem, .. } = item.value else {
            return sink.held(|_| cell.evidence());
        };
        if matches!(problem, Problem::NumberMissing | Problem::OnlyUnit) {
            let written = item.span.of(cell.text);
            sink.report(row.remark(cell, item).with("written", written));
        }
    });
}
