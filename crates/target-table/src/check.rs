//! The check: text or table in, report out.

use crate::ledger::{self, Notes};
use crate::model::Table;
use crate::options::Options;
use crate::report::{CellReading, Finding, Report, Severity, Summary, Verdict};
use crate::sheet::Sheet;
use crate::sink::{self, Found, Sink};
use crate::{
    answers, blocking, digest, fingerprint, fixes, json, limits, reading, steps, structure,
};

/// The version of the rules: whatever can change a verdict moves it.
pub const RULESET: &str = "2026.11";

/// Checks a table's JSON text. It never fails: whatever is wrong with the text is a finding.
pub fn check_json(text: &str, options: &Options) -> Report {
    if let Some(report) = check_if_table(text, options) {
        return report;
    }
    let mut sink = Sink::new(options);
    match structure::explain(without_mark(text), &mut sink) {
        Some(rest) => {
            let judged = judge(&rest, &Sheet::new(&rest, &options.profile), sink);
            report(None, judged, options)
        }
        None => {
            let found = sink.found();
            let judged = Judged {
                blocked: vec![None; found.len()],
                found,
                notes: sink.into_notes(),
            };
            report(None, judged, options)
        }
    }
}

/// Checks a JSON text if it is a table, and then says what [`check_json`] says. Without the validator that explains why
/// a text is none, this is all of the engine that a page has to load before somebody types.
pub fn check_if_table(text: &str, options: &Options) -> Option<Report> {
    let is_small = text.len() <= limits::JSON_BYTES;
    let table = is_small.then(|| json::table(without_mark(text)))?;
    Some(check(&table?, options))
}

/// Windows editors put a byte order mark before UTF-8; it says nothing about the table.
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Checks a table.
pub fn check(table: &Table, options: &Options) -> Report {
    let sheet = Sheet::new(table, &options.profile);
    let mut judged = judge(table, &sheet, Sink::new(options));
    if cfg!(feature = "full") {
        fixes::keep_sound(table, &sheet, options, &mut judged);
    }
    report(Some((table, &sheet)), judged, options)
}

/// What the rules have to say of a table, before it is decided what is reported.
pub(crate) struct Judged {
    /// What was found, in the order of the table.
    pub found: Vec<Found>,
    /// For each the rule that blocks it, if one does.
    pub blocked: Vec<Option<&'static str>>,
    pub notes: Notes,
}

/// Lets the rules and then the answers speak, and finds out which findings are one cause with others.
pub(crate) fn judge(table: &Table, sheet: &Sheet<'_>, mut sink: Sink<'_>) -> Judged {
    sink.run_rules(sheet);
    let mut found = sink.found();
    answers::attach(table, &mut found, &mut sink);
    let about_answers = sink.found();
    if !about_answers.is_empty() {
        found.extend(about_answers);
        found = sink::in_order(found);
    }
    Judged {
        blocked: blocking::blocked(table, &found),
        found,
        notes: sink.into_notes(),
    }
}

/// The report on what was judged; without a table, the text is no table.
fn report(checked: Option<(&Table, &Sheet<'_>)>, judged: Judged, options: &Options) -> Report {
    let full = cfg!(feature = "full");
    let ledger =
        (full && options.ledger).then(|| ledger::write(&judged, options, checked.is_none()));
    let reported = judged.found.into_iter().zip(judged.blocked);
    let reported = reported.filter(|(_, blocker)| blocker.is_none());
    let mut reported: Vec<Found> = reported.map(|(found, _)| found).collect();
    for found in &mut reported {
        // Where there are answers, they have asked for it already.
        if let (Some((table, _)), None) = (checked, &found.finding.fingerprint) {
            found.finding.fingerprint = Some(fingerprint::of(table, found));
        }
    }
    let steps = (full && options.steps)
        .then(|| checked.map(|(table, _)| steps::shortest(table, &reported, options)))
        .flatten();
    let readings = (full && options.readings)
        .then(|| checked.map(|(_, sheet)| readings(sheet)))
        .flatten();
    let findings: Vec<Finding> = reported.into_iter().map(|found| found.finding).collect();
    Report {
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        ruleset: RULESET.to_owned(),
        profile: options.profile.id.clone().into_owned(),
        as_of: options.as_of.clone(),
        lang: options.lang,
        digest: checked.map(|(table, _)| digest::of(table)),
        summary: summary(&findings),
        findings,
        steps,
        ledger,
        readings,
    }
}

fn summary(findings: &[Finding]) -> Summary {
    let of = |severity| {
        let findings = findings.iter();
        findings.filter(move |finding| finding.severity == severity)
    };
    let errors = of(Severity::Error).count();
    let warnings = of(Severity::Warning).count();
    let answered = of(Severity::Warning)
        .filter(|finding| blocking::is_answered(finding))
        .count();
    Summary {
        verdict: match (errors, warnings == answered) {
            (0, true) => Verdict::Ready,
            (0, false) => Verdict::Explain,
            _ => Verdict::Mend,
        },
        errors,
        warnings,
        infos: of(Severity::Info).count(),
        answered,
    }
}

/// How every cell that has a text was read, row by row.
fn readings(sheet: &Sheet<'_>) -> Vec<CellReading> {
    let cells = sheet.rows.iter().flat_map(|row| {
        let written = row.cells.iter().filter(|cell| !cell.text.trim().is_empty());
        written.map(|cell| CellReading {
            at: cell.at(),
            record: reading::record(cell.text, &row.context()),
        })
    });
    cells.collect()
}
