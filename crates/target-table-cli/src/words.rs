//! The few words of the letter that are not a finding's own.

use target_table::report::{Aspect, Lang, RuleState, Severity, Verdict};

/// A severity.
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.either("错误", "error"),
        Severity::Warning => lang.either("警告", "warning"),
        Severity::Info => lang.either("提示", "remark"),
    }
}

/// An aspect of review.
pub fn aspect(aspect: Aspect, lang: Lang) -> &'static str {
    match aspect {
        Aspect::Structure => lang.either("表格格式", "Form of the data"),
        Aspect::Completeness => lang.either("完整性", "Completeness"),
        Aspect::Relevance => lang.either("相关性", "Relevance"),
        Aspect::Appropriateness => lang.either("适当性", "Appropriateness"),
        Aspect::Feasibility => lang.either("可行性", "Feasibility"),
    }
}

/// What became of a rule.
pub fn rule_state(state: RuleState, lang: Lang) -> &'static str {
    match state {
        RuleState::Passed => lang.either("相符", "in order"),
        RuleState::Failed => lang.either("有意见", "with findings"),
        RuleState::NotApplicable => lang.either("不涉及", "not applicable"),
        RuleState::Blocked => lang.either("待定", "to be seen"),
        RuleState::Off => lang.either("停用", "switched off"),
    }
}

/// A verdict. Only the office can say that a table has passed.
pub fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Ready => lang.either("可提交", "ready"),
        Verdict::Explain => lang.either("需说明", "to be explained"),
        Verdict::Mend => lang.either("需修改", "to be mended"),
    }
}

/// How many errors, warnings and remarks there are, those of none left out, and how many of the warnings are answered.
pub fn counts(found: [usize; 3], answered: usize, lang: Lang) -> String {
    let severities = [Severity::Error, Severity::Warning, Severity::Info];
    let mut parts: Vec<String> = found
        .into_iter()
        .zip(severities)
        .filter(|(count, _)| *count > 0)
        .map(|(count, severity)| match lang {
            Lang::Zh => format!("{}{count}处", self::severity(severity, lang)),
            Lang::En => counted(count, self::severity(severity, lang)),
        })
        .collect();
    if parts.is_empty() {
        return lang.either("没有发现问题", "nothing found").to_owned();
    }
    match (answered, lang) {
        (0, _) => {}
        (_, Lang::Zh) => return format!("{}，已说明{answered}处", parts.join("、")),
        (_, Lang::En) => parts.push(format!("{answered} answered")),
    }
    parts.join(lang.either("、", ", "))
}

/// `1 table`, `2 tables`.
pub fn counted(count: usize, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {what}{ending}")
}
