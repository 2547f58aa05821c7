//! The title above a table: `2.某某项目绩效目标表`.

/// The words that end a title.
const ENDINGS: [&str; 2] = ["绩效目标申报表", "绩效目标表"];

/// The parts of a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Title<'t> {
    /// The project's name; empty where the title names none.
    pub name: &'t str,
    /// What stands behind, most often a year in brackets.
    pub rest: &'t str,
}

/// Reads a title; `None` where the line is none. A sentence that only mentions a table does not end with it.
pub(crate) fn read(line: &str) -> Option<Title<'_>> {
    let line = line.trim();
    let (before, ending) = ENDINGS
        .iter()
        .filter_map(|ending| Some((line.rfind(ending)?, *ending)))
        .max_by_key(|(at, ending)| at + ending.len())?;
    let rest = line.get(before + ending.len()..)?.trim();
    let rest_is_bracket = rest.starts_with(['（', '(']) && rest.ends_with(['）', ')']);
    if !(rest.is_empty() || rest_is_bracket) {
        return None;
    }
    let name = without_number(line.get(..before)?.trim());
    Some(Title { name, rest })
}

/// The text without a number such as `4. ` or `二、` before it. `2024年…` begins with digits that are no such number.
fn without_number(text: &str) -> &str {
    let digits = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let behind = text.trim_start_matches(digits);
    match behind.strip_prefix(['.', '．', '、']) {
        Some(rest) if behind.len() < text.len() => rest.trim_start(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_give_the_name() {
        for (line, name, rest) in [
            ("1.示范项目绩效目标表", "示范项目", ""),
            ("4. 保费补助项目绩效目标表", "保费补助项目", ""),
            ("3.促进发展 建设平台绩效目标表", "促进发展 建设平台", ""),
            ("二、某项目绩效目标表（2024年度）", "某项目", "（2024年度）"),
            ("2024年某项目绩效目标申报表", "2024年某项目", ""),
            ("绩效目标表", "", ""),
        ] {
            assert_eq!(read(line), Some(Title { name, rest }), "{line}");
        }
        for line in ["附件3", "详见绩效目标表。", "绩效目标表填写说明", ""] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
