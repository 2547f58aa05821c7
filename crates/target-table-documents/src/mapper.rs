//! The mapper: a grid becomes a table.

use std::collections::BTreeMap;

use target_table::Table;
use target_table::amount::MoneyUnit;
use target_table::model::{Applicant, Project, SchemaVersion, Support};

use crate::Imported;
use crate::grid::{Address, Grid, Row};
use crate::head::{self, Field, Head};
use crate::header;
use crate::note::Note;
use crate::periods::{self, Found};
use crate::row::{self, Above};
use crate::title::Title;

/// Makes a table of a grid that has a header row.
pub(crate) fn read(
    title: Option<(Title<'_>, Address)>,
    grid: &Grid,
    notes: &mut Vec<Note>,
) -> Imported {
    let header_at = grid
        .rows
        .iter()
        .position(|row| header::is_header(row.texts()))
        .unwrap_or(grid.rows.len());
    let mut rows = grid.rows.iter();
    let mut head = Head::default();
    head::read(rows.by_ref().take(header_at), &mut head, notes);
    if let Some((title, address)) = title
        && head.project.is_none()
        && !title.name.is_empty()
    {
        head.project = Some(Field {
            text: title.name.to_owned(),
            address,
        });
    }
    let empty = Row {
        cells: Vec::new(),
        address: Address::line(0),
    };
    let header = rows.next().unwrap_or(&empty);
    let zones = header::zones(header);
    let periods = periods::find(&head.goals, header, &zones, notes);
    let mut imported = from_head(head, &periods);
    let mut above = Above::default();
    // A header row is printed again on every page.
    for row in rows.filter(|row| !header::is_header(row.texts())) {
        if let Some(placed) = row::read(row, &zones, &periods, &mut above, notes) {
            add(placed, row, &mut imported);
        }
    }
    imported
}

fn from_head(head: Head, periods: &[Found]) -> Imported {
    let mut places = BTreeMap::new();
    let mut take = |field: Option<Field>, pointer: &str| {
        let field = field?;
        places.insert(pointer.to_owned(), field.address);
        Some(field.text)
    };
    let project = Project {
        name: take(head.project, "/project/name").unwrap_or_default(),
        code: take(head.code, "/project/code"),
    };
    let applicant = Applicant {
        name: take(head.applicant, "/applicant/name").unwrap_or_default(),
        credit_code: take(head.credit_code, "/applicant/creditCode"),
    };
    let support = match head.support {
        Some((amount, unit, address)) => {
            places.insert("/support/amount".to_owned(), address);
            Support {
                amount: Some(amount),
                unit,
            }
        }
        None => Support {
            amount: None,
            unit: MoneyUnit::TenThousand,
        },
    };
    for (index, found) in periods.iter().enumerate() {
        if let Some(address) = found.goal_at {
            places.insert(format!("/periods/{index}/goal"), address);
        }
    }
    Imported {
        table: Table {
            schema_version: SchemaVersion::V1,
            project,
            applicant,
            support,
            periods: periods.iter().map(|found| found.period.clone()).collect(),
            indicators: Vec::new(),
            answers: None,
        },
        places,
    }
}

fn add(placed: row::Placed<'_>, row: &Row, imported: &mut Imported) {
    let at = format!("/indicators/{}", imported.table.indicators.len());
    let places = &mut imported.places;
    places.insert(at.clone(), row.address);
    if let Some(cell) = placed.name {
        places.insert(format!("{at}/name"), cell.address);
    }
    for (id, cell) in placed.targets {
        places.insert(format!("{at}/targets/{id}"), cell.address);
    }
    imported.table.indicators.push(placed.indicator);
}
