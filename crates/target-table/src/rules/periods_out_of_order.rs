use super::{Part, Rule, Words};
use crate::model::{Period, PeriodKind};
use crate::reading::Moment;
use crate::report::{Aspect, Severity};
use crate::sheet::Head;
use crate::sink::{Remark, Sink, period_field};

pub(crate) const RULE: Rule = Rule {
    id: "periods-out-of-order",
    aspect: Aspect::Feasibility,
    severity: Severity::Error,
    message: Words {
        zh: "“{label}”截止于 {end}，不晚于排在它前面的“{before}”（{earlier}）。请核对两期的截止日期。",
        en: "“{label}” ends on {end}, which is not after “{before}” that stands before it ({earlier}). Check both dates.",
    },
    fix: Words::NONE,
    docs: include_str!("periods_out_of_order.md"),
    reads: &[Part::End],
    mends: &[Part::End],
    head: Some(check),
    ..Rule::BASE
};

fn check(head: &Head<'_>, sink: &mut Sink<'_>) {
    let mut before: Option<(usize, &Period, Moment)> = None;
    for (index, period) in head.periods.iter().enumerate() {
        // Without its year an end cannot be held against another.
        let Some(end) = head.end_of(index).filter(|end| end.year.is_some()) else {
            continue;
        };
        if let Some((place, first, earlier)) = before {
            let order = (end.year, end.last).cmp(&(earlier.year, earlier.last));
            let are_dates = period.end.is_some() && first.end.is_some();
            // A project of one year may well name that year for its year and for its whole.
            let may_be_one = !are_dates
                && first.kind != period.kind
                && matches!(period.kind, PeriodKind::Overall | PeriodKind::Cycle);
            if order.is_lt() || (order.is_eq() && !may_be_one) {
                sink.report(
                    Remark::at(field(index, period))
                        .with("label", &period.label)
                        .with("end", &words(end))
                        .with("before", &first.label)
                        .with("earlier", &words(earlier))
                        .related(field(place, first)),
                );
            } else {
                sink.held(|_| {
                    (
                        field(index, period),
                        format!("{} → {}", words(earlier), words(end)),
                    )
                });
            }
        }
        before = Some((index, period, end));
    }
}

/// Where a period says when it ends.
fn field(index: usize, period: &Period) -> String {
    let field = if period.end.is_some() { "end" } else { "label" };
    period_field(index, field)
}

fn words(end: Moment) -> String {
    let year = end.year.unwrap_or_default();
    format!("{year}-{:02}-{:02}", end.last.month, end.last.day)
}
