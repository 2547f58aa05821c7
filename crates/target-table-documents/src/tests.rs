//! Whole documents through the public door.

use proptest::prelude::*;
use target_table::amount::MoneyUnit;
use target_table::model::{Category, Dimension, Indicator, PeriodKind};
use target_table::{Lang, Table};

use crate::{Error, Import, Imported, read_text};

/// Rows of a text: cells are parted by `|`, further lines of a cell by `/`.
fn document(rows: &[&str]) -> String {
    let mut text = String::new();
    for row in rows {
        match row.strip_prefix('#') {
            Some(line) => text.push_str(line),
            None => {
                for cell in row.split('|') {
                    text.push('\t');
                    text.push_str(&cell.replace('/', "\n"));
                    text.push('\n');
                }
            }
        }
        text.push('\n');
    }
    text
}

fn one(rows: &[&str]) -> (Imported, Vec<String>) {
    let Import { mut tables, notes } = read_text(&document(rows)).unwrap();
    assert_eq!(tables.len(), 1);
    let notes = notes.iter().map(|note| note.message(Lang::Zh)).collect();
    (tables.remove(0), notes)
}

fn targets(indicator: &Indicator) -> Vec<(&str, &str)> {
    indicator
        .targets
        .iter()
        .map(|(id, text)| (id.as_str(), text.as_str()))
        .collect()
}

#[test]
fn an_unseen_layout_is_read() {
    let (imported, notes) = one(&[
        "#一、某某项目绩效目标表",
        "实施单位|某某协会",
        "预算金额（万元）|1,200",
        "年度目标（2025年）|一是培训。/二是宣传。",
        "一级指标|二级指标|三级/指标|计量单位|2025年度指标值",
        "成本指标|经济成本指标|培训成本|万元|≤1200",
        "产出|数量指标|培训期数|期|12",
        "||培训人数|人|300",
        "满意度|服务对象满意度|学员满意度|%|≥90",
    ]);
    assert_eq!(notes, Vec::<String>::new());
    let Table {
        project,
        applicant,
        support,
        periods,
        indicators,
        ..
    } = imported.table;
    assert_eq!(project.name, "某某项目");
    assert_eq!(applicant.name, "某某协会");
    assert_eq!(support.amount.unwrap().0.to_string(), "1200");
    assert_eq!(support.unit, MoneyUnit::TenThousand);
    assert_eq!(periods.len(), 1);
    assert_eq!(periods[0].label, "年度目标（2025年）");
    assert_eq!(periods[0].goal, "一是培训。\n二是宣传。");
    assert_eq!(indicators.len(), 4);
    assert_eq!(indicators[0].category, Category::Cost);
    assert_eq!(indicators[0].dimension, Dimension::EconomicCost);
    assert_eq!(indicators[2].dimension, Dimension::Quantity);
    assert_eq!(indicators[2].unit.as_deref(), Some("人"));
    assert_eq!(targets(&indicators[3]), [("annual", "≥90")]);
    assert_eq!(
        imported.places["/indicators/3/targets/annual"].text(Lang::Zh),
        "表1·第8行·第5格"
    );
}

#[test]
fn a_header_may_have_two_rows() {
    let (imported, notes) = one(&[
        "申报单位|某局",
        "一级指标|二级指标|三级指标|指标值",
        "|||实施周期指标值|年度指标值",
        "产出指标|数量指标|培训场次|18|6",
        "|质量指标|合格率|95%|90%",
    ]);
    assert_eq!(notes, Vec::<String>::new());
    let [first, second] = &imported.table.indicators[..] else {
        panic!("two rows");
    };
    assert_eq!(first.name, "培训场次");
    assert_eq!(targets(first), [("annual", "6"), ("cycle", "18")]);
    assert_eq!(targets(second), [("annual", "90%"), ("cycle", "95%")]);
}

