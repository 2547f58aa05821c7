//! One HTML file without scripts: the official table with the findings below its rows, to read and to print.

use std::io::{self, Write};

use sha2::{Digest, Sha256};
use target_table::profile;
use target_table::report::{Lang, Report, Severity, Verdict};

use super::markup::escaped;
use super::{Checked, Manner, Totals, counts, text, title};
use crate::{remark, words};

mod cell;
mod layout;
mod ledger;
mod notes;
mod sheet;

use notes::Notes;

const STYLE: &str = include_str!("report.css");

/// Writes all reports as one document.
pub fn write(all: &[Checked], manner: Manner, out: &mut impl Write) -> io::Result<()> {
    let lang = manner.lang;
    let heading = heading(lang);
    let style = style(all, lang);
    writeln!(
        out,
        r#"<!doctype html>
<html lang="{}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>{heading}</title>
<style>{style}</style>
</head>
<body>"#,
        lang.either("zh-CN", "en"),
        base64(&Sha256::digest(style.as_bytes())),
    )?;
    let totals = Totals::of(all);
    writeln!(
        out,
        r#"<header class="masthead"><h1>{heading}</h1><p>{}</p></header>"#,
        escaped(&totals.sentence(lang))
    )?;
    writeln!(out, "<main>")?;
    if all.len() > 1 {
        overview(all, lang, out)?;
    }
    for (index, checked) in all.iter().enumerate() {
        one(index + 1, checked, lang, out)?;
    }
    let caution = lang.either(
        "“可提交”只表示本工具没有发现问题，是否通过由主管部门审定。",
        "“Ready” only means that this tool found nothing; whether a table passes is for the office to decide.",
    );
    writeln!(
        out,
        "</main>\n<footer><p>{caution}</p></footer>\n</body>\n</html>"
    )
}

fn heading(lang: Lang) -> &'static str {
    lang.either(
        "绩效目标表检查意见",
        "Performance target tables: findings of the check",
    )
}

/// The style sheet, with a page of paper for each table that has its check code in the margin.
fn style(all: &[Checked], lang: Lang) -> String {
    let mut style = STYLE.to_owned();
    let pages = lang.either(
        r#"@page { @bottom-center { content: "第 " counter(page) " 页，共 " counter(pages) " 页" } }"#,
        r#"@page { @bottom-center { content: "Page " counter(page) " of " counter(pages) } }"#,
    );
    style.push_str(pages);
    let label = lang.either("校验码 ", "Check code ");
    for (index, checked) in all.iter().enumerate() {
        let Some(code) = check_code(&checked.report) else {
            continue;
        };
        let code: String = code.chars().take(SHORT_CODE).collect();
        let margin = format!("{{ @bottom-right {{ content: \"{label}{code}\" }} }}");
        let rule = match all.len() {
            // A page of its own would begin a new page behind the heading.
            1 => format!("\n@page {margin}"),
            _ => format!("\n#t{0} {{ page: t{0} }} @page t{0} {margin}", index + 1),
        };
        style.push_str(&rule);
    }
    style.push('\n');
    style
}

/// So many digits of the check code stand in the margin; the whole code stands in the table's facts.
const SHORT_CODE: usize = 16;

/// The check code. A stored report may say anything there, and only a code gets into a style sheet.
fn check_code(report: &Report) -> Option<&str> {
    let code = report.digest.as_deref()?;
    code.bytes()
        .all(|byte| byte.is_ascii_hexdigit())
        .then_some(code)
}

