//! Padding to a width.

use crate::builtins::bytes::{expanded_size, tab_size};
use crate::object::Str;
use crate::value::Value;
use crate::vm::{Of, Result, Row, Vm, method, storage};

use super::exact;

pub(super) static ROWS: &[Row] = &[
    method!(
        "center",
        "(self, width, fillchar=' ', /)",
        |vm, this, width, fillchar| pad(vm, this, width, fillchar, center),
        "Return a centered string of length width."
    ),
    method!(
        "ljust",
        "(self, width, fillchar=' ', /)",
        |vm, this, width, fillchar| pad(vm, this, width, fillchar, |missing, _| (0, missing)),
        "Return a left-justified string of length width."
    ),
    method!(
        "rjust",
        "(self, width, fillchar=' ', /)",
        |vm, this, width, fillchar| pad(vm, this, width, fillchar, |missing, _| (missing, 0)),
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
];

/// How many fill characters stand left and right of a centred text.
pub(in crate::builtins) fn center(missing: usize, width: usize) -> (usize, usize) {
    let left = missing / 2 + (missing & width & 1);
    (left, missing - left)
}

fn pad(vm: &mut Vm, this: Of<Str>, width: i64, fillchar: &Value, share: fn(usize, usize) -> (usize, usize)) -> Result {
    let text = this.storage;
    let width = width.max(0) as usize;
    let Some(fill) = storage::<Str>(fillchar) else {
        let given = vm.type_name(fillchar);
        return Err(vm.type_error(format!("The fill character must be a unicode character, not {given}")));
    };
    if fill.char_len() != 1 {
        return Err(vm.type_error("The fill character must be exactly one character long"));
    }
    let length = text.char_len();
    if width <= length {
        return Ok(exact(this.value, text));
    }
    let (left, right) = share(width - length, width);
    let size = (left + right).saturating_mul(fill.as_str().len()).saturating_add(text.as_str().len());
    vm.check_bytes(size)?;
    const BLANKS: &str = "                                                                ";
    if fill.as_str() == " " && left.max(right) <= BLANKS.len() {
        return Ok(Str::of_pieces(size, [&BLANKS[..left], text.as_str(), &BLANKS[..right]].into_iter()));
    }
    let mut out = String::with_capacity(size);
    repeat(&mut out, fill.as_str(), left);
    out.push_str(text.as_str());
    repeat(&mut out, fill.as_str(), right);
    Ok(Str::value(out))
}

/// Appends a text so many times, each time all that is there of it already.
fn repeat(out: &mut String, text: &str, times: usize) {
    let (start, end) = (out.len(), out.len() + text.len() * times);
    if times > 0 {
        out.push_str(text);
    }
    while out.len() < end {
        let more = (out.len() - start).min(end - out.len());
        out.extend_from_within(start..start + more);
    }
}

fn zfill(vm: &mut Vm, this: Of<Str>, width: i64) -> Result {
    let text = this.storage;
    let width = width.max(0) as usize;
    let length = text.char_len();
    if width <= length {
        return Ok(exact(this.value, text));
    }
    let all = text.as_str();
    let (sign, digits) = all.split_at(usize::from(all.starts_with(['+', '-'])));
    let size = all.len().saturating_add(width - length);
    vm.check_bytes(size)?;
    let mut out = String::with_capacity(size);
    out.push_str(sign);
    repeat(&mut out, "0", width - length);
    out.push_str(digits);
    Ok(Str::value(out))
}

fn expand_tabs(vm: &mut Vm, this: Of<Str>, tabsize: &Value) -> Result {
    let text = this.storage;
    let size = tab_size(vm, tabsize)?;
    let all = text.as_str();
    if !all.contains('\t') {
        return Ok(exact(this.value, text));
    }
    vm.check_bytes(expanded_size(all.as_bytes(), size))?;
    let mut out = String::with_capacity(all.len());
    // Characters of the line so far.
    let mut column = 0;
    for (place, piece) in all.split('\t').enumerate() {
        if place > 0 && size > 0 {
            let more = size - column % size;
            if out.try_reserve(more).is_err() {
                return Err(vm.memory_error());
            }
            repeat(&mut out, " ", more);
            column += more;
        }
        out.push_str(piece);
        column = match memchr::memrchr2(b'\n', b'\r', piece.as_bytes()) {
            Some(end) => piece[end + 1..].chars().count(),
            None => column + piece.chars().count(),
        };
    }
    Ok(Str::value(out))
}
