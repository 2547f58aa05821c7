use super::vocabulary::WordList;
use super::{Part, Rule, Words};
use crate::model::Dimension;
use crate::report::{Aspect, Severity};
use crate::sheet::{Cell, Row};
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "year-as-target",
    aspect: Aspect::Completeness,
    severity: Severity::Error,
    message: Words {
        zh: "“{name}”的目标值只写了年份“{written}”，没有说要达到多少。请写明数值。",
        en: "The target of “{name}” is only the year “{written}” and does not say how much is to be reached. Write the number.",
    },
    fix: Words::NONE,
    docs: include_str!("year_as_target.md"),
    reads: &[Part::Level, Part::Name],
    spoils: &[Part::Target],
    mends: &[Part::Target],
    row: Some(check),
    ..Rule::BASE
};

/// Names that ask for a year.
static ASKS_FOR_A_YEAR: WordList = WordList::new(&["年份", "时间", "日期", "年度", "期限", "年限"]);

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let is_time = matches!(
        row.indicator.dimension,
        Dimension::Timeliness | Dimension::Sustainable | Dimension::Other
    );
    if !is_time && !ASKS_FOR_A_YEAR.are_in(&row.indicator.name) {
        sink.settle(row, row.remark_on(&is_year));
    }
}

fn is_year(cell: &Cell<'_>) -> bool {
    let digits = cell.text.trim().strip_suffix('年').unwrap_or_default();
    digits.len() == 4 && digits.starts_with("20") && digits.bytes().all(|b| b.is_ascii_digit())
}
