use super::vocabulary::{WordList, amount, is_better_low};
use super::{Part, Rule, Words};
use crate::reading::{Quantity, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::{Cell, Row};
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "approximate-target",
    aspect: Aspect::Feasibility,
    severity: Severity::Warning,
    message: Words {
        zh: "“{written}”只说了大概的数，到期难以判断是否完成。请写成确定的目标值，例如“{sign}{number}”。",
        en: "“{written}” is only about a number, so it is hard to tell whether it was reached. Write a definite target, for example “{sign}{number}”.",
    },
    fix: Words::NONE,
    docs: include_str!("approximate_target.md"),
    reads: &[Part::Target],
    row: Some(check),
    ..Rule::BASE
};

/// Words that only express a hope: the number behind them is definite.
static HOPES: WordList = WordList::new(&["力争", "争取", "力求", "预计", "计划"]);

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    // The cells of a row are usually written alike, so the first of them speaks for all.
    let found = row.cells.iter().find_map(|cell| {
        let items = cell.reading.items.iter();
        let mut found = items.filter_map(|item| Some((cell, item, about(&item.value)?)));
        found.next()
    });
    let Some((cell, item, quantity)) = found else {
        if row
            .cells
            .iter()
            .any(|cell| cell.reading.measured().is_some())
        {
            sink.held(|_| row.evidence());
        }
        return;
    };
    let written = item.span.of(cell.text);
    let remark = row.remark(cell, item).with("written", written);
    let is_limit = row.is_cost() || is_better_low(&row.indicator.name);
    let remark = remark.with("sign", if is_limit { "≤" } else { "≥" });
    let mut remark = remark.with("number", &amount(quantity));
    if HOPES.are_in(cell.text) {
        remark.severity = Some(Severity::Info);
    }
    let others = row.cells.iter().filter(|other| {
        let mut items = other.reading.items.iter();
        other.period.id != cell.period.id && items.any(|item| about(&item.value).is_some())
    });
    remark.relate(&mut others.map(Cell::at));
    sink.report(remark);
}

fn about(value: &Value) -> Option<&Quantity> {
    match value {
        Value::Quantity(quantity) if quantity.approximate => Some(quantity),
        _ => None,
    }
}
