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
    check,
    ..Rule::BASE
};

/// What a field of names or targets usually holds.
const LIMIT: usize = 60;

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let mut long = Vec::new();
    for row in &sheet.rows {
        let name = (row.at("name"), row.indicator.name.as_str());
        let cells = row.cells.iter().map(|cell| (cell.at(), cell.text));
        for (at, text) in std::iter::once(name).chain(cells) {
            // A character is one to four bytes, and few texts are long.
            if text.len() > LIMIT && text.chars().count() > LIMIT {
                long.push((at, text.chars().count()));
            }
        }
    }
    let mut long = long.into_iter();
    if let Some((at, count)) = long.next() {
        let remark = Remark::at(at).with("count", &count.to_string());
        let mut remark = remark.with("limit", &LIMIT.to_string());
        remark.relate(&mut long.map(|(at, _)| at));
        sink.report(remark);
    } else if !sheet.rows.is_empty() {
        sink.held(|_| ("/indicators".to_owned(), format!("≤ {LIMIT}")));
    }
}
