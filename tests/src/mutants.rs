//! Mutants: tables that one to three changes have made into documents which may or may not be tables.
//!
//! A mutation walks down from the table to a random place, the schema beside it, and changes what stands there in a way
//! that is close to the schema's border, on either side of it. It is determined by its seed.

mod change;
mod pools;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

use crate::{suite, tables};

/// Documents with none to three mutations.
pub fn documents() -> impl Strategy<Value = Value> {
    let annex: Vec<Value> = suite::annex()
        .iter()
        .map(|file| serde_json::from_str(&file.text).expect("an annex table is JSON"))
        .collect();
    let sound = prop_oneof![1 => select(annex), 4 => tables::tables()];
    (sound, vec(any::<u64>().no_shrink(), 0..=3)).prop_map(|(mut document, seeds)| {
        for seed in seeds {
            mutate(&mut document, seed);
        }
        document
    })
}

/// The same documents for the same seed, on every machine.
pub fn documents_from(seed: u64) -> impl Iterator<Item = Value> {
    let mut runner = TestRunner::new_with_rng(Config::default(), random(seed));
    let documents = documents();
    std::iter::repeat_with(move || {
        let tree = documents.new_tree(&mut runner);
        tree.expect("the strategy filters nothing out").current()
    })
}

/// Changes a document in one place.
pub fn mutate(document: &mut Value, seed: u64) {
    change::somewhere(document, &mut random(seed));
}

/// Every value that stands on a border of the format somewhere: to be tried in every place.
pub fn worth_trying() -> Vec<Value> {
    let lengths = [18, 32, 33, 50, 100, 300, 1000, 2000];
    let long_texts = lengths.iter().flat_map(|&length| {
        ["a", "0", "年", "𠮷"]
            .iter()
            .flat_map(move |character| [length, length + 1].map(|length| character.repeat(length)))
    });
    let texts = ["amount", "end", "creditCode", "id", "fingerprint", ""]
        .map(pools::texts)
        .concat();
    let texts = texts.into_iter().map(str::to_owned).chain(long_texts);
    texts
        .map(Value::String)
        .chain(pools::any_values())
        .collect()
}

/// A generator of random numbers that gives the same ones for the same seed.
pub(crate) fn random(seed: u64) -> TestRng {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    TestRng::from_seed(RngAlgorithm::ChaCha, &bytes)
}

pub(crate) fn pick<T: Clone>(choices: &[T], random: &mut TestRng) -> T {
    choices[random.random_range(0..choices.len())].clone()
}
