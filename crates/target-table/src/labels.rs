//! What the levels and periods of a table are called: the names to show, and the many ways in which they are printed.

use crate::model::{Category, Dimension, PeriodKind};
use crate::reading::text::one_of;
use crate::report::Lang;

/// What a first level is called.
pub fn category(category: Category, lang: Lang) -> &'static str {
    match category {
        Category::Cost => lang.either("成本指标", "Cost"),
        Category::Output => lang.either("产出指标", "Output"),
        Category::Benefit => lang.either("效益指标", "Benefit"),
        Category::Satisfaction => lang.either("满意度指标", "Satisfaction"),
    }
}

/// What a second level is called.
pub fn dimension(dimension: Dimension, lang: Lang) -> &'static str {
    match dimension {
        Dimension::Quantity => lang.either("数量指标", "Quantity"),
        Dimension::Quality => lang.either("质量指标", "Quality"),
        Dimension::Timeliness => lang.either("时效指标", "Timeliness"),
        Dimension::Cost => lang.either("成本指标", "Cost"),
        Dimension::Economic => lang.either("经济效益", "Economic benefit"),
        Dimension::Social => lang.either("社会效益", "Social benefit"),
        Dimension::Ecological => lang.either("生态效益", "Ecological benefit"),
        Dimension::Sustainable => lang.either("可持续影响", "Lasting influence"),
        Dimension::Satisfaction => lang.either("服务对象满意度", "Satisfaction of those served"),
        Dimension::EconomicCost => lang.either("经济成本", "Economic cost"),
        Dimension::SocialCost => lang.either("社会成本", "Social cost"),
        Dimension::EcologicalCost => lang.either("生态环境成本", "Ecological cost"),
        Dimension::Other => lang.either("其他指标", "Other"),
    }
}

/// What a kind of period is called.
pub fn period_kind(kind: PeriodKind, lang: Lang) -> &'static str {
    match kind {
        PeriodKind::Stage => lang.either("阶段目标", "Stage target"),
        PeriodKind::Annual => lang.either("年度目标", "Annual target"),
        PeriodKind::Overall => lang.either("总体目标", "Overall target"),
        PeriodKind::Cycle => lang.either("实施周期目标", "Target of the whole cycle"),
    }
}

/// Reads a printed first level: `产出`, `产出指标`, `效益 指标（30分）`.
pub fn parse_category(label: &str) -> Option<Category> {
    Some(match bare(label).as_str() {
        "成本" | "项目成本" => Category::Cost,
        "产出" | "项目产出" => Category::Output,
        "效益" | "项目效益" | "效果" | "项目效果" => Category::Benefit,
        other if is_satisfaction(other) => Category::Satisfaction,
        _ => return None,
    })
}

/// Reads a printed second level: `数量指标`, `环境效益`, `可持续发展`.
pub fn parse_dimension(label: &str) -> Option<Dimension> {
    // Most names of indicators, which may be asked for as well, end otherwise.
    let end = label.trim_end().chars().next_back()?;
    if cfg!(feature = "full")
        && !"量效度本济会态境续益展响性标值".contains(end)
        && !label.contains(['（', '('])
    {
        return None;
    }
    Some(match bare(label).as_str() {
        "数量" | "产出数量" => Dimension::Quantity,
        "质量" | "产出质量" => Dimension::Quality,
        "时效" | "产出时效" | "进度" | "产出进度" => Dimension::Timeliness,
        "成本" | "产出成本" => Dimension::Cost,
        "经济" | "经济效益" => Dimension::Economic,
        "社会" | "社会效益" => Dimension::Social,
        "生态" | "生态效益" | "环境" | "环境效益" | "生态环境" | "生态环境效益" => {
            Dimension::Ecological
        }
        "可持续" | "可持续发展" | "可持续影响" | "可持续效益" | "可持续性" => {
            Dimension::Sustainable
        }
        "经济成本" => Dimension::EconomicCost,
        "社会成本" => Dimension::SocialCost,
        "生态成本" | "环境成本" | "生态环境成本" => Dimension::EcologicalCost,
        other if is_satisfaction(other) => Dimension::Satisfaction,
        _ => return None,
    })
}

fn is_satisfaction(bare: &str) -> bool {
    matches!(
        bare,
        "满意度"
            | "服务对象满意度"
            | "社会公众满意度"
            | "社会公众或服务对象满意度"
            | "受益对象满意度"
            | "受益群体满意度"
            | "群众满意度"
    )
}

