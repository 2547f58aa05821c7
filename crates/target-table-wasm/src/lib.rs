//! The browser's door to the engine: JSON text in, JSON text out.
//!
//! It is built twice. The first module answers every keystroke and has to be there before somebody types, so it is
//! small: it checks what is a table. The second one (feature `complete`) is loaded afterwards: it also explains why a
//! text is no table, which takes the schema validator, and puts readings into words.

use std::borrow::Cow;

use target_table::{Lang, Options, profile};
use wasm_bindgen::prelude::*;

/// Half the code of the standard library's allocator, which matters in a module of this size.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Checks a JSON text if it is a table and gives the report's JSON; an empty text where it is none, which `check` of the
/// complete module explains. An empty profile asks for the default one; the language is `zh` or `en`.
#[wasm_bindgen]
pub fn check_if_table(table: &str, profile: &str, lang: &str) -> String {
    let report = target_table::check_if_table(table, &options(profile, lang));
    report.map_or(String::new(), |report| report.to_json())
}

/// Checks any text and gives the report's JSON: whatever is wrong with the text is a finding.
#[cfg(feature = "complete")]
#[wasm_bindgen]
pub fn check(table: &str, profile: &str, lang: &str) -> String {
    target_table::check_json(table, &options(profile, lang)).to_json()
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

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// An unknown profile means the default one, and the report names the one that was used.
fn options(profile: &str, lang: &str) -> Options {
    let profile = profile::find(profile).unwrap_or_else(profile::default);
    Options {
        profile: Cow::Borrowed(profile),
        lang: if lang == "en" { Lang::En } else { Lang::Zh },
        ..Options::default()
    }
}
