use super::vocabulary::bare;
use super::{Part, Rule, Words};
use crate::model::Dimension;
use crate::report::{Aspect, Severity};
use crate::sheet::{Row, Sheet};
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "indicators-generic",
    aspect: Aspect::Relevance,
    severity: Severity::Info,
    message: Words {
        zh: "{count} 行指标（如“{name}”）放在任何项目里都适用，看不出本项目要做什么。请换成反映本项目内容的指标。",
        en: "{count} indicators (such as “{name}”) would fit any project and do not show what this one is for. Use indicators of this project’s own content.",
    },
    fix: Words::NONE,
    docs: include_str!("indicators_generic.md"),
    reads: &[Part::Name],
    table: Some(check),
    ..Rule::BASE
};

/// Names that fit any project, without the words that may stand before them.
const GENERIC: [&str; 24] = [
    "及时完成率",
    "按时完成率",
    "完成及时率",
    "任务完成率",
    "工作完成率",
    "计划完成率",
    "项目完成率",
    "完成率",
    "完成时间",
    "完成时限",
    "质量达标率",
    "质量合格率",
    "验收合格率",
    "成本控制率",
    "成本控制",
    "成本节约率",
    "资金使用率",
    "资金使用效率",
    "资金支付率",
    "资金拨付及时率",
    "预算执行率",
    "资金使用合规性",
    "资金到位率",
    "完成质量",
];
/// Words that make such a name no more of the project's own.
const BEFORE: [&str; 12] = [
    "项目", "工作", "任务", "资金", "各项", "本年", "年度", "计划", "专项", "总体", "整体", "经费",
];

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let own = |row: &&Row<'_>| {
        row.indicator.dimension != Dimension::Satisfaction && !row.indicator.name.trim().is_empty()
    };
    let rows = sheet.rows.iter().filter(own);
    let mut generic = rows.clone().filter(|row| is_generic(&row.indicator.name));
    let count = generic.clone().count();
    let all = rows.count();
    if count < 4 || count * 5 < all * 3 {
        sink.held(|_| ("/indicators".to_owned(), format!("{count}/{all}")));
        return;
    }
    if let Some(first) = generic.next() {
        let remark = Remark::at(first.at("name")).with("count", &count.to_string());
        let mut remark = remark.with("name", &first.indicator.name);
        remark.relate(&mut generic.map(|row| row.at("name")));
        sink.report(remark);
    }
}

fn is_generic(name: &str) -> bool {
    // Most names end otherwise.
    let end = bare(name).next_back();
    if !end.is_some_and(|end| "率间限制性量".contains(end)) {
        return false;
    }
    let name: String = bare(name).collect();
    let mut rest = name.as_str();
    while !GENERIC.contains(&rest) {
        match BEFORE.iter().find_map(|word| rest.strip_prefix(word)) {
            Some(shorter) => rest = shorter,
            None => return false,
        }
    }
    true
}
