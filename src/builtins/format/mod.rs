//! The format language: `%`, `str.format`, and the specifications of strings. Those of numbers stand with the numbers.

mod conversion;
pub mod percent;
pub mod plain;
pub mod template;
pub mod text;

use crate::object::Str;
use crate::vm::{Result, Vm};

/// Bytes up to which a text is copied out of the buffer that it was made in, which is kept for the next one.
const COPIED: usize = 4096;

impl Vm {
    /// Makes a text in a buffer that is used again and again.
    pub(super) fn compose(&mut self, expected: usize, fill: impl FnOnce(&mut Vm, &mut String) -> Result<()>) -> Result {
        let mut text = std::mem::take(&mut self.scratch);
        text.reserve(expected);
        let done = fill(self, &mut text);
        if text.len() > COPIED {
            return done.map(|()| Str::value(text));
        }
        let made = done.map(|()| Str::value(text.as_str()));
        text.clear();
        self.scratch = text;
        made
    }
}
