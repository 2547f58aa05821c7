//! Times the native engine on the annex: text in, report out. Prints nanoseconds as JSON for `main.ts`, which compares.

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;
use std::{fs, io};

use target_table::reading::{Context, Known, read_known};
use target_table::{Options, Table, check_json};

const ROUNDS: usize = 51;
/// Short rounds: most of them run undisturbed on a busy machine.
const CALLS_A_ROUND: u32 = 50;

fn main() -> io::Result<()> {
    let annex = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/annex");
    let mut times = Vec::new();
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
    }
    println!("[{}]", times.join(","));
    Ok(())
}

/// Every cell, the indicator's words once a row, as the check reads them.
fn read_cells(table: &Table) {
    for indicator in &table.indicators {
        let known = Known::of(&Context {
            name: &indicator.name,
            unit: indicator.unit.as_deref(),
        });
        for cell in indicator.targets.values() {
            black_box(read_known(cell, &known));
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
