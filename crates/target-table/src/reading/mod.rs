//! Readings: what the text of a cell means, and what of it was not understood.

use rust_decimal::Decimal;

use crate::span::Span;

/// What is known around a cell when it is read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'c> {
    /// The indicator's name without its unit bracket; may hold a hint such as `≥**%`.
    pub name: &'c str,
    /// The indicator's unit, for a number that stands alone.
    pub unit: Option<&'c str>,
}

/// The meaning of a cell: one kind for the whole, one item for each thing said.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The kind of the whole; [`Kind::Several`] where more than one item counts.
    pub kind: Kind,
    /// What is said, in the order of the text.
    pub items: Vec<Item>,
}

/// What kind of thing a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing is written.
    Blank,
    /// A dash or a word that says that no target is due.
    NotApplicable,
    /// One number with its unit.
    Quantity,
    /// From one number to another.
    Range,
    /// More than one of the other kinds.
    Several,
    /// A day or month by which something is to be done.
    Deadline,
    /// From one day or month to another.
    Period,
    /// A length of time.
    Duration,
    /// How often.
    Frequency,
    /// An act to be completed.
    Milestone,
    /// More or less than something that is not a number.
    Comparative,
    /// Words that only judge.
    Qualitative,
    /// Something that was to be replaced: `**`, `XX`, `待定`.
    Placeholder,
    /// Meant as one of the others, but broken.
    Malformed,
}

/// One thing that a cell says, and where it says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Where it stands, in bytes of the cell's text.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// One thing that a cell says.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A number.
    Quantity(Quantity),
}

/// A number with its direction and its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The number in the unit as written: `6000` for `6000万元`.
    pub number: Decimal,
}

/// Reads a cell.
pub fn read(text: &str, _context: &Context<'_>) -> Reading {
    Reading {
        kind: if text.trim().is_empty() {
            Kind::Blank
        } else {
            Kind::Qualitative
        },
        items: Vec::new(),
    }
}
