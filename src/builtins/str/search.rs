//! Finding and counting substrings.

use crate::builtins::receiver::{receiver, storage};
use crate::builtins::slice::clamped_index;
use crate::builtins::text::search;
use crate::object::{Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

use super::text_arg;

pub(super) static ROWS: &[Row] = &[
    Row::method(
        "find",
        "(self, sub, start=None, end=None, /)",
        |vm, args| found(vm, args, "find", search::find, false),
        "Return the lowest index in S where substring sub is found, or -1.",
    ),
    Row::method(
        "rfind",
        "(self, sub, start=None, end=None, /)",
        |vm, args| found(vm, args, "rfind", search::rfind, false),
        "Return the highest index in S where substring sub is found, or -1.",
    ),
    Row::method(
        "index",
        "(self, sub, start=None, end=None, /)",
        |vm, args| found(vm, args, "index", search::find, true),
        "Return the lowest index in S where substring sub is found; raise ValueError where it is not.",
    ),
    Row::method(
        "rindex",
        "(self, sub, start=None, end=None, /)",
        |vm, args| found(vm, args, "rindex", search::rfind, true),
        "Return the highest index in S where substring sub is found; raise ValueError where it is not.",
    ),
    Row::method(
        "count",
        "(self, sub, start=None, end=None, /)",
        count,
        "Return the number of non-overlapping occurrences of substring sub in string S[start:end].",
    ),
    Row::method(
        "startswith",
        "(self, prefix, start=None, end=None, /)",
        |vm, args| affix(vm, args, "startswith", <[u8]>::starts_with),
        "Return True if the string starts with the specified prefix, False otherwise.",
    ),
    Row::method(
        "endswith",
        "(self, suffix, start=None, end=None, /)",
        |vm, args| affix(vm, args, "endswith", <[u8]>::ends_with),
        "Return True if the string ends with the specified suffix, False otherwise.",
    ),
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

fn found(vm: &mut Vm, args: &[Value], method: &str, search: fn(&[u8], &[u8]) -> Option<usize>, must: bool) -> Result {
    let text = receiver::<Str>(vm, args, method)?;
    let Some(needle) = storage::<Str>(&args[1]) else {
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("{method}() argument 1 must be str, not {given}")));
    };
    let place = window(vm, text, &args[2], &args[3])?
        .and_then(|(from, part)| Some(from + search(part.as_bytes(), needle.as_str().as_bytes())?));
    match place {
        Some(place) => Ok(text.char_position(place).into()),
        None if must => Err(vm.value_error("substring not found")),
        None => Ok(Value::Int(-1)),
    }
}

fn count(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "count")?;
    let needle = text_arg(vm, &args[1], "count() argument 1")?.as_str();
    Ok(match window(vm, text, &args[2], &args[3])? {
        None => 0,
        Some((_, part)) if needle.is_empty() => part.chars().count() + 1,
        Some((_, part)) => search::count(part.as_bytes(), needle.as_bytes()),
    }
    .into())
}

fn affix(vm: &mut Vm, args: &[Value], method: &str, matches: fn(&[u8], &[u8]) -> bool) -> Result {
    let text = receiver::<Str>(vm, args, method)?;
    let Some((_, part)) = window(vm, text, &args[2], &args[3])? else {
        // What is asked for must be of the right type even where nothing can match.
        return check_affix(vm, &args[1], method).map(|()| false.into());
    };
    if let Some(affix) = storage::<Str>(&args[1]) {
        return Ok(matches(part.as_bytes(), affix.as_str().as_bytes()).into());
    }
    check_affix(vm, &args[1], method)?;
    for item in storage::<Tuple>(&args[1]).iter().flat_map(|tuple| tuple.items()) {
        let Some(affix) = storage::<Str>(item) else {
            let given = vm.type_name(item);
            return Err(vm.type_error(format!("tuple for {method} must only contain str, not {given}")));
        };
        if matches(part.as_bytes(), affix.as_str().as_bytes()) {
            return Ok(true.into());
        }
    }
    Ok(false.into())
}

fn check_affix(vm: &Vm, value: &Value, method: &str) -> Result<()> {
    if storage::<Str>(value).is_some() || storage::<Tuple>(value).is_some() {
        return Ok(());
    }
    let given = vm.type_name(value);
    Err(vm.type_error(format!("{method} first arg must be str or a tuple of str, not {given}")))
}
