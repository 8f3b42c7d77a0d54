//! Hexadecimal text.

use num_traits::ToPrimitive;

use crate::object::Str;
use crate::value::Value;
use crate::vm::{Result, Row, Vm, method, storage};

use super::{Buffer, buffer};

pub(super) static ROWS: &[Row] =
    &[method!("hex", "(self, /, sep=..., bytes_per_sep=1)", hex, "Create a string of hexadecimal numbers from the bytes.")];

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// The value of each byte as a digit, 16 and more for what is none.
const VALUES: [u8; 256] = {
    let mut values = [0xFF; 256];
    let mut value = 0;
    while value < 16 {
        values[DIGITS[value] as usize] = value as u8;
        values[DIGITS[value].to_ascii_uppercase() as usize] = value as u8;
        value += 1;
    }
    values
};

/// Bytes of hexadecimal digits, two a byte, with white space between; else where it goes wrong (nowhere: a digit is missing).
pub(super) fn parse(text: &[u8]) -> std::result::Result<Vec<u8>, Option<usize>> {
    let digit = |byte: u8| Some(VALUES[usize::from(byte)]).filter(|digit| *digit < 16);
    let mut out = Vec::with_capacity(text.len() / 2);
    let mut at = 0;
    while at < text.len() {
        if matches!(text[at], b'\t'..=b'\r' | b' ') {
            at += 1;
            continue;
        }
        let high = digit(text[at]).ok_or(Some(at))?;
        let low = digit(*text.get(at + 1).ok_or(None)?).ok_or(Some(at + 1))?;
        out.push(high << 4 | low);
        at += 2;
    }
    Ok(out)
}

/// Hexadecimal digits of bytes; groups of `group` bytes, counted from the end (from the start if negative), are separated.
fn render(data: &[u8], separator: Option<char>, group: i64) -> String {
    let size = group.unsigned_abs() as usize;
    let mut out = String::with_capacity(data.len() * 3);
    for (place, byte) in data.iter().enumerate() {
        let boundary = if group > 0 { data.len() - place } else { place };
        if let Some(separator) = separator
            && place > 0
            && size > 0
            && boundary % size == 0
        {
            out.push(separator);
        }
        out.push(DIGITS[usize::from(byte >> 4)] as char);
        out.push(DIGITS[usize::from(byte & 15)] as char);
    }
    out
}

fn hex(vm: &mut Vm, this: Buffer, sep: &Value, bytes_per_sep: &Value) -> Result {
    let separator = if sep.is_set() { Some(separator(vm, sep)?) } else { None };
    let group = vm.index_big(bytes_per_sep)?.to_i32();
    let Some(group) = group else { return Err(vm.overflow_error("Python int too large to convert to C int")) };
    let data = this.data();
    vm.check_bytes(data.len().saturating_mul(5))?;
    if separator.is_some() {
        return Ok(Str::value(render(&data, separator, i64::from(group))));
    }
    let mut digits = vec![0; data.len() * 2];
    for (pair, byte) in digits.chunks_exact_mut(2).zip(data.iter()) {
        pair.copy_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
    }
    Ok(Str::of_ascii(&digits).unwrap_or_default())
}

fn separator(vm: &mut Vm, value: &Value) -> Result<char> {
    let first = match (storage::<Str>(value), buffer(value)) {
        (Some(text), _) if text.char_len() == 1 => text.char_at(0),
        (None, Some(data)) if data.len() == 1 => data.first().map(|byte| *byte as char),
        (None, None) => {
            vm.len(value)?;
            return Err(vm.type_error("sep must be str or bytes."));
        }
        _ => return Err(vm.value_error("sep must be length 1.")),
    };
    first.filter(char::is_ascii).ok_or_else(|| vm.value_error("sep must be ASCII."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_counted_from_the_end() {
        assert_eq!(render(b"abcde", Some(':'), 2), "61:6263:6465");
        assert_eq!(render(b"abcde", Some(':'), -2), "6162:6364:65");
        assert_eq!(render(b"ab", None, 1), "6162");
    }

    #[test]
    fn parses_pairs_of_digits() {
        assert_eq!(parse(b" 00 fF\n"), Ok(vec![0, 255]));
        assert_eq!((parse(b"0g"), parse(b"0"), parse(b"0 0")), (Err(Some(1)), Err(None), Err(Some(1))));
    }
}
