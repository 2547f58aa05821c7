//! What holds for readings as a whole.

mod algebra;
mod cases;
mod expressions;
mod linear;
mod properties;
mod record;
mod units;
