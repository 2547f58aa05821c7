//! What a period's goal says: every number, amount and date in a long text, where it stands and in which list item.

use super::types::Value;
use crate::span::Span;

/// A number or a time inside a goal's text. All spans are in bytes of that text.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The words that state it: `不少于25次`.
    pub span: Span,
    /// The clause that it stands in, from one comma or stop to the next.
    pub clause: Span,
    /// The words of its clause before it, up to the mention before.
    pub before: Span,
    /// The words of its clause behind it, up to the next mention.
    pub after: Span,
    /// The numbered item that it stands in, if the text is a list.
    pub list_item: Option<ListItem>,
    /// Whether it only describes what another number of its clause counts: `单户500万元及以下的占比不低于50%`.
    pub describes: bool,
    /// What it says.
    pub value: Value,
}

/// An item of a numbered list: `1.`, `1．`, `1、`, `一是`, `（1）`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListItem {
    /// Its number.
    pub number: u16,
    /// Its text without the number.
    pub span: Span,
}

/// Reads a goal.
pub fn read_goal(_text: &str) -> Vec<Mention> {
    Vec::new()
}
