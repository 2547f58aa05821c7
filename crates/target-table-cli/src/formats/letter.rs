//! The report as a reviewer's letter.

use std::collections::BTreeMap;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use serde_json::Value;
use target_table::report::{Finding, Lang, Severity, Step, Verdict};
use target_table_documents::{Address, Note};
use unicode_width::UnicodeWidthStr;

use super::{Checked, Totals, counts};
use crate::cell::{self, Excerpt};
use crate::position::nearest;
use crate::{place, remark, words};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// The columns of a terminal.
const WIDTH: usize = 80;
/// How far what is said about a finding is indented.
const INDENT: usize = 7;

/// What the letter has said so far.
pub struct Letter {
    lang: Lang,
    totals: Totals,
}

impl Letter {
    /// A letter in one language.
    pub fn new(lang: Lang) -> Self {
        Letter {
            lang,
            totals: Totals::default(),
        }
    }

    /// Names the file that follows.
    pub fn file(&self, name: &str, tables: usize, out: &mut impl Write) -> io::Result<()> {
        match self.lang {
            Lang::Zh => writeln!(out, "{name}：绩效目标表 {tables} 张，检查意见如下。\n"),
            Lang::En => {
                let tables = words::counted(tables, "table");
                writeln!(out, "{name}: {tables}. What the check found:\n")
            }
        }
    }

    /// Writes about one table.
    pub fn table(&mut self, checked: &Checked, out: &mut impl Write) -> io::Result<()> {
        self.totals.add(&checked.report);
        let table = checked.table();
        self.heading(checked, &table, out)?;
        let nowhere = BTreeMap::new();
        let source = checked.source.as_ref();
        let places = source.map_or(&nowhere, |source| &source.places);
        for (index, finding) in checked.report.findings.iter().enumerate() {
            self.finding(index + 1, finding, &table, places, out)?;
        }
        match checked.report.steps.as_deref() {
            None | Some([]) => Ok(()),
            Some(steps) => self.steps(steps, out),
        }
    }

