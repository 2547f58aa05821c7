use rust_decimal::Decimal;

use super::vocabulary::{is_bounded_rate, is_rate};
use super::{Part, Rule, Words};
use crate::exact;
use crate::model::Dimension;
use crate::reading::Value;
use crate::reading::text::one_of;
use crate::report::{Aspect, Operation, Severity};
use crate::sheet::{Cell, Head, Row};
use crate::sink::{Remark, Sink};
use crate::span::Span;

pub(crate) const RULE: Rule = Rule {
    id: "percent-sign-missing",
    aspect: Aspect::Completeness,
    severity: Severity::Warning,
    message: Words {
        zh: "“{written}”说的是比率，却没有写百分号。请写明是否为“{number}%”。",
        en: "“{written}” speaks of a share but has no per cent sign. Say whether “{number}%” is meant.",
    },
    fix: Words {
        zh: "补上百分号",
        en: "Add the per cent sign",
    },
    docs: include_str!("percent_sign_missing.md"),
    reads: &[Part::Name, Part::Target],
    head: Some(check_goals),
    row: Some(check_row),
    ..Rule::BASE
};

fn check_row(row: &Row<'_>, sink: &mut Sink<'_>) {
    {
        let indicator = row.indicator;
        if row.has_unit() || !is_rate(&indicator.name) {
            return;
        }
        // Spreadsheets hand 95% on as 0.95.
        let is_bounded = is_bounded_rate(&indicator.name);
        let number = |cell: &Cell<'_>| self::number(cell, is_bounded);
        let Some(written) = row.cells.iter().find_map(number) else {
            sink.held(|_| row.evidence());
            return;
        };
        if let Some(mut remark) = row.remark_on(&|cell| number(cell).is_some()) {
            remark = remark.with("number", &written.to_string());
            // Satisfaction is also measured in points. Where another cell says something else or a fraction, it is not
            // certain that the sign is all that is missing.
            let is_certain = row
                .cells
                .iter()
                .filter(|cell| cell.has_target())
                .all(|cell| self::number(cell, false).is_some());
            let is_rate =
                indicator.dimension != Dimension::Quantity && !indicator.name.ends_with("满意度");
            if is_certain && is_rate {
                let bare = row.cells.iter().filter(|cell| number(cell).is_some());
                let signed = |cell: &Cell<'_>| Operation::Replace {
                    path: cell.at(),
                    value: [cell.text.trim(), "%"].concat(),
                };
                remark.mend(|_| bare.map(signed).collect());
            }
            sink.report(remark);
        }
    }
}

fn check_goals(head: &Head<'_>, sink: &mut Sink<'_>) {
    for (index, period) in head.periods.iter().enumerate() {
        if let Some((span, number)) = bare_share(&period.goal) {
            let mut remark = Remark::at_period(index, "goal");
            remark.span = Some(span.to_utf16(&period.goal));
            remark = remark.with("written", span.of(&period.goal));
            sink.report(remark.with("number", number));
        }
    }
}

/// The percentage that a cell may mean which is nothing but a number and its comparison.
fn number(cell: &Cell<'_>, or_fraction: bool) -> Option<Decimal> {
    let item = cell.reading.measured()?;
    let Value::Quantity(quantity) = &item.value else {
        return None;
    };
    let number = quantity.number;
    let is_fraction = or_fraction && !number.is_zero() && number < Decimal::ONE;
    let may_be = number > Decimal::ONE && number <= Decimal::ONE_HUNDRED;
    match quantity.unit.is_none() && cell.is_only(item) {
        true if may_be => Some(number),
        true if is_fraction => Some(exact::product(number, Decimal::ONE_HUNDRED)?.normalize()),
        _ => None,
    }
}

/// A share in a goal that has neither sign nor unit: `占 76.23`.
fn bare_share(goal: &str) -> Option<(Span, &str)> {
    goal.match_indices('占').find_map(|(start, word)| {
        let rest = goal.get(start + word.len()..)?;
        let before = rest.trim_start_matches(one_of("比达到为约≥ "));
        let after = before.trim_start_matches(one_of("0123456789."));
        let number = before.get(..before.len() - after.len())?;
        let ends = after.is_empty() || after.starts_with(one_of("，。；、以,;\n"));
        let end = start + word.len() + rest.len() - after.len();
        (!number.is_empty() && ends).then_some((Span { start, end }, number))
    })
}
