//! Which format is written when: as reports are made where the format allows it, so that memory does not grow with
//! their number, and at the end where it begins with a summary.

use std::io::{self, Write};
use std::path::Path;

use target_table_documents::Note;

use super::letter::Letter;
use super::{Checked, Manner, github, html, junit, markdown, sarif};
use crate::args::Format;
use crate::documents;

/// Writes reports in one format.
pub struct Printer {
    format: Format,
    manner: Manner,
    letter: Letter,
    reports: usize,
    /// The reports of a format that can be written only at the end.
    kept: Vec<Checked>,
}

impl Printer {
    /// A printer of one format.
    pub fn new(format: Format, manner: Manner) -> Self {
        Printer {
            format,
            manner,
            letter: Letter::new(manner.lang),
            reports: 0,
            kept: Vec::new(),
        }
    }

    /// What stands before all reports.
    pub fn begin(&self, out: &mut impl Write) -> io::Result<()> {
        match self.format {
            Format::Json => write!(out, "{{\"reports\":["),
            _ => Ok(()),
        }
    }

    /// What stands before the reports of a file.
    pub fn file(&self, file: &Path, tables: usize, out: &mut impl Write) -> io::Result<()> {
        match self.format {
            Format::Text => {
                let name = documents::name(file, self.manner.lang);
                self.letter.file(&name, tables, out)
            }
            _ => Ok(()),
        }
    }

    /// A report.
    pub fn report(&mut self, checked: Checked, out: &mut impl Write) -> io::Result<()> {
        self.reports += 1;
        match self.format {
            Format::Text => self.letter.table(&checked, out),
            Format::Json => {
                let comma = if self.reports > 1 { "," } else { "" };
                write!(out, "{comma}{}", checked.report.to_json())
            }
            Format::Jsonl => writeln!(out, "{}", checked.report.to_json()),
            Format::Github => github::write(&checked, self.manner, out),
            Format::Sarif | Format::Junit | Format::Html | Format::Md => {
                self.kept.push(checked);
                Ok(())
            }
        }
    }

    /// What of a file belongs to no table.
    pub fn notes(&self, notes: &[Note], file: &Path, out: &mut impl Write) -> io::Result<()> {
        match self.format {
            Format::Text => self.letter.notes(notes, out),
            _ => {
                documents::report(notes, file, self.manner.lang);
                Ok(())
            }
        }
    }

    /// What stands behind all reports.
    pub fn end(&self, out: &mut impl Write) -> io::Result<()> {
        match self.format {
            Format::Text => self.letter.end(out),
            Format::Json => writeln!(out, "]}}"),
            Format::Jsonl | Format::Github => Ok(()),
            Format::Sarif => sarif::write(&self.kept, self.manner, out),
            Format::Junit => junit::write(&self.kept, self.manner, out),
            Format::Html => html::write(&self.kept, self.manner, out),
            Format::Md => markdown::write(&self.kept, self.manner, out),
        }
    }
}
