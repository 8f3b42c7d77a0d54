//! What is searched: a string, or bytes. The engine counts in bytes, scripts in characters.

use std::borrow::Cow;

use crate::builtins::bytes::Buffer;
use crate::heap::Gc;
use crate::object::{Bytes, Str};
use crate::regex::{self, Kind};
use crate::value::Value;
use crate::vm::{Result, Vm, storage};

/// A text that is searched.
pub(super) struct Text<'a> {
    value: &'a Value,
    string: Option<&'a Gc<Str>>,
    /// A copy of what could change while handlers of signals run.
    data: Cow<'a, [u8]>,
}

impl<'a> Text<'a> {
    /// The text that a value is, for a pattern of a kind.
    pub fn of(vm: &mut Vm, value: &'a Value, kind: Kind) -> Result<Text<'a>> {
        let string = storage::<Str>(value);
        let data = match (string, Buffer::of(value)) {
            (Some(text), _) => Cow::Borrowed(text.as_str().as_bytes()),
            (None, Some(Buffer::Fixed(bytes))) => Cow::Borrowed(bytes.data()),
            (None, Some(Buffer::Array(array))) => Cow::Owned(array.0.borrow().to_vec()),
            (None, None) => {
                let given = vm.type_name(value);
                return Err(vm.type_error(format!("expected string or bytes-like object, got '{given}'")));
            }
        };
        match (kind, string) {
            (Kind::Text, None) => Err(vm.type_error("cannot use a string pattern on a bytes-like object")),
            (Kind::Bytes, Some(_)) => Err(vm.type_error("cannot use a bytes pattern on a string-like object")),
            _ => Ok(Text { value, string, data }),
        }
    }

    /// It for the engine, up to an offset.
    pub fn until(&self, end: usize) -> regex::Subject<'_> {
        regex::Subject { text: &self.data[..end], wide: self.string.is_some_and(|text| !text.is_ascii()) }
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.data
    }

    /// How many characters it has.
    pub fn length(&self) -> usize {
        self.string.map_or(self.data.len(), |text| text.char_len())
    }

    /// The offset of a character.
    pub fn offset(&self, position: usize) -> usize {
        match self.string {
            Some(text) if !text.is_ascii() => text.byte_offset(position),
            _ => position,
        }
    }

    /// A position that a script gives, within the text.
    pub fn clamp(&self, position: i64) -> usize {
        usize::try_from(position).map_or(0, |position| position.min(self.length()))
    }

    /// A part of it.
    pub fn part(&self, from: usize, to: usize) -> Value {
        slice(self.value, from, to)
    }
}

/// The character at an offset of a text.
pub(super) fn position(text: &Value, offset: usize) -> usize {
    match storage::<Str>(text) {
        Some(text) if !text.is_ascii() => text.char_position(offset),
        _ => offset,
    }
}

/// A part of a text between two offsets, as a plain string or bytes.
pub(super) fn slice(text: &Value, from: usize, to: usize) -> Value {
    if let Some(string) = storage::<Str>(text) {
        if from == 0 && to == string.as_str().len() && text.is::<Str>() {
            return text.clone();
        }
        return string.part(from, to);
    }
    match Buffer::of(text) {
        Some(Buffer::Fixed(bytes)) if from == 0 && to == bytes.data().len() && text.is::<Bytes>() => text.clone(),
        Some(bytes) => Bytes::value(bytes.data().get(from..to).unwrap_or_default()),
        None => Value::None,
    }
}
