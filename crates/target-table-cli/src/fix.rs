//! `fix`: applies the fixes that need nobody's choice, shows what changed, and writes the file back.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anstyle::{AnsiColor, Style};
use serde_json::Value;
use target_table::report::{Finding, Operation, Report};
use target_table::{Lang, Options, Severity, check_json, fix};

use crate::args::Fix;
use crate::check::profile;
use crate::documents::{self, Source};
use crate::{FINDINGS, FINE, Failure, cell, edit, place, remark};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const OLD: Style = AnsiColor::Red.on_default();
const NEW: Style = AnsiColor::Green.on_default();

/// A table after its fixes.
struct Mended {
    json: String,
    changes: Vec<Change>,
    /// What is left to say about it.
    report: Report,
}

/// A fix that was applied.
struct Change {
    rule: String,
    /// What each step's place is called, what stood there, and what stands there now.
    steps: Vec<(String, String, String)>,
}

/// Mends the tables of a file of JSON. The table itself goes to standard output where it came from standard input, and
/// what is said about it then goes to standard error.
pub fn run(args: &Fix, lang: Lang, out: &mut impl Write) -> Result<u8, Failure> {
    let options = Options {
        profile: profile(&args.profile, lang)?,
        lang,
        as_of: args.as_of.clone(),
        ..Options::default()
    };
    let text = documents::text(&args.file, lang).map_err(Failure::Sentence)?;
    let tables = documents::json_tables(&args.file, &text).ok_or_else(|| no_json(args, lang))?;
    let mended: Vec<Mended> = tables
        .iter()
        .map(|table| mend(&table.json, &options))
        .collect();
    let changed = mended.iter().any(|table| !table.changes.is_empty());
    let is_piped = args.file == Path::new("-") && !args.dry_run;
    if is_piped {
        say(args, &mended, lang, &mut anstream::stderr().lock())?;
        write!(out, "{}", whole(&text, &tables, &mended))?;
    } else {
        if changed && !args.dry_run {
            let text = whole(&text, &tables, &mended);
            write_back(&args.file, &text).map_err(|error| not_written(&args.file, &error, lang))?;
        }
        say(args, &mended, lang, out)?;
    }
    let fail_on = Severity::from(args.fail_on);
    let mut left = mended.iter().flat_map(|table| &table.report.findings);
    Ok(match left.any(|finding| remark::fails(finding, fail_on)) {
        true => FINDINGS,
        false => FINE,
    })
}

/// Applies to the text, as it is laid out, what the engine has found that can simply be applied: each fix removes its
/// finding and adds none.
fn mend(json: &str, options: &Options) -> Mended {
    let mut text = json.to_owned();
    let mut changes = Vec::new();
    for finding in fix::all(json, options).applied {
        let patch = finding.fix.as_ref().map_or(&[][..], |fix| &fix.patch);
        let Some(next) = edit::apply(&text, patch) else {
            break;
        };
        changes.push(change(&text, &finding, options.lang));
        text = next;
    }
    Mended {
        report: check_json(&text, options),
        json: text,
        changes,
    }
}

fn change(json: &str, finding: &Finding, lang: Lang) -> Change {
    let table: Value = serde_json::from_str(json).unwrap_or_default();
    let patch = finding.fix.as_ref().map_or(&[][..], |fix| &fix.patch);
    let steps = patch.iter().map(|operation| {
        let (path, new) = match operation {
            Operation::Add { path, value } | Operation::Replace { path, value } => {
                (path, value.as_str())
            }
            Operation::Remove { path } => (path, ""),
        };
        let old = table.pointer(path).map_or(String::new(), |old| match old {
            Value::String(text) => text.clone(),
            // A row is named already, and its JSON would tell nobody more.
            _ => lang.either("（整项）", "(the whole entry)").to_owned(),
        });
        // What the form has words for is said in its words.
        let said = |id: &str| match path.rsplit_once('/') {
            Some((_, field @ ("category" | "dimension"))) => place::level(field, id, lang),
            _ => id.to_owned(),
        };
        (place::of(&table, path, lang).name, said(&old), said(new))
    });
    Change {
        rule: finding.rule.clone(),
        steps: steps.collect(),
    }
}

/// The file's text with its tables mended.
fn whole(text: &str, tables: &[Source], mended: &[Mended]) -> String {
    if let ([table], [mended]) = (tables, mended)
        && table.json == text
    {
        return mended.json.clone();
    }
    let mut pairs = tables.iter().zip(mended).peekable();
    let lines = text.split_inclusive('\n').enumerate();
    let lines = lines.map(|(index, line)| {
        let is_its_line = |(table, _): &(&Source, &Mended)| table.line == Some(index + 1);
        match pairs.next_if(is_its_line) {
            Some((table, mended)) => line.replacen(&table.json, &mended.json, 1),
            None => line.to_owned(),
        }
    });
    lines.collect()
}

