use super::{Part, Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Head;
use crate::sink::{Remark, Sink, period_field};

pub(crate) const RULE: Rule = Rule {
    id: "goal-missing",
    aspect: Aspect::Completeness,
    severity: Severity::Error,
    message: Words {
        zh: "“{period}”没有写目标。请写明这一期要完成什么、达到什么效果。",
        en: "“{period}” has no goal. Say what will be done in this period and to what effect.",
    },
    fix: Words::NONE,
    docs: include_str!("goal_missing.md"),
    spoils: &[Part::Goal],
    head: Some(check),
    ..Rule::BASE
};

fn check(head: &Head<'_>, sink: &mut Sink<'_>) {
    for (index, period) in head.periods.iter().enumerate() {
        let goal = period.goal.trim();
        if !goal.is_empty() {
            sink.held(|lang| {
                let characters = goal.chars().count();
                let words = lang.either("字", "characters");
                (
                    period_field(index, "goal"),
                    format!("{}：{characters} {words}", period.label),
                )
            });
        } else {
            sink.report(Remark::at_period(index, "goal").with("period", &period.label));
        }
    }
}
