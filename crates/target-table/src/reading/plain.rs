//! The short way for the cells that say a number, its unit and nothing else, which are nearly half of all: what
//! [`super::quantity`] makes of them after all its questions is made here at once. A test holds both against each other.

use super::behind::without_noun;
use super::exclusions::is_of_our_times;
use super::known::Known;
use super::labels::label_at;
use super::numbers::{What, plain_at};
use super::periods::may_begin;
use super::rates::value_of;
use super::scan::Found;
use super::text::from;
use super::types::{Comparator, Quantity, UnitSource};
use super::units;
use crate::span::Span;

/// What such a cell says; none where a cell may be of any other kind.
pub(super) fn number_and_unit(text: &str, known: &Known<'_>) -> Option<Found> {
    let lexed = plain_at(text)?;
    let What::Number { value, .. } = lexed.what else {
        return None;
    };
    // What may be a time, a year or a name takes the long way.
    let is_plain = !may_begin(text) && !is_of_our_times(value);
    if !is_plain || label_at(text, lexed.length).is_some() {
        return None;
    }
    let rest = from(text, lexed.length);
    let (unit, unit_source) = if !rest.is_empty() {
        let (unit, length) = without_noun(units::simple(rest)?, rest.len());
        if length < rest.len() {
            return None;
        }
        (Some(unit), UnitSource::Cell)
    } else if let Some(unit) = &known.unit {
        (Some(unit.clone()), UnitSource::Name)
    } else {
        (None, UnitSource::Nowhere)
    };
    let quantity = Quantity {
        comparator: known.hint.unwrap_or(Comparator::Eq),
        stated: false,
        number: value,
        unit,
        unit_source,
        approximate: false,
        cumulative: known.cumulative,
        per: None,
    };
    Some(Found {
        span: Span {
            start: 0,
            end: text.len(),
        },
        clause: 0,
        value: value_of(quantity),
        bare_year: false,
        describes: false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::cell::{read_any, read_known};
    use super::super::types::Context;
    use super::super::unit_table::ENTRIES;
    use super::*;

    #[test]
    fn the_short_way_leads_where_the_long_way_does() {
        let contexts = [
            ("企业数量", None),
            ("企业数量", Some("家")),
            ("累计投入资金（≥**万元）", None),
            ("满意度(%)", None),
            ("数量", Some("万人次")),
            ("数量", Some("怪")),
        ];
        let numbers = [
            "",
            "0",
            "3",
            "12",
            "250",
            "292",
            "2024",
            "13000",
            "202401",
            "20240630",
            "123456789012345",
            "1234567890123456",
        ];
        let mut units: Vec<String> = ENTRIES.iter().map(|entry| entry.name.to_owned()).collect();
        for magnitude in ["万", "千", "亿", "十", "百"] {
            let scaled = ["元", "人次", "米", "%", "年", "亩", ""];
            units.extend(scaled.map(|unit| [magnitude, unit].concat()));
        }
        let others = [
            "",
            " ",
            "。",
            "怪",
            "号",
            "版",
            "元/亩",
            "次/年",
            "万余元",
            "多家",
            "个半月",
            "个项目",
            "户企业",
            "家企业",
            "/株",
            "（人）",
            "１",
            "月",
            "年度",
            "季度",
            "家、",
            "%以上",
            "名",
            "例/10万人",
            "1/10万",
        ];
        units.extend(others.map(str::to_owned));
        let mut short = 0;
        for (name, unit) in contexts {
            let known = Known::of(&Context { name, unit });
            for number in numbers {
                for unit in &units {
                    let text = [number, unit].concat();
                    short += usize::from(number_and_unit(&text, &known).is_some());
                    assert_eq!(
                        read_known(&text, &known),
                        read_any(&text, &known),
                        "{text} {name}"
                    );
                }
            }
        }
        assert!(short > 10_000, "{short}");
    }
}
