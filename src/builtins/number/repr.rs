//! Decimal digits of floats and CPython's ways to write them: `repr`, and the presentation types `e`, `f`, `g`.
//!
//! Digits are exact: the shortest that read back as the same float, or correctly rounded to a precision, ties to even.

use compact_str::{CompactString, ToCompactString, format_compact};

use crate::vm::exact_parts;

/// Digits after the point beyond which the exact value of any float is over.
const MOST_DECIMALS: usize = 1100;

/// Significant decimal digits without trailing zeros, and where the point stands: `0.DIGITS * 10**point`.
#[derive(Debug, PartialEq, Eq)]
pub struct Digits {
    /// At least one digit, "0" only for zero.
    pub digits: CompactString,
    /// Position of the point, counted from before the first digit.
    pub point: i32,
}

/// How many digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Precision {
    /// The fewest that identify the float.
    Shortest,
    /// So many significant ones.
    Significant(usize),
}

/// The digits of a finite float's magnitude.
pub fn digits(value: f64, precision: Precision) -> Digits {
    let value = value.abs();
    match precision {
        Precision::Shortest => shortest(value),
        Precision::Significant(count) => digits_of(&format_compact!("{value:.*e}", count.clamp(1, MOST_DECIMALS) - 1)),
    }
}

/// The digits of a decimal text with or without point and exponent.
fn digits_of(text: &str) -> Digits {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits = CompactString::with_capacity(whole.len() + fraction.len());
    digits.push_str(whole);
    digits.push_str(fraction);
    let zeros = digits.len() - digits.trim_start_matches('0').len();
    if zeros == digits.len() {
        return Digits { digits: CompactString::const_new("0"), point: 1 };
    }
    digits.truncate(digits.trim_end_matches('0').len());
    if zeros > 0 {
        digits.drain(..zeros);
    }
    Digits { digits, point: whole.len() as i32 - zeros as i32 + exponent.parse::<i32>().unwrap_or(0) }
}

/// The fewest digits that identify a float; where two texts of that length are equally near, the even one.
fn shortest(value: f64) -> Digits {
    let digits = digits_of(zmij::Buffer::new().format_finite(value));
    // A tie takes an exact value of one digit more, so at most 18: these bits behind the binary point would give more.
    let (mantissa, exponent) = exact_parts(value);
    let fraction_bits = -(exponent + i64::from(mantissa.trailing_zeros()));
    let length = digits.digits.len();
    if fraction_bits > 25 || length < 15 {
        return digits;
    }
    let even = format_compact!("{value:.*e}", length - 1);
    if even.parse() == Ok(value) { digits_of(&even) } else { digits }
}

/// A finite float's magnitude with so many digits after the point.
pub fn fixed(value: f64, decimals: usize) -> CompactString {
    if let Some(scaled) = scaled(value, decimals) {
        return with_point(scaled, decimals);
    }
    let exact = decimals.min(MOST_DECIMALS);
    let mut text = format_compact!("{:.*}", exact, value.abs());
    text.extend(std::iter::repeat_n('0', decimals - exact));
    text
}

/// A float's magnitude times a power of ten, correctly rounded, ties to even; none where it is beyond 64 bits or much smaller than one.
fn scaled(value: f64, decimals: usize) -> Option<u64> {
    // 10**19 has 64 bits: its product with a mantissa of 53 fits 128.
    let factor = 10u64.checked_pow(u32::try_from(decimals).ok()?)?;
    let (mantissa, exponent) = exact_parts(value);
    let product = u128::from(mantissa) * u128::from(factor);
    if exponent >= 0 {
        let whole = if exponent < 11 { product << exponent } else { return None };
        return u64::try_from(whole).ok();
    }
    let shift = u32::try_from(-exponent).ok().filter(|shift| *shift < 127)?;
    let (floor, rest, half) = (product >> shift, product & ((1 << shift) - 1), 1 << (shift - 1));
    let up = rest > half || (rest == half && floor & 1 == 1);
    u64::try_from(floor + u128::from(up)).ok()
}

/// A number of the smallest decimals, written with its point.
fn with_point(scaled: u64, decimals: usize) -> CompactString {
    let digits = scaled.to_compact_string();
    if decimals == 0 {
        return digits;
    }
    let mut text = CompactString::with_capacity(digits.len().max(decimals + 1) + 1);
    let (whole, fraction) = digits.split_at(digits.len().saturating_sub(decimals));
    text.push_str(if whole.is_empty() { "0" } else { whole });
    text.push('.');
    text.push_str(&"0000000000000000000"[..decimals - fraction.len()]);
    text.push_str(fraction);
    text
}

/// How a float is written, as C's `printf` and CPython's `repr` do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Style {
    /// `e`, `f`, `g`, or `r` for `repr`.
    pub ty: char,
    /// Digits after the point (`e`, `f`) or significant digits (`g`).
    pub precision: usize,
    /// `#`: the point stands also where no digits follow, and `g` keeps zeros.
    pub alternate: bool,
    /// A float always shows that it is one: `1.0`, never `1`.
    pub keep_point: bool,
}

