//! What the published record carries beside the reading's kind and numbers.

use serde_json::{Value, json};

use crate::reading::{Context, record};

/// The given fields of a record, as JSON.
fn fields(text: &str, name: &str, unit: Option<&str>, wanted: &[&str]) -> Value {
    let record = serde_json::to_value(record(text, &Context { name, unit })).unwrap();
    let object = record.as_object().unwrap();
    let kept = wanted
        .iter()
        .filter_map(|field| Some(((*field).to_owned(), object.get(*field)?.clone())));
    Value::Object(kept.collect())
}

#[test]
fn a_unit_says_where_it_was_found() {
    let wanted = ["unit", "unitSource", "magnitude"];
    for (text, name, unit, expected) in [
        (
            "6000万元",
            "贷款（亿元）",
            None,
            json!({"unit": "万元", "unitSource": "cell", "magnitude": "万"}),
        ),
        (
            "10",
            "金融产品（项）",
            None,
            json!({"unit": "项", "unitSource": "name"}),
        ),
        (
            "10",
            "",
            Some("千米"),
            json!({"unit": "千米", "unitSource": "name"}),
        ),
        ("10", "", None, json!({})),
        (
            "8-10亿股",
            "",
            None,
            json!({"unit": "亿股", "unitSource": "cell", "magnitude": "亿"}),
        ),
        (
            "每年2次",
            "",
            None,
            json!({"unit": "次/年", "unitSource": "cell"}),
        ),
    ] {
        assert_eq!(fields(text, name, unit, &wanted), expected, "{text} {name}");
    }
    let record = record("80、90%", &Context::default());
    let sources: Vec<_> = record.parts.iter().map(|part| part.unit_source).collect();
    assert_eq!(json!(sources), json!(["neighbour", "cell"]));
}

#[test]
fn a_direction_that_is_not_written_is_implied() {
    for (text, name, expected) in [
        ("90%", "", json!({"comparator": "=", "implied": true})),
        ("=90%", "", json!({"comparator": "="})),
        ("不低于90%", "", json!({"comparator": ">="})),
        (
            "85",
            "成活率(≥**%)",
            json!({"comparator": ">=", "implied": true}),
        ),
    ] {
        let found = fields(text, name, None, &["comparator", "implied"]);
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn parts_are_bound_to_the_words_of_the_name() {
    let name = "支小支农担保金额占比和单户500万元及以下担保金额占比";
    let context = Context { name, unit: None };
    let record = record("分别不得低于80%和不得低于50%", &context);
    let bound: Vec<_> = record
        .parts
        .iter()
        .map(|part| part.bound_to.as_deref())
        .collect();
    assert_eq!(
        bound,
        [
            Some("支小支农担保金额占比"),
            Some("单户500万元及以下担保金额占比")
        ]
    );
}

#[test]
fn what_was_not_understood_has_its_place_and_reason() {
    let wanted = ["kind", "reason", "unread"];
    for (text, expected) in [
        (
            "😀次年3月底前",
            json!({"kind": "qualitative", "reason": "not-understood", "unread": [{"start": 4, "end": 8}]}),
        ),
        ("1:2", json!({"kind": "malformed", "reason": "arithmetic"})),
        (
            "10-8万字",
            json!({"kind": "malformed", "reason": "range-reversed"}),
        ),
        (
            "≤28.40/株",
            json!({"kind": "quantity", "reason": "unit-half-missing"}),
        ),
        ("10家", json!({"kind": "quantity"})),
    ] {
        assert_eq!(fields(text, "", None, &wanted), expected, "{text}");
    }
}

#[test]
fn words_carry_their_grade_and_frequencies_their_day() {
    for (text, expected) in [
        ("优秀", json!({"grade": "excellent"})),
        (
            "全部符合要求",
            json!({"grade": "all", "comparator": "=", "implied": true}),
        ),
        ("指导城市建设", json!({})),
        ("每月10日前", json!({"day": 10, "value": "1", "unit": "月"})),
    ] {
        let wanted = ["grade", "day", "comparator", "implied", "value", "unit"];
        assert_eq!(fields(text, "", None, &wanted), expected, "{text}");
    }
}
