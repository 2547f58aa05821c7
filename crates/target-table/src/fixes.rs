//! Only fixes that hold are offered: applied to a copy of the table and checked again, their finding is gone and no
//! other one is new.
//!
//! What is compared is everything that the rules find, blocked or not, so a fix cannot win by uncovering something.

use crate::check::{Judged, judge};
use crate::fix;
use crate::options::Options;
use crate::report::{Finding, Operation};
use crate::rules::{Rule, WITHOUT_PAGES};
use crate::sheet::Sheet;
use crate::sink::{Found, Sink};

/// The most fixes that are tried out and offered in one report, in the order of the table: a report of hundreds of
/// findings is not mended one fix at a time, and the check of a table has to end.
pub(crate) const FIXES: usize = 32;

/// Takes the fixes that do not hold out of what was judged.
pub(crate) fn keep_sound(sheet: &Sheet<'_>, options: &Options, judged: &mut Judged) {
    let mut tried = 0;
    for index in 0..judged.found.len() {
        let is_blocked = judged.blocked.get(index).is_some_and(Option::is_some);
        let Some(found) = judged.found.get(index) else {
            return;
        };
        if found.finding.fix.is_none() || is_blocked {
            continue;
        }
        tried += 1;
        let holds = tried <= FIXES && holds(sheet, options, &judged.found, &found.finding);
        if !holds && let Some(found) = judged.found.get_mut(index) {
            found.finding.fix = None;
        }
    }
}

fn holds(sheet: &Sheet<'_>, options: &Options, before: &[Found], finding: &Finding) -> bool {
    let Some(patch) = finding.fix.as_ref().map(|fix| fix.patch.as_slice()) else {
        return false;
    };
    let Some(after) = after(sheet, options, patch) else {
        return false;
    };
    // Where an entry of a list goes, all behind it move up, and their places say nothing any more.
    if patch.iter().any(removes_entry) {
        return WITHOUT_PAGES.iter().all(|rule| {
            let gone = usize::from(rule.id == finding.rule);
            count(&after, rule) + gone <= count(before, rule)
        });
    }
    let here = |found: &[Found]| {
        let same = |found: &&Found| found.rule.id == finding.rule && found.finding.at == finding.at;
        found.iter().filter(same).count()
    };
    here(&after) < here(before) && adds_none(before, &after)
}

fn count(found: &[Found], rule: &Rule) -> usize {
    found
        .iter()
        .filter(|found| found.rule.id == rule.id)
        .count()
}

/// Whether no place has more findings of a rule than before. Both stand in the order of the table, so one walk will do.
fn adds_none(before: &[Found], after: &[Found]) -> bool {
    let mut rest = before;
    for group in after.chunk_by(|one, other| one.finding.at == other.finding.at) {
        let is_here = |found: &Found| {
            group
                .first()
                .is_some_and(|first| first.finding.at == found.finding.at)
        };
        let Some(start) = rest.iter().position(is_here) else {
            return false;
        };
        rest = rest.get(start..).unwrap_or_default();
        let end = rest
            .iter()
            .position(|found| !is_here(found))
            .unwrap_or(rest.len());
        let known = rest.get(..end).unwrap_or_default();
        if group
            .iter()
            .any(|found| count(group, found.rule) > count(known, found.rule))
        {
            return false;
        }
    }
    true
}

/// What is found after a patch was applied; `None` where it does not fit.
pub(crate) fn after(
    sheet: &Sheet<'_>,
    options: &Options,
    patch: &[Operation],
) -> Option<Vec<Found>> {
    let mut table = sheet.table.clone();
    fix::apply(&mut table, patch)?;
    let judged = judge(&sheet.changed(&table), Sink::new(options));
    Some(judged.found)
}

fn removes_entry(operation: &Operation) -> bool {
    matches!(operation, Operation::Remove { path } if path.matches('/').count() == 2
        && path.ends_with(|c: char| c.is_ascii_digit()))
}
