//! Taking off what stands at the ends.

use std::ops::Range;

use crate::builtins::text::chars::is_space;
use crate::heap::Gc;
use crate::object::Str;
use crate::value::{Value, Words};
use crate::vm::{Of, Result, Row, Vm, method, storage};

use super::{exact, part};

/// Bytes of texts that are stripped without asking whether there is memory.
const SHORT: usize = 256;

pub(super) static ROWS: &[Row] = &[
    method!(
        "strip",
        "(self, chars=None, /)",
        |vm, this, chars| strip(vm, this, chars, "strip", true, true),
        "Return a copy of the string with leading and trailing whitespace removed."
    )
    .quickly(|_, args| strip_quickly(args, true, true)),
    method!(
        "lstrip",
        "(self, chars=None, /)",
        |vm, this, chars| strip(vm, this, chars, "lstrip", true, false),
        "Return a copy of the string with leading whitespace removed."
    )
    .quickly(|_, args| strip_quickly(args, true, false)),
    method!(
        "rstrip",
        "(self, chars=None, /)",
        |vm, this, chars| strip(vm, this, chars, "rstrip", false, true),
        "Return a copy of the string with trailing whitespace removed."
    )
    .quickly(|_, args| strip_quickly(args, false, true)),
    method!(
        "removeprefix",
        "(self, prefix, /)",
        remove_prefix,
        "Return a str with the given prefix string removed if present."
    ),
    method!(
        "removesuffix",
        "(self, suffix, /)",
        remove_suffix,
        "Return a str with the given suffix string removed if present."
    ),
];

/// Takes white space off a text that is all ASCII there.
fn strip_quickly(args: &[Value], left: bool, right: bool) -> Words {
    let [value] = args else { return Words::unset() };
    let Some(text) = value.get::<Str>().map(Str::as_str).filter(|text| text.len() <= SHORT && text.is_ascii()) else {
        return Words::unset();
    };
    let stripped = without_space(text, left, right);
    if stripped.len() == text.len() {
        return Words::of(value.clone());
    }
    // What is shorter is shared.
    if stripped.len() < 2 { Words::unset() } else { Words::of(Str::ascii(stripped)) }
}

fn strip(vm: &mut Vm, this: Of<Str>, chars: &Value, method: &str, left: bool, right: bool) -> Result {
    let text = this.storage;
    let stripped = match storage::<Str>(chars) {
        Some(set) => trimmed(text.as_str(), left, right, |c| set.as_str().contains(c)),
        None if chars.is_none() => without_space(text.as_str(), left, right),
        None => return Err(vm.type_error(format!("{method} arg must be None or str"))),
    };
    if stripped.len() == text.as_str().len() {
        return Ok(exact(this.value, text));
    }
    vm.check_bytes(stripped.len())?;
    let range = range_of(text, stripped);
    Ok(part(vm, text, range))
}

/// Where a part of a text stands in it.
fn range_of(text: &Str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr() - text.as_str().as_ptr().addr();
    start..start + part.len()
}

/// The text without white space at its ends.
fn without_space(text: &str, left: bool, right: bool) -> &str {
    let ascii = |byte: &u8| byte.is_ascii() && is_space(char::from(*byte));
    let bytes = text.as_bytes();
    let from = if left { bytes.iter().take_while(|byte| ascii(byte)).count() } else { 0 };
    let to = if right { bytes.len() - bytes[from..].iter().rev().take_while(|byte| ascii(byte)).count() } else { bytes.len() };
    let rest = &text[from..to];
    // Some white space is beyond ASCII, and may have more of either kind behind it.
    let plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii);
    if plain(rest.as_bytes().first()) && plain(rest.as_bytes().last()) { rest } else { trimmed(rest, left, right, is_space) }
}

fn trimmed(text: &str, left: bool, right: bool, drop: impl Fn(char) -> bool) -> &str {
    let text = if left { text.trim_start_matches(&drop) } else { text };
    if right { text.trim_end_matches(&drop) } else { text }
}

fn remove_prefix(vm: &mut Vm, this: Of<Str>, prefix: &Gc<Str>) -> Value {
    let text = this.storage;
    match text.as_str().strip_prefix(prefix.as_str()) {
        Some(rest) => part(vm, text, range_of(text, rest)),
        None => exact(this.value, text),
    }
}

fn remove_suffix(vm: &mut Vm, this: Of<Str>, suffix: &Gc<Str>) -> Value {
    let text = this.storage;
    match text.as_str().strip_suffix(suffix.as_str()) {
        Some(rest) => part(vm, text, range_of(text, rest)),
        None => exact(this.value, text),
    }
}
