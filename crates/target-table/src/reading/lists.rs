//! Looking for the words of a list at the start or end of a text, so that nearly all texts are passed over after a look at
//! one bit.

use super::text::{ends, first, first_of, from, last, look, starts};
use crate::SMALL;

/// A few words with the characters that begin and end them: a look at one bit tells of most texts that none of the words
/// stands there. The low bits of a character say where its bit stands.
#[derive(Clone, Copy)]
pub(super) struct Words {
    words: &'static [&'static str],
    /// The characters at the start and those at the end.
    edges: [u64; SIDES],
}

/// In the small module there are no bits to look at, and all words are gone through.
const SIDES: usize = if SMALL { 0 } else { 2 };

/// Words that are looked for.
#[expect(
    clippy::indexing_slicing,
    reason = "it runs at compile time, where a place outside is an error of the compiler"
)]
pub(super) const fn any_of(words: &'static [&'static str]) -> Words {
    let mut edges = [0; SIDES];
    let mut at = 0;
    while SIDES > 0 && at < words.len() {
        let bytes = words[at].as_bytes();
        edges[0] |= 1 << (first_of(bytes) as u32 & 63);
        // The low bits of a character are those of its last byte.
        edges[SIDES - 1] |= 1 << (bytes[bytes.len() - 1] & 63);
        at += 1;
    }
    Words { words, edges }
}

impl Words {
    /// The characters of both, for [`Words::may_begin_in`], which asks for no more.
    #[expect(
        clippy::indexing_slicing,
        reason = "it runs at compile time, where a place outside is an error of the compiler"
    )]
    pub(super) const fn or(mut self, other: Words) -> Words {
        let mut side = 0;
        while side < SIDES {
            self.edges[side] |= other.edges[side];
            side += 1;
        }
        self.words = &[];
        self
    }

    fn may_begin(&self, bit: u32) -> bool {
        self.edges.first().is_none_or(|bits| bits >> bit & 1 == 1)
    }

    fn may_end(&self, bit: u32) -> bool {
        self.edges.last().is_none_or(|bits| bits >> bit & 1 == 1)
    }

    /// The longest of the words at the start of a text, in bytes of the text.
    #[inline]
    pub(super) fn at_start(&self, text: &str) -> Option<usize> {
        let bit = low_bits_of_start(text)?;
        if !self.may_begin(bit) {
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
        if !self.may_end(bit) {
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
        last.is_some_and(|byte| self.may_end(u32::from(byte & 63)))
            && self.words.iter().any(|word| text.ends_with(word))
    }

    fn has_head(&self, text: &str) -> bool {
        low_bits(text.as_bytes()).is_some_and(|(bit, _)| self.may_begin(bit))
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
            if self.may_begin(bit) {
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
