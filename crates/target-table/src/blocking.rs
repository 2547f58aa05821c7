//! One cause, one finding: a finding that rests on something which another finding says is not sound is not reported.
//!
//! A finding is blocked where another one, at least as severe and not answered, `spoils` in the same place a part that
//! the finding's rule `reads`. Because no rule spoils, over any number of others, what it reads itself, every blocked
//! finding goes back to one that is reported, and the verdict is the same as if nothing had been blocked.

use crate::model::Table;
use crate::report::{AnswerState, Finding, Severity};
use crate::rules::{Part, Rule};
use crate::sink::Found;

/// Where a part is spoiled, how badly, and by which rule; sorted by place, the most severe first.
type Spoiled = (Spot, Severity, &'static str);

/// A part of a row and period, as far as it belongs to them. A whole row's cells lie between two spots.
type Spot = (u8, usize, usize);

/// For each finding the rule that blocks it, if one does.
pub(crate) fn blocked(table: &Table, found: &[Found]) -> Vec<Option<&'static str>> {
    let mut spoiled: Vec<Spoiled> = Vec::new();
    for found in found.iter().filter(|found| !is_answered(&found.finding)) {
        for part in found.rule.spoils {
            each_spot(table, *part, &found.finding, false, &mut |from, _| {
                // Sorting as they come costs less code than sorting afterwards.
                let entry = (from, found.finding.severity, found.rule.id);
                let place = spoiled.partition_point(|other| *other < entry);
                spoiled.insert(place, entry);
            });
        }
    }
    let refusals = found.iter().filter(|found| is_refusal(found));
    let refusals: Vec<&Found> = refusals.collect();
    if spoiled.is_empty() && refusals.is_empty() {
        return vec![None; found.len()];
    }
    let blocker = |found: &Found| {
        // Nothing is concluded from a row, a period or a field of the head that the structure has refused.
        let refusal = refusals.iter().find(|refusal| {
            !is_refusal(found) && entry(&refusal.finding.at) == entry(&found.finding.at)
        });
        let refusal = refusal.map(|refusal| refusal.rule.id);
        refusal.or_else(|| blocker(table, found.rule, &found.finding, &spoiled))
    };
    found.iter().map(blocker).collect()
}

/// Whether the structure speaks: the text is no table.
pub(crate) fn is_refusal(found: &Found) -> bool {
    found.rule.spoils.contains(&Part::Whole)
}

/// The row, period or field of the head that a pointer points into.
fn entry(at: &str) -> &str {
    let end = at
        .match_indices('/')
        .nth(2)
        .map_or(at.len(), |(end, _)| end);
    at.get(..end).unwrap_or_default()
}

/// Whether the applicant has answered for it, so that what it doubts is taken as it stands.
pub(crate) fn is_answered(finding: &Finding) -> bool {
    let answer = finding.answer.as_ref();
    answer.is_some_and(|answer| answer.state == AnswerState::Current)
}

fn blocker(
    table: &Table,
    rule: &Rule,
    finding: &Finding,
    spoiled: &[Spoiled],
) -> Option<&'static str> {
    let mut blocker = None;
    for part in rule.reads {
        each_spot(table, *part, finding, true, &mut |from, to| {
            let start = spoiled.partition_point(|(spot, ..)| *spot < from);
            let within = spoiled.iter().skip(start);
            let mut within = within.take_while(|(spot, ..)| *spot <= to);
            let found = within.find(|(_, severity, _)| *severity <= finding.severity);
            blocker = blocker.or(found.map(|(.., rule)| *rule));
        });
    }
    blocker
}

/// Visits where a part lies that a finding speaks of, from spot to spot. What reads the cells of a row without naming
/// one reads them all; what spoils cells names them.
fn each_spot(
    table: &Table,
    part: Part,
    finding: &Finding,
    reads: bool,
    visit: &mut dyn FnMut(Spot, Spot),
) {
    let kind = part as u8;
    let mut whole_rows = reads;
    let places = || std::iter::once(&finding.at).chain(&finding.related);
    if part == Part::Target {
        for at in places() {
            if let Place::Cell(row, period) = place(table, at) {
                whole_rows = false;
                visit((kind, row, period), (kind, row, period));
            }
        }
    }
    for at in places() {
        match (part, place(table, at)) {
            (Part::Target, Place::Row(row)) if whole_rows => {
                visit((kind, row, 0), (kind, row, usize::MAX));
            }
            (Part::Target, _) => {}
            (
                Part::Level | Part::Name | Part::Unit | Part::Weight,
                Place::Row(row) | Place::Cell(row, _),
            ) => {
                visit((kind, row, 0), (kind, row, 0));
            }
            (
                Part::Period | Part::End | Part::Goal,
                Place::Period(period) | Place::Cell(_, period),
            ) => {
                visit((kind, period, 0), (kind, period, 0));
            }
            // There is one head and one list of rows, and whoever reads them reads all of them.
            (Part::Head, Place::Head)
            | (Part::Support, Place::Support)
            | (Part::Rows, Place::Rows) => {
                visit((kind, 0, 0), (kind, 0, 0));
            }
            (Part::Head | Part::Support | Part::Rows, _) if reads => {
                visit((kind, 0, 0), (kind, 0, 0))
            }
            _ => {}
        }
    }
}

/// What a pointer points into.
enum Place {
    Head,
    Support,
    Rows,
    Period(usize),
    Row(usize),
    Cell(usize, usize),
    Other,
}

fn place(table: &Table, at: &str) -> Place {
    let mut tokens = at.split('/').skip(1);
    let (section, index, field) = (tokens.next(), tokens.next(), tokens.next());
    let index = index.and_then(|index| index.parse::<usize>().ok());
    match (section.unwrap_or_default(), index) {
        ("project" | "applicant", _) => Place::Head,
        ("support", _) => Place::Support,
        ("periods", Some(period)) => Place::Period(period),
        ("indicators", None) => Place::Rows,
        ("indicators", Some(row)) => {
            let id = tokens.next().filter(|_| field == Some("targets"));
            let mut periods = table.periods.iter();
            match id.and_then(|id| periods.position(|period| period.id == id)) {
                Some(period) => Place::Cell(row, period),
                None => Place::Row(row),
            }
        }
        _ => Place::Other,
    }
}
