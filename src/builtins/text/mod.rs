//! What `str`, `bytes` and formatting share: properties of characters, quoting, searching, codecs. Only `coding` knows the machine.

pub mod chars;
pub mod codecs;
mod coding;
mod mappings;
mod properties;
pub mod quote;
pub mod search;
