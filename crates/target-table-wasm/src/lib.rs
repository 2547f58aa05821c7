//! The browser's door to the engine: JSON text in, JSON text out.

use target_table::reading::{self, Context};
use target_table::{Options, check_json};
use wasm_bindgen::prelude::*;

/// Checks a table's JSON text and gives the report's. The options are those of the engine, as JSON; an empty text asks
/// for the defaults. Only options that cannot be read throw: the caller, not the person who fills in the table, is wrong.
#[wasm_bindgen]
pub fn check(table: &str, options: &str) -> Result<String, JsError> {
    let options = match options {
        "" => Options::default(),
        json => serde_json::from_str(json)?,
    };
    Ok(check_json(table, &options).to_json())
}

/// Reads the text of one cell, under the indicator's name and its unit (empty where it has none), and gives the
/// reading's record as JSON.
#[wasm_bindgen]
pub fn read(text: &str, name: &str, unit: &str) -> Result<String, JsError> {
    let unit = Some(unit).filter(|unit| !unit.is_empty());
    let record = reading::record(text, &Context { name, unit });
    Ok(serde_json::to_string(&record)?)
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
