use rust_decimal::Decimal;

use super::vocabulary::is_rate;
use super::{Part, Rule, Words};
use crate::model::Dimension;
use crate::reading::Value;
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
        let has_unit = indicator
            .unit
            .as_deref()
            .is_some_and(|unit| !unit.trim().is_empty());
        if has_unit || !is_rate(&indicator.name) {
            return;
        }
        let Some(number) = row.cells.iter().find_map(number) else {
            sink.held(|_| row.evidence());
            return;
        };
        if let Some(mut remark) = row.remark_on(&|cell| self::number(cell).is_some()) {
            remark = remark.with("number", &number);
            // Satisfaction is also measured in points. Where another cell says something else, it is not certain that
            // the sign is all that is missing.
            let is_certain = row
                .cells
                .iter()
                .filter(|cell| cell.has_target())
                .all(|cell| self::number(cell).is_some());
            let is_rate =
                indicator.dimension != Dimension::Quantity && !indicator.name.ends_with("满意度");
            if is_certain && is_rate {
                let bare = row.cells.iter().filter(|cell| self::number(cell).is_some());
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

/// The number of a cell that is nothing but a number and its comparison, and may be a percentage.
fn number(cell: &Cell<'_>) -> Option<String> {
    let item = cell.reading.measured()?;
    let Value::Quantity(quantity) = &item.value else {
        return None;
    };
    let is_alone = item.span.of(cell.text).len() == cell.text.trim().len();
    let may_be = quantity.number > Decimal::ONE && quantity.number < Decimal::ONE_HUNDRED;
    let is_bare = quantity.unit.is_none() && is_alone && may_be;
    is_bare.then(|| quantity.number.to_string())
}

/// A share in a goal that has neither sign nor unit: `占 76.23`.
fn bare_share(goal: &str) -> Option<(Span, &str)> {
    goal.match_indices('占').find_map(|(start, word)| {
        let rest = goal.get(start + word.len()..)?;
        let before = rest.trim_start_matches(['比', '达', '到', '为', '约', '≥', ' ']);
        let is_digit = |c: char| c.is_ascii_digit() || c == '.';
        let after = before.trim_start_matches(is_digit);
        let number = before.get(..before.len() - after.len())?;
        let ends = after.is_empty() || after.starts_with(['，', '。', '；', '、', ',', ';', '\n']);
        let end = start + word.len() + rest.len() - after.len();
        (!number.is_empty() && ends).then_some((Span { start, end }, number))
    })
}
