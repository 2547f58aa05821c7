use super::{Part, Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "indicators-missing",
    aspect: Aspect::Completeness,
    severity: Severity::Error,
    message: Words {
        zh: "表中还没有任何指标。请至少填写产出指标和效益指标。",
        en: "The table has no indicators yet. Write at least those of output and of benefit.",
    },
    fix: Words::NONE,
    docs: include_str!("indicators_missing.md"),
    spoils: &[Part::Rows],
    table: Some(check),
    looks_at_levels: false,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    if sheet.has_no_indicators() {
        sink.report(Remark {
            at: "/indicators".to_owned(),
            ..Remark::default()
        });
    } else {
        sink.held(|lang| {
            let words = lang.either("行", "rows");
            (
                "/indicators".to_owned(),
                format!("{} {words}", sheet.rows.len()),
            )
        });
    }
}
