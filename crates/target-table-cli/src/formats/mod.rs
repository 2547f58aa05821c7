//! The formats of a report: one file and one function each, over the same data.

use std::io::{self, Write};
use std::path::PathBuf;

use serde_json::Value;
use target_table::report::{Lang, Report, Severity, Summary, Verdict};

use crate::documents::Source;
use crate::words;

mod github;
mod html;
mod junit;
mod letter;
mod markdown;
mod markup;
mod printer;
mod sarif;

pub use markup::escaped;
pub use printer::Printer;

/// A report, and the table that it is about.
pub struct Checked {
    /// The file that the table stands in.
    pub file: PathBuf,
    /// Which table of the file it is, from 1.
    pub number: usize,
    /// The table; none where a stored report came without it.
    pub source: Option<Source>,
    /// What was found.
    pub report: Report,
}

/// How a report is to be written.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// The language of what is not the findings' own.
    pub lang: Lang,
    /// From which severity on a table fails.
    pub fail_on: Severity,
}

impl Checked {
    /// The table as data; `null` where there is none or its text is no JSON.
    pub fn table(&self) -> Value {
        let source = self.source.as_ref();
        source.map_or(Value::Null, |source| {
            serde_json::from_str(&source.json).unwrap_or_default()
        })
    }
}

/// The verdict's numbers in words: 警告6处（已说明2处）、提示1处.
fn counts(summary: &Summary, lang: Lang) -> String {
    let found = [summary.errors, summary.warnings, summary.infos];
    words::counts(found, summary.answered, lang)
}

/// The text at a place of a table; empty where there is none.
fn text<'t>(table: &'t Value, at: &str) -> &'t str {
    table
        .pointer(at)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// What a table is called: its project, or its number.
fn title(checked: &Checked, table: &Value, lang: Lang) -> String {
    match text(table, "/project/name").trim() {
        "" => match lang {
            Lang::Zh => format!("第{}张表", checked.number),
            Lang::En => format!("Table {}", checked.number),
        },
        name => name.to_owned(),
    }
}

/// The numbers of several reports taken together.
#[derive(Debug, Default, Clone, Copy)]
struct Totals {
    tables: usize,
    /// The number of tables with each verdict: ready, explain, mend.
    verdicts: [usize; 3],
    /// The number of findings of each severity: error, warning, info.
    findings: [usize; 3],
    /// The number of warnings that are answered.
    answered: usize,
}

impl Totals {
    fn of(all: &[Checked]) -> Totals {
        let mut totals = Totals::default();
        for checked in all {
            totals.add(&checked.report);
        }
        totals
    }

    fn add(&mut self, report: &Report) {
        self.tables += 1;
        let summary = &report.summary;
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
        self.answered += summary.answered;
    }

    /// What there is to be asked for.
    fn open(&self) -> [usize; 3] {
        let [errors, warnings, infos] = self.findings;
        [errors, warnings.saturating_sub(self.answered), infos]
    }

    /// 共 5 张表：5 张需说明；警告13处、提示5处。
    fn sentence(&self, lang: Lang) -> String {
        let [ready, explain, mend] = self.verdicts;
        let counts = words::counts(self.findings, self.answered, lang);
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
            Lang::Zh => format!(
                "共 {} 张表：{}；{counts}。",
                self.tables,
                verdicts.join("，")
            ),
            Lang::En => format!(
                "{} in all: {}; {counts}.",
                words::counted(self.tables, "table"),
                verdicts.join(", ")
            ),
        }
    }
}

/// Writes pretty JSON with a line break at its end.
fn write_json(value: &Value, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}
