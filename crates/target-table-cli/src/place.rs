//! Places in a table in the filer's terms: levels, row and column instead of a JSON Pointer.

use serde_json::Value;
use target_table::model::{Category, Dimension, PeriodKind};
use target_table::{Lang, labels};

/// What a place is called, and the text that stands there.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// 效益指标 › 经济效益 › 贷款规模（亿元） › 年度目标; empty for the table as a whole.
    pub name: String,
    /// What is written there, where it is text; the name does not show it.
    pub text: Option<String>,
}

/// Says where a JSON Pointer points in a table, whose JSON may be broken.
pub fn of(table: &Value, at: &str, lang: Lang) -> Place {
    let tokens = tokens(at);
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let text = table.pointer(at).and_then(Value::as_str).map(str::to_owned);
    match tokens.as_slice() {
        [] => Place::default(),
        ["indicators"] => named(lang.either("指标", "Indicators")),
        ["indicators", row] => named(&indicator(table, row, "", lang)),
        ["indicators", row, field, ..] => Place {
            name: joined([
                indicator(table, row, field, lang),
                cell(table, &tokens, lang),
            ]),
            text: match *field {
                "category" | "dimension" => text.map(|id| level(field, &id, lang)),
                _ => text,
            },
        },
        ["periods", index] => named(&period(table, index, lang)),
        ["periods", index, "goal"] => Place {
            name: period(table, index, lang),
            text,
        },
        ["periods", index, field, ..] => Place {
            name: joined([
                period(table, index, lang),
                self::field(field, lang).to_owned(),
            ]),
            text,
        },
        ["answers", index] => named(&answer(index, lang)),
        ["answers", index, field, ..] => Place {
            name: joined([answer(index, lang), self::field(field, lang).to_owned()]),
            text,
        },
        ["project", "name"] | ["applicant", "name"] | ["support", "amount"] => Place {
            name: field(tokens.first().copied().unwrap_or_default(), lang).to_owned(),
            text,
        },
        [section, fields @ ..] => {
            let names = std::iter::once(section).chain(fields);
            Place {
                name: joined(names.map(|name| field(name, lang).to_owned())),
                text,
            }
        }
    }
}

/// What a place is called beside another one: of the row and the column only what differs.
pub fn beside(table: &Value, at: &str, other: &str, lang: Lang) -> String {
    let (tokens, others) = (tokens(at), tokens(other));
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let ["indicators", row, fields @ ..] = tokens.as_slice() else {
        return of(table, at, lang).name;
    };
    let same_row = others
        .get(..2)
        .is_some_and(|other| other == ["indicators", row]);
    let same_fields = others.get(2..).is_some_and(|others| others == fields);
    let name = match same_row {
        true => String::new(),
        false => row_name(table, row, "", lang),
    };
    let cell = match same_fields {
        true => String::new(),
        false => cell(table, &tokens, lang),
    };
    joined([name, cell])
}

/// What a place within a row is called: its column. Empty for the row itself.
pub fn in_row(table: &Value, at: &str, lang: Lang) -> String {
    let tokens = tokens(at);
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    cell(table, &tokens, lang)
}

/// A name as a step of a JSON Pointer.
pub fn step(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn tokens(at: &str) -> Vec<String> {
    at.split('/').skip(1).map(unescape).collect()
}

/// What a cell of an indicator is called by its column.
fn cell(table: &Value, tokens: &[&str], lang: Lang) -> String {
    match tokens {
        [_, _, "targets", period, ..] => column(table, period, lang),
        [_, _, field, ..] => self::field(field, lang).to_owned(),
        _ => String::new(),
    }
}

fn named(name: &str) -> Place {
    Place {
        name: name.to_owned(),
        text: None,
    }
}

/// A step of a JSON Pointer as the name that it stands for.
pub fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" › ")
}

fn text_at<'v>(value: &'v Value, field: &str) -> &'v str {
    value.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// An indicator without the field in question: 产出指标 › 数量指标 › 提升行动 › 活动场次（期）.
