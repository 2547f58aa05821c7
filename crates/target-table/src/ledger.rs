//! The ledger: what became of every rule, with the evidence.

use crate::blocking::is_refusal;
use crate::check::Judged;
use crate::options::Options;
use crate::report::{Evidence, LedgerEntry, RuleState};
use crate::rules::{Part, Rule, WITHOUT_PAGES};

/// The most pieces of evidence that are kept of one rule; how many there were is counted.
const EVIDENCE: usize = 8;

/// What the rules found in order: an entry for each rule, or none at all where no ledger is asked for.
#[derive(Debug, Default)]
pub(crate) struct Notes(Vec<Note>);

#[derive(Debug, Clone, Default)]
struct Note {
    held: usize,
    evidence: Vec<Evidence>,
}

impl Notes {
    pub fn new(options: &Options) -> Self {
        let asked = cfg!(feature = "full") && options.ledger;
        Notes(vec![
            Note::default();
            if asked { WITHOUT_PAGES.len() } else { 0 }
        ])
    }

    /// Whether a ledger is asked for.
    pub fn are_kept(&self) -> bool {
        cfg!(feature = "full") && !self.0.is_empty()
    }

    /// Takes a note of the rule in this place of the list.
    #[inline]
    pub fn take(&mut self, rule: usize, evidence: impl FnOnce() -> Evidence) {
        if !cfg!(feature = "full") {
            return;
        }
        if let Some(note) = self.0.get_mut(rule) {
            note.held += 1;
            if note.evidence.len() < EVIDENCE {
                note.evidence.push(evidence());
            }
        }
    }
}

/// An entry for every rule, in the order of their ids. Where the text is no table, whatever did not get to look at it is
/// blocked by the rules that say why.
pub(crate) fn write(judged: &Judged, options: &Options, is_no_table: bool) -> Vec<LedgerEntry> {
    let found = judged.found.iter();
    let refusals = found.filter(|found| is_no_table && is_refusal(found));
    let refusals: Vec<&str> = refusals.map(|found| found.rule.id).collect();
    let rules = WITHOUT_PAGES.iter().zip(&judged.notes.0);
    rules
        .map(|(rule, note)| entry(rule, note, judged, options, &refusals))
        .collect()
}

fn entry(
    rule: &Rule,
    note: &Note,
    judged: &Judged,
    options: &Options,
    refusals: &[&'static str],
) -> LedgerEntry {
    let all = judged.found.iter().zip(&judged.blocked);
    let own = all.filter(|(found, _)| found.rule.id == rule.id);
    let findings = own.clone().count();
    let mut by: Vec<&str> = own.filter_map(|(_, blocker)| *blocker).collect();
    let blocked = by.len();
    let is_structure = rule.spoils.contains(&Part::Whole);
    if findings == 0 && note.held == 0 && !is_structure {
        by.extend(refusals);
    }
    by.sort_unstable();
    by.dedup();
    let state = if !options.applies(rule) {
        RuleState::Off
    } else if findings > blocked {
        RuleState::Failed
    } else if !by.is_empty() {
        RuleState::Blocked
    } else if note.held > 0 || is_structure {
        RuleState::Passed
    } else {
        RuleState::NotApplicable
    };
    LedgerEntry {
        rule: rule.id.to_owned(),
        state,
        findings,
        blocked,
        by: by.into_iter().map(str::to_owned).collect(),
        held: note.held,
        evidence: note.evidence.clone(),
    }
}
