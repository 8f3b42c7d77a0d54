//! Changed copies of bytes, and questions about them: only ASCII letters have a case.

use crate::builtins::str::{center, most};
use crate::builtins::text::search;
use crate::object::{ByteArray, Bytes};
use crate::value::Value;
use crate::vm::{FromArg, Place, Result, Row, This, Vm, method, static_method, storage};

use super::split::is_space;
use super::{Buffer, alike, buffer, buffer_arg};

pub(super) static ROWS: &[Row] = &[
    method!(
        "upper",
        "(self, /)",
        |vm, this| mapped(vm, this, <[u8]>::to_ascii_uppercase),
        "A copy with letters in upper case."
    ),
    method!(
        "lower",
        "(self, /)",
        |vm, this| mapped(vm, this, <[u8]>::to_ascii_lowercase),
        "A copy with letters in lower case."
    ),
    method!(
        "swapcase",
        "(self, /)",
        |vm, this| mapped(vm, this, swapped),
        "A copy with upper-case letters in lower case and the other way round."
    ),
    method!(
        "capitalize",
        "(self, /)",
        |vm, this| mapped(vm, this, capitalized),
        "A copy with the first byte in upper case and the rest in lower case."
    ),
    method!("title", "(self, /)", |vm, this| mapped(vm, this, titled), "A copy with each word titlecased."),
    method!(
        "isalnum",
        "(self, /)",
        |this| all(this, |byte| byte.is_ascii_alphanumeric()),
        "Whether all bytes are letters or digits."
    ),
    method!("isalpha", "(self, /)", |this| all(this, |byte| byte.is_ascii_alphabetic()), "Whether all bytes are letters."),
    method!("isdigit", "(self, /)", |this| all(this, |byte| byte.is_ascii_digit()), "Whether all bytes are digits."),
    method!("isspace", "(self, /)", |this| all(this, is_space), "Whether all bytes are white space."),
    method!("isascii", "(self, /)", |this: Buffer| this.data().is_ascii(), "Whether all bytes are ASCII."),
    method!(
        "islower",
        "(self, /)",
        |this| has_case(this, u8::is_ascii_lowercase, u8::is_ascii_uppercase),
        "Whether there are letters, all in lower case."
    ),
    method!(
        "isupper",
        "(self, /)",
        |this| has_case(this, u8::is_ascii_uppercase, u8::is_ascii_lowercase),
        "Whether there are letters, all in upper case."
    ),
    method!("istitle", "(self, /)", is_title, "Whether the words are titlecased."),
    method!(
        "center",
        "(self, width, fillchar=..., /)",
        |vm, this, width, fill| pad(vm, this, width, fill, center),
        "Return a centered string of length width."
    ),
    method!(
        "ljust",
        "(self, width, fillchar=..., /)",
        |vm, this, width, fill| pad(vm, this, width, fill, |missing, _| (0, missing)),
        "Return a left-justified string of length width."
    ),
    method!(
        "rjust",
        "(self, width, fillchar=..., /)",
        |vm, this, width, fill| pad(vm, this, width, fill, |missing, _| (missing, 0)),
        "Return a right-justified string of length width."
    ),
    method!(
        "zfill",
        "(self, width, /)",
        zfill,
        "Pad a numeric string with zeros on the left, to fill a field of the given width."
    ),
    method!(
        "expandtabs",
        "(self, /, tabsize=8)",
        expand_tabs,
        "Return a copy where all tab characters are expanded using spaces."
    ),
    method!(
        "replace",
        "(self, old, new, count=-1, /)",
        replace,
        "Return a copy with all occurrences of substring old replaced by new."
    ),
    method!(
        "translate",
        "(self, table, /, delete=...)",
        translate,
        "Return a copy with each character mapped by the given translation table."
    ),
    static_method!(
        "maketrans",
        "(frm, to, /)",
        make_translation,
        "Return a table usable for the bytes or bytearray translate method."
    ),
];

