use rust_decimal::Decimal;

use super::{Part, Rule, Words};
use crate::exact;
use crate::labels;
use crate::model::Category;
use crate::profile::Share;
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "weights-do-not-add-up",
    aspect: Aspect::Completeness,
    severity: Severity::Error,
    message: Words {
        zh: "{what}的权重合计为 {sum}，{should} {total}。请核对各行权重。",
        en: "The weights of {what} add up to {sum}; {should} {total}. Check the weight of each row.",
    },
    fix: Words::NONE,
    docs: include_str!("weights_do_not_add_up.md"),
    reads: &[Part::Weight, Part::Level],
    mends: &[Part::Weight],
    table: Some(check),
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let weighted = || {
        sheet
            .rows
            .iter()
            .filter_map(|row| Some((row, row.indicator.weight?.0)))
    };
    let add = |sum: Option<Decimal>, weight: Decimal| exact::sum(sum?, weight);
    let Some(sum) = weighted()
        .map(|(_, weight)| weight)
        .fold(Some(Decimal::ZERO), add)
    else {
        return;
    };
    // A row whose weight is missing is another rule's remark, and then no total can be right.
    let is_whole = sheet
        .rows
        .iter()
        .all(|row| row.indicator.weight.is_some() || row.indicator.name.trim().is_empty());
    if weighted().next().is_none() || !is_whole {
        return;
    }
    let weights = sheet.head.profile.weights.as_ref();
    // Ten may be kept for the spending itself; where the form does not say so, both are right.
    let totals = match weights {
        Some(weights) => vec![weights.total.0],
        None => vec![Decimal::from(90), Decimal::ONE_HUNDRED],
    };
    if !totals.contains(&sum) {
        let totals: Vec<String> = totals.iter().map(Decimal::to_string).collect();
        let total = totals.join(sink.either(" 或 ", " or "));
        let remark =
            Remark::at("/indicators".to_owned()).with("what", sink.either("各行", "all rows"));
        let remark = remark.with("should", sink.either("应为", "they should make"));
        sink.report(
            remark
                .with("sum", &sum.normalize().to_string())
                .with("total", &total),
        );
        return;
    }
    let part = |category: Category| {
        let rows = weighted().filter(|(row, _)| row.indicator.category == category);
        rows.map(|(_, weight)| weight)
            .fold(Some(Decimal::ZERO), add)
            .unwrap_or_default()
    };
    let mut usual = weights
        .iter()
        .flat_map(|weights| weights.alternatives.iter());
    let is_met = |shares: &[Share]| {
        shares
            .iter()
            .all(|share| part(share.category) == share.weight.0)
    };
    if usual.clone().any(|shares| is_met(shares)) || weights.is_none() {
        sink.held(|_| ("/indicators".to_owned(), sum.normalize().to_string()));
        return;
    }
    // With cost or without: the distribution that has the categories of this table.
    let is_kin = |shares: &&std::borrow::Cow<'_, [Share]>| {
        let has_cost = shares.iter().any(|share| share.category == Category::Cost);
        has_cost != part(Category::Cost).is_zero()
    };
    let differs = |share: &&Share| part(share.category) != share.weight.0;
    if let Some(share) = usual
        .find(is_kin)
        .and_then(|shares| shares.iter().find(differs))
    {
        let remark = Remark::at("/indicators".to_owned());
        let label = labels::category(share.category, sink.lang);
        let remark = remark.with("what", &["“", label, "”"].concat());
        let mut remark = remark.with("should", sink.either("通常为", "they usually make"));
        remark = remark.with("sum", &part(share.category).normalize().to_string());
        // An office may agree to another distribution.
        remark.severity = Some(Severity::Info);
        sink.report(remark.with("total", &share.weight.0.to_string()));
    }
}
