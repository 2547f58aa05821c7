use super::{Part, Rule, Words};
use crate::date::days_of;
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
    for cell in row.cells.iter().filter(|cell| !cell.repeats) {
        let (Some(span), Some(item)) = (impossible_day(cell.text), cell.reading.items.first())
        else {
            continue;
        };
        let mut remark = row.remark(cell, item).with("written", span.of(cell.text));
        remark.span = Some(span.to_utf16(cell.text));
        let (zh, en) = ("这一天不存在", "is no day of any year");
        sink.report(remark.with("problem", sink.either(zh, en)));
    }
}

/// A day that its month does not have in any year: `6月31日`.
fn impossible_day(text: &str) -> Option<Span> {
    text.match_indices('月').find_map(|(at, word)| {
        let before = text.get(..at)?;
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let day_at = at + word.len();
        let end = day_at + text.get(day_at..)?.find(['日', '号'])?;
        let month: u16 = before.get(start..)?.parse().ok()?;
        let day: u16 = text.get(day_at..end)?.parse().ok()?;
        let end = end + word.len();
        (day > days_of(LEAP_YEAR, month)).then_some(Span { start, end })
    })
}

const LEAP_YEAR: u16 = 2024;

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