/// Writes a file in one go: whoever reads it meanwhile sees the old text or the new one, never half of it.
fn write_back(file: &Path, text: &str) -> io::Result<()> {
    // A link stays a link, and what it leads to is written.
    let file = fs::canonicalize(file)?;
    let draft = draft_of(&file);
    let written = File::options()
        .write(true)
        .create_new(true)
        .open(&draft)
        .and_then(|mut new| {
            new.write_all(text.as_bytes())?;
            new.set_permissions(fs::metadata(&file)?.permissions())?;
            new.sync_all()
        })
        .and_then(|()| fs::rename(&draft, &file));
    if written.is_err() {
        // Nothing is lost where it cannot be removed either.
        let _ = fs::remove_file(&draft);
    }
    written
}

fn draft_of(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.draft", std::process::id()));
    file.with_file_name(name)
}

/// What was changed, and what needs a human's choice.
fn say(args: &Fix, mended: &[Mended], lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let name = documents::name(&args.file, lang);
    let mut number = 0;
    for (index, table) in mended.iter().enumerate() {
        let choices: Vec<&Finding> = table
            .report
            .findings
            .iter()
            .filter(|finding| needs_choice(finding))
            .collect();
        if mended.len() > 1 && !(table.changes.is_empty() && choices.is_empty()) {
            let table = index + 1;
            let heading = match lang {
                Lang::Zh => format!("第 {table} 张表"),
                Lang::En => format!("Table {table}"),
            };
            writeln!(out, "{BOLD}{heading}{BOLD:#}")?;
        }
        for change in &table.changes {
            number += 1;
            diff(number, change, out)?;
        }
        say_choices(&choices, &table.json, lang, out)?;
    }
    let left: usize = mended.iter().map(|table| table.report.findings.len()).sum();
    writeln!(
        out,
        "{BOLD}{}{BOLD:#}",
        sentence(&name, number, left, args.dry_run, lang)
    )
}

fn needs_choice(finding: &Finding) -> bool {
    finding.fix.as_ref().is_some_and(|fix| fix.choice)
}

fn diff(number: usize, change: &Change, out: &mut impl Write) -> io::Result<()> {
    for (index, (place, old, new)) in change.steps.iter().enumerate() {
        let lead = match index {
            0 => format!("{number:>3}. "),
            _ => " ".repeat(5),
        };
        writeln!(
            out,
            "{lead}{BOLD}{}{BOLD:#} {DIM}[{}]{DIM:#}",
            cell::printable(place),
            change.rule
        )?;
        for (style, sign, text) in [(OLD, '-', old), (NEW, '+', new)] {
            if !text.is_empty() {
                writeln!(out, "     {style}{sign} {}{style:#}", cell::printable(text))?;
            }
        }
    }
    writeln!(out)
}

fn say_choices(
    choices: &[&Finding],
    json: &str,
    lang: Lang,
    out: &mut impl Write,
) -> io::Result<()> {
    if choices.is_empty() {
        return Ok(());
    }
    let heading = lang.either("请您选定是否这样改：", "For you to choose:");
    writeln!(out, "{heading}")?;
    let table: Value = serde_json::from_str(json).unwrap_or_default();
    for finding in choices {
        let place = remark::place(finding, &table, lang);
        let fix = remark::fix(finding, lang).unwrap_or_default();
        writeln!(out, "   - {}", cell::printable(&place))?;
        for line in [&finding.message, &fix] {
            writeln!(out, "     {}", cell::printable(line))?;
        }
    }
    writeln!(out)
}

fn sentence(name: &str, changes: usize, left: usize, dry_run: bool, lang: Lang) -> String {
    let done = match (lang, changes, dry_run) {
        (Lang::Zh, 0, _) => format!("{name}：没有可以直接改的地方"),
        (Lang::Zh, _, true) => format!("{name}：可以直接改 {changes} 处，没有写入文件"),
        (Lang::Zh, _, false) => format!("{name}：改了 {changes} 处"),
        (Lang::En, 0, _) => format!("{name}: nothing that could simply be changed"),
        (Lang::En, _, true) => format!("{name}: {changes} to be changed, nothing was written"),
        (Lang::En, _, false) => format!("{name}: {changes} changed"),
    };
    match (lang, left) {
        (Lang::Zh, 0) => done + "，此外没有发现问题。",
        (Lang::Zh, _) => format!("{done}，还有 {left} 条意见，见 target-table check。"),
        (Lang::En, 0) => done + "; nothing else was found.",
        (Lang::En, _) => format!("{done}; {left} findings are left, see target-table check."),
    }
}

fn no_json(args: &Fix, lang: Lang) -> Failure {
    let name = documents::name(&args.file, lang);
    Failure::Sentence(match lang {
        Lang::Zh => format!("{name}：只能改 JSON 表格，请先用 target-table import 转成 JSON。"),
        Lang::En => {
            format!("{name}: only tables in JSON can be mended; target-table import makes them.")
        }
    })
}

fn not_written(file: &Path, error: &io::Error, lang: Lang) -> Failure {
    let name = documents::name(file, lang);
    Failure::Sentence(match lang {
        Lang::Zh => format!("{name}：写不进去（{error}），文件没有改动，请核对权限和磁盘空间。"),
        Lang::En => format!(
            "{name}: it could not be written ({error}) and is unchanged; check its permissions and the disk."
        ),
    })
}
