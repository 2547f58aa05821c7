//! A row of indicators. An empty cell of a level or a group goes on with the one above.

use std::collections::BTreeMap;

use target_table::labels;
use target_table::model::{Category, Dimension, Indicator};

use crate::grid::{Cell, Row};
use crate::head::{on_one_line, without_spaces};
use crate::header::{Role, Zone};
use crate::name;
use crate::note::{Note, Problem};
use crate::periods::Found;

/// What an empty cell goes on with.
#[derive(Debug, Default)]
pub(crate) struct Above {
    category: Option<Category>,
    dimension: Option<Dimension>,
    dimension_label: Option<String>,
    group: Option<String>,
}

/// A row's indicator with the cells that it came from.
pub(crate) struct Placed<'g> {
    pub indicator: Indicator,
    pub name: Option<&'g Cell>,
    /// The cell of each target, by its period's id.
    pub targets: Vec<(String, &'g Cell)>,
}

/// Reads a row; `None` where it holds no indicator.
pub(crate) fn read<'g>(
    row: &'g Row,
    zones: &[Zone],
    periods: &[Found],
    above: &mut Above,
    notes: &mut Vec<Note>,
) -> Option<Placed<'g>> {
    let category_is_known = levels(row, zones, above);
    let group_and_name = in_zone(row, zones, Role::Name);
    let (name, groups) = match group_and_name.split_last() {
        Some((name, groups)) => (Some(*name), groups),
        None => (None, &[][..]),
    };
    group(groups, above);
    let targets = targets(row, periods);
    let unit = column(row, zones, Role::Unit);
    let definition = column(row, zones, Role::Definition);
    report_unknown(row, zones, notes);
    let printed = name.map_or(String::new(), |cell| on_one_line(&cell.text));
    if printed.is_empty() && targets.is_empty() {
        return None;
    }
    let note = |problem| Note {
        at: row.address,
        problem,
        text: row.joined(),
    };
    let dimension = above.dimension.unwrap_or(match above.category {
        Some(Category::Satisfaction) => Dimension::Satisfaction,
        _ => Dimension::Other,
    });
    let Some(category) = above.category.or_else(|| home(dimension)) else {
        notes.push(note(Problem::Row));
        return None;
    };
    if !category_is_known {
        notes.push(note(Problem::Category));
    }
    // A unit in a column of its own leaves the name as printed.
    let parts = match &unit {
        Some(_) => name::Name {
            name: printed,
            unit,
            definition: None,
        },
        None => {
            let texts = targets.iter().map(|(_, cell)| cell.text.as_str());
            name::with_unknown_unit(name::split(&printed), texts)
        }
    };
    Some(Placed {
        indicator: Indicator {
            category,
            dimension,
            dimension_label: above.dimension_label.clone(),
            group: above.group.clone(),
            name: parts.name,
            unit: parts.unit,
            definition: definition.or(parts.definition),
            weight: None,
            targets: targets
                .iter()
                .map(|(id, cell)| (id.clone(), cell.text.clone()))
                .collect::<BTreeMap<_, _>>(),
        },
        name,
        targets,
    })
}

fn in_zone<'g>(row: &'g Row, zones: &[Zone], role: Role) -> Vec<&'g Cell> {
    zones
        .iter()
        .find(|zone| zone.role == role)
        .map(|zone| row.within(&zone.columns))
        .unwrap_or_default()
}

/// Reads the two levels, and says whether the first is known.
fn levels(row: &Row, zones: &[Zone], above: &mut Above) -> bool {
    let first = in_zone(row, zones, Role::Category);
    let second = in_zone(row, zones, Role::Dimension);
    let mut cells = first.iter().chain(&second);
    let (first, second) = (cells.next(), cells.next());
    let mut second = second.map(|cell| cell.text.as_str());
    if let Some(cell) = first.filter(|cell| !cell.text.is_empty()) {
        let category = labels::parse_category(&cell.text);
        *above = Above {
            category,
            ..Above::default()
        };
        // Where only one level is printed it may be the second.
        let is_second = category.is_none() && second.is_none_or(str::is_empty);
        if is_second {
            second = Some(cell.text.as_str());
        }
    }
    if let Some(label) = second.filter(|label| !label.is_empty()) {
        above.dimension = Some(labels::parse_dimension(label).unwrap_or(Dimension::Other));
        above.dimension_label = match above.dimension {
            Some(Dimension::Other) => Some(without_spaces(label)),
            _ => None,
        };
        above.group = None;
    }
    above.category.is_some()
}

/// A row whose name covers the column of the groups has none, and neither have the rows that go on with it.
fn group(groups: &[&Cell], above: &mut Above) {
    let texts: Vec<String> = groups
        .iter()
        .map(|cell| on_one_line(&cell.text))
        .filter(|text| !text.is_empty())
        .collect();
    if groups.is_empty() {
        above.group = None;
    } else if !texts.is_empty() {
        above.group = Some(texts.join(" "));
    }
}

/// A cell merged over several periods counts for each of them; an empty one for none.
fn targets<'g>(row: &'g Row, periods: &[Found]) -> Vec<(String, &'g Cell)> {
    periods
        .iter()
        .filter_map(|found| {
            let column = found.columns.as_ref()?.start;
            let cell = row.covering(column).filter(|cell| !cell.text.is_empty())?;
            Some((found.period.id.clone(), cell))
        })
        .collect()
}

/// The text of a column that has only one cell in a row.
fn column(row: &Row, zones: &[Zone], role: Role) -> Option<String> {
    let cell = in_zone(row, zones, role).into_iter().next()?;
    Some(on_one_line(&cell.text)).filter(|text| !text.is_empty())
}

/// Reports what stands in columns that have no place in a table.
fn report_unknown(row: &Row, zones: &[Zone], notes: &mut Vec<Note>) {
    for zone in zones.iter().filter(|zone| zone.role == Role::Unknown) {
        let cells = row.within(&zone.columns);
        notes.extend(
            cells
                .iter()
                .filter(|cell| !cell.text.is_empty())
                .map(|cell| Note {
                    at: cell.address,
                    problem: Problem::Column,
                    text: cell.text.clone(),
                }),
        );
    }
}

/// The category that a dimension belongs under, for a table that prints none.
fn home(dimension: Dimension) -> Option<Category> {
    Some(match dimension {
        Dimension::Quantity | Dimension::Quality | Dimension::Timeliness | Dimension::Cost => {
            Category::Output
        }
        Dimension::Economic
        | Dimension::Social
        | Dimension::Ecological
        | Dimension::Sustainable => Category::Benefit,
        Dimension::Satisfaction => Category::Satisfaction,
        Dimension::EconomicCost | Dimension::SocialCost | Dimension::EcologicalCost => {
            Category::Cost
        }
        Dimension::Other => return None,
    })
}