#[test]
fn four_periods_are_put_in_the_order_of_time() {
    let (imported, notes) = one(&[
        "申报单位|甲",
        "目标|指标内容及口径|实施周期目标|总体目标|年度目标|阶段目标",
        "产出指标|数量指标|培训（期）|4|3|2|1",
        "|质量指标|合格率（%）|100",
        "|时效指标|完成时间|年底前|6月底前",
    ]);
    let ids: Vec<&str> = imported
        .table
        .periods
        .iter()
        .map(|period| period.id.as_str())
        .collect();
    assert_eq!(ids, ["stage", "annual", "overall", "cycle"]);
    let [first, second, third] = imported.table.indicators.as_slice() else {
        panic!("three rows");
    };
    assert_eq!(
        targets(first),
        [
            ("annual", "2"),
            ("cycle", "4"),
            ("overall", "3"),
            ("stage", "1")
        ]
    );
    assert_eq!(second.targets.len(), 4);
    assert_eq!(third.targets["cycle"], "年底前");
    assert_eq!(
        notes,
        [
            "表1·第5行：这一行有合并的格子，看不出合并了哪几列，已从左到右放入，请核对：“时效指标｜完成时间｜年底前｜6月底前”。"
        ]
    );
}

#[test]
fn labels_vary_and_prose_stands_between_tables() {
    let import = read_text(&document(&[
        "#以下两张表。",
        "项目单位|甲",
        "资金总额|３３０万元",
        "总体目标/(2027年底前)|总",
        "年度目标（2025年）|年",
        "目标|指标内容及口径|阶段目标|年度目标|总体目标",
        "产出指标|数量指标|培训（期）|１|２|３",
        "效益指标|生态效益|减排（吨）|1|2|3",
        "|可持续影响|持续（年）|1|2|3",
        "服务对象满意度|服务对象满意度|学员满意度（%）|90|90|90",
        "#",
        "#二、乙项目绩效目标表",
        "预算金额|1,000元",
        "一级指标|二级指标|三级指标|中期目标",
        "成本指标|生态环境成本指标|排放（吨）|≤1",
    ]))
    .unwrap();
    let notes: Vec<&str> = import.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["以下两张表。"]);
    let [first, second] = import.tables.as_slice() else {
        panic!("two tables");
    };
    let (first, second) = (&first.table, &second.table);
    assert_eq!(first.applicant.name, "甲");
    assert_eq!(first.support.amount.as_ref().unwrap().0.to_string(), "330");
    let dimensions: Vec<Dimension> = first.indicators.iter().map(|row| row.dimension).collect();
    assert_eq!(
        dimensions,
        [
            Dimension::Quantity,
            Dimension::Ecological,
            Dimension::Sustainable,
            Dimension::Satisfaction
        ]
    );
    // What is typed is kept as it is typed; only the reading knows that it is a number.
    assert_eq!(
        targets(&first.indicators[0]),
        [("annual", "２"), ("overall", "３"), ("stage", "１")]
    );
    assert_eq!(second.project.name, "乙项目");
    assert_eq!(second.support.unit, MoneyUnit::Yuan);
    assert_eq!(second.indicators[0].category, Category::Cost);
    assert_eq!(second.indicators[0].dimension, Dimension::EcologicalCost);
}

#[test]
fn levels_may_be_missing() {
    let (no_second, _) = one(&[
        "目标|指标内容及口径|阶段目标|年度目标",
        "产出指标|平台|产品（项）|1|2",
        "|||3|4",
        "满意度|用户满意度|≥90%",
    ]);
    let [first, nameless, last] = no_second.table.indicators.as_slice() else {
        panic!("three rows");
    };
    assert_eq!(
        (first.category, first.dimension),
        (Category::Output, Dimension::Other)
    );
    assert_eq!(
        (first.group.as_deref(), first.name.as_str()),
        (Some("平台"), "产品")
    );
    assert_eq!(
        (nameless.group.as_deref(), nameless.name.as_str()),
        (Some("平台"), "")
    );
    assert_eq!(last.dimension, Dimension::Satisfaction);
    assert_eq!(last.targets.len(), 2);

    let (no_first, notes) = one(&[
        "指标类型|指标名称|年度目标",
        "数量指标|产品（项）|1",
        "其他方面|产品（项）|1",
    ]);
    assert_eq!(no_first.table.indicators[0].category, Category::Output);
    assert_eq!(no_first.table.indicators.len(), 1);
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(notes[1].contains("未导入"), "{notes:?}");
}

