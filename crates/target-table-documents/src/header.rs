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
        // No heading is long, and most cells are.
        if text.len() > 150 {
            continue;
        }
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
    row.cells
        .iter()
        .map(|cell| Zone {
            role: role(&cell.text),
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
}
