//! Properties that hold for any text.

use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::reading::{Context, Kind, Reading, UnitSource, Value, read, read_goal, record, said};
use crate::report::Lang;

/// What people write in cells, in pieces; [`super::linear`] repeats them without end.
#[rustfmt::skip]
pub(super) const PIECES: &[&str] = &[
    "不少于", "≥", "＞＝", "不得低于", "累计", "约", "力争", "超过", "不超过", "控制在", "以上", "以内", "左右", "及以上",
    "内", "前", "底", "每年", "每季度", "按月", "分别", "和", "、", "，", "；", "。", "至", "-",
    "~", "/", " ", "（", "）", "“", "”", "《", "》", "第", "1", "2", "80", "3.5",
    "1,620", "5000", "2024", "2024年", "6月", "10-12月", "2023.07", "上半年", "第一季度", "年底", "十", "两", "三百二十", "半",
    "数十", "百", "一", "三分之二", "百分之八十", "0.8", "１２", "99999999999999999", "1e5", "**", "X", "待定", "%", "％",
    "‰", "个百分点", "万", "亿", "万元", "亿元", "元/人", "户次", "家", "次", "期", "年", "个月", "天",
    "小时", "亩", "万人次", "株", "个", "倍", "成", "度", "m", "GB", "完成", "通过验收", "提升", "高于平均水平",
    "培训", "企业", "满意度", "的", "余", "多", "×", "+", "1.", "一是", "①", "—", "无",
];

/// Texts as people write them, put together at random; far more of them are odd than in real tables.
fn cells() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    prop::collection::vec(piece, 1..9).prop_map(|pieces| pieces.concat())
}

/// One quantity with everything that may stand around it.
fn quantities() -> impl Strategy<Value = String> {
    let before = prop::sample::select(vec![
        "",
        "≥",
        "不少于",
        "不得超过",
        "累计",
        "约",
        "累计不少于",
        "力争达到",
        "超过",
        "低于",
        "每年",
        "每季度不少于",
        "=",
        "至少",
        "＜",
    ]);
    let number = prop::sample::select(vec![
        "1",
        "12",
        "0.8",
        "6,500",
        "28.40",
        "10606.7522",
        "两",
        "十五",
        "一百零五",
        "半",
        "8-10",
        "1至2",
        "数十",
        "1/3",
    ]);
    let unit = prop::sample::select(vec![
        "%",
        "万元",
        "亿元",
        "家",
        "次",
        "户次",
        "年",
        "个月",
        "天",
        "小时",
        "亩",
        "元/亩",
        "万人次",
        "次/年",
        "个百分点",
        "盏",
        "元/人·月",
        "台（套）",
        "成",
        "",
        "万",
    ]);
    let after = prop::sample::select(vec!["", "以上", "以内", "左右", "以下", "。"]);
    (before, number, unit, after)
        .prop_map(|(before, number, unit, after)| [before, number, unit, after].concat())
}

/// A time, a stretch of time or how often, as people write them.
fn times() -> impl Strategy<Value = String> {
    let year = prop::sample::select(vec!["", "2024年", "二〇二五年", "当年", "每年"]);
    let part = prop::sample::select(vec![
        "6月",
        "6月底",
        "12月31日",
        "2月末",
        "9月上旬",
        "11月中旬",
        "12月下旬",
        "上半年",
        "下半年",
        "第三季度",
        "四季度末",
        "年底",
        "年内",
        "前三季度",
        "3、6、9月",
        "5、6月",
        "6、12月底",
        "3-6月",
        "1月至11月",
        "10月1日-12月20日",
        "一至三季度",
    ]);
    let tail = prop::sample::select(vec!["", "前", "之前", "以前", "内"]);
    let moments = (year, part, tail).prop_map(|(year, part, tail)| [year, part, tail].concat());
    let stretches = prop::sample::select(vec![
        "2024.03-2024.11",
        "2024.3-2024.11",
        "2024-06-30",
        "20241231",
        "2024/12/31前",
        "2024-2026年",
        "2023年7月至2024年1月",
        "202401-202412",
        "2024年1月1日-12月31日",
        "2024年",
        "Q3",
    ])
    .prop_map(str::to_owned);
    let every = prop::sample::select(vec![
        "按月",
        "逐季",
        "每旬",
        "每半月",
        "每半年",
        "每两年",
        "每2个月",
        "每周",
        "每天",
        "每季度末",
        "每月10日前",
    ]);
    let count = prop::sample::select(vec![
        "",
        "1次",
        "不少于2次",
        "≥3场",
        "8小时",
        "至少1期",
        "约5次",
        "500元",
        "1-2次",
    ]);
    let often = (every, count).prop_map(|(every, count)| [every, count].concat());
    let below = prop::sample::select(vec![
        "2次/年",
        "1次/半年",
        "1次/每月",
        "3场/季度",
        "1次/2年",
        "一年两次",
        "两年一次",
        "1-2次/年",
        "≥2次／周",
    ])
    .prop_map(str::to_owned);
    prop_oneof![moments, stretches, often, below]
}

