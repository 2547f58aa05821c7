//! The terminal's door: files, arguments, exit codes. It holds no rule and no wording of a finding.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use target_table::Lang;

mod args;
mod cell;
mod check;
mod documents;
mod edit;
mod fix;
mod formats;
mod place;
mod position;
mod remark;
mod report;
mod serve;
mod site;
mod words;

use args::{Args, Command, Schema};

const BOLD: anstyle::Style = anstyle::Style::new().bold();

/// Nothing at or above the severity asked for.
const FINE: u8 = 0;
/// Findings at or above it.
const FINDINGS: u8 = 1;
/// The check itself could not be made.
const UNUSABLE: u8 = 2;

/// Why a command ends before its end.
enum Failure {
    /// What is said on standard error, one sentence.
    Sentence(String),
    /// The system refused, most likely to take the output.
    System(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::System(error)
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os()
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) if !error.use_stderr() => {
            // Help and version are what was asked for; nobody is left to be told where printing them fails.
            let _ = error.print();
            return ExitCode::from(FINE);
        }
        Err(error) => {
            say(&args::complaint(&error, args::language(&arguments)));
            return ExitCode::from(UNUSABLE);
        }
    };
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    let outcome = run(&args, &mut out).and_then(|code| {
        out.flush()?;
        Ok(code)
    });
    let sentence = match outcome {
        Ok(code) => return ExitCode::from(code),
        // The reader of the output has gone, which is no error.
        Err(Failure::System(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            return ExitCode::from(FINE);
        }
        Err(Failure::System(error)) => match Lang::from(args.lang) {
            Lang::Zh => format!("没有做完，系统报错（{error}），请排除后重试。"),
            Lang::En => format!("The system stopped this ({error}); mend that and try again."),
        },
        Err(Failure::Sentence(sentence)) => sentence,
    };
    say(&sentence);
    ExitCode::from(UNUSABLE)
}

/// One sentence on standard error.
fn say(sentence: &str) {
    // Where even standard error is closed there is no one to tell.
    let _ = writeln!(io::stderr(), "target-table: {sentence}");
}

fn run(args: &Args, out: &mut impl Write) -> Result<u8, Failure> {
    let lang = Lang::from(args.lang);
    match &args.command {
        Command::Check(check) => return check::run(check, lang, out),
        Command::Fix(fix) => return fix::run(fix, lang, out),
        Command::Report(stored) => return report::run(stored, lang, out),
        Command::Import { file } => documents::import(file, lang, out)?,
        Command::Read { texts, name, unit } => read(texts, name, unit.as_deref(), out)?,
        Command::Rules {
            html: Some(folder), ..
        } => site::write(folder)?,
        Command::Rules { json, .. } => rules(*json, lang, out)?,
        Command::Explain { rule } => explain(rule, lang, out)?,
        Command::Schema { which } => {
            let schema = match which {
                Schema::Table => target_table::schema::TABLE,
                Schema::Report => target_table::schema::REPORT,
                Schema::Profile => target_table::schema::PROFILE,
                Schema::Reading => target_table::schema::READING,
                Schema::Rules => target_table::schema::RULES,
            };
            out.write_all(schema.as_bytes())?;
        }
        Command::Serve(serve) => serve::run(serve, lang, out)?,
    }
    Ok(FINE)
}

fn read(
    texts: &[String],
    name: &str,
    unit: Option<&str>,
    out: &mut impl Write,
) -> Result<(), Failure> {
    use target_table::reading::{Context, record};
    for text in texts {
        json_line(&record(text, &Context { name, unit }), out)?;
    }
    Ok(())
}

fn rules(json: bool, lang: Lang, out: &mut impl Write) -> Result<(), Failure> {
    let catalogue = target_table::catalogue::catalogue();
    if json {
        return json_line(&catalogue, out);
    }
    for aspect in site::ASPECTS {
        writeln!(out, "{BOLD}{}{BOLD:#}", words::aspect(aspect, lang))?;
        for rule in catalogue.0.iter().filter(|rule| rule.aspect == aspect) {
            let severity = words::severity(rule.severity, lang);
            // A column of Chinese is two characters wide, one of English as wide as its longest word.
            let width = lang.either("  ", "       ").len();
            let (id, title) = (rule.id, rule.title.get(lang));
            writeln!(out, "  {severity:width$}  {id:32} {title}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn explain(id: &str, lang: Lang, out: &mut impl Write) -> Result<(), Failure> {
    if let Some(rule) = target_table::rules::find(id) {
        out.write_all(rule.page(lang).as_bytes())?;
        return Ok(());
    }
    let nearest = target_table::rules::RULES
        .iter()
        .map(|rule| (strsim::damerau_levenshtein(id, rule.id), rule.id))
        .min()
        .map_or("", |(_, id)| id);
    Err(Failure::Sentence(match lang {
        Lang::Zh => {
            format!("没有“{id}”这条规则，最接近的是 {nearest}，全部规则见 target-table rules。")
        }
        Lang::En => format!(
            "There is no rule “{id}”; the nearest is {nearest}, and target-table rules lists them all."
        ),
    }))
}

/// A value as one line of JSON.
fn json_line(value: &impl serde::Serialize, out: &mut impl Write) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, value).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(())
}
