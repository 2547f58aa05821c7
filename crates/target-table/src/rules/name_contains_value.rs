use std::cmp::Ordering;

use super::vocabulary::{bare, is_in, is_rate, stated};
use super::{Part, Rule, Words};
use crate::reading::text::has_digit;
use crate::reading::{Mention, Value, compare, read_goal};
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "name-contains-value",
    aspect: Aspect::Relevance,
    severity: Severity::Warning,
    message: Words {
        zh: "指标名称“{name}”里写了目标值“{written}”{relation}。请只在名称里写明衡量什么，数值填入指标值一栏。",
        en: "The indicator name “{name}” holds the target “{written}”{relation}. The name says what is measured; the number goes into the column of targets.",
    },
    fix: Words {
        zh: "名称改为“{short}”",
        en: "Name it “{short}”",
    },
    docs: include_str!("name_contains_value.md"),
    mends: &[Part::Name, Part::Target],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let name = row.indicator.name.trim();
    // Few names hold a number at all.
    if !has_digit(name) {
        sink.held(|_| row.evidence());
        return;
    }
    let mentions = read_goal(name);
    let Some(mention) = mentions.last().filter(|mention| is_at_end(name, mention)) else {
        return;
    };
    let order = |value: &Value| match (value.quantity(), mention.value.quantity()) {
        (Some(a), Some(b)) => compare::order(a, b),
        _ => None,
    };
    let values = || {
        row.cells
            .iter()
            .filter_map(|cell| Some(&cell.reading.measured()?.value))
    };
    // 演出100场 in the name and ≥100场 in the cell are one number.
    let is_repeated = values().any(|value| order(value).is_some_and(Ordering::is_eq));
    let is_target = is_in(&mention.value, "ratio") || stated(&mention.value).is_some();
    if !is_target && !is_repeated {
        return;
    }
    let written = mention.span.of(name);
    let mut remark = Remark::at(row.at("name"))
        .with("name", name)
        .with("written", written);
    let is_other = |value: &Value| order(value).is_some_and(Ordering::is_ne);
    // Only the last period has to reach what the name says.
    let differs = !is_repeated && values().next_back().is_some_and(is_other);
    let relation = if differs {
        remark.severity = Some(Severity::Error);
        sink.either("，又与指标值不同", ", which is not the one in the column")
    } else {
        ""
    };
    let rest = name
        .get(..mention.span.start)
        .unwrap_or_default()
        .trim_end();
    if is_repeated && is_rate(rest) {
        remark = remark.with("short", rest);
        remark.mend(|remark| remark.rewrite(rest));
    }
    sink.report(remark.with("relation", relation));
}

/// Whether a number ends a name and says something of its own; elsewhere it defines what is measured, like 60岁以上.
fn is_at_end(name: &str, mention: &Mention) -> bool {
    let rest = name.get(mention.span.end..).unwrap_or_default();
    let is_end = bare(rest).next().is_none() && mention.span.start > 0;
    is_end
        && has_digit(mention.span.of(name))
        && !mention.describes
        && mention.value.quantity().is_some()
}
