//! The shortest way: which places to mend, one after the other, so that no error and no unanswered warning is left.
//!
//! A finding can be mended in several places, as its rule's `mends` says: where a unit differs, in the cell or in the row's
//! unit. The place in which most findings can be mended comes first, then the one in which most of the rest can, and so
//! on: such a cover is not always the shortest there is, but never far from it. Where a finding in that place has a fix,
//! it is applied and checked again, and only what is gone then is promised. What other findings block is not counted.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::blocking::is_answered;
use crate::model::Table;
use crate::options::Options;
use crate::report::{Finding, Lang, Severity, Step};
use crate::rules::Part;
use crate::sink::Found;
use crate::{fix, fixes};

/// The places to mend, in order.
pub(crate) fn shortest(table: &Table, found: &[Found], options: &Options) -> Vec<Step> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, found) in found.iter().enumerate() {
        let finding = &found.finding;
        if finding.severity != Severity::Info && !is_answered(finding) {
            for place in mending_places(table, found) {
                places.entry(place).or_default().push(index);
            }
        }
    }
    let mut steps = Vec::new();
    while let Some(at) = busiest(&places, found) {
        let mut covered = places.remove(&at).unwrap_or_default();
        keep_proved(table, found, options, &at, &places, &mut covered);
        for findings in places.values_mut() {
            findings.retain(|index| !covered.contains(index));
        }
        steps.push(step(
            table,
            found,
            at,
            covered,
            steps.is_empty(),
            options.lang,
        ));
    }
    steps
}

/// The place in which most findings can be mended; of several such, the one for the finding that comes first in the
/// table, and rather that finding's own place than another one.
fn busiest(places: &BTreeMap<String, Vec<usize>>, found: &[Found]) -> Option<String> {
    let open = places.iter().filter(|(_, findings)| !findings.is_empty());
    let busiest = open.max_by_key(|(place, findings)| {
        let first = findings.first().copied();
        let first_found = first.and_then(|first| found.get(first));
        let is_own = first_found.is_some_and(|found| found.finding.at == **place);
        (findings.len(), Reverse(first), is_own)
    });
    busiest.map(|(place, _)| place.clone())
}

/// Drops what the fix for this place turns out not to mend, unless it can be mended nowhere else.
fn keep_proved(
    table: &Table,
    found: &[Found],
    options: &Options,
    at: &str,
    others: &BTreeMap<String, Vec<usize>>,
    covered: &mut Vec<usize>,
) {
    let of = |index: usize| found.get(index).map(|found| &found.finding);
    let fixes = covered.iter().filter_map(|index| of(*index)?.fix.as_ref());
    let mut fixes = fixes.filter(|fix| {
        fix.patch
            .iter()
            .all(|operation| fix::parts(operation).0 == at)
    });
    let Some(after) = fixes
        .next()
        .and_then(|fix| fixes::after(table, options, &fix.patch))
    else {
        return;
    };
    covered.retain(|index| {
        let stays = of(*index).is_some_and(|finding| {
            let mut after = after.iter().map(|found| &found.finding);
            after.any(|other| other.rule == finding.rule && other.at == finding.at)
        });
        !stays || !others.values().any(|findings| findings.contains(index))
    });
}

/// Where a finding can be mended: in its own place, or in the parts that its rule names.
fn mending_places(table: &Table, found: &Found) -> Vec<String> {
    let finding = &found.finding;
    if found.rule.mends.is_empty() {
        return vec![finding.at.clone()];
    }
    let mut places = Vec::new();
    for part in found.rule.mends {
        for at in std::iter::once(&finding.at).chain(&finding.related) {
            let place = place_of(table, *part, at);
            if let Some(place) = place.filter(|place| !places.contains(place)) {
                places.push(place);
            }
        }
    }
    if places.is_empty() {
        places.push(finding.at.clone());
    }
    places
}

/// The place of a part, for something that stands at a pointer.
fn place_of(table: &Table, part: Part, at: &str) -> Option<String> {
    let mut tokens = at.split('/').skip(1);
    let (section, index) = (tokens.next()?, tokens.next().unwrap_or_default());
    let id = tokens.nth(1);
    let in_row = |field: &str| {
        (section == "indicators" && !index.is_empty())
            .then(|| format!("/indicators/{index}/{field}"))
    };
    let in_period = |field: &str| match section {
        "periods" => Some(format!("/periods/{index}/{field}")),
        _ => {
            let mut periods = table.periods.iter();
            let period = periods.position(|period| Some(period.id.as_str()) == id)?;
            Some(format!("/periods/{period}/{field}"))
        }
    };
    match part {
        Part::Target => id
            .filter(|_| section == "indicators")
            .map(|_| at.to_owned()),
        Part::Level => in_row("dimension"),
        Part::Name => in_row("name"),
        Part::Unit => in_row("unit"),
        Part::Weight => in_row("weight"),
        Part::Period => in_period("label"),
        Part::End => in_period("end"),
        Part::Goal => in_period("goal"),
        Part::Support => Some("/support/amount".to_owned()),
        Part::Rows => Some("/indicators".to_owned()),
        Part::Head | Part::Whole => Some(at.to_owned()),
    }
}

