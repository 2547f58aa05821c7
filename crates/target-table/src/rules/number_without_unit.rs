use super::vocabulary::ends_with_one;
use super::{Part, Rule, Words};
use crate::reading::Value;
use crate::reading::text::holds;
use crate::report::{Aspect, Severity};
use crate::sheet::{Cell, Row};
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "number-without-unit",
    aspect: Aspect::Completeness,
    severity: Severity::Warning,
    message: Words {
        zh: "“{written}”没有单位，指标名称里也没有。请写明单位。",
        en: "“{written}” has no unit, and neither has the indicator's name. Write the unit.",
    },
    fix: Words::NONE,
    docs: include_str!("number_without_unit.md"),
    reads: &[Part::Target],
    mends: &[Part::Target, Part::Unit],
    row: Some(check),
    ..Rule::BASE
};

/// Words in a name that say by themselves what is counted.
const COUNTED: [&str; 10] = [
    "率", "比", "数", "次", "意度", "可度", "晓度", "年限", "增速", "增幅",
];

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let name = row.indicator.name.as_str();
    let is_clear = || {
        // A unit that the engine does not know is a unit all the same, as is whatever ends a name in brackets.
        row.has_unit() || ends_with_one(name, "）)") || COUNTED.iter().any(|word| holds(name, word))
    };
    if row.cells.iter().any(|cell| lacks_unit(cell).is_some()) {
        // The row lacks one unit, however many cells want it.
        let remark = row.remark_on(&|cell| lacks_unit(cell) == Some(true));
        sink.settle(row, remark.filter(|_| !is_clear()));
    }
}

/// Whether a number in a cell has no unit and no words beside it that may be one the engine does not know; nothing where
/// the cell has no number.
fn lacks_unit(cell: &Cell<'_>) -> Option<bool> {
    let item = cell.reading.measured()?;
    let is_bare = match &item.value {
        // Nothing is nothing in any unit.
        Value::Quantity(quantity) => quantity.unit.is_none() && !quantity.number.is_zero(),
        Value::Range(range) => range.unit.is_none(),
        _ => return None,
    };
    Some(is_bare && cell.is_only(item))
}
