//! Faults: what people do to a sound table that a reviewer would send back.
//!
//! The mutants of [`crate::mutants`] stand on the border of the format; these are all tables, and wrong in their content.
//! A fault is data and a function, determined by its seed; it gives nothing where a table offers no place for it.

mod cells;
mod goals;
mod head;
mod numbers;
mod place;
mod rows;
mod units;
mod whole;

use proptest::test_runner::TestRng;
use target_table::model::Table;

use crate::mutants::random;

/// A way to make a sound table wrong.
#[derive(Debug, Clone, Copy)]
pub struct Fault {
    /// What was done, in a few words.
    pub name: &'static str,
    /// The rules of which one has to speak; the first is the one that the fault is meant for.
    pub expects: &'static [&'static str],
    /// Changes the table; `None` where it has no place for the fault, and then it may be half changed.
    change: fn(&mut Table, &mut TestRng) -> Option<()>,
}

impl Fault {
    /// The table with the fault, the same for the same seed.
    pub fn apply(&self, table: &Table, seed: u64) -> Option<Table> {
        let mut mutant = table.clone();
        (self.change)(&mut mutant, &mut random(seed))?;
        (mutant != *table).then_some(mutant)
    }
}

/// Every fault.
pub fn all() -> impl Iterator<Item = Fault> {
    let lists = [
        head::FAULTS,
        goals::FAULTS,
        rows::FAULTS,
        cells::FAULTS,
        numbers::FAULTS,
        units::FAULTS,
        whole::FAULTS,
    ];
    lists.into_iter().flatten().copied()
}

/// A fault as the lists write it.
const fn fault(
    name: &'static str,
    expects: &'static [&'static str],
    change: fn(&mut Table, &mut TestRng) -> Option<()>,
) -> Fault {
    Fault {
        name,
        expects,
        change,
    }
}
