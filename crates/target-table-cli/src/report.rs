//! `report`: a stored report in another format.

use std::io::Write;
use std::path::Path;

use serde::Deserialize;
use target_table::{Lang, Report, Severity, Table, digest};

use crate::args::Stored;
use crate::documents::{self, Source};
use crate::formats::{Checked, Manner, Printer};
use crate::{FINDINGS, FINE, Failure, remark};

/// What `check --format json` prints.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    reports: Vec<Report>,
}

/// Prints the reports in the format asked for. They keep the language in which they were made.
pub fn run(args: &Stored, lang: Lang, out: &mut impl Write) -> Result<u8, Failure> {
    let text = documents::text(&args.report, lang).map_err(Failure::Sentence)?;
    let reports = reports(&text).ok_or_else(|| no_report(&args.report, lang))?;
    let mut tables = tables(&args.table, lang)?;
    if !tables.is_empty() && tables.len() != reports.len() {
        return Err(counts_differ(reports.len(), tables.len(), lang));
    }
    tables.resize_with(reports.len(), || None);
    let manner = Manner {
        lang: reports.first().map_or(lang, |report| report.lang),
        fail_on: Severity::from(args.output.fail_on),
    };
    let mut printer = Printer::new(args.output.format, manner);
    let of = reports.len();
    let mut code = FINE;
    printer.begin(out)?;
    printer.file(&args.report, of, out)?;
    for (index, (report, table)) in reports.into_iter().zip(tables).enumerate() {
        if let Some((_, _, source)) = &table {
            is_about(&report, source, index + 1, lang)?;
        }
        let mut findings = report.findings.iter();
        if findings.any(|finding| remark::fails(finding, manner.fail_on)) {
            code = FINDINGS;
        }
        let (file, number, source) = match table {
            Some((file, number, source)) => (file, number, Some(source)),
            None => (args.report.clone(), index + 1, None),
        };
        let checked = Checked {
            file,
            number,
            source,
            report,
        };
        printer.report(checked, out)?;
    }
    printer.end(out)?;
    Ok(code)
}

/// The reports of a text: one document, one report, or a report a line.
fn reports(text: &str) -> Option<Vec<Report>> {
    if let Ok(document) = serde_json::from_str::<Document>(text) {
        return Some(document.reports);
    }
    if let Ok(report) = serde_json::from_str::<Report>(text) {
        return Some(vec![report]);
    }
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let reports: Option<Vec<Report>> = lines.map(|line| serde_json::from_str(line).ok()).collect();
    reports.filter(|reports| !reports.is_empty())
}

type Located = Option<(std::path::PathBuf, usize, Source)>;

fn tables(files: &[std::path::PathBuf], lang: Lang) -> Result<Vec<Located>, Failure> {
    let mut tables = Vec::new();
    for file in files {
        let contents = documents::open(file, lang).map_err(Failure::Sentence)?;
        for (index, source) in contents.tables.into_iter().enumerate() {
            tables.push(Some((file.clone(), index + 1, source)));
        }
    }
    Ok(tables)
}

/// A report is about the table with its check code; findings beside another table would mislead.
fn is_about(report: &Report, source: &Source, number: usize, lang: Lang) -> Result<(), Failure> {
    let text = source.json.trim_start_matches('\u{feff}');
    let code = Table::from_json(text).ok().map(|table| digest::of(&table));
    if code == report.digest {
        return Ok(());
    }
    Err(Failure::Sentence(match lang {
        Lang::Zh => {
            format!(
                "第 {number} 张表与报告的校验码不符，不是报告所说的那张表，请用当时检查的文件。"
            )
        }
        Lang::En => format!(
            "Table {number} does not have the report's check code, so the report is about another one; give the file that was checked."
        ),
    }))
}

fn no_report(file: &Path, lang: Lang) -> Failure {
    let name = documents::name(file, lang);
    Failure::Sentence(match lang {
        Lang::Zh => {
            format!("{name}：这不是检查报告，请用 target-table check --format json 或 jsonl 生成。")
        }
        Lang::En => format!(
            "{name}: this is no report; target-table check --format json or jsonl makes one."
        ),
    })
}

fn counts_differ(reports: usize, tables: usize, lang: Lang) -> Failure {
    Failure::Sentence(match lang {
        Lang::Zh => format!("报告有 {reports} 份，--table 给出的表有 {tables} 张，数目应当相同。"),
        Lang::En => format!(
            "There are {reports} reports and --table names {tables} tables; give as many tables as reports."
        ),
    })
}
