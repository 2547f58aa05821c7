//! The terminal's door to the engine.
fn main() {}
