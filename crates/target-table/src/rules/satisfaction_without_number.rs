use super::{Part, Rule, Words};
use crate::model::Dimension;
use crate::reading::{Grade, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::{Cell, Row};
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "satisfaction-without-number",
    aspect: Aspect::Relevance,
    severity: Severity::Warning,
    message: Words {
        zh: "“{name}”只写“{written}”，没有数值，无法与调查结果对照。请写明数值，例如“≥90%”。",
        en: "“{name}” only says “{written}” without a number that a survey could be held against. Write a number, for example “≥90%”.",
    },
    fix: Words::NONE,
    docs: include_str!("satisfaction_without_number.md"),
    reads: &[Part::Level, Part::Name, Part::Target],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let is_words = |cell: &Cell<'_>| {
        let mut items = cell.reading.items.iter();
        let is_standard = |grade: &Option<Grade>| matches!(grade, Some(Grade::All | Grade::Met));
        items.all(|item| matches!(&item.value, Value::Qualitative(grade) if !is_standard(grade)))
            && cell.has_target()
    };
    let is_last = row.cells.last().is_some_and(is_words);
    if row.indicator.dimension == Dimension::Satisfaction {
        sink.settle(row, row.remark_on(&is_words).filter(|_| is_last));
    }
}
