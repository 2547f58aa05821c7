use rust_decimal::Decimal;

use super::{Rule, Words};
use crate::model::Dimension;
use crate::reading::Value;
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "ratio-above-hundred",
    aspect: Aspect::Feasibility,
    severity: Severity::Error,
    message: Words {
        zh: "“{name}”不可能超过 100%，这里写的是“{written}”{suggestion}。请核对数字。",
        en: "“{name}” cannot exceed 100 %, but the cell says “{written}”{suggestion}. Check the number.",
    },
    fix: Words::NONE,
    docs: include_str!("ratio_above_hundred.md"),
    check,
    ..Rule::BASE
};

/// Rates of a part in its whole. Growth, leverage and the like may well exceed 100 %.
const BOUNDED: [&str; 14] = [
    "合格率",
    "完成率",
    "达标率",
    "覆盖率",
    "满意度",
    "满意率",
    "及时率",
    "成活率",
    "准确率",
    "到位率",
    "回访率",
    "普及率",
    "入库率",
    "验收率",
];

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    sheet.each_item(&mut |row, cell, item| {
        let name = row.indicator.name.as_str();
        let is_bounded = || {
            row.indicator.dimension == Dimension::Satisfaction
                || BOUNDED.iter().any(|word| name.ends_with(word))
        };
        let Value::Quantity(quantity) = &item.value else {
            return;
        };
        let is_above = quantity.dimension() == Some("ratio")
            && quantity.in_base().is_some_and(|ratio| ratio > Decimal::ONE);
        if is_above && !quantity.comparator.is_upper() && is_bounded() {
            let perhaps = sink.either("，是否应为“", ", perhaps meant as “");
            let suggestion = cell.reading.suggestion.as_deref();
            let suggestion = suggestion.map_or(String::new(), |text| [perhaps, text, "”"].concat());
            let remark = row.remark(cell, item).with("name", name);
            let remark = remark.with("written", item.span.of(cell.text));
            sink.report(remark.with("suggestion", &suggestion));
        }
    });
}
