//! Places in a table's JSON: what a person calls them, which fields they have, what may be written there.

use crate::report::Lang;

/// A field's place below an object's, as a JSON Pointer.
pub(crate) fn join(at: &str, field: &str) -> String {
    format!("{at}/{}", field.replace('~', "~0").replace('/', "~1"))
}

/// The fields of a table itself, as the printed table runs.
pub(crate) const SECTIONS: &[&str] = &[
    "schemaVersion",
    "project",
    "applicant",
    "support",
    "periods",
    "indicators",
    "answers",
];

/// The fields that each object of a table has, by its place with `*` for any entry.
const FIELDS: [(&str, &[&str]); 7] = [
    ("", SECTIONS),
    ("/project", &["name", "code"]),
    ("/applicant", &["name", "creditCode"]),
    ("/support", &["amount", "unit"]),
    ("/periods/*", &["id", "kind", "label", "end", "goal"]),
    (
        "/indicators/*",
        &[
            "category",
            "dimension",
            "dimensionLabel",
            "group",
            "name",
            "unit",
            "definition",
            "weight",
            "targets",
        ],
    ),
    ("/answers/*", &["rule", "fingerprint", "reason"]),
];

/// The fields of the object at a place; none where it is unknown.
pub(crate) fn fields_at(at: &str) -> &'static [&'static str] {
    let pattern = with_stars(at);
    FIELDS
        .iter()
        .find(|(place, _)| *place == pattern)
        .map_or(&[], |(_, fields)| fields)
}

fn with_stars(at: &str) -> String {
    let tokens: Vec<&str> = at
        .split('/')
        .map(|token| match token.parse::<usize>() {
            Ok(_) => "*",
            Err(_) => token,
        })
        .collect();
    tokens.join("/")
}

/// What a person calls a place: 第 3 行指标的名称.
pub(crate) fn name(at: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => plain_name(at, lang),
        // A message begins with it.
        Lang::En => capitalized(&plain_name(at, lang)),
    }
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}

fn plain_name(at: &str, lang: Lang) -> String {
    let mut tokens = at.split('/').skip(1);
    let (section, second, third) = (tokens.next(), tokens.next(), tokens.next());
    let field = |token: Option<&str>| token.map_or(String::new(), |token| field_name(token, lang));
    let row = second.and_then(|token| token.parse::<usize>().ok());
    match (section, row) {
        (None, _) => lang.either("整张表", "The table").to_owned(),
        (Some("indicators"), Some(row)) => {
            let rest = match (third, tokens.next()) {
                (Some("targets"), Some(period)) => {
                    lang.either("的目标值 ", ", target ").to_owned() + period
                }
                (Some(_), _) => lang.either("的", ", ").to_owned() + &field(third),
                (None, _) => String::new(),
            };
            match lang {
                Lang::Zh => format!("第 {} 行指标{rest}", row + 1),
                Lang::En => format!("Indicator {}{rest}", row + 1),
            }
        }
        (Some("periods"), Some(row)) => {
            let rest = match third {
                Some(_) => lang.either("的", ", ").to_owned() + &field(third),
                None => String::new(),
            };
            match lang {
                Lang::Zh => format!("第 {} 期目标{rest}", row + 1),
                Lang::En => format!("Period {}{rest}", row + 1),
            }
        }
        (Some("answers"), Some(row)) => {
            let rest = match third {
                Some(_) => lang.either("的", ", ").to_owned() + &field(third),
                None => String::new(),
            };
            match lang {
                Lang::Zh => format!("第 {} 条说明{rest}", row + 1),
                Lang::En => format!("Answer {}{rest}", row + 1),
            }
        }
        (Some(section), _) => match (second, lang) {
            (None, _) => field_name(section, lang),
            (Some(_), Lang::Zh) => format!("{}的{}", field_name(section, lang), field(second)),
            (Some(_), Lang::En) => format!("{}, {}", field_name(section, lang), field(second)),
        },
    }
}

/// What a person calls a field.
const FIELD_NAMES: [(&str, &str, &str); 25] = [
    (
        "schemaVersion",
        "格式版本（schemaVersion）",
        "schemaVersion",
    ),
    ("project", "项目（project）", "project"),
    ("applicant", "申报单位（applicant）", "applicant"),
    ("support", "支持金额（support）", "support"),
    ("periods", "各期目标（periods）", "periods"),
    ("indicators", "指标列表（indicators）", "indicators"),
    ("name", "名称（name）", "name"),
    ("code", "编码（code）", "code"),
    ("creditCode", "统一社会信用代码（creditCode）", "creditCode"),
    ("amount", "金额（amount）", "amount"),
    ("unit", "单位（unit）", "unit"),
    ("id", "标识（id）", "id"),
    ("kind", "期别（kind）", "kind"),
    ("label", "期名（label）", "label"),
    ("end", "截止日期（end）", "end"),
    ("goal", "目标文字（goal）", "goal"),
    ("category", "一级指标（category）", "category"),
    ("dimension", "二级指标（dimension）", "dimension"),
    ("targets", "目标值（targets）", "targets"),
    ("definition", "口径（definition）", "definition"),
    ("weight", "权重（weight）", "weight"),
    ("answers", "说明（answers）", "answers"),
    ("rule", "规则（rule）", "rule"),
    ("fingerprint", "指纹（fingerprint）", "fingerprint"),
    ("reason", "理由（reason）", "reason"),
];

