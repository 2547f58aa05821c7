use super::vocabulary::{amount, is_better_low, is_bounded_rate, stated};
use super::{Part, Rule, Words};
use crate::reading::Comparator;
use crate::reading::text::holds;
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "direction-contradicts-name",
    aspect: Aspect::Appropriateness,
    severity: Severity::Warning,
    message: Words {
        zh: "“{name}”通常{better}，目标却写成“{written}”，方向相反。请核对比较符号，例如“{sign}{number}”。",
        en: "“{name}” is usually {better}, but the target is “{written}”, the other way round. Check the comparison, for example “{sign}{number}”.",
    },
    fix: Words::NONE,
    docs: include_str!("direction_contradicts_name.md"),
    reads: &[Part::Name, Part::Target],
    mends: &[Part::Name, Part::Target],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let name = row.indicator.name.as_str();
    // Costs have a rule of their own, and a budget may be fully used without being exceeded.
    if row.is_cost() {
        return;
    }
    let is_wrong: fn(Comparator) -> bool;
    let (zh, en, sign);
    if is_better_low(name) {
        is_wrong = Comparator::is_lower;
        (zh, en, sign) = ("越低越好", "the better the lower it is", "≤");
    } else if is_bounded_rate(name) {
        is_wrong = Comparator::is_upper;
        (zh, en, sign) = ("越高越好", "the better the higher it is", "≥");
    } else {
        return;
    }
    if holds(name, "预算") {
        return;
    }
    let mut wrong = row.cells.iter().filter_map(|cell| {
        let item = cell.reading.measured()?;
        let comparator = stated(&item.value)?;
        is_wrong(comparator).then_some((cell, item, item.value.quantity()?))
    });
    // The cells of a row are usually written alike, so the first of them speaks for all.
    if let Some((cell, item, quantity)) = wrong.next() {
        let mut remark = row.remark(cell, item).with("name", name);
        remark = remark.with("written", item.span.of(cell.text));
        remark = remark
            .with("better", sink.either(zh, en))
            .with("sign", sign);
        remark.relate(&mut wrong.map(|(cell, ..)| cell.at()));
        sink.report(remark.with("number", &amount(quantity)));
    } else {
        sink.held(|_| row.evidence());
    }
}