fn overview(all: &[Checked], lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let heads = match lang {
        Lang::Zh => ["序号", "项目", "申报单位", "结论", "错误", "警告", "提示"],
        Lang::En => [
            "No.",
            "Project",
            "Applicant",
            "Verdict",
            "Errors",
            "Warnings",
            "Remarks",
        ],
    };
    let label = lang.either("各表结论", "The verdicts");
    writeln!(
        out,
        r#"<table class="overview" aria-label="{label}"><thead><tr>"#
    )?;
    for head in heads {
        write!(out, r#"<th scope="col">{head}</th>"#)?;
    }
    writeln!(out, "</tr></thead><tbody>")?;
    for (index, checked) in all.iter().enumerate() {
        let number = index + 1;
        let table = checked.table();
        let summary = &checked.report.summary;
        write!(
            out,
            r##"<tr><td class="count">{number}</td><th scope="row"><a href="#t{number}">{}</a></th><td>{}</td><td>{}</td>"##,
            escaped(&title(checked, &table, lang)),
            escaped(text(&table, "/applicant/name")),
            verdict(summary.verdict, lang),
        )?;
        for (count, head) in [summary.errors, summary.warnings, summary.infos]
            .iter()
            .zip(heads.iter().skip(4))
        {
            let none = if *count == 0 { " none" } else { "" };
            write!(
                out,
                r#"<td class="count{none}"><span class="label">{head} </span>{count}</td>"#
            )?;
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody></table>")
}

fn verdict(verdict: Verdict, lang: Lang) -> String {
    let class = match verdict {
        Verdict::Ready => "ready",
        Verdict::Explain => "explain",
        Verdict::Mend => "mend",
    };
    let words = words::verdict(verdict, lang);
    format!(r#"<strong class="verdict {class}">{words}</strong>"#)
}

/// One table: the verdict, what is known of the table, and the table itself with its findings.
fn one(number: usize, checked: &Checked, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let table = checked.table();
    let report = &checked.report;
    let notes = Notes::new(number, report, &table, lang);
    writeln!(
        out,
        r#"<section class="one" id="t{number}" aria-labelledby="t{number}-title">"#
    )?;
    let (name, suffix) = match text(&table, "/project/name").trim() {
        "" => (title(checked, &table, lang), ""),
        _ => (
            format!(
                "<span{}>{}</span>",
                theirs(lang),
                notes.text(text(&table, "/project/name"), "/project/name")
            ),
            lang.either("绩效目标表", "Performance target table"),
        ),
    };
    writeln!(
        out,
        r#"<h2 id="t{number}-title">{name} <span class="kind">{suffix}</span></h2>"#
    )?;
    summary(&notes, report, lang, out)?;
    let mut whole = notes.below("/project");
    whole.extend(notes.elsewhere());
    notes.list(&whole, "whole", out)?;
    if table.is_object() {
        sheet::write(&table, &notes, lang, out)?;
    } else {
        let why = match checked.source {
            Some(_) => lang.either(
                "这份内容读不成表格，原因见上面的意见。",
                "This is not a table that can be shown; the findings above say why.",
            ),
            None => lang.either(
                "报告没有附表格，意见按位置列出。要连表一起看，请加 --table 表格文件。",
                "The report came without its table, so the findings are listed; add --table FILE to see both.",
            ),
        };
        writeln!(out, r#"<p class="without">{why}</p>"#)?;
    }
    if let Some(entries) = &report.ledger {
        ledger::write(entries, &table, lang, out)?;
    }
    facts(report, lang, out)?;
    writeln!(out, "</section>")
}

/// The verdict, the counts, what is asked, and the way to each finding.
fn summary(notes: &Notes<'_>, report: &Report, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let summary = &report.summary;
    let class = match summary.verdict {
        Verdict::Ready => "ready",
        Verdict::Explain => "explain",
        Verdict::Mend => "mend",
    };
    writeln!(
        out,
        r#"<div class="summary {class}"><p class="result">{} <span class="counts">{}</span></p><p class="request">{}</p>"#,
        verdict(summary.verdict, lang),
        counts(summary, lang),
        remark::request(remark::open(summary), lang),
    )?;
    if !report.findings.is_empty() {
        let label = lang.either("意见", "Findings");
        write!(out, r#"<p class="ways"><span>{label}</span>"#)?;
        for (index, finding) in report.findings.iter().enumerate() {
            write!(out, " {}", notes.way(index, finding.severity))?;
        }
        writeln!(out, "</p>")?;
    }
    if let Some(steps) = report.steps.as_ref().filter(|steps| !steps.is_empty()) {
        let heading = remark::steps_heading(lang);
        writeln!(
            out,
            r#"<p class="steps-heading">{heading}</p><ol class="steps">"#
        )?;
        for step in steps {
            writeln!(out, "<li>{}</li>", escaped(&step.words))?;
        }
        writeln!(out, "</ol>")?;
    }
    writeln!(out, "</div>")
}

/// By what the table was checked, and the code that ties this report to it.
fn facts(report: &Report, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let profile = profile::find(&report.profile);
    let profile = profile.map_or(report.profile.as_str(), |profile| {
        lang.either(&profile.title.zh, &profile.title.en)
    });
    let version = match lang {
        Lang::Zh => format!("{}（引擎 {}）", report.ruleset, report.engine),
        Lang::En => format!("{} (engine {})", report.ruleset, report.engine),
    };
    let day = report.as_of.as_deref().unwrap_or_default();
    let code = check_code(report).map_or(String::new(), grouped);
    writeln!(out, r#"<dl class="facts">"#)?;
    for (label, fact) in [
        (lang.either("检查方案", "Profile"), escaped(profile)),
        (lang.either("规则版本", "Rules"), escaped(&version)),
        (lang.either("按此日的规则", "As of"), escaped(day)),
        (lang.either("校验码", "Check code"), code),
    ] {
        if !fact.is_empty() {
            writeln!(out, "<div><dt>{label}</dt><dd>{fact}</dd></div>")?;
        }
    }
    writeln!(out, "</dl>")
}

/// A long code in groups that a person can compare.
fn grouped(code: &str) -> String {
    let mut grouped = String::new();
    for (index, digit) in code.chars().enumerate() {
        if index > 0 && index % 8 == 0 {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    format!("<code>{grouped}</code>")
}

/// What marks the filer's own words on an English page, so that they are read out as Chinese.
fn theirs(lang: Lang) -> &'static str {
    lang.either("", r#" lang="zh-CN""#)
}

fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for index in 0..4 {
            let digit = DIGITS.get((bits >> (18 - 6 * index)) as usize & 63);
            text.push(match digit {
                Some(digit) if index <= chunk.len() => char::from(*digit),
                _ => '=',
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_rfc_4648() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
