//! Markdown to paste into a mail, an issue or a wiki.

use std::io::{self, Write};

use serde_json::Value;
use target_table::report::{Finding, Lang, Report};

use super::{Checked, Manner, Totals, counts, text, title};
use crate::{cell, place, remark, words};

/// The most columns of a cell's text that are quoted.
const QUOTED: usize = 60;

/// Writes all reports as one document.
pub fn write(all: &[Checked], manner: Manner, out: &mut impl Write) -> io::Result<()> {
    let lang = manner.lang;
    let totals = Totals::of(all);
    let heading = lang.either("绩效目标表检查意见", "Performance target tables: the check");
    writeln!(out, "# {heading}\n\n{}", totals.sentence(lang))?;
    if all.len() > 1 {
        overview(all, lang, out)?;
    }
    for (index, checked) in all.iter().enumerate() {
        table(index + 1, checked, lang, out)?;
    }
    Ok(())
}

fn overview(all: &[Checked], lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let head = lang.either(
        "| 序号 | 项目 | 申报单位 | 结论 | 错误 | 警告 | 提示 |",
        "| No. | Project | Applicant | Verdict | Errors | Warnings | Remarks |",
    );
    writeln!(out, "\n{head}\n|--:|---|---|---|--:|--:|--:|")?;
    for (index, checked) in all.iter().enumerate() {
        let table = checked.table();
        let summary = &checked.report.summary;
        writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} |",
            index + 1,
            escaped(&title(checked, &table, lang)),
            escaped(text(&table, "/applicant/name")),
            words::verdict(summary.verdict, lang),
            summary.errors,
            summary.warnings,
            summary.infos,
        )?;
    }
    Ok(())
}

fn table(number: usize, checked: &Checked, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let table = checked.table();
    let report = &checked.report;
    writeln!(
        out,
        "\n## {number}. {}\n",
        escaped(&title(checked, &table, lang))
    )?;
    for fact in facts(&table, report, lang) {
        writeln!(out, "- {fact}")?;
    }
    if report.findings.is_empty() {
        return Ok(());
    }
    let head = lang.either(
        "| 序号 | 级别 | 位置 | 原文 | 意见 |",
        "| No. | Severity | Place | Text | What is wrong and what to do |",
    );
    writeln!(out, "\n{head}\n|--:|---|---|---|---|")?;
    for (index, finding) in report.findings.iter().enumerate() {
        let mut said = vec![escaped(&finding.message)];
        let beside = remark::all(finding, &table, lang);
        said.extend(beside.iter().map(|line| escaped(line)));
        said.push(format!("`{}`", finding.rule.replace('`', "")));
        writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            index + 1,
            words::severity(finding.severity, lang),
            escaped(&remark::place(finding, &table, lang)),
            quoted(finding, &table, lang),
            said.join("<br>"),
        )?;
    }
    if let Some(steps) = report.steps.as_ref().filter(|steps| !steps.is_empty()) {
        writeln!(out, "\n{}\n", remark::steps_heading(lang))?;
        for (index, step) in steps.iter().enumerate() {
            writeln!(out, "{}. {}", index + 1, escaped(&step.words))?;
        }
    }
    Ok(())
}

/// What is known of the table, and the verdict.
fn facts(table: &Value, report: &Report, lang: Lang) -> Vec<String> {
    let summary = &report.summary;
    let counts = counts(summary, lang);
    let verdict = words::verdict(summary.verdict, lang);
    let amount = text(table, "/support/amount").to_owned() + text(table, "/support/unit");
    let colon = lang.either("：", ": ");
    let verdict = match lang {
        Lang::Zh => format!("**{verdict}**（{counts}）"),
        Lang::En => format!("**{verdict}** ({counts})"),
    };
    let digest = report.digest.as_deref();
    [
        (
            lang.either("申报单位", "Applicant"),
            escaped(text(table, "/applicant/name")),
        ),
        (lang.either("支持金额", "Support"), escaped(&amount)),
        (lang.either("结论", "Verdict"), verdict),
        (
            lang.either("校验码", "Check code"),
            digest.map_or(String::new(), |digest| format!("`{digest}`")),
        ),
    ]
    .into_iter()
    .filter(|(_, fact)| !fact.is_empty())
    .map(|(label, fact)| format!("{label}{colon}{fact}"))
    .collect()
}

/// The text in question with its words in bold.
fn quoted(finding: &Finding, table: &Value, lang: Lang) -> String {
    let Some(text) = place::of(table, &finding.at, lang).text else {
        return String::new();
    };
    let excerpt = cell::excerpt_within(&text, finding.span, QUOTED);
    let words = escaped(&excerpt.words);
    // Bold words may not begin or end with a space.
    let words = match words.trim() {
        "" => words,
        bold => format!("**{bold}**"),
    };
    escaped(&excerpt.before) + &words + &escaped(&excerpt.behind)
}

/// A text within a cell of a table: on one line, and nothing in it is a mark of Markdown or HTML.
fn escaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => plain.push(' '),
            '<' => plain.push_str("&lt;"),
            '&' => plain.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '>' | '!' | '@' => {
                plain.push('\\');
                plain.push(c);
            }
            c if c.is_control() => plain.push('\u{fffd}'),
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_words_again() {
        assert_eq!(
            escaped("a|b\n<img> *c* [d](e) `f`\u{1b}"),
            r"a\|b &lt;img\> \*c\* \[d\](e) \`f\`�"
        );
    }
}
