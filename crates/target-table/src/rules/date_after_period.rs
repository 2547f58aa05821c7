use super::{Rule, Words};
use crate::model::PeriodKind;
use crate::reading::{Moment, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "date-after-period",
    aspect: Aspect::Feasibility,
    severity: Severity::Warning,
    message: Words {
        zh: "“{written}”晚于这一期的截止时间（{label}），到期时无法考核。请改时间，或移到后一期。",
        en: "“{written}” lies after the end of this period ({label}), so it cannot be judged then. Change the date, or move it to the later period.",
    },
    fix: Words::NONE,
    docs: include_str!("date_after_period.md"),
    check,
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    for row in &sheet.rows {
        for (cell, end) in row.cells.iter().zip(&sheet.ends) {
            // A text that stands in several periods is not meant for the first of them alone.
            let Some(end) = end.filter(|_| !row.is_echoed(cell)) else {
                continue;
            };
            for item in &cell.reading.items {
                let moment = match &item.value {
                    Value::Deadline(moment) => moment,
                    Value::Period { to, .. } => to,
                    _ => continue,
                };
                if is_after(moment, &end, cell.period.kind) {
                    let remark = row
                        .remark(cell, item)
                        .with("written", item.span.of(cell.text));
                    sink.report(remark.with("label", &cell.period.label));
                }
            }
        }
    }
}

/// Without a year on one side only months can be compared, and those only within a stage, which lies in one year.
fn is_after(moment: &Moment, end: &Moment, kind: PeriodKind) -> bool {
    match (moment.year, end.year) {
        _ if moment.yearly => false,
        (Some(year), Some(last)) if year != last => year > last,
        (Some(_), Some(_)) => moment.last > end.last,
        _ => kind == PeriodKind::Stage && moment.last > end.last,
    }
}