/// Reads a printed period: `阶段目标（6月底前）`, `2024年度目标值`, `实施周期目标`.
pub fn parse_period_kind(label: &str) -> Option<PeriodKind> {
    let bare = bare(label);
    let stem = ["目标值", "目标"]
        .into_iter()
        .find_map(|ending| bare.strip_suffix(ending))
        .unwrap_or(&bare);
    let dated = stem.trim_start_matches(one_of("0123456789"));
    let is_year = dated.len() + 4 == stem.len();
    Some(match dated {
        "年" | "年度" | "全年" if is_year => PeriodKind::Annual,
        "阶段" | "阶段性" | "上半年" | "半年" => PeriodKind::Stage,
        "年度" | "本年度" | "当年" | "本年" | "全年" | "年度总体" | "年度绩效" => {
            PeriodKind::Annual
        }
        "总" | "总体" | "整体" | "项目总体" | "总体绩效" => PeriodKind::Overall,
        "实施周期" | "实施期" | "项目实施期" | "项目周期" | "项目期" | "中期" | "中长期" => {
            PeriodKind::Cycle
        }
        _ => return None,
    })
}

/// A label without spaces, line breaks, a bracketed remark, and the words 指标 and 指标值 at its end.
fn bare(label: &str) -> String {
    let mut depth = 0_usize;
    let mut bare = String::with_capacity(label.len());
    for c in label.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    for ending in ["指标值", "指标"] {
        if let Some(stem) = bare.strip_suffix(ending) {
            bare.truncate(stem.len());
            break;
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_levels_are_read() {
        for (label, expected) in [
            ("产出\n指标", Category::Output),
            ("效益指标（30分）", Category::Benefit),
            ("成本指标", Category::Cost),
            ("满意度", Category::Satisfaction),
            ("社会公众或服务对象满意度指标", Category::Satisfaction),
        ] {
            assert_eq!(parse_category(label), Some(expected), "{label}");
        }
        for (label, expected) in [
            ("数量指标", Dimension::Quantity),
            ("环境效益", Dimension::Ecological),
            ("生态效益指标", Dimension::Ecological),
            ("可持续发展", Dimension::Sustainable),
            ("满意度指标", Dimension::Satisfaction),
            ("经济成本指标", Dimension::EconomicCost),
        ] {
            assert_eq!(parse_dimension(label), Some(expected), "{label}");
        }
        assert_eq!(parse_category("数量指标"), None);
        assert_eq!(parse_dimension("服务对象数量"), None);
        assert_eq!(parse_dimension(""), None);
    }

    #[test]
    fn printed_periods_are_read() {
        for (label, expected) in [
            ("阶段目标\n（6月底前）", PeriodKind::Stage),
            ("年度目标", PeriodKind::Annual),
            ("2024年度目标值", PeriodKind::Annual),
            ("2024年指标值", PeriodKind::Annual),
            ("年度指标值", PeriodKind::Annual),
            ("总体目标(2026年底前)", PeriodKind::Overall),
            ("实施周期目标（2025年）", PeriodKind::Cycle),
            ("中期目标", PeriodKind::Cycle),
        ] {
            assert_eq!(parse_period_kind(label), Some(expected), "{label}");
        }
        for label in ["目标", "指标值", "", "6月底前", "指标内容及口径"] {
            assert_eq!(parse_period_kind(label), None, "{label}");
        }
    }

    #[test]
    fn every_name_shown_in_chinese_is_read_back() {
        for kind in [
            PeriodKind::Stage,
            PeriodKind::Annual,
            PeriodKind::Overall,
            PeriodKind::Cycle,
        ] {
            assert_eq!(parse_period_kind(period_kind(kind, Lang::Zh)), Some(kind));
        }
        for first in [
            Category::Cost,
            Category::Output,
            Category::Benefit,
            Category::Satisfaction,
        ] {
            assert_eq!(parse_category(category(first, Lang::Zh)), Some(first));
        }
        for second in [
            Dimension::Quantity,
            Dimension::Quality,
            Dimension::Timeliness,
            Dimension::Cost,
            Dimension::Economic,
            Dimension::Social,
            Dimension::Ecological,
            Dimension::Sustainable,
            Dimension::Satisfaction,
            Dimension::EconomicCost,
            Dimension::SocialCost,
            Dimension::EcologicalCost,
        ] {
            assert_eq!(parse_dimension(dimension(second, Lang::Zh)), Some(second));
        }
    }
}
