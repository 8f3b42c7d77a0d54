//! Numbers and text: what `int`, `float`, `round`, `format` and `%` share. Nothing here needs the machine.

pub mod format;
pub mod parse;
pub mod repr;
pub mod round;
