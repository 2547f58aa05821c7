use super::vocabulary::{WordList, ends_any, ends_with_one, is_rate};
use super::{Part, Rule, Words};
use crate::reading::Value;
use crate::reading::text::holds;
use crate::reading::units::Unit;
use crate::report::{Aspect, Lang, Severity};
use crate::sheet::Row;
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
    reads: &[Part::Name],
    spoils: &[Part::Unit],
    mends: &[Part::Unit, Part::Name, Part::Target],
    row: Some(check),
    ..Rule::BASE
};

/// Whether a name is that of a sum of money.
fn is_sum(name: &str) -> bool {
    ends_with_one(name, "额费用") && ends_any(name, &SUMS)
}

/// What the name of a sum of money ends with.
const SUMS: [&str; 8] = [
    "金额",
    "经费",
    "费用",
    "投资额",
    "融资额",
    "贷款额",
    "贷款余额",
    "交易额",
];

/// Satisfaction is also measured in points, and of a sum a share may be the target.
const FIT_ANYWHERE: [&str; 2] = ["count:point", "ratio"];

/// Counters that a name may carry itself, and how the dimension of their units begins: people may be counted by visits.
const COUNTERS: [(&str, &str); 4] = [
    ("人次", "count:person-time"),
    ("户次", "count:household-time"),
    ("家次", "count:organisation-time"),
    ("人数", "count:person"),
];

/// The same counters, to see at once that a name has none.
static COUNTED: WordList = WordList::new(&["人次", "户次", "家次", "人数"]);

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let name = row.indicator.name.as_str();
    let misfit = |unit: &Unit| {
        let expected = expected(name, unit, sink.lang)?;
        Some((unit.text.clone(), expected))
    };
    let found = match &row.unit {
        Some(unit) => misfit(unit).map(|misfit| (misfit, Remark::at(row.at("unit")))),
        // Without a unit of the indicator's, the first cell that writes a wrong one speaks for all.
        None => row.cells.iter().find_map(|cell| {
            let item = cell.reading.measured()?;
            let Value::Quantity(quantity) = &item.value else {
                return None;
            };
            Some((misfit(quantity.unit.as_ref()?)?, row.remark(cell, item)))
        }),
    };
    if let Some(((unit, expected), remark)) = found {
        let remark = remark.with("name", name).with("expected", &expected);
        sink.report(remark.with("unit", &unit));
    } else if let Some(unit) = row
        .unit
        .as_ref()
        .filter(|_| sink.keeps_notes() && asks(name))
    {
        sink.held(|_| (row.at("unit"), format!("{name}：{}", unit.text)));
    }
}

/// Whether a name asks for a unit at all.
fn asks(name: &str) -> bool {
    is_rate(name) || is_sum(name) || COUNTED.are_in(name)
}

/// What the name asks for, in words, where the unit is something else.
fn expected(name: &str, unit: &Unit, lang: Lang) -> Option<String> {
    let asked = if is_rate(name) {
        Some(("ratio", "百分比（%）", "per cent (%)"))
    } else if is_sum(name) {
        let (zh, en) = (
            "金额单位（元、万元、亿元）",
            "a unit of money (元, 万元, 亿元)",
        );
        Some(("money", zh, en))
    } else {
        None
    };
    if let Some((dimension, zh, en)) = asked {
        let fits = unit.dimension.starts_with(dimension) || FIT_ANYWHERE.contains(&unit.dimension);
        return (!fits).then(|| lang.either(zh, en).to_owned());
    }
    // 次 alone is short for any of the counters, and 个 counts anything.
    let is_short = unit.text == "次" || (unit.text == "个" && !name.contains('次'));
    if !unit.dimension.starts_with("count:") || is_short {
        return None;
    }
    if !COUNTED.are_in(name) {
        return None;
    }
    let (word, dimension) = COUNTERS.iter().find(|(word, _)| holds(name, word))?;
    (!unit.dimension.starts_with(dimension)).then(|| format!("“{word}”"))
}
