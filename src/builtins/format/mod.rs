//! The format language: `%`, `str.format`, and the specifications of strings. Those of numbers stand with the numbers.

mod conversion;
pub mod percent;
pub mod template;
pub mod text;

use crate::heap::Gc;
use crate::object::Str;
use crate::value::Value;
use crate::vm::{Result, Vm};

use super::text::quote;

impl Vm {
    /// `ascii(value)`
    pub fn ascii(&mut self, value: &Value) -> Result<Gc<Str>> {
        let text = self.repr(value)?;
        Ok(if text.is_ascii() { text } else { Str::new(quote::ascii(text.as_str())) })
    }
}