/// Numbers whose ends have units of their own, and what has more than one of them.
fn several() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "5000万元-1亿元",
        "5万-8万元",
        "10天至2个月",
        "累计3-5家",
        "约8-10万字",
        "累计不少于5000户",
        "≥90%",
        "由5%提高到8%",
        "9/10万",
        "500户/1500人",
        "12000余人",
        "5000（人）",
        "上亿元",
        "50年一遇",
        "80、90%",
        "6月底前50%",
        "2024年12月31日前100%",
        "每年2次",
        "不超过3个工作日",
        "1.5个百分点左右",
        "三分之二以上",
        "超过百分之八十",
        "每亩500元",
    ]);
    prop::collection::vec(piece, 1..4).prop_map(|pieces| pieces.join("；"))
}

/// What a reading says, without where it says it and how.
fn gist(reading: &Reading) -> Vec<Value> {
    let mut values: Vec<Value> = reading
        .items
        .iter()
        .map(|item| item.value.clone())
        .collect();
    for value in &mut values {
        if let Value::Frequency(frequency) = value
            && let Some(count) = &mut frequency.count
        {
            (count.stated, count.unit_source) = (false, UnitSource::Cell);
            count.number = count.number.normalize();
        }
        if let Value::Quantity(quantity) | Value::Duration(quantity) = value {
            (quantity.stated, quantity.unit_source) = (false, UnitSource::Cell);
        }
        if let Value::Range(range) = value {
            range.unit_source = UnitSource::Cell;
        }
    }
    values
}

fn is_sound(reading: &Reading) -> bool {
    reading.unread.is_empty()
        && reading.items.iter().all(|item| {
            !matches!(item.value, Value::Malformed { .. })
                && item
                    .value
                    .quantity()
                    .and_then(|q| q.unit.as_ref())
                    .is_none_or(|unit| unit.dimension != "unknown")
        })
}

fn reads_again(text: &str, context: &Context<'_>) {
    let first = read(text, context);
    if !is_sound(&first) {
        return;
    }
    let phrase = said(&first, Lang::Zh);
    let again = read(&phrase, context);
    assert_eq!(
        gist(&again),
        gist(&first),
        "{text} was said back as {phrase}"
    );
}

/// The numbers that a value claims.
fn numbers(value: &Value) -> Vec<Decimal> {
    match value {
        Value::Range(range) => vec![range.low, range.high],
        value => value
            .quantity()
            .map(|quantity| quantity.number)
            .into_iter()
            .collect(),
    }
}

/// Whether the digits of a number stand in the text, thousands commas and width aside; numerals are checked elsewhere.
fn holds(text: &str, number: Decimal) -> bool {
    let plain: String = text
        .chars()
        .map(crate::reading::text::fold)
        .filter(|c| *c != ',')
        .collect();
    let numerals = "零〇一二两三四五六七八九十百千半壹贰叁肆伍陆柒捌玖拾佰仟万亿";
    plain.contains(&number.abs().to_string())
        || plain.contains(&number.abs().normalize().to_string())
        || text.contains(|c| numerals.contains(c))
}

fn sound_spans(text: &str, reading: &Reading) {
    let mut end = 0;
    for item in &reading.items {
        assert!(
            text.get(item.span.start..item.span.end).is_some(),
            "{text}: {item:?}"
        );
        assert!(item.span.start < item.span.end, "{text}: {item:?}");
        assert!(
            item.clause.start <= item.span.start && item.span.end <= item.clause.end,
            "{text}: {item:?}"
        );
        assert!(item.span.start >= end, "{text}: items overlap");
        end = item.span.end;
    }
    let mut end = 0;
    for span in &reading.unread {
        assert!(span.start >= end, "{text}: what is unread overlaps");
        end = span.end;
        for item in &reading.items {
            let within = item.span.start <= span.start && span.end <= item.span.end;
            let apart = span.end <= item.span.start || item.span.end <= span.start;
            // A cell of which nothing was understood is one item, and its words are named as well.
            let nothing = reading.kind == Kind::Malformed && reading.items.len() == 1;
            assert!(within || apart || nothing, "{text}: {item:?}, {span:?}");
        }
    }
    // Every character belongs to an item's clause or is named as not understood.
    for (at, c) in text.char_indices() {
        let within = |span: &crate::span::Span| (span.start..span.end).contains(&at);
        let known = reading.items.iter().any(|item| within(&item.clause))
            || reading.unread.iter().any(within);
        let blank = reading.kind == Kind::Blank;
        assert!(
            known || blank || c.is_whitespace() || c.is_ascii_punctuation() || !c.is_alphanumeric(),
            "{text}: {c}"
        );
    }
}

