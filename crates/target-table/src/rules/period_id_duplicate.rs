use super::{Part, Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Head;
use crate::sink::{Remark, Sink, period_field};

pub(crate) const RULE: Rule = Rule {
    id: "period-id-duplicate",
    aspect: Aspect::Structure,
    severity: Severity::Error,
    message: Words {
        zh: "第 {row} 期与第 {first} 期的标识都是“{id}”，目标值会分不清属于哪一期。请改掉其中一个。",
        en: "Periods {row} and {first} both have the id “{id}”, so it is unclear whose targets are whose. Change one of them.",
    },
    fix: Words::NONE,
    docs: include_str!("period_id_duplicate.md"),
    spoils: &[Part::Period],
    head: Some(check),
    ..Rule::BASE
};

fn check(head: &Head<'_>, sink: &mut Sink<'_>) {
    let periods = head.periods;
    for (index, period) in periods.iter().enumerate() {
        let first = periods.iter().position(|other| other.id == period.id);
        let Some(first) = first.filter(|first| *first < index) else {
            sink.held(|_| (period_field(index, "id"), period.id.clone()));
            continue;
        };
        sink.report(
            Remark::at_period(index, "id")
                .with("row", &(index + 1).to_string())
                .with("first", &(first + 1).to_string())
                .with("id", &period.id)
                .related(period_field(first, "id")),
        );
    }
}
