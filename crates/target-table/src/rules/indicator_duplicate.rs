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
    let mut seen: Vec<String> = Vec::new();
    for row in &sheet.rows {
        let indicator = row.indicator;
        let optional = |text: &Option<String>| normal(text.as_deref().unwrap_or_default());
        let name = normal(&indicator.name);
        let key = [
            indicator.category.word(),
            indicator.dimension.word(),
            &optional(&indicator.group),
            &name,
            &optional(&indicator.unit),
            &optional(&indicator.definition),
        ]
        .join("/");
        let first = seen.iter().position(|other| *other == key);
        seen.push(key);
        if let Some(first) = first.filter(|_| !name.is_empty()) {
            let remark = Remark::at(row.at("name")).related(format!("/indicators/{first}/name"));
            let remark = remark.with("name", &indicator.name);
            sink.report(remark.with("row", &(first + 1).to_string()));
        }
    }
}

/// A name without what people vary while they mean the same: spaces and punctuation. A unit may be nothing else (%).
fn normal(name: &str) -> String {
    let is_dropped = |c: char| c.is_whitespace() || "，。、；：“”‘’（）()《》,.;:".contains(c);
    name.chars().filter(|c| !is_dropped(*c)).collect()
}