    fn steps(&self, steps: &[Step], out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "   {BOLD}{}{BOLD:#}", remark::steps_heading(self.lang))?;
        for (index, step) in steps.iter().enumerate() {
            let lead = format!("   {:>2}. ", index + 1);
            for (lead, line) in with_lead(&lead, wrapped(&step.words, lead.width())) {
                writeln!(out, "{lead}{line}")?;
            }
        }
        writeln!(out)
    }

    fn heading(&self, checked: &Checked, table: &Value, out: &mut impl Write) -> io::Result<()> {
        let lang = self.lang;
        let summary = &checked.report.summary;
        let text = |at: &str| {
            let text = table
                .pointer(at)
                .and_then(Value::as_str)
                .unwrap_or_default();
            cell::printable(text)
        };
        let project = match text("/project/name") {
            name if name.is_empty() => match checked.source {
                Some(_) => lang.either("（没有项目名称）", "(without a project name)"),
                None => lang.either("（报告没有附表格）", "(the report came without its table)"),
            }
            .to_owned(),
            name => name,
        };
        let number = format!("{}. ", self.totals.tables);
        for (lead, line) in with_lead(&number, wrapped(&project, number.len())) {
            writeln!(out, "{lead}{BOLD}{line}{BOLD:#}")?;
        }
        let amount = text("/support/amount") + &text("/support/unit");
        let rows = table.get("indicators").and_then(Value::as_array);
        let rows = match rows.map_or(0, Vec::len) {
            0 => String::new(),
            rows => rows.to_string() + lang.either(" 行", ""),
        };
        let colon = lang.either("：", ": ");
        let facts: Vec<String> = [
            (
                lang.either("申报单位", "Applicant"),
                text("/applicant/name"),
            ),
            (lang.either("支持金额", "Support"), amount),
            (lang.either("指标", "Indicators"), rows),
        ]
        .into_iter()
        .filter(|(_, fact)| !fact.is_empty())
        .map(|(label, fact)| format!("{label}{colon}{fact}"))
        .collect();
        for line in wrapped(&facts.join(lang.either("　", "; ")), 3) {
            writeln!(out, "   {line}")?;
        }
        let verdict = words::verdict(summary.verdict, lang);
        let style = color(match summary.verdict {
            Verdict::Ready => AnsiColor::Green,
            Verdict::Explain => AnsiColor::Yellow,
            Verdict::Mend => AnsiColor::Red,
        });
        let counts = counts(summary, lang);
        match lang {
            Lang::Zh => writeln!(out, "   结论：{style}{verdict}{style:#}（{counts}）\n"),
            Lang::En => writeln!(out, "   Verdict: {style}{verdict}{style:#} ({counts})\n"),
        }
    }

    fn finding(
        &self,
        number: usize,
        finding: &Finding,
        table: &Value,
        places: &BTreeMap<String, Address>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let lang = self.lang;
        let place = place::of(table, &finding.at, lang);
        let style = color(match finding.severity {
            Severity::Error => AnsiColor::Red,
            Severity::Warning => AnsiColor::Yellow,
            Severity::Info => AnsiColor::Cyan,
        });
        let severity = words::severity(finding.severity, lang);
        let name = remark::place(finding, table, lang);
        // Number and severity are as wide as the indent and two full-width characters or a word, with a space around.
        let lead = format!("   {number:>2}. {severity} ");
        for (index, line) in wrapped(&name, lead.width()).into_iter().enumerate() {
            match index {
                0 => write!(out, "   {number:>2}. {style}{severity}{style:#} ")?,
                _ => write!(out, "\n{}", " ".repeat(lead.width()))?,
            }
            write!(out, "{BOLD}{line}{BOLD:#}")?;
        }
        writeln!(out)?;
        if let Some(text) = place.text.filter(|text| !text.is_empty()) {
            excerpt(&cell::excerpt(&text, finding.span), style, out)?;
        }
        paragraph(&finding.message, out)?;
        for line in remark::all(finding, table, lang) {
            paragraph(&line, out)?;
        }
        let address =
            nearest(&finding.at, places).map_or(String::new(), |address| address.text(lang) + " ");
        let indent = " ".repeat(INDENT);
        writeln!(out, "{indent}{DIM}{address}[{}]{DIM:#}\n", finding.rule)
    }

    /// Names what of the file belongs to no table.
    pub fn notes(&self, notes: &[Note], out: &mut impl Write) -> io::Result<()> {
        if notes.is_empty() {
            return Ok(());
        }
        let heading = self.lang.either("没有导入的内容", "What was not imported");
        writeln!(out, "{BOLD}{heading}{BOLD:#}")?;
        for note in notes {
            for (lead, line) in with_lead(" - ", wrapped(&note.message(self.lang), 3)) {
                writeln!(out, "{lead}{line}")?;
            }
        }
        writeln!(out)
    }

    /// Sums up.
    pub fn end(&self, out: &mut impl Write) -> io::Result<()> {
        let lang = self.lang;
        if self.totals.tables == 0 {
            return Ok(());
        }
        writeln!(out, "{BOLD}{}{BOLD:#}", self.totals.sentence(lang))?;
        for line in wrapped(&remark::request(self.totals.open(), lang), 0) {
            writeln!(out, "{line}")?;
        }
        if self.totals.findings.iter().sum::<usize>() > 0 {
            let hint = lang.either(
                "方括号里是规则，缘由和例子见 target-table explain 规则。",
                "The rules are in brackets; target-table explain RULE gives reasons and examples.",
            );
            writeln!(out, "{DIM}{hint}{DIM:#}")?;
        }
        Ok(())
    }
}

fn excerpt(excerpt: &Excerpt, style: Style, out: &mut impl Write) -> io::Result<()> {
    let indent = " ".repeat(INDENT);
    let Excerpt {
        before,
        words,
        behind,
    } = excerpt;
    writeln!(out, "{indent}│ {before}{style}{words}{style:#}{behind}")?;
    if !words.is_empty() {
        writeln!(out, "{indent}│ {style}{}{style:#}", excerpt.underline())?;
    }
    Ok(())
}

fn paragraph(text: &str, out: &mut impl Write) -> io::Result<()> {
    let indent = " ".repeat(INDENT);
    for line in wrapped(text, INDENT) {
        writeln!(out, "{indent}{line}")?;
    }
    Ok(())
}

/// A text in lines that fit beside an indent, broken where Unicode allows it: never before a full stop.
fn wrapped(text: &str, indent: usize) -> Vec<String> {
    let text = cell::printable(text);
    let mut lines: Vec<String> = Vec::new();
    let mut start = 0;
    for (end, _) in unicode_linebreak::linebreaks(&text) {
        let word = text.get(start..end).unwrap_or_default();
        start = end;
        match lines.last_mut() {
            Some(line) if indent + line.width() + word.trim_end().width() <= WIDTH => {
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
        .into_iter()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// The lines with what stands before each: the lead before the first, as much room before the others.
fn with_lead(lead: &str, lines: Vec<String>) -> impl Iterator<Item = (String, String)> {
    lines
        .into_iter()
        .enumerate()
        .map(move |(index, line)| match index {
            0 => (lead.to_owned(), line),
            _ => (" ".repeat(lead.width()), line),
        })
}

fn color(color: AnsiColor) -> Style {
    color.on_default().bold()
}
