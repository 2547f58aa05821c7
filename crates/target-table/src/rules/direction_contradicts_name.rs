use super::vocabulary::{amount, is_better_low, is_bounded_rate, stated};
use super::{Part, Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
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
    check,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    sheet.each_item(&mut |row, cell, item| {
        let name = row.indicator.name.as_str();
        let (Some(comparator), Some(quantity)) = (stated(&item.value), item.value.quantity())
        else {
            return;
        };
        // Costs have a rule of their own, and a budget may be fully used without being exceeded.
        if row.is_cost() || name.contains("预算") {
            return;
        }
        let words = if comparator.is_lower() && is_better_low(name) {
            ("越低越好", "the better the lower it is", "≤")
        } else if comparator.is_upper() && is_bounded_rate(name) {
            ("越高越好", "the better the higher it is", "≥")
        } else {
            return;
        };
        let (zh, en, sign) = words;
        let remark = row.remark(cell, item).with("name", name);
        let remark = remark.with("written", item.span.of(cell.text));
        let remark = remark.with("better", sink.either(zh, en));
        sink.report(remark.with("sign", sign).with("number", &amount(quantity)));
    });
}