fn mapped(vm: &mut Vm, this: This<Buffer>, map: fn(&[u8]) -> Vec<u8>) -> Result {
    // The bytes themselves, and the object of them.
    vm.check_bytes(2 * this.data().len())?;
    let data = map(&this.data());
    Ok(alike(this.value, data))
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
fn all(this: Buffer, property: impl Fn(u8) -> bool) -> bool {
    let data = this.data();
    !data.is_empty() && data.iter().all(|byte| property(*byte))
}

fn has_case(this: Buffer, wanted: fn(&u8) -> bool, other: fn(&u8) -> bool) -> bool {
    let data = this.data();
    data.iter().any(wanted) && !data.iter().any(other)
}

fn is_title(this: Buffer) -> bool {
    let (mut found, mut inside) = (false, false);
    for byte in this.data().iter() {
        if (byte.is_ascii_uppercase() && inside) || (byte.is_ascii_lowercase() && !inside) {
            return false;
        }
        inside = byte.is_ascii_alphabetic();
        found |= inside;
    }
    found
}

fn pad(vm: &mut Vm, this: This<Buffer>, width: i64, fill: Option<Fill>, share: fn(usize, usize) -> (usize, usize)) -> Result {
    let width = width.max(0) as usize;
    let Fill(fill) = fill.unwrap_or(Fill(b' '));
    let data = this.data();
    let (left, right) = if width > data.len() { share(width - data.len(), width) } else { (0, 0) };
    vm.check_bytes(data.len().max(width))?;
    let mut out = Vec::with_capacity(data.len().max(width));
    out.resize(left, fill);
    out.extend_from_slice(&data);
    out.resize(left + data.len() + right, fill);
    Ok(alike(this.value, out))
}

/// What `center` and its like fill up with.
struct Fill(u8);

impl<'a> FromArg<'a> for Fill {
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        let Some(data) = buffer(value) else { return Err(place.must_be(vm, "a byte string of length 1", value)) };
        if let [byte] = *data {
            return Ok(Fill(byte));
        }
        let (method, length) = (place.name, data.len());
        let kind = if storage::<ByteArray>(value).is_some() { "bytearray" } else { "bytes" };
        Err(vm.type_error(format!(
            "{method}(): argument 2 must be a byte string of length 1, not a {kind} object of length {length}"
        )))
    }
}

fn zfill(vm: &mut Vm, this: This<Buffer>, width: i64) -> Result {
    let width = width.max(0) as usize;
    let data = this.data();
    let missing = width.saturating_sub(data.len());
    let sign = usize::from(matches!(data.first(), Some(b'+' | b'-')));
    vm.check_bytes(data.len() + missing)?;
    let mut out = Vec::with_capacity(data.len() + missing);
    out.extend_from_slice(&data[..sign]);
    out.resize(sign + missing, b'0');
    out.extend_from_slice(&data[sign..]);
    Ok(alike(this.value, out))
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

fn expand_tabs(vm: &mut Vm, this: This<Buffer>, tabsize: &Value) -> Result {
    let size = tab_size(vm, tabsize)?;
    let data = this.data();
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
    Ok(alike(this.value, out))
}

fn replace(vm: &mut Vm, this: This<Buffer>, old: &Value, new: &Value, count: &Value) -> Result {
    let most = most(vm, count)?;
    let (old, new) = (buffer_arg(vm, old)?, buffer_arg(vm, new)?);
    let data = this.data();
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
        return Ok(alike(this.value, out));
    }
    if let ([from], [to], true) = (&old[..], &new[..], most >= data.len()) {
        out.extend(data.iter().map(|byte| if byte == from { *to } else { *byte }));
        return Ok(alike(this.value, out));
    }
    search::split(&data, &old, most).for_each(|range| {
        // Only the last piece ends where the bytes end.
        let last = range.end == data.len();
        out.extend_from_slice(&data[range]);
        if !last {
            out.extend_from_slice(&new);
        }
    });
    Ok(alike(this.value, out))
}

fn translate(vm: &mut Vm, this: This<Buffer>, table: &Value, delete: &Value) -> Result {
    let table = if table.is_none() { None } else { Some(buffer_arg(vm, table)?) };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let mut kept = [true; 256];
    if delete.is_set() {
        buffer_arg(vm, delete)?.iter().for_each(|byte| kept[usize::from(*byte)] = false);
    }
    let data = this.data();
    let mut map: [u8; 256] = std::array::from_fn(|byte| byte as u8);
    if let Some(table) = table {
        map.copy_from_slice(&table);
    }
    let out: Vec<u8> = match delete.is_set() {
        true => data.iter().filter(|byte| kept[usize::from(**byte)]).map(|byte| map[usize::from(*byte)]).collect(),
        false => data.iter().map(|byte| map[usize::from(*byte)]).collect(),
    };
    Ok(alike(this.value, out))
}

fn make_translation(vm: &mut Vm, frm: &Value, to: &Value) -> Result {
    let (from, to) = (buffer_arg(vm, frm)?, buffer_arg(vm, to)?);
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.iter().zip(to.iter()) {
        table[usize::from(*from)] = *to;
    }
    Ok(Bytes::value(table))
}
