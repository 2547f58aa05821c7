use super::{Part, Rule, Words};
use crate::labels;
use crate::model::Dimension;
use crate::report::{Aspect, Severity};
use crate::sheet::{Cell, Row};
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "name-only-level",
    aspect: Aspect::Relevance,
    severity: Severity::Info,
    message: Words {
        zh: "“{name}”只是二级指标的名称，没有说明衡量什么。请写出具体的三级指标，例如“新增就业人数”。",
        en: "“{name}” only repeats the second level and does not say what is measured. Name the indicator itself, for example “新增就业人数” (new jobs).",
    },
    fix: Words::NONE,
    docs: include_str!("name_only_level.md"),
    reads: &[Part::Name],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let name = row.indicator.name.trim();
    let label = ["项目", "产出"]
        .iter()
        .find_map(|word| name.strip_prefix(word));
    let level = labels::parse_dimension(label.unwrap_or(name));
    // 服务对象满意度 is the name of the level and of its indicator.
    let is_level = level.is_some_and(|level| level != Dimension::Satisfaction);
    if row.cells.iter().any(Cell::has_target) {
        let remark = is_level.then(|| Remark::at(row.at("name")).with("name", name));
        sink.settle(row, remark);
    }
}
