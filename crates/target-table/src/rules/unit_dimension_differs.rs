use super::{Part, Rule, Words};
use crate::reading::text::holds;
use crate::reading::units::Unit;
use crate::reading::{UnitSource, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::{Cell, Row};
use crate::sink::Sink;

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
    reads: &[Part::Target, Part::Unit],
    mends: &[Part::Target, Part::Unit],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let Some(unit) = &row.unit else { return };
    // The cells of a row usually share the mistake, so the first of them speaks for all.
    let mut clashing = row.cells.iter().filter_map(|cell| {
        let item = cell.reading.measured()?;
        let written = unit_in_cell(&item.value)?;
        let clash = clash(written, unit).filter(|_| !is_progress(row, cell, written))?;
        Some((cell, item, clash))
    });
    let Some((cell, item, severity)) = clashing.next() else {
        drop(clashing);
        hold(row, unit, sink);
        return;
    };
    let mut remark = row.remark(cell, item).with("unit", &unit.text);
    remark = remark.with("written", item.span.of(cell.text));
    remark.severity = Some(severity);
    remark.relate(&mut clashing.map(|(cell, ..)| cell.at()));
    sink.report(remark);
}

/// Whether a cell says how much of the work is done before the last period is over: 完成主体工程60%.
fn is_progress(row: &Row<'_>, cell: &Cell<'_>, written: &Unit) -> bool {
    let is_early = cell.column + 1 < row.cells.len();
    is_early && written.dimension == "ratio" && holds(cell.text, "完成")
}

/// Notes the first cell that writes the row's unit, or another one of the same kind.
fn hold(row: &Row<'_>, unit: &Unit, sink: &mut Sink<'_>) {
    let written = |cell: &&Cell<'_>| {
        let item = cell.reading.measured();
        item.is_some_and(|item| unit_in_cell(&item.value).is_some())
    };
    if let Some(cell) = row.cells.iter().find(written) {
        sink.held(|_| {
            let (at, written) = cell.evidence();
            (at, format!("{}：{written}", unit.text))
        });
    }
}

/// The unit that stands in the cell itself.
fn unit_in_cell(value: &Value) -> Option<&Unit> {
    match value {
        Value::Quantity(quantity) | Value::Duration(quantity) => {
            let is_own = quantity.unit_source == UnitSource::Cell;
            quantity.unit.as_ref().filter(|_| is_own)
        }
        Value::Range(range) => {
            let is_own = range.unit_source == UnitSource::Cell;
            range.unit.as_ref().filter(|_| is_own)
        }
        _ => None,
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
    let is_generic = written.is_generic_for(unit) || unit.is_generic_for(written);
    if a == b || is_kin || is_generic {
        None
    } else if is_count(a) && is_count(b) {
        Some(Severity::Info)
    } else if is_plain(a) && is_plain(b) {
        Some(Severity::Error)
    } else {
        Some(Severity::Warning)
    }
}
