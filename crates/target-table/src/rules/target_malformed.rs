use super::{Part, Rule, Words};
use crate::reading::{Problem, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "target-malformed",
    aspect: Aspect::Completeness,
    severity: Severity::Warning,
    message: Words {
        zh: "“{written}”{problem}，无法确定目标值。请改写清楚。",
        en: "“{written}” {problem}, so the target is unclear. Write it plainly.",
    },
    fix: Words::NONE,
    docs: include_str!("target_malformed.md"),
    spoils: &[Part::Target],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    row.each_item(&mut |cell, item| {
        let problem = match &item.value {
            Value::Malformed { problem, .. } => *problem,
            // `28.40/株` can be read, but what it costs is not said.
            Value::Quantity(quantity) if quantity.dimension() == Some("incomplete") => {
                Problem::UnitHalfMissing
            }
            _ => return sink.held(|_| cell.evidence()),
        };
        // 1:1 is how shares of several funds are written.
        let is_ratio = item.span.of(cell.text).contains([':', '：']);
        if problem == Problem::Arithmetic && is_ratio {
            return;
        }
        if let Some((zh, en)) = words(problem) {
            let remark = row
                .remark(cell, item)
                .with("written", item.span.of(cell.text));
            sink.report(remark.with("problem", sink.either(zh, en)));
        }
    });
}

/// What is wrong, in words. Missing numbers and reversed ranges have rules of their own, and words that the engine
/// does not understand are no mistake of the applicant's.
fn words(problem: Problem) -> Option<(&'static str, &'static str)> {
    match problem {
        Problem::NumberTooLong => Some(("数字太长", "has too many digits")),
        Problem::BrokenNumber => Some(("数字写法不完整", "is not a well-formed number")),
        Problem::Exponent => Some(("用了科学记数法", "uses an exponent")),
        Problem::Arithmetic => Some(("是算式而不是结果", "is a calculation, not its result")),
        Problem::ComparatorsContradict => Some((
            "前后的比较词相反",
            "has two comparisons that contradict each other",
        )),
        Problem::UnitHalfMissing => Some(("单位只写了一半", "has only half a unit")),
        Problem::NumberMissing
        | Problem::OnlyUnit
        | Problem::RangeReversed
        | Problem::NotUnderstood => None,
    }
}
