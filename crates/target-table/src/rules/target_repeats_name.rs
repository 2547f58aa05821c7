use super::vocabulary::bare;
use super::{Part, Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::{Cell, Row};
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "target-repeats-name",
    aspect: Aspect::Relevance,
    severity: Severity::Warning,
    message: Words {
        zh: "“{name}”的目标值只是把名称重复了一遍，没有说要达到什么程度。请写明数值或完成的标志。",
        en: "The target of “{name}” only repeats its name and does not say what is to be reached. Write a number, or what marks its completion.",
    },
    fix: Words::NONE,
    docs: include_str!("target_repeats_name.md"),
    reads: &[Part::Name],
    spoils: &[Part::Target],
    mends: &[Part::Name, Part::Target],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let indicator = row.indicator;
    let group = indicator.group.as_deref().unwrap_or_default();
    let is_repeated = |cell: &Cell<'_>| {
        let mut words = bare(cell.text).peekable();
        cell.reading.measured().is_none()
            && words.peek().is_some()
            && [indicator.name.as_str(), group]
                .iter()
                .any(|name| bare(cell.text).eq(bare(name)))
    };
    if row.cells.iter().any(Cell::has_target) {
        sink.settle(row, row.remark_on(&is_repeated));
    }
}
