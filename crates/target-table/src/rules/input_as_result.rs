use super::vocabulary::{WordList, is_in};
use super::{Part, Rule, Words};
use crate::model::Dimension;
use crate::report::{Aspect, Severity};
use crate::sheet::{Cell, Row};
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "input-as-result",
    aspect: Aspect::Relevance,
    severity: Severity::Warning,
    message: Words {
        zh: "“{name}”说的是花多少钱，属于投入，不是产出或效益。请改写为用这些钱办成的事；金额可列入成本指标。",
        en: "“{name}” says how much money is spent, which is an input, not an output or a benefit. Say what is achieved with it; the sum itself can stand under cost.",
    },
    fix: Words::NONE,
    docs: include_str!("input_as_result.md"),
    reads: &[Part::Name, Part::Level, Part::Target],
    mends: &[Part::Name, Part::Level],
    row: Some(check),
    ..Rule::BASE
};

/// Words for money that is put in.
static SPENT: WordList = WordList::new(&["支出", "投入", "安排", "经费", "拨款"]);
/// Money that others put in because of the project, and what is only related to it.
static MOVED: WordList = WordList::new(&[
    "带动", "撬动", "社会", "引导", "吸引", "研发", "企业", "节约", "减少", "降低", "收入", "增",
]);

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let indicator = row.indicator;
    let name = indicator.name.as_str();
    let is_result = matches!(
        indicator.dimension,
        Dimension::Quantity | Dimension::Economic | Dimension::Social
    );
    let is_money = || {
        let is_money = |cell: &Cell<'_>| {
            cell.reading
                .items
                .iter()
                .any(|item| is_in(&item.value, "money"))
        };
        row.cells.iter().any(is_money)
    };
    if is_result && is_money() {
        let is_spent = SPENT.are_in(name) && !MOVED.are_in(name);
        let remark = is_spent.then(|| Remark::at(row.at("name")).with("name", name));
        sink.settle(row, remark);
    }
}
