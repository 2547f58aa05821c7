use super::{Rule, Words};
use crate::labels;
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "dimension-missing",
    aspect: Aspect::Completeness,
    severity: Severity::Warning,
    message: Words {
        zh: "表中没有“{dimension}”。请补充；确实不适用的，请说明理由。",
        en: "The table has nothing under “{dimension}”. Add one, or say why none applies.",
    },
    fix: Words::NONE,
    docs: include_str!("dimension_missing.md"),
    check,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    // Without any indicator there is one thing to say, and `indicators-missing` says it.
    if sheet.has_no_indicators() {
        return;
    }
    for required in sheet.profile.required.iter() {
        // The dimension counts wherever it stands; that it stands in the wrong place is another rule's remark.
        let is_there = sheet.rows.iter().any(|row| {
            required.dimensions.contains(&row.indicator.dimension)
                && !row.indicator.name.trim().is_empty()
        });
        if is_there {
            continue;
        }
        let names: Vec<&str> = required
            .dimensions
            .iter()
            .map(|dimension| labels::dimension(*dimension, sink.lang))
            .collect();
        let mut remark = Remark::at("/indicators");
        remark = remark.with("dimension", &names.join(sink.either("、", " / ")));
        remark.severity = Some(required.severity);
        sink.report(remark);
    }
}
