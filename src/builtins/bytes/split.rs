//! Splitting, joining and stripping bytes.

use std::borrow::Cow;
use std::ops::Range;

use crate::builtins::str::most;
use crate::builtins::text::search;
use crate::object::{Bytes, List, Tuple};
use crate::value::{Kind, Value, push_new};
use crate::vm::{Result, Row, This, Vm, method};

use super::{Buffer, Data, alike, buffer, buffer_arg, part};

pub(super) static ROWS: &[Row] = &[
    method!(
        "split",
        "(self, /, sep=None, maxsplit=-1)",
        split,
        "Return a list of the sections in the bytes, using sep as the delimiter."
    ),
    method!(
        "rsplit",
        "(self, /, sep=None, maxsplit=-1)",
        rsplit,
        "Return a list of the sections in the bytes, using sep as the delimiter."
    ),
    method!(
        "splitlines",
        "(self, /, keepends=False)",
        split_lines,
        "Return a list of the lines in the bytes, breaking at line boundaries."
    ),
    method!("partition", "(self, sep, /)", partition, "Partition the bytes into three parts using the given separator."),
    method!("rpartition", "(self, sep, /)", rpartition, "Partition the bytes into three parts using the given separator."),
    method!("join", "(self, iterable_of_bytes, /)", join, "Concatenate any number of bytes objects."),
    method!(
        "strip",
        "(self, bytes=None, /)",
        |vm, this, bytes| strip(vm, this, bytes, true, true),
        "Strip leading and trailing bytes contained in the argument."
    ),
    method!(
        "lstrip",
        "(self, bytes=None, /)",
        |vm, this, bytes| strip(vm, this, bytes, true, false),
        "Strip leading bytes contained in the argument."
    ),
    method!(
        "rstrip",
        "(self, bytes=None, /)",
        |vm, this, bytes| strip(vm, this, bytes, false, true),
        "Strip trailing bytes contained in the argument."
    ),
    method!("removeprefix", "(self, prefix, /)", remove_prefix, "Return the bytes without the given prefix."),
    method!("removesuffix", "(self, suffix, /)", remove_suffix, "Return the bytes without the given suffix."),
];

/// White space of bytes.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// The separator of `split`, or none for white space.
fn separator<'a>(vm: &Vm, value: &'a Value) -> Result<Option<Cow<'a, [u8]>>> {
    if value.is_none() {
        return Ok(None);
    }
    required(vm, value).map(Some)
}

fn required<'a>(vm: &Vm, value: &'a Value) -> Result<Cow<'a, [u8]>> {
    match buffer_arg(vm, value)? {
        data if data.is_empty() => Err(vm.value_error("empty separator")),
        Data::Fixed(data) => Ok(Cow::Borrowed(data)),
        Data::Array(data) => Ok(Cow::Owned(data.to_vec())),
    }
}

fn split(vm: &mut Vm, this: This<Buffer>, sep: &Value, maxsplit: &Value) -> Result {
    let most = most(vm, maxsplit)?;
    let separator = separator(vm, sep)?;
    let data = this.data();
    let mut parts = Vec::with_capacity(search::expected_pieces(data.len(), most));
    let push = |range: Range<usize>| {
        vm.grow_by_object(&mut parts)?;
        push_new(&mut parts, part(this.value, &data, range));
        Ok(())
    };
    match &separator {
        Some(separator) => search::split(&data, separator, most).try_for_each(push),
        None => search::words(&data, most, is_space).try_for_each(push),
    }?;
    Ok(List::value(parts))
}

fn rsplit(vm: &mut Vm, this: This<Buffer>, sep: &Value, maxsplit: &Value) -> Result {
    let most = most(vm, maxsplit)?;
    let separator = separator(vm, sep)?;
    let data = this.data();
    let mut parts = Vec::new();
    let push = |range: Range<usize>| {
        vm.grow_by_object(&mut parts)?;
        push_new(&mut parts, part(this.value, &data, range));
        Ok(())
    };
    match &separator {
        Some(separator) => search::rsplit(&data, separator, most, push),
        None => search::rwords(&data, most, is_space, push),
    }?;
    parts.reverse();
    Ok(List::value(parts))
}

