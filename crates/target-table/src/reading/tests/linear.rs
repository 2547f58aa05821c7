//! No text takes more than its length: a text of the same words, four times as long, is looked at four times as often.

use super::properties::PIECES;
use crate::reading::text::looks;
use crate::reading::{Context, read, read_goal};

/// The most looks at a character, whatever the words: an annex's cell has about 20 to 60.
const MOST: usize = 1500;

/// How often a character was looked at while a text of so many characters was read.
fn looks_per_character(words: &str, length: usize, read: &dyn Fn(&str)) -> usize {
    let text: String = words.chars().cycle().take(length).collect();
    let before = looks();
    read(&text);
    (looks() - before) / length
}

fn grows_no_faster(words: &str) {
    let cell = |text: &str| drop(read(text, &Context::default()));
    let goal = |text: &str| drop(read_goal(text));
    for read in [&cell as &dyn Fn(&str), &goal] {
        let few = looks_per_character(words, 500, read);
        let many = looks_per_character(words, 2000, read);
        assert!(many <= MOST, "{words}: {many} looks a character");
        // Windows that the shorter text does not fill leave a little room.
        assert!(
            many <= few + few / 3 + 8,
            "{words}: {few} looks a character, then {many}"
        );
    }
}

#[test]
fn every_word_without_end() {
    for words in PIECES.iter().copied().chain([
        "\n", "(", "（含", "[", "《", "持", "同比", "零", "不1", "*a", "* ",
    ]) {
        grows_no_faster(words);
    }
}

#[test]
fn pairs_of_words_without_end() {
    for (at, word) in PIECES.iter().enumerate() {
        for step in [1, 7, 31] {
            let other = PIECES[(at * step + step) % PIECES.len()];
            grows_no_faster(&[word, other].concat());
        }
    }
}
