use rust_decimal::Decimal;

use super::vocabulary::is_bounded_rate;
use super::{Part, Rule, Words};
use crate::model::Dimension;
use crate::reading::Value;
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "ratio-above-hundred",
    aspect: Aspect::Feasibility,
    severity: Severity::Error,
    message: Words {
        zh: "“{name}”不可能超过 100%，这里写的是“{written}”{suggestion}。请核对数字。",
        en: "“{name}” cannot exceed 100 %, but the cell says “{written}”{suggestion}. Check the number.",
    },
    fix: Words::NONE,
    docs: include_str!("ratio_above_hundred.md"),
    reads: &[Part::Name],
    spoils: &[Part::Target],
    mends: &[Part::Target, Part::Name],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    row.each_item(&mut |cell, item| {
        let name = row.indicator.name.as_str();
        let is_bounded =
            || row.indicator.dimension == Dimension::Satisfaction || is_bounded_rate(name);
        let Value::Quantity(quantity) = &item.value else {
            return;
        };
        if quantity.dimension() != Some("ratio") || !is_bounded() {
            return;
        }
        let Some(ratio) = quantity.in_base() else {
            return;
        };
        if ratio <= Decimal::ONE || quantity.comparator.is_upper() {
            sink.held(|_| cell.evidence());
        } else {
            let perhaps = sink.either("，是否应为“", ", perhaps meant as “");
            let suggestion = cell.reading.suggestion.as_deref();
            let suggestion = suggestion.map_or(String::new(), |text| [perhaps, text, "”"].concat());
            let remark = row.remark(cell, item).with("name", name);
            let remark = remark.with("written", item.span.of(cell.text));
            sink.report(remark.with("suggestion", &suggestion));
        }
    });
}
