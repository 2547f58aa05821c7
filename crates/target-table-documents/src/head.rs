//! The head of a table: pairs of a label and what is written beside it.

use target_table::amount::{Amount, MoneyUnit};
use target_table::labels;
use target_table::model::PeriodKind;

use crate::grid::{Address, Cell, Row};
use crate::money;
use crate::note::{Note, Problem};
use crate::title;

/// What the head of a table says.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// The project's name.
    pub project: Option<Field>,
    /// The project's code.
    pub code: Option<Field>,
    /// Who applies.
    pub applicant: Option<Field>,
    /// The applicant's credit code.
    pub credit_code: Option<Field>,
    /// The amount of the support and its unit.
    pub support: Option<(Amount, MoneyUnit, Address)>,
    /// The goals, in the order of the document.
    pub goals: Vec<Goal>,
}

/// What is written in a field, and where.
#[derive(Debug)]
pub(crate) struct Field {
    pub text: String,
    pub address: Address,
}

/// A goal under its label.
#[derive(Debug)]
pub(crate) struct Goal {
    pub kind: PeriodKind,
    pub label: String,
    pub text: String,
    pub address: Address,
}

/// The labels of the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    Project,
    Code,
    Applicant,
    CreditCode,
    Support,
    Goal(PeriodKind),
}

/// Reads a label of the head: `申报单位`, `支持金额（万元）：`, `阶段目标（6月底前）`.
pub(crate) fn label(text: &str) -> Option<Label> {
    Some(match bare(text).as_str() {
        "项目名称" => Label::Project,
        "项目编码" | "项目代码" => Label::Code,
        "申报单位" | "申请单位" | "项目单位" | "实施单位" | "项目申报单位" | "项目申请单位"
        | "项目实施单位" | "项目承担单位" | "承担单位" | "单位名称" | "申报单位名称" => {
            Label::Applicant
        }
        "统一社会信用代码" => Label::CreditCode,
        "支持金额" | "资金总额" | "预算金额" | "项目金额" | "申报金额" | "申请金额"
        | "资金金额" | "资金额度" | "项目资金" | "预算资金" | "项目资金总额" | "年度资金总额"
        | "补助金额" => Label::Support,
        bare if bare.ends_with("目标") => Label::Goal(labels::parse_period_kind(bare)?),
        _ => return None,
    })
}

/// A label without spaces, brackets and the colon behind it.
fn bare(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.trim_end_matches(['：', ':']);
    let end = plain.find(['（', '(']).unwrap_or(plain.len());
    plain.get(..end).unwrap_or_default().to_owned()
}

/// Reads the rows of a head into what is known so far.
pub(crate) fn read<'g>(
    rows: impl Iterator<Item = &'g Row>,
    head: &mut Head,
    notes: &mut Vec<Note>,
) {
    let mut rows = rows.peekable();
    while let Some(row) = rows.next() {
        let below = rows.next_if(|below| stand_above(row, below));
        match below {
            Some(below) => read_below(row, below, head, notes),
            None => read_row(row, head, notes),
        }
    }
}

/// Whether a row only has the labels of goals, and the row below has what they say: 实施期目标 beside 年度目标, each above
/// its text.
fn stand_above(row: &Row, below: &Row) -> bool {
    let is_goal = |text: &str| matches!(label(text), Some(Label::Goal(_)));
    let written = |row: &Row| row.texts().filter(|text| !text.is_empty()).count();
    written(row) > 1
        && row.texts().all(|text| text.is_empty() || is_goal(text))
        && written(below) > 0
        && below.texts().all(|text| label(text).is_none())
}

fn read_below(row: &Row, below: &Row, head: &mut Head, notes: &mut Vec<Note>) {
    for value in below.cells.iter().filter(|cell| !cell.text.is_empty()) {
        let name = row.covering(value.columns.start);
        match name.and_then(|name| Some((label(&name.text)?, name))) {
            Some((label, name)) => fill(label, name, value, head, notes),
            None => notes.push(note(Problem::HeadCell, value)),
        }
    }
}

