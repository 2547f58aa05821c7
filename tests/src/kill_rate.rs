//! Whether the rules notice the faults of [`crate::faults`]: every fault is put into every sound table, and the report on
//! what comes out is held against the report on the sound table.
//!
//! A mutant is *noticed* if one of the rules that its fault expects says something that it did not say of the sound table;
//! or if such a rule is blocked, as it was not before, and something new stands, as a warning or an error, in a place that
//! the fault changed. Everything else is a *survivor*.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use target_table::model::Table;
use target_table::report::Finding;
use target_table::rules::RULES;
use target_table::{Report, Severity, check};

use crate::faults::{self, Fault};
use crate::sound::{self, Sound};

/// What became of one mutant.
pub struct Tried {
    pub fault: Fault,
    pub sound: Sound,
    pub mutant: Table,
    pub report: Report,
    /// The findings that the sound table does not have.
    pub new: Vec<Finding>,
    pub noticed: Noticed,
}

/// How a mutant was noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noticed {
    /// By one of the rules that its fault expects.
    Expected,
    /// Such a rule is blocked by another one that has spoken in the place of the fault.
    Blocked,
    /// Not at all.
    No,
}

/// Puts every fault into every sound table. The same for the same number of seeds, on every machine.
pub fn tried(seeds: u64) -> Vec<Tried> {
    let sounds = sound::tables(seeds);
    let half = sounds.len() / 2;
    // Two of the machine's cores have half of the work each.
    std::thread::scope(|scope| {
        let [first, second] = [&sounds[..half], &sounds[half..]].map(|sounds| {
            scope.spawn(move || sounds.iter().flat_map(of_table).collect::<Vec<_>>())
        });
        let mut tried = first.join().expect("no check panics");
        tried.extend(second.join().expect("no check panics"));
        tried
    })
}

fn of_table(sound: &Sound) -> Vec<Tried> {
    let report = check(&sound.table, &sound.options);
    faults::all()
        .enumerate()
        .filter_map(|(number, fault)| {
            let mutant = fault.apply(&sound.table, number as u64)?;
            Some(of_mutant(sound, &report, fault, mutant))
        })
        .collect()
}

fn of_mutant(sound: &Sound, before: &Report, fault: Fault, mutant: Table) -> Tried {
    let report = check(&mutant, &sound.options);
    let new = new_findings(before, &report);
    let is_expected = |rule: &str| fault.expects.contains(&rule);
    let noticed = if new.iter().any(|finding| is_expected(&finding.rule)) {
        Noticed::Expected
    } else if is_blocked(&fault, before, &report) && speaks_there(&sound.table, &mutant, &new) {
        Noticed::Blocked
    } else {
        Noticed::No
    };
    Tried {
        fault,
        sound: sound.clone(),
        mutant,
        report,
        new,
        noticed,
    }
}

/// The findings of a report that an earlier one does not have, wherever a row has moved to.
fn new_findings(before: &Report, after: &Report) -> Vec<Finding> {
    let mut old: Vec<(&str, &str)> = before
        .findings
        .iter()
        .map(|finding| (finding.rule.as_str(), finding.message.as_str()))
        .collect();
    let mut new = after.findings.clone();
    new.retain(|finding| {
        let key = (finding.rule.as_str(), finding.message.as_str());
        let known = old.iter().position(|known| *known == key);
        known.map(|at| old.swap_remove(at)).is_none()
    });
    new
}

fn is_blocked(fault: &Fault, before: &Report, after: &Report) -> bool {
    let blocked = |report: &Report, rule: &str| {
        let mut entries = report.ledger.iter().flatten();
        entries
            .find(|entry| entry.rule == rule)
            .map_or(0, |entry| entry.blocked)
    };
    let mut rules = fault.expects.iter();
    rules.any(|rule| blocked(after, rule) > blocked(before, rule))
}

/// Whether something above a remark is said in a place where the tables differ.
fn speaks_there(before: &Table, after: &Table, new: &[Finding]) -> bool {
    let changed = differences(before, after);
    let above_a_remark = new
        .iter()
        .filter(|finding| finding.severity < Severity::Info);
    let mut places = above_a_remark.flat_map(|finding| finding.related.iter().chain([&finding.at]));
    places.any(|at| changed.iter().any(|(changed, ..)| changed == at))
}

/// Where two tables differ, and what stands there in the one and in the other.
pub fn differences(before: &Table, after: &Table) -> Vec<(String, String, String)> {
    let [before, after] = [before, after].map(|table| {
        let mut leaves = BTreeMap::new();
        let value = serde_json::to_value(table).expect("a table is JSON");
        leaves_of(&value, String::new(), &mut leaves);
        leaves
    });
    let places: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let words = |leaves: &BTreeMap<String, Value>, at: &String| {
        leaves
            .get(at)
            .map_or("nothing".to_owned(), Value::to_string)
    };
    let differs = |at: &&String| before.get(*at) != after.get(*at);
    let places = places.into_iter().filter(differs);
    places
        .map(|at| (at.clone(), words(&before, at), words(&after, at)))
        .collect()
}

fn leaves_of(value: &Value, at: String, leaves: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                leaves_of(field, format!("{at}/{name}"), leaves);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                leaves_of(item, format!("{at}/{index}"), leaves);
            }
        }
        _ => drop(leaves.insert(at, value.clone())),
    }
}

/// The ids of the rules that judge the content of a table; the others say that a text is none.
pub fn content_rules() -> impl Iterator<Item = &'static str> {
    const OF_THE_STRUCTURE: [&str; 11] = [
        "control-character",
        "field-missing",
        "field-unknown",
        "json-duplicate-key",
        "json-too-large",
        "json-unreadable",
        "list-length",
        "text-too-long",
        "value-malformed",
        "value-not-allowed",
        "value-wrong-type",
    ];
    let ids = RULES.into_iter().map(|rule| rule.id);
    ids.filter(|id| !OF_THE_STRUCTURE.contains(id))
}

/// What became of the mutants that are meant for one rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rate {
    /// How many there are.
    pub mutants: usize,
    /// How many of them were noticed, in whatever way.
    pub noticed: usize,
    /// How many of those were noticed because another finding blocks the rule.
    pub blocked: usize,
    /// On how many mutants the rule itself speaks where a fault expects it, as the first of its rules or as another.
    pub heard: usize,
}

/// The kill rate of every content rule.
pub fn rates(tried: &[Tried]) -> BTreeMap<&'static str, Rate> {
    let mut rates: BTreeMap<&str, Rate> = content_rules().map(|id| (id, Rate::default())).collect();
    for one in tried {
        let meant_for = one.fault.expects.first().copied().unwrap_or_default();
        let rate = rates.entry(meant_for).or_default();
        rate.mutants += 1;
        rate.noticed += usize::from(one.noticed != Noticed::No);
        rate.blocked += usize::from(one.noticed == Noticed::Blocked);
        for rule in one.fault.expects {
            let speaks = one.new.iter().any(|finding| finding.rule == *rule);
            rates.entry(rule).or_default().heard += usize::from(speaks);
        }
    }
    rates
}

/// How many findings a fault adds, and how many mutants have so many.
pub fn distribution(tried: &[Tried]) -> BTreeMap<usize, usize> {
    let mut counts = BTreeMap::new();
    for one in tried {
        *counts.entry(one.new.len()).or_default() += 1;
    }
    counts
}
