//! The engine of target-table: the model of a 绩效目标表, its JSON Schema, the readings of its cells and a reviewer's
//! judgement. It does no I/O and knows no clock and no environment: text in, report out.
#![cfg_attr(test, allow(missing_docs, reason = "tests are not documented API"))]

pub mod amount;
mod answers;
mod blocking;
pub mod catalogue;
mod check;
pub mod date;
pub mod digest;
mod exact;
mod fingerprint;
pub mod fix;
mod fixes;
mod json;
pub mod labels;
mod ledger;
pub mod limits;
pub mod model;
mod options;
mod page;
mod place;
pub mod profile;
pub mod reading;
pub mod report;
pub mod rules;
pub mod schema;
mod sheet;
mod sink;
pub mod span;
mod steps;
mod strict;
mod structure;

/// Whether this is the engine of the module that has to be there before somebody types. In it size matters more than time,
/// and what only saves time is left out.
pub(crate) const SMALL: bool = !cfg!(feature = "full");

pub use check::{RULESET, check, check_if_table, check_json};
pub use model::Table;
pub use options::{Options, RULESET_DAY, is_covered};
pub use report::{Lang, Report, Severity};
