//! The format language: `%`, `str.format`, and the specifications of strings. Those of numbers stand with the numbers.

mod conversion;
pub mod percent;
pub mod plain;
pub mod template;
pub mod text;
