//! Sentences without a number: acts to be completed, comparisons without a figure, judgements.

use super::comparators::comparator_at;
use super::lists::{Edges, Words, any_of, ends_any, starts_any};
use super::text::{ends_clause, from, holds, near, one_of, starts, trim, trim_start, upto};
use super::types::{Comparator, Grade, Value};

/// Verbs of acts that are either done or not, at the start of what is to be done.
#[rustfmt::skip]
static ACTS: Words = any_of(&[
    "完成", "通过", "上线", "建成", "建立", "设立", "确定", "制定", "制订", "出台", "印发", "验收", "发布", "投入使用", "签订",
    "签署", "开通", "启动", "竣工", "交付", "开工", "编制", "立项", "拨付", "取得", "获得", "获批", "组建", "成立", "上报", "提交",
    "出版", "召开", "举办", "开展", "搭建", "实施", "研究制定", "研究", "调研", "采购", "招标", "培训", "挂牌", "备案", "落地",
    "结项", "结题", "发放", "形成", "完工", "建设", "组织", "推出", "报送", "引进", "推广应用", "实现",
]);
/// Words that may stand before the verb.
#[rustfmt::skip]
static BEFORE_ACT: Words = any_of(&[
    "基本", "全面", "顺利", "按期", "按时", "准时", "及时", "足额", "全部", "如期", "按要求", "按计划", "项目", "需", "应", "力争",
    "确保", "已", "正式", "并", "依法", "平台", "系统", "工程", "资金", "力求", "继续", "初步", "争取",
]);
/// Ends of what is done once and for all.
#[rustfmt::skip]
static DONE: Words = any_of(&[
    "上线运营", "上线", "验收", "到位", "完成", "完毕", "投入使用", "建成", "落地", "结题", "结项", "竣工", "投运", "投产", "交付",
    "运营", "试运行", "验收合格", "完工", "封顶", "投用", "通车",
]);

/// Words of a grade, the strongest first: whoever says 符合 means a standard, whatever else improves.
#[rustfmt::skip]
static GRADES: [(Grade, Words); 9] = [
    (Grade::All, any_of(&["全部符合", "全部达标", "全部合格", "全部满足", "均符合", "均达标", "全部达到"])),
    (Grade::Met, any_of(&["符合", "达标", "合格", "应保尽保", "应享尽享", "应补尽补", "应贷尽贷", "应付尽付", "应收尽收", "满足",
        "合规", "无违规", "零事故", "按规定", "严格执行", "严格按照", "不发生", "不会", "未发生", "无重大"])),
    (Grade::Poor, any_of(&["不满意", "较差"])),
    (Grade::Excellent, any_of(&["优秀", "优良", "优质", "非常满意"])),
    (Grade::Effective, any_of(&["明显", "显著", "有效", "充分", "较大"])),
    (Grade::Improving, any_of(&["提升", "提高", "改善", "增强", "增加", "优化", "促进", "推动", "加强", "扩大", "降低", "减少",
        "健全", "完善", "带动", "增长", "改进", "减轻", "缓解", "巩固", "推进", "深化", "拓宽", "助力", "翻番", "翻一番", "翻两番"])),
    (Grade::Lasting, any_of(&["长期", "长远", "持续", "可持续", "长效", "稳定"])),
    (Grade::Good, any_of(&["良好", "较好", "满意", "较高", "较强"])),
    (Grade::Fair, any_of(&["一般", "基本满意"])),
];

static GRADE_HEADS: Edges = grade_heads();

#[expect(
    clippy::indexing_slicing,
    reason = "it runs at compile time, where a place outside is an error of the compiler"
)]
const fn grade_heads() -> Edges {
    let mut heads = Edges::NONE;
    let mut at = 0;
    while at < GRADES.len() {
        heads = heads.and_heads(GRADES[at].1);
        at += 1;
    }
    heads
}

/// What a sentence without a number says.
pub(super) fn wording(sentence: &str) -> Value {
    let text = trim(sentence).trim_end_matches(ends_clause);
    if let Some(comparator) = comparison(text) {
        return Value::Comparative { comparator };
    }
    let grade = grade(text);
    if is_act(text, grade) {
        Value::Milestone
    } else {
        Value::Qualitative(grade)
    }
}

fn grade(text: &str) -> Option<Grade> {
    match text {
        "优" => return Some(Grade::Excellent),
        "良" | "好" => return Some(Grade::Good),
        "中" => return Some(Grade::Fair),
        "差" => return Some(Grade::Poor),
        _ => {}
    }
    if text.starts_with('零') {
        return Some(Grade::Met);
    }
    let mut strongest: &[_] = &GRADES;
    let mut found = None;
    let mut next = 0;
    while let Some(at) = GRADE_HEADS.next(text, next) {
        let rest = from(text, at);
        next = at + rest.chars().next().map_or(1, char::len_utf8);
        if let Some(rank) = strongest.iter().position(|(_, words)| words.begin(rest)) {
            found = strongest.get(rank).map(|(grade, _)| *grade);
            strongest = strongest.get(..rank).unwrap_or_default();
        }
    }
    found
}

/// Whether a text names an act to be completed; where it also judges, only the act's own beginning or end tells.
fn is_act(text: &str, grade: Option<Grade>) -> bool {
    let mut rest = text;
    while let Some(length) = starts_any(rest, &BEFORE_ACT).filter(|length| *length < rest.len()) {
        rest = from(rest, length);
    }
    // 完成率 names a measure.
    let begins = starts_any(rest, &ACTS).is_some() && !rest.ends_with('率');
    let ends = ends_any(text, &DONE).is_some();
    match grade {
        None | Some(Grade::Met | Grade::All) => ends || begins,
        Some(_) => {
            ends || starts_any(
                rest,
                &const {
                    any_of(&[
                        "完成", "通过", "上线", "出台", "印发", "签订", "获得", "取得", "设立",
                    ])
                },
            )
            .is_some()
        }
    }
}

