//! Column spans for a format that has none: the text only has fewer cells in a row where cells are merged.

use std::ops::Range;

use target_table::labels;

use crate::header::{self, Role};

/// The most columns under the headings of first level, second level and name: with a group there are four.
const MOST_LEADING: usize = 4;

/// The columns of a table, worked out from its header row and from how many cells its rows have.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// The columns that each heading covers.
    pub headings: Vec<Range<usize>>,
    /// What each column says.
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Category,
    Dimension,
    Group,
    Name,
    Target,
    Other,
}

/// How a row's cells lie over the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Placed {
    /// Each cell's columns.
    Cells(Vec<Range<usize>>),
    /// The same, but other merges would explain the row just as well.
    Guessed(Vec<Range<usize>>),
    /// The row has too few cells, or too many.
    Misfit,
}

impl Layout {
    /// Works out the columns. The widest row that can be one of indicators has no merges.
    pub fn new(headings: &[&str], rows: &[Vec<&str>]) -> Layout {
        let roles = header::roles(headings.iter().copied());
        let leading_headings = roles.iter().filter(|role| is_leading(**role)).count();
        let others = roles.len() - leading_headings;
        let widest = rows
            .iter()
            .map(Vec::len)
            .filter(|cells| *cells <= others + MOST_LEADING)
            .max()
            .unwrap_or(0)
            .max(roles.len());
        let mut leading = leading_slots(&roles, widest - others, rows);
        let mut layout = Layout {
            headings: Vec::new(),
            slots: Vec::new(),
        };
        for role in roles {
            let start = layout.slots.len();
            match role {
                Role::Category | Role::Dimension | Role::Name => {
                    layout.slots.extend(leading.take(role));
                }
                Role::Target => layout.slots.push(Slot::Target),
                Role::Unit | Role::Definition | Role::Aside | Role::Unknown => {
                    layout.slots.push(Slot::Other);
                }
            }
            layout.headings.push(start..layout.slots.len());
        }
        layout
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.slots.len()
    }

    /// Lays the cells of a row over the columns. A missing cell is a merge of group and name first, then of the
    /// targets, and of the two levels only where nothing else is left.
    pub fn place(&self, cells: usize) -> Placed {
        let targets = self.count(Slot::Target);
        let Some(mut missing) = self.width().checked_sub(cells) else {
            return Placed::Misfit;
        };
        let mut take = |most: usize| {
            let taken = missing.min(most);
            missing -= taken;
            taken
        };
        let without_group = take(self.count(Slot::Group)) > 0;
        let merged_targets = take(targets.saturating_sub(1));
        let merged_levels = take(self.count(Slot::Dimension)) > 0;
        if missing > 0 {
            return Placed::Misfit;
        }
        let is_guess = merged_targets > 0 && merged_targets + 1 < targets;
        let mut placed = Vec::with_capacity(cells);
        let mut targets_left = targets - merged_targets;
        let mut columns = self.slots.iter().enumerate().peekable();
        while let Some((start, slot)) = columns.next() {
            let mut end = start + 1;
            let covers_next = match slot {
                Slot::Category => merged_levels,
                Slot::Group => without_group,
                _ => false,
            };
            if covers_next && columns.next().is_some() {
                end += 1;
            }
            if *slot == Slot::Target {
                // Once the row's own target cells are used up, the last of them covers the other columns.
                if targets_left == 0 {
                    continue;
                }
                targets_left -= 1;
                while targets_left == 0
                    && columns
                        .next_if(|(_, next)| **next == Slot::Target)
                        .is_some()
                {
                    end += 1;
                }
            }
            placed.push(start..end);
        }
        if is_guess {
            Placed::Guessed(placed)
        } else {
            Placed::Cells(placed)
        }
    }

    fn count(&self, slot: Slot) -> usize {
        self.slots.iter().filter(|other| **other == slot).count()
    }
}

fn is_leading(role: Role) -> bool {
    matches!(role, Role::Category | Role::Dimension | Role::Name)
}

/// The columns under the headings of the levels and of the name.
struct Leading {
    category: Vec<Slot>,
    dimension: Vec<Slot>,
    name: Vec<Slot>,
}

