use super::vocabulary::WordList;
use super::{Part, Rule, Words};
use crate::reading::{Mention, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::Head;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "goal-money-above-support",
    aspect: Aspect::Appropriateness,
    severity: Severity::Warning,
    message: Words {
        zh: "目标里写支出“{written}”，超过支持金额 {support}，也没有提到其他资金。请核对金额，或写明其他资金来源。",
        en: "The goal spends “{written}”, more than the support of {support}, and names no other funds. Check the amounts, or name the other funds.",
    },
    fix: Words::NONE,
    docs: include_str!("goal_money_above_support.md"),
    reads: &[Part::Goal, Part::Support],
    mends: &[Part::Goal, Part::Support],
    head: Some(check),
    ..Rule::BASE
};

/// Words for spending the support itself.
static SPENDING: WordList = WordList::new(&[
    "支出",
    "拨付",
    "使用资金",
    "投入资金",
    "安排资金",
    "资金使用",
]);

/// Words for money that is only moved with the support's help: loans, financing, turnover.
static MOVED: WordList = WordList::new(&["贷款", "融资额", "融资金额", "担保金额", "交易", "带动"]);

fn check(head: &Head<'_>, sink: &mut Sink<'_>) {
    let Some(support) = head.support() else {
        return;
    };
    for goal in head.goals() {
        for mention in goal.mentions {
            let Value::Quantity(quantity) = &mention.value else {
                continue;
            };
            if quantity.dimension() != Some("money") || !is_spent(&goal.period.goal, mention) {
                continue;
            }
            let Some(money) = quantity.in_base() else {
                continue;
            };
            // Then the sum need not come from the support.
            if head.names_other_funds() {
                return;
            }
            if money <= support.yuan {
                sink.held(|_| {
                    let written = mention.span.of(&goal.period.goal);
                    (goal.at(), format!("{written} ≤ {}", support.words))
                });
            } else {
                let remark = goal.remark(mention).with("support", &support.words);
                sink.report(remark.related("/support/amount".to_owned()));
            }
        }
    }
}

fn is_spent(goal: &str, mention: &Mention) -> bool {
    let before = mention.before.of(goal);
    !mention.describes && SPENDING.are_in(before) && !MOVED.are_in(before)
}
