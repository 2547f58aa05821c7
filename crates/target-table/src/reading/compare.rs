//! Holding two readings against each other, exactly, with their units converted.

use std::cmp::Ordering;

use super::types::{Quantity, Value};

/// How the first of two readings stands to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Both allow the same.
    Equal,
    /// The first allows less: all that it allows the second allows too.
    Tighter,
    /// The first allows more.
    Looser,
    /// They overlap, or cannot be held against each other.
    Incomparable,
    /// Nothing is allowed by both.
    Contradictory,
}

/// The outcome of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// How the first stands to the second.
    pub relation: Relation,
    /// The arithmetic in words where units were converted: `6000万元 = 0.6亿元`.
    pub conversion: Option<String>,
}

/// Holds two readings against each other.
pub fn compare(_a: &Value, _b: &Value) -> Comparison {
    Comparison {
        relation: Relation::Incomparable,
        conversion: None,
    }
}

/// Which of two numbers is larger, units converted and directions left aside; none where the units do not convert.
pub fn order(_a: &Quantity, _b: &Quantity) -> Option<Ordering> {
    None
}

/// A number and the same in the other's unit: `6000万元 = 0.6亿元`; none where the units do not convert or are the same.
pub fn conversion(_a: &Quantity, _b: &Quantity) -> Option<String> {
    None
}
