use super::{Part, Rule, Words};
use crate::reading::Value;
use crate::reading::text::holds;
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
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
const COUNTED: [&str; 8] = ["率", "比", "数", "次", "度", "年限", "增速", "增幅"];

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    row.each_item(&mut |cell, item| {
        let indicator = row.indicator;
        // A unit that the engine does not know is a unit all the same.
        let has_unit = indicator
            .unit
            .as_deref()
            .is_some_and(|unit| !unit.trim().is_empty());
        let is_bare = match &item.value {
            // Nothing is nothing in any unit.
            Value::Quantity(quantity) => quantity.unit.is_none() && !quantity.number.is_zero(),
            Value::Range(range) => range.unit.is_none(),
            _ => false,
        };
        // Words around the number may be a unit that the engine does not know.
        let written = item.span.of(cell.text);
        let is_alone = || written.trim().len() == cell.text.trim().len();
        let is_counted = || COUNTED.iter().any(|word| holds(&indicator.name, word));
        if matches!(item.value, Value::Quantity(_) | Value::Range(_)) && (!is_bare || has_unit) {
            sink.held(|_| cell.evidence());
        } else if is_bare && is_alone() && !is_counted() {
            sink.report(row.remark(cell, item).with("written", written));
        }
    });
}
