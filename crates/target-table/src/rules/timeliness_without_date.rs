use super::{Part, Rule, Words};
use crate::model::Dimension;
use crate::reading::text::holds;
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "timeliness-without-date",
    aspect: Aspect::Relevance,
    severity: Severity::Warning,
    message: Words {
        zh: "时效指标“{name}”没有写明时间。请写明截止日期、期限或频次，例如“9月底前完成”。",
        en: "The timeliness indicator “{name}” names no time. Write a date, a term or a frequency, for example “9月底前完成” (done by the end of September).",
    },
    fix: Words::NONE,
    docs: include_str!("timeliness_without_date.md"),
    reads: &[Part::Target, Part::Level],
    mends: &[Part::Target],
    row: Some(check),
    ..Rule::BASE
};

/// Words that tie the target to its own period.
const WITHIN_THE_PERIOD: [&str; 7] = ["年内", "当年", "本年", "全年", "当月", "当日", "当天"];

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    if row.indicator.dimension != Dimension::Timeliness {
        return;
    }
    let mut written = row.cells.iter().filter(|cell| cell.has_target());
    let Some(first) = written.next() else {
        return;
    };
    let names_a_time = row.cells.iter().any(|cell| {
        cell.reading
            .items
            .iter()
            .any(|item| item.value.is_measured())
            || WITHIN_THE_PERIOD.iter().any(|word| holds(cell.text, word))
            || cell.is_broken()
    });
    if names_a_time {
        sink.held(|_| first.evidence());
    } else {
        sink.report(Remark {
            at: first.at(),
            params: vec![("name", row.indicator.name.clone())],
            related: written.map(|cell| cell.at()).collect(),
            ..Remark::default()
        });
    }
}
