//! The findings as numbered notes, and which of them stand below which row.

use std::io::{self, Write};

use serde_json::Value;
use target_table::report::{CellReading, Finding, Lang, Report, Severity};

use super::super::markup::escaped;
use super::cell::{self, Mark};
use super::severity_class;
use crate::{place, remark, words};

/// The findings of one table.
pub struct Notes<'r> {
    /// Which table of the document it is.
    number: usize,
    findings: &'r [Finding],
    readings: &'r [CellReading],
    table: &'r Value,
    lang: Lang,
}

impl<'r> Notes<'r> {
    pub fn new(number: usize, report: &'r Report, table: &'r Value, lang: Lang) -> Self {
        Notes {
            number,
            findings: &report.findings,
            readings: report.readings.as_deref().unwrap_or_default(),
            table,
            lang,
        }
    }

    /// The text of a place with the words in question underlined, as HTML.
    pub fn text(&self, text: &str, at: &str) -> String {
        let marks = self.findings.iter().enumerate();
        let marks: Vec<Mark<'_>> = marks
            .filter(|(_, finding)| finding.at == at)
            .map(|(index, finding)| Mark {
                finding,
                link: self.way(index, finding.severity),
            })
            .collect();
        cell::marked(text, &marks)
    }

    /// 理解为：≥ 85%。 How the cell at a place was read, where the report says so.
    pub fn reading(&self, at: &str) -> Option<String> {
        let reading = self.readings.iter().find(|reading| reading.at == at)?;
        let said = &reading.record.said;
        Some(match self.lang {
            Lang::Zh => format!("理解为：{}", said.zh),
            Lang::En => format!("Understood as: {}", said.en),
        })
    }

    /// The number of a finding, which leads to its note.
    pub fn way(&self, index: usize, severity: Severity) -> String {
        let (table, number) = (self.number, index + 1);
        let class = severity_class(severity);
        let label = words::severity(severity, self.lang);
        let name = match self.lang {
            Lang::Zh => format!("第 {number} 条意见，{label}"),
            Lang::En => format!("Finding {number}, {label}"),
        };
        format!(
            r##"<a class="way {class}" href="#t{table}-f{number}" aria-label="{name}">{number}</a>"##
        )
    }

    /// The findings at a place and within it.
    pub fn below(&self, at: &str) -> Vec<usize> {
        self.indexes(|finding| {
            let rest = finding.at.strip_prefix(at);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    /// The findings that stand below no row of the table: those of the table as a whole, and of what it has no row for.
    pub fn elsewhere(&self) -> Vec<usize> {
        self.indexes(|finding| {
            let mut steps = finding.at.split('/').skip(1);
            let (section, entry) = (steps.next().unwrap_or_default(), steps.next());
            if !self.table.is_object() {
                return section != "project";
            }
            match section {
                "project" | "applicant" | "support" => false,
                "periods" | "indicators" => entry.is_none_or(|entry| {
                    let at = format!("/{section}/{entry}");
                    self.table.pointer(&at).is_none()
                }),
                _ => true,
            }
        })
    }

    fn indexes(&self, wanted: impl Fn(&Finding) -> bool) -> Vec<usize> {
        let findings = self.findings.iter().enumerate();
        let wanted = findings.filter(|(_, finding)| wanted(finding));
        wanted.map(|(index, _)| index).collect()
    }

    /// The notes with these indexes, as a list.
    pub fn list(&self, indexes: &[usize], class: &str, out: &mut impl Write) -> io::Result<()> {
        if indexes.is_empty() {
            return Ok(());
        }
        writeln!(out, r#"<ul class="notes {class}">"#)?;
        for index in indexes {
            if let Some(finding) = self.findings.get(*index) {
                self.note(index + 1, finding, out)?;
            }
        }
        writeln!(out, "</ul>")
    }

    fn note(&self, number: usize, finding: &Finding, out: &mut impl Write) -> io::Result<()> {
        let (table, lang) = (self.number, self.lang);
        let class = severity_class(finding.severity);
        let severity = words::severity(finding.severity, lang);
        write!(
            out,
            r#"<li class="note {class}" id="t{table}-f{number}"><span class="number" aria-hidden="true">{number}</span><p><strong class="severity">{severity}</strong> <span class="place">{}</span></p><p>{}</p>"#,
            escaped(&place_in_row(self.table, finding, lang)),
            escaped(&finding.message),
        )?;
        for (class, line) in [
            ("more", remark::fix(finding, lang)),
            ("more", remark::related(finding, self.table, lang)),
            ("answer", remark::answer(finding, lang)),
            ("more", remark::becomes(finding, lang)),
        ] {
            if let Some(line) = line {
                write!(out, r#"<p class="{class}">{}</p>"#, escaped(&line))?;
            }
        }
        writeln!(
            out,
            r#"<p class="rule">{}</p></li>"#,
            escaped(&finding.rule)
        )
    }
}

/// What of the place the row does not say itself: the column.
fn place_in_row(table: &Value, finding: &Finding, lang: Lang) -> String {
    let mut steps = finding.at.splitn(4, '/').skip(1);
    let (section, row) = (steps.next().unwrap_or_default(), steps.next());
    if let ("indicators", Some(row), true) = (section, row, table.is_object()) {
        let row = format!("/indicators/{row}/name");
        let column = place::in_row(table, &finding.at, lang);
        if table.pointer(&row).is_some() && !column.is_empty() {
            return column;
        }
    }
    remark::place(finding, table, lang)
}
