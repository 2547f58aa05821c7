use super::{Part, Rule, Words};
use crate::model::Dimension;
use crate::reading::{Item, Value};
use crate::report::{Aspect, Lang, Severity};
use crate::sheet::{Cell, Row};
use crate::sink::Sink;
use crate::span::Span;

pub(crate) const RULE: Rule = Rule {
    id: "several-quantities-in-cell",
    aspect: Aspect::Relevance,
    severity: Severity::Warning,
    message: Words {
        zh: "一格里有 {count} 个数量：{written}。请拆成 {count} 行，一行一个指标。",
        en: "One cell holds {count} quantities: {written}. Make it {count} rows, one indicator each.",
    },
    fix: Words::NONE,
    docs: include_str!("several_quantities_in_cell.md"),
    reads: &[Part::Target],
    mends: &[Part::Target],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    // Progress by dates is one plan, not several indicators.
    if row.indicator.dimension == Dimension::Timeliness {
        return;
    }
    let mut crowded = row.cells.iter().filter(|cell| quantities(cell).count() > 1);
    let Some(cell) = crowded.next() else {
        if let Some(cell) = row.cells.iter().find(|cell| quantities(cell).count() == 1) {
            sink.held(|_| cell.evidence());
        }
        return;
    };
    let quantities: Vec<&Item> = quantities(cell).collect();
    let (Some(first), Some(last)) = (quantities.first(), quantities.last()) else {
        return;
    };
    let (open, between, close) = match sink.lang {
        Lang::Zh => ("“", "”、“", "”"),
        Lang::En => ("“", "”, “", "”"),
    };
    let written: Vec<&str> = quantities
        .iter()
        .map(|item| item.span.of(cell.text))
        .collect();
    let written = [open, &written.join(between), close].concat();
    let mut remark = row.remark(cell, first);
    remark = remark
        .with("count", &quantities.len().to_string())
        .with("written", &written);
    remark.span = Some(
        Span {
            start: first.span.start,
            end: last.span.end,
        }
        .to_utf16(cell.text),
    );
    // The row has to be split once, whatever its other cells say.
    remark.relate(&mut crowded.map(Cell::at));
    sink.report(remark);
}

/// The quantities of a cell that is not a plan by dates.
fn quantities<'c>(cell: &'c Cell<'_>) -> impl Iterator<Item = &'c Item> {
    let items = &cell.reading.items;
    let is_date = |item: &Item| matches!(item.value, Value::Deadline(_) | Value::Period { .. });
    let has_date = items.iter().any(is_date);
    let is_quantity =
        move |item: &&Item| !has_date && matches!(item.value, Value::Quantity(_) | Value::Range(_));
    items.iter().filter(is_quantity)
}
