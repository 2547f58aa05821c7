//! A reading said back in one short phrase, so that the writer sees what was understood.

use super::types::Reading;
use crate::report::Lang;

/// The phrase without its lead-in: `累计 ≥ 125 户次`. Empty for a blank cell.
pub fn said(_reading: &Reading, _lang: Lang) -> String {
    String::new()
}
