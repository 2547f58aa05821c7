//! A header in two rows, whose cells are merged: made into one before anything is understood.

use crate::header::{self, Role};
use crate::laid::{LaidCell, columns, texts};

/// The rows with a header in two rows made into one; the upper of the two is left empty, so that rows keep their numbers.
pub(crate) fn with_one_header_row(rows: &[Vec<LaidCell>]) -> Vec<Vec<LaidCell>> {
    let mut all: Vec<Vec<LaidCell>> = Vec::with_capacity(rows.len());
    for row in rows {
        let joined = all.last().and_then(|above| joined_header(above, row));
        if let (Some(_), Some(above)) = (&joined, all.last_mut()) {
            above.clear();
        }
        all.push(joined.unwrap_or_else(|| row.clone()));
    }
    all
}

/// The headings of two rows, where the second says more of what a heading of the first is about: 指标值 above 阶段目标 and
/// 年度目标, or 绩效指标 above the levels and the name.
fn joined_header(upper: &[LaidCell], lower: &[LaidCell]) -> Option<Vec<LaidCell>> {
    let name = upper
        .iter()
        .find(|cell| header::role(&cell.text) == Role::Name)?;
    let own = |cell: &&LaidCell| !cell.goes_on && !cell.text.is_empty();
    let mut own_roles = lower
        .iter()
        .filter(own)
        .map(|cell| header::role(&cell.text));
    let below_name = |cell: &&LaidCell| columns(name).contains(&cell.column);
    let is_second = if lower.iter().filter(below_name).any(|cell| cell.goes_on) {
        own_roles.any(|role| role == Role::Target)
    } else if lower.iter().filter(below_name).any(|cell| own(&cell)) {
        name.width > 1 && header::is_header(texts(lower))
    } else {
        own_roles.next() == Some(Role::Target) && own_roles.all(|role| role == Role::Target)
    };
    if !is_second {
        return None;
    }
    let stays = |upper: &&LaidCell| {
        let below = |cell: &LaidCell| columns(upper).contains(&cell.column);
        !lower
            .iter()
            .any(|cell| !cell.text.is_empty() && below(cell))
    };
    let said_below = lower.iter().filter(|cell| !cell.text.is_empty());
    let mut headings: Vec<LaidCell> = said_below
        .map(|cell| {
            let above = upper
                .iter()
                .find(|above| columns(above).contains(&cell.column));
            let above = above.map_or("", |above| above.text.as_str());
            LaidCell {
                text: header::joined(above, &cell.text).to_owned(),
                goes_on: false,
                ..cell.clone()
            }
        })
        .chain(upper.iter().filter(stays).cloned())
        .collect();
    headings.sort_by_key(|cell| cell.column);
    Some(headings)
}

#[cfg(test)]
mod tests {
    use crate::laid::tests::read_grid;

    #[test]
    fn a_header_may_have_two_rows() {
        let data = [
            "产出指标|数量指标|培训场次|3|6",
            "^|质量指标|合格率|90%|95%",
        ];
        let names = [
            "Output Quantity 培训场次".to_owned(),
            "Output Quality 合格率".to_owned(),
        ];
        let targets =
            |first: &str, second: &str| vec![format!("{first}: 3 90%"), format!("{second}: 6 95%")];
        for (upper, lower, first, second) in [
            (
                "一级指标|二级指标|三级指标|指标值|<",
                "^|^|^|年度指标值|实施周期指标值",
                "年度指标值",
                "实施周期指标值",
            ),
            (
                "目标|<|指标内容及口径|绩效目标|<",
                "^|<|^|阶段目标|年度目标",
                "阶段目标",
                "年度目标",
            ),
            (
                "一级指标|二级指标|三级指标|阶段目标|年度目标",
                "^|^|^|指标值|指标值",
                "阶段目标",
                "年度目标",
            ),
            // Not merged, as in many a sheet of Excel.
            (
                "一级指标|二级指标|三级指标|指标值|",
                "|||阶段目标|年度目标",
                "阶段目标",
                "年度目标",
            ),
            (
                "绩效指标|<|<|指标值|<",
                "一级指标|二级指标|三级指标|阶段目标|年度目标",
                "阶段目标",
                "年度目标",
            ),
        ] {
            let mut lines = vec![upper, lower];
            lines.extend(data);
            let (periods, read, _) = read_grid(&lines);
            assert_eq!(periods, targets(first, second), "{upper}");
            assert_eq!(read, names, "{upper}");
        }
    }
}
