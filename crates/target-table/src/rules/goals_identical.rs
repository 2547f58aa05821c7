use super::vocabulary::bare;
use super::{Part, Rule, Words};
use crate::model::Period;
use crate::report::{Aspect, Severity};
use crate::sheet::Head;
use crate::sink::{Remark, Sink, period_field};

pub(crate) const RULE: Rule = Rule {
    id: "goals-identical",
    aspect: Aspect::Appropriateness,
    severity: Severity::Warning,
    message: Words {
        zh: "“{label}”的目标与“{before}”完全相同，看不出两期各要做到什么程度。请分别写明。",
        en: "The goal of “{label}” is the same as that of “{before}”, so it does not show how far each period is to get. Write each of them.",
    },
    fix: Words::NONE,
    docs: include_str!("goals_identical.md"),
    reads: &[Part::Goal],
    mends: &[Part::Goal],
    head: Some(check),
    ..Rule::BASE
};

fn check(head: &Head<'_>, sink: &mut Sink<'_>) {
    let periods = head.periods;
    for (index, period) in periods.iter().enumerate() {
        let same = |before: &Period| bare(&before.goal).eq(bare(&period.goal));
        let is_blank = bare(&period.goal).next().is_none();
        let first = periods.iter().take(index).position(same);
        if let Some((place, before)) = first.and_then(|at| Some((at, periods.get(at)?)))
            && !is_blank
        {
            let remark = Remark::at_period(index, "goal").with("label", &period.label);
            let remark = remark.with("before", &before.label);
            sink.report(remark.related(period_field(place, "goal")));
        } else if index > 0 && !is_blank {
            sink.held(|_| (period_field(index, "goal"), period.label.clone()));
        }
    }
}
