use super::{Part, Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Row;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "unit-not-standard",
    aspect: Aspect::Completeness,
    severity: Severity::Info,
    message: Words {
        zh: "“{unit}”不是规范的计量单位名称。请写“{proper}”。",
        en: "“{unit}” is not the proper name of a unit. Write “{proper}”.",
    },
    fix: Words {
        zh: "单位改为“{proper}”",
        en: "Make the unit “{proper}”",
    },
    docs: include_str!("unit_not_standard.md"),
    reads: &[Part::Unit],
    row: Some(check),
    ..Rule::BASE
};

/// Units as they are jotted down, and as they are properly written. 块 is none of them: signs and boards are counted by it.
const PROPER: [(&str, &str); 16] = [
    ("M", "米"),
    ("M2", "平方米"),
    ("m2", "平方米"),
    ("平米", "平方米"),
    ("平方", "平方米"),
    ("平", "平方米"),
    ("方", "立方米"),
    ("立方", "立方米"),
    ("M3", "立方米"),
    ("百分比", "%"),
    ("个百分比", "%"),
    ("块钱", "元"),
    ("圆", "元"),
    ("礼拜", "周"),
    ("钟头", "小时"),
    ("个钟头", "小时"),
];

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let unit = row.indicator.unit.as_deref().unwrap_or_default().trim();
    if let Some(proper) = proper(unit) {
        let mut remark = Remark::at(row.at("unit"))
            .with("unit", unit)
            .with("proper", proper);
        remark.mend(|remark| remark.rewrite(proper));
        sink.report(remark);
        return;
    }
    let found = row.cells.iter().find_map(|cell| {
        let item = cell.reading.measured()?;
        let unit = item.value.quantity()?.unit.as_ref()?.text.as_str();
        let is_own = item.span.of(cell.text).ends_with(unit);
        Some((cell, item, unit, proper(unit).filter(|_| is_own)?))
    });
    if let Some((cell, item, unit, proper)) = found {
        sink.report(
            row.remark(cell, item)
                .with("unit", unit)
                .with("proper", proper),
        );
    } else if !unit.is_empty() {
        sink.held(|_| row.evidence());
    }
}

fn proper(unit: &str) -> Option<&'static str> {
    let (_, proper) = PROPER.iter().find(|(written, _)| *written == unit)?;
    Some(proper)
}
