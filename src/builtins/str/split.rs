//! Splitting and joining.

use std::ops::Range;

use crate::builtins::text::{chars, search};
use crate::heap::Gc;
use crate::object::{List, Str, Tuple};
use crate::value::{Value, push_new};
use crate::vm::{Of, Result, Row, Vm, method, storage};

use super::{exact, part};

pub(super) static ROWS: &[Row] = &[
    method!(
        "split",
        "(self, /, sep=None, maxsplit=-1)",
        split,
        "Return a list of the substrings in the string, using sep as the separator string."
    ),
    method!(
        "rsplit",
        "(self, /, sep=None, maxsplit=-1)",
        rsplit,
        "Return a list of the substrings in the string, using sep as the separator string."
    ),
    method!(
        "splitlines",
        "(self, /, keepends=False)",
        split_lines,
        "Return a list of the lines in the string, breaking at line boundaries."
    ),
    method!("partition", "(self, sep, /)", partition, "Partition the string into three parts using the given separator."),
    method!("rpartition", "(self, sep, /)", rpartition, "Partition the string into three parts using the given separator."),
    method!("join", "(self, iterable, /)", join, "Concatenate any number of strings."),
];

/// The most splits that `maxsplit` allows.
pub(in crate::builtins) fn most(vm: &mut Vm, value: &Value) -> Result<usize> {
    Ok(usize::try_from(vm.index(value)?).unwrap_or(usize::MAX))
}

/// The separator of `split`, or none for white space.
fn separator<'a>(vm: &Vm, value: &'a Value) -> Result<Option<&'a str>> {
    match storage::<Str>(value) {
        Some(text) if text.as_str().is_empty() => Err(vm.value_error("empty separator")),
        Some(text) => Ok(Some(text.as_str())),
        None if value.is_none() => Ok(None),
        None => {
            let given = vm.type_name(value);
            Err(vm.type_error(format!("must be str or None, not {given}")))
        }
    }
}

#[inline(always)]
fn ascii_space(byte: u8) -> bool {
    const SPACES: u64 = 0x1F << b'\t' | 0xF << 0x1C | 1 << b' ';
    byte <= b' ' && SPACES >> byte & 1 != 0
}

/// Runs of a text between white space, for text beyond ASCII.
fn word_ranges(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (chars::is_space(c), start) {
            (true, Some(from)) => {
                all.push(from..at);
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    all.extend(start.map(|from| from..text.len()));
    all
}

fn split(vm: &mut Vm, this: Of<Str>, sep: &Value, maxsplit: &Value) -> Result {
    let text = this.storage;
    let separator = separator(vm, sep)?;
    let most = if let Value::Int(-1) = maxsplit { usize::MAX } else { most(vm, maxsplit)? };
    let all = text.as_str();
    let bytes = all.as_bytes();
    let mut parts = Vec::with_capacity(search::expected_pieces(all.len(), most));
    match separator.map(str::as_bytes) {
        Some([byte]) => search::split_at_byte(bytes, *byte, most).try_for_each(|range| push_part(vm, &mut parts, text, range)),
        Some(separator) => search::split(bytes, separator, most).try_for_each(|range| push_part(vm, &mut parts, text, range)),
        None if text.is_ascii() => {
            search::words(bytes, most, ascii_space).try_for_each(|range| push_part(vm, &mut parts, text, range))
        }
        None => {
            let words = word_ranges(all);
            let rest = words.get(most).map(|first| first.start..all.len());
            words.iter().take(most).cloned().chain(rest).try_for_each(|range| push_part(vm, &mut parts, text, range))
        }
    }?;
    // A text that is its only part is not made anew.
    if let [only] = &mut parts[..]
        && only.get::<Str>().is_some_and(|part| part.as_str().len() == all.len())
    {
        *only = itself(this, separator);
    }
    // What is split is mostly kept for a while.
    if parts.capacity() - parts.len() > parts.len() / 4 + 12 {
        parts.shrink_to_fit();
    }
    Ok(List::value(parts))
}

/// Adds a part of a text to others; characters are shared.
#[inline(always)]
fn push_part(vm: &mut Vm, parts: &mut Vec<Value>, whole: &Str, range: Range<usize>) -> Result<()> {
    vm.grow_by_object(parts)?;
    if let [byte] = &whole.as_str().as_bytes()[range.clone()]
        && let (Some(character), true) = (vm.characters.get(usize::from(*byte)), byte.is_ascii())
    {
        parts.push(Value::Unset);
        if let Some(last) = parts.last_mut() {
            last.clone_from(character);
        }
        return Ok(());
    }
    push_new(parts, part(vm, whole, range));
    Ok(())
}

/// A text that is the only part of itself: one of a subclass only where it is shorter than the separator, as in CPython.
fn itself(text: Of<Str>, separator: Option<&str>) -> Value {
    let shorter = separator.is_some_and(|separator| text.char_len() < separator.chars().count());
    if shorter { text.value.clone() } else { exact(text.value, text.storage) }
}

fn rsplit(vm: &mut Vm, this: Of<Str>, sep: &Value, maxsplit: &Value) -> Result {
    let text = this.storage;
    let separator = separator(vm, sep)?;
    let most = most(vm, maxsplit)?;
    let all = text.as_str();
    let mut parts = Vec::new();
    let mut push = |range: Range<usize>| -> Result<()> {
        let whole = range.len() == all.len();
        vm.grow_by_object(&mut parts)?;
        push_new(&mut parts, if whole { itself(this, separator) } else { part(vm, text, range) });
        Ok(())
    };
    match separator {
        Some(separator) => search::rsplit(all.as_bytes(), separator.as_bytes(), most, push),
        None if text.is_ascii() => search::rwords(all.as_bytes(), most, ascii_space, push),
        None => {
            let words = word_ranges(all);
            let rest = words.iter().rev().nth(most).map(|last| 0..last.end);
            words.iter().rev().take(most).cloned().chain(rest).try_for_each(&mut push)
        }
    }?;
    parts.reverse();
    Ok(List::value(parts))
}

fn split_lines(vm: &mut Vm, text: &Gc<Str>, keep: bool) -> Result {
    let all = text.as_str();
    let ascii = text.is_ascii();
    let width = |rest: &[u8]| match rest {
        [b'\r', b'\n', ..] => 2,
        [b'\n'..=b'\r' | 0x1c..=0x1e, ..] => 1,
        _ if ascii => 0,
        [0xc2, 0x85, ..] => 2,
        [0xe2, 0x80, 0xa8 | 0xa9, ..] => 3,
        _ => 0,
    };
    let mut parts = Vec::new();
    search::lines(all.as_bytes(), keep, width, |range| {
        vm.grow_by_object(&mut parts)?;
        push_new(&mut parts, part(vm, text, range));
        Ok(())
    })?;
    Ok(List::value(parts))
}

/// The separator of `partition`.
fn required<'a>(vm: &Vm, value: &'a Value) -> Result<&'a Gc<Str>> {
    match storage::<Str>(value) {
        Some(text) if text.as_str().is_empty() => Err(vm.value_error("empty separator")),
        Some(text) => Ok(text),
        None => {
            let given = vm.type_name(value);
            Err(vm.type_error(format!("must be str, not {given}")))
        }
    }
}

