//! Looking at text without regard to the width of its characters.

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
fn look() {
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
        (Some(b' '..=b'~' | 0xE4..=0xE9), Some(_))
            if text.as_bytes().first() != pattern.as_bytes().first() =>
        {
            return None;
        }
        (None, Some(_)) => return None,
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

/// A few words with the characters that begin and end them: a look at one bit tells of most texts that none of the words
/// stands there. The low bits of a character say where its bit stands.
#[derive(Clone, Copy)]
pub(super) struct Words {
    words: &'static [&'static str],
    heads: u64,
    tails: u64,
}

/// Words that are looked for.
#[expect(
    clippy::indexing_slicing,
    reason = "it runs at compile time, where a place outside is an error of the compiler"
)]
pub(super) const fn any_of(words: &'static [&'static str]) -> Words {
    let (mut heads, mut tails) = (0, 0);
    let mut at = 0;
    while at < words.len() {
        let bytes = words[at].as_bytes();
        heads |= 1 << (first_of(bytes) as u32 & 63);
        // The low bits of a character are those of its last byte.
        tails |= 1 << (bytes[bytes.len() - 1] & 63);
        at += 1;
    }
    Words {
        words,
        heads,
        tails,
    }
}

impl Words {
    /// The characters of both, for [`Words::may_begin_in`], which asks for no more.
    pub(super) const fn or(self, other: Words) -> Words {
        Words {
            words: &[],
            heads: self.heads | other.heads,
            tails: self.tails | other.tails,
        }
    }

    /// The longest of the words at the start of a text, in bytes of the text.
    #[inline]
    pub(super) fn at_start(&self, text: &str) -> Option<usize> {
        let bit = low_bits_of_start(text)?;
        if self.heads >> bit & 1 == 0 {
            return None;
        }
        self.longest_at_start(text)
    }

    fn longest_at_start(&self, text: &str) -> Option<usize> {
        let edge = Edge::of_start(text)?;
        self.words
            .iter()
            .filter(|word| edge.may_start(word.as_bytes()))
            .filter_map(|word| starts(text, word))
            .max()
    }

    /// The longest of the words at the end of a text, in bytes of the text.
    #[inline]
    pub(super) fn at_end(&self, text: &str) -> Option<usize> {
        let bit = low_bits_of_end(text)?;
        if self.tails >> bit & 1 == 0 {
            return None;
        }
        self.longest_at_end(text)
    }

    fn longest_at_end(&self, text: &str) -> Option<usize> {
        let edge = Edge::of_end(text)?;
        self.words
            .iter()
            .filter(|word| edge.may_end(word))
            .filter_map(|word| ends(text, word))
            .max()
    }

    /// Whether one of the words begins a text as written.
    pub(super) fn begin(&self, text: &str) -> bool {
        // The third byte tells most words apart without a call.
        let third = text.as_bytes().get(2);
        let may_start = |word: &str| {
            word.as_bytes()
                .get(2)
                .is_none_or(|byte| third == Some(byte))
        };
        let starts = |word: &&str| may_start(word) && text.starts_with(*word);
        self.has_head(text) && self.words.iter().any(starts)
    }

    /// Whether a text is one of the words as written.
    pub(super) fn are(&self, text: &str) -> bool {
        self.has_head(text) && self.words.contains(&text)
    }

    /// Whether one of the words ends a text as written.
    pub(super) fn end(&self, text: &str) -> bool {
        let last = text.as_bytes().last();
        last.is_some_and(|byte| self.tails >> (byte & 63) & 1 == 1)
            && self.words.iter().any(|word| text.ends_with(word))
    }

    fn has_head(&self, text: &str) -> bool {
        low_bits(text.as_bytes()).is_some_and(|(bit, _)| self.heads >> bit & 1 == 1)
    }

    /// Whether one of the words stands in a text as written.
    pub(super) fn are_in(&self, text: &str) -> bool {
        let mut at = 0;
        while let Some(next) = self.next_head(text, at) {
            if self.begin(from(text, next)) {
                return true;
            }
            at = next + 1;
        }
        false
    }

    /// Whether a text has a character that may begin one of the words.
    pub(super) fn may_begin_in(&self, text: &str) -> bool {
        self.next_head(text, 0).is_some()
    }

