use std::collections::BTreeMap;

use super::{Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "indicator-duplicate",
    aspect: Aspect::Relevance,
    severity: Severity::Error,
    message: Words {
        zh: "“{name}”与第 {row} 行是同一个指标。请合并为一行，或写明两者的区别。",
        en: "“{name}” is the same indicator as row {row}. Make them one row, or say in what they differ.",
    },
    fix: Words::NONE,
    docs: include_str!("indicator_duplicate.md"),
    check,
};

/// The same item may be measured under several dimensions (table 1 of the annex does), so only rows of one dimension
/// are held against each other.
fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let mut seen = BTreeMap::new();
    for row in &sheet.rows {
        let indicator = row.indicator;
        let name = normal(&indicator.name);
        if name.is_empty() {
            continue;
        }
        let key = (
            indicator.category,
            indicator.dimension,
            indicator.group.as_deref().map(normal),
            name,
            indicator.unit.as_deref().map(normal),
            indicator.definition.as_deref().map(normal),
        );
        let first = *seen.entry(key).or_insert(row.index);
        if first != row.index {
            sink.report(Remark {
                at: row.at("name"),
                params: vec![
                    ("name", indicator.name.clone()),
                    ("row", (first + 1).to_string()),
                ],
                related: vec![format!("/indicators/{first}/name")],
                ..Remark::default()
            });
        }
    }
}

/// A name without what people vary while they mean the same: spaces and punctuation.
fn normal(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}
