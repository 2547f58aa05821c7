use super::date_after_period::is_after;
use super::vocabulary::WordList;
use super::{Part, Rule, Words};
use crate::reading::{Mention, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::Head;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "goal-date-after-period",
    aspect: Aspect::Feasibility,
    severity: Severity::Warning,
    message: Words {
        zh: "“{label}”的目标里写“{written}”，晚于本期截止时间。请改时间，或移到后一期。",
        en: "The goal of “{label}” says “{written}”, which is after the end of this period. Change the date, or move it to the later period.",
    },
    fix: Words::NONE,
    docs: include_str!("goal_date_after_period.md"),
    reads: &[Part::Goal, Part::End],
    mends: &[Part::Goal, Part::End],
    head: Some(check),
    ..Rule::BASE
};

/// Words that look ahead to what comes after the period.
static AHEAD: WordList =
    WordList::new(&["为", "确保", "计划", "规划", "预计", "力争", "打下", "至"]);

fn check(head: &Head<'_>, sink: &mut Sink<'_>) {
    for goal in head.goals() {
        let is_due = |mention: &&Mention| {
            let is_limit = matches!(&mention.value, Value::Deadline(moment) if moment.limit);
            is_limit && !AHEAD.are_in(mention.clause.of(&goal.period.goal))
        };
        let mut dated = goal.mentions.iter().filter(is_due).peekable();
        if dated.peek().is_none() {
            continue;
        }
        let Some(end) = head.end_of(goal.index) else {
            continue;
        };
        for mention in dated {
            if let Value::Deadline(moment) = &mention.value
                && is_after(moment, &end, goal.period.kind)
            {
                sink.report(goal.remark(mention).with("label", &goal.period.label));
            } else {
                sink.held(|_| goal.evidence(mention));
            }
        }
    }
}