    /// The next place that may be the beginning of a word.
    fn next_head(&self, text: &str, at: usize) -> Option<usize> {
        let mut at = at;
        loop {
            let (bit, length) = low_bits(text.as_bytes().get(at..)?)?;
            if self.heads >> bit & 1 == 1 {
                return Some(at);
            }
            at += length;
        }
    }
}

/// The low bits of the character that begins UTF-8, which are those of its last byte, and its length.
#[inline]
fn low_bits(utf8: &[u8]) -> Option<(u32, usize)> {
    look();
    let (byte, length) = match *utf8 {
        [0xE0..=0xEF, _, byte, ..] => (byte, 3),
        [0xC0..=0xDF, byte, ..] => (byte, 2),
        [0xF0..=0xF7, _, _, byte, ..] => (byte, 4),
        [byte, ..] => (byte, 1),
        [] => return None,
    };
    Some((u32::from(byte & 63), length))
}

/// The low bits of the folded character at the start of a text.
#[inline]
fn low_bits_of_start(text: &str) -> Option<u32> {
    look();
    match *text.as_bytes() {
        [] => None,
        // ASCII and Chinese are in their usual shape already, and need no decoding.
        [byte @ b' '..=b'~', ..] | [0xE4..=0xE9, _, byte, ..] => Some(u32::from(byte & 63)),
        _ => first(text).map(|c| c as u32 & 63),
    }
}

/// The low bits of the folded character at the end of a text.
#[inline]
fn low_bits_of_end(text: &str) -> Option<u32> {
    look();
    match *text.as_bytes() {
        [] => None,
        [.., byte @ b' '..=b'~'] | [.., 0xE4..=0xE9, _, byte] => Some(u32::from(byte & 63)),
        _ => last(text).map(|c| c as u32 & 63),
    }
}

/// The longest of the words at the start of a text, in bytes of the text.
#[inline]
pub(super) fn starts_any(text: &str, words: &Words) -> Option<usize> {
    words.at_start(text)
}

/// The longest of the words at the end of a text, in bytes of the text.
#[inline]
pub(super) fn ends_any(text: &str, words: &Words) -> Option<usize> {
    words.at_end(text)
}

/// The first or last characters of words, as a set that may also hold a few others: the low bits of a character say
/// where its bit stands.
#[derive(Clone, Copy)]
pub(super) struct Edges([u64; 16]);

#[expect(
    clippy::indexing_slicing,
    reason = "sets are put together at compile time, where a place outside is an error of the compiler"
)]
impl Edges {
    pub(super) const NONE: Edges = Edges([0; 16]);

    /// The set with the first characters of words.
    pub(super) const fn and_heads(mut self, words: Words) -> Edges {
        let mut at = 0;
        while at < words.words.len() {
            self = self.and(words.words[at].as_bytes(), 0);
            at += 1;
        }
        self
    }

    /// The set with all the characters of a text.
    pub(super) const fn and_chars(mut self, chars: &str) -> Edges {
        let bytes = chars.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] & 0xC0 != 0x80 {
                self = self.and(bytes, at);
            }
            at += 1;
        }
        self
    }

    /// The set with the last characters of words.
    pub(super) const fn and_tails(mut self, words: Words) -> Edges {
        let mut at = 0;
        while at < words.words.len() {
            let bytes = words.words[at].as_bytes();
            let mut last = bytes.len() - 1;
            while bytes[last] & 0xC0 == 0x80 {
                last -= 1;
            }
            self = self.and(bytes, last);
            at += 1;
        }
        self
    }

    /// The set with the character that begins at a place of UTF-8.
    pub(super) const fn and(mut self, bytes: &[u8], at: usize) -> Edges {
        let bits = first_of(bytes.split_at(at).1) as u32;
        self.0[(bits >> 6 & 15) as usize] |= 1 << (bits & 63);
        self
    }
}

impl Edges {
    /// The next place whose character may be one of the set.
    pub(super) fn next(&self, text: &str, at: usize) -> Option<usize> {
        let mut at = at;
        loop {
            at = self.skip(text, at);
            let c = from(text, at).chars().next()?;
            if self.hold(c) {
                return Some(at);
            }
            at += c.len_utf8();
        }
    }

    /// The place behind the Chinese characters from here on that are none of the set. They need no decoding: their low ten
    /// bits are those of their last two bytes.
    pub(super) fn skip(&self, text: &str, at: usize) -> usize {
        let mut at = at;
        while let Some([0xE4..=0xE9, row, bit, ..]) = text.as_bytes().get(at..) {
            look();
            if self.bit(u32::from(row & 15), u32::from(bit & 63)) {
                break;
            }
            at += '一'.len_utf8();
        }
        at
    }

