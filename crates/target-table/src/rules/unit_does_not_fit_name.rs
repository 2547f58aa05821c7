use super::{Rule, Words};
use crate::reading::units::Unit;
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "unit-does-not-fit-name",
    aspect: Aspect::Relevance,
    severity: Severity::Warning,
    message: Words {
        zh: "“{name}”应当用{expected}作单位，这里写的是“{unit}”。请核对单位或名称。",
        en: "“{name}” should be measured in {expected}, but its unit is “{unit}”. Check the unit or the name.",
    },
    fix: Words::NONE,
    docs: include_str!("unit_does_not_fit_name.md"),
    check,
};

/// What a name ends with, the dimension that it asks for, and how to say so.
const ENDINGS: [(&[&str], &str, &str, &str); 2] = [
    (
        &["率", "比例", "占比", "比重", "增速", "增幅", "满意度"],
        "ratio",
        "百分比（%）",
        "per cent (%)",
    ),
    (
        &[
            "金额",
            "经费",
            "费用",
            "投资额",
            "融资额",
            "贷款额",
            "贷款余额",
            "交易额",
        ],
        "money",
        "金额单位（元、万元、亿元）",
        "a unit of money (元, 万元, 亿元)",
    ),
];

/// Names that end like a rate and are none.
const NO_RATES: [&str; 6] = ["频率", "效率", "汇率", "速率", "功率", "分辨率"];

/// Counters that a name may carry itself; the unit has to be the same one.
const COUNTERS: [(&str, &str); 3] = [
    ("人次", "count:person-time"),
    ("户次", "count:household-time"),
    ("家次", "count:organisation-time"),
];

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    for row in &sheet.rows {
        let Some(unit) = &row.unit else { continue };
        let name = row.indicator.name.as_str();
        let by_ending = ENDINGS
            .iter()
            .find(|(endings, ..)| ends_with(name, endings))
            .filter(|(_, dimension, ..)| !unit.dimension.starts_with(dimension))
            .map(|(_, _, zh, en)| sink.either(zh, en).to_owned());
        let expected = by_ending.or_else(|| counter_in(name, unit).map(|word| format!("“{word}”")));
        if let Some(expected) = expected {
            sink.report(Remark {
                at: row.at("unit"),
                params: vec![
                    ("name", name.to_owned()),
                    ("expected", expected),
                    ("unit", unit.text.clone()),
                ],
                ..Remark::default()
            });
        }
    }
}

fn ends_with(name: &str, endings: &[&str]) -> bool {
    let is_rate = !NO_RATES.iter().any(|ending| name.ends_with(ending));
    is_rate && endings.iter().any(|ending| name.ends_with(ending))
}

/// The counter in the name, where the unit is another counter.
fn counter_in(name: &str, unit: &Unit) -> Option<&'static str> {
    // 次 alone is short for any of them.
    if !unit.dimension.starts_with("count:") || unit.text == "次" {
        return None;
    }
    COUNTERS
        .iter()
        .find(|(word, _)| name.contains(word))
        .filter(|(_, dimension)| unit.dimension != *dimension)
        .map(|(word, _)| *word)
}
