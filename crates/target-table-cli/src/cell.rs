//! A cell's text with the words in question underlined.

use target_table::span::Span;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The most columns that a cell's text has in the letter.
const WIDTH: usize = 68;
/// How many of them stand before the words in question, where there is more on both sides.
const BEFORE: usize = 20;

/// A line of a cell's text, parted where the words in question begin and end.
#[derive(Debug, PartialEq, Eq)]
pub struct Excerpt {
    pub before: String,
    pub words: String,
    pub behind: String,
}

impl Excerpt {
    /// The line that underlines the words: full-width characters are two columns wide.
    pub fn underline(&self) -> String {
        let marks = "~".repeat(self.words.width());
        " ".repeat(self.before.width()) + &marks
    }
}

/// The part of a text around a span of UTF-16 units, on one line. Without a span it is the beginning of the text.
pub fn excerpt(text: &str, span: Option<Span>) -> Excerpt {
    excerpt_within(text, span, WIDTH)
}

/// The same within so many columns.
pub fn excerpt_within(text: &str, span: Option<Span>, width: usize) -> Excerpt {
    let span = span.unwrap_or(Span { start: 0, end: 0 });
    let (start, end) = (byte_at(text, span.start), byte_at(text, span.end));
    let before = text.get(..start).unwrap_or_default();
    let words = text.get(start..end).unwrap_or_default();
    let behind = text.get(end..).unwrap_or_default();
    // Only the line with the words is shown; words over several lines are shown up to the end of their first.
    let before_line = before.rsplit('\n').next().unwrap_or_default();
    let (words_line, words_cut) = match words.split_once('\n') {
        Some((line, _)) => (line, true),
        None => (words, false),
    };
    let behind_line = behind.split('\n').next().unwrap_or_default();
    let room = width.saturating_sub(words_line.width());
    let behind_wish = if words_cut { 0 } else { behind_line.width() };
    let before_room = room.saturating_sub(behind_wish).max(BEFORE.min(room));
    let before = keep_end(&printable(before_line), before_room);
    let words = keep_start(&printable(words_line), width);
    let behind_room = room.saturating_sub(before.width());
    let behind = if words_cut {
        "…".to_owned()
    } else {
        keep_start(&printable(behind_line), behind_room)
    };
    Excerpt {
        before,
        words,
        behind,
    }
}

/// A line of a letter is no place for control characters: a terminal might obey them.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}

fn byte_at(text: &str, units: usize) -> usize {
    let mut left = units;
    for (at, c) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(c.len_utf16());
    }
    text.len()
}

/// The beginning of a text, as much as fits into a width.
pub fn keep_start(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > width {
            break;
        }
        kept.push(c);
    }
    kept + "…"
}

fn keep_end(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut start = text.len();
    let mut used = 1;
    for (at, c) in text.char_indices().rev() {
        used += c.width().unwrap_or(0);
        if used > width {
            break;
        }
        start = at;
    }
    "…".to_owned() + text.get(start..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_characters_are_two_columns() {
        let excerpt = excerpt("累计6000万元", Some(Span { start: 2, end: 8 }));
        assert_eq!(excerpt.before, "累计");
        assert_eq!(excerpt.words, "6000万元");
        assert_eq!(excerpt.underline(), "    ~~~~~~~~");
    }

    #[test]
    fn a_long_text_is_shortened_around_its_words() {
        let text = format!("{}错处{}", "前".repeat(100), "后".repeat(100));
        let excerpt = excerpt(
            &text,
            Some(Span {
                start: 100,
                end: 102,
            }),
        );
        assert_eq!(excerpt.words, "错处");
        assert!(excerpt.before.starts_with("…前"));
        assert!(excerpt.behind.ends_with("后…"));
        let width = [&excerpt.before, &excerpt.words, &excerpt.behind]
            .map(|part| part.width())
            .iter()
            .sum::<usize>();
        assert!(width <= WIDTH, "{width}");
    }

    #[test]
    fn one_line_is_shown() {
        let excerpt = excerpt("一\n二错\n误三\n四", Some(Span { start: 3, end: 6 }));
        assert_eq!(
            (
                excerpt.before.as_str(),
                excerpt.words.as_str(),
                excerpt.behind.as_str()
            ),
            ("二", "错", "…")
        );
    }

    #[test]
    fn a_span_may_lie() {
        let excerpt = excerpt("𠮷", Some(Span { start: 1, end: 9 }));
        assert_eq!(excerpt.before + &excerpt.words + &excerpt.behind, "𠮷");
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(excerpt("\u{1b}[31m红", None).behind, "\u{fffd}[31m红");
    }
}
