//! The five tables of the annex: nothing in them is an error, their real contradictions are found, and everything that is
//! said of them is committed, so that a reviewer reads every difference.

use serde_json::Value;
use target_table::report::Finding;
use target_table::{Lang, Options, Severity, check_json};
use target_table_tests::suite::{self, File};

fn findings(file: &File, lang: Lang) -> Vec<Finding> {
    let options = Options {
        lang,
        ..Options::default()
    };
    check_json(&file.text, &options).findings
}

#[test]
fn no_table_of_the_annex_has_an_error() {
    let tables = suite::annex();
    assert_eq!(tables.len(), 5);
    for file in tables {
        for finding in findings(&file, Lang::Zh) {
            assert_ne!(
                finding.severity,
                Severity::Error,
                "{}: {}",
                file.name,
                finding.message
            );
        }
    }
}

#[test]
fn what_is_said_of_the_annex() {
    let mut said = String::from("table\trule\tseverity\tat\twords\tzh\ten\n");
    for (number, file) in suite::annex().iter().enumerate() {
        let table: Value = serde_json::from_str(&file.text).unwrap();
        let english = findings(file, Lang::En);
        for (zh, en) in findings(file, Lang::Zh).iter().zip(english) {
            let severity = serde_json::to_value(zh.severity).unwrap();
            let line = [
                &(number + 1).to_string(),
                &zh.rule,
                severity.as_str().unwrap(),
                &zh.at,
                &words(&table, zh).replace('\n', "⏎"),
                &zh.message,
                &en.message,
            ];
            said.push_str(&(line.join("\t") + "\n"));
        }
    }
    suite::assert_fresh("annex/findings.tsv", &said);
}

/// The words that a finding underlines; nothing where it has no span.
fn words(table: &Value, finding: &Finding) -> String {
    let text = table
        .pointer(&finding.at)
        .and_then(Value::as_str)
        .unwrap_or_default();
    let units: Vec<u16> = text.encode_utf16().collect();
    let span = finding
        .span
        .and_then(|span| units.get(span.start..span.end));
    String::from_utf16(span.unwrap_or_default()).unwrap()
}

/// The remarks that a reviewer makes: the table, the rule, a place, and what the message must quote. The place is a word
/// of the indicator's name and the period, or a pointer.
const REMARKS: [(usize, &str, &str, &str); 17] = [
    (1, "unit-scale-differs", "贷款发放规模 annual", "6000万元"),
    (1, "unit-does-not-fit-name", "普惠贷款增速", "亿元"),
    (1, "unit-does-not-fit-name", "活动服务人次", "家"),
    (
        1,
        "cost-target-lower-bound",
        "项目总体支出费用 stage",
        "大于等于165万元",
    ),
    (1, "date-after-period", " stage", "10月"),
    (
        1,
        "comparison-without-number",
        "普惠贷款增速",
        "高于平均贷款增速",
    ),
    (2, "dimension-missing", "/indicators", "成本"),
    (2, "timeliness-without-date", "信贷风险补偿资金设立进度", ""),
    (
        3,
        "dimension-outside-category",
        "新增融资交易额",
        "经济效益",
    ),
    (
        3,
        "dimension-outside-category",
        "上传区块链的托管数据量",
        "社会效益",
    ),
    (3, "dimension-missing", "/indicators", "时效"),
    (3, "dimension-missing", "/indicators", "成本"),
    (3, "dimension-missing", "/indicators", "满意度"),
    (
        4,
        "goal-money-above-support",
        "/periods/0/goal",
        "1,620万元",
    ),
    (
        4,
        "several-quantities-in-cell",
        "支小支农担保金额 stage",
        "80%",
    ),
    (5, "dimension-outside-category", "服务对象满意度", "满意度"),
    (
        5,
        "several-quantities-in-cell",
        "金融文化论坛参会人次 annual",
        "200人",
    ),
];

#[test]
fn the_annex_s_contradictions_are_found() {
    let tables: Vec<(Value, Vec<Finding>)> = suite::annex()
        .iter()
        .map(|file| {
            (
                serde_json::from_str(&file.text).unwrap(),
                findings(file, Lang::Zh),
            )
        })
        .collect();
    let missing: Vec<_> = REMARKS
        .iter()
        .filter(|(number, rule, place, quoted)| {
            let (table, findings) = &tables[number - 1];
            !findings.iter().any(|finding| {
                finding.rule == *rule
                    && stands_at(table, finding, place)
                    && finding.message.contains(quoted)
            })
        })
        .collect();
    assert!(missing.is_empty(), "not found: {missing:#?}");
}

fn stands_at(table: &Value, finding: &Finding, place: &str) -> bool {
    if place.starts_with('/') {
        return finding.at == place;
    }
    let (name, period) = place.split_once(' ').unwrap_or((place, ""));
    let row = finding.at.split('/').nth(2).unwrap_or_default();
    let indicator = &table["indicators"][row.parse::<usize>().unwrap_or(usize::MAX)];
    let is_named = indicator["name"]
        .as_str()
        .is_some_and(|written| written.contains(name));
    finding.at.starts_with("/indicators/") && is_named && finding.at.ends_with(period)
}