impl Leading {
    /// The columns of a heading; a heading that comes twice has only one column the second time.
    fn take(&mut self, role: Role) -> Vec<Slot> {
        let slots = match role {
            Role::Category => &mut self.category,
            Role::Dimension => &mut self.dimension,
            _ => &mut self.name,
        };
        if slots.is_empty() {
            return vec![Slot::Other];
        }
        std::mem::take(slots)
    }
}

fn leading_slots(roles: &[Role], columns: usize, rows: &[Vec<&str>]) -> Leading {
    let has = |role| roles.contains(&role);
    let mut leading = Leading {
        category: vec![Slot::Category],
        dimension: vec![Slot::Dimension],
        name: vec![Slot::Name],
    };
    let headings = roles.iter().filter(|role| is_leading(**role)).count();
    let mut spare = columns.saturating_sub(headings);
    let may_hold_dimension = has(Role::Category) && !has(Role::Dimension);
    if spare > 0 && may_hold_dimension && second_cells_are_dimensions(rows) {
        leading.category.push(Slot::Dimension);
        spare -= 1;
    }
    if spare > 0 {
        leading.name.insert(0, Slot::Group);
        spare -= 1;
    }
    for _ in 0..spare {
        leading.name.insert(0, Slot::Other);
    }
    leading
}

/// Whether the second column is the second level: it is where any of its cells is a known one.
fn second_cells_are_dimensions(rows: &[Vec<&str>]) -> bool {
    rows.iter()
        .filter_map(|row| row.get(1))
        .any(|text| labels::parse_dimension(text).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADINGS: [&str; 4] = ["目标", "指标内容及口径", "阶段目标", "年度目标"];

    fn layout(headings: &[&str], widest: &[&str]) -> Layout {
        Layout::new(headings, &[widest.to_vec()])
    }

    #[test]
    fn a_short_row_has_no_group_before_it_has_merged_targets() {
        let six = layout(&HEADINGS, &["产出", "数量指标", "平台", "产品", "1", "2"]);
        assert_eq!(six.headings, [0..2, 2..4, 4..5, 5..6]);
        assert_eq!(
            six.place(5),
            Placed::Cells(vec![0..1, 1..2, 2..4, 4..5, 5..6])
        );
        assert_eq!(six.place(4), Placed::Cells(vec![0..1, 1..2, 2..4, 4..6]));
        assert_eq!(six.place(3), Placed::Cells(vec![0..2, 2..4, 4..6]));
        assert_eq!(six.place(2), Placed::Misfit);
        assert_eq!(six.place(7), Placed::Misfit);
    }

    #[test]
    fn without_groups_a_short_row_has_one_target() {
        let five = layout(&HEADINGS, &["产出", "数量指标", "产品", "1", "2"]);
        assert_eq!(five.headings, [0..2, 2..3, 3..4, 4..5]);
        assert_eq!(five.place(4), Placed::Cells(vec![0..1, 1..2, 2..3, 3..5]));
        assert_eq!(five.place(3), Placed::Cells(vec![0..2, 2..3, 3..5]));
    }

    #[test]
    fn a_level_may_be_missing() {
        let four = layout(&HEADINGS, &["产出", "产品", "1", "2"]);
        assert_eq!(four.headings, [0..1, 1..2, 2..3, 3..4]);
        let grouped = layout(&HEADINGS, &["产出", "平台", "产品", "1", "2"]);
        assert_eq!(grouped.headings, [0..1, 1..3, 3..4, 4..5]);
    }

    #[test]
    fn three_targets_of_which_two_are_merged_are_a_guess() {
        let headings = [
            "一级指标",
            "二级指标",
            "三级指标",
            "阶段目标",
            "年度目标",
            "总体目标",
        ];
        let six = layout(&headings, &["产出", "数量指标", "产品", "1", "2", "3"]);
        assert_eq!(six.place(4), Placed::Cells(vec![0..1, 1..2, 2..3, 3..6]));
        assert_eq!(
            six.place(5),
            Placed::Guessed(vec![0..1, 1..2, 2..3, 3..4, 4..6])
        );
    }
}
