//! Documents to tables: bytes in, tables out, no file system.
//!
//! Every format is read into the same [`grid`] of located cells, and one [`mapper`](mapper::read) turns grids into
//! tables. What the mapper cannot place is reported in the [`Note`]s, never dropped.
#![cfg_attr(test, allow(missing_docs, reason = "tests are not documented API"))]

use std::collections::BTreeMap;

use target_table::Table;

mod blocks;
mod decode;
mod grid;
mod head;
mod head_alone;
mod header;
mod joined;
mod laid;
mod mapper;
mod money;
mod name;
mod note;
mod periods;
mod row;
mod rows_alone;
mod spans;
mod text;
mod title;

pub use decode::{Error, decode};
pub use grid::Address;
pub use head_alone::{HeadAlone, read as read_head};
pub use laid::{LaidCell, Part};
pub use name::{Name, split as split_name};
pub use note::{Note, Problem};
pub use rows_alone::{Rows, read_rows};

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
    unless_empty(text::read(text))
}

/// Reads the tables of a document whose reader knows how its cells lie.
pub fn read_parts(parts: &[Part]) -> Result<Import, Error> {
    decode::within_limit(parts.iter().map(length).sum())?;
    unless_empty(laid::read(parts))
}

fn unless_empty(import: Import) -> Result<Import, Error> {
    if import.tables.is_empty() {
        return Err(Error::NoTable);
    }
    Ok(import)
}

/// How many bytes of text a part has.
fn length(part: &Part) -> usize {
    match part {
        Part::Line(text) => text.len(),
        Part::Rows(rows) => rows.iter().flatten().map(|cell| cell.text.len()).sum(),
    }
}

#[cfg(test)]
mod tests;
