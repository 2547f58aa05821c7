use super::vocabulary::amount;
use super::{Part, Rule, Words};
use crate::reading::Value;
use crate::reading::text::holds;
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "support-below-planned-cost",
    aspect: Aspect::Appropriateness,
    severity: Severity::Error,
    message: Words {
        zh: "“{name}”为“{written}”，超过支持金额 {support}。请核对两处金额，或在目标中写明其他资金来源。",
        en: "“{name}” is “{written}”, more than the support of {support}. Check both amounts, or name the other funds in the goal.",
    },
    fix: Words::NONE,
    docs: include_str!("support_below_planned_cost.md"),
    reads: &[Part::Target, Part::Support, Part::Level],
    mends: &[Part::Target, Part::Support],
    row: Some(check),
    ..Rule::BASE
};

/// Words that make a cost the total of the project.
const TOTAL: [&str; 4] = ["总", "合计", "全部", "项目支出"];
/// What the total is of.
const COST: [&str; 4] = ["支出", "成本", "费用", "经费"];

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    if !row.is_cost() {
        return;
    }
    let Some(support) = row.head.support() else {
        return;
    };
    if row.head.names_other_funds() {
        return;
    }
    row.each_item(&mut |cell, item| {
        let name = row.indicator.name.as_str();
        let is_total = || {
            TOTAL.iter().any(|word| holds(name, word)) && COST.iter().any(|word| holds(name, word))
        };
        let Value::Quantity(quantity) = &item.value else {
            return;
        };
        let money = quantity
            .in_base()
            .filter(|_| quantity.dimension() == Some("money"));
        let Some(cost) = money.filter(|_| is_total()) else {
            return;
        };
        if cost <= support.yuan {
            sink.held(|_| {
                let (at, written) = cell.evidence();
                (at, format!("{written} ≤ {}", support.words))
            });
        } else {
            let remark = row.remark(cell, item).with("name", name);
            let remark = remark.with("written", &amount(quantity));
            let remark = remark.with("support", &support.words);
            sink.report(remark.related("/support/amount".to_owned()));
        }
    });
}
