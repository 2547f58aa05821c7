//! Where something stands in a text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A stretch of text, from `start` up to and without `end`. Within the engine it counts bytes; in a report it counts
/// UTF-16 code units, which is what browsers select by (see [`Span::to_utf16`]).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

impl Span {
    /// The part of the text that this span of bytes covers; empty where it does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// A span of bytes of `text` as a span of UTF-16 code units.
    pub fn to_utf16(self, text: &str) -> Self {
        let units = |end: usize| {
            text.get(..end)
                .map_or(0, |part| part.encode_utf16().count())
        };
        Span {
            start: units(self.start),
            end: units(self.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_characters_count_twice_in_utf16() {
        let text = "𠮷6000万元";
        let span = Span { start: 4, end: 14 };
        assert_eq!(span.of(text), "6000万元");
        assert_eq!(span.to_utf16(text), Span { start: 2, end: 8 });
    }
}
