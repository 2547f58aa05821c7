//! `check`: every table of every file, in the order of the arguments.

use std::borrow::Cow;
use std::io::Write;
use std::path::Path;

use target_table::profile::Profile;
use target_table::{Lang, Options, Severity, check_json};

use crate::args::{Check, ProfileChoice};
use crate::documents::{self, Contents};
use crate::formats::{Checked, Manner, Printer};
use crate::{FINDINGS, FINE, Failure, UNUSABLE, remark, say};

/// Checks the files. A file that cannot be read does not keep the others from being checked.
pub fn run(args: &Check, lang: Lang, out: &mut impl Write) -> Result<u8, Failure> {
    let options = Options {
        profile: profile(&args.profile, lang)?,
        lang,
        as_of: args.as_of.clone(),
        ledger: args.ledger,
        steps: args.steps,
        readings: args.readings,
    };
    let fail_on = Severity::from(args.output.fail_on);
    let mut printer = Printer::new(args.output.format, Manner { lang, fail_on });
    let mut code = FINE;
    printer.begin(out)?;
    for file in &args.files {
        match documents::open(file, lang) {
            Ok(contents) => {
                let fails = check(file, contents, &options, fail_on, &mut printer, out)?;
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

/// Checks the tables of a file, and says whether one of them fails.
fn check(
    file: &Path,
    contents: Contents,
    options: &Options,
    fail_on: Severity,
    printer: &mut Printer,
    out: &mut impl Write,
) -> Result<bool, Failure> {
    let of = contents.tables.len();
    let mut fails = false;
    printer.file(file, of, out)?;
    for (index, source) in contents.tables.into_iter().enumerate() {
        let report = check_json(&source.json, options);
        let mut findings = report.findings.iter();
        fails |= findings.any(|finding| remark::fails(finding, fail_on));
        let checked = Checked {
            file: file.to_owned(),
            number: index + 1,
            source: Some(source),
            report,
        };
        printer.report(checked, out)?;
    }
    printer.notes(&contents.notes, file, out)?;
    Ok(fails)
}

/// The profile to check by; an office's own is read from its file, and every mistake in it is named.
pub fn profile(choice: &ProfileChoice, lang: Lang) -> Result<Cow<'static, Profile>, Failure> {
    let file = match choice {
        ProfileChoice::BuiltIn(profile) => return Ok(Cow::Borrowed(profile)),
        ProfileChoice::File(file) => file,
    };
    let text = documents::text(file, lang).map_err(Failure::Sentence)?;
    let name = documents::name(file, lang);
    Profile::from_json(&text)
        .map(Cow::Owned)
        .map_err(|problems| {
            let colon = lang.either("：", ": ");
            let sentences = problems
                .iter()
                .map(|problem| format!("{name}{colon}{}", problem.message(lang)));
            Failure::Sentence(sentences.collect::<Vec<String>>().join("\n"))
        })
}
