//! Finding and counting parts of bytes.

use std::borrow::Cow;

use crate::builtins::receiver::storage;
use crate::builtins::slice::has_index;
use crate::builtins::str::bounds;
use crate::builtins::text::search;
use crate::object::Tuple;
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

use super::{Data, buffer, buffer_arg, byte, this};

pub(super) static ROWS: &[Row] = &[
    Row::method(
        "find",
        "(self, sub, start=None, end=None, /)",
        |vm, args| found(vm, args, "find", search::find, false),
        "Return the lowest index where subsection 'sub' is found, or -1.",
    ),
    Row::method(
        "rfind",
        "(self, sub, start=None, end=None, /)",
        |vm, args| found(vm, args, "rfind", search::rfind, false),
        "Return the highest index where subsection 'sub' is found, or -1.",
    ),
    Row::method(
        "index",
        "(self, sub, start=None, end=None, /)",
        |vm, args| found(vm, args, "index", search::find, true),
        "Return the lowest index where subsection 'sub' is found; raise ValueError where it is not.",
    ),
    Row::method(
        "rindex",
        "(self, sub, start=None, end=None, /)",
        |vm, args| found(vm, args, "rindex", search::rfind, true),
        "Return the highest index where subsection 'sub' is found; raise ValueError where it is not.",
    ),
    Row::method(
        "count",
        "(self, sub, start=None, end=None, /)",
        count,
        "Return the number of non-overlapping occurrences of subsection 'sub'.",
    ),
    Row::method(
        "startswith",
        "(self, prefix, start=None, end=None, /)",
        |vm, args| affix(vm, args, "startswith", <[u8]>::starts_with),
        "Return True if the bytes start with the specified prefix, False otherwise.",
    ),
    Row::method(
        "endswith",
        "(self, suffix, start=None, end=None, /)",
        |vm, args| affix(vm, args, "endswith", <[u8]>::ends_with),
        "Return True if the bytes end with the specified suffix, False otherwise.",
    ),
];

/// What is searched for: bytes, or an int that stands for one.
fn needle<'a>(vm: &mut Vm, value: &'a Value) -> Result<Cow<'a, [u8]>> {
    match buffer(value) {
        Some(Data::Fixed(data)) => return Ok(Cow::Borrowed(data)),
        Some(Data::Array(data)) => return Ok(Cow::Owned(data.to_vec())),
        None => {}
    }
    if !has_index(vm, value) {
        let given = vm.type_name(value);
        return Err(vm.type_error(format!("argument should be integer or bytes-like object, not '{given}'")));
    }
    byte(vm, value).map(|byte| Cow::Owned(vec![byte]))
}

fn length(args: &[Value]) -> usize {
    buffer(&args[0]).map_or(0, |data| data.len())
}

fn found(vm: &mut Vm, args: &[Value], method: &str, search: fn(&[u8], &[u8]) -> Option<usize>, must: bool) -> Result {
    let needle = needle(vm, &args[1])?;
    let window = bounds(vm, &args[2], &args[3], length(args))?;
    let data = this(vm, args, method)?;
    let place = window.and_then(|(start, end)| Some(start + search(data.get(start..end)?, &needle)?));
    match place {
        Some(place) => Ok(place.into()),
        None if must => Err(vm.value_error("subsection not found")),
        None => Ok(Value::Int(-1)),
    }
}

fn count(vm: &mut Vm, args: &[Value]) -> Result {
    let needle = needle(vm, &args[1])?;
    let window = bounds(vm, &args[2], &args[3], length(args))?;
    let data = this(vm, args, "count")?;
    Ok(match window.and_then(|(start, end)| data.get(start..end)) {
        None => 0,
        Some(part) if needle.is_empty() => part.len() + 1,
        Some(part) => search::count(part, &needle),
    }
    .into())
}

fn affix(vm: &mut Vm, args: &[Value], method: &str, matches: fn(&[u8], &[u8]) -> bool) -> Result {
    let window = bounds(vm, &args[2], &args[3], length(args))?;
    let data = this(vm, args, method)?;
    let part = window.and_then(|(start, end)| data.get(start..end));
    if let Some(affix) = buffer(&args[1]) {
        return Ok(part.is_some_and(|part| matches(part, &affix)).into());
    }
    let Some(tuple) = storage::<Tuple>(&args[1]) else {
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("{method} first arg must be bytes or a tuple of bytes, not {given}")));
    };
    for item in tuple.items() {
        let affix = buffer_arg(vm, item)?;
        if part.is_some_and(|part| matches(part, &affix)) {
            return Ok(true.into());
        }
    }
    Ok(false.into())
}
