//! A module that does nothing but allocate; `cargo xtask bench` holds the size of `readings` against it.

use std::hint::black_box;

fn main() {
    black_box(black_box("text").to_owned());
}
