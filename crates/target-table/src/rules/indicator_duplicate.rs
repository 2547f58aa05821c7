use super::{Rule, Words};
use crate::model::Indicator;
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
    ..Rule::BASE
};

/// The same item may be measured under several dimensions (table 1 of the annex does), so only rows of one dimension
/// are held against each other.
fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    for (place, row) in sheet.rows.iter().enumerate() {
        let indicator = row.indicator;
        let mut before = sheet.rows.iter().take(place);
        let first = before.position(|other| are_same(other.indicator, indicator));
        if let Some(first) = first.filter(|_| normal(&indicator.name).next().is_some()) {
            let remark = Remark::at(row.at("name")).related(format!("/indicators/{first}/name"));
            let remark = remark.with("name", &indicator.name);
            sink.report(remark.with("row", &(first + 1).to_string()));
        }
    }
}

fn are_same(one: &Indicator, other: &Indicator) -> bool {
    let same = |one: &Option<String>, other: &Option<String>| {
        let words = |text| normal(Option::as_deref(text).unwrap_or_default());
        words(one).eq(words(other))
    };
    one.category == other.category
        && one.dimension == other.dimension
        && normal(&one.name).eq(normal(&other.name))
        && same(&one.group, &other.group)
        && same(&one.unit, &other.unit)
        && same(&one.definition, &other.definition)
}

/// A name without what people vary while they mean the same: spaces and punctuation. A unit may be nothing else (%).
fn normal(name: &str) -> impl Iterator<Item = char> {
    let is_dropped = |c: char| c.is_whitespace() || "，。、；：“”‘’（）()《》,.;:".contains(c);
    name.chars().filter(move |c| !is_dropped(*c))
}
