//! The head of a table that was copied without its grid.

use serde::Serialize;
use target_table::model::{Period, Support};

use crate::grid::Address;
use crate::head::{self, Field, Head};
use crate::laid::{Part, grid};
use crate::note::{Note, Problem};
use crate::periods;
use crate::title;

/// What the head says; what it does not say is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HeadAlone {
    /// The project's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// The project's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Who applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applicant: Option<String>,
    /// The applicant's credit code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit_code: Option<String>,
    /// The amount of the support with its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support: Option<Support>,
    /// The periods whose goals are in it, earliest first.
    pub periods: Vec<Period>,
    /// What could not be placed.
    #[serde(skip)]
    pub notes: Vec<Note>,
}

/// Reads the head of a table that was copied without the grid; `None` where no label of it is known, or where more cells
/// have none than have.
pub fn read(parts: &[Part]) -> Option<HeadAlone> {
    let mut notes = Vec::new();
    let mut head = Head::default();
    let mut line = 0;
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Line(text) => {
                line += 1;
                match title::read(text).filter(|title| !title.name.is_empty()) {
                    Some(title) if head.project.is_none() => {
                        head.project = Some(Field {
                            text: title.name.to_owned(),
                            address: Address::line(line),
                        });
                    }
                    _ => notes.push(Note {
                        at: Address::line(line),
                        problem: Problem::OutsideText,
                        text: text.clone(),
                    }),
                }
            }
            Part::Rows(rows) => {
                let grid = grid(rows, at + 1, &mut line);
                head::read(grid.rows.iter(), &mut head, &mut notes);
            }
        }
    }
    let fields = [
        &head.project,
        &head.code,
        &head.applicant,
        &head.credit_code,
    ];
    let known = fields.into_iter().flatten().count()
        + usize::from(head.support.is_some())
        + head.goals.len();
    if known == 0 || known < notes.len() {
        return None;
    }
    let text = |field: Option<Field>| field.map(|field| field.text);
    Some(HeadAlone {
        project: text(head.project),
        code: text(head.code),
        applicant: text(head.applicant),
        credit_code: text(head.credit_code),
        support: head.support.map(|(amount, unit, _)| Support {
            amount: Some(amount),
            unit,
        }),
        periods: periods::of_goals(&head.goals),
        notes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::laid::tests::{rows, said};

    #[test]
    fn a_head_may_come_without_its_grid() {
        let head = read(&[
            Part::Line("示范项目绩效目标表".to_owned()),
            Part::Rows(rows(&[
                "申报单位|<|某局",
                "支持金额|<|330万元",
                "年度目标|<|建成",
                "阶段目标（6月底前）|<|开工",
                "联系人|<|",
            ])),
        ])
        .unwrap();
        assert_eq!(head.project.as_deref(), Some("示范项目"));
        assert_eq!(head.applicant.as_deref(), Some("某局"));
        assert_eq!(
            head.support.unwrap().amount.unwrap().0.to_string(),
            "330".to_owned()
        );
        let goals: Vec<(&str, &str)> = head
            .periods
            .iter()
            .map(|period| (period.label.as_str(), period.goal.as_str()))
            .collect();
        assert_eq!(
            goals,
            [("阶段目标（6月底前）", "开工"), ("年度目标", "建成")]
        );
        assert_eq!(
            said(&head.notes),
            ["表2·第5行·第1格：“联系人”不是认得的栏目，未导入。"]
        );
        for other in ["产品（项）|1|10", "甲|乙", "申报单位|", ""] {
            assert_eq!(read(&[Part::Rows(rows(&[other]))]), None, "{other}");
        }
        let strange = ["年度目标|120", "合格率|90%", "满意度|95%"];
        assert_eq!(read(&[Part::Rows(rows(&strange))]), None);
    }
}
