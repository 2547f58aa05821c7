use rust_decimal::Decimal;

use super::vocabulary::{WordList, is_in};
use super::{Part, Rule, Words};
use crate::exact;
use crate::reading::text::{holds, one_of};
use crate::reading::{Comparator, Mention};
use crate::report::{Aspect, Severity};
use crate::sheet::Head;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "goal-funds-do-not-add-up",
    aspect: Aspect::Appropriateness,
    severity: Severity::Error,
    message: Words {
        zh: "目标里写总额“{written}”，其后各项资金相加为 {sum}万元，两者不符。请核对各项金额。",
        en: "The goal has a total of “{written}”, but the funds named behind it come to {sum}万元. Check the amounts.",
    },
    fix: Words::NONE,
    docs: include_str!("goal_funds_do_not_add_up.md"),
    reads: &[Part::Goal],
    head: Some(check),
    ..Rule::BASE
};

/// Words for where money comes from; other parts of a sum may overlap.
static SOURCES: WordList = WordList::new(&[
    "财政",
    "自筹",
    "配套",
    "其他资金",
    "其它资金",
    "省级",
    "市级",
    "中央",
    "社会资本",
]);

/// Words for the last of the sources, which makes their list whole.
static OWN_FUNDS: WordList = WordList::new(&["自筹", "其他资金", "其它资金"]);

fn check(head: &Head<'_>, sink: &mut Sink<'_>) {
    for goal in head.goals() {
        let text = goal.period.goal.as_str();
        let mut money = goal
            .mentions
            .iter()
            .filter(|mention| is_in(&mention.value, "money"));
        while let Some(total) = money.next() {
            let rest = text.get(total.span.end..).unwrap_or_default();
            let sentence = rest.split(one_of("。；\n")).next().unwrap_or_default();
            let end = total.span.end + sentence.len();
            let parts: Vec<&Mention> = money
                .clone()
                .take_while(|part| part.span.end <= end)
                .collect();
            let are_sources = parts
                .iter()
                .all(|part| SOURCES.are_in(part.before.of(text)));
            if parts.len() < 2 || !are_sources || !holds(sentence, "其中") {
                continue;
            }
            let sum = parts
                .iter()
                .try_fold(Decimal::ZERO, |sum, part| exact::sum(sum, yuan(part)?));
            let (Some(sum), Some(yuan)) = (sum, yuan(total)) else {
                continue;
            };
            // Less than the total may only mean that not every source is named.
            let is_whole = OWN_FUNDS.are_in(sentence);
            if sum > yuan || (sum < yuan && is_whole) {
                let sum = exact::quotient(sum, 10_000).unwrap_or_default();
                let remark = goal.remark(total).with("sum", &sum.to_string());
                sink.report(remark);
            } else {
                sink.held(|_| goal.evidence(total));
            }
            money.nth(parts.len() - 1);
        }
    }
}

/// An exact sum of money in yuan.
fn yuan(mention: &Mention) -> Option<Decimal> {
    let quantity = mention.value.quantity()?;
    let is_exact = quantity.comparator == Comparator::Eq && !quantity.approximate;
    quantity.in_base().filter(|_| is_exact)
}