/// The characters that a comparison begins with.
const COMPARISONS: &str = "不高低大小多少超优未≥≤＞＜><好快较比同控持";
static COMPARISON_HEADS: Edges = Edges::NONE.and_chars(COMPARISONS);

/// The direction of a comparison with something that is no number: `高于平均贷款增速`, `不超预算`.
fn comparison(text: &str) -> Option<Comparator> {
    let mut next = 0;
    while let Some(at) = COMPARISON_HEADS.next(text, next) {
        let rest = from(text, at);
        if rest.starts_with(one_of(COMPARISONS))
            && let Some(found) = comparison_at(rest)
        {
            // 达到或优于Ⅲ类
            let or_as_much = found == Comparator::Gt && upto(text, at).ends_with('或');
            return Some(if or_as_much { Comparator::Ge } else { found });
        }
        next = at + rest.chars().next().map_or(1, char::len_utf8);
    }
    None
}

static RISES: Words = any_of(&["提高", "提升", "增长", "增加", "上升", "改善", "扩大"]);
static FALLS: Words = any_of(&["下降", "降低", "减少", "缩短", "压减"]);
static GROWS: Words = any_of(&["增长", "提升", "提高", "上升"]);
static SHRINKS: Words = any_of(&["下降", "降低", "减少"]);

fn comparison_at(text: &str) -> Option<Comparator> {
    if let Some(length) = starts_any(text, &const { any_of(&["优于", "好于", "快于"]) }) {
        return has_baseline(from(text, length)).then_some(Comparator::Gt);
    }
    if let Some(length) = starts_any(text, &const { any_of(&["不劣于", "不差于", "不逊于"]) })
    {
        return has_baseline(from(text, length)).then_some(Comparator::Ge);
    }
    if let Some(length) = starts(text, "控制在") {
        let rest = from(text, length);
        return ["以内", "之内", "范围内", "内", "以下"]
            .iter()
            .any(|word| rest.ends_with(word))
            .then_some(Comparator::Le);
    }
    // 较上年提高: the baseline stands before the direction.
    if starts_any(
        text,
        &const {
            any_of(&[
                "较上",
                "比上",
                "较去",
                "比去",
                "同比",
                "环比",
                "较年初",
                "较往年",
                "较同期",
            ])
        },
    )
    .is_some()
    {
        let near = near(text);
        let denied = |words: &[&str]| words.iter().any(|word| holds(near, word));
        return if denied(&["不增", "不提高", "不上升", "无增长"]) {
            Some(Comparator::Le)
        } else if denied(&["不下降", "不降", "不减", "无下降"]) {
            Some(Comparator::Ge)
        } else if RISES.are_in(near) {
            Some(Comparator::Gt)
        } else if FALLS.are_in(near) {
            Some(Comparator::Lt)
        } else {
            None
        };
    }
    if text.starts_with('持') && holds(near(text), "持平") {
        let up = GROWS.are_in(near(text));
        let down = SHRINKS.are_in(near(text));
        return Some(match (up, down) {
            (true, false) => Comparator::Ge,
            (false, true) => Comparator::Le,
            _ => Comparator::Eq,
        });
    }
    let (comparator, length) = comparator_at(text)?;
    let rest = from(text, length);
    let is_direction = comparator != Comparator::Eq && !text.starts_with("超前") && length > 3
        || text.starts_with(one_of("≥≤＞＜><"));
    (is_direction && has_baseline(rest)).then_some(comparator)
}

/// Whether something follows that can be compared with.
fn has_baseline(text: &str) -> bool {
    let words = trim_start(text);
    !words.is_empty()
        && !words.starts_with(ends_clause)
        && (words.chars().take(2).count() == 2 || matches!(words, "良" | "优" | "中"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_without_a_number() {
        for text in [
            "完成金融服务平台建设并上线运营",
            "确定贴息补助机制",
            "通过验收",
            "完成资金拨付，并设立信贷风险补偿资金。",
            "通过",
            "上线运营",
        ] {
            assert_eq!(wording(text), Value::Milestone, "{text}");
        }
        for (text, comparator) in [
            ("高于平均贷款增速", Comparator::Gt),
            ("不超预算", Comparator::Le),
            ("不低于上年水平", Comparator::Ge),
            ("较上年提高", Comparator::Gt),
            ("控制在预算范围内", Comparator::Le),
            ("≥国家标准", Comparator::Ge),
            ("优于全省平均水平", Comparator::Gt),
        ] {
            assert_eq!(wording(text), Value::Comparative { comparator }, "{text}");
        }
        for (text, grade) in [
            ("不断提升", Some(Grade::Improving)),
            ("效果明显", Some(Grade::Effective)),
            ("长远", Some(Grade::Lasting)),
            ("应保尽保", Some(Grade::Met)),
            ("需全部符合国家融资担保基金的备案项目要求", Some(Grade::All)),
            ("符合相关规定", Some(Grade::Met)),
            ("指导城市建设", None),
            (
                "项目以海丰县为试点，可持续推广覆盖全市",
                Some(Grade::Lasting),
            ),
            ("优", Some(Grade::Excellent)),
        ] {
            assert_eq!(wording(text), Value::Qualitative(grade), "{text}");
        }
    }
}
