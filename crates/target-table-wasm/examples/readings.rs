//! A module that only reads cells; `cargo xtask bench` holds its size against `nothing`.

use std::hint::black_box;
use target_table::reading::{Context, read};

fn main() {
    black_box(read(black_box(""), &Context::default()));
}