fn step(
    table: &Table,
    found: &[Found],
    at: String,
    covered: Vec<usize>,
    is_first: bool,
    lang: Lang,
) -> Step {
    let findings: Vec<&Finding> = covered
        .iter()
        .filter_map(|index| found.get(*index).map(|found| &found.finding))
        .collect();
    let here = findings.iter().filter(|finding| finding.at == at).count();
    let elsewhere = findings.len() - here;
    let place = name(table, &at, lang);
    let words = match lang {
        Lang::Zh => {
            let begin = if is_first { "先改" } else { "再改" };
            let also = if here > 0 { "另有 " } else { "" };
            match elsewhere {
                0 => format!("{begin}{place}。"),
                _ => format!("{begin}{place}，{also}{elsewhere} 处随之消失。"),
            }
        }
        Lang::En => {
            let begin = if is_first { "First" } else { "Then" };
            let also = if here > 0 { "other " } else { "" };
            match elsewhere {
                0 => format!("{begin} mend {place}."),
                1 => format!("{begin} mend {place}: 1 {also}finding vanishes with it."),
                _ => format!("{begin} mend {place}: {elsewhere} {also}findings vanish with it."),
            }
        }
    };
    let mut rules: Vec<String> = findings
        .iter()
        .map(|finding| finding.rule.clone())
        .collect();
    rules.sort_unstable();
    rules.dedup();
    Step {
        at,
        rules,
        findings: covered,
        words,
    }
}

/// What a person calls a place of this table.
fn name(table: &Table, at: &str, lang: Lang) -> String {
    let mut tokens = at.split('/').skip(1);
    let (section, index) = (
        tokens.next().unwrap_or_default(),
        tokens.next().unwrap_or_default(),
    );
    let (field, id) = (tokens.next().unwrap_or_default(), tokens.next());
    let number = index.parse::<usize>().ok();
    let zh = lang == Lang::Zh;
    match (section, number) {
        ("indicators", Some(row)) => {
            let indicator = table.indicators.get(row);
            let named = indicator.map_or("", |indicator| indicator.name.trim());
            let mut periods = table.periods.iter();
            let period = periods.find(|period| Some(period.id.as_str()) == id);
            let what = match (field, period) {
                ("targets", Some(period)) if zh => format!("“{}”一格", period.label),
                ("targets", Some(period)) => format!("the target for “{}”", period.label),
                ("targets", None) => id.unwrap_or_default().to_owned(),
                (field, _) => field_name(field, lang).to_owned(),
            };
            match lang {
                Lang::Zh if named.is_empty() => format!("第 {} 行的{what}", row + 1),
                Lang::Zh => format!("第 {} 行“{named}”的{what}", row + 1),
                Lang::En if named.is_empty() => format!("{what} in row {}", row + 1),
                Lang::En => format!("{what} of “{named}” (row {})", row + 1),
            }
        }
        ("periods", Some(period)) => {
            let label = table.periods.get(period).map_or("", |period| &period.label);
            match lang {
                Lang::Zh => format!("“{label}”的{}", field_name(field, lang)),
                Lang::En => format!("{} of “{label}”", field_name(field, lang)),
            }
        }
        _ => match (section, index) {
            ("project", _) => lang.either("项目名称", "the project’s name"),
            ("applicant", "creditCode") => lang.either("统一社会信用代码", "the credit code"),
            ("applicant", _) => lang.either("申报单位", "the applicant"),
            ("support", _) => lang.either("支持金额", "the support"),
            ("indicators", _) => {
                lang.either("指标（增补所缺的）", "the rows (add what is missing)")
            }
            ("answers", _) => lang.either("说明", "the answers"),
            _ => lang.either("表格", "the table"),
        }
        .to_owned(),
    }
}

fn field_name(field: &str, lang: Lang) -> &'static str {
    match field {
        "category" | "dimension" | "dimensionLabel" => lang.either("指标级次", "the levels"),
        "group" => lang.either("事项", "the item"),
        "name" => lang.either("名称", "the name"),
        "unit" => lang.either("单位", "the unit"),
        "weight" => lang.either("权重", "the weight"),
        "definition" => lang.either("口径", "the definition"),
        "label" => lang.either("名称", "the label"),
        "end" => lang.either("截止日期", "the end"),
        "goal" => lang.either("目标文字", "the goal"),
        _ => lang.either("内容", "the content"),
    }
}