fn check(text: &str) {
    for context in [
        Context::default(),
        Context {
            name: "成活率(≥**%)",
            unit: None,
        },
        Context {
            name: "",
            unit: Some("万元"),
        },
    ] {
        let reading = read(text, &context);
        sound_spans(text, &reading);
        for item in &reading.items {
            for number in numbers(&item.value) {
                assert!(holds(text, number), "{text} holds no {number}");
            }
        }
        let record = record(text, &context);
        assert_eq!(record.text, text);
    }
    let mut end = 0;
    for mention in read_goal(text) {
        for span in [mention.span, mention.clause, mention.before, mention.after] {
            assert!(
                text.get(span.start..span.end).is_some(),
                "{text}: {mention:?}"
            );
        }
        assert!(mention.span.start >= end, "{text}: mentions overlap");
        end = mention.span.end;
        for number in numbers(&mention.value) {
            assert!(holds(text, number), "{text} holds no {number}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,60}") {
        check(&text);
    }

    #[test]
    fn any_cell_is_read(text in cells()) {
        check(&text);
    }

    #[test]
    fn a_time_that_is_said_reads_the_same_again(text in times()) {
        check(&text);
        reads_again(&text, &Context::default());
    }

    #[test]
    fn several_things_that_are_said_read_the_same_again(text in several()) {
        check(&text);
        reads_again(&text, &Context::default());
    }

    #[test]
    fn what_is_said_reads_the_same_again(text in quantities()) {
        check(&text);
        reads_again(&text, &Context::default());
        reads_again(&text, &Context { name: "", unit: Some("家") });
    }
}

#[test]
fn every_real_expression_reads_the_same_when_said_back() {
    for line in include_str!("expressions.tsv").lines().skip(1) {
        let text = line.split('\t').next().unwrap_or_default();
        check(text);
        reads_again(text, &Context::default());
    }
}

/// What fuzzing found.
#[test]
fn odd_texts_are_read() {
    let context = Context {
        name: "\0各j\x003\r",
        unit: Some("＊"),
    };
    let text = "j\x003\r＊20\x003\r＊20\0!\0";
    sound_spans(text, &read(text, &context));
    for text in [
        text,
        // A unit on the next line.
        "\0\0\0\x003.5万-=\rW",
        // Spans of what was not understood, one in the other and one half in an item.
        "<=.=8余 0&&&.&\n\u{4}",
        "7GB/T<~07\u{b}\u{b}\u{b}",
        ">>1三分之二99999999999999999",
    ] {
        check(text);
    }
}

#[test]
fn phrases_are_short_and_plain() {
    for (text, zh, en) in [
        (
            "累计不少于125户次",
            "累计 ≥ 125 户次",
            "in total at least 125 户次",
        ),
        ("8-10万字", "8 至 10 万字", "between 8 and 10 万字"),
        (
            "9月底前完成贴息任务75%",
            "9月30日前；75%",
            "by 30 September; 75%",
        ),
        ("每年不少于2次", "每年 ≥ 2 次", "at least 2 次 every year"),
        ("按月发放", "每月", "every month"),
        (
            "2023.07-2024.01",
            "2023年7月至2024年1月",
            "from 1 July 2023 to 31 January 2024",
        ),
        ("约200人", "约 200 人", "about 200 人"),
        ("通过验收", "完成该事项", "an act to be completed"),
        (
            "≧ %",
            "有比较符号而无数值",
            "a comparison sign without a number",
        ),
        ("", "", ""),
    ] {
        let reading = read(text, &Context::default());
        assert_eq!(said(&reading, Lang::Zh), zh, "{text}");
        assert_eq!(said(&reading, Lang::En), en, "{text}");
    }
}
