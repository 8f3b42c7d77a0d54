//! Finding and counting substrings.

use crate::builtins::slice::clamped_index;
use crate::builtins::text::search;
use crate::object::{Str, Tuple};
use crate::value::{Value, Words};
use crate::vm::{Result, Row, Vm, method, storage};

pub(super) static ROWS: &[Row] = &[
    method!(
        "find",
        "(self, sub, start=None, end=None, /)",
        |vm, text, needle, start, end| found(vm, text, needle, start, end, search::find, false),
        "Return the lowest index in S where substring sub is found, or -1."
    ),
    method!(
        "rfind",
        "(self, sub, start=None, end=None, /)",
        |vm, text, needle, start, end| found(vm, text, needle, start, end, search::rfind, false),
        "Return the highest index in S where substring sub is found, or -1."
    ),
    method!(
        "index",
        "(self, sub, start=None, end=None, /)",
        |vm, text, needle, start, end| found(vm, text, needle, start, end, search::find, true),
        "Return the lowest index in S where substring sub is found; raise ValueError where it is not."
    ),
    method!(
        "rindex",
        "(self, sub, start=None, end=None, /)",
        |vm, text, needle, start, end| found(vm, text, needle, start, end, search::rfind, true),
        "Return the highest index in S where substring sub is found; raise ValueError where it is not."
    ),
    method!(
        "count",
        "(self, sub, start=None, end=None, /)",
        count,
        "Return the number of non-overlapping occurrences of substring sub in string S[start:end]."
    ),
    method!(
        "startswith",
        "(self, prefix, start=None, end=None, /)",
        |vm, this, prefix, start, end| affix(vm, this, prefix, start, end, "startswith", <[u8]>::starts_with),
        "Return True if the string starts with the specified prefix, False otherwise."
    )
    .quickly(|_, args| affix_quickly(args, <[u8]>::starts_with)),
    method!(
        "endswith",
        "(self, suffix, start=None, end=None, /)",
        |vm, this, suffix, start, end| affix(vm, this, suffix, start, end, "endswith", <[u8]>::ends_with),
        "Return True if the string ends with the specified suffix, False otherwise."
    )
    .quickly(|_, args| affix_quickly(args, <[u8]>::ends_with)),
];

/// The bounds of a search in `length` items, as `start` and `end` give them; none where they are out of order.
pub(in crate::builtins) fn bounds(vm: &mut Vm, start: &Value, end: &Value, length: usize) -> Result<Option<(usize, usize)>> {
    let mut bound = |value: &Value, default: i64| -> Result<usize> {
        let at = if value.is_none() { default } else { clamped_index(vm, value)? };
        Ok(if at < 0 { at.saturating_add(length as i64).max(0) as usize } else { at as usize })
    };
    let (start, end) = (bound(start, 0)?, bound(end, length as i64)?.min(length));
    Ok((start <= end).then_some((start, end)))
}

/// The part of a text between character positions, and the byte where it starts.
fn window<'a>(vm: &mut Vm, text: &'a Str, start: &Value, end: &Value) -> Result<Option<(usize, &'a str)>> {
    if start.is_none() && end.is_none() {
        return Ok(Some((0, text.as_str())));
    }
    let length = text.char_len();
    let Some((start, end)) = bounds(vm, start, end, length)? else { return Ok(None) };
    let from = text.byte_offset(start);
    let to = if end == length { text.as_str().len() } else { text.byte_offset(end) };
    Ok(Some((from, &text.as_str()[from..to])))
}

fn found(
    vm: &mut Vm,
    text: &Str,
    needle: &str,
    start: &Value,
    end: &Value,
    search: fn(&[u8], &[u8]) -> Option<usize>,
    must: bool,
) -> Result {
    let place = window(vm, text, start, end)?.and_then(|(from, part)| Some(from + search(part.as_bytes(), needle.as_bytes())?));
    match place {
        Some(place) => Ok(text.char_position(place).into()),
        None if must => Err(vm.value_error("substring not found")),
        None => Ok(Value::Int(-1)),
    }
}

fn count(vm: &mut Vm, text: &Str, needle: &str, start: &Value, end: &Value) -> Result<usize> {
    Ok(match window(vm, text, start, end)? {
        None => 0,
        Some((_, part)) if needle.is_empty() => part.chars().count() + 1,
        Some((_, part)) => search::count(part.as_bytes(), needle.as_bytes()),
    })
}

/// One prefix or suffix of a whole text.
fn affix_quickly(args: &[Value], matches: fn(&[u8], &[u8]) -> bool) -> Words {
    let [text, affix] = args else { return Words::unset() };
    let (Some(text), Some(affix)) = (text.get::<Str>(), affix.get::<Str>()) else { return Words::unset() };
    Words::bool(matches(text.as_str().as_bytes(), affix.as_str().as_bytes()))
}

fn affix(
    vm: &mut Vm,
    text: &Str,
    prefix: &Value,
    start: &Value,
    end: &Value,
    method: &str,
    matches: fn(&[u8], &[u8]) -> bool,
) -> Result<bool> {
    if let (Some(affix), true, true) = (prefix.get::<Str>(), start.is_none(), end.is_none()) {
        return Ok(matches(text.as_str().as_bytes(), affix.as_str().as_bytes()));
    }
    let Some((_, part)) = window(vm, text, start, end)? else {
        // What is asked for must be of the right type even where nothing can match.
        return check_affix(vm, prefix, method).map(|()| false);
    };
    if let Some(affix) = storage::<Str>(prefix) {
        return Ok(matches(part.as_bytes(), affix.as_str().as_bytes()));
    }
    check_affix(vm, prefix, method)?;
    for item in storage::<Tuple>(prefix).iter().flat_map(|tuple| tuple.items()) {
        let Some(affix) = storage::<Str>(item) else {
            let given = vm.type_name(item);
            return Err(vm.type_error(format!("tuple for {method} must only contain str, not {given}")));
        };
        if matches(part.as_bytes(), affix.as_str().as_bytes()) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn check_affix(vm: &Vm, value: &Value, method: &str) -> Result<()> {
    if storage::<Str>(value).is_some() || storage::<Tuple>(value).is_some() {
        return Ok(());
    }
    let given = vm.type_name(value);
    Err(vm.type_error(format!("{method} first arg must be str or a tuple of str, not {given}")))
}