fn read_row(row: &Row, head: &mut Head, notes: &mut Vec<Note>) {
    let mut cells = row
        .cells
        .iter()
        .filter(|cell| !cell.text.is_empty())
        .peekable();
    while let Some(cell) = cells.next() {
        match label(&cell.text) {
            // Two labels side by side: the first has nothing beside it.
            Some(label) => {
                if let Some(value) = cells.next_if(|value| self::label(&value.text).is_none()) {
                    fill(label, cell, value, head, notes);
                }
            }
            None => match title::read(&cell.text) {
                Some(title) if !title.name.is_empty() => {
                    let name = title.name.to_owned();
                    set(&mut head.project, name, cell, notes);
                }
                Some(_) => {}
                None => notes.push(note(Problem::HeadCell, cell)),
            },
        }
    }
}

fn fill(label: Label, name: &Cell, value: &Cell, head: &mut Head, notes: &mut Vec<Note>) {
    match label {
        Label::Project => set(&mut head.project, on_one_line(&value.text), value, notes),
        Label::Code => set(&mut head.code, on_one_line(&value.text), value, notes),
        Label::Applicant => set(&mut head.applicant, on_one_line(&value.text), value, notes),
        Label::CreditCode => set(
            &mut head.credit_code,
            on_one_line(&value.text),
            value,
            notes,
        ),
        Label::Support if head.support.is_some() => notes.push(note(Problem::HeadRepeated, value)),
        Label::Support => match money::read(&value.text) {
            Some((amount, unit)) => {
                let unit = unit.or_else(|| money::unit_of_label(&name.text));
                if unit.is_none() {
                    notes.push(note(Problem::AmountUnit, value));
                }
                head.support = Some((
                    amount,
                    unit.unwrap_or(MoneyUnit::TenThousand),
                    value.address,
                ));
            }
            None => notes.push(note(Problem::Amount, value)),
        },
        Label::Goal(kind) => head.goals.push(Goal {
            kind,
            label: without_spaces(&name.text),
            text: value.text.clone(),
            address: value.address,
        }),
    }
}

/// Fills a field once; what is written a second time is reported.
fn set(field: &mut Option<Field>, text: String, value: &Cell, notes: &mut Vec<Note>) {
    match field {
        Some(known) if known.text == text => {}
        Some(_) => notes.push(note(Problem::HeadRepeated, value)),
        None => {
            *field = Some(Field {
                text,
                address: value.address,
            });
        }
    }
}

fn note(problem: Problem, cell: &Cell) -> Note {
    Note {
        at: cell.address,
        problem,
        text: cell.text.clone(),
    }
}

/// A label without spaces and line breaks, which only narrow columns put there.
pub(crate) fn without_spaces(label: &str) -> String {
    label.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A text whose line breaks come from a narrow column. Chinese is joined without a space, Latin words are not.
pub(crate) fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for part in text
        .split('\n')
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let both_latin = line.ends_with(|c: char| c.is_ascii_alphanumeric())
            && part.starts_with(|c: char| c.is_ascii_alphanumeric());
        if both_latin {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_vary() {
        for (text, expected) in [
            ("申报单位", Label::Applicant),
            ("实 施 单 位：", Label::Applicant),
            ("项目单位", Label::Applicant),
            ("资金总额（万元）", Label::Support),
            ("阶段目标\n（6月底前）", Label::Goal(PeriodKind::Stage)),
            ("中期目标(2025年)", Label::Goal(PeriodKind::Cycle)),
        ] {
            assert_eq!(label(text), Some(expected), "{text}");
        }
        for text in ["目标", "年度", "一级指标", "2024年", ""] {
            assert_eq!(label(text), None, "{text}");
        }
    }

    #[test]
    fn narrow_columns_break_lines() {
        assert_eq!(on_one_line("产出\n指标"), "产出指标");
        assert_eq!(on_one_line("big\n data 平台"), "big data 平台");
    }
}