fn field_name(field: &str, lang: Lang) -> String {
    FIELD_NAMES
        .iter()
        .find(|(known, _, _)| *known == field)
        .map_or(field, |(_, zh, en)| lang.either(zh, en))
        .to_owned()
}

/// How many entries the list at a place may have.
pub(crate) fn limit_of_list(at: &str, lang: Lang) -> &'static str {
    match with_stars(at).as_str() {
        "/periods" => lang.either(" 1 至 4 项", "1 to 4"),
        "/indicators" | "/answers" => lang.either("最多 500 项", "at most 500"),
        _ => lang.either("最多 4 项", "at most 4"),
    }
}

/// What a field that is missing at a place may hold for the time being; nothing where only its real value will do.
pub(crate) fn advice(at: &str, lang: Lang) -> &'static str {
    match with_stars(at).as_str() {
        "/project/name" | "/applicant/name" | "/periods/*/label" | "/periods/*/goal"
        | "/indicators/*/name" => lang.either(
            "；暂无内容的，可写成空串 \"\"",
            "; while there is nothing to say, it can be the empty string \"\"",
        ),
        "/schemaVersion" => lang.either("，写作 \"1\"", " as \"1\""),
        "/indicators" => lang.either(
            "；还没有指标的，可写成 []",
            "; without indicators yet, it is []",
        ),
        "/indicators/*/targets" => lang.either(
            "；还没有目标值的，可写成 {}",
            "; without targets yet, it is {}",
        ),
        _ => "",
    }
}

/// Whether the targets of an indicator stand at a place.
pub(crate) fn is_targets(at: &str) -> bool {
    with_stars(at) == "/indicators/*/targets"
}

/// Whether free text stands at a place, where only control characters are refused.
pub(crate) fn is_text(at: &str) -> bool {
    !matches!(
        with_stars(at).as_str(),
        "/support/amount"
            | "/periods/*/id"
            | "/periods/*/end"
            | "/applicant/creditCode"
            | "/indicators/*/weight"
            | "/answers/*/fingerprint"
    )
}

/// What is to be written at a place that is not free text.
pub(crate) fn shape(at: &str, lang: Lang) -> &'static str {
    match with_stars(at).as_str() {
        "/support/amount" => lang.either(
            "不带单位和逗号的数字，如 \"330\" 或 \"725.4\"",
            "a number without unit or comma, such as \"330\" or \"725.4\"",
        ),
        "/indicators/*/weight" => lang.either(
            "不带单位的数字，如 \"10\"",
            "a number without unit, such as \"10\"",
        ),
        "/answers/*/fingerprint" => lang.either(
            "检查报告中的指纹，由两组 16 位十六进制数字组成",
            "the fingerprint from the report: two groups of 16 hexadecimal digits",
        ),
        "/answers/*/reason" => {
            lang.either("说明的理由，不能空着", "the reason, which may not be empty")
        }
        "/periods/*/end" => lang.either(
            "年-月-日，如 \"2024-06-30\"",
            "a date such as \"2024-06-30\"",
        ),
        "/applicant/creditCode" => lang.either(
            "18 位统一社会信用代码（数字和大写字母，不含 I、O、S、V、Z）",
            "the 18 digits and capital letters of a unified social credit code (no I, O, S, V, Z)",
        ),
        "/periods/*/id" => lang.either(
            "1 至 32 个小写字母、数字或连字符，如 \"stage\"",
            "1 to 32 lower-case letters, digits or hyphens, such as \"stage\"",
        ),
        _ => lang.either("格式规定的内容", "what the format says"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_names() {
        assert_eq!(name("", Lang::Zh), "整张表");
        assert_eq!(
            name("/indicators/2/name", Lang::Zh),
            "第 3 行指标的名称（name）"
        );
        assert_eq!(
            name("/indicators/2/targets/stage", Lang::En),
            "Indicator 3, target stage"
        );
        assert_eq!(
            name("/applicant/creditCode", Lang::Zh),
            "申报单位（applicant）的统一社会信用代码（creditCode）"
        );
    }

    #[test]
    fn the_fields_are_those_of_the_schema() {
        let schema: serde_json::Value = serde_json::from_str(crate::schema::TABLE).unwrap();
        let objects = [
            "",
            "Project",
            "Applicant",
            "Support",
            "Period",
            "Indicator",
            "Answer",
        ];
        for ((place, fields), definition) in FIELDS.iter().zip(objects) {
            let object = match definition {
                "" => &schema,
                _ => &schema["$defs"][definition],
            };
            let mut known: Vec<_> = object["properties"].as_object().unwrap().keys().collect();
            let mut listed = fields.to_vec();
            known.sort();
            listed.sort_unstable();
            assert_eq!(known, listed, "{place}");
        }
    }
}
