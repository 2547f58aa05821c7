//! Tests through the public doors.
//!
//! [`tables`] makes sound tables, [`mutants`] changes them into documents that may or may not be tables, [`broken`] spoils
//! a document's JSON text, [`suite`] reads the files of the suite. The tests themselves stand in `tests/`.

pub mod broken;
pub mod faults;
pub mod kill_rate;
pub mod mutants;
pub mod sound;
pub mod suite;
pub mod tables;
