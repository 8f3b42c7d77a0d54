//! The module `__future__`, written in the language; what its names mean the compiler knows by itself.

/// The module.
pub static SOURCES: &[(&str, &str)] = &[("__future__", include_str!("../../stdlib/__future__.py"))];
