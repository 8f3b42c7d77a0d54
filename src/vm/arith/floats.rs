//! Operators on floats, with CPython's signs and special cases.

use super::{BinaryOp, Computed, Fault};
use crate::value::Value;

/// Whether an operator is defined for floats.
pub fn defined(op: BinaryOp) -> bool {
    use BinaryOp::{Add, FloorDiv, Mod, Mul, Pow, Sub, TrueDiv};
    matches!(op, Add | Sub | Mul | TrueDiv | FloorDiv | Mod | Pow)
}

/// An operator on floats; none where it is not defined for them.
#[inline]
pub fn binary(op: BinaryOp, a: f64, b: f64) -> Option<Computed> {
    if !defined(op) {
        return None;
    }
    if b == 0.0 && matches!(op, BinaryOp::TrueDiv | BinaryOp::FloorDiv | BinaryOp::Mod) {
        return Some(Err(Fault::DivisionByZero));
    }
    Some(Ok(Value::Float(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::TrueDiv => a / b,
        BinaryOp::FloorDiv => floor_divide(a, b).0,
        BinaryOp::Mod => modulo(a, b),
        _ => return Some(power(a, b).map(Value::Float)),
    })))
}

/// `a % b`: the sign of b, also for zero.
fn modulo(a: f64, b: f64) -> f64 {
    let rest = a % b;
    if rest == 0.0 {
        return 0.0f64.copysign(b);
    }
    if (b < 0.0) != (rest < 0.0) { rest + b } else { rest }
}

/// Quotient and rest; the divisor is not zero.
fn floor_divide(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    // The rest makes the quotient nearly whole; rounding below makes it so.
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0.0f64.copysign(b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0f64.copysign(a / b), rest);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest)
}

/// `divmod` of floats.
pub fn divmod(a: f64, b: f64) -> Result<(f64, f64), Fault> {
    if b == 0.0 { Err(Fault::DivisionByZero) } else { Ok(floor_divide(a, b)) }
}

/// `a ** b`
pub fn power(a: f64, b: f64) -> Result<f64, Fault> {
    if b == 0.0 || a == 1.0 {
        return Ok(1.0);
    }
    if a.is_nan() || b.is_nan() {
        return Ok(f64::NAN);
    }
    if a == 0.0 && b < 0.0 && b.is_finite() {
        return Err(Fault::ZeroToNegative);
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b.fract() != 0.0 {
        return Err(Fault::Complex);
    }
    // For what is left, C's pow agrees with CPython, infinities and signs included.
    let result = a.powf(b);
    if result.is_infinite() && a.is_finite() && b.is_finite() { Err(Fault::Range) } else { Ok(result) }
}

/// `mantissa * 2**exponent` as the nearest float, ties to even; infinite beyond the range.
pub fn scale(mantissa: u128, exponent: i64) -> f64 {
    if mantissa == 0 {
        return 0.0;
    }
    let bits = 128 - i64::from(mantissa.leading_zeros());
    // Bits that don't fit 53, or fewer near zero.
    let extra = (bits - 53).max(-1074 - exponent).max(0);
    if extra > 127 {
        return 0.0;
    }
    let kept = mantissa >> extra;
    let rest = mantissa & ((1u128 << extra) - 1);
    let half = if extra == 0 { 1 } else { 1u128 << (extra - 1) };
    let up = rest > half || (rest == half && extra > 0 && kept & 1 == 1);
    let rounded = (kept + u128::from(up)) as f64;
    let exponent = exponent + extra;
    if exponent > 1023 {
        return f64::INFINITY;
    }
    rounded * power_of_two(exponent)
}

/// `2**exponent` for -1074 to 1023.
fn power_of_two(exponent: i64) -> f64 {
    if exponent >= -1022 { f64::from_bits(((exponent + 1023) as u64) << 52) } else { f64::from_bits(1u64 << (exponent + 1074)) }
}

/// The mantissa and exponent whose `mantissa * 2**exponent` a finite float's magnitude is.
pub fn exact_parts(float: f64) -> (u64, i64) {
    let bits = float.to_bits();
    let raw = (bits >> 52 & 0x7FF) as i64;
    let fraction = bits & ((1 << 52) - 1);
    if raw == 0 { (fraction, -1074) } else { (fraction | 1 << 52, raw - 1075) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn division_has_the_divisors_sign() {
        assert_eq!(divmod(7.5, -2.0), Ok((-4.0, -0.5)));
        assert_eq!(divmod(-3.0, f64::INFINITY), Ok((-1.0, f64::INFINITY)));
        assert_eq!(floor_divide(5.0, 0.1).0, 49.0);
        assert!(modulo(-0.0, 5.0).is_sign_positive());
        assert!(modulo(0.0, -5.0).is_sign_negative());
    }

    #[test]
    fn scaling_rounds_to_even() {
        assert_eq!(scale(1, 0), 1.0);
        assert_eq!(scale((1 << 54) + 1, -54), 1.0);
        assert_eq!(scale(1, -1074), 5e-324);
        assert_eq!(scale(1, -1075), 0.0);
        assert_eq!(scale(3, -1075), 1e-323);
        assert_eq!(scale(1, 1024), f64::INFINITY);
        assert_eq!(scale(u128::MAX, 0), 3.402823669209385e38);
    }

    #[test]
    fn powers() {
        assert_eq!(power(0.0, -1.0), Err(Fault::ZeroToNegative));
        assert_eq!(power(-8.0, 0.5), Err(Fault::Complex));
        assert_eq!(power(2.0, 10000.0), Err(Fault::Range));
        assert_eq!(power(-2.0, 3.0), Ok(-8.0));
        assert_eq!(power(f64::NAN, 0.0), Ok(1.0));
        assert_eq!(power(1.0, f64::NAN), Ok(1.0));
        assert_eq!(power(f64::NEG_INFINITY, 0.5), Ok(f64::INFINITY));
    }
}
