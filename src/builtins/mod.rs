//! Method tables of the built-in types, functions, and the format language.

pub mod bool;
pub mod float;
pub mod int;
pub mod number;
