//! Method tables of the built-in types, functions, and the format language.

pub mod exception;
pub mod traceback;