    fn bit(&self, row: u32, bit: u32) -> bool {
        self.0
            .get(row as usize)
            .is_some_and(|row| row >> bit & 1 == 1)
    }

    /// Whether a character may be one of the set.
    pub(super) fn hold(&self, c: char) -> bool {
        look();
        let bits = c as u32;
        self.bit(bits >> 6 & 15, bits & 63)
    }
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

/// What the first or last two characters of a pattern must be, each as the last byte of its UTF-8 form and where that
/// byte stands. Two bytes tell nearly all patterns of a table apart without decoding any of them.
#[derive(Clone, Copy)]
pub(super) struct Edge {
    byte: u8,
    /// Counted from the edge.
    at: usize,
    next: u8,
    next_at: usize,
}

/// A byte that stands in no text, for what no pattern may have.
const NO_BYTE: u8 = 0xFF;
/// A place that no pattern has, for what is not known.
const NO_PLACE: usize = usize::MAX;

impl Edge {
    pub(super) fn of_start(text: &str) -> Option<Edge> {
        look();
        let (byte, at, behind) = match *text.as_bytes() {
            [] => return None,
            // ASCII and Chinese are in their usual shape already, and need no decoding.
            [byte @ b' '..=b'~', ref behind @ ..] => (byte, 0, behind),
            [0xE4..=0xE9, _, byte, ref behind @ ..] => (byte, 2, behind),
            _ => return first(text).map(Edge::of),
        };
        let (next, next_at) = match *behind {
            [] => (NO_BYTE, at + 1),
            [next @ b' '..=b'~', ..] => (next, at + 1),
            [0xE4..=0xE9, _, next, ..] => (next, at + 3),
            _ => (NO_BYTE, NO_PLACE),
        };
        Some(Edge {
            byte,
            at,
            next,
            next_at,
        })
    }

    pub(super) fn of_end(text: &str) -> Option<Edge> {
        look();
        let (byte, length, before) = match *text.as_bytes() {
            [] => return None,
            [ref before @ .., byte @ b' '..=b'~'] => (byte, 1, before),
            [ref before @ .., 0xE4..=0xE9, _, byte] => (byte, 3, before),
            // The place of the only byte that is compared is the same for all.
            _ => {
                return last(text).map(|c| Edge {
                    at: 0,
                    ..Edge::of(c)
                });
            }
        };
        let (next, next_at) = match *before {
            [] => (NO_BYTE, length),
            [.., next @ b' '..=b'~'] | [.., 0xE4..=0xE9, _, next] => (next, length),
            _ => (NO_BYTE, NO_PLACE),
        };
        Some(Edge {
            byte,
            at: 0,
            next,
            next_at,
        })
    }

    fn of(c: char) -> Edge {
        let mut bytes = [0; 4];
        let bytes = c.encode_utf8(&mut bytes).as_bytes();
        Edge {
            byte: bytes.last().copied().unwrap_or_default(),
            at: bytes.len() - 1,
            next: NO_BYTE,
            next_at: NO_PLACE,
        }
    }

    pub(super) fn may_start(self, pattern: &[u8]) -> bool {
        pattern.get(self.at) == Some(&self.byte)
            && pattern
                .get(self.next_at)
                .is_none_or(|next| *next == self.next)
    }

    pub(super) fn may_end(self, pattern: &str) -> bool {
        let pattern = pattern.as_bytes();
        let next = || pattern.len().checked_sub(1)?.checked_sub(self.next_at);
        pattern.last() == Some(&self.byte)
            && next().is_none_or(|next| pattern.get(next) == Some(&self.next))
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
        // The white space that is not ASCII has smaller first bytes.
        [b'!'..=b'~' | 0xE4..=0xFF, ..] | [0xE2, 0x82..=0xFF, ..] => text,
        _ => text.trim_start(),
    }
}

/// A text without the white space at its end.
#[inline]
pub(super) fn trim_end(text: &str) -> &str {
    match text.as_bytes() {
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

/// Whether a character is one of a few, for the methods of strings that look for one. Arrays of characters would have
/// each of these methods compiled once more for every length.
pub(super) fn one_of(few: &str) -> impl Fn(char) -> bool + Copy + '_ {
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
