//! Only fixes that hold are offered: applied to a copy of the table and checked again, their finding is gone and no
//! other one is new.
//!
//! What is compared is everything that the rules find, blocked or not, so a fix cannot win by uncovering something.

use std::collections::BTreeMap;

use crate::check::{Judged, judge};
use crate::fix;
use crate::options::Options;
use crate::report::{Finding, Operation};
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
    let by_rule = patch.iter().any(removes_entry);
    let (old, new) = (counts(before, by_rule), counts(&after, by_rule));
    let of = |counts: &Counts<'_>, place: &(&str, &str)| counts.get(place).copied().unwrap_or(0);
    let own = (
        finding.rule.as_str(),
        if by_rule { "" } else { finding.at.as_str() },
    );
    of(&new, &own) < of(&old, &own) && new.iter().all(|(place, count)| *count <= of(&old, place))
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

/// How many findings of each rule stand in each place.
type Counts<'f> = BTreeMap<(&'f str, &'f str), usize>;

fn counts(found: &[Found], by_rule: bool) -> Counts<'_> {
    let mut counts = Counts::new();
    for found in found {
        let at = if by_rule {
            ""
        } else {
            found.finding.at.as_str()
        };
        *counts.entry((found.rule.id, at)).or_default() += 1;
    }
    counts
}
