//! Only fixes that hold are offered: applied to a copy of the table and checked again, their finding is gone and no
//! other one is new.
//!
//! What is compared is everything that the rules find, blocked or not, so a fix cannot win by uncovering something.

use crate::check::{Judged, judge};
use crate::fingerprint::row_of;
use crate::fix;
use crate::model::{Indicator, Table};
use crate::options::Options;
use crate::reading::text::one_of;
use crate::report::Operation;
use crate::rules::{Rule, WITHOUT_PAGES};
use crate::sheet::Sheet;
use crate::sink::{Found, Sink};

/// The most fixes that are tried out and offered in one report, in the order of the table: a report of hundreds of
/// findings is not mended one fix at a time, and the check of a table has to end.
pub(crate) const FIXES: usize = 32;

/// Takes the fixes that do not hold out of what was judged.
pub(crate) fn keep_sound(table: &Table, sheet: &Sheet<'_>, options: &Options, judged: &mut Judged) {
    let mut tried = 0;
    for index in 0..judged.found.len() {
        let is_blocked = judged.blocked.get(index).is_some_and(Option::is_some);
        let Some(found) = judged.found.get(index) else {
            return;
        };
        let fix = found.finding.fix.as_ref().filter(|_| !is_blocked);
        let Some(patch) = fix.map(|fix| fix.patch.as_slice()) else {
            continue;
        };
        tried += 1;
        let holds = tried <= FIXES
            && match rows_of(table, patch) {
                Some(rows) => holds_in_rows((table, sheet), options, &judged.found, found, &rows),
                None => holds(table, options, &judged.found, found, patch),
            };
        if !holds && let Some(found) = judged.found.get_mut(index) {
            found.finding.fix = None;
        }
    }
}

/// The rows that a fix changes, where it changes nothing else and no answer can become stale by it.
fn rows_of(table: &Table, patch: &[Operation]) -> Option<Vec<(usize, Indicator)>> {
    let has_answers = table.answers.as_ref().is_some_and(|it| !it.is_empty());
    fix::changed_rows(table, patch).filter(|_| !has_answers)
}

/// Whether a fix holds that only changes rows. Most do, and nothing else has to be looked at again than these rows, by the
/// rules that look at each row, and the whole, by those that look at the whole and see a difference in it.
fn holds_in_rows(
    (table, sheet): (&Table, &Sheet<'_>),
    options: &Options,
    before: &[Found],
    mended: &Found,
    changed: &[(usize, Indicator)],
) -> bool {
    let sheet = sheet.with(changed);
    let rows = changed.iter().filter_map(|(row, _)| sheet.rows.get(*row));
    let keep_words = changed.iter().all(|(row, indicator)| {
        let before = table.indicators.get(*row);
        before.is_some_and(|before| differ_in_level_only(before, indicator))
    });
    let sees_it = |rule: &Rule| rule.table.is_some() && (rule.looks_at_levels || !keep_words);
    let mut sink = Sink::new(options);
    sink.run_rules_on(&sheet, &rows.collect::<Vec<_>>(), &sees_it);
    let after = sink.found();
    let is_changed = |found: &&Found| {
        let row = row_of(&found.finding.at).and_then(|row| row.parse().ok());
        row.is_some_and(|row: usize| changed.iter().any(|(changed, _)| *changed == row))
    };
    let looks_again = |found: &&Found| match found.rule.table {
        Some(_) => sees_it(found.rule),
        None => is_changed(found),
    };
    let before: Vec<&Found> = before.iter().filter(looks_again).collect();
    mends(&before, &after.iter().collect::<Vec<_>>(), mended)
}

/// Whether two indicators say the same and stand under other levels.
fn differ_in_level_only(one: &Indicator, other: &Indicator) -> bool {
    // All fields are named, so that none can be forgotten.
    let Indicator {
        category: _,
        dimension: _,
        dimension_label,
        group,
        name,
        unit,
        definition,
        weight,
        targets,
    } = one;
    *name == other.name
        && *dimension_label == other.dimension_label
        && *group == other.group
        && *unit == other.unit
        && *definition == other.definition
        && *weight == other.weight
        && *targets == other.targets
}

fn holds(
    table: &Table,
    options: &Options,
    before: &[Found],
    mended: &Found,
    patch: &[Operation],
) -> bool {
    let Some(after) = after(table, options, patch) else {
        return false;
    };
    // Where an entry of a list goes, all behind it move up, and their places say nothing any more.
    let (before, after): (Vec<&Found>, Vec<&Found>) =
        (before.iter().collect(), after.iter().collect());
    if patch.iter().any(removes_entry) {
        return WITHOUT_PAGES.iter().all(|rule| {
            let gone = usize::from(rule.id == mended.rule.id);
            count(&after, rule) + gone <= count(&before, rule)
        });
    }
    mends(&before, &after, mended)
}

/// Whether a finding is gone from its place, and no place has one that it did not have before.
fn mends(before: &[&Found], after: &[&Found], mended: &Found) -> bool {
    let here = |found: &[&Found]| {
        let same = |found: &&&Found| {
            found.rule.id == mended.rule.id && found.finding.at == mended.finding.at
        };
        found.iter().filter(same).count()
    };
    here(after) < here(before) && adds_none(before, after)
}

fn count(found: &[&Found], rule: &Rule) -> usize {
    found
        .iter()
        .filter(|found| found.rule.id == rule.id)
        .count()
}

/// Whether no place has more findings of a rule than before. Both stand in the order of the table, so one walk will do.
fn adds_none(before: &[&Found], after: &[&Found]) -> bool {
    let mut rest = before;
    for group in after.chunk_by(|one, other| one.finding.at == other.finding.at) {
        let is_here = |found: &&Found| {
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
pub(crate) fn after(table: &Table, options: &Options, patch: &[Operation]) -> Option<Vec<Found>> {
    let mut table = table.clone();
    fix::apply(&mut table, patch)?;
    let sheet = Sheet::new(&table, &options.profile);
    Some(judge(&table, &sheet, Sink::new(options)).found)
}

fn removes_entry(operation: &Operation) -> bool {
    matches!(operation, Operation::Remove { path } if path.matches('/').count() == 2
        && path.ends_with(one_of("0123456789")))
}
