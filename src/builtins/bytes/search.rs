//! Finding and counting parts of bytes.

use std::borrow::Cow;

use crate::builtins::slice::has_index;
use crate::builtins::str::bounds;
use crate::builtins::text::search;
use crate::object::Tuple;
use crate::value::Value;
use crate::vm::{Result, Row, Vm, method, storage};

use super::{Buffer, Data, buffer, buffer_arg, byte};

pub(super) static ROWS: &[Row] = &[
    method!(
        "find",
        "(self, sub, start=None, end=None, /)",
        |vm, this, sub, start, end| found(vm, this, sub, start, end, search::find, false),
        "Return the lowest index where subsection 'sub' is found, or -1.",
    ),
    method!(
        "rfind",
        "(self, sub, start=None, end=None, /)",
        |vm, this, sub, start, end| found(vm, this, sub, start, end, search::rfind, false),
        "Return the highest index where subsection 'sub' is found, or -1.",
    ),
    method!(
        "index",
        "(self, sub, start=None, end=None, /)",
        |vm, this, sub, start, end| found(vm, this, sub, start, end, search::find, true),
        "Return the lowest index where subsection 'sub' is found; raise ValueError where it is not.",
    ),
    method!(
        "rindex",
        "(self, sub, start=None, end=None, /)",
        |vm, this, sub, start, end| found(vm, this, sub, start, end, search::rfind, true),
        "Return the highest index where subsection 'sub' is found; raise ValueError where it is not.",
    ),
    method!(
        "count",
        "(self, sub, start=None, end=None, /)",
        count,
        "Return the number of non-overlapping occurrences of subsection 'sub'.",
    ),
    method!(
        "startswith",
        "(self, prefix, start=None, end=None, /)",
        |vm, this, affix, start, end| has_affix(vm, this, affix, start, end, "startswith", <[u8]>::starts_with),
        "Return True if the bytes start with the specified prefix, False otherwise.",
    ),
    method!(
        "endswith",
        "(self, suffix, start=None, end=None, /)",
        |vm, this, affix, start, end| has_affix(vm, this, affix, start, end, "endswith", <[u8]>::ends_with),
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

fn found(
    vm: &mut Vm,
    this: Buffer,
    sub: &Value,
    start: &Value,
    end: &Value,
    search: fn(&[u8], &[u8]) -> Option<usize>,
    must: bool,
) -> Result {
    let needle = needle(vm, sub)?;
    let window = bounds(vm, start, end, this.data().len())?;
    let data = this.data();
    let place = window.and_then(|(start, end)| Some(start + search(data.get(start..end)?, &needle)?));
    match place {
        Some(place) => Ok(place.into()),
        None if must => Err(vm.value_error("subsection not found")),
        None => Ok(Value::Int(-1)),
    }
}

fn count(vm: &mut Vm, this: Buffer, sub: &Value, start: &Value, end: &Value) -> Result<usize> {
    let needle = needle(vm, sub)?;
    let window = bounds(vm, start, end, this.data().len())?;
    let data = this.data();
    Ok(match window.and_then(|(start, end)| data.get(start..end)) {
        None => 0,
        Some(part) if needle.is_empty() => part.len() + 1,
        Some(part) => search::count(part, &needle),
    })
}

fn has_affix(
    vm: &mut Vm,
    this: Buffer,
    affix: &Value,
    start: &Value,
    end: &Value,
    method: &str,
    matches: fn(&[u8], &[u8]) -> bool,
) -> Result<bool> {
    let window = bounds(vm, start, end, this.data().len())?;
    let data = this.data();
    let part = window.and_then(|(start, end)| data.get(start..end));
    if let Some(affix) = buffer(affix) {
        return Ok(part.is_some_and(|part| matches(part, &affix)));
    }
    let Some(tuple) = storage::<Tuple>(affix) else {
        let given = vm.type_name(affix);
        return Err(vm.type_error(format!("{method} first arg must be bytes or a tuple of bytes, not {given}")));
    };
    for item in tuple.items() {
        let affix = buffer_arg(vm, item)?;
        if part.is_some_and(|part| matches(part, &affix)) {
            return Ok(true);
        }
    }
    Ok(false)
}
