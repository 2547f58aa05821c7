//! The text reader: what a common extractor makes of a Word file.

use crate::Import;
use crate::blocks::{self, Block, Line, begins_head};
use crate::grid::{Address, Cell, Grid, Row};
use crate::header::{self, Role};
use crate::note::{Note, Problem};
use crate::spans::{Layout, Placed};

/// A stretch of the text.
enum Stretch {
    /// A line outside of tables.
    Line(Line),
    /// Rows of cells.
    Table(Vec<RawRow>),
}

/// A row as the text has it: how its cells lie over the columns is not known yet.
#[derive(Clone)]
struct RawRow {
    cells: Vec<Line>,
}

/// Reads the tables of a text.
pub(crate) fn read(text: &str) -> Import {
    let mut notes = Vec::new();
    let mut tables = 0;
    let blocks = stretches(text)
        .into_iter()
        .map(|stretch| match stretch {
            Stretch::Line(line) => Block::Line(line),
            Stretch::Table(rows) => {
                tables += 1;
                Block::Table(grid(&rows, tables, &mut notes))
            }
        })
        .collect();
    blocks::read(blocks, notes)
}

impl RawRow {
    fn line(&self) -> usize {
        self.cells.first().map_or(0, |cell| cell.number)
    }

    fn texts(&self) -> Vec<&str> {
        self.cells.iter().map(|cell| cell.text.as_str()).collect()
    }

    fn joined(&self) -> String {
        let mut texts = self.texts();
        texts.retain(|text| !text.is_empty());
        texts.join("｜")
    }
}

fn is_header(row: &RawRow) -> bool {
    header::is_header(row.cells.iter().map(|cell| cell.text.as_str()))
}

/// Splits a text into its lines and tables. Two empty lines, a line of text or a second head end a table.
fn stretches(text: &str) -> Vec<Stretch> {
    let mut reader = Reader::default();
    for (index, line) in text.split('\n').enumerate() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        reader.read(line, index + 1);
    }
    reader.end_table();
    reader.stretches
}

#[derive(Default)]
struct Reader {
    stretches: Vec<Stretch>,
    rows: Vec<RawRow>,
    has_header: bool,
    cells: Vec<Line>,
}

impl Reader {
    fn read(&mut self, line: &str, number: usize) {
        let mut parts = line.split('\t');
        // What stands before the first tab goes on in the open cell.
        let before = parts.next().unwrap_or_default();
        match self.cells.last_mut() {
            Some(cell) if !before.trim().is_empty() => {
                cell.text.push('\n');
                cell.text.push_str(before);
            }
            _ if !before.trim().is_empty() => {
                self.end_table();
                self.stretches.push(Stretch::Line(Line {
                    text: before.trim().to_owned(),
                    number,
                }));
            }
            Some(_) if line.trim_matches(' ').is_empty() => self.end_row(),
            None if line.trim_matches(' ').is_empty() => self.end_table(),
            _ => {}
        }
        self.cells.extend(parts.map(|text| Line {
            text: text.to_owned(),
            number,
        }));
    }

    fn end_row(&mut self) {
        let mut cells = std::mem::take(&mut self.cells);
        if cells.is_empty() {
            return;
        }
        for cell in &mut cells {
            cell.text = tidy(&cell.text);
        }
        let row = RawRow { cells };
        if self.has_header && begins_head(row.texts().into_iter()) {
            self.end_table();
        }
        self.has_header |= is_header(&row);
        self.rows.push(row);
    }

    fn end_table(&mut self) {
        self.end_row();
        self.has_header = false;
        if !self.rows.is_empty() {
            self.stretches
                .push(Stretch::Table(std::mem::take(&mut self.rows)));
        }
    }
}

/// A cell's text: other line breaks are line breaks too, and white space around lines means nothing.
fn tidy(text: &str) -> String {
    let text = text.replace(['\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'], "\n");
    let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
    lines.join("\n").trim().to_owned()
}

/// The rows with a header in two rows made into one: below 指标值 stand the periods, below the rest nothing. The upper of
/// the two is left empty, so that rows keep their numbers.
fn with_one_header_row(rows: &[RawRow]) -> Vec<RawRow> {
    let mut rows = rows.to_vec();
    let header_at = rows.iter().position(is_header);
    if let Some([upper, lower]) = header_at.and_then(|at| rows.get_mut(at..at + 2))
        && let Some(cells) = joined_header(&upper.cells, &lower.cells)
    {
        upper.cells.clear();
        lower.cells = cells;
    }
    rows
}

fn joined_header(upper: &[Line], lower: &[Line]) -> Option<Vec<Line>> {
    let is_target = |cell: &&Line| header::role(&cell.text) == Role::Target;
    let targets = upper.iter().filter(is_target).count();
    let below: Vec<&Line> = lower.iter().filter(|cell| !cell.text.is_empty()).collect();
    let each = below.len().checked_div(targets)?;
    let is_second = lower.first()?.text.is_empty()
        && each > 0
        && each * targets == below.len()
        && below.iter().all(is_target);
    if !is_second {
        return None;
    }
    let mut below = below.into_iter();
    let mut cells = Vec::new();
    for above in upper {
        if !is_target(&above) {
            cells.push(above.clone());
            continue;
        }
        cells.extend(below.by_ref().take(each).map(|cell| Line {
            text: header::joined(&above.text, &cell.text).to_owned(),
            ..*cell
        }));
    }
    Some(cells)
}

/// The grid of a table. Without a header row nothing is known of its columns, and it is no target table.
fn grid(rows: &[RawRow], table: usize, notes: &mut Vec<Note>) -> Grid {
    let rows = &with_one_header_row(rows);
    let header_at = rows.iter().position(is_header).unwrap_or(rows.len());
    let headings = rows.get(header_at).map(RawRow::texts).unwrap_or_default();
    let data = rows.get(header_at + 1..).unwrap_or_default();
    let texts: Vec<Vec<&str>> = data.iter().map(RawRow::texts).collect();
    let layout = Layout::new(&headings, &texts);
    let mut grid = Grid { rows: Vec::new() };
    for (index, row) in rows.iter().enumerate() {
        let cells = row.cells.len();
        let address = Address {
            table: Some(table),
            row: Some(index + 1),
            ..Address::line(row.line())
        };
        let note = |problem| Note {
            at: address,
            problem,
            text: row.joined(),
        };
        let spans = if index < header_at {
            side_by_side(cells, layout.width())
        } else if index == header_at || is_header(row) {
            layout.headings.clone()
        } else {
            match layout.place(cells) {
                Placed::Cells(spans) => spans,
                Placed::Guessed(spans) => {
                    notes.push(note(Problem::Merge));
                    spans
                }
                Placed::Misfit if row.joined().is_empty() => continue,
                Placed::Misfit => {
                    notes.push(note(Problem::Row));
                    continue;
                }
            }
        };
        let cells = row.cells.iter().zip(spans).enumerate();
        grid.rows.push(Row {
            cells: cells
                .map(|(at, (cell, columns))| Cell {
                    text: cell.text.clone(),
                    columns,
                    address: Address {
                        cell: Some(at + 1),
                        line: cell.number,
                        ..address
                    },
                })
                .collect(),
            address,
        });
    }
    grid
}

/// Cells of the head: one column each, the last one to the right edge.
fn side_by_side(cells: usize, width: usize) -> Vec<std::ops::Range<usize>> {
    (0..cells)
        .map(|at| {
            at..if at + 1 == cells {
                width.max(cells)
            } else {
                at + 1
            }
        })
        .collect()
}
