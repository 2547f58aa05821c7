use rust_decimal::Decimal;

use super::{Part, Rule, Words};
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
    reads: &[Part::Target, Part::Period],
    mends: &[Part::Target],
    check,
    ..Rule::BASE
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
            if are_comparable(&earlier, &later) {
                if earlier.1.base <= later.1.base {
                    sink.held(|_| in_order(&earlier, &later));
                } else if !LESS_IS_BETTER.iter().any(|word| name.contains(word)) {
                    sink.report(remark(row, &earlier, &later));
                }
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

type Told<'r, 't> = (&'r Cell<'t>, Target<'r>);

/// Two years side by side do not contain each other; a stage and its year do.
fn are_comparable((early, before): &Told<'_, '_>, (late, after): &Told<'_, '_>) -> bool {
    early.period.kind < late.period.kind && before.dimension == after.dimension
}

/// 阶段目标 3场 ≤ 年度目标 6场.
fn in_order((early, before): &Told<'_, '_>, (late, after): &Told<'_, '_>) -> (String, String) {
    let (written, later) = (
        before.item.span.of(early.text),
        after.item.span.of(late.text),
    );
    let (early, label) = (&early.period.label, &late.period.label);
    (late.at(), format!("{early} {written} ≤ {label} {later}"))
}

fn remark(row: &Row<'_>, (early, before): &Told<'_, '_>, (late, after): &Told<'_, '_>) -> Remark {
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
    remark
}
