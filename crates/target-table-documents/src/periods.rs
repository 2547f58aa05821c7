//! The periods of a table, from its goals and from the headings of its targets.

use std::ops::Range;

use target_table::labels;
use target_table::limits;
use target_table::model::{Period, PeriodKind};

use crate::grid::{Address, Cell, Row};
use crate::head::{Goal, without_spaces};
use crate::header::{Role, Zone};
use crate::note::{Note, Problem};

/// A period with the places that speak of it.
#[derive(Debug)]
pub(crate) struct Found {
    pub period: Period,
    /// Where its goal stands.
    pub goal_at: Option<Address>,
    /// The columns of its targets.
    pub columns: Option<Range<usize>>,
}

/// Joins each goal with the heading that speaks of the same period, and puts the periods in the order of time.
pub(crate) fn find(
    goals: &[Goal],
    header: &Row,
    zones: &[Zone],
    notes: &mut Vec<Note>,
) -> Vec<Found> {
    let mut found: Vec<Found> = goals.iter().map(from_goal).collect();
    let headings = header.cells.iter().zip(zones);
    for (cell, zone) in headings.filter(|(_, zone)| zone.role == Role::Target) {
        match matching(&mut found, cell) {
            Some(period) => period.columns = Some(zone.columns.clone()),
            None => found.push(from_heading(cell, zone)),
        }
        if labels::parse_period_kind(&cell.text).is_none() && goals.len() != 1 {
            notes.push(Note {
                at: cell.address,
                problem: Problem::Period,
                text: without_spaces(&cell.text),
            });
        }
    }
    leave_out(&mut found, header.address, notes);
    in_order(&mut found);
    found
}

/// A table has only so many periods. Those beyond are reported, the ones without targets first.
fn leave_out(found: &mut Vec<Found>, header: Address, notes: &mut Vec<Note>) {
    if found.len() <= limits::PERIODS {
        return;
    }
    found.sort_by_key(|found| found.columns.is_none());
    let beyond = found.split_off(limits::PERIODS);
    notes.extend(beyond.into_iter().map(
        |Found {
             period, goal_at, ..
         }| Note {
            at: goal_at.unwrap_or(header),
            problem: Problem::PeriodBeyond,
            text: [period.label, period.goal].join(" ").trim().to_owned(),
        },
    ));
}

/// The periods of goals that were copied without the headings of their targets.
pub(crate) fn of_goals(goals: &[Goal]) -> Vec<Period> {
    let mut found: Vec<Found> = goals.iter().map(from_goal).collect();
    in_order(&mut found);
    found.into_iter().map(|found| found.period).collect()
}

/// Puts periods in the order of time, and names them.
fn in_order(found: &mut [Found]) {
    found.sort_by_key(|found| (found.period.kind, year(&found.period.label)));
    name_ids(found);
}

fn from_goal(goal: &Goal) -> Found {
    Found {
        period: period(goal.kind, &goal.label, &goal.text),
        goal_at: Some(goal.address),
        columns: None,
    }
}

fn from_heading(cell: &Cell, zone: &Zone) -> Found {
    let kind = labels::parse_period_kind(&cell.text).unwrap_or(PeriodKind::Annual);
    Found {
        period: period(kind, &without_spaces(&cell.text), ""),
        goal_at: None,
        columns: Some(zone.columns.clone()),
    }
}

fn period(kind: PeriodKind, label: &str, goal: &str) -> Period {
    Period {
        id: String::new(),
        kind,
        label: label.to_owned(),
        end: None,
        goal: goal.to_owned(),
    }
}

/// The period that a heading means: of its kind, and of its year where there are several. A heading that names no
/// period means the year's, or the only one.
fn matching<'f>(found: &'f mut [Found], cell: &Cell) -> Option<&'f mut Found> {
    let kind = labels::parse_period_kind(&cell.text);
    let heading_year = year(&cell.text);
    let mut free: Vec<&mut Found> = found
        .iter_mut()
        .filter(|found| found.columns.is_none())
        .collect();
    let by_kind = |kind: PeriodKind| move |found: &&mut Found| found.period.kind == kind;
    let at = match kind {
        Some(kind) => free
            .iter()
            .position(|found| by_kind(kind)(found) && year(&found.period.label) == heading_year)
            .or_else(|| free.iter().position(by_kind(kind))),
        None => free
            .iter()
            .position(by_kind(PeriodKind::Annual))
            .or(free.len().checked_sub(1)),
    }?;
    Some(free.swap_remove(at))
}

/// The first year that a label names; the 年 of 年度 is none.
fn year(label: &str) -> Option<u16> {
    label.match_indices('年').find_map(|(at, _)| {
        let before = label.get(at.checked_sub(4)?..at)?;
        before.parse().ok()
    })
}

/// Ids say the kind; a second period of the same kind is numbered.
fn name_ids(found: &mut [Found]) {
    let mut counts = [0_usize; 4];
    for found in found {
        let (name, count) = match (found.period.kind, &mut counts) {
            (PeriodKind::Stage, [count, ..]) => ("stage", count),
            (PeriodKind::Annual, [_, count, ..]) => ("annual", count),
            (PeriodKind::Overall, [_, _, count, _]) => ("overall", count),
            (PeriodKind::Cycle, [.., count]) => ("cycle", count),
        };
        *count += 1;
        found.period.id = match *count {
            1 => name.to_owned(),
            count => format!("{name}-{count}"),
        };
    }
}
