//! The report as a reviewer's letter.

use std::collections::BTreeMap;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use serde_json::Value;
use target_table::report::{Finding, Lang, Report, Severity, Summary, Verdict};
use target_table_documents::{Address, Note};

use crate::cell::{self, Excerpt};
use crate::documents::Source;
use crate::{place, words};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

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
        let count = match self.lang {
            Lang::Zh => format!("{tables} 张表"),
            Lang::En => words::counted(tables, "table"),
        };
        let colon = self.lang.either("：", ": ");
        writeln!(out, "{DIM}{name}{colon}{count}{DIM:#}\n")
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
        writeln!(out, "{BOLD}{}. {project}{BOLD:#}", self.tables)?;
        let amount = text("/support/amount") + &text("/support/unit");
        let rows = table
            .get("indicators")
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        let mut facts = Vec::new();
        for (label, fact) in [
            (
                lang.either("申报单位", "Applicant"),
                text("/applicant/name"),
            ),
            (lang.either("支持金额", "support"), amount),
            (
                lang.either("指标", "indicators"),
                rows.to_string() + lang.either(" 行", ""),
            ),
        ] {
            if !fact.is_empty() && fact != "0" {
                facts.push(format!("{label}{}{fact}", lang.either("：", ": ")));
            }
        }
        writeln!(out, "   {}", facts.join(lang.either("　", ", ")))?;
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
        let address = address(&finding.at, places).map_or(String::new(), |address| {
            format!(" {DIM}[{}]{DIM:#}", address.text(lang))
        });
        writeln!(
            out,
            "   {number:>2}. {style}{severity}{style:#}  {BOLD}{name}{BOLD:#}{address}"
        )?;
        if let Some(text) = place.text.filter(|text| !text.is_empty()) {
            let excerpt = cell::excerpt(&text, finding.span);
            self.excerpt(&excerpt, style, out)?;
        }
        writeln!(out, "       {}", cell::printable(&finding.message))?;
        if let Some(fix) = &finding.fix {
            let label = lang.either("可以这样改：", "To mend it: ");
            writeln!(out, "       {label}{}", cell::printable(&fix.title))?;
        }
        writeln!(out, "       {DIM}[{}]{DIM:#}\n", finding.rule)
    }

    fn excerpt(&self, excerpt: &Excerpt, style: Style, out: &mut impl Write) -> io::Result<()> {
        let Excerpt {
            before,
            words,
            behind,
        } = excerpt;
        writeln!(out, "       │ {before}{style}{words}{style:#}{behind}")?;
        if !words.is_empty() {
            writeln!(out, "       │ {style}{}{style:#}", excerpt.underline())?;
        }
        Ok(())
    }

    /// Names what of the file belongs to no table.
    pub fn notes(&self, notes: &[Note], out: &mut impl Write) -> io::Result<()> {
        if notes.is_empty() {
            return Ok(());
        }
        let heading = self.lang.either("没有导入的内容", "What was not imported");
        writeln!(out, "{BOLD}{heading}{BOLD:#}")?;
        for note in notes {
            writeln!(out, "   {}", cell::printable(&note.message(self.lang)))?;
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
        if errors + warnings + infos > 0 {
            let hint = lang.either(
                "方括号里是规则标识，缘由和例子见 target-table explain 规则标识。",
                "The words in brackets are rules; target-table explain RULE gives reasons and examples.",
            );
            writeln!(out, "{DIM}{hint}{DIM:#}")?;
        }
        Ok(())
    }
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
