use super::{Rule, Words};
use crate::reading::Value;
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "placeholder-left",
    aspect: Aspect::Completeness,
    severity: Severity::Error,
    message: Words {
        zh: "“{written}”是待填的占位符，不是目标值。请填写实际的目标值。",
        en: "“{written}” is a placeholder, not a target. Write the actual target.",
    },
    fix: Words::NONE,
    docs: include_str!("placeholder_left.md"),
    check,
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    for (row, cell) in sheet.cells().filter(|(_, cell)| !cell.repeats) {
        for item in &cell.reading.items {
            if matches!(item.value, Value::Placeholder { .. }) {
                sink.report(Remark {
                    params: vec![("written", item.span.of(cell.text).to_owned())],
                    ..row.remark(cell, Some(item.span))
                });
            }
        }
    }
}
