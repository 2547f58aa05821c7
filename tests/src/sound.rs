//! Sound tables: nothing in them deserves more than a remark, and whatever is said of them above that is false.
//!
//! They are the table of the rule pages, the tables in `suite/sound`, the themes of [`themes`] with other numbers for each
//! seed, and all of these in other words that mean the same.

mod rewording;
mod themes;

use std::borrow::Cow;

use target_table::model::Table;
use target_table::{Lang, Options, profile};

use crate::suite::{self, File};

/// A sound table and the profile by which it is one.
#[derive(Debug, Clone)]
pub struct Sound {
    /// What it is called where a test speaks of it.
    pub name: String,
    /// The id of a built-in profile.
    pub profile: Cow<'static, str>,
    pub table: Table,
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
        profile: sound.profile.clone(),
        table,
    };
    rewording::all(&sound.table)
        .into_iter()
        .map(variant)
        .collect()
}

/// How a table is checked by one of the built-in profiles, with its ledger.
pub fn options(profile: &str) -> Options {
    let profile = profile::find(profile).expect("a built-in profile");
    Options {
        profile: Cow::Borrowed(profile),
        ledger: true,
        ..Options::default()
    }
}

fn of_file(file: &File) -> Sound {
    Sound {
        name: file.name.clone(),
        profile: suite::options(file, Lang::default()).profile.id.clone(),
        table: Table::from_json(&file.text).expect("a sound table is a table"),
    }
}
