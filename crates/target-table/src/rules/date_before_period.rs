use super::vocabulary::WordList;
use super::{Part, Rule, Words};
use crate::model::PeriodKind;
use crate::reading::Value;
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "date-before-period",
    aspect: Aspect::Feasibility,
    severity: Severity::Warning,
    message: Words {
        zh: "“{written}”早于“{label}”所在的年度，不能作为这一期的目标。请核对年份。",
        en: "“{written}” lies before the year of “{label}”, so it cannot be a target of this period. Check the year.",
    },
    fix: Words::NONE,
    docs: include_str!("date_before_period.md"),
    reads: &[Part::Target, Part::End],
    mends: &[Part::Target, Part::End],
    row: Some(check),
    ..Rule::BASE
};

/// Words of a date that is only compared with.
static BASELINE: WordList = WordList::new(&["比", "较", "基数", "基础", "同期", "以来"]);

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    row.each_item(&mut |cell, item| {
        let Value::Deadline(moment) = &item.value else {
            return;
        };
        // A cycle may begin years before its end.
        let is_of_one_year = matches!(cell.period.kind, PeriodKind::Stage | PeriodKind::Annual);
        let is_before = || {
            let year = row.head.end_of(cell.column).and_then(|end| end.year);
            moment.year.zip(year).is_some_and(|(year, end)| year < end)
        };
        let is_due = moment.limit && is_of_one_year && !moment.yearly;
        if is_due && !is_before() {
            sink.held(|_| cell.evidence());
        } else if is_due && !BASELINE.are_in(cell.text) {
            let written = item.span.of(cell.text);
            let remark = row.remark(cell, item).with("written", written);
            sink.report(remark.with("label", &cell.period.label));
        }
    });
}