#[test]
fn what_has_no_place_is_reported() {
    let (imported, notes) = one(&[
        "#前言",
        "序号|姓名",
        "1|张三",
        "#某项目绩效目标表（2024年度）",
        "主管部门|省厅",
        "申报单位|甲",
        "申报单位|乙",
        "支持金额|约三百万",
        "目标|指标内容及口径|权重|年度目标",
        "产出指标|数量指标|产品（项）|10|1",
        "负责人",
        "|||||||多出的格子",
        "目标|指标内容及口径|权重|年度目标",
        "|质量指标|合格率（%）||100",
        "#完",
    ]);
    assert_eq!(imported.table.indicators.len(), 2);
    assert_eq!(imported.table.applicant.name, "甲");
    let expected = [
        "文本第1行：“前言”",
        "表1：这张表不是绩效目标表",
        "文本第8行：标题里的“（2024年度）”",
        "表2·第1行·第1格：“主管部门”",
        "表2·第1行·第2格：“省厅”",
        "表2·第3行·第2格：这一栏前面已经填过，第二次的“乙”",
        "表2·第4行·第2格：金额“约三百万”",
        "表2·第6行·第4格：表头“10”",
        "表2·第7行：这一行放不进表里，未导入：“负责人”",
        "表2·第8行：这一行放不进表里，未导入：“多出的格子”",
        "文本第54行：“完”",
    ];
    assert_eq!(notes.len(), expected.len(), "{notes:#?}");
    for (note, beginning) in notes.iter().zip(expected) {
        assert!(note.starts_with(beginning), "{note} / {beginning}");
    }
}

#[test]
fn a_table_may_follow_another_without_a_title() {
    let text = document(&[
        "申报单位|甲",
        "目标|指标内容及口径|年度目标",
        "产出指标|数量指标|产品（项）|1",
        "申报单位|乙",
        "目标|指标内容及口径|年度目标",
        "产出指标|数量指标|产品（项）|1",
    ]);
    let import = read_text(&text).unwrap();
    let names: Vec<&str> = import
        .tables
        .iter()
        .map(|one| one.table.applicant.name.as_str())
        .collect();
    assert_eq!(names, ["甲", "乙"]);
    assert_eq!(import.notes, []);
}

#[test]
fn goals_and_columns_need_not_match() {
    let (imported, notes) = one(&[
        "年度目标（2025年）|乙",
        "年度目标（2024年）|甲",
        "总体目标|丙",
        "目标|指标内容及口径|年度目标（2025年）|年度目标（2024年）",
        "产出指标|数量指标|产品（项）|2|1",
    ]);
    let periods: Vec<(&str, PeriodKind, &str)> = imported
        .table
        .periods
        .iter()
        .map(|period| (period.id.as_str(), period.kind, period.goal.as_str()))
        .collect();
    assert_eq!(
        periods,
        [
            ("annual", PeriodKind::Annual, "甲"),
            ("annual-2", PeriodKind::Annual, "乙"),
            ("overall", PeriodKind::Overall, "丙")
        ]
    );
    assert_eq!(
        targets(&imported.table.indicators[0]),
        [("annual", "1"), ("annual-2", "2")]
    );
    assert_eq!(notes, Vec::<String>::new());
}

#[test]
fn documents_without_a_table_are_refused() {
    assert_eq!(read_text(""), Err(Error::Empty));
    assert_eq!(read_text("\u{feff} \n\t\n"), Err(Error::Empty));
    assert_eq!(read_text("只有文字"), Err(Error::NoTable));
    assert_eq!(read_text("\t年度目标\n\t开展活动\n"), Err(Error::NoTable));
    let long = "长".repeat(700_000);
    assert_eq!(read_text(&long), Err(Error::TooLarge { bytes: 2_100_000 }));
}

proptest! {
    #[test]
    fn any_text_is_survived(text in "(\t|\n|\r|（|）|\\(|目标|指标|年度目标|指标内容及口径|产出|数量|申报单位|支持金额|万元|[0-9.,]|绩效目标表|[a-z]|\u{0}|\u{20bb7}){0,120}") {
        let _ = read_text(&text);
    }

    #[test]
    fn what_is_read_is_a_table(rows in prop::collection::vec("(产出指标|数量指标|平台|1|\\|){0,9}", 0..12)) {
        let mut lines = vec!["目标|指标内容及口径|阶段目标|年度目标"];
        lines.extend(rows.iter().map(String::as_str));
        if let Ok(import) = read_text(&document(&lines)) {
            for imported in import.tables {
                let json = serde_json::to_string(&imported.table).unwrap();
                prop_assert_eq!(Table::from_json(&json).unwrap(), imported.table);
            }
        }
    }
}
