use super::{Part, Rule, Words};
use crate::labels;
use crate::report::{Aspect, Severity};
use crate::sheet::Head;
use crate::sink::{Remark, Sink, period_field};

pub(crate) const RULE: Rule = Rule {
    id: "period-kind-not-in-form",
    aspect: Aspect::Completeness,
    severity: Severity::Warning,
    message: Words {
        zh: "“{label}”是{kind}，本方案的表格没有这一期，只有：{kinds}。请改用规定的各期。",
        en: "“{label}” is of the kind “{kind}”, which this form does not have; it has: {kinds}. Use the periods of the form.",
    },
    docs: include_str!("period_kind_not_in_form.md"),
    mends: &[Part::Period],
    head: Some(check),
    ..Rule::BASE
};

fn check(head: &Head<'_>, sink: &mut Sink<'_>) {
    let kinds = head.profile.periods.as_ref();
    if kinds.is_empty() {
        return;
    }
    for (index, period) in head.periods.iter().enumerate() {
        let at = period_field(index, "kind");
        if kinds.contains(&period.kind) {
            sink.held(|_| (at, period.label.clone()));
            continue;
        }
        let named: Vec<&str> = kinds
            .iter()
            .map(|kind| labels::period_kind(*kind, sink.lang))
            .collect();
        let named = named.join(sink.either("、", ", "));
        let remark = Remark::at(at).with("label", &period.label);
        let remark = remark.with("kind", labels::period_kind(period.kind, sink.lang));
        sink.report(remark.with("kinds", &named));
    }
}
