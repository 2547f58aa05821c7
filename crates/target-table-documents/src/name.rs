//! An indicator's name, and what its brackets say.

use serde::Serialize;
use target_table::reading::units;

/// The parts of a printed name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Name {
    /// The name itself.
    pub name: String,
    /// The unit from its bracket.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The explanation from a bracket.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
}

/// Takes a printed name apart. The last bracket at its end that holds nothing but a unit is the unit, and brackets
/// behind it explain; where no bracket is a unit, the last one explains. Brackets before the unit belong to the name.
pub fn split(text: &str) -> Name {
    let text = text.trim();
    let brackets = trailing_brackets(text);
    let unit_at = brackets
        .iter()
        .position(|bracket| unit_in(bracket.inside).is_some());
    let (behind, name_end) = match (unit_at, brackets.first()) {
        (Some(at), _) => (
            brackets.get(..at).unwrap_or_default(),
            brackets.get(at).map(|bracket| bracket.start),
        ),
        (None, Some(last)) => (brackets.get(..1).unwrap_or_default(), Some(last.start)),
        (None, None) => (&[][..], None),
    };
    let name = name_end
        .and_then(|end| text.get(..end))
        .unwrap_or(text)
        .trim_end();
    // A text that is nothing but brackets is a name all the same.
    if name.is_empty() {
        return Name {
            name: text.to_owned(),
            unit: None,
            definition: None,
        };
    }
    let explanations: Vec<&str> = behind.iter().rev().map(|bracket| bracket.inside).collect();
    Name {
        name: name.to_owned(),
        unit: unit_at
            .and_then(|at| unit_in(brackets.get(at)?.inside))
            .map(str::to_owned),
        definition: Some(explanations.join("；")).filter(|text| !text.is_empty()),
    }
}

/// Takes a short explanation for a unit that the engine does not know, `空方`, where a target is a number without one.
pub fn with_unknown_unit<'t>(name: Name, mut targets: impl Iterator<Item = &'t str>) -> Name {
    let is_unit = |text: &str| {
        let is_short = (1..=3).contains(&text.chars().count());
        is_short && text.chars().all(char::is_alphabetic) && !EXPLAINS.contains(&text)
    };
    let definition = name.definition.as_deref();
    let takes = name.unit.is_none() && definition.is_some_and(is_unit) && targets.any(is_bare);
    match takes {
        true => Name {
            unit: name.definition,
            definition: None,
            ..name
        },
        false => name,
    }
}

/// Whether a text is a number and nothing else but a sign of comparison.
fn is_bare(text: &str) -> bool {
    let number = text
        .trim()
        .trim_start_matches(['≥', '≤', '＞', '＜', '>', '<', '=', '＝', ' ']);
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '，');
    number.starts_with(|c: char| c.is_ascii_digit()) && number.chars().all(is_part)
}

/// Short words in brackets that explain a name.
const EXPLAINS: [&str; 25] = [
    "累计", "新增", "全年", "当年", "年度", "年均", "合计", "总数", "总量", "存量", "增量", "预计",
    "含税", "全省", "全市", "全县", "全区", "省级", "市级", "县级", "必填", "选填", "定量", "定性",
    "其中",
];

/// The unit that is all of a bracket: `万元`, also as `单位：万元`.
fn unit_in(inside: &str) -> Option<&str> {
    let unit = ["单位：", "单位:", "计量单位：", "计量单位:"]
        .iter()
        .find_map(|before| inside.strip_prefix(before))
        .unwrap_or(inside)
        .trim();
    units::find(unit).map(|_| unit)
}

struct Bracket<'t> {
    start: usize,
    inside: &'t str,
}

/// The brackets at the end of a text, the last one first. Brackets within a bracket belong to it.
fn trailing_brackets(text: &str) -> Vec<Bracket<'_>> {
    let mut brackets = Vec::new();
    let mut depth = 0_usize;
    let mut inside_end = 0;
    for (at, c) in text.char_indices().rev() {
        match c {
            '）' | ')' => {
                if depth == 0 {
                    inside_end = at;
                }
                depth += 1;
            }
            '（' | '(' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    let inside = text.get(at + c.len_utf8()..inside_end).unwrap_or_default();
                    brackets.push(Bracket {
                        start: at,
                        inside: inside.trim(),
                    });
                }
            }
            _ if depth > 0 || c.is_whitespace() => {}
            _ => break,
        }
    }
    brackets
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (String, String, String) {
        let name = split(text);
        (
            name.name,
            name.unit.unwrap_or_default(),
            name.definition.unwrap_or_default(),
        )
    }

    #[test]
    fn brackets_find_their_places() {
        for (text, name, unit, definition) in [
            ("金融产品（项）", "金融产品", "项", ""),
            ("回访率 (%)", "回访率", "%", ""),
            ("托管数据量（万条）", "托管数据量", "万条", ""),
            ("总股本数量（亿股）", "总股本数量", "亿股", ""),
            ("交流家次数（家次）", "交流家次数", "家次", ""),
            (
                "担保贷款规模（累计发生额）",
                "担保贷款规模",
                "",
                "累计发生额",
            ),
            (
                "培训企业数量（累计）（家）",
                "培训企业数量（累计）",
                "家",
                "",
            ),
            (
                "获批示（次）（反映批示（圈阅）情况）",
                "获批示",
                "次",
                "反映批示（圈阅）情况",
            ),
            ("投入（单位：万元）", "投入", "万元", ""),
            ("甲（乙）（次）（丙）（丁）", "甲（乙）", "次", "丙；丁"),
            ("甲（乙）丙", "甲（乙）丙", "", ""),
            ("甲）乙（", "甲）乙（", "", ""),
            ("甲）", "甲）", "", ""),
            ("（家）", "（家）", "", ""),
            ("", "", "", ""),
        ] {
            assert_eq!(
                parts(text),
                (name.into(), unit.into(), definition.into()),
                "{text}"
            );
        }
    }

    #[test]
    fn a_short_bracket_is_a_unit_where_numbers_want_one() {
        for (text, target, unit) in [
            ("投放人工鱼礁（空方）", "≥8,000", "空方"),
            ("耕地质量等级提升（等）", "0.5", "等"),
            ("投放人工鱼礁（空方）", "8000空方", ""),
            ("担保户数（累计）", "125", ""),
            ("担保贷款规模（累计发生额）", "125", ""),
            ("金融产品（项）", "10", "项"),
        ] {
            let name = with_unknown_unit(split(text), ["—", target].into_iter());
            assert_eq!(name.unit.unwrap_or_default(), unit, "{text}: {target}");
        }
    }
}
