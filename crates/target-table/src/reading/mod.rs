//! Readings: what the text of a cell means, and what of it was not understood.
//!
//! [`read`] takes a cell apart into items, each with its span. A reading never guesses silently: no number is claimed
//! that the text does not hold, and digits that belong to nothing known are listed as unread.

pub mod compare;
pub mod goals;
pub mod record;
pub mod said;
mod cell;
mod comparators;
mod dates;
mod every;
mod known;
mod labels;
mod numbers;
mod quantity;
mod scan;
mod text;
mod types;
mod unit_table;
mod words;
pub mod units;

pub use cell::read;
pub use compare::{Comparison, Relation, compare};
pub use goals::{ListItem, Mention, read_goal};
pub use record::{Record, Said, record};
pub use said::said;
pub use types::{
    Comparator, Context, Day, Frequency, Grade, Item, Kind, Moment, Problem, Quantity, Range,
    Reading, UnitSource, Value,
};
pub use units::{Factor, Unit};

#[cfg(test)]
mod tests;
