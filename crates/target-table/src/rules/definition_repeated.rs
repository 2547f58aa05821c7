use super::{Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::{Row, Sheet};
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "definition-repeated",
    aspect: Aspect::Relevance,
    severity: Severity::Info,
    message: Words {
        zh: "有 {count} 行指标的口径都是“{written}”，看不出各指标怎样计算。请分别写明口径，或删去。",
        en: "{count} indicators have the same definition “{written}”, which does not say how each is computed. Define each of them, or leave the definition out.",
    },
    fix: Words::NONE,
    docs: include_str!("definition_repeated.md"),
    table: Some(check),
    looks_at_levels: false,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let defined = || sheet.rows.iter().filter(|row| !definition(row).is_empty());
    for row in defined() {
        let written = definition(row);
        let mut same = defined().filter(|other| definition(other) == written);
        let count = same.clone().count();
        // Two or three rows may well be measured in the same way.
        if count < 4 || count * 2 <= defined().count() {
            continue;
        }
        if let Some(first) = same.next() {
            let remark = Remark::at(first.at("definition")).with("count", &count.to_string());
            let mut remark = remark.with("written", written);
            remark.relate(&mut same.map(|row| row.at("definition")));
            sink.report(remark);
        }
        return;
    }
    if let Some(row) = defined().next() {
        sink.held(|_| row.evidence());
    }
}

fn definition<'t>(row: &Row<'t>) -> &'t str {
    row.indicator
        .definition
        .as_deref()
        .unwrap_or_default()
        .trim()
}
