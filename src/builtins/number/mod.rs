//! Numbers and text: what `int`, `float`, `round`, `format` and `%` share. Only `convert` needs the machine.

pub mod convert;
pub mod format;
pub mod parse;
pub mod repr;
pub mod round;
