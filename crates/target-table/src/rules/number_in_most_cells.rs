use rust_decimal::Decimal;

use super::{Part, Rule, Words};
use crate::reading::Value;
use crate::report::{Aspect, Severity};
use crate::sheet::{Cell, Row, Sheet};
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "number-in-most-cells",
    aspect: Aspect::Feasibility,
    severity: Severity::Warning,
    message: Words {
        zh: "有 {count} 行指标的目标值都是“{written}”，像是复制时漏改。请逐行核对。",
        en: "{count} indicators have the same number “{written}”, as if it had been copied down. Check each of them.",
    },
    fix: Words::NONE,
    docs: include_str!("number_in_most_cells.md"),
    reads: &[Part::Target],
    table: Some(check),
    looks_at_levels: false,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let number = |cell: &Cell<'_>| -> Option<Decimal> {
        match &cell.reading.measured()?.value {
            Value::Quantity(quantity) if quantity.dimension() != Some("ratio") => {
                Some(quantity.number.normalize())
            }
            _ => None,
        }
    };
    let last = |row: &'_ Row<'_>| row.cells.last().and_then(number);
    let numbers: Vec<Decimal> = sheet.rows.iter().filter_map(last).collect();
    // One of each, or ten of each, is nothing remarkable.
    let is_common = |one: &&Decimal| {
        **one > Decimal::TEN && {
            let count = numbers.iter().filter(|other| other == one).count();
            count >= 4 && count * 2 > numbers.len()
        }
    };
    let Some(common) = numbers.iter().find(is_common) else {
        if !numbers.is_empty() {
            sink.held(|_| ("/indicators".to_owned(), numbers.len().to_string()));
        }
        return;
    };
    let rows = sheet.rows.iter().filter(|row| last(row) == Some(*common));
    let mut cells = rows.filter_map(|row| row.cells.last());
    if let Some(first) = cells.next() {
        let mut remark = Remark::at(first.at()).with("written", &common.to_string());
        remark.relate(&mut cells.map(Cell::at));
        let count = (remark.related.len() + 1).to_string();
        sink.report(remark.with("count", &count));
    }
}
