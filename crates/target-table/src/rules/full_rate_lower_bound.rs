use rust_decimal::Decimal;

use super::vocabulary::{ends_any, is_bounded_rate, is_in, stated};
use super::{Part, Rule, Words};
use crate::reading::text::replaced;
use crate::reading::{Comparator, Quantity};
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "full-rate-lower-bound",
    aspect: Aspect::Appropriateness,
    severity: Severity::Info,
    message: Words {
        zh: "“{name}”最高就是 100%，不必写“{written}”。请写“100%”。",
        en: "“{name}” cannot be more than 100 %, so “{written}” says no more than “100%”. Write “100%”.",
    },
    fix: Words {
        zh: "改写为“100%”",
        en: "Write “100%”",
    },
    docs: include_str!("full_rate_lower_bound.md"),
    reads: &[Part::Name, Part::Target],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    row.each_item(&mut |cell, item| {
        let name = row.indicator.name.as_str();
        let is_full = is_in(&item.value, "ratio")
            && stated(&item.value) == Some(Comparator::Ge)
            && item.value.quantity().and_then(Quantity::in_base) == Some(Decimal::ONE);
        // What was planned may be exceeded, and satisfaction of 100 % is another rule's.
        let is_bounded =
            || is_bounded_rate(name) && !ends_any(name, &["完成率", "满意度", "满意率"]);
        if is_full && is_bounded() {
            let written = item.span.of(cell.text);
            let remark = row.remark(cell, item).with("name", name);
            let mut remark = remark.with("written", written);
            remark.mend(|remark| remark.rewrite(&replaced(cell.text, written, "100%")));
            sink.report(remark);
        } else if sink.keeps_notes() && is_bounded() {
            sink.held(|_| cell.evidence());
        }
    });
}
