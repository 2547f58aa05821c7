//! Documents whose reader knows how the cells lie: HTML, and what is copied out of Word, WPS and Excel.

use std::ops::Range;

use serde::Deserialize;

use crate::Import;
use crate::blocks::{self, Block, Line, begins_head};
use crate::grid::{Address, Cell, Grid, Row};
use crate::header::{self, Role, Zone};
use crate::joined::with_one_header_row;
use crate::title;

/// A stretch of such a document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// A line outside of tables.
    Line(String),
    /// The rows of a table.
    Rows(Vec<Vec<LaidCell>>),
}

/// A cell as it is seen in one row: a cell merged downwards is in each of its rows, every time with its text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LaidCell {
    /// Its text, without white space around it.
    pub text: String,
    /// The first column that it covers, from 0.
    pub column: usize,
    /// How many columns it covers.
    pub width: usize,
    /// Whether it began in a row further up.
    pub goes_on: bool,
}

/// Reads the tables of a document.
pub(crate) fn read(parts: &[Part]) -> Import {
    let mut blocks = Vec::new();
    let mut line = 0;
    let mut tables = 0;
    for part in parts {
        match part {
            Part::Line(text) => {
                line += 1;
                blocks.push(Block::Line(Line {
                    text: text.clone(),
                    number: line,
                }));
            }
            Part::Rows(rows) => {
                for rows in one_by_one(&with_one_header_row(rows)) {
                    tables += 1;
                    blocks.push(Block::Table(grid(rows, tables, &mut line)));
                }
            }
        }
    }
    blocks::read(blocks, Vec::new())
}

/// Tables that stand below one another in one sheet.
fn one_by_one(rows: &[Vec<LaidCell>]) -> Vec<&[Vec<LaidCell>]> {
    let mut tables = Vec::new();
    let mut rest = rows;
    loop {
        let header_at = rest.iter().position(|row| header::is_header(texts(row)));
        let next = header_at.and_then(|header_at| {
            let below = rest.iter().enumerate().skip(header_at + 1);
            below
                .filter(|(_, row)| begins_table(row))
                .map(|(at, _)| at)
                .next()
        });
        match next.and_then(|at| rest.split_at_checked(at)) {
            Some((table, others)) => {
                tables.push(table);
                rest = others;
            }
            None => {
                tables.push(rest);
                return tables;
            }
        }
    }
}

pub(crate) fn texts(row: &[LaidCell]) -> impl Iterator<Item = &str> {
    row.iter().map(|cell| cell.text.as_str())
}

fn begins_table(row: &[LaidCell]) -> bool {
    let mut written = texts(row).filter(|text| !text.is_empty());
    let is_title = match (written.next(), written.next()) {
        (Some(only), None) => title::read(only).is_some(),
        _ => false,
    };
    is_title || begins_head(texts(row).filter(|text| !text.is_empty()))
}

pub(crate) fn grid(rows: &[Vec<LaidCell>], table: usize, line: &mut usize) -> Grid {
    let header = rows.iter().find(|row| header::is_header(texts(row)));
    let zones = header.map(|row| headings(row)).unwrap_or_default();
    let address = Address {
        table: Some(table),
        ..Address::line(*line + 1)
    };
    *line += rows.len();
    Grid {
        rows: placed(rows, &zones, address),
    }
}

fn headings(row: &[LaidCell]) -> Vec<Zone> {
    let roles = header::roles(texts(row)).into_iter();
    roles
        .zip(row)
        .map(|(role, cell)| Zone {
            role,
            columns: columns(cell),
        })
        .collect()
}

pub(crate) fn columns(cell: &LaidCell) -> Range<usize> {
    cell.column..cell.column.saturating_add(cell.width)
}

/// The rows that say something of their own; the others only hold what goes on from above.
pub(crate) fn placed(rows: &[Vec<LaidCell>], zones: &[Zone], first: Address) -> Vec<Row> {
    let numbered = rows.iter().enumerate();
    numbered
        .filter(|(_, row)| {
            row.iter()
                .any(|cell| !cell.goes_on && !cell.text.is_empty())
        })
        .map(|(index, row)| {
            let address = Address {
                row: Some(index + 1),
                line: first.line + index,
                ..first
            };
            let cells = row.iter().enumerate().map(|(at, cell)| Cell {
                text: text_in(cell, row, zones),
                columns: columns(cell),
                address: Address {
                    cell: Some(at + 1),
                    ..address
                },
            });
            Row {
                cells: cells.collect(),
                address,
            }
        })
        .collect()
}

