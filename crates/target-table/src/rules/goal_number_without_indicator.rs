use rust_decimal::Decimal;

use super::subject::{has_indicator, is_in_the_table, is_partial, statements};
use super::vocabulary::{WordList, is_in};
use super::{Part, Rule, Words};
use crate::reading::{Mention, Quantity};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "goal-number-without-indicator",
    aspect: Aspect::Relevance,
    severity: Severity::Info,
    message: Words {
        zh: "“{label}”的目标写有{written}，指标中没有对应的数。请补充相应指标，或说明不设指标的理由。",
        en: "The goal of “{label}” says {written}, which no indicator carries. Add an indicator, or say why there is none.",
    },
    fix: Words::NONE,
    docs: include_str!("goal_number_without_indicator.md"),
    reads: &[Part::Goal, Part::Rows],
    mends: &[Part::Goal, Part::Rows],
    table: Some(check),
    looks_at_levels: false,
    ..Rule::BASE
};

/// Verbs of what a project itself delivers; other numbers of a goal may be background.
static DELIVERS: WordList = WordList::new(&[
    "开展", "举办", "组织", "培训", "新增", "服务", "扶持", "支持", "建设", "建成", "新建", "购置",
    "采购", "发放", "补助", "改造", "完成", "编制", "制定", "发布", "召开", "走访", "引进", "培育",
    "设立", "开发",
]);

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    if sheet.has_no_indicators() {
        return;
    }
    for goal in sheet.head.goals() {
        let text = goal.period.goal.as_str();
        let is_missing = |mention: &Mention, quantity: &Quantity| {
            // One of a thing is the thing itself.
            is_in(&mention.value, "count:")
                && quantity.number > Decimal::ONE
                && !is_partial(goal, mention)
                && DELIVERS.are_in(mention.before.of(text))
                && !is_in_the_table(sheet, None, quantity)
                && !has_indicator(sheet, goal, mention)
        };
        let missing = statements(goal).filter(|(mention, quantity)| is_missing(mention, quantity));
        let missing: Vec<&Mention> = missing.map(|(mention, _)| mention).collect();
        if missing.is_empty()
            && let Some((mention, _)) = statements(goal).next()
        {
            sink.held(|_| goal.evidence(mention));
        }
        // A goal that speaks of many numbers is one remark.
        if let Some(first) = missing.first() {
            let words: Vec<&str> = missing
                .iter()
                .map(|mention| mention.span.of(text))
                .collect();
            let words = ["“", &words.join(sink.either("”“", "”, “")), "”"].concat();
            let mut remark = Remark::at(goal.at()).with("label", &goal.period.label);
            remark.span = Some(first.span.to_utf16(text));
            sink.report(remark.with("written", &words));
        }
    }
}
