//! Rows of indicators that were copied without their header row.

use target_table::labels;
use target_table::model::{Indicator, Period};

use crate::grid::Address;
use crate::header::{Role, Zone};
use crate::laid::{LaidCell, columns, placed};
use crate::note::{Note, Problem};
use crate::periods::Found;
use crate::row::{self, Above};

/// Rows of indicators without a header row, as they are copied out of the middle of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The indicators.
    pub indicators: Vec<Indicator>,
    /// What could not be placed.
    pub notes: Vec<Note>,
}

/// Reads rows of indicators that were copied without their header row, into the periods of the table that they are meant
/// for: levels on the left, then the name, with its group or without, then a target for each period. `None` where the
/// columns on the left are no levels.
pub fn read_rows(rows: &[Vec<LaidCell>], periods: &[Period]) -> Option<Rows> {
    let levels = levels(rows)?;
    let width = rows.iter().flatten().map(|cell| columns(cell).end).max()?;
    let others = width.checked_sub(levels)?;
    let targets = if others == 1 { 0 } else { periods.len() };
    let names = others.saturating_sub(targets);
    let address = Address {
        table: Some(1),
        ..Address::line(1)
    };
    let mut notes = Vec::new();
    let mut indicators = Vec::new();
    let fits = (1..=2).contains(&names);
    let zones = zones(levels, names, targets);
    let found: Vec<Found> = periods
        .iter()
        .take(targets)
        .enumerate()
        .map(|(at, period)| Found {
            period: period.clone(),
            goal_at: None,
            columns: Some(levels + names + at..levels + names + at + 1),
        })
        .collect();
    let mut above = Above::default();
    for row in placed(rows, &zones, address) {
        if !fits {
            notes.push(Note {
                at: row.address,
                problem: Problem::Row,
                text: row.joined(),
            });
        } else if let Some(read) = row::read(&row, &zones, &found, &mut above, &mut notes) {
            indicators.push(read.indicator);
        }
    }
    Some(Rows { indicators, notes })
}

/// How many columns on the left are levels.
fn levels(rows: &[Vec<LaidCell>]) -> Option<usize> {
    let written = |column: usize| {
        rows.iter()
            .flatten()
            .filter(move |cell| cell.column == column && !cell.text.is_empty())
            .map(|cell| cell.text.as_str())
    };
    let is_category = |text| labels::parse_category(text).is_some();
    let is_dimension = |text| labels::parse_dimension(text).is_some();
    let only_categories = written(0).all(is_category);
    if only_categories && written(1).any(is_dimension) {
        return Some(2);
    }
    let only_levels = written(0).all(|text| is_category(text) || is_dimension(text));
    (only_levels && written(0).next().is_some()).then_some(1)
}

fn zones(levels: usize, names: usize, targets: usize) -> Vec<Zone> {
    let mut start = 0;
    let mut zone = |role, width| {
        let columns = start..start + width;
        start += width;
        Zone { role, columns }
    };
    let mut zones = vec![zone(Role::Category, levels), zone(Role::Name, names)];
    zones.extend((0..targets).map(|_| zone(Role::Target, 1)));
    zones
}

#[cfg(test)]
mod tests {
    use target_table::model::{Dimension, PeriodKind};

    use super::*;
    use crate::laid::tests::{period, rows, said};

    #[test]
    fn rows_without_a_header_find_the_periods_of_their_table() {
        let periods = [
            period("stage", PeriodKind::Stage),
            period("annual", PeriodKind::Annual),
        ];
        let read = read_rows(
            &rows(&[
                "产出指标|数量指标|平台|产品（项）|1|10",
                "^|^|^|企业（家）||120",
                "效益指标|经济效益|融资额（亿元）|<|不低于80亿元|<",
            ]),
            &periods,
        )
        .unwrap();
        assert_eq!(said(&read.notes), Vec::<String>::new());
        let groups: Vec<Option<&str>> = read
            .indicators
            .iter()
            .map(|row| row.group.as_deref())
            .collect();
        assert_eq!(groups, [Some("平台"), Some("平台"), None]);
        assert_eq!(read.indicators[0].unit.as_deref(), Some("项"));
        assert_eq!(read.indicators[1].targets.get("stage"), None);
        assert_eq!(read.indicators[2].targets["stage"], "不低于80亿元");

        let one_level = read_rows(
            &rows(&["数量指标|产品|1|2", "质量指标|合格率|3|4"]),
            &periods,
        )
        .unwrap();
        assert_eq!(one_level.indicators[1].dimension, Dimension::Quality);
        let only_names = read_rows(&rows(&["产出|数量|产品", "|质量|合格率"]), &periods).unwrap();
        assert_eq!(only_names.indicators[1].name, "合格率");
        assert_eq!(only_names.indicators[1].targets.len(), 0);
    }

    #[test]
    fn rows_that_do_not_fit_are_reported_and_other_cells_are_no_rows() {
        let periods = [
            period("stage", PeriodKind::Stage),
            period("annual", PeriodKind::Annual),
        ];
        let read = read_rows(&rows(&["产出|数量|产品|1"]), &periods).unwrap();
        assert_eq!(read.indicators, []);
        assert_eq!(
            said(&read.notes),
            ["表1·第1行：这一行放不进表里，未导入：“产出｜数量｜产品｜1”。"]
        );
        assert_eq!(read_rows(&rows(&["产品（项）|1|10"]), &periods), None);
        assert_eq!(read_rows(&rows(&["|1|10"]), &periods), None);
        assert_eq!(read_rows(&[], &periods), None);
        let far = LaidCell {
            text: "产出".to_owned(),
            column: 0,
            width: usize::MAX,
            goes_on: false,
        };
        assert!(read_rows(&[vec![far.clone(), far]], &periods).is_some());
    }
}
