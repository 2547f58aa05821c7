//! The engine of target-table: the model of a 绩效目标表, its JSON Schema, the readings of its cells and a reviewer's
//! judgement. It does no I/O and knows no clock and no environment: text in, report out.
#![cfg_attr(test, allow(missing_docs, reason = "tests are not documented API"))]

pub mod amount;
pub mod catalogue;
mod check;
pub mod digest;
pub mod labels;
pub mod limits;
pub mod model;
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
mod strict;
mod structure;

pub use check::{Options, RULESET, check, check_if_table, check_json};
pub use model::Table;
pub use report::{Lang, Report, Severity};
