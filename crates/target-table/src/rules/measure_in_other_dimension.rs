use super::vocabulary::{ACTIVITIES, ends_any, is_better_low, is_in, is_rate};
use super::{Part, Rule, Words};
use crate::labels;
use crate::model::Dimension;
use crate::reading::Value;
use crate::report::{Aspect, Severity};
use crate::sheet::{Row, Sheet};
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "measure-in-other-dimension",
    aspect: Aspect::Relevance,
    severity: Severity::Info,
    message: Words {
        zh: "“{name}”{what}，通常列入“{home}”，这里列在“{dimension}”之下。请核对二级指标。",
        en: "“{name}” {what}, which usually stands under “{home}”, not under “{dimension}”. Check the second level.",
    },
    fix: Words::NONE,
    docs: include_str!("measure_in_other_dimension.md"),
    reads: &[Part::Name, Part::Level, Part::Unit, Part::Target],
    mends: &[Part::Level],
    table: Some(check),
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let mut rest = sheet.rows.as_slice();
    while let Some(row) = rest.first() {
        // Rows below each other with the same mistake are one mistake.
        let found = misplaced(row);
        let run = rest
            .iter()
            .take_while(|other| misplaced(other) == found)
            .count()
            .max(1);
        let (same, after) = rest.split_at_checked(run).unwrap_or((rest, &[]));
        rest = after;
        let Some((home, zh, en)) = found else {
            sink.held(|_| row.evidence());
            continue;
        };
        let remark = Remark::at(row.at("name")).with("name", &row.indicator.name);
        let remark = remark.with("what", sink.either(zh, en));
        let here = labels::dimension(row.indicator.dimension, sink.lang);
        let remark = remark.with("dimension", here);
        let mut remark = remark.with("home", labels::dimension(home, sink.lang));
        remark.relate(&mut same.iter().skip(1).map(|row| row.at("name")));
        sink.report(remark);
    }
}

/// Where a row belongs by what it measures, and what that is in words.
fn misplaced(row: &Row<'_>) -> Option<(Dimension, &'static str, &'static str)> {
    let name = row.indicator.name.as_str();
    let value = row
        .cells
        .iter()
        .rev()
        .find_map(|cell| Some(&cell.reading.measured()?.value));
    let measures = |dimension| value.is_some_and(|value| is_in(value, dimension));
    let is_more_than_none = || {
        value
            .and_then(Value::quantity)
            .is_none_or(|it| !it.number.is_zero())
    };
    let here = row.indicator.dimension;
    let is_benefit = matches!(
        here,
        Dimension::Economic | Dimension::Social | Dimension::Ecological
    );
    if is_benefit && name.ends_with("满意度") {
        Some((
            Dimension::Satisfaction,
            "衡量的是满意程度",
            "measures satisfaction",
        ))
    } else if here == Dimension::Quantity
        && measures("ratio")
        && is_rate(name)
        && !ends_any(name, &DONE)
    {
        Some((
            Dimension::Quality,
            "的目标值是比率",
            "has a rate as its target",
        ))
    } else if here == Dimension::Quality
        && (measures("count:") || measures("text-length"))
        && is_more_than_none()
        && !is_better_low(name)
        && !measures("count:point")
        && !measures("count:rank")
    {
        Some((
            Dimension::Quantity,
            "的目标值是数量",
            "has a quantity as its target",
        ))
    } else if here == Dimension::Social
        && COUNTED.iter().any(|dimension| measures(dimension))
        && ACTIVITIES.are_in(name)
    {
        Some((
            Dimension::Quantity,
            "是所做工作的次数",
            "counts what was done",
        ))
    } else {
        None
    }
}

/// Rates of how much was done, which many forms count as quantity.
const DONE: [&str; 3] = ["完成率", "覆盖率", "进度比例"];

/// In what activities are counted.
const COUNTED: [&str; 3] = ["count:event", "count:event-session", "count:event-period"];
