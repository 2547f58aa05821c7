//! Documents to tables, for the page's readers of files and for what is pasted.

use serde::{Deserialize, Serialize};
use target_table::model::{Indicator, Period};
use target_table::{Lang, Table};
use target_table_documents::{
    self as documents, Error, HeadAlone, Import, LaidCell, Name, Note, Part,
};

/// What may be asked.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Asked {
    /// The tables of a text document: `{"tables", "notes"}`, or `{"problem"}`.
    Text(String),
    /// The tables of a document whose cells are known: the same.
    Parts(Vec<Part>),
    /// The head of a table without its grid: `{"project"?, …, "periods", "notes"}`, or `null` where it is none.
    Head(Vec<Part>),
    /// Rows without a header row for the periods of a table: `{"indicators", "notes"}`, or `null` where they are no such
    /// rows.
    Rows {
        rows: Vec<Vec<LaidCell>>,
        periods: Vec<Period>,
    },
    /// Printed names, each taken apart: a list of `{"name", "unit"?, "definition"?}`.
    Names(Vec<String>),
}

/// What is answered.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Tables {
        tables: Vec<Table>,
        notes: Vec<Said>,
    },
    Problem {
        problem: Said,
    },
    Head(Option<Head>),
    Rows(Option<Read>),
    Names(Vec<Name>),
}

#[derive(Serialize)]
struct Head {
    #[serde(flatten)]
    head: HeadAlone,
    notes: Vec<Said>,
}

#[derive(Serialize)]
struct Read {
    indicators: Vec<Indicator>,
    notes: Vec<Said>,
}

/// Something that is said to the user, in both languages.
#[derive(Serialize)]
struct Said {
    zh: String,
    en: String,
}

/// The answer's JSON.
pub fn answer(asked: Asked) -> String {
    let answer = match asked {
        Asked::Text(text) => tables(documents::read_text(&text)),
        Asked::Parts(parts) => tables(documents::read_parts(&parts)),
        Asked::Head(parts) => Answer::Head(documents::read_head(&parts).map(|head| Head {
            notes: notes(&head.notes),
            head,
        })),
        Asked::Rows { rows, periods } => {
            Answer::Rows(documents::read_rows(&rows, &periods).map(|read| Read {
                indicators: read.indicators,
                notes: notes(&read.notes),
            }))
        }
        Asked::Names(names) => Answer::Names(
            names
                .iter()
                .map(|name| documents::split_name(name))
                .collect(),
        ),
    };
    // Writing plain data into memory cannot fail.
    serde_json::to_string(&answer).unwrap_or_default()
}

fn tables(import: Result<Import, Error>) -> Answer {
    match import {
        Ok(import) => Answer::Tables {
            tables: import.tables.into_iter().map(|one| one.table).collect(),
            notes: notes(&import.notes),
        },
        Err(error) => Answer::Problem {
            problem: said(|lang| error.message(lang)),
        },
    }
}

fn notes(notes: &[Note]) -> Vec<Said> {
    notes
        .iter()
        .map(|note| said(|lang| note.message(lang)))
        .collect()
}

fn said(message: impl Fn(Lang) -> String) -> Said {
    Said {
        zh: message(Lang::Zh),
        en: message(Lang::En),
    }
}
