//! Files to tables, each as JSON text, whatever the file was.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use target_table::{Lang, Table};
use target_table_documents::{self as documents, Address, Note};

use crate::{Failure, json_line};

/// The most bytes of a file of JSON tables; a single table's limit is the engine's affair.
const FILE_BYTES: usize = 64 << 20;

/// What a file holds.
#[derive(Default)]
pub struct Contents {
    /// The tables, in the order of the file.
    pub tables: Vec<Source>,
    /// What belongs to no table.
    pub notes: Vec<Note>,
}

/// A table as JSON text, and where its parts stand in the document that it comes from.
pub struct Source {
    pub json: String,
    pub places: BTreeMap<String, Address>,
    /// The line of the file on which the text begins, from 1; none where the file is no JSON.
    pub line: Option<usize>,
}

impl Source {
    fn of_json(json: &str, line: usize) -> Source {
        Source {
            json: json.to_owned(),
            places: BTreeMap::new(),
            line: Some(line),
        }
    }
}

/// What a file is called.
pub fn name(file: &Path, lang: Lang) -> String {
    if file == Path::new("-") {
        return lang.either("标准输入", "standard input").to_owned();
    }
    file.display().to_string()
}

/// Reads the tables of a file; the error is one sentence.
pub fn open(file: &Path, lang: Lang) -> Result<Contents, String> {
    let bytes = bytes_of(file, lang)?;
    contents(file, &bytes).map_err(|error| refusal(file, &error.message(lang), lang))
}

/// Reads a file as text; the error is one sentence.
pub fn text(file: &Path, lang: Lang) -> Result<String, String> {
    let bytes = bytes_of(file, lang)?;
    let text = documents::decode(&bytes);
    text.map(str::to_owned)
        .map_err(|error| refusal(file, &error.message(lang), lang))
}

fn bytes_of(file: &Path, lang: Lang) -> Result<Vec<u8>, String> {
    let bytes = bytes(file).map_err(|error| refusal(file, &words(&error, lang), lang))?;
    if bytes.len() > FILE_BYTES {
        let why = lang.either(
            "文件超过 64 MB 的上限，请拆成几个文件再试。",
            "The file is over the limit of 64 MB; split it into several files.",
        );
        return Err(refusal(file, why, lang));
    }
    Ok(bytes)
}

fn refusal(file: &Path, why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}：{why}", name(file, lang)),
        Lang::En => format!("{}: {why}", name(file, lang)),
    }
}

fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = FILE_BYTES as u64 + 1;
    if file == Path::new("-") {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        // Opening a folder works on some systems, and only reading it fails.
        if file.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn words(error: &io::Error, lang: Lang) -> String {
    let sentence = match error.kind() {
        io::ErrorKind::NotFound => lang.either(
            "没有这个文件，请核对路径。",
            "There is no such file; check the path.",
        ),
        io::ErrorKind::IsADirectory => lang.either(
            "这是文件夹，请写明其中的文件。",
            "This is a folder; name the files in it.",
        ),
        io::ErrorKind::PermissionDenied => lang.either(
            "没有权限读取，请核对文件的权限。",
            "It may not be read; check its permissions.",
        ),
        _ => {
            return match lang {
                Lang::Zh => format!("读取时出错（{error}），请重试。"),
                Lang::En => format!("Reading it failed ({error}); try again."),
            };
        }
    };
    sentence.to_owned()
}

fn contents(file: &Path, bytes: &[u8]) -> Result<Contents, documents::Error> {
    let text = documents::decode(bytes)?;
    match json_tables(file, text) {
        Some(tables) if tables.is_empty() => Err(documents::Error::Empty),
        Some(tables) => Ok(Contents {
            tables,
            notes: Vec::new(),
        }),
        None => {
            let import = documents::read_text(text)?;
            let tables = import.tables.into_iter().map(|imported| Source {
                json: json_of(&imported.table),
                places: imported.places,
                line: None,
            });
            Ok(Contents {
                tables: tables.collect(),
                notes: import.notes,
            })
        }
    }
}

/// The tables of a text of JSON: one, or one a line. None where the text is a document of another kind.
pub fn json_tables(file: &Path, text: &str) -> Option<Vec<Source>> {
    match kind(file, text) {
        Kind::Json => Some(vec![Source::of_json(text, 1)]),
        Kind::JsonLines => Some(
            text.lines()
                .enumerate()
                .filter(|(_, line)| !line.trim().is_empty())
                .map(|(index, line)| Source::of_json(line, index + 1))
                .collect(),
        ),
        Kind::Text => None,
    }
}

enum Kind {
    Json,
    JsonLines,
    Text,
}

/// What a text is, by its content; the ending of the name decides where the content is broken.
fn kind(file: &Path, text: &str) -> Kind {
    let ending = file
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("json") => return Kind::Json,
        Some("jsonl" | "ndjson") => return Kind::JsonLines,
        _ => {}
    }
    let text = text.trim_start();
    if !text.starts_with(['{', '[']) && text.trim_end() != "null" {
        return Kind::Text;
    }
    let mut lines = text.lines();
    let first_is_whole = lines
        .next()
        .is_some_and(|line| serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok());
    if first_is_whole && lines.any(|line| !line.trim().is_empty()) {
        Kind::JsonLines
    } else {
        Kind::Json
    }
}

fn json_of(table: &Table) -> String {
    // A table has nothing that JSON could not hold.
    serde_json::to_string(table).unwrap_or_default()
}

/// Prints the tables of a file, and says on standard error what belongs to none.
pub fn import(file: &Path, lang: Lang, out: &mut impl Write) -> Result<(), Failure> {
    let contents = open(file, lang).map_err(Failure::Sentence)?;
    for (index, source) in contents.tables.iter().enumerate() {
        let table = Table::from_json(&source.json).map_err(|_| refused(file, index, lang))?;
        json_line(&table, out)?;
    }
    report(&contents.notes, file, lang);
    Ok(())
}

/// What cannot be printed as a table would be refused by whoever reads it next.
fn refused(file: &Path, index: usize, lang: Lang) -> Failure {
    let (name, table) = (name(file, lang), index + 1);
    Failure::Sentence(match lang {
        Lang::Zh => {
            format!("{name}：第 {table} 张表不合格式，错在哪里请用 target-table check 查看。")
        }
        Lang::En => format!(
            "{name}: table {table} does not keep to the format; target-table check says where."
        ),
    })
}

/// Says on standard error what of a file belongs to no table.
pub fn report(notes: &[Note], file: &Path, lang: Lang) {
    let name = name(file, lang);
    for note in notes {
        let colon = lang.either("：", ": ");
        crate::say(&format!("{name}{colon}{}", note.message(lang)));
    }
}
