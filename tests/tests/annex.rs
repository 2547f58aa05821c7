//! The five tables of the annex: nothing in them is an error, their real contradictions are found, and everything that is
//! said of them is committed, so that a reviewer reads every difference.

use serde_json::Value;
use target_table::report::Finding;
use target_table::{Lang, Severity, check_json};
use target_table_tests::suite::{self, File};

fn findings(file: &File, lang: Lang) -> Vec<Finding> {
    check_json(&file.text, &suite::options(file, lang)).findings
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
    suite::assert_fresh("annex/findings.tsv", &suite::findings(&suite::annex()));
}

/// The remarks that a reviewer makes: the table, the rule, a place, and what the message must quote. The place is a word
/// of the indicator's name and the period, or a pointer.
const REMARKS: [(usize, &str, &str, &str); 24] = [
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
    (1, "goal-unit-differs", "/periods/1/goal", "6场"),
    (1, "vague-target", "项目社会效益 stage", "便利度"),
    (2, "goal-unit-differs", "/periods/0/goal", "不少于25次"),
    (
        3,
        "measure-in-other-dimension",
        "为企业提供股权托管服务次数",
        "数量指标",
    ),
    (5, "title-differs", "研究报告》份数", "调研报告"),
    (5, "measure-in-other-dimension", "专著出版质量", "数量"),
    (
        5,
        "approximate-target",
        "金融文化论坛参会人次 annual",
        "约200人",
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
