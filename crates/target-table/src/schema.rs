//! The published schemas, as committed under `schema/`.

/// The schema of a table.
pub const TABLE: &str = include_str!("../../../schema/target-table.schema.json");
/// The schema of a report.
pub const REPORT: &str = include_str!("../../../schema/report.schema.json");
