//! The header row of the indicators: which columns say what.

use std::ops::Range;

use target_table::labels;

use crate::grid::Row;
use crate::head::without_spaces;

/// What a column of the indicators says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// The first level, or both levels under one heading.
    Category,
    /// The second level.
    Dimension,
    /// The indicator's name, or its group and name under one heading.
    Name,
    /// The unit, in a column of its own.
    Unit,
    /// The definition, in a column of its own.
    Definition,
    /// The targets of a period.
    Target,
    /// Nothing: a word beside the whole grid, such as 绩效指标 left of the levels.
    Aside,
    /// Something else.
    Unknown,
}

/// A heading with the columns of the grid below it.
#[derive(Debug, Clone)]
pub(crate) struct Zone {
    pub role: Role,
    pub columns: Range<usize>,
}

/// The role of a heading.
pub(crate) fn role(heading: &str) -> Role {
    // No heading is long, and most cells are.
    if heading.len() > 150 {
        return Role::Unknown;
    }
    let heading = without_spaces(heading);
    match heading.trim_end_matches(['：', ':']) {
        "目标" | "一级指标" | "绩效目标" | "指标类别" | "指标类型" => {
            Role::Category
        }
        "二级指标" => Role::Dimension,
        "指标内容及口径"
        | "指标内容"
        | "指标内容和口径"
        | "三级指标"
        | "指标名称"
        | "绩效指标"
        | "具体指标"
        | "指标" => Role::Name,
        "计量单位" | "单位" | "度量单位" => Role::Unit,
        "口径" | "指标解释" | "指标说明" | "指标口径" | "计算方法" => {
            Role::Definition
        }
        other if is_target(other) => Role::Target,
        _ => Role::Unknown,
    }
}

/// The roles of a row of headings. A name stands right of its levels: a heading left of them only says what the grid is
/// about, and where there are none it is the first level.
pub(crate) fn roles<'t>(headings: impl Iterator<Item = &'t str>) -> Vec<Role> {
    let mut roles: Vec<Role> = headings.map(role).collect();
    let is_level = |role: &Role| matches!(role, Role::Category | Role::Dimension);
    let name_at = roles.iter().rposition(|role| *role == Role::Name);
    let level_at = roles.iter().rposition(is_level);
    if let (Some(name_at), Some(first)) = (name_at, roles.first_mut())
        && name_at > 0
        && *first == Role::Name
    {
        match level_at {
            Some(_) => *first = Role::Aside,
            None => *first = Role::Category,
        }
    }
    roles
}

/// What a heading in two rows says: the lower one, unless only the upper one names a period.
pub(crate) fn joined<'t>(upper: &'t str, lower: &'t str) -> &'t str {
    let names_period = |text| labels::parse_period_kind(text).is_some();
    if lower.is_empty() || (names_period(upper) && !names_period(lower)) {
        upper
    } else {
        lower
    }
}

fn is_target(heading: &str) -> bool {
    let generic = [
        "指标值",
        "目标值",
        "绩效指标值",
        "绩效目标值",
        "指标目标值",
        "预期指标值",
    ];
    generic.iter().any(|word| heading.starts_with(word))
        || labels::parse_period_kind(heading).is_some()
}

/// The header row has a name and a target; a goal in the head has the latter only.
pub(crate) fn is_header<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let (mut has_name, mut has_target) = (false, false);
    for text in texts {
        match role(text) {
            Role::Name => has_name = true,
            Role::Target => has_target = true,
            _ => {}
        }
    }
    has_name && has_target
}

/// The headings of a header row with their columns.
pub(crate) fn zones(row: &Row) -> Vec<Zone> {
    roles(row.texts())
        .into_iter()
        .zip(&row.cells)
        .map(|(role, cell)| Zone {
            role,
            columns: cell.columns.clone(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_vary() {
        for (heading, expected) in [
            ("目标", Role::Category),
            ("一级指标", Role::Category),
            ("指标内容及口径", Role::Name),
            ("三级\n指标", Role::Name),
            ("阶段目标\n（2024年）", Role::Target),
            ("2024年度指标值", Role::Target),
            ("指标值", Role::Target),
            ("计量单位", Role::Unit),
            ("权重", Role::Unknown),
        ] {
            assert_eq!(role(heading), expected, "{heading}");
        }
        assert!(is_header(
            ["目标", "指标内容及口径", "年度目标"].into_iter()
        ));
        assert!(!is_header(["年度目标", "开展活动"].into_iter()));
        assert!(!is_header(["序号", "指标名称", "备注"].into_iter()));
    }

    #[test]
    fn a_heading_left_of_the_levels_is_no_name() {
        assert_eq!(
            roles(["绩效指标", "一级指标", "二级指标", "三级指标", "指标值"].into_iter()),
            [
                Role::Aside,
                Role::Category,
                Role::Dimension,
                Role::Name,
                Role::Target
            ]
        );
        assert_eq!(
            roles(["绩效指标", "指标名称", "目标值"].into_iter()),
            [Role::Category, Role::Name, Role::Target]
        );
    }

    #[test]
    fn a_heading_in_two_rows_says_its_period() {
        assert_eq!(joined("指标值", "年度指标值"), "年度指标值");
        assert_eq!(joined("年度目标", "指标值"), "年度目标");
        assert_eq!(joined("年度目标", ""), "年度目标");
    }
}
