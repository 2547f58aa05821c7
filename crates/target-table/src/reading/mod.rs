//! Readings: what the text of a cell means, and what of it was not understood.
//!
//! [`read`] takes a cell apart into items, each with its span. A reading never guesses silently: no number is claimed
//! that the text does not hold, and digits that belong to nothing known are listed as unread.

mod after;
mod behind;
mod bind;
mod cell;
mod comparators;
pub mod compare;
mod dates;
mod doubts;
mod every;
mod exclusions;
pub mod goals;
mod joins;
mod kinds;
mod known;
mod labels;
mod lists;
mod marks;
mod numbers;
mod numerals;
mod numeric;
mod periods;
mod plain;
mod quantity;
mod range;
mod rates;
pub mod record;
pub mod said;
mod scan;
pub(crate) mod text;
mod times;
mod types;
mod unit_rows;
mod unit_table;
pub mod units;
mod words;

pub use cell::{read, read_known};
pub use compare::{Comparison, Relation, compare};
pub use goals::{ListItem, Mention, read_goal};
pub use known::Known;
pub use record::{Record, Said, record};
pub use said::said;
pub use types::{
    Comparator, Context, Day, Frequency, Grade, Item, Kind, Moment, Problem, Quantity, Range,
    Reading, UnitSource, Value,
};
pub use units::{Factor, Unit};

#[cfg(test)]
mod tests;
