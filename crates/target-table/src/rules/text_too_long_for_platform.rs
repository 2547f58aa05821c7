use super::{InSchema, Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "text-too-long-for-platform",
    aspect: Aspect::Completeness,
    severity: Severity::Info,
    message: Words {
        zh: "这里有 {count} 个字，多数预算管理平台的这一栏只容 {limit} 个字左右。请写短一些，详细说明可放在口径里。",
        en: "This has {count} characters; most budget platforms hold about {limit} in this field. Shorten it, and put the details into the definition.",
    },
    fix: Words::NONE,
    docs: include_str!("text_too_long_for_platform.md"),
    in_schema: InSchema::Fully,
    table: Some(check),
    looks_at_levels: false,
    ..Rule::BASE
};

/// What a field of names or targets usually holds.
const LIMIT: usize = 60;

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let mut found: Option<Remark> = None;
    let mut look = |text: &str, at: &dyn Fn() -> String| {
        // A character is one to four bytes, and few texts are long.
        if text.len() <= LIMIT || text.chars().count() <= LIMIT {
            return;
        }
        if let Some(remark) = &mut found {
            remark.related.push(at());
            return;
        }
        let remark = Remark::at(at()).with("count", &text.chars().count().to_string());
        found = Some(remark.with("limit", &LIMIT.to_string()));
    };
    for row in &sheet.rows {
        look(&row.indicator.name, &|| row.at("name"));
        for cell in row.cells.iter() {
            look(cell.text, &|| cell.at());
        }
    }
    if let Some(remark) = found {
        sink.report(remark);
    } else if !sheet.rows.is_empty() {
        sink.held(|_| ("/indicators".to_owned(), format!("≤ {LIMIT}")));
    }
}
