//! Times the native engine on the annex: text in, report out. Prints nanoseconds as JSON for `main.ts`, which compares, and
//! on stderr where the time goes, in microseconds for all tables.

use std::borrow::Cow;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;
use std::{fs, io};

use target_table::profile::{self, Profile, RuleChoice, RuleSeverity};
use target_table::reading::{Context, Known, read_goal, read_known};
use target_table::rules::RULES;
use target_table::{Options, Table, check, check_json, digest};

const ROUNDS: usize = 501;
/// Rounds shorter than a slice of the system's time: most of them run undisturbed on a busy machine.
const CALLS_A_ROUND: u32 = 5;

fn main() -> io::Result<()> {
    let annex = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/annex");
    let mut times = Vec::new();
    let mut sums: Vec<(&str, u128)> = Vec::new();
    for number in 1..=5 {
        let text = fs::read_to_string(annex.join(format!("table-{number}.json")))?;
        let table = Table::from_json(&text).map_err(|error| io::Error::other(error.to_string()))?;
        let check = median(|| drop(black_box(check_json(&text, &Options::default()).to_json())));
        let readings = median(|| read_cells(&table));
        let value = median(|| drop(black_box(serde_json::from_str::<serde_json::Value>(&text))));
        let types = median(|| drop(black_box(Table::from_json(&text))));
        times.push(format!(
            "{{\"check\":{check},\"readings\":{readings},\"value\":{value},\"types\":{types}}}"
        ));
        let split = split(&text, &table, check, readings);
        sums.resize(split.len(), ("", 0));
        for (sum, (name, time)) in sums.iter_mut().zip(split) {
            *sum = (name, sum.1 + time);
        }
    }
    println!("[{}]", times.join(","));
    for (name, sum) in sums {
        eprintln!("{name:>24} {:>5}", sum / 1000);
    }
    Ok(())
}

/// Where the time of a check goes. What is not done by a public function is what the others leave of the whole.
fn split(text: &str, table: &Table, whole: u128, cells: u128) -> [(&'static str, u128); 7] {
    let options = Options::default();
    let check = |options: &Options| median(|| drop(black_box(check(table, options))));
    let with_text = median(|| drop(black_box(check_json(text, &options))));
    let without_text = check(&options);
    let goals = median(|| {
        for period in &table.periods {
            black_box(read_goal(&period.goal));
        }
    });
    let digest = median(|| drop(black_box(digest::of(table))));
    let fixes = without_text.saturating_sub(check(&without_fixes()));
    let json = with_text.saturating_sub(without_text);
    let rules = without_text.saturating_sub(cells + goals + digest + fixes);
    [
        ("JSON read", json),
        ("cells read", cells),
        ("goals read", goals),
        ("rules", rules),
        ("rules with fixes", fixes),
        ("digest", digest),
        ("report written", whole.saturating_sub(with_text)),
    ]
}

/// The usual check without the rules that offer fixes, and so without trying these out.
fn without_fixes() -> Options {
    let usual = profile::default();
    let rules = RULES.iter().filter(|rule| !rule.fix.zh.is_empty());
    let off = rules.map(|rule| RuleChoice {
        rule: rule.id.into(),
        severity: RuleSeverity::Off,
        since: None,
        until: None,
    });
    let profile = Profile {
        rules: off.chain(usual.rules.iter().cloned()).collect(),
        ..usual.clone()
    };
    Options {
        profile: Cow::Owned(profile),
        ..Options::default()
    }
}

/// Every cell as the check reads them: the indicator's words once a row, and what a cell repeats of the one before it not
/// once more.
fn read_cells(table: &Table) {
    for indicator in &table.indicators {
        let known = Known::of(&Context {
            name: &indicator.name,
            unit: indicator.unit.as_deref(),
        });
        let mut before = None;
        for cell in indicator.targets.values() {
            if before != Some(cell) {
                black_box(read_known(cell, &known));
            }
            before = Some(cell);
        }
    }
}

/// The median over the rounds of what one call takes, in nanoseconds.
fn median(call: impl Fn()) -> u128 {
    let mut rounds: Vec<u128> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            (0..CALLS_A_ROUND).for_each(|_| call());
            start.elapsed().as_nanos() / u128::from(CALLS_A_ROUND)
        })
        .collect();
    rounds.sort_unstable();
    rounds.get(ROUNDS / 2).copied().unwrap_or_default()
}
