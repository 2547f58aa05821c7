//! Looking at text without regard to the width of its characters.

use crate::SMALL;

#[cfg(test)]
thread_local! {
    static LOOKS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// How often this thread has looked at a character, for the test that no text is looked at too often.
#[cfg(test)]
pub(super) fn looks() -> usize {
    LOOKS.get()
}

/// Counts a look at a character, in tests only.
#[inline(always)]
pub(super) fn look() {
    #[cfg(test)]
    LOOKS.set(LOOKS.get() + 1);
}

/// A character in its usual width and shape, so that `％`, `＞` and `５` are found by the same tables as `%`, `>` and `5`.
#[inline]
pub(super) fn fold(c: char) -> char {
    look();
    // What most texts hold, and holds in its usual shape already, is told first.
    if matches!(c, ' '..='~' | '\u{4E00}'..='\u{9FFF}') {
        c
    } else {
        folded(c)
    }
}

fn folded(c: char) -> char {
    match c {
        // The full-width forms stand in the order of ASCII.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{00A0}' | '\t' => ' ',
        '﹪' => '%',
        '﹤' => '<',
        '﹥' => '>',
        '﹦' => '=',
        '﹢' => '+',
        '﹡' => '*',
        '﹕' => ':',
        '﹙' => '(',
        '﹚' => ')',
        '•' | '・' | '∙' | '⋅' | '‧' => '·',
        '≧' | '⩾' => '≥',
        '≦' | '⩽' => '≤',
        '–' | '—' | '―' | '−' | '‐' | '‑' | '─' | '﹣' => '-',
        '∼' | '〜' | '˜' => '~',
        'µ' => 'μ',
        _ => c,
    }
}

/// What follows `at`; empty where `at` is no place in the text.
pub(super) fn from(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// What stands before `at`.
pub(super) fn upto(text: &str, at: usize) -> &str {
    text.get(..at).unwrap_or_default()
}

/// How many bytes apart words still bear on each other: 80 Chinese characters. Looking no farther keeps a long text
/// linear in which every word asks for another one.
pub(super) const NEAR: usize = 240;

/// The beginning of a text, as far as words bear on each other.
pub(super) fn near(text: &str) -> &str {
    upto(text, text.floor_char_boundary(NEAR))
}

/// What stands between two places.
pub(super) fn between(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// The folded character at the start of a text.
pub(super) fn first(text: &str) -> Option<char> {
    text.chars().next().map(fold)
}

/// The folded character at the end of a text.
pub(super) fn last(text: &str) -> Option<char> {
    text.chars().next_back().map(fold)
}

/// How many bytes of the text the pattern covers at its start; the pattern is written folded.
#[inline]
pub(super) fn starts(text: &str, pattern: &str) -> Option<usize> {
    match (text.as_bytes().first(), pattern.as_bytes().first()) {
        // A character that is in its usual shape already is the pattern's, or none that folds to it.
        (Some(is @ (b' '..=b'~' | 0xE4..=0xE9)), Some(wanted)) if is != wanted => None,
        (None, Some(_)) => None,
        _ => starts_folded(text, pattern),
    }
}

fn starts_folded(text: &str, pattern: &str) -> Option<usize> {
    let mut chars = text.chars();
    let mut length = 0;
    for wanted in pattern.chars() {
        let found = chars.next()?;
        if found != wanted && fold(found) != wanted {
            return None;
        }
        length += found.len_utf8();
    }
    Some(length)
}

/// How many bytes of the text the pattern covers at its end; the pattern is written folded.
pub(super) fn ends(text: &str, pattern: &str) -> Option<usize> {
    let mut chars = text.chars().rev();
    let mut length = 0;
    for wanted in pattern.chars().rev() {
        let found = chars.next()?;
        if found != wanted && fold(found) != wanted {
            return None;
        }
        length += found.len_utf8();
    }
    Some(length)
}

/// The first character of UTF-8, at compile time: the standard library decodes at run time only.
#[expect(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "at compile time a place outside is an error of the compiler"
)]
pub(crate) const fn first_of(bytes: &[u8]) -> char {
    let lead = bytes[0] as u32;
    let (mut bits, length) = match lead {
        0..0x80 => (lead, 1),
        0x80..0xE0 => (lead & 0x1F, 2),
        0xE0..0xF0 => (lead & 0x0F, 3),
        _ => (lead & 0x07, 4),
    };
    let mut at = 1;
    while at < length {
        bits = bits << 6 | (bytes[at] & 0x3F) as u32;
        at += 1;
    }
    match char::from_u32(bits) {
        Some(c) => c,
        None => panic!("no UTF-8"),
    }
}

/// A text without the white space around it.
pub(super) fn trim(text: &str) -> &str {
    trim_start(trim_end(text))
}

/// A text without the white space at its start. Most texts have none, as their first byte tells.
#[inline]
pub(super) fn trim_start(text: &str) -> &str {
    match text.as_bytes() {
        _ if SMALL => text.trim_start(),
        // The white space that is not ASCII has smaller first bytes.
        [b'!'..=b'~' | 0xE4..=0xFF, ..] | [0xE2, 0x82..=0xFF, ..] => text,
        _ => text.trim_start(),
    }
}

/// A text without the white space at its end.
#[inline]
pub(super) fn trim_end(text: &str) -> &str {
    match text.as_bytes() {
        _ if SMALL => text.trim_end(),
        [.., b'!'..=b'~'] | [.., 0xE4..=0xFF, _, _] | [.., 0xE2, 0x82..=0xFF, _] => text,
        _ => text.trim_end(),
    }
}

/// The bytes of white space at the start.
pub(super) fn spaces(text: &str) -> usize {
    text.len() - trim_start(text).len()
}

/// Where the first mark stands that is one of those asked for; none of them may be a Chinese character, a letter or a
/// digit, and so those are passed over.
pub(super) fn find_mark(text: &str, is: &dyn Fn(char) -> bool) -> Option<usize> {
    let mut at = 0;
    loop {
        loop {
            look();
            at += match text.as_bytes().get(at) {
                Some(0xE4..=0xE9) => '一'.len_utf8(),
                Some(byte) if byte.is_ascii_alphanumeric() => 1,
                _ => break,
            };
        }
        let c = from(text, at).chars().next()?;
        if is(c) {
            return Some(at);
        }
        at += c.len_utf8();
    }
}

/// The bytes of the characters at the start of a text that are as asked. One loop for all who ask is smaller in wasm.
#[inline]
pub(super) fn run_of(text: &str, is: &dyn Fn(char) -> bool) -> usize {
    let other = text.char_indices().find(|(_, c)| !is(*c));
    other.map_or(text.len(), |(at, _)| at)
}

/// Whether a character is one of a few, for the methods of strings that look for one. Arrays of characters would have
/// each of these methods compiled once more for every length.
pub(crate) fn one_of(few: &str) -> impl Fn(char) -> bool + Copy + '_ {
    move |c| few.chars().any(|one| one == c)
}

