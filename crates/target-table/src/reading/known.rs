//! What the indicator's name and unit say about a number that stands in its cell.

use super::comparators::comparator_at;
use super::lists::{Words, any_of, starts_any};
use super::text::{between, find_mark, fold, from, holds, run_of, trim, trim_start};
use super::types::{Comparator, Context};
use super::units::{self, Unit};

/// What the indicator's own words say about the numbers in its cells; read once for all of them.
#[derive(Debug, Clone, Default)]
pub struct Known<'c> {
    /// The unit, known or not.
    pub(super) unit: Option<Unit>,
    /// The unit's text, to find it in the cell although it is in no table.
    pub(super) unit_text: &'c str,
    /// The direction of a hint such as `≥**%`.
    pub(super) hint: Option<Comparator>,
    /// Whether the name says 累计.
    pub(super) cumulative: bool,
    pub(super) name: &'c str,
}

impl<'c> Known<'c> {
    /// Reads the indicator's words.
    pub fn of(context: &Context<'c>) -> Known<'c> {
        let mut known = Known {
            cumulative: holds(context.name, "累计"),
            name: context.name,
            ..Known::default()
        };
        let mut unit_text = context.unit.map(str::trim).unwrap_or_default();
        for bracket in brackets(context.name) {
            let (hint, unit) = hint_of(bracket);
            known.hint = hint.or(known.hint);
            if context.unit.is_none()
                && let Some(unit) = unit
            {
                unit_text = unit;
            }
        }
        known.unit_text = unit_text;
        if !unit_text.is_empty() {
            known.unit = Some(units::find(unit_text).unwrap_or_else(|| Unit::unknown(unit_text)));
        }
        known
    }

    /// Whether the name asks for a date, so that 2024.6 is a month.
    pub(super) fn is_time(&self) -> bool {
        ["时间", "日期", "时限", "期限"]
            .iter()
            .any(|word| holds(self.name, word))
    }

    /// Whether the name is about money, so that 万 is 万元. Few cells ask, so it is not looked up for all of them.
    pub(super) fn is_money(&self) -> bool {
        MONEY.are_in(self.name)
    }
}

#[rustfmt::skip]
static MONEY: Words = any_of(&[
    "资金", "金额", "投入", "支出", "成本", "费用", "预算", "贷款", "融资", "投资", "补助", "补贴", "收入", "产值", "税", "保费",
    "经费",
]);

fn is_open(c: char) -> bool {
    matches!(c, '（' | '(')
}

/// The contents of the brackets of a name, in order.
fn brackets(name: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let open = at + find_mark(from(name, at), &is_open)?;
        let inside = open + name.get(open..)?.chars().next()?.len_utf8();
        // 台（套） holds a bracket of its own.
        let mut depth = 1;
        let mut close = inside;
        for c in from(name, inside).chars() {
            match fold(c) {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            close += c.len_utf8();
        }
        at = (close + 1).min(name.len());
        while !name.is_char_boundary(at) {
            at += 1;
        }
        Some(between(name, inside, close))
    })
}

/// A bracket's direction and unit, if it is nothing else: `≥**%`, `万元`, `单位：万元`.
fn hint_of(bracket: &str) -> (Option<Comparator>, Option<&str>) {
    let bracket = trim(bracket);
    let label = starts_any(bracket, &const { any_of(&["单位:", "单位"]) }).unwrap_or(0);
    let text = trim_start(from(bracket, label));
    if units::find(text).is_some() {
        return (None, Some(text));
    }
    let Some((comparator, length)) = comparator_at(text) else {
        return (None, None);
    };
    let rest = trim_start(from(text, length));
    let unit = from(
        rest,
        run_of(rest, &|c| {
            matches!(fold(c), '*' | 'X' | 'x' | '×' | '_' | 'N' | ' ')
        }),
    );
    if unit.len() == rest.len() {
        return (None, None);
    }
    let unit = trim(unit);
    (Some(comparator), (!unit.is_empty()).then_some(unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str) -> (Option<String>, Option<Comparator>) {
        let known = Known::of(&Context { name, unit: None });
        (known.unit.map(|unit| unit.text), known.hint)
    }

    #[test]
    fn the_last_bracket_that_is_a_unit_counts() {
        for (name, unit, hint) in [
            ("金融产品（项）", Some("项"), None),
            ("证券事务代表培训企业数量（累计）（家）", Some("家"), None),
            (
                "研究报告获上级领导批示（次）（反映上级领导对课题研究成果的批示圈阅情况）",
                Some("次"),
                None,
            ),
            ("担保贷款规模（累计发生额）", None, None),
            ("种植作物成活率(≥**%)", Some("%"), Some(Comparator::Ge)),
            ("项目总投入(≥**万元)", Some("万元"), Some(Comparator::Ge)),
            ("购置设备（台（套））", Some("台（套）"), None),
            ("项目总投入（单位：万元）", Some("万元"), None),
            ("名称（", None, None),
        ] {
            assert_eq!(known(name), (unit.map(str::to_owned), hint), "{name}");
        }
    }
}
