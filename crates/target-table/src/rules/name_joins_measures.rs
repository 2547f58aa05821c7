use super::vocabulary::{WordList, ends_any};
use super::{Part, Rule, Words};
use crate::reading::Kind;
use crate::report::{Aspect, Severity};
use crate::sheet::{Cell, Row};
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "name-joins-measures",
    aspect: Aspect::Relevance,
    severity: Severity::Info,
    message: Words {
        zh: "“{name}”一行里有两个要衡量的内容，一个目标值无法分别考核。请拆成两行。",
        en: "“{name}” measures two things in one row, and one target cannot judge both. Make it two rows.",
    },
    fix: Words::NONE,
    docs: include_str!("name_joins_measures.md"),
    reads: &[Part::Name, Part::Target],
    row: Some(check),
    ..Rule::BASE
};

/// How the first of two measures ends and the second is joined to it.
static JOINTS: WordList = WordList::new(&[
    "率和",
    "率及",
    "率与",
    "率、",
    "数量和",
    "数量及",
    "满意度和",
]);

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let name = row.indicator.name.trim();
    let measures = ends_any(name, &["率", "比例", "占比", "数量", "满意度"]);
    // Where the cells hold several numbers, that rule speaks.
    let is_crowded = |cell: &Cell<'_>| cell.reading.kind == Kind::Several;
    if measures && !row.cells.iter().any(is_crowded) {
        let is_joined = JOINTS.are_in(name);
        let remark = is_joined.then(|| Remark::at(row.at("name")).with("name", name));
        sink.settle(row, remark);
    }
}
