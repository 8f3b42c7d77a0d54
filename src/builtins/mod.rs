//! Method tables of the built-in types, functions, and the format language.

pub mod bytes;
pub mod format;
pub mod number;
pub mod receiver;
pub mod repr_guard;
pub mod sequence;
pub mod slice;
pub mod str;
pub mod text;
