//! What every reader makes of a document: lines, and grids between them. Here they become tables.

use crate::grid::{Address, Grid};
use crate::head::{self, Label};
use crate::header;
use crate::note::{Note, Problem};
use crate::title::{self, Title};
use crate::{Import, mapper};

/// A stretch of a document.
pub(crate) enum Block {
    /// A line outside of tables.
    Line(Line),
    /// A table of any kind.
    Table(Grid),
}

/// A line of text.
#[derive(Clone)]
pub(crate) struct Line {
    pub text: String,
    /// Its number in the document, from 1.
    pub number: usize,
}

/// Reads the tables of a document; `notes` is what its reader had to say.
pub(crate) fn read(blocks: Vec<Block>, notes: Vec<Note>) -> Import {
    let mut import = Import {
        tables: Vec::new(),
        notes,
    };
    let mut lines: Vec<Line> = Vec::new();
    // A head in a table of its own, waiting for its grid.
    let mut head: Option<Grid> = None;
    for block in blocks {
        match block {
            Block::Line(line) => lines.push(line),
            Block::Table(mut grid) if has_header(&grid) => {
                if let Some(above) = head.take() {
                    if begins_with_header(&grid) {
                        grid.rows.splice(0..0, above.rows);
                    } else {
                        report_table(&above, &mut import.notes);
                    }
                }
                let title = take_title(&mut lines);
                report_lines(&mut lines, &mut import.notes);
                let title = title
                    .as_ref()
                    .and_then(|line| Some((title::read(&line.text)?, Address::line(line.number))));
                report_rest(title, &mut import.notes);
                import
                    .tables
                    .push(mapper::read(title, &grid, &mut import.notes));
            }
            Block::Table(grid) if is_head(&grid) => {
                if let Some(above) = head.replace(grid) {
                    report_table(&above, &mut import.notes);
                }
            }
            Block::Table(grid) => {
                report_lines(&mut lines, &mut import.notes);
                report_table(&grid, &mut import.notes);
            }
        }
    }
    if let Some(above) = head {
        report_table(&above, &mut import.notes);
    }
    report_lines(&mut lines, &mut import.notes);
    import.notes.sort_by_key(|note| note.at.line);
    import
}

fn has_header(grid: &Grid) -> bool {
    grid.rows.iter().any(|row| header::is_header(row.texts()))
}

fn begins_with_header(grid: &Grid) -> bool {
    let mut written = grid.rows.iter().filter(|row| !row.joined().is_empty());
    written
        .next()
        .is_some_and(|row| header::is_header(row.texts()))
}

/// Whether a table without a header row has the head of a target table in it.
pub(crate) fn is_head(grid: &Grid) -> bool {
    grid.rows.iter().any(|row| begins_head(row.texts()))
}

/// Whether a row can only be in the head of a table: below a header row, the next table has begun without a title.
pub(crate) fn begins_head<'t>(mut texts: impl Iterator<Item = &'t str>) -> bool {
    matches!(
        texts.next().and_then(head::label),
        Some(Label::Applicant | Label::Support | Label::Project)
    )
}

/// The last title among the lines above a table.
fn take_title(lines: &mut Vec<Line>) -> Option<Line> {
    let at = lines
        .iter()
        .rposition(|line| title::read(&line.text).is_some())?;
    Some(lines.remove(at))
}

fn report_lines(lines: &mut Vec<Line>, notes: &mut Vec<Note>) {
    notes.extend(lines.drain(..).map(|line| Note {
        at: Address::line(line.number),
        problem: match title::read(&line.text) {
            Some(_) => Problem::TitleWithoutTable,
            None => Problem::OutsideText,
        },
        text: line.text,
    }));
}

fn report_rest(title: Option<(Title<'_>, Address)>, notes: &mut Vec<Note>) {
    if let Some((title, at)) = title
        && !title.rest.is_empty()
    {
        notes.push(Note {
            at,
            problem: Problem::BesideTitle,
            text: title.rest.to_owned(),
        });
    }
}

fn report_table(grid: &Grid, notes: &mut Vec<Note>) {
    if let Some(first) = grid.rows.first() {
        notes.push(Note {
            at: Address {
                row: None,
                ..first.address
            },
            problem: Problem::OtherTable,
            text: first.joined(),
        });
    }
}