/// A finite float's magnitude in a style, without sign.
pub fn magnitude(value: f64, style: Style) -> CompactString {
    if style.ty == 'f' {
        let mut text = fixed(value, style.precision);
        if style.alternate && style.precision == 0 {
            text.push('.');
        }
        return text;
    }
    let significant = match style.ty {
        'e' => style.precision + 1,
        _ => style.precision.max(1),
    };
    let precision = if style.ty == 'r' { Precision::Shortest } else { Precision::Significant(significant) };
    let Digits { digits, point } = digits(value, precision);
    let exponential = match style.ty {
        'e' => true,
        'r' => point <= -4 || point > 16,
        _ => point <= -4 || i64::from(point) > significant as i64 - i64::from(style.keep_point),
    };
    let shown = match style.ty {
        'e' => significant,
        'g' if style.alternate => significant,
        _ => digits.len(),
    };
    let place = if exponential { 1 } else { point };
    let least = if style.keep_point && !exponential { place + 1 } else { place };
    let mut text = place_point(&digits, place, shown.max(usize::try_from(least).unwrap_or(0)), style.alternate);
    if exponential {
        let exponent = point - 1;
        text.push_str(if exponent < 0 { "e-" } else { "e+" });
        text.push_str(if exponent.abs() < 10 { "0" } else { "" });
        text.push_str(&exponent.abs().to_compact_string());
    }
    text
}

/// Digits with a point at a place, filled with zeros to `shown` digits.
fn place_point(digits: &str, place: i32, shown: usize, dangling: bool) -> CompactString {
    let zeros = |count: usize| std::iter::repeat_n('0', count);
    let mut text = CompactString::with_capacity(shown + 8);
    let whole = usize::try_from(place).unwrap_or(0);
    if place <= 0 {
        text.push_str("0.");
        text.extend(zeros(place.unsigned_abs() as usize));
        text.push_str(digits);
        text.extend(zeros(shown.saturating_sub(digits.len())));
        return text;
    }
    text.push_str(&digits[..digits.len().min(whole)]);
    text.extend(zeros(whole.saturating_sub(digits.len())));
    if shown > whole || dangling {
        text.push('.');
    }
    if shown > whole {
        let rest = digits.get(whole..).unwrap_or("");
        text.push_str(rest);
        text.extend(zeros(shown - whole - rest.len()));
    }
    text
}

/// `repr` of a float.
pub fn float_repr(value: f64) -> CompactString {
    if value.is_nan() {
        return CompactString::const_new("nan");
    }
    if value.is_infinite() {
        return CompactString::const_new(if value > 0.0 { "inf" } else { "-inf" });
    }
    let mut text = magnitude(value, Style { ty: 'r', precision: 0, alternate: false, keep_point: true });
    if value.is_sign_negative() {
        text.insert(0, '-');
    }
    text
}

/// `float.hex`
pub fn float_hex(value: f64) -> CompactString {
    if !value.is_finite() {
        return float_repr(value);
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let bits = value.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    let exponent = (bits >> 52 & 0x7FF) as i64;
    match (exponent, fraction) {
        (0, 0) => format_compact!("{sign}0x0.0p+0"),
        (0, _) => format_compact!("{sign}0x0.{fraction:013x}p-1022"),
        _ => format_compact!("{sign}0x1.{fraction:013x}p{:+}", exponent - 1023),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repr_is_cpythons() {
        for (value, text) in [
            (0.1, "0.1"),
            (1.0, "1.0"),
            (-0.0, "-0.0"),
            (1e16, "1e+16"),
            (1e15, "1000000000000000.0"),
            (9999999999999998.0, "9999999999999998.0"),
            (1e-4, "0.0001"),
            (1e-5, "1e-05"),
            (1.5e300, "1.5e+300"),
            (5e-324, "5e-324"),
            (123456.789, "123456.789"),
            (868111995733793.0 / 8.0, "108513999466724.12"),
            (f64::INFINITY, "inf"),
            (f64::NAN, "nan"),
        ] {
            assert_eq!(float_repr(value), text);
        }
    }

    #[test]
    fn ties_go_to_even() {
        assert_eq!(fixed(2.5, 0), "2");
        assert_eq!(fixed(0.5, 0), "0");
        assert_eq!(fixed(1.5, 0), "2");
        assert_eq!(fixed(0.125, 2), "0.12");
        assert_eq!(fixed(2.675, 2), "2.67");
        assert_eq!(fixed(0.0625, 3), "0.062");
        assert_eq!(digits(2.5, Precision::Significant(1)).digits, "2");
    }

    #[test]
    fn scaling_rounds_as_the_standard_library_does() {
        let mut bits: u64 = 0x9E37_79B9_7F4A_7C15;
        for turn in 0..200_000u64 {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let wide = f64::from_bits(bits & !(1 << 63) & !(0x7FF << 52) | (1023 - 70 + turn % 140) << 52);
            let short = (bits >> 40) as f64 / [1.0, 2.0, 8.0, 64.0, 1024.0, 10.0, 1000.0][(turn % 7) as usize];
            for value in [wide, short] {
                let decimals = (bits >> 20) as usize % 20;
                assert_eq!(fixed(value, decimals), format!("{value:.decimals$}"), "{value:e} to {decimals}");
            }
        }
    }

    #[test]
    fn hexadecimal() {
        assert_eq!(float_hex(0.1), "0x1.999999999999ap-4");
        assert_eq!(float_hex(-0.0), "-0x0.0p+0");
        assert_eq!(float_hex(5e-324), "0x0.0000000000001p-1022");
    }
}
