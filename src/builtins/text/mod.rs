//! What `str`, `bytes` and formatting share and no value is needed for: properties of characters, quoting, searching, codecs.

pub mod chars;
pub mod codecs;
pub mod quote;
pub mod search;
mod tables;
pub mod unicode_errors;
