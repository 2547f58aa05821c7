use super::vocabulary::WordList;
use super::{Part, Rule, Words};
use crate::reading::{Mention, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::Head;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "goal-without-number",
    aspect: Aspect::Relevance,
    severity: Severity::Warning,
    message: Words {
        zh: "“{label}”的目标里没有可以衡量的数。请写明要达到多少，例如“发放贷款不少于5000万元”。",
        en: "The goal of “{label}” has no number to measure it by. Say how much is to be reached, for example “发放贷款不少于5000万元” (lend at least 50 million yuan).",
    },
    fix: Words::NONE,
    docs: include_str!("goal_without_number.md"),
    reads: &[Part::Goal],
    head: Some(check),
    ..Rule::BASE
};

/// Acts that are either done or not: an earlier period may have no more than these.
static ACTS: WordList = WordList::new(&[
    "完成", "建成", "制定", "制订", "出台", "印发", "启动", "上线", "设立", "建立", "验收", "招标",
    "采购", "签订", "立项", "开工", "编制", "拨付", "成立", "确定",
]);

/// Numbers that are no quantities.
static NUMBERS: WordList = WordList::new(&["全部", "百分之"]);

fn check(head: &Head<'_>, sink: &mut Sink<'_>) {
    let last = head.periods.len();
    for goal in head.goals() {
        let text = goal.period.goal.as_str();
        let is_last = goal.index + 1 == last;
        let is_number =
            |mention: &Mention| !matches!(mention.value, Value::Deadline(_) | Value::Period { .. });
        let has_number = goal.mentions.iter().any(is_number) || NUMBERS.are_in(text);
        let is_exempt = !is_last && (!goal.mentions.is_empty() || ACTS.are_in(text));
        if !text.trim().is_empty() && !has_number && !is_exempt {
            sink.report(Remark::at(goal.at()).with("label", &goal.period.label));
        } else if let Some(mention) = goal.mentions.first() {
            sink.held(|_| goal.evidence(mention));
        }
    }
}
