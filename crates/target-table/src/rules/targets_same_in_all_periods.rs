use super::vocabulary::is_in;
use super::{Part, Rule, Words};
use crate::reading::Value;
use crate::report::{Aspect, Severity};
use crate::sheet::{Cell, Row, Sheet};
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "targets-same-in-all-periods",
    aspect: Aspect::Appropriateness,
    severity: Severity::Info,
    message: Words {
        zh: "{count} 行有数值的指标各期目标全部相同，看不出分期推进。请核对是否漏改。",
        en: "All {count} indicators with numbers have the same target in every period, so no progress shows. Check whether one column was copied.",
    },
    fix: Words::NONE,
    docs: include_str!("targets_same_in_all_periods.md"),
    reads: &[Part::Target],
    mends: &[Part::Target],
    table: Some(check),
    looks_at_levels: false,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let value = |cell: &Cell<'_>| {
        matches!(
            cell.reading.measured().map(|item| &item.value),
            Some(Value::Quantity(_))
        )
    };
    let rows = || {
        sheet
            .rows
            .iter()
            .filter(|row| row.cells.len() > 1 && row.cells.iter().all(value))
    };
    let is_same = |row: &Row<'_>| row.cells.iter().skip(1).all(|cell| cell.repeats);
    let adds_up = |row: &&Row<'_>| {
        row.cells.iter().any(|cell| {
            let mut items = cell.reading.items.iter();
            items.any(|item| is_in(&item.value, "count:") || is_in(&item.value, "money"))
        })
    };
    let count = rows().count();
    // Rates may well be the same in every period; what adds up should grow.
    if count < 4 || rows().filter(adds_up).count() < 2 {
        return;
    }
    if rows().all(is_same) {
        sink.report(Remark::at("/indicators".to_owned()).with("count", &count.to_string()));
    } else {
        sink.held(|_| ("/indicators".to_owned(), count.to_string()));
    }
}
