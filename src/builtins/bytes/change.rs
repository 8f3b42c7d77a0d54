//! Changed copies of bytes, and questions about them: only ASCII letters have a case.

use crate::builtins::receiver::storage;
use crate::builtins::str::{center, most};
use crate::builtins::text::search;
use crate::object::{ByteArray, Bytes};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

use super::split::is_space;
use super::{alike, buffer, buffer_arg, this};

pub(super) static ROWS: &[Row] = &[
    Row::method(
        "upper",
        "(self, /)",
        |vm, args| mapped(vm, args, "upper", <[u8]>::to_ascii_uppercase),
        "A copy with letters in upper case.",
    ),
    Row::method(
        "lower",
        "(self, /)",
        |vm, args| mapped(vm, args, "lower", <[u8]>::to_ascii_lowercase),
        "A copy with letters in lower case.",
    ),
    Row::method(
        "swapcase",
        "(self, /)",
        |vm, args| mapped(vm, args, "swapcase", swapped),
        "A copy with upper-case letters in lower case and the other way round.",
    ),
    Row::method(
        "capitalize",
        "(self, /)",
        |vm, args| mapped(vm, args, "capitalize", capitalized),
        "A copy with the first byte in upper case and the rest in lower case.",
    ),
    Row::method("title", "(self, /)", |vm, args| mapped(vm, args, "title", titled), "A copy with each word titlecased."),
    Row::method(
        "isalnum",
        "(self, /)",
        |vm, args| all(vm, args, "isalnum", |byte| byte.is_ascii_alphanumeric()),
        "Whether all bytes are letters or digits.",
    ),
    Row::method(
        "isalpha",
        "(self, /)",
        |vm, args| all(vm, args, "isalpha", |byte| byte.is_ascii_alphabetic()),
        "Whether all bytes are letters.",
    ),
    Row::method(
        "isdigit",
        "(self, /)",
        |vm, args| all(vm, args, "isdigit", |byte| byte.is_ascii_digit()),
        "Whether all bytes are digits.",
    ),
    Row::method("isspace", "(self, /)", |vm, args| all(vm, args, "isspace", is_space), "Whether all bytes are white space."),
    Row::method(
        "isascii",
        "(self, /)",
        |vm, args| Ok(this(vm, args, "isascii")?.is_ascii().into()),
        "Whether all bytes are ASCII.",
    ),
    Row::method(
        "islower",
        "(self, /)",
        |vm, args| has_case(vm, args, "islower", u8::is_ascii_lowercase, u8::is_ascii_uppercase),
        "Whether there are letters, all in lower case.",
    ),
    Row::method(
        "isupper",
        "(self, /)",
        |vm, args| has_case(vm, args, "isupper", u8::is_ascii_uppercase, u8::is_ascii_lowercase),
        "Whether there are letters, all in upper case.",
    ),
    Row::method("istitle", "(self, /)", is_title, "Whether the words are titlecased."),
    Row::method(
        "center",
        "(self, width, fillchar=..., /)",
        |vm, args| pad(vm, args, "center", center),
        "Return a centered string of length width.",
    ),
    Row::method(
        "ljust",
        "(self, width, fillchar=..., /)",
        |vm, args| pad(vm, args, "ljust", |missing, _| (0, missing)),
        "Return a left-justified string of length width.",
    ),
    Row::method(
        "rjust",
        "(self, width, fillchar=..., /)",
        |vm, args| pad(vm, args, "rjust", |missing, _| (missing, 0)),
        "Return a right-justified string of length width.",
    ),
    Row::method(
        "zfill",
        "(self, width, /)",
        zfill,
        "Pad a numeric string with zeros on the left, to fill a field of the given width.",
    ),
    Row::method(
        "expandtabs",
        "(self, /, tabsize=8)",
        expand_tabs,
        "Return a copy where all tab characters are expanded using spaces.",
    ),
    Row::method(
        "replace",
        "(self, old, new, count=-1, /)",
        replace,
        "Return a copy with all occurrences of substring old replaced by new.",
    ),
    Row::method(
        "translate",
        "(self, table, /, delete=...)",
        translate,
        "Return a copy with each character mapped by the given translation table.",
    ),
    Row::static_method(
        "maketrans",
        "(frm, to, /)",
        make_translation,
        "Return a table usable for the bytes or bytearray translate method.",
    ),
];

