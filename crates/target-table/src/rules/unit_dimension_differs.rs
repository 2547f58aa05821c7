use super::{Rule, Words};
use crate::reading::units::Unit;
use crate::reading::{UnitSource, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "unit-dimension-differs",
    aspect: Aspect::Relevance,
    severity: Severity::Error,
    message: Words {
        zh: "指标单位是“{unit}”，这里写的却是“{written}”，两者不是一类单位。请改正其中一处。",
        en: "The indicator's unit is “{unit}”, but the cell says “{written}”, which is a unit of another kind. Correct one of them.",
    },
    fix: Words::NONE,
    docs: include_str!("unit_dimension_differs.md"),
    check,
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    for (row, cell) in sheet.cells().filter(|(_, cell)| !cell.repeats) {
        let (Some(unit), Some(item)) = (&row.unit, cell.reading.measured()) else {
            continue;
        };
        let written = match &item.value {
            Value::Quantity(quantity) | Value::Duration(quantity)
                if quantity.unit_source == UnitSource::Cell =>
            {
                quantity.unit.as_ref()
            }
            Value::Range(range) if range.unit_source == UnitSource::Cell => range.unit.as_ref(),
            _ => None,
        };
        let Some(severity) = written.and_then(|written| clash(written, unit)) else {
            continue;
        };
        sink.report(Remark {
            params: vec![
                ("unit", unit.text.clone()),
                ("written", item.span.of(cell.text).to_owned()),
            ],
            severity: Some(severity),
            ..row.remark(cell, Some(item.span))
        });
    }
}

/// How badly two units clash; not at all where they measure the same.
fn clash(written: &Unit, unit: &Unit) -> Option<Severity> {
    let (a, b) = (written.dimension, unit.dimension);
    let is_count = |dimension: &str| dimension.starts_with("count:");
    let is_plain =
        |dimension: &str| is_count(dimension) || dimension == "money" || dimension == "ratio";
    // Growth is written in per cent as well as in percentage points, and 个 counts anything.
    let is_kin = a.starts_with("ratio") && b.starts_with("ratio");
    let is_generic = a == "count:generic" || b == "count:generic";
    if a == b || is_kin || (is_generic && is_count(a) && is_count(b)) {
        None
    } else if is_count(a) && is_count(b) {
        Some(Severity::Info)
    } else if is_plain(a) && is_plain(b) {
        Some(Severity::Error)
    } else {
        Some(Severity::Warning)
    }
}