fn partition(vm: &mut Vm, this: Of<Str>, sep: &Value) -> Result {
    let text = this.storage;
    vm.check_bytes(text.as_str().len())?;
    let separator = required(vm, sep)?;
    let empty: Value = vm.names.empty.clone().into();
    let parts = match search::find(text.as_str().as_bytes(), separator.as_str().as_bytes()) {
        Some(at) => cut(vm, text, at, separator),
        None => [exact(this.value, text), empty.clone(), empty],
    };
    Ok(Tuple::value(parts))
}

fn rpartition(vm: &mut Vm, this: Of<Str>, sep: &Value) -> Result {
    let text = this.storage;
    vm.check_bytes(text.as_str().len())?;
    let separator = required(vm, sep)?;
    let empty: Value = vm.names.empty.clone().into();
    let parts = match search::rfind(text.as_str().as_bytes(), separator.as_str().as_bytes()) {
        Some(at) => cut(vm, text, at, separator),
        None => [empty.clone(), empty, exact(this.value, text)],
    };
    Ok(Tuple::value(parts))
}

fn cut(vm: &mut Vm, text: &Str, at: usize, separator: &Gc<Str>) -> [Value; 3] {
    let (behind, end) = (at + separator.as_str().len(), text.as_str().len());
    [part(vm, text, 0..at), separator.clone().into(), part(vm, text, behind..end)]
}

fn join(vm: &mut Vm, separator: &Gc<Str>, iterable: &Value) -> Result {
    // Looking at strings runs no script, so a list's own items can be read in place.
    if let Some(list) = iterable.get::<List>() {
        return joined(vm, separator, &list.0.borrow());
    }
    if let Some(tuple) = iterable.get::<Tuple>() {
        return joined(vm, separator, tuple.items());
    }
    let iterator = match vm.get_iter(iterable) {
        Err(raised) if vm.is_exception(&raised, &vm.exc.type_error) => return Err(vm.type_error("can only join an iterable")),
        iterator => iterator?,
    };
    vm.ask_length(iterable)?;
    let items = vm.collect(&iterator)?;
    joined(vm, separator, &items)
}

fn joined(vm: &Vm, separator: &Str, items: &[Value]) -> Result {
    if let [only] = items
        && only.is::<Str>()
    {
        return Ok(only.clone());
    }
    let between = separator.as_str().len();
    let mut length = between.saturating_mul(items.len().saturating_sub(1));
    for (place, item) in items.iter().enumerate() {
        match storage::<Str>(item) {
            Some(text) => length = length.saturating_add(text.as_str().len()),
            None => {
                let given = vm.type_name(item);
                return Err(vm.type_error(format!("sequence item {place}: expected str instance, {given} found")));
            }
        }
    }
    vm.check_bytes(length)?;
    Ok(Str::joined(separator, items.iter().filter_map(storage::<Str>).map(|text| &**text)))
}
