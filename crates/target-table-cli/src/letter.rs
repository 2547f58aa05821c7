//! The report as a reviewer's letter.

use std::collections::BTreeMap;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use serde_json::Value;
use target_table::report::{Finding, Lang, Report, Severity, Summary, Verdict};
use target_table_documents::{Address, Note};
use unicode_width::UnicodeWidthStr;

use crate::cell::{self, Excerpt};
use crate::documents::Source;
use crate::{place, words};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// The columns of a terminal.
const WIDTH: usize = 80;
/// How far what is said about a finding is indented.
const INDENT: usize = 7;
/// The most related places that are named.
const RELATED: usize = 5;

/// What the letter has said so far.
pub struct Letter {
    lang: Lang,
    tables: usize,
    /// The number of tables with each verdict: ready, explain, mend.
    verdicts: [usize; 3],
    /// The number of findings of each severity: error, warning, info.
    findings: [usize; 3],
}

impl Letter {
    /// A letter in one language.
    pub fn new(lang: Lang) -> Self {
        Letter {
            lang,
            tables: 0,
            verdicts: [0; 3],
            findings: [0; 3],
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
    pub fn table(
        &mut self,
        source: &Source,
        report: &Report,
        out: &mut impl Write,
    ) -> io::Result<()> {
        self.tables += 1;
        self.count(&report.summary);
        let table: Value = serde_json::from_str(&source.json).unwrap_or_default();
        self.heading(&table, &report.summary, out)?;
        for (index, finding) in report.findings.iter().enumerate() {
            self.finding(index + 1, finding, &table, &source.places, out)?;
        }
        Ok(())
    }

    fn count(&mut self, summary: &Summary) {
        let [ready, explain, mend] = &mut self.verdicts;
        *match summary.verdict {
            Verdict::Ready => ready,
            Verdict::Explain => explain,
            Verdict::Mend => mend,
        } += 1;
        let counts = [summary.errors, summary.warnings, summary.infos];
        for (sum, count) in self.findings.iter_mut().zip(counts) {
            *sum += count;
        }
    }

    fn heading(&self, table: &Value, summary: &Summary, out: &mut impl Write) -> io::Result<()> {
        let lang = self.lang;
        let text = |at: &str| {
            let text = table
                .pointer(at)
                .and_then(Value::as_str)
                .unwrap_or_default();
            cell::printable(text)
        };
        let project = match text("/project/name") {
            name if name.is_empty() => lang
                .either("（没有项目名称）", "(without a project name)")
                .to_owned(),
            name => name,
        };
        let number = format!("{}. ", self.tables);
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
        let counts = words::counts(summary.errors, summary.warnings, summary.infos, lang);
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
        let name = match cell::printable(&place.name) {
            name if name.is_empty() => lang.either("整张表", "The whole table").to_owned(),
            name => name,
        };
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
        if let Some(fix) = &finding.fix {
            let label = lang.either("可以这样改：", "To mend it: ");
            let stop = lang.either("。", ".");
            paragraph(&format!("{label}{}{stop}", fix.title), out)?;
        }
        if !finding.related.is_empty() {
            paragraph(&related(finding, table, lang), out)?;
        }
        let address =
            address(&finding.at, places).map_or(String::new(), |address| address.text(lang) + " ");
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
        let [ready, explain, mend] = self.verdicts;
        let [errors, warnings, infos] = self.findings;
        let lang = self.lang;
        if self.tables == 0 {
            return Ok(());
        }
        let counts = words::counts(errors, warnings, infos, lang);
        let verdicts: Vec<String> = [
            (mend, Verdict::Mend),
            (explain, Verdict::Explain),
            (ready, Verdict::Ready),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, verdict)| match lang {
            Lang::Zh => format!("{count} 张{}", words::verdict(verdict, lang)),
            Lang::En => format!("{count} {}", words::verdict(verdict, lang)),
        })
        .collect();
        match lang {
            Lang::Zh => writeln!(
                out,
                "{BOLD}共 {} 张表：{}；{counts}。{BOLD:#}",
                self.tables,
                verdicts.join("，"),
            )?,
            Lang::En => writeln!(
                out,
                "{BOLD}{} in all: {}; {counts}.{BOLD:#}",
                words::counted(self.tables, "table"),
                verdicts.join(", "),
            )?,
        }
        for line in wrapped(&request(self.findings, lang), 0) {
            writeln!(out, "{line}")?;
        }
        if errors + warnings + infos > 0 {
            let hint = lang.either(
                "方括号里是规则，缘由和例子见 target-table explain 规则。",
                "The rules are in brackets; target-table explain RULE gives reasons and examples.",
            );
            writeln!(out, "{DIM}{hint}{DIM:#}")?;
        }
        Ok(())
    }
}

/// What the filer is asked to do.
fn request([errors, warnings, infos]: [usize; 3], lang: Lang) -> String {
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

/// 另见：年度目标. The other places that a finding is about.
fn related(finding: &Finding, table: &Value, lang: Lang) -> String {
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
    match lang {
        Lang::Zh => format!("另见：{names}{more}。"),
        Lang::En => format!("See also: {names}{more}."),
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

/// Where a place of the table stands in the document; a part without an address stands where the whole does.
fn address(at: &str, places: &BTreeMap<String, Address>) -> Option<Address> {
    let mut at = at;
    loop {
        if let Some(address) = places.get(at) {
            return Some(*address);
        }
        at = at.rsplit_once('/')?.0;
    }
}
