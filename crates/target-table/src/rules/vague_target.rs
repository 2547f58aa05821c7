use super::{Part, Rule, Words};
use crate::model::Dimension;
use crate::reading::{Grade, Item, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::{Cell, Row};
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "vague-target",
    aspect: Aspect::Relevance,
    severity: Severity::Warning,
    message: Words {
        zh: "“{written}”没有可以衡量的标准，到期无法判断是否完成。请写明{wanted}。",
        en: "“{written}” has no standard to measure it by, so nobody can tell whether it was reached. Write {wanted}.",
    },
    fix: Words::NONE,
    docs: include_str!("vague_target.md"),
    reads: &[Part::Target, Part::Level],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let dimension = row.indicator.dimension;
    // Satisfaction and times have rules of their own; what is in force for all periods says it in the last.
    let is_exempt = matches!(dimension, Dimension::Satisfaction | Dimension::Timeliness);
    if is_exempt {
        return;
    }
    if !row.cells.last().is_some_and(is_vague) {
        sink.held(|_| row.evidence());
        return;
    }
    let is_soft = matches!(
        dimension,
        Dimension::Social | Dimension::Ecological | Dimension::Sustainable | Dimension::Other
    );
    let wanted = if dimension == Dimension::Sustainable {
        (
            "数值、分档的标准或持续的年限，例如“≥5年”",
            "a number, a graded standard, or for how many years, for example “≥5年” (at least five)",
        )
    } else if is_soft {
        ("数值，或分档的标准", "a number, or a graded standard")
    } else {
        ("数值和单位", "a number and its unit")
    };
    if let Some(mut remark) = row.remark_on(&is_vague) {
        remark.severity = is_soft.then_some(Severity::Info);
        sink.report(remark.with("wanted", sink.either(wanted.0, wanted.1)));
    }
}

/// Whether a cell only judges, without number, time or standard.
fn is_vague(cell: &Cell<'_>) -> bool {
    let is_vague = |item: &Item| {
        matches!(
            item.value,
            Value::Qualitative(Some(Grade::Improving | Grade::Effective | Grade::Lasting))
        )
    };
    cell.has_target() && cell.reading.items.iter().all(is_vague)
}
