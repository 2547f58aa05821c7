use super::vocabulary::bare;
use super::{Part, Rule, Words};
use crate::model::{Category, Dimension, Indicator};
use crate::report::{Aspect, Severity};
use crate::sheet::{Row, Sheet};
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
    reads: &[Part::Name],
    mends: &[Part::Name],
    table: Some(check),
    ..Rule::BASE
};

/// The same item may be measured under several dimensions (table 1 of the annex does), so rows of different dimensions
/// are one indicator only if their targets are the same as well.
fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    for (place, row) in sheet.rows.iter().enumerate() {
        let indicator = row.indicator;
        if bare(&indicator.name).next().is_none() {
            continue;
        }
        let mut before = sheet.rows.iter().take(place);
        // Each row is held against all before it, and that once more for each fix that is tried out.
        let first = before.position(|other| {
            other.name_mark == row.name_mark && are_same(other.indicator, indicator)
        });
        let Some(first) = first else {
            sink.held(|_| (row.at("name"), format!("“{}”", indicator.name)));
            continue;
        };
        let remark = Remark::at(row.at("name")).related(format!("/indicators/{first}/name"));
        let mut remark = remark.with("name", &indicator.name);
        let is_elsewhere = |other: &Row<'_>| level(other.indicator) != level(indicator);
        if sheet.rows.get(first).is_some_and(is_elsewhere) {
            remark.severity = Some(Severity::Warning);
        }
        sink.report(remark.with("row", &(first + 1).to_string()));
    }
}

fn are_same(one: &Indicator, other: &Indicator) -> bool {
    let same = |one: &Option<String>, other: &Option<String>| {
        let words = |text| bare(Option::as_deref(text).unwrap_or_default());
        words(one).eq(words(other))
    };
    let has_target = || one.targets.values().any(|target| !target.trim().is_empty());
    let is_one = || level(one) == level(other) || (one.targets == other.targets && has_target());
    bare(&one.name).eq(bare(&other.name))
        && is_one()
        && same(&one.group, &other.group)
        && same(&one.unit, &other.unit)
        && same(&one.definition, &other.definition)
}

fn level(indicator: &Indicator) -> (Category, Dimension) {
    (indicator.category, indicator.dimension)
}
