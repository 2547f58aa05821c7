use super::vocabulary::{WordList, amount, is_better_low};
use super::{Part, Rule, Words};
use crate::reading::Value;
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "cost-target-lower-bound",
    aspect: Aspect::Appropriateness,
    severity: Severity::Warning,
    message: Words {
        zh: "成本指标“{name}”写成了下限“{written}”，等于花得越多越好。请改为上限，例如“≤{number}”。",
        en: "The cost indicator “{name}” has the lower bound “{written}”, as if spending more were better. Make it an upper bound, for example “≤{number}”.",
    },
    fix: Words::NONE,
    docs: include_str!("cost_target_lower_bound.md"),
    reads: &[Part::Target, Part::Level],
    row: Some(check),
    ..Rule::BASE
};

/// Names under cost that are better when they are high.
static BETTER_HIGH: WordList = WordList::new(&[
    "节约",
    "节省",
    "降低",
    "下降",
    "压减",
    "减少",
    "结余",
    "控制率",
]);

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    row.each_item(&mut |cell, item| {
        let name = row.indicator.name.as_str();
        let Value::Quantity(quantity) = &item.value else {
            return;
        };
        // A share of the budget that is to be spent may well have a lower bound, a fee or an interest rate not.
        let is_share = quantity.dimension() == Some("ratio") && !is_better_low(name);
        let is_meant = || is_share || BETTER_HIGH.are_in(name);
        if !row.is_cost() {
            return;
        }
        if !quantity.comparator.is_lower() || is_meant() {
            sink.held(|_| cell.evidence());
        } else {
            let remark = row.remark(cell, item).with("name", name);
            let remark = remark.with("written", item.span.of(cell.text));
            sink.report(remark.with("number", &amount(quantity)));
        }
    });
}