/// What a cell says in one of its rows. A level and a group go on by themselves below where they are written; whatever
/// else is merged downwards counts for each row.
fn text_in(cell: &LaidCell, row: &[LaidCell], zones: &[Zone]) -> String {
    let zone = zones
        .iter()
        .find(|zone| zone.columns.contains(&cell.column));
    let counts_below = match zone.map(|zone| (zone.role, &zone.columns)) {
        Some((Role::Name, columns)) => !row
            .iter()
            .any(|other| other.column > cell.column && columns.contains(&other.column)),
        Some((Role::Unit | Role::Definition | Role::Target | Role::Unknown, _)) => true,
        Some((Role::Category | Role::Dimension | Role::Aside, _)) | None => false,
    };
    if cell.goes_on && !counts_below {
        return String::new();
    }
    cell.text.clone()
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;
    use target_table::model::{Dimension, Indicator, Period, PeriodKind};
    use target_table::{Lang, Table};

    use super::*;
    use crate::note::Note;
    use crate::rows_alone::read_rows;

    /// Rows of a sheet: cells are parted by `|`, `^` goes on from above, `<` is covered by the cell at the left.
    pub(crate) fn rows(lines: &[&str]) -> Vec<Vec<LaidCell>> {
        let mut rows: Vec<Vec<LaidCell>> = Vec::new();
        for line in lines {
            let mut row: Vec<LaidCell> = Vec::new();
            for (column, text) in line.split('|').enumerate() {
                let above = rows
                    .last()
                    .and_then(|row| row.iter().find(|cell| cell.column == column));
                match (text, above) {
                    ("<", _) => row.last_mut().unwrap().width += 1,
                    ("^", Some(above)) => row.push(LaidCell {
                        goes_on: true,
                        ..above.clone()
                    }),
                    _ => row.push(LaidCell {
                        text: text.to_owned(),
                        column,
                        width: 1,
                        goes_on: false,
                    }),
                }
            }
            rows.push(row);
        }
        rows
    }

    pub(crate) fn period(id: &str, kind: PeriodKind) -> Period {
        Period {
            id: id.to_owned(),
            kind,
            label: String::new(),
            end: None,
            goal: String::new(),
        }
    }

    pub(crate) fn said(notes: &[Note]) -> Vec<String> {
        notes.iter().map(|note| note.message(Lang::Zh)).collect()
    }

    #[test]
    fn merges_are_known_and_not_guessed() {
        let import = read(&[
            Part::Line("附件".to_owned()),
            Part::Line("示范项目绩效目标表".to_owned()),
            Part::Rows(rows(&[
                "申报单位|<|某局|<|<|<",
                "支持金额|<|330万元|<|<|<",
                "目标|<|指标内容及口径|<|阶段目标|年度目标",
                "产出指标|数量指标|平台|产品（项）|1|10",
                "^|^|^|企业（家）|^|120",
                "^|^|项目支出|<|合计330万元|<",
                "^|质量指标|合格率（%）|<||100",
                "^|^|^|<|^|^",
            ])),
        ]);
        assert_eq!(
            said(&import.notes),
            ["文本第1行：“附件”不属于任何一张表，未导入。"]
        );
        let table = &import.tables[0].table;
        assert_eq!(table.project.name, "示范项目");
        assert_eq!(table.applicant.name, "某局");
        let read: Vec<(Dimension, &str, &str, &str, &str)> = table
            .indicators
            .iter()
            .map(|row| {
                let target = |id| row.targets.get(id).map_or("", String::as_str);
                (
                    row.dimension,
                    row.group.as_deref().unwrap_or(""),
                    row.name.as_str(),
                    target("stage"),
                    target("annual"),
                )
            })
            .collect();
        assert_eq!(
            read,
            [
                (Dimension::Quantity, "平台", "产品", "1", "10"),
                (Dimension::Quantity, "平台", "企业", "1", "120"),
                (
                    Dimension::Quantity,
                    "",
                    "项目支出",
                    "合计330万元",
                    "合计330万元"
                ),
                (Dimension::Quality, "", "合格率", "", "100"),
            ]
        );
        assert_eq!(
            import.tables[0].places["/indicators/3/targets/annual"].text(Lang::Zh),
            "表1·第7行·第5格"
        );
    }

    #[test]
    fn tables_below_one_another_in_one_sheet_are_read_one_by_one() {
        let import = read(&[Part::Rows(rows(&[
            "甲项目绩效目标表|<|<",
            "申报单位|甲|<",
            "目标|指标内容及口径|年度目标",
            "产出指标|产品（项）|1",
            "||",
            "乙项目绩效目标表|<|<",
            "申报单位|乙|<",
            "目标|指标内容及口径|年度目标",
            "产出指标|产品（项）|1",
        ]))]);
        let names: Vec<(&str, &str)> = import
            .tables
            .iter()
            .map(|one| {
                (
                    one.table.project.name.as_str(),
                    one.table.applicant.name.as_str(),
                )
            })
            .collect();
        assert_eq!(names, [("甲项目", "甲"), ("乙项目", "乙")]);
        assert_eq!(import.notes, []);
    }

    /// The periods of the only table in some rows, each with the targets in its column, and the names.
    pub(crate) fn read_grid(lines: &[&str]) -> (Vec<String>, Vec<String>, Vec<String>) {
        let import = read(&[Part::Rows(rows(lines))]);
        let table = &import.tables[0].table;
        let periods = table.periods.iter().map(|period| {
            let target = |row: &Indicator| row.targets.get(&period.id).cloned().unwrap_or_default();
            let targets: Vec<String> = table.indicators.iter().map(target).collect();
            format!("{}: {}", period.label, targets.join(" "))
        });
        let names = table
            .indicators
            .iter()
            .map(|row| format!("{:?} {:?} {}", row.category, row.dimension, row.name));
        (periods.collect(), names.collect(), said(&import.notes))
    }

    #[test]
    fn a_word_beside_the_whole_grid_is_no_level() {
        let (periods, names, notes) = read_grid(&[
            "绩效指标|一级指标|二级指标|三级指标|年度指标值",
            "^|产出指标|数量指标|培训场次|6",
            "^|^|质量指标|合格率|95%",
        ]);
        assert_eq!(periods, ["年度指标值: 6 95%"]);
        assert_eq!(names, ["Output Quantity 培训场次", "Output Quality 合格率"]);
        assert_eq!(notes, Vec::<String>::new());
    }

    #[test]
    fn a_head_in_a_table_of_its_own_belongs_to_the_grid_below() {
        let import = read(&[
            Part::Line("示范项目绩效目标表".to_owned()),
            Part::Rows(rows(&[
                "申报单位|某局",
                "支持金额|330万元",
                "年度目标|建成",
            ])),
            Part::Rows(rows(&[
                "目标|指标内容及口径|年度目标",
                "产出指标|产品（项）|1",
            ])),
            Part::Rows(rows(&["申报单位|另一局"])),
        ]);
        assert_eq!(
            said(&import.notes),
            ["表3：这张表不是绩效目标表，未导入；首行是“申报单位｜另一局”。"]
        );
        let table = &import.tables[0].table;
        assert_eq!(table.project.name, "示范项目");
        assert_eq!(table.applicant.name, "某局");
        assert_eq!(table.periods[0].goal, "建成");
        assert_eq!(table.indicators.len(), 1);
    }

    #[test]
    fn goals_may_stand_below_their_labels() {
        let import = read(&[Part::Rows(rows(&[
            "项目名称|<|示范项目|<",
            "总体目标|实施期目标|<|年度目标",
            "^|三年建成|<|今年开工",
            "一级指标|二级指标|三级指标|年度指标值",
            "产出指标|数量指标|产品（项）|1",
        ]))]);
        assert_eq!(said(&import.notes), Vec::<String>::new());
        let goals: Vec<(&str, &str)> = import.tables[0]
            .table
            .periods
            .iter()
            .map(|period| (period.label.as_str(), period.goal.as_str()))
            .collect();
        assert_eq!(
            goals,
            [("年度目标", "今年开工"), ("实施期目标", "三年建成")]
        );
    }

    #[test]
    fn a_period_too_many_is_reported() {
        let rows = rows(&[
            "申报单位|甲|<|<",
            "总体目标|一|<|<",
            "2026年度目标|二|<|<",
            "2027年度目标|三|<|<",
            "2028年度目标|四|<|<",
            "2029年度目标|五|<|<",
            "目标|<|指标内容及口径|总体目标",
            "产出指标|数量指标|产品（项）|10",
        ]);
        let import = read(&[Part::Rows(rows)]);
        let labels: Vec<&str> = import.tables[0]
            .table
            .periods
            .iter()
            .map(|period| period.label.as_str())
            .collect();
        assert_eq!(labels.len(), 4);
        assert!(labels.contains(&"总体目标"), "{labels:?}");
        let notes = said(&import.notes);
        assert_eq!(notes.len(), 1, "{notes:?}");
        assert!(notes[0].ends_with("一张表最多有4期，这一期未导入：“2029年度目标 五”。"));
    }

    proptest! {
        #[test]
        fn any_cells_are_survived(cells in prop::collection::vec(
            prop::collection::vec(
                ("(产出指标|数量指标|目标|指标内容及口径|年度目标|申报单位|甲项目绩效目标表|1|）（家）|){1}", 0_usize..6, 0_usize..4, any::<bool>()),
                0..6,
            ),
            0..12,
        )) {
            let rows: Vec<Vec<LaidCell>> = cells
                .into_iter()
                .map(|row| {
                    row.into_iter()
                        .map(|(text, column, width, goes_on)| LaidCell { text, column, width, goes_on })
                        .collect()
                })
                .collect();
            let _ = read_rows(&rows, &[period("annual", PeriodKind::Annual)]);
            for imported in read(&[Part::Rows(rows)]).tables {
                let json = serde_json::to_string(&imported.table).unwrap();
                prop_assert_eq!(Table::from_json(&json).unwrap(), imported.table);
            }
        }
    }
}
