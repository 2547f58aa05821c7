//! An office's own profile: what it can decide, and how its mistakes are named.

use std::borrow::Cow;

use serde_json::{Value, json};
use target_table::profile::{self, Profile};
use target_table::{Lang, Options, Severity, check_json};

use crate::{growth, table_with};

const CHANGING: &str = r#"{
    "id": "office", "title": { "zh": "某市", "en": "Some city" },
    "categories": [{ "category": "output", "dimensions": ["quantity", "quality", "timeliness", "cost"] },
        { "category": "benefit", "dimensions": ["economic", "social", "ecological", "sustainable"] },
        { "category": "satisfaction", "dimensions": ["satisfaction"] }],
    "required": [],
    "rules": [{ "rule": "unit-scale-differs", "severity": "error", "since": "2027-01-01" },
        { "rule": "earlier-above-later", "severity": "warning", "until": "2026-12-31" }]
}"#;

#[test]
fn what_will_be_an_error_is_announced() {
    let profile = Profile::from_json(CHANGING).unwrap();
    let severity_on = |table: &Value, day: &str| {
        let options = Options {
            profile: Cow::Owned(profile.clone()),
            as_of: Some(day.to_owned()),
            ..Options::default()
        };
        let report = check_json(&table.to_string(), &options);
        assert_eq!(report.as_of.as_deref(), Some(day));
        let [finding] = report.findings.as_slice() else {
            panic!("{:#?}", report.findings);
        };
        let becomes = finding.becomes.as_ref();
        (
            finding.severity,
            becomes.map(|becomes| (becomes.severity, becomes.since.clone())),
        )
    };
    let scale = table_with(json!({
        "category": "benefit", "dimension": "economic", "name": "贷款发放规模", "unit": "亿元",
        "targets": { "stage": "0.2亿元", "annual": "6000万元" },
    }));
    let soon = Some((Severity::Error, "2027-01-01".to_owned()));
    for table in [scale, growth("10家", "3家")] {
        assert_eq!(
            severity_on(&table, "2026-11-25"),
            (Severity::Warning, soon.clone())
        );
        assert_eq!(severity_on(&table, "2027-01-01"), (Severity::Error, None));
    }
}

#[test]
fn every_mistake_in_a_profile_has_its_sentence() {
    let sound: Value = serde_json::from_str(CHANGING).unwrap();
    let weights = |total: &str, shares: Value| json!({ "total": total, "alternatives": [shares] });
    let quantity = json!([{ "category": "output", "weight": "50" }]);
    for (at, value, expected) in [
        ("/id", json!(""), "id应为一段文字"),
        ("/title", json!("某市"), "title应为对象"),
        ("/titel", json!({}), "未知的字段“titel”，是否应为“title”"),
        (
            "/rules/0/rule",
            json!("unit-scale-difers"),
            "没有“unit-scale-difers”这条规则，是否应为“unit-scale-differs”",
        ),
        (
            "/rules/0/severity",
            json!("fatal"),
            "rules/0/severity的值“fatal”不在可选范围内。可以是：error、warning、info、off。",
        ),
        (
            "/rules/0/since",
            json!("2027-02-29"),
            "“2027-02-29”不是日期",
        ),
        ("/rules/0/until", json!("2026-06-01"), "起止颠倒"),
        ("/rules/1/rule", json!("unit-scale-differs"), ""),
        (
            "/rules/2",
            json!({ "rule": "unit-scale-differs", "severity": "off" }),
            "在同一时间有两种取舍",
        ),
        (
            "/rules/2",
            json!({ "rule": "json-unreadable", "severity": "off" }),
            "只能是错误",
        ),
        (
            "/required/0",
            json!({ "dimensions": ["economic-cost"], "severity": "error" }),
            "不在任何一级指标之下",
        ),
        (
            "/required/0",
            json!({ "dimensions": [], "severity": "error" }),
            "没有列出任何二级指标",
        ),
        (
            "/required/0",
            json!({ "dimensions": ["qualty"], "severity": "error" }),
            "“qualty”不在可选范围内，是否应为“quality”",
        ),
        (
            "/categories/1/category",
            json!("output"),
            "“output”前面已经有了",
        ),
        (
            "/categories/1/dimensions/0",
            json!("quality"),
            "“quality”前面已经有了",
        ),
        (
            "/periods",
            json!(["annual", "annual"]),
            "“annual”前面已经有了",
        ),
        (
            "/weights",
            weights("90", quantity.clone()),
            "合计 50，应为 90",
        ),
        ("/weights", weights("50", quantity), ""),
        (
            "/weights",
            weights("20", json!([{ "category": "cost", "weight": "20" }])),
            "categories 里没有它",
        ),
        (
            "/weights",
            weights("20", json!([{ "category": "output", "weight": 20 }])),
            "带引号的数字",
        ),
    ] {
        let mut profile = sound.clone();
        put(&mut profile, at, value);
        let problems = Profile::from_json(&profile.to_string())
            .err()
            .unwrap_or_default();
        let sentences: Vec<&str> = problems
            .iter()
            .map(|problem| problem.message(Lang::Zh))
            .collect();
        if expected.is_empty() {
            assert_eq!(sentences, Vec::<&str>::new(), "{at}");
        } else {
            assert!(
                sentences.iter().any(|sentence| sentence.contains(expected)),
                "{at}: {sentences:?}"
            );
        }
        for problem in &problems {
            assert!(
                problem.en.ends_with('.') && problem.zh.ends_with('。'),
                "{problem:?}"
            );
        }
    }
    assert_eq!(Profile::from_json("{").unwrap_err().len(), 1);
    for profile in &profile::BUILT_IN {
        let text = serde_json::to_string(profile).unwrap();
        assert_eq!(Profile::from_json(&text).as_ref(), Ok(profile));
    }
}

#[test]
fn an_office_can_limit_the_periods_and_distribute_weights() {
    let mut own: Value = serde_json::from_str(CHANGING).unwrap();
    own["periods"] = json!(["annual", "cycle"]);
    own["weights"] = json!({ "total": "90", "alternatives": [
        [{ "category": "output", "weight": "50" }, { "category": "benefit", "weight": "40" }],
    ] });
    let options = Options {
        profile: Cow::Owned(Profile::from_json(&own.to_string()).unwrap()),
        ..Options::default()
    };
    let mut table = growth("3家", "10家");
    for row in table["indicators"].as_array_mut().unwrap() {
        row["weight"] = "5".into();
    }
    let messages = |table: &Value| -> Vec<String> {
        let findings = check_json(&table.to_string(), &options).findings;
        findings
            .into_iter()
            .map(|finding| finding.message)
            .collect()
    };
    let said = messages(&table);
    assert!(said[0].contains("只有：年度目标、实施周期目标"), "{said:?}");
    assert!(said[1].contains("合计为 50，应为 90"), "{said:?}");
}

/// Puts a value into a place that may not be there yet.
fn put(document: &mut Value, at: &str, value: Value) {
    let (parent, name) = at.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Array(items) if name.parse() == Ok(items.len()) => items.push(value),
        Value::Array(items) => items[name.parse::<usize>().unwrap()] = value,
        parent => parent[name] = value,
    }
}
