use super::{Part, Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "weight-missing",
    aspect: Aspect::Completeness,
    severity: Severity::Warning,
    message: Words {
        zh: "“{name}”没有权重，而其他指标有。请填写权重，并核对合计。",
        en: "“{name}” has no weight while other indicators have one. Fill it in, and check the total.",
    },
    fix: Words::NONE,
    docs: include_str!("weight_missing.md"),
    mends: &[Part::Weight],
    table: Some(check),
    looks_at_levels: false,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let named = || {
        sheet
            .rows
            .iter()
            .filter(|row| !row.indicator.name.trim().is_empty())
    };
    if named().all(|row| row.indicator.weight.is_none()) {
        return;
    }
    let mut missing = named().filter(|row| row.indicator.weight.is_none());
    let Some(first) = missing.next() else {
        sink.held(|lang| {
            let words = lang.either("每行都有权重", "every row has a weight");
            ("/indicators".to_owned(), words.to_owned())
        });
        return;
    };
    let mut remark = Remark::at(first.at("weight")).with("name", &first.indicator.name);
    remark.relate(&mut missing.map(|row| row.at("weight")));
    sink.report(remark);
}
