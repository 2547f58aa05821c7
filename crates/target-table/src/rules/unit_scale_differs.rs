use rust_decimal::Decimal;

use super::{Part, Rule, Words};
use crate::reading::text::place_of;
use crate::reading::units::Unit;
use crate::reading::{Quantity, UnitSource, Value};
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::Sink;
use crate::span::Span;

pub(crate) const RULE: Rule = Rule {
    id: "unit-scale-differs",
    aspect: Aspect::Relevance,
    severity: Severity::Warning,
    message: Words {
        zh: "指标单位是“{unit}”，这里写的是“{written}”（{arithmetic}）。请统一用一个单位。",
        en: "The indicator's unit is “{unit}”, but the cell says “{written}” ({arithmetic}). Use one unit in both places.",
    },
    fix: Words {
        zh: "改写为“{converted}”",
        en: "Write “{converted}”",
    },
    docs: include_str!("unit_scale_differs.md"),
    reads: &[Part::Target, Part::Unit],
    mends: &[Part::Target, Part::Unit],
    row: Some(check),
    ..Rule::BASE
};

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    row.each_item(&mut |cell, item| {
        let (Some(unit), Value::Quantity(quantity)) = (&row.unit, &item.value) else {
            return;
        };
        let written = quantity.unit.as_ref();
        let Some(written) = written.filter(|_| quantity.unit_source == UnitSource::Cell) else {
            return;
        };
        if !differs(written, unit) {
            return sink.held(|_| {
                let (at, written) = cell.evidence();
                (at, format!("{}：{written}", unit.text))
            });
        }
        let Some(number) = convert(quantity, unit) else {
            return;
        };
        let converted = format!("{number}{}", unit.text);
        let arithmetic = format!("{}{} = {converted}", quantity.number, written.text);
        let remark = row.remark(cell, item).with("unit", &unit.text);
        let remark = remark.with("written", item.span.of(cell.text));
        let mut remark = remark
            .with("arithmetic", &arithmetic)
            .with("converted", &converted);
        remark.mend(|remark| {
            // Where the goal says the number with the row's unit, it is the cell's unit that is wrong.
            if goal_says(row, cell.column, quantity.number, unit) {
                return Vec::new();
            }
            let text = rewritten(cell.text, item.span, written, &converted);
            text.map_or(Vec::new(), |text| remark.rewrite(&text))
        });
        sink.report(remark);
    });
}

/// Whether the goal of a period says a number with a unit.
fn goal_says(row: &Row<'_>, period: usize, number: Decimal, unit: &Unit) -> bool {
    let goals = row.head.goals();
    let mentions = goals.get(period).map_or(&[][..], |goal| goal.mentions);
    mentions.iter().any(|mention| {
        mention.value.quantity().is_some_and(|said| {
            let said_in = said.unit.as_ref();
            said.number == number
                && said_in.is_some_and(|said| {
                    said.dimension == unit.dimension && said.factor == unit.factor
                })
        })
    })
}

/// Same dimension, other scale. 1万人 under 人 is only a shorter way to write the number, and likewise for what else
/// is counted; with money, lengths or shares it is where tables go wrong. 九成 under % is only said in words.
fn differs(written: &Unit, unit: &Unit) -> bool {
    let is_counted = unit.dimension.starts_with("count:") || unit.dimension == "text-length";
    let is_base = unit.factor.apply(Decimal::ONE) == Some(Decimal::ONE);
    let is_in_words = written.text == "成" || (is_counted && is_base);
    written.dimension == unit.dimension && written.factor != unit.factor && !is_in_words
}

/// The quantity's number in the indicator's unit, where that is a short decimal.
fn convert(quantity: &Quantity, unit: &Unit) -> Option<Decimal> {
    unit.factor.apply(Decimal::ONE)?;
    let number = unit.factor.inverse().apply(quantity.in_base()?)?;
    (number.scale() <= 8).then_some(number)
}

/// The cell's text with number and unit replaced, where both stand in it as digits and unit side by side.
fn rewritten(text: &str, span: Span, written: &Unit, converted: &str) -> Option<String> {
    let words = span.of(text);
    let unit_at = place_of(words, &written.text)?;
    let before = words.get(..unit_at)?.trim_end();
    let digits = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let number_at = before.trim_end_matches(digits).len();
    if number_at == before.len() {
        return None;
    }
    let mut rewritten = text.to_owned();
    let (start, end) = (
        span.start + number_at,
        span.start + unit_at + written.text.len(),
    );
    rewritten.get(start..end)?;
    rewritten.replace_range(start..end, converted);
    Some(rewritten)
}
