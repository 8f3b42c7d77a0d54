//! Text to numbers: `int("0x_ff", 0)`, `float(" 1_000.5e-3 ")`, `float.fromhex`.

use num_bigint::BigInt;
use num_traits::Num;

use crate::vm::scale;

/// Why a text is no int.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IntError {
    /// It is not written as one.
    Invalid,
    /// It has this many decimal digits, more than the limit.
    TooLong(usize),
}

/// The ASCII digit that a decimal digit of any script stands for; other characters stay.
fn to_ascii(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    decimal_digit(c).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
}

/// The first digits (zeros) of the scripts' decimal digits, each followed by the other nine (Unicode 16, general category Nd).
const ZEROS: &[u32] = &[
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0,
    0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0,
    0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0,
    0x11450, 0x114D0, 0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50, 0x11DA0,
    0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1CCF0, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140,
    0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

/// The value of a decimal digit of any script beyond ASCII.
pub fn decimal_digit(c: char) -> Option<u32> {
    let code = c as u32;
    let after = ZEROS.partition_point(|zero| *zero <= code);
    let digit = code - ZEROS.get(after.checked_sub(1)?)?;
    (digit < 10).then_some(digit)
}

/// Whether `int()` and `float()` pass over a character around a number.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\x1c'..='\x1f')
}

/// Digits joined without their underscores, each of which must stand between two digits; none where one doesn't, or there is no digit.
fn join_digits(text: &str, base: u32) -> Option<String> {
    let mut joined = String::with_capacity(text.len());
    let mut underscore = true;
    for c in text.chars() {
        match c {
            '_' if underscore => return None,
            '_' => underscore = true,
            c if c.is_digit(base) => {
                joined.push(c);
                underscore = false;
            }
            _ => return None,
        }
    }
    (!underscore).then_some(joined)
}

/// An int of at most 18 plain decimal digits with an optional sign; none for anything else.
pub fn parse_small(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    if !(1..=18).contains(&digits.len()) {
        return None;
    }
    let mut int: i64 = 0;
    for byte in digits {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        int = int * 10 + i64::from(digit);
    }
    Some(if negative { -int } else { int })
}

/// An int of at most twelve plain digits in a base from 2 to 36 with an optional sign; none for anything else.
pub fn parse_small_in(text: &[u8], base: u32) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    if base == 0 || !(1..=12).contains(&digits.len()) {
        return None;
    }
    let mut int: i64 = 0;
    for byte in digits {
        int = int * i64::from(base) + i64::from(char::from(*byte).to_digit(base)?);
    }
    Some(if negative { -int } else { int })
}

/// An int of a text in a base from 2 to 36, or 0: as literals are written. More decimal digits than `limit` are refused (0: none are).
pub fn parse_int(text: &str, base: u32, limit: usize) -> Result<BigInt, IntError> {
    let ascii: String = text.trim_matches(is_space).chars().map(to_ascii).collect();
    let (negative, body) = match ascii.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, ascii.strip_prefix('+').unwrap_or(&ascii)),
    };
    let prefix = match body.get(..2) {
        Some("0x" | "0X") => Some(16),
        Some("0o" | "0O") => Some(8),
        Some("0b" | "0B") => Some(2),
        _ => None,
    };
    let (base, body, literal) = match prefix {
        // One underscore may follow the prefix.
        Some(own) if base == 0 || base == own => (own, body[2..].strip_prefix('_').unwrap_or(&body[2..]), false),
        _ if base == 0 => (10, body, true),
        _ => (base, body, false),
    };
    let digits = join_digits(body, base).ok_or(IntError::Invalid)?;
    if literal && digits.starts_with('0') && digits.contains(|c| c != '0') {
        return Err(IntError::Invalid);
    }
    if limit > 0 && digits.len() > limit && !base.is_power_of_two() {
        return Err(IntError::TooLong(digits.len()));
    }
    let magnitude = BigInt::from_str_radix(&digits, base).map_err(|_| IntError::Invalid)?;
    Ok(if negative { -magnitude } else { magnitude })
}

/// A float of a text.
pub fn parse_float(text: &str) -> Option<f64> {
    // The standard library also reads words and knows no underscores, so it is asked at once only where neither can be.
    if text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-')) {
        return text.parse().ok();
    }
    let ascii: String = text.trim_matches(is_space).chars().map(to_ascii).collect();
    let unsigned = ascii.strip_prefix(['+', '-']).unwrap_or(&ascii);
    let first = unsigned.bytes().next()?;
    if !first.is_ascii_digit() && first != b'.' {
        let known = ["inf", "infinity", "nan"].iter().any(|word| unsigned.eq_ignore_ascii_case(word));
        return if known { ascii.parse().ok() } else { None };
    }
    let bytes = ascii.as_bytes();
    let digit = |place: Option<usize>| place.and_then(|place| bytes.get(place)).is_some_and(u8::is_ascii_digit);
    let placed = |place: usize| digit(place.checked_sub(1)) && digit(Some(place + 1));
    if !bytes.iter().enumerate().all(|(place, byte)| *byte != b'_' || placed(place)) {
        return None;
    }
    ascii.replace('_', "").parse().ok()
}

