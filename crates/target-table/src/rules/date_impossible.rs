use super::{Part, Rule, Words};
use crate::date;
use crate::report::{Aspect, Severity};
use crate::sheet::Head;
use crate::sink::{Remark, Sink, period_field};

pub(crate) const RULE: Rule = Rule {
    id: "date-impossible",
    aspect: Aspect::Feasibility,
    severity: Severity::Error,
    message: Words {
        zh: "“{label}”的截止日期 {end} 不存在：这个月只有 {days} 天。请改正日期。",
        en: "The end of “{label}”, {end}, does not exist: the month has {days} days. Correct the date.",
    },
    fix: Words::NONE,
    docs: include_str!("date_impossible.md"),
    spoils: &[Part::End],
    head: Some(check),
    ..Rule::BASE
};

fn check(head: &Head<'_>, sink: &mut Sink<'_>) {
    for (index, period) in head.periods.iter().enumerate() {
        let Some(end) = period.end.as_deref() else {
            continue;
        };
        let Some((year, month, day)) = date::parts(end) else {
            continue;
        };
        let days = date::days_of(year, month);
        if day <= days {
            sink.held(|_| (period_field(index, "end"), end.to_owned()));
        } else {
            sink.report(
                Remark::at_period(index, "end")
                    .with("label", &period.label)
                    .with("end", end)
                    .with("days", &days.to_string()),
            );
        }
    }
}