fn mapped(vm: &mut Vm, args: &[Value], method: &str, map: fn(&[u8]) -> Vec<u8>) -> Result {
    let data = map(&this(vm, args, method)?);
    Ok(alike(&args[0], data))
}

fn swapped(data: &[u8]) -> Vec<u8> {
    data.iter().map(|byte| if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { *byte }).collect()
}

fn capitalized(data: &[u8]) -> Vec<u8> {
    let mut out = data.to_ascii_lowercase();
    if let Some(first) = out.first_mut() {
        first.make_ascii_uppercase();
    }
    out
}

fn titled(data: &[u8]) -> Vec<u8> {
    let mut inside = false;
    let title = |byte: &u8| {
        let changed = if inside { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        inside = byte.is_ascii_alphabetic();
        changed
    };
    data.iter().map(title).collect()
}

#[inline]
fn all(vm: &mut Vm, args: &[Value], method: &str, property: impl Fn(u8) -> bool) -> Result {
    let data = this(vm, args, method)?;
    Ok((!data.is_empty() && data.iter().all(|byte| property(*byte))).into())
}

fn has_case(vm: &mut Vm, args: &[Value], method: &str, wanted: fn(&u8) -> bool, other: fn(&u8) -> bool) -> Result {
    let data = this(vm, args, method)?;
    Ok((data.iter().any(wanted) && !data.iter().any(other)).into())
}

fn is_title(vm: &mut Vm, args: &[Value]) -> Result {
    let (mut found, mut inside) = (false, false);
    for byte in this(vm, args, "istitle")?.iter() {
        if (byte.is_ascii_uppercase() && inside) || (byte.is_ascii_lowercase() && !inside) {
            return Ok(false.into());
        }
        inside = byte.is_ascii_alphabetic();
        found |= inside;
    }
    Ok(found.into())
}

fn pad(vm: &mut Vm, args: &[Value], method: &str, share: fn(usize, usize) -> (usize, usize)) -> Result {
    let width = vm.index(&args[1])?.max(0) as usize;
    let fill = if args[2].is_set() { fill_byte(vm, &args[2], method)? } else { b' ' };
    let data = this(vm, args, method)?;
    let (left, right) = if width > data.len() { share(width - data.len(), width) } else { (0, 0) };
    vm.check_bytes(data.len().max(width))?;
    let mut out = Vec::with_capacity(data.len().max(width));
    out.resize(left, fill);
    out.extend_from_slice(&data);
    out.resize(left + data.len() + right, fill);
    Ok(alike(&args[0], out))
}

fn fill_byte(vm: &Vm, value: &Value, method: &str) -> Result<u8> {
    let given = vm.type_name(value);
    let Some(data) = buffer(value) else {
        return Err(vm.type_error(format!("{method}() argument 2 must be a byte string of length 1, not {given}")));
    };
    if data.len() != 1 {
        let kind = if storage::<ByteArray>(value).is_some() { "bytearray" } else { "bytes" };
        let text =
            format!("{method}(): argument 2 must be a byte string of length 1, not a {kind} object of length {}", data.len());
        return Err(vm.type_error(text));
    }
    Ok(data[0])
}

fn zfill(vm: &mut Vm, args: &[Value]) -> Result {
    let width = vm.index(&args[1])?.max(0) as usize;
    let data = this(vm, args, "zfill")?;
    let missing = width.saturating_sub(data.len());
    let sign = usize::from(matches!(data.first(), Some(b'+' | b'-')));
    vm.check_bytes(data.len() + missing)?;
    let mut out = Vec::with_capacity(data.len() + missing);
    out.extend_from_slice(&data[..sign]);
    out.resize(sign + missing, b'0');
    out.extend_from_slice(&data[sign..]);
    Ok(alike(&args[0], out))
}

/// The size of `expandtabs`: an int of 32 bits in CPython.
pub(in crate::builtins) fn tab_size(vm: &mut Vm, value: &Value) -> Result<usize> {
    match i32::try_from(vm.index(value)?) {
        Ok(size) => Ok(size.max(0) as usize),
        Err(_) => Err(vm.overflow_error("Python int too large to convert to C int")),
    }
}

/// How many bytes a text has at most where tabs become so many spaces.
pub(in crate::builtins) fn expanded_size(data: &[u8], size: usize) -> usize {
    data.len().saturating_add(memchr::memchr_iter(b'\t', data).count().saturating_mul(size))
}

fn expand_tabs(vm: &mut Vm, args: &[Value]) -> Result {
    let size = tab_size(vm, &args[1])?;
    let data = this(vm, args, "expandtabs")?;
    vm.check_bytes(expanded_size(&data, size))?;
    let mut out = Vec::with_capacity(data.len());
    let mut column = 0;
    for byte in data.iter() {
        match byte {
            b'\t' if size > 0 => {
                let more = size - column % size;
                out.resize(out.len() + more, b' ');
                column += more;
            }
            b'\t' => {}
            _ => {
                out.push(*byte);
                column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
            }
        }
    }
    Ok(alike(&args[0], out))
}

fn replace(vm: &mut Vm, args: &[Value]) -> Result {
    let most = most(vm, &args[3])?;
    let (old, new) = (buffer_arg(vm, &args[1])?, buffer_arg(vm, &args[2])?);
    let data = this(vm, args, "replace")?;
    vm.check_bytes(search::replaced_size(&data, &old, &new, most))?;
    let mut out = Vec::with_capacity(data.len());
    if old.is_empty() {
        for (place, byte) in data.iter().enumerate() {
            if place < most {
                out.extend_from_slice(&new);
            }
            out.push(*byte);
        }
        if data.len() < most {
            out.extend_from_slice(&new);
        }
        return Ok(alike(&args[0], out));
    }
    if let ([from], [to], true) = (&old[..], &new[..], most >= data.len()) {
        out.extend(data.iter().map(|byte| if byte == from { *to } else { *byte }));
        return Ok(alike(&args[0], out));
    }
    search::split(&data, &old, most, |range| {
        // Only the last piece ends where the bytes end.
        let last = range.end == data.len();
        out.extend_from_slice(&data[range]);
        if !last {
            out.extend_from_slice(&new);
        }
    });
    Ok(alike(&args[0], out))
}

fn translate(vm: &mut Vm, args: &[Value]) -> Result {
    let table = if args[1].is_none() { None } else { Some(buffer_arg(vm, &args[1])?) };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let mut kept = [true; 256];
    if args[2].is_set() {
        buffer_arg(vm, &args[2])?.iter().for_each(|byte| kept[usize::from(*byte)] = false);
    }
    let data = this(vm, args, "translate")?;
    let mut map: [u8; 256] = std::array::from_fn(|byte| byte as u8);
    if let Some(table) = table {
        map.copy_from_slice(&table);
    }
    let out: Vec<u8> = match args[2].is_set() {
        true => data.iter().filter(|byte| kept[usize::from(**byte)]).map(|byte| map[usize::from(*byte)]).collect(),
        false => data.iter().map(|byte| map[usize::from(*byte)]).collect(),
    };
    Ok(alike(&args[0], out))
}

fn make_translation(vm: &mut Vm, args: &[Value]) -> Result {
    let (from, to) = (buffer_arg(vm, &args[0])?, buffer_arg(vm, &args[1])?);
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.iter().zip(to.iter()) {
        table[usize::from(*from)] = *to;
    }
    Ok(Bytes::value(table))
}
