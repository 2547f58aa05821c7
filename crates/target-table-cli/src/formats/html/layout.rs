//! How the flat list of indicators becomes the official table: which neighbours share a merged cell. The names are those
//! of the page's own `table-layout.ts`.

use serde_json::Value;

/// The columns that can have merged cells, outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub enum Level {
    Category,
    Dimension,
    Group,
}

impl Level {
    /// The class of its cells.
    pub fn class(self) -> &'static str {
        match self {
            Level::Category => "category",
            Level::Dimension => "dimension",
            Level::Group => "group",
        }
    }
}

/// Whether two neighbours share the merged cell of a level.
pub fn same_cell(above: Option<&Value>, below: Option<&Value>, level: Level) -> bool {
    let (Some(above), Some(below)) = (above, below) else {
        return false;
    };
    let same = |field: &str| above.get(field) == below.get(field);
    let same_category = same("category");
    let same_dimension = same_category && same("dimension") && same("dimensionLabel");
    match level {
        Level::Category => same_category,
        Level::Dimension => same_dimension,
        Level::Group => same_dimension && has_group(below) && same("group"),
    }
}

/// Whether a row belongs to a group.
pub fn has_group(indicator: &Value) -> bool {
    indicator
        .get("group")
        .and_then(Value::as_str)
        .is_some_and(|group| !group.is_empty())
}

/// The entries of a list, in the order of the table; none where it is no list.
pub fn entries<'t>(table: &'t Value, section: &str) -> &'t [Value] {
    table
        .get(section)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn neighbours_share_a_cell_only_within_the_outer_one() {
        let row = |category: &str, dimension: &str, group: &str| json!({ "category": category, "dimension": dimension, "group": group });
        let rows = [
            row("output", "cost", "甲"),
            row("output", "cost", "甲"),
            row("cost", "cost", "甲"),
            row("cost", "cost", ""),
            row("cost", "cost", ""),
        ];
        let shared: Vec<[bool; 3]> = rows
            .windows(2)
            .map(|pair| {
                [Level::Category, Level::Dimension, Level::Group]
                    .map(|level| same_cell(pair.first(), pair.last(), level))
            })
            .collect();
        assert_eq!(
            shared,
            [
                [true, true, true],
                [false, false, false],
                [true, true, false],
                [true, true, false],
            ]
        );
        assert!(!same_cell(rows.last(), None, Level::Category));
    }
}