/// Real and imaginary part of a text: `1+2j`, `2j` or `1`, in brackets or not.
pub fn parse_complex(text: &str) -> Option<(f64, f64)> {
    let text = text.trim_matches(is_space);
    let text = match text.strip_prefix('(') {
        Some(inner) => inner.strip_suffix(')')?.trim_matches(is_space),
        None => text,
    };
    if text.chars().any(is_space) {
        return None;
    }
    let Some(body) = text.strip_suffix(['j', 'J']) else { return parse_float(text).map(|re| (re, 0.0)) };
    // The last sign that is neither the first character nor part of an exponent begins the imaginary part.
    let bytes = body.as_bytes();
    let begins = |place: &usize| matches!(bytes[*place], b'+' | b'-') && !matches!(bytes[place - 1], b'e' | b'E');
    let place = (1..bytes.len()).rev().find(begins).unwrap_or(0);
    let (re, im) = body.split_at(place);
    let re = if re.is_empty() { 0.0 } else { parse_float(re)? };
    match im {
        "" | "+" => Some((re, 1.0)),
        "-" => Some((re, -1.0)),
        digits => parse_float(digits).map(|im| (re, im)),
    }
}

/// Why a text is no hexadecimal float.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HexError {
    /// It is not written as one.
    Invalid,
    /// It is beyond the floats.
    TooLarge,
}

/// `float.fromhex`
pub fn parse_hex_float(text: &str) -> Result<f64, HexError> {
    let text = text.trim_matches(|c: char| c.is_ascii_whitespace() || c == '\x0b');
    let (negative, body) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let signed = |value: f64| if negative { -value } else { value };
    if ["inf", "infinity"].iter().any(|word| body.eq_ignore_ascii_case(word)) {
        return Ok(signed(f64::INFINITY));
    }
    if body.eq_ignore_ascii_case("nan") {
        return Ok(signed(f64::NAN));
    }
    let body = body.strip_prefix("0x").or_else(|| body.strip_prefix("0X")).unwrap_or(body);
    let (mantissa, exponent) = match body.split_once(['p', 'P']) {
        Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent).ok_or(HexError::Invalid)?),
        None => (body, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut bits: u128 = 0;
    let mut dropped: i64 = 0;
    let mut any = false;
    for c in whole.chars().chain(fraction.chars()) {
        let digit = c.to_digit(16).ok_or(HexError::Invalid)?;
        any = true;
        if bits >> 120 == 0 {
            bits = bits << 4 | u128::from(digit);
        } else {
            // The lowest bit stands for all that follow.
            bits |= u128::from(digit != 0);
            dropped += 4;
        }
    }
    if !any {
        return Err(HexError::Invalid);
    }
    let exponent = exponent.saturating_add(dropped).saturating_sub(4 * fraction.len() as i64);
    if bits == 0 {
        return Ok(signed(0.0));
    }
    // Beyond these the answer is the same, and sums with them can't overflow.
    let value = scale(bits, exponent.clamp(-10_000, 10_000));
    if value.is_infinite() { Err(HexError::TooLarge) } else { Ok(signed(value)) }
}

/// A decimal exponent with an optional sign, cut to what makes a difference.
fn parse_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let magnitude = digits.parse::<i64>().unwrap_or(i64::MAX / 4).min(i64::MAX / 4);
    Some(if text.starts_with('-') { -magnitude } else { magnitude })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ints() {
        let parse = |text: &str, base| parse_int(text, base, 4300).map(|number| number.to_string());
        assert_eq!(parse(" 1_000 ", 10).as_deref(), Ok("1000"));
        assert_eq!(parse("-0xff", 16).as_deref(), Ok("-255"));
        assert_eq!(parse("0b_101", 0).as_deref(), Ok("5"));
        assert_eq!(parse("0_0", 0).as_deref(), Ok("0"));
        assert_eq!(parse_small(b"-123456789012345678"), Some(-123456789012345678));
        assert!([&b"-"[..], b"", b"1_0", b" 1", b"1234567890123456789"].iter().all(|text| parse_small(text).is_none()));
        assert_eq!(parse("z", 36).as_deref(), Ok("35"));
        assert_eq!(parse("٣", 10).as_deref(), Ok("3"));
        for (text, base) in [
            ("", 10),
            ("1__0", 10),
            ("_1", 10),
            ("1_", 10),
            ("0x", 16),
            ("010", 0),
            ("12a", 10),
            ("- 1", 10),
            ("--1", 10),
            ("+-1", 10),
        ] {
            assert_eq!(parse(text, base), Err(IntError::Invalid), "{text}");
        }
        assert_eq!(parse_int(&"1".repeat(4301), 10, 4300), Err(IntError::TooLong(4301)));
        assert!(parse_int(&"1".repeat(5000), 16, 4300).is_ok());
    }

    #[test]
    fn floats() {
        for (text, value) in [
            ("1_0.5", 10.5),
            ("  infinity ", f64::INFINITY),
            ("-.5", -0.5),
            ("5.", 5.0),
            ("1e5", 1e5),
            ("1e400", f64::INFINITY),
        ] {
            assert_eq!(parse_float(text), Some(value), "{text}");
        }
        for text in ["", "1__0", "_1", "1_", "1e", "e5", ".", "abc", "1_.5", "infin", "0x10", "1 2"] {
            assert_eq!(parse_float(text), None, "{text}");
        }
    }

    #[test]
    fn hexadecimal_floats() {
        assert_eq!(parse_hex_float("0x1.999999999999ap-4"), Ok(0.1));
        assert_eq!(parse_hex_float("-0x.8p0"), Ok(-0.5));
        assert_eq!(parse_hex_float("1.8"), Ok(1.5));
        assert_eq!(parse_hex_float("0x1p-1074"), Ok(5e-324));
        assert_eq!(parse_hex_float("0x1p1024"), Err(HexError::TooLarge));
        assert_eq!(parse_hex_float("0x"), Err(HexError::Invalid));
    }
}
