use super::{Part, Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "indicator-without-name",
    aspect: Aspect::Completeness,
    severity: Severity::Error,
    message: Words {
        zh: "这一行有指标值“{target}”，却没有指标名称。请写明它衡量的是什么。",
        en: "This row has the target “{target}” but no name. Say what it measures.",
    },
    fix: Words::NONE,
    docs: include_str!("indicator_without_name.md"),
    spoils: &[Part::Name],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    if !row.indicator.name.trim().is_empty() {
        sink.held(|_| (row.at("name"), format!("“{}”", row.indicator.name)));
        return;
    }
    // A row without any words is an empty line of the form, not a mistake.
    if let Some(cell) = row.cells.iter().find(|cell| !cell.text.trim().is_empty()) {
        sink.report(
            Remark::at(row.at("name"))
                .with("target", cell.text)
                .related(cell.at()),
        );
    }
}
