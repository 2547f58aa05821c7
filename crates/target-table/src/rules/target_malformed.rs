use super::vocabulary::ends_with_one;
use super::{Part, Rule, Words};
use crate::reading::text::{one_of, place_of};
use crate::reading::{Problem, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::Sink;
use crate::span::Span;

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
        let day = impossible_day(cell.text)
            .filter(|day| (item.span.start..item.span.end).contains(&day.start));
        let span = day.unwrap_or(item.span);
        let written = span.of(cell.text);
        let words = match &item.value {
            _ if day.is_some() => Some(("这一天不存在", "is no day of any year")),
            // 1:1 is how shares of several funds are written.
            Value::Malformed {
                problem: Problem::Arithmetic,
                ..
            } if written.contains(one_of(":：")) => None,
            Value::Malformed { problem, .. } => words(*problem),
            // `28.40/株` can be read, but what it costs is not said.
            Value::Quantity(quantity) if quantity.dimension() == Some("incomplete") => {
                words(Problem::UnitHalfMissing)
            }
            _ => return sink.held(|_| cell.evidence()),
        };
        if let Some((zh, en)) = words {
            let mut remark = row.remark(cell, item).with("written", written);
            remark.span = Some(span.to_utf16(cell.text));
            sink.report(remark.with("problem", sink.either(zh, en)));
        }
    });
}

/// A day that its month does not have in any year.
fn impossible_day(text: &str) -> Option<Span> {
    IMPOSSIBLE_DAYS.iter().find_map(|day| {
        let start = place_of(text, day)?;
        // 12月31日 is one.
        let is_tenth = ends_with_one(text.get(..start)?, "1");
        let end = start + day.len();
        (!is_tenth).then_some(Span { start, end })
    })
}

const IMPOSSIBLE_DAYS: [&str; 6] = [
    "2月30日",
    "2月31日",
    "4月31日",
    "6月31日",
    "9月31日",
    "11月31日",
];

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
