//! What holds for readings as a whole.

mod algebra;
mod expressions;
mod properties;
