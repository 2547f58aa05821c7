use super::{Part, Rule, Words};
use crate::model::PeriodKind;
use crate::reading::{Item, Moment, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "date-after-period",
    aspect: Aspect::Feasibility,
    severity: Severity::Warning,
    message: Words {
        zh: "“{written}”晚于“{label}”的截止时间，到期时无法考核。请改时间，或写到相应的一期。",
        en: "“{written}” lies after the end of “{label}”, so it cannot be judged then. Change the date, or move it to the period that it belongs to.",
    },
    fix: Words::NONE,
    docs: include_str!("date_after_period.md"),
    reads: &[Part::Target, Part::End],
    mends: &[Part::Target, Part::End],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    for cell in row.cells.iter() {
        let mut dated = cell.reading.items.iter().filter_map(moment).peekable();
        // A text that stands in several periods is meant for the last of them.
        if dated.peek().is_none() || row.is_echoed(cell) {
            continue;
        }
        let Some(end) = row.head.end_of(cell.column) else {
            continue;
        };
        for (item, moment) in dated {
            if !is_after(moment, &end, cell.period.kind) {
                sink.held(|_| cell.evidence());
            } else {
                let remark = row
                    .remark(cell, item)
                    .with("written", item.span.of(cell.text));
                sink.report(remark.with("label", &cell.period.label));
            }
        }
    }
}

/// What an item says of a time, if it does.
fn moment(item: &Item) -> Option<(&Item, &Moment)> {
    match &item.value {
        Value::Deadline(moment) => Some((item, moment)),
        Value::Period { to, .. } => Some((item, to)),
        _ => None,
    }
}

/// Without a year on one side only months can be compared, and those only within a stage, which lies in one year.
pub(super) fn is_after(moment: &Moment, end: &Moment, kind: PeriodKind) -> bool {
    match (moment.year, end.year) {
        _ if moment.yearly => false,
        (Some(year), Some(last)) if year != last => year > last,
        (Some(_), Some(_)) => moment.last > end.last,
        _ => kind == PeriodKind::Stage && moment.last > end.last,
    }
}
