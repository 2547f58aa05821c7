//! Sound tables: everything made here is accepted by the schema, whatever the rules think of it.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

/// A sound table with up to eight indicators.
pub fn tables() -> impl Strategy<Value = Value> {
    let head = (
        texts(),
        option::of(texts()),
        texts(),
        credit_codes(),
        support(),
    );
    (head, periods(), vec(row(), 0..9), answers()).prop_map(|(head, periods, rows, answers)| {
        let (project, code, applicant, credit_code, support) = head;
        let ids: Vec<&str> = periods
            .iter()
            .filter_map(|period| period["id"].as_str())
            .collect();
        let indicators: Vec<Value> = rows.into_iter().map(|row| indicator(row, &ids)).collect();
        let mut table = json!({
            "schemaVersion": "1",
            "project": object([("name", Some(project)), ("code", code)]),
            "applicant": object([("name", Some(applicant)), ("creditCode", credit_code)]),
            "support": support,
            "periods": periods,
            "indicators": indicators,
        });
        if let Some(answers) = answers {
            table["answers"] = answers.into();
        }
        table
    })
}

fn answers() -> impl Strategy<Value = Option<Vec<Value>>> {
    const RULES: [&str; 4] = [
        "dimension-missing",
        "goal-missing",
        "unit-scale-differs",
        "no-such-rule",
    ];
    let answer = (select(RULES.to_vec()), "[0-9a-f]{16}-[0-9a-f]{16}", texts());
    let answer = answer.prop_map(|(rule, fingerprint, reason)| {
        json!({ "rule": rule, "fingerprint": fingerprint, "reason": reason + "。" })
    });
    option::weighted(0.2, vec(answer, 0..3))
}

/// An object without the fields that have no value.
fn object<const N: usize>(fields: [(&str, Option<String>); N]) -> Value {
    fields
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), Value::String(value?))))
        .collect::<Map<String, Value>>()
        .into()
}

fn support() -> impl Strategy<Value = Value> {
    let amount = r"0|[1-9][0-9]{0,5}|[1-9][0-9]{0,14}\.[0-9]{1,6}";
    (option::of(amount), select(vec!["元", "万元", "亿元"]))
        .prop_map(|(amount, unit)| object([("amount", amount), ("unit", Some(unit.to_owned()))]))
}

fn credit_codes() -> impl Strategy<Value = Option<String>> {
    option::of(prop_oneof![
        Just("91440000MA4UJ6WX8W".to_owned()),
        "[0-9A-HJ-NPQRTUWXY]{18}",
    ])
}

fn periods() -> impl Strategy<Value = Vec<Value>> {
    const PERIODS: [(&str, &str, &str); 4] = [
        ("stage", "stage", "阶段目标（6月底前）"),
        ("annual", "annual", "年度目标"),
        ("overall", "overall", "总体目标"),
        ("p-2", "cycle", "实施周期目标（2024年—2026年）"),
    ];
    let end = option::of("20(2[0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");
    let said = vec((option::of(texts()), end, texts()), 4);
    (subsequence(PERIODS.to_vec(), 1..=4), said).prop_map(|(periods, said)| {
        periods
            .into_iter()
            .zip(said)
            .map(|((id, kind, label), (other_label, end, goal))| {
                object([
                    ("id", Some(id.to_owned())),
                    ("kind", Some(kind.to_owned())),
                    (
                        "label",
                        Some(other_label.unwrap_or_else(|| label.to_owned())),
                    ),
                    ("end", end),
                    ("goal", Some(goal)),
                ])
            })
            .collect()
    })
}

/// What an indicator is made from; only the table knows which periods its cells stand under.
type Row = (
    (&'static str, &'static str),
    [Option<String>; 5],
    String,
    Vec<Option<String>>,
);