fn split_lines(vm: &mut Vm, this: This<Buffer>, keep: bool) -> Result {
    let data = this.data();
    let width = |rest: &[u8]| match rest {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    };
    let mut parts = Vec::new();
    search::lines(&data, keep, width, |range| {
        vm.grow_by_object(&mut parts)?;
        push_new(&mut parts, part(this.value, &data, range));
        Ok(())
    })?;
    Ok(List::value(parts))
}

fn partition(vm: &mut Vm, this: This<Buffer>, sep: &Value) -> Result {
    let separator = required(vm, sep)?;
    let data = this.data();
    vm.check_bytes(data.len())?;
    let (before, middle, after) = match search::find(&data, &separator) {
        Some(at) => (&data[..at], &separator[..], &data[at + separator.len()..]),
        None => (&data[..], &[][..], &[][..]),
    };
    Ok(Tuple::value([before, middle, after].map(|part| alike(this.value, part))))
}

fn rpartition(vm: &mut Vm, this: This<Buffer>, sep: &Value) -> Result {
    let separator = required(vm, sep)?;
    let data = this.data();
    vm.check_bytes(data.len())?;
    let (before, middle, after) = match search::rfind(&data, &separator) {
        Some(at) => (&data[..at], &separator[..], &data[at + separator.len()..]),
        None => (&[][..], &[][..], &data[..]),
    };
    Ok(Tuple::value([before, middle, after].map(|part| alike(this.value, part))))
}

fn join(vm: &mut Vm, this: This<Buffer>, iterable_of_bytes: &Value) -> Result {
    let items = if matches!(iterable_of_bytes.kind(), Some(Kind::List | Kind::Tuple)) {
        vm.collect(iterable_of_bytes)?
    } else {
        match vm.get_iter(iterable_of_bytes) {
            Err(raised) if vm.is_exception(&raised, &vm.exc.type_error) => {
                return Err(vm.type_error("can only join an iterable"));
            }
            iterator => vm.collect(&iterator?)?,
        }
    };
    let separator = this.data();
    if let [only] = &items[..]
        && this.value.is::<Bytes>()
        && only.is::<Bytes>()
    {
        return Ok(only.clone());
    }
    let between = separator.len().saturating_mul(items.len().saturating_sub(1));
    let length = items.iter().filter_map(buffer).fold(between, |all, data| all.saturating_add(data.len()));
    vm.check_bytes(length)?;
    let mut out = Vec::with_capacity(length);
    for (place, item) in items.iter().enumerate() {
        let Some(data) = buffer(item) else {
            let given = vm.type_name(item);
            return Err(vm.type_error(format!("sequence item {place}: expected a bytes-like object, {given} found")));
        };
        if place > 0 {
            out.extend_from_slice(&separator);
        }
        out.extend_from_slice(&data);
    }
    Ok(alike(this.value, out))
}

fn strip(vm: &mut Vm, this: This<Buffer>, bytes: &Value, left: bool, right: bool) -> Result {
    let set = if bytes.is_none() { None } else { Some(buffer_arg(vm, bytes)?.to_vec()) };
    let drop = |byte: &u8| set.as_ref().map_or_else(|| is_space(*byte), |set| set.contains(byte));
    let data = this.data();
    vm.check_bytes(data.len())?;
    let start = if left { data.iter().position(|byte| !drop(byte)).unwrap_or(data.len()) } else { 0 };
    let kept =
        if right { data[start..].iter().rposition(|byte| !drop(byte)).map_or(0, |last| last + 1) } else { data.len() - start };
    Ok(part(this.value, &data, start..start + kept))
}

fn remove_prefix(vm: &mut Vm, this: This<Buffer>, prefix: &Value) -> Result {
    let prefix = buffer_arg(vm, prefix)?;
    let data = this.data();
    let start = if data.starts_with(&prefix) { prefix.len() } else { 0 };
    Ok(part(this.value, &data, start..data.len()))
}

fn remove_suffix(vm: &mut Vm, this: This<Buffer>, suffix: &Value) -> Result {
    let suffix = buffer_arg(vm, suffix)?;
    let data = this.data();
    let end = if data.ends_with(&suffix) { data.len() - suffix.len() } else { data.len() };
    Ok(part(this.value, &data, 0..end))
}
