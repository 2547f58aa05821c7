use rust_decimal::Decimal;

use super::{Rule, Words};
use crate::reading::{Item, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sheet::{Cell, Row};
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "earlier-above-later",
    aspect: Aspect::Feasibility,
    severity: Severity::Error,
    message: Words {
        zh: "{early}写“{written}”，高于{late}的“{later}”。后一期包含前一期，目标不应反而更低。请核对两格的数字。",
        en: "{early} says “{written}”, more than “{later}” for {late}. The later period contains the earlier one, so its target should not be lower. Check both figures.",
    },
    fix: Words::NONE,
    docs: include_str!("earlier_above_later.md"),
    check,
};

/// What is better when there is less of it, so that a target may go down.
const LESS_IS_BETTER: [&str; 20] = [
    "不良", "投诉", "事故", "故障", "差错", "逾期", "时限", "时长", "用时", "周期", "费率", "利率",
    "成本", "能耗", "排放", "浓度", "误差", "死亡", "空置", "下降",
];

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    for row in &sheet.rows {
        let name = row.indicator.name.as_str();
        let mut cells = row
            .cells
            .iter()
            .filter_map(|cell| Some((cell, amount(cell)?)));
        let Some(mut earlier) = cells.next() else {
            continue;
        };
        for later in cells {
            if let Some(remark) = compare(row, &earlier, &later)
                && !LESS_IS_BETTER.iter().any(|word| name.contains(word))
            {
                sink.report(remark);
            }
            earlier = later;
        }
    }
}

/// A target that can be held against another period's.
struct Target<'r> {
    item: &'r Item,
    dimension: Option<&'static str>,
    base: Decimal,
}

fn amount<'r>(cell: &'r Cell<'_>) -> Option<Target<'r>> {
    let item = cell.reading.measured()?;
    match &item.value {
        // An upper bound may become tighter; that is no contradiction.
        Value::Quantity(quantity) if !quantity.comparator.is_upper() => Some(Target {
            item,
            dimension: quantity.dimension(),
            base: quantity.in_base()?,
        }),
        _ => None,
    }
}

fn compare(
    row: &Row<'_>,
    (early, before): &(&Cell<'_>, Target<'_>),
    (late, after): &(&Cell<'_>, Target<'_>),
) -> Option<Remark> {
    // Two years side by side do not contain each other; a stage and its year do.
    let contains = early.period.kind < late.period.kind;
    if !contains || before.dimension != after.dimension || before.base <= after.base {
        return None;
    }
    let adds_up = before
        .dimension
        .is_none_or(|dimension| dimension.starts_with("count:") || dimension == "money");
    let remark = row.remark(early, before.item).related(late.at());
    let remark = remark.with("early", &early.period.label);
    let remark = remark.with("written", before.item.span.of(early.text));
    let remark = remark.with("late", &late.period.label);
    let mut remark = remark.with("later", after.item.span.of(late.text));
    // A share may fall for good reasons; a count that adds up cannot.
    if !adds_up {
        remark.severity = Some(Severity::Warning);
    }
    Some(remark)
}
