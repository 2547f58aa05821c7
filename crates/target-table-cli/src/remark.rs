//! What is said about a finding beside its message, in the filer's terms; every format says it in these words.

use serde_json::Value;
use target_table::report::{AnswerState, Answered, Becomes, Finding, Lang, Severity, Summary};

use crate::{place, words};

/// The most related places that are named.
const RELATED: usize = 5;

/// What the place of a finding is called.
pub fn place(finding: &Finding, table: &Value, lang: Lang) -> String {
    match place::of(table, &finding.at, lang).name {
        name if name.is_empty() => lang.either("整张表", "The whole table").to_owned(),
        name => name,
    }
}

/// 可以这样改：改写为“0.6亿元”。 What the fix does, where there is one.
pub fn fix(finding: &Finding, lang: Lang) -> Option<String> {
    let title = &finding.fix.as_ref()?.title;
    Some(match lang {
        Lang::Zh => format!("可以这样改：{title}。"),
        Lang::En => format!("To mend it: {title}."),
    })
}

/// 另见：年度目标。 The other places that a finding is about.
pub fn related(finding: &Finding, table: &Value, lang: Lang) -> Option<String> {
    if finding.related.is_empty() {
        return None;
    }
    let names: Vec<String> = finding
        .related
        .iter()
        .take(RELATED)
        .map(|at| place::beside(table, at, &finding.at, lang))
        .collect();
    let names = names.join(lang.either("；", "; "));
    let more = match (finding.related.len().saturating_sub(RELATED), lang) {
        (0, _) => String::new(),
        (more, Lang::Zh) => format!("；另有 {more} 处"),
        (more, Lang::En) => format!("; and {more} more"),
    };
    Some(match lang {
        Lang::Zh => format!("另见：{names}{more}。"),
        Lang::En => format!("See also: {names}{more}."),
    })
}

/// 申报单位说明：……。 The applicant's answer, and whether it still holds.
pub fn answer(finding: &Finding, lang: Lang) -> Option<String> {
    let Answered { state, reason } = finding.answer.as_ref()?;
    let stale = match state {
        AnswerState::Current => "",
        AnswerState::Stale => lang.either(
            "（此处后来改过，请重新说明。）",
            " (The place has been changed since; please answer again.)",
        ),
    };
    Some(match lang {
        Lang::Zh => format!("申报单位说明：{reason}{stale}"),
        Lang::En => format!("The applicant answers: {reason}{stale}"),
    })
}

/// 自 2027-01-01 起按“错误”处理。 That a finding will weigh more or less.
pub fn becomes(finding: &Finding, lang: Lang) -> Option<String> {
    let Becomes { severity, since } = finding.becomes.as_ref()?;
    let severity = words::severity(*severity, lang);
    Some(match lang {
        Lang::Zh => format!("自 {since} 起按“{severity}”处理。"),
        Lang::En => format!("From {since} on this is: {severity}."),
    })
}

/// Everything that is said beside the message, in the order of the letter.
pub fn all(finding: &Finding, table: &Value, lang: Lang) -> Vec<String> {
    [
        fix(finding, lang),
        related(finding, table, lang),
        answer(finding, lang),
        becomes(finding, lang),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is said above the steps.
pub fn steps_heading(lang: Lang) -> &'static str {
    lang.either("最省事的改法，依次改：", "The shortest way to mend it all:")
}

/// Whether a finding makes a table fail that may have none from a severity on. An answered doubt does not.
pub fn fails(finding: &Finding, from: Severity) -> bool {
    finding.severity <= from && !is_answered(finding)
}

/// Whether an answer settles the finding; errors cannot be answered away.
pub fn is_answered(finding: &Finding) -> bool {
    let state = finding.answer.as_ref().map(|answer| answer.state);
    finding.severity != Severity::Error && state == Some(AnswerState::Current)
}

/// What the filer is asked to do about so many errors, warnings without an answer, and remarks.
pub fn request([errors, warnings, infos]: [usize; 3], lang: Lang) -> String {
    let parts: Vec<&str> = [
        (errors, lang.either("错误请改正", "mend the errors")),
        (
            warnings,
            lang.either(
                "警告请修改或说明理由",
                "mend the doubts or give your reasons",
            ),
        ),
        (infos, lang.either("提示供参考", "consider the remarks")),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(_, words)| words)
    .collect();
    if parts.is_empty() {
        return lang
            .either("可以提交。", "Ready to be handed in.")
            .to_owned();
    }
    match lang {
        Lang::Zh => parts.join("，") + "。",
        Lang::En => format!("Please {}.", parts.join(", ")),
    }
}

/// What a summary counts for [`request`].
pub fn open(summary: &Summary) -> [usize; 3] {
    let warnings = summary.warnings.saturating_sub(summary.answered);
    [summary.errors, warnings, summary.infos]
}
