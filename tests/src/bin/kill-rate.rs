//! Prints how many of the faults put into sound tables the rules notice, rule by rule, and every fault that they do not.
//!
//! `cargo run -p target-table-tests --bin kill-rate [SEEDS]`: every theme of sound tables with the numbers of this many
//! seeds, one where nothing is said.

use target_table_tests::kill_rate::{self, Noticed, Rate, Tried};

fn main() {
    let seeds = std::env::args().nth(1).and_then(|seeds| seeds.parse().ok());
    let tried = kill_rate::tried(seeds.unwrap_or(1));
    let mut total = Rate::default();
    println!("mutants  noticed  blocked  heard   rate  rule");
    for (rule, rate) in kill_rate::rates(&tried) {
        println!("{}  {rule}", line(rate));
        total.mutants += rate.mutants;
        total.noticed += rate.noticed;
        total.blocked += rate.blocked;
        total.heard += rate.heard;
    }
    println!("{}  all", line(total));
    println!("\nfindings that a fault adds, and how many mutants have so many:");
    for (findings, mutants) in kill_rate::distribution(&tried) {
        println!("{findings:>7}  {mutants}");
    }
    let survivors: Vec<&Tried> = tried
        .iter()
        .filter(|one| one.noticed == Noticed::No)
        .collect();
    println!("\n{} survivors", survivors.len());
    for one in survivors {
        println!(
            "\n{}: {} (expected: {})",
            one.sound.name,
            one.fault.name,
            one.fault.expects.join(", ")
        );
        for (at, before, after) in kill_rate::differences(&one.sound.table, &one.mutant)
            .iter()
            .take(6)
        {
            println!("  {at}: {before} → {after}");
        }
        for finding in &one.new {
            println!("  said instead: {} {}", finding.rule, finding.at);
        }
    }
}

fn line(rate: Rate) -> String {
    let Rate {
        mutants,
        noticed,
        blocked,
        heard,
    } = rate;
    let per_mille = noticed * 1000 / mutants.max(1);
    let share = format!("{}.{}%", per_mille / 10, per_mille % 10);
    format!("{mutants:>7}  {noticed:>7}  {blocked:>7}  {heard:>5}  {share:>6}")
}
