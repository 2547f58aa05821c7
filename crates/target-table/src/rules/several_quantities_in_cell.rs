use super::{Rule, Words};
use crate::model::Dimension;
use crate::reading::Value;
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "several-quantities-in-cell",
    aspect: Aspect::Relevance,
    severity: Severity::Warning,
    message: Words {
        zh: "一格里有 {count} 个数量：{written}。请拆成 {count} 行，一行一个指标。",
        en: "One cell holds {count} quantities: {written}. Make it {count} rows, one indicator each.",
    },
    fix: Words::NONE,
    docs: include_str!("several_quantities_in_cell.md"),
    check,
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    for (row, cell) in sheet.cells().filter(|(_, cell)| !cell.repeats) {
        let items = &cell.reading.items;
        let is_dated = items
            .iter()
            .any(|item| matches!(item.value, Value::Deadline(_) | Value::Period { .. }));
        // Progress by dates is one plan, not several indicators.
        if is_dated || row.indicator.dimension == Dimension::Timeliness {
            continue;
        }
        let quantities: Vec<_> = items
            .iter()
            .filter(|item| matches!(item.value, Value::Quantity(_) | Value::Range(_)))
            .collect();
        let (Some(first), Some(last)) = (quantities.first(), quantities.last()) else {
            continue;
        };
        if quantities.len() > 1 {
            let quoted = |written: &str| match sink.lang {
                crate::Lang::Zh => format!("“{written}”"),
                crate::Lang::En => format!("“{written}”"),
            };
            let written: Vec<String> = quantities
                .iter()
                .map(|item| quoted(item.span.of(cell.text)))
                .collect();
            let whole = crate::span::Span {
                start: first.span.start,
                end: last.span.end,
            };
            sink.report(Remark {
                params: vec![
                    ("count", quantities.len().to_string()),
                    ("written", written.join(sink.either("、", ", "))),
                ],
                ..row.remark(cell, Some(whole))
            });
        }
    }
}
