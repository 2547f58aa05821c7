//! cargo xtask: the one place that knows tools.
fn main() {}
