use super::{Part, Rule, Words};
use crate::reading::Value;
use crate::reading::text::holds;
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "comparison-without-number",
    aspect: Aspect::Relevance,
    severity: Severity::Warning,
    message: Words {
        zh: "“{written}”没有具体数值，到期无法判断是否完成。请写明数值，或写明比哪个已公布的基准高（低）多少。",
        en: "“{written}” names no figure, so nobody can tell whether it was reached. Write the figure, or how far above or below which published baseline.",
    },
    fix: Words::NONE,
    docs: include_str!("comparison_without_number.md"),
    reads: &[Part::Target],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    row.each_item(&mut |cell, item| {
        if !matches!(item.value, Value::Comparative { .. }) {
            return;
        }
        // A number elsewhere in the cell may be the distance from the baseline.
        let mut items = cell.reading.items.iter();
        let has_number = items.any(|item| item.value.is_measured());
        let written = item.span.of(cell.text);
        // The budget is a number in the head of the table, a price stands in its contract, a standard and its classes are
        // published.
        let is_known = has_number
            || ["预算", "概算", "批复", "中标价", "合同", "标准"]
                .iter()
                .any(|word| holds(cell.text, word))
            || names_a_class(cell.text);
        if is_known {
            sink.held(|_| cell.evidence());
        } else {
            sink.report(row.remark(cell, item).with("written", written));
        }
    });
}

/// Whether a text names a class of a scale: `Ⅲ类`, `二级`, `AA级`.
fn names_a_class(text: &str) -> bool {
    let mut ranks = text.chars().zip(text.chars().skip(1));
    ranks.any(|(rank, word)| {
        let is_rank = matches!(rank, 'Ⅰ'..='Ⅴ' | 'I' | 'V' | 'A' | '1'..='5' | '一' | '二' | '三' | '四' | '五' | '甲' | '乙' | '丙');
        is_rank && matches!(word, '类' | '级')
    })
}
