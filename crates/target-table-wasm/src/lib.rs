//! The browser's door to the engine: JSON text in, JSON text out.
//!
//! It is built twice. The first module is small, because it has to be there before somebody types: of what is a table it
//! decides whether it can be handed in, and knows the errors and the warnings. The second one (feature `complete`) is
//! loaded right behind it and answers from then on: it has the whole report with remarks, fixes and whatever is asked
//! for, explains why a text is no table, which takes the schema validator, and puts readings into words.

use std::borrow::Cow;

use target_table::{Options, profile};
use wasm_bindgen::prelude::*;

#[cfg(feature = "complete")]
mod documents;

/// Half the code of the standard library's allocator, which matters in a module of this size.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Checks a JSON text if it is a table and gives the report's JSON; an empty text where it is none, or where the language
/// is not Chinese, which `check` of the complete module answers. An empty profile asks for the default one.
///
/// Built without the feature `complete`, the report has no findings of rules that only remark, and no fixes.
#[wasm_bindgen]
pub fn check_if_table(table: &str, profile: &str, lang: &str) -> String {
    // English is for the complete module, see `Lang::either`.
    if lang == "en" {
        return String::new();
    }
    let report = target_table::check_if_table(table, &options(profile));
    report.map_or(String::new(), |report| report.to_json())
}

/// Checks any text and gives the report's JSON: whatever is wrong with the text is a finding. The options are JSON, see
/// `Options::from_json`; it throws where they are wrong.
#[cfg(feature = "complete")]
#[wasm_bindgen]
pub fn check(table: &str, options: &str) -> Result<String, JsError> {
    let options = asked(options)?;
    Ok(target_table::check_json(table, &options).to_json())
}

/// Applies all fixes that need no human to choose, and gives `{"text", "applied"}` as JSON: the table's new text, and the
/// findings that are mended by it.
#[cfg(feature = "complete")]
#[wasm_bindgen]
pub fn fix(table: &str, options: &str) -> Result<String, JsError> {
    let fixed = target_table::fix::all(table, &asked(options)?);
    Ok(serde_json::to_string(&fixed)?)
}

#[cfg(feature = "complete")]
fn asked(options: &str) -> Result<Options, JsError> {
    Options::from_json(options).map_err(|problems| {
        let sentences: Vec<&str> = problems.iter().map(|problem| problem.en.as_str()).collect();
        JsError::new(&sentences.join(" "))
    })
}

/// Reads the text of one cell, under the indicator's name and its unit (empty where it has none), and gives the
/// reading's record as JSON.
#[cfg(feature = "complete")]
#[wasm_bindgen]
pub fn read(text: &str, name: &str, unit: &str) -> String {
    let unit = Some(unit).filter(|unit| !unit.is_empty());
    let context = target_table::reading::Context { name, unit };
    let record = target_table::reading::record(text, &context);
    // Writing plain data into memory cannot fail.
    serde_json::to_string(&record).unwrap_or_default()
}

/// Reads tables out of what is no table's JSON; `asked` and the answer are JSON, see `documents`. It throws where `asked` is
/// no such question; that a document has no table is an answer.
#[cfg(feature = "complete")]
#[wasm_bindgen]
pub fn import_document(asked: &str) -> Result<String, JsError> {
    Ok(documents::answer(serde_json::from_str(asked)?))
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// An unknown profile means the default one, and the report names the one that was used.
fn options(profile: &str) -> Options {
    let profile = profile::find(profile).unwrap_or_else(profile::default);
    Options {
        profile: Cow::Borrowed(profile),
        ..Options::default()
    }
}
