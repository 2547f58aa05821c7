use super::{Rule, Words};
use crate::reading::Value;
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::Sink;

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
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    sheet.each_item(&mut |row, cell, item| {
        if matches!(item.value, Value::Placeholder { .. }) {
            let written = item.span.of(cell.text);
            sink.report(row.remark(cell, item).with("written", written));
        }
    });
}
