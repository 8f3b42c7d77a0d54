//! Decimal digits of floats and CPython's ways to write them: `repr`, and the presentation types `e`, `f`, `g`.
//!
//! Digits are exact: the shortest that read back as the same float, or correctly rounded to a precision, ties to even.

use crate::vm::exact_parts;

/// Digits after the point beyond which the exact value of any float is over.
const MOST_DECIMALS: usize = 1100;

/// Significant decimal digits without trailing zeros, and where the point stands: `0.DIGITS * 10**point`.
#[derive(Debug, PartialEq, Eq)]
pub struct Digits {
    /// At least one digit, "0" only for zero.
    pub digits: String,
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
    let text = match precision {
        Precision::Shortest => shortest(value),
        Precision::Significant(count) => format!("{value:.*e}", count.clamp(1, MOST_DECIMALS) - 1),
    };
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let mut digits: String = mantissa.chars().filter(|c| *c != '.').collect();
    digits.truncate(digits.trim_end_matches('0').len().max(1));
    Digits { digits, point: exponent.parse::<i32>().unwrap_or(0) + 1 }
}

/// The fewest digits that identify a float; where two texts of that length are equally near, the even one.
fn shortest(value: f64) -> String {
    let text = format!("{value:e}");
    // A tie takes an exact value of one digit more, so at most 18: these bits behind the binary point would give more.
    let (mantissa, exponent) = exact_parts(value);
    let fraction_bits = -(exponent + i64::from(mantissa.trailing_zeros()));
    let length = text.bytes().take_while(|byte| *byte != b'e').filter(u8::is_ascii_digit).count();
    if fraction_bits > 25 || length < 15 {
        return text;
    }
    let even = format!("{value:.*e}", length - 1);
    if even.parse() == Ok(value) { even } else { text }
}

/// A finite float's magnitude with so many digits after the point.
pub fn fixed(value: f64, decimals: usize) -> String {
    let exact = decimals.min(MOST_DECIMALS);
    let mut text = format!("{:.*}", exact, value.abs());
    text.extend(std::iter::repeat_n('0', decimals - exact));
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
pub fn magnitude(value: f64, style: Style) -> String {
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
        text.push_str(&format!("e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs()));
    }
    text
}

/// Digits with a point at a place, filled with zeros to `shown` digits.
fn place_point(digits: &str, place: i32, shown: usize, dangling: bool) -> String {
    let zeros = |count: usize| std::iter::repeat_n('0', count);
    let mut text = String::with_capacity(shown + 8);
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
pub fn float_repr(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if value.is_infinite() {
        return format!("{sign}inf");
    }
    format!("{sign}{}", magnitude(value, Style { ty: 'r', precision: 0, alternate: false, keep_point: true }))
}

/// `float.hex`
pub fn float_hex(value: f64) -> String {
    if !value.is_finite() {
        return float_repr(value);
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let bits = value.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    let exponent = (bits >> 52 & 0x7FF) as i64;
    match (exponent, fraction) {
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, _) => format!("{sign}0x0.{fraction:013x}p-1022"),
        _ => format!("{sign}0x1.{fraction:013x}p{:+}", exponent - 1023),
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
        assert_eq!(digits(2.5, Precision::Significant(1)).digits, "2");
    }

    #[test]
    fn hexadecimal() {
        assert_eq!(float_hex(0.1), "0x1.999999999999ap-4");
        assert_eq!(float_hex(-0.0), "-0x0.0p+0");
        assert_eq!(float_hex(5e-324), "0x0.0000000000001p-1022");
    }
}
