//! Looking at text without regard to the width of its characters.

/// A character in its usual width and shape, so that `％`, `＞` and `５` are found by the same tables as `%`, `>` and `5`.
pub(super) fn fold(c: char) -> char {
    match c {
        // What most texts hold, and holds in its usual shape already, is told first.
        ' '..='~' | '\u{4E00}'..='\u{9FFF}' => c,
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
pub(super) fn starts(text: &str, pattern: &str) -> Option<usize> {
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

/// The longest of the patterns at the start of a text, in bytes of the text.
pub(super) fn starts_any(text: &str, patterns: &[&str]) -> Option<usize> {
    let edge = Edge::of_start(text)?;
    patterns
        .iter()
        .filter(|pattern| edge.may_start(pattern))
        .filter_map(|pattern| starts(text, pattern))
        .max()
}

/// The longest of the patterns at the end of a text, in bytes of the text.
pub(super) fn ends_any(text: &str, patterns: &[&str]) -> Option<usize> {
    let edge = Edge::of_end(text)?;
    patterns
        .iter()
        .filter(|pattern| edge.may_end(pattern))
        .filter_map(|pattern| ends(text, pattern))
        .max()
}

/// Whether one of the words stands in a text as written. For the short texts of cells this is faster than one search a
/// word.
pub(super) fn holds_any(text: &str, words: &[&str]) -> bool {
    text.char_indices().any(|(at, c)| {
        let edge = Edge::of(c);
        let rest = from(text, at);
        words
            .iter()
            .any(|word| edge.may_start(word) && rest.starts_with(word))
    })
}

/// What a pattern's first or last character must be, as the last byte of its UTF-8 form and where that byte stands.
/// One byte tells nearly all patterns of a table apart without decoding any of them.
#[derive(Clone, Copy)]
pub(super) struct Edge {
    byte: u8,
    at: usize,
}

impl Edge {
    pub(super) fn of_start(text: &str) -> Option<Edge> {
        first(text).map(Edge::of)
    }

    pub(super) fn of_end(text: &str) -> Option<Edge> {
        last(text).map(Edge::of)
    }

    fn of(c: char) -> Edge {
        let mut bytes = [0; 4];
        let bytes = c.encode_utf8(&mut bytes).as_bytes();
        Edge {
            byte: bytes.last().copied().unwrap_or_default(),
            at: bytes.len() - 1,
        }
    }

    pub(super) fn may_start(self, pattern: &str) -> bool {
        pattern.as_bytes().get(self.at) == Some(&self.byte)
    }

    pub(super) fn may_end(self, pattern: &str) -> bool {
        pattern.as_bytes().last() == Some(&self.byte)
    }
}

/// The bytes of white space at the start.
pub(super) fn spaces(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Whether the folded character is an ASCII digit.
pub(super) fn is_digit(c: char) -> bool {
    fold(c).is_ascii_digit()
}

/// Whether a sentence ends here: a unit of meaning in a cell.
pub(super) fn ends_sentence(c: char) -> bool {
    matches!(c, '；' | ';' | '。' | '\n' | '\r' | '！' | '!' | '？')
}

/// Whether a clause ends here.
pub(super) fn ends_clause(c: char) -> bool {
    ends_sentence(c) || matches!(c, '，' | ',' | '、' | '：' | ':')
}
