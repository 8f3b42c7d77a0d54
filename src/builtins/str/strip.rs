//! Taking off what stands at the ends.

use std::ops::Range;

use crate::builtins::receiver::{receiver, storage};
use crate::builtins::text::chars::is_space;
use crate::object::Str;
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

use super::{exact, part, text_arg};

pub(super) static ROWS: &[Row] = &[
    Row::method(
        "strip",
        "(self, chars=None, /)",
        |vm, args| strip(vm, args, "strip", true, true),
        "Return a copy of the string with leading and trailing whitespace removed.",
    ),
    Row::method(
        "lstrip",
        "(self, chars=None, /)",
        |vm, args| strip(vm, args, "lstrip", true, false),
        "Return a copy of the string with leading whitespace removed.",
    ),
    Row::method(
        "rstrip",
        "(self, chars=None, /)",
        |vm, args| strip(vm, args, "rstrip", false, true),
        "Return a copy of the string with trailing whitespace removed.",
    ),
    Row::method(
        "removeprefix",
        "(self, prefix, /)",
        remove_prefix,
        "Return a str with the given prefix string removed if present.",
    ),
    Row::method(
        "removesuffix",
        "(self, suffix, /)",
        remove_suffix,
        "Return a str with the given suffix string removed if present.",
    ),
];

fn strip(vm: &mut Vm, args: &[Value], method: &str, left: bool, right: bool) -> Result {
    let text = receiver::<Str>(vm, args, method)?;
    let stripped = match storage::<Str>(&args[1]) {
        Some(set) => trimmed(text.as_str(), left, right, |c| set.as_str().contains(c)),
        None if args[1].is_none() => without_space(text.as_str(), left, right),
        None => return Err(vm.type_error(format!("{method} arg must be None or str"))),
    };
    if stripped.len() == text.as_str().len() {
        return Ok(exact(&args[0], text));
    }
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

fn remove_prefix(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "removeprefix")?;
    let prefix = text_arg(vm, &args[1], "removeprefix() argument")?;
    Ok(match text.as_str().strip_prefix(prefix.as_str()) {
        Some(rest) => part(vm, text, range_of(text, rest)),
        None => exact(&args[0], text),
    })
}

fn remove_suffix(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "removesuffix")?;
    let suffix = text_arg(vm, &args[1], "removesuffix() argument")?;
    Ok(match text.as_str().strip_suffix(suffix.as_str()) {
        Some(rest) => part(vm, text, range_of(text, rest)),
        None => exact(&args[0], text),
    })
}
