use super::{Part, Rule, Words};
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
    reads: &[Part::Rows],
    mends: &[Part::Rows],
    table: Some(check),
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    for required in sheet.head.profile.required.iter() {
        // The dimension counts wherever it stands; that it stands in the wrong place is another rule's remark.
        let there = sheet.rows.iter().find(|row| {
            required.dimensions.contains(&row.indicator.dimension)
                && !row.indicator.name.trim().is_empty()
        });
        if let Some(row) = there {
            sink.held(|lang| {
                let dimension = labels::dimension(row.indicator.dimension, lang);
                let name = &row.indicator.name;
                (row.at("dimension"), format!("{dimension}：“{name}”"))
            });
            continue;
        }
        let names: Vec<&str> = required
            .dimensions
            .iter()
            .map(|dimension| labels::dimension(*dimension, sink.lang))
            .collect();
        let mut remark = Remark::at("/indicators".to_owned());
        remark = remark.with("dimension", &names.join(sink.either("、", " / ")));
        remark.severity = Some(required.severity);
        let words: Vec<&str> = required
            .dimensions
            .iter()
            .map(|dimension| dimension.word())
            .collect();
        remark.key = words.join(" ");
        sink.report(remark);
    }
}