fn indicator(table: &Value, row: &str, without: &str, lang: Lang) -> String {
    let Some(indicator) = table.pointer(&format!("/indicators/{row}")) else {
        return row_name(table, row, without, lang);
    };
    let printed = text_at(indicator, "dimensionLabel");
    let dimension = match text_at(indicator, "dimension") {
        "other" if !printed.is_empty() => printed.to_owned(),
        id => level("dimension", id, lang),
    };
    let levels = [
        (
            "category",
            level("category", text_at(indicator, "category"), lang),
        ),
        // The form's own words stand for the level, so both are in question at once.
        (
            match without {
                "dimensionLabel" => "dimensionLabel",
                _ => "dimension",
            },
            dimension,
        ),
        ("group", text_at(indicator, "group").to_owned()),
        ("name", row_name(table, row, without, lang)),
    ];
    let others = levels.into_iter().filter(|(field, _)| *field != without);
    joined(others.map(|(_, words)| words))
}

/// The words of a level's id; of an unknown one the id itself.
pub fn level(field: &str, id: &str, lang: Lang) -> String {
    let words = match field {
        "category" => parsed::<Category>(id).map(|known| labels::category(known, lang)),
        _ => parsed::<Dimension>(id).map(|known| labels::dimension(known, lang)),
    };
    words.unwrap_or(id).to_owned()
}

/// The name of a row with its unit, unless that is in question.
pub fn row_name(table: &Value, row: &str, without: &str, lang: Lang) -> String {
    let number = row.parse::<usize>().map_or(0, |row| row + 1);
    let Some(indicator) = table.pointer(&format!("/indicators/{row}")) else {
        // A stored report may come without its table.
        return match lang {
            Lang::Zh => format!("指标第{number}行"),
            Lang::En => format!("indicator {number}"),
        };
    };
    match (text_at(indicator, "name"), text_at(indicator, "unit")) {
        ("", _) => match lang {
            Lang::Zh => format!("（第{number}行，没有名称）"),
            Lang::En => format!("(row {number}, without a name)"),
        },
        (name, "") => name.to_owned(),
        (name, _) if without == "unit" => name.to_owned(),
        (name, unit) => format!("{name}（{unit}）"),
    }
}

fn parsed<T: serde::de::DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(Value::String(word.to_owned())).ok()
}

fn answer(index: &str, lang: Lang) -> String {
    let number = index.parse::<usize>().map_or(0, |index| index + 1);
    match lang {
        Lang::Zh => format!("第{number}条说明"),
        Lang::En => format!("answer {number}"),
    }
}

fn period(table: &Value, index: &str, lang: Lang) -> String {
    let label = table.pointer(&format!("/periods/{index}/label"));
    if let Some(label) = label
        .and_then(Value::as_str)
        .filter(|label| !label.is_empty())
    {
        return label.to_owned();
    }
    let number = index.parse::<usize>().map_or(0, |index| index + 1);
    match lang {
        Lang::Zh => format!("第{number}期目标"),
        Lang::En => format!("period {number}"),
    }
}

/// The column of a period, by the period's id; without a label, by the kind that the id names.
fn column(table: &Value, id: &str, lang: Lang) -> String {
    let periods = table.get("periods").and_then(Value::as_array);
    let label = periods
        .into_iter()
        .flatten()
        .find(|period| text_at(period, "id") == id)
        .map(|period| text_at(period, "label"))
        .filter(|label| !label.is_empty());
    let kind = || parsed::<PeriodKind>(id).map(|kind| labels::period_kind(kind, lang));
    label.or_else(kind).unwrap_or(id).to_owned()
}