fn row() -> impl Strategy<Value = Row> {
    const KINDS: [(&str, &str); 16] = [
        ("cost", "economic-cost"),
        ("cost", "social-cost"),
        ("cost", "ecological-cost"),
        ("output", "quantity"),
        ("output", "quantity"),
        ("output", "quality"),
        ("output", "timeliness"),
        ("output", "cost"),
        ("output", "economic"),
        ("benefit", "economic"),
        ("benefit", "social"),
        ("benefit", "ecological"),
        ("benefit", "sustainable"),
        ("benefit", "other"),
        ("benefit", "satisfaction"),
        ("satisfaction", "satisfaction"),
    ];
    let optional = [
        option::weighted(0.1, texts()).boxed(),
        option::of(texts()).boxed(),
        option::weighted(0.7, units()).boxed(),
        option::weighted(0.2, texts()).boxed(),
        option::weighted(0.1, "[1-9][0-9]?|0\\.5").boxed(),
    ];
    (
        select(KINDS.to_vec()),
        optional,
        texts(),
        vec(option::weighted(0.8, cells()), 4),
    )
}

fn indicator(row: Row, ids: &[&str]) -> Value {
    let ((category, dimension), [dimension_label, group, unit, definition, weight], name, cells) =
        row;
    let mut indicator = object([
        ("category", Some(category.to_owned())),
        ("dimension", Some(dimension.to_owned())),
        ("dimensionLabel", dimension_label),
        ("group", group),
        ("name", Some(name)),
        ("unit", unit),
        ("definition", definition),
        ("weight", weight),
    ]);
    indicator["targets"] = ids
        .iter()
        .zip(cells)
        .filter_map(|(id, cell)| Some(((*id).to_owned(), Value::String(cell?))))
        .collect::<Map<String, Value>>()
        .into();
    indicator
}

fn texts() -> impl Strategy<Value = String> {
    const TEXTS: [&str; 18] = [
        "",
        "汕尾市金融支持示范项目",
        "市金融工作局",
        "活动场次",
        "服务企业数量",
        "服务人次",
        "贷款增速",
        "新增贷款余额",
        "培训费用",
        "服务对象满意度",
        "按时完成率",
        "补助用户",
        "发放贷款总额不超过1620万元",
        "带动社会投资5000万元；\n开展3期能力提升行动。",
        "XX 项目",
        "待定",
        "<script>alert(1)</script> & \"引号\" \\ /",
        "𠮷野家人才贷款 👨‍👩‍👧",
    ];
    prop_oneof![6 => select(TEXTS.to_vec()).prop_map(str::to_owned), 1 => odd_texts()]
}

fn units() -> impl Strategy<Value = String> {
    const UNITS: [&str; 14] = [
        "家",
        "项",
        "%",
        "万元",
        "亿元",
        "元",
        "期",
        "人次",
        "户",
        "",
        "年",
        "天",
        "万元/年",
        "％",
    ];
    prop_oneof![9 => select(UNITS.to_vec()).prop_map(str::to_owned), 1 => odd_texts()]
}

fn cells() -> impl Strategy<Value = String> {
    const CELLS: [&str; 36] = [
        "10",
        "120",
        "0",
        "0.5",
        "1,620",
        "3",
        "≥90%",
        "≥90",
        "100%",
        "大于等于165万元",
        "不超过330万元",
        "6000万元",
        "6000万",
        "0.6亿元",
        "6000元",
        "高于平均贷款增速",
        "2024年10月底前",
        "10月",
        "2024年12月31日前",
        "按时完成",
        "完成金融服务平台建设并上线运营",
        "5%左右",
        "10-20",
        "10～20家",
        "12家企业、35人次",
        "不良率1%，代偿率2%",
        "每年4次",
        "累计1000户",
        "/",
        "无",
        "XX",
        "…",
        "",
        "１２０",
        "三百",
        "𠮷行贷款6000万元",
    ];
    prop_oneof![8 => select(CELLS.to_vec()).prop_map(str::to_owned), 1 => odd_texts()]
}

/// Any text without control characters but the line feed.
fn odd_texts() -> impl Strategy<Value = String> {
    r"[0-9a-zA-Z .,%/<>&\n一-龥（）、；：“”≥≤０-９\u{a0}\u{ad}\u{200b}\u{200f}\u{2028}\u{3000}\u{feff}\u{10000}-\u{1ffff}]{0,24}"
}