/// Where a word first stands in a text as written. The standard library's search is made for longer words and weighs
/// 9 KB in wasm, where it is no faster either.
pub(crate) fn place_of(text: &str, word: &str) -> Option<usize> {
    if cfg!(target_arch = "wasm32") {
        small_search(text, word)
    } else {
        text.find(word)
    }
}

fn small_search(text: &str, word: &str) -> Option<usize> {
    if word.is_empty() {
        return Some(0);
    }
    let (last, word) = (word.as_bytes().last(), word.as_bytes());
    let mut places = text.as_bytes().windows(word.len());
    places.position(|place| place.last() == last && place == word)
}

/// Whether a word stands in a text as written.
pub(crate) fn holds(text: &str, word: &str) -> bool {
    if cfg!(target_arch = "wasm32") {
        small_search(text, word).is_some()
    } else {
        text.contains(word)
    }
}

/// A text with one word instead of another wherever that stands.
pub(crate) fn replaced(text: &str, word: &str, by: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = place_of(rest, word).filter(|_| !word.is_empty()) {
        out.push_str(upto(rest, at));
        out.push_str(by);
        rest = from(rest, at + word.len());
    }
    out.push_str(rest);
    out
}

/// Where the first of such marks ends, from a place on.
pub(super) fn behind_mark(text: &str, at: usize, is: &dyn Fn(char) -> bool) -> Option<usize> {
    let rest = from(text, at);
    let mark = find_mark(rest, is)?;
    let length = from(rest, mark).chars().next().map_or(0, char::len_utf8);
    Some(at + mark + length)
}

/// Whether a character is a digit of either width.
pub(super) fn is_digit(c: char) -> bool {
    look();
    matches!(c, '0'..='9' | '０'..='９')
}

/// Whether a text holds a digit, as written.
pub(crate) fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a sentence ends here: a unit of meaning in a cell.
pub(super) fn ends_sentence(c: char) -> bool {
    look();
    matches!(c, '；' | ';' | '。' | '\n' | '\r' | '！' | '!' | '？')
}

/// Whether a clause ends here.
pub(super) fn ends_clause(c: char) -> bool {
    ends_sentence(c) || matches!(c, '，' | ',' | '、' | '：' | ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_and_put_elsewhere_as_by_the_standard_library() {
        for (text, word) in [
            ("一二一二", "一二"),
            ("一二", "三"),
            ("二一", "一"),
            ("", "一"),
        ] {
            assert_eq!(small_search(text, word), text.find(word), "{text}");
            assert_eq!(holds(text, word), text.contains(word), "{text}");
            assert_eq!(
                replaced(text, word, "三"),
                text.replace(word, "三"),
                "{text}"
            );
        }
    }
}
