use rust_decimal::Decimal;

use super::vocabulary::{WordList, is_in, may_fall};
use super::{Part, Rule, Words};
use crate::reading::{Factor, Item, Value};
use crate::report::{Aspect, Severity};
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
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let mut cells = row
        .cells
        .iter()
        .filter_map(|cell| Some((cell, amount(row, cell)?)));
    let Some(mut earlier) = cells.next() else {
        return;
    };
    for later in cells {
        if are_comparable(&earlier, &later) {
            if earlier.1.low <= later.1.high {
                sink.held(|_| in_order(&earlier, &later));
            } else if !may_be_lower(row) {
                sink.report(remark(row, &earlier, &later));
            }
        }
        earlier = later;
    }
}

/// A target that can be held against another period's.
struct Target<'r> {
    item: &'r Item,
    dimension: Option<&'static str>,
    low: Decimal,
    high: Decimal,
    per: Option<&'static str>,
}

fn amount<'r>(row: &Row<'_>, cell: &'r Cell<'_>) -> Option<Target<'r>> {
    let item = cell.reading.measured()?;
    match &item.value {
        // An upper bound may become tighter; only what is spent in all cannot.
        Value::Quantity(quantity) | Value::Duration(quantity)
            if !quantity.comparator.is_upper() || is_sum_of_costs(row, &item.value) =>
        {
            let base = quantity.in_base()?;
            Some(Target {
                item,
                dimension: quantity.dimension(),
                low: base,
                high: base,
                per: quantity.per,
            })
        }
        Value::Range(range) => {
            let factor = range.unit.as_ref().map_or(Factor::ONE, |unit| unit.factor);
            Some(Target {
                item,
                dimension: range.unit.as_ref().map(|unit| unit.dimension),
                low: factor.apply(range.low_in_unit()?)?,
                high: factor.apply(range.high)?,
                per: None,
            })
        }
        _ => None,
    }
}

/// Words of a sum, of a part of one, and of what is there at a time rather than added up.
static SUMS: WordList = WordList::new(&["总", "支出", "经费", "费用"]);
static SHARES: WordList = WordList::new(&["单", "均", "每"]);
static STATES: WordList = WordList::new(&["余额", "存量", "均", "在册"]);

/// Whether a row is about all the money that is spent, which only grows.
fn is_sum_of_costs(row: &Row<'_>, value: &Value) -> bool {
    let name = row.indicator.name.as_str();
    row.is_cost() && is_in(value, "money") && SUMS.are_in(name) && !SHARES.are_in(name)
}

/// Whether a later target may well be the lower one.
fn may_be_lower(row: &Row<'_>) -> bool {
    let is_sum = |cell: &Cell<'_>| {
        let item = cell.reading.measured();
        item.is_some_and(|item| is_sum_of_costs(row, &item.value))
    };
    may_fall(&row.indicator.name) && !row.cells.iter().any(is_sum)
}

type Told<'r, 't> = (&'r Cell<'t>, Target<'r>);

/// Two years side by side do not contain each other; a stage and its year do.
fn are_comparable((early, before): &Told<'_, '_>, (late, after): &Told<'_, '_>) -> bool {
    early.period.kind < late.period.kind
        && before.dimension == after.dimension
        && before.per == after.per
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
    let is_counted = before
        .dimension
        .is_none_or(|dimension| dimension.starts_with("count:") || dimension == "money");
    let is_state = STATES.are_in(&row.indicator.name);
    let adds_up = is_counted && !is_state && before.per.is_none();
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