/// What a field is called on the form.
fn field(name: &str, lang: Lang) -> &str {
    match name {
        "project" => lang.either("项目名称", "Project"),
        "applicant" => lang.either("申报单位", "Applicant"),
        "support" => lang.either("支持金额", "Support"),
        "periods" => lang.either("各期目标", "Periods"),
        "indicators" => lang.either("指标", "Indicators"),
        "code" => lang.either("项目编码", "code"),
        "creditCode" => lang.either("统一社会信用代码", "credit code"),
        "category" => lang.either("一级指标", "first level"),
        "dimension" | "dimensionLabel" => lang.either("二级指标", "second level"),
        "group" => lang.either("事项", "group"),
        "name" => lang.either("名称", "name"),
        "unit" => lang.either("单位", "unit"),
        "definition" => lang.either("口径", "definition"),
        "targets" => lang.either("目标值", "targets"),
        "label" => lang.either("期名", "label"),
        "goal" => lang.either("目标文字", "goal"),
        "end" => lang.either("截止日期", "last day"),
        "weight" => lang.either("权重", "weight"),
        "schemaVersion" => lang.either("格式版本", "Version of the format"),
        "answers" => lang.either("申报单位的说明", "Answers"),
        "rule" => lang.either("规则", "rule"),
        "fingerprint" => lang.either("指纹", "fingerprint"),
        "reason" => lang.either("理由", "reason"),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn places_are_said_in_the_filers_terms() {
        let table = json!({
            "project": { "name": "某项目" },
            "periods": [{ "id": "annual", "label": "年度目标", "goal": "培训" }],
            "indicators": [{
                "category": "output", "dimension": "quantity", "group": "行动",
                "name": "场次", "unit": "期", "targets": { "annual": "6" }
            }, { "category": "??", "dimension": "other", "dimensionLabel": "服务对象数量" }]
        });
        for (at, name, text) in [
            ("", "", None),
            ("/project/name", "项目名称", Some("某项目")),
            ("/periods/0/goal", "年度目标", Some("培训")),
            ("/indicators", "指标", None),
            (
                "/indicators/0",
                "产出指标 › 数量指标 › 行动 › 场次（期）",
                None,
            ),
            (
                "/indicators/0/targets/annual",
                "产出指标 › 数量指标 › 行动 › 场次（期） › 年度目标",
                Some("6"),
            ),
            (
                "/indicators/0/targets/gone",
                "产出指标 › 数量指标 › 行动 › 场次（期） › gone",
                None,
            ),
            (
                "/indicators/0/unit",
                "产出指标 › 数量指标 › 行动 › 场次 › 单位",
                Some("期"),
            ),
            (
                "/indicators/1",
                "?? › 服务对象数量 › （第2行，没有名称）",
                None,
            ),
            (
                "/indicators/0/name",
                "产出指标 › 数量指标 › 行动 › 名称",
                Some("场次"),
            ),
            (
                "/indicators/0/dimension",
                "产出指标 › 行动 › 场次（期） › 二级指标",
                Some("数量指标"),
            ),
            (
                "/indicators/1/dimensionLabel",
                "?? › （第2行，没有名称） › 二级指标",
                Some("服务对象数量"),
            ),
            ("/indicators/7/name", "指标第8行 › 名称", None),
            ("/periods/3/goal", "第4期目标", None),
            ("/answers/0", "第1条说明", None),
            ("/answers/1/reason", "第2条说明 › 理由", None),
            ("/a~1b", "a/b", None),
        ] {
            let place = of(&table, at, Lang::Zh);
            assert_eq!(
                (place.name.as_str(), place.text.as_deref()),
                (name, text),
                "{at}"
            );
        }
        assert_eq!(of(&table, "/project/name", Lang::En).name, "Project");
        let here = "/indicators/1/targets/annual";
        for (at, name) in [
            ("/indicators/1/targets/stage", "阶段目标"),
            ("/indicators/0/targets/annual", "场次（期）"),
            ("/indicators/0/unit", "场次（期） › 单位"),
            ("/project/name", "项目名称"),
        ] {
            assert_eq!(beside(&table, at, here, Lang::Zh), name);
        }
        // A goal has a number as well, and that is not the row's.
        let cell = beside(
            &table,
            "/indicators/0/targets/annual",
            "/periods/0/goal",
            Lang::Zh,
        );
        assert_eq!(cell, "场次（期） › 年度目标");
    }
}
