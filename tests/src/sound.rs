//! Sound tables: nothing in them deserves more than a remark, and whatever is said of them above that is false.
//!
//! They are the table of the rule pages, the tables in `suite/sound`, the themes of [`themes`] with other numbers for each
//! seed, and all of these in other words that mean the same.

mod rewording;
mod themes;

use std::borrow::Cow;

use target_table::model::Table;
use target_table::profile::{self, Profile};
use target_table::{Lang, Options};

use crate::suite::{self, File};

/// A sound table and how it is checked.
#[derive(Debug, Clone)]
pub struct Sound {
    /// What it is called where a test speaks of it.
    pub name: String,
    pub table: Table,
    /// By one of the built-in profiles, narrowed as an office may do it: the form has the kinds of periods that this table
    /// has, and no others. With the ledger.
    pub options: Options,
}

impl Sound {
    fn new(name: String, table: Table, profile: &str) -> Self {
        let profile = profile::find(profile).expect("a built-in profile");
        let kinds = table.periods.iter().map(|period| period.kind);
        let profile = Profile {
            periods: Cow::Owned(kinds.collect()),
            ..profile.clone()
        };
        let options = Options {
            profile: Cow::Owned(profile),
            ledger: true,
            ..Options::default()
        };
        Sound {
            name,
            table,
            options,
        }
    }
}

/// Sound tables, each theme with the numbers of this many seeds. The same for the same count, on every machine.
pub fn tables(seeds: u64) -> Vec<Sound> {
    let example = File {
        name: "rules/sound.json".to_owned(),
        text: include_str!("../../crates/target-table/src/rules/sound.json").to_owned(),
    };
    let files = [vec![example], suite::sound()].concat();
    let mut tables: Vec<Sound> = files.iter().map(of_file).collect();
    for seed in 0..seeds {
        tables.extend(themes::THEMES.iter().map(|theme| theme.table(seed)));
    }
    tables
}

/// The same table in other words that mean the same; one variant for each way of wording.
pub fn reworded(sound: &Sound) -> Vec<Sound> {
    let variant = |(name, table)| Sound {
        name: format!("{}, {name}", sound.name),
        table,
        options: sound.options.clone(),
    };
    rewording::all(&sound.table)
        .into_iter()
        .map(variant)
        .collect()
}

fn of_file(file: &File) -> Sound {
    let table = Table::from_json(&file.text).expect("a sound table is a table");
    let profile = suite::options(file, Lang::default()).profile;
    Sound::new(file.name.clone(), table, &profile.id)
}
