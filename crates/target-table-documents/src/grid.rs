//! The grid: what every format is read into before anything is understood.

use std::ops::Range;

use target_table::Lang;

/// A table of cells as they lie in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grid {
    /// The rows, those of the head above those of the indicators.
    pub rows: Vec<Row>,
}

/// A row of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// The cells that begin in this row, from left to right.
    pub cells: Vec<Cell>,
    /// Where the row stands in the document.
    pub address: Address,
}

/// A cell of a grid. A merge downwards leaves empty cells below the first one, as in Word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// The text, without white space around it.
    pub text: String,
    /// The columns of the grid that it covers.
    pub columns: Range<usize>,
    /// Where the cell stands in the document.
    pub address: Address,
}

impl Row {
    /// The texts of the cells.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|cell| cell.text.as_str())
    }

    /// The cells that begin within some columns.
    pub fn within(&self, columns: &Range<usize>) -> Vec<&Cell> {
        self.cells
            .iter()
            .filter(|cell| columns.contains(&cell.columns.start))
            .collect()
    }

    /// The cell that covers a column.
    pub fn covering(&self, column: usize) -> Option<&Cell> {
        self.cells
            .iter()
            .find(|cell| cell.columns.contains(&column))
    }

    /// The row in one line, for a note.
    pub fn joined(&self) -> String {
        let texts: Vec<&str> = self.texts().filter(|text| !text.is_empty()).collect();
        texts.join("｜")
    }
}

/// Where something stands in a document; everything is counted from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address {
    /// The table.
    pub table: Option<usize>,
    /// The row within its table.
    pub row: Option<usize>,
    /// The cell within its row, empty cells counted.
    pub cell: Option<usize>,
    /// The line of the text.
    pub line: usize,
}

impl Address {
    /// A line outside every table.
    pub fn line(line: usize) -> Self {
        Address {
            table: None,
            row: None,
            cell: None,
            line,
        }
    }

    /// The address in words: `表2·第5行·第3格`, or `第3行` outside of tables.
    pub fn text(self, lang: Lang) -> String {
        let Some(table) = self.table else {
            return match lang {
                Lang::Zh => format!("文本第{}行", self.line),
                Lang::En => format!("line {}", self.line),
            };
        };
        let part = |number: Option<usize>, before: &str, behind: &str| {
            number.map_or(String::new(), |number| format!("{before}{number}{behind}"))
        };
        match lang {
            Lang::Zh => [
                format!("表{table}"),
                part(self.row, "·第", "行"),
                part(self.cell, "·第", "格"),
            ],
            Lang::En => [
                format!("table {table}"),
                part(self.row, ", row ", ""),
                part(self.cell, ", cell ", ""),
            ],
        }
        .concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_said_in_words() {
        let cell = Address {
            table: Some(2),
            row: Some(5),
            cell: Some(3),
            line: 40,
        };
        assert_eq!(cell.text(Lang::Zh), "表2·第5行·第3格");
        assert_eq!(cell.text(Lang::En), "table 2, row 5, cell 3");
        assert_eq!(Address::line(7).text(Lang::Zh), "文本第7行");
    }
}
