//! Documents to tables: bytes in, tables out, no file system.
//!
//! Every format is read into the same [`grid`] of located cells, and one [`mapper`](mapper::read) turns grids into
//! tables. What the mapper cannot place is reported in the [`Note`]s, never dropped.
#![cfg_attr(test, allow(missing_docs, reason = "tests are not documented API"))]

use std::collections::BTreeMap;

use target_table::Table;

mod decode;
mod grid;
mod head;
mod header;
mod mapper;
mod money;
mod name;
mod note;
mod periods;
mod row;
mod spans;
mod text;
mod title;

pub use decode::{Error, decode};
pub use grid::Address;
pub use note::{Note, Problem};

/// The most bytes that a text document may have.
pub const TEXT_BYTES: usize = 2 << 20;

/// What was found in a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Import {
    /// The tables, in the order of the document.
    pub tables: Vec<Imported>,
    /// What belongs to no table or could not be placed in one, in the order of the document.
    pub notes: Vec<Note>,
}

/// A table and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The table.
    pub table: Table,
    /// Where each part of the table stands in the document, by its JSON Pointer in the table.
    pub places: BTreeMap<String, Address>,
}

/// Reads the tables of a text document: what a common extractor makes of a Word file. A cell begins with a tab, its
/// further lines do not, an empty line ends a row.
pub fn read_text(text: &str) -> Result<Import, Error> {
    decode::within_limit(text.len())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Error::Empty);
    }
    let import = text::read(text);
    if import.tables.is_empty() {
        return Err(Error::NoTable);
    }
    Ok(import)
}

#[cfg(test)]
mod tests;
