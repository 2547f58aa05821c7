//! `check`: every table of every file, in the order of the arguments.

use std::borrow::Cow;
use std::io::Write;
use std::path::Path;

use target_table::{Lang, Options, Report, Severity, check_json};

use crate::args::{Check, Format};
use crate::documents::{self, Contents};
use crate::letter::Letter;
use crate::{FINDINGS, FINE, Failure, UNUSABLE, say};

/// Checks the files. A file that cannot be read does not keep the others from being checked.
pub fn run(args: &Check, lang: Lang, out: &mut impl Write) -> Result<u8, Failure> {
    let options = Options {
        profile: Cow::Borrowed(args.profile),
        lang,
        ..Options::default()
    };
    let fail_on = Severity::from(args.fail_on);
    let mut printer = Printer::new(args.format, lang);
    let mut code = FINE;
    printer.begin(out)?;
    for file in &args.files {
        match documents::open(file, lang) {
            Ok(contents) => {
                let fails = printer.file(file, contents, &options, fail_on, out)?;
                code = code.max(if fails { FINDINGS } else { FINE });
            }
            Err(sentence) => {
                // What was printed so far comes first where both go to the same place.
                out.flush()?;
                say(&sentence);
                code = UNUSABLE;
            }
        }
    }
    printer.end(out)?;
    Ok(code)
}

/// Prints reports as they are made, so that memory does not grow with their number.
struct Printer {
    format: Format,
    lang: Lang,
    letter: Letter,
    reports: usize,
}

impl Printer {
    fn new(format: Format, lang: Lang) -> Self {
        Printer {
            format,
            lang,
            letter: Letter::new(lang),
            reports: 0,
        }
    }

    fn begin(&self, out: &mut impl Write) -> Result<(), Failure> {
        if self.format == Format::Json {
            write!(out, "{{\"reports\":[")?;
        }
        Ok(())
    }

    /// Checks the tables of a file, and says whether one of them fails.
    fn file(
        &mut self,
        file: &Path,
        contents: Contents,
        options: &Options,
        fail_on: Severity,
        out: &mut impl Write,
    ) -> Result<bool, Failure> {
        let mut fails = false;
        let name = documents::name(file, self.lang);
        if self.format == Format::Text {
            self.letter.file(&name, contents.tables.len(), out)?;
        }
        for source in &contents.tables {
            let report = check_json(&source.json, options);
            fails |= report
                .findings
                .iter()
                .any(|finding| finding.severity <= fail_on);
            match self.format {
                Format::Text => self.letter.table(source, &report, out)?,
                Format::Json | Format::Jsonl => self.report(&report, out)?,
            }
        }
        match self.format {
            Format::Text => self.letter.notes(&contents.notes, out)?,
            Format::Json | Format::Jsonl => documents::report(&contents.notes, file, self.lang),
        }
        Ok(fails)
    }

    fn report(&mut self, report: &Report, out: &mut impl Write) -> Result<(), Failure> {
        if self.format == Format::Json && self.reports > 0 {
            write!(out, ",")?;
        }
        self.reports += 1;
        write!(out, "{}", report.to_json())?;
        if self.format == Format::Jsonl {
            writeln!(out)?;
        }
        Ok(())
    }

    fn end(&self, out: &mut impl Write) -> Result<(), Failure> {
        match self.format {
            Format::Text => self.letter.end(out)?,
            Format::Json => writeln!(out, "]}}")?,
            Format::Jsonl => {}
        }
        Ok(())
    }
}
