//! What a float is made of, its neighbours, and comparisons that allow for rounding.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::range_error;
use crate::object::Tuple;
use crate::value::Value;
use crate::vm::{Result, Row, Vm, exact_parts, function, scale};

/// The rows.
pub static ROWS: &[Row] = &[
    function!("frexp", "(x, /)", frexp, "Mantissa from 0.5 below 1 and exponent of two."),
    function!("ldexp", "(x, i, /)", ldexp, "x times two to the power of i."),
    function!("modf", "(x, /)", modf, "Fraction and whole part, both as floats with the sign of x."),
    function!("copysign", "(x, y, /)", copysign, "The magnitude of x with the sign of y."),
    function!("nextafter", "(x, y, /, *, steps=None)", next_after, "The float next to x in the direction of y."),
    function!("ulp", "(x, /)", ulp, "The value of the lowest bit."),
    function!("fmod", "(x, y, /)", fmod, "The rest of a division, with the sign of x."),
    function!("remainder", "(x, y, /)", remainder, "The difference to the nearest multiple of y."),
    function!("fma", "(x, y, z, /)", fma, "x times y plus z, rounded once."),
    function!("isfinite", "(x, /)", |x: f64| x.is_finite(), "Whether x is neither infinite nor NaN."),
    function!("isinf", "(x, /)", |x: f64| x.is_infinite(), "Whether x is infinite."),
    function!("isnan", "(x, /)", |x: f64| x.is_nan(), "Whether x is no number."),
    function!("isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", is_close, "Whether two numbers are nearly equal."),
];

fn frexp(x: f64) -> Value {
    if x == 0.0 || !x.is_finite() {
        return Tuple::value([Value::Float(x), Value::Int(0)]);
    }
    let (mantissa, exponent) = exact_parts(x);
    let bits = 64 - i64::from(mantissa.leading_zeros());
    let fraction = scale(u128::from(mantissa), -bits).copysign(x);
    Tuple::value([Value::Float(fraction), Value::Int(exponent + bits)])
}

fn ldexp(vm: &mut Vm, x: f64, i: &Value) -> Result {
    if !matches!(*i, Value::Int(_)) && vm.lookup_special(i, &vm.names.index).is_none() {
        return Err(vm.type_error("Expected an int as second argument to ldexp."));
    }
    let shift = vm.index_clamped(i)?;
    if x == 0.0 || !x.is_finite() {
        return Ok(Value::Float(x));
    }
    let (mantissa, exponent) = exact_parts(x);
    // Beyond these bounds the answer is the same.
    let result = scale(u128::from(mantissa), exponent + shift.clamp(-5000, 5000));
    if result.is_infinite() {
        return Err(range_error(vm));
    }
    Ok(Value::Float(result.copysign(x)))
}

fn modf(x: f64) -> Value {
    let (fraction, whole) = match x {
        _ if x.is_nan() => (x, x),
        _ if x.is_infinite() => (0f64.copysign(x), x),
        _ => (x.fract().copysign(x), x.trunc()),
    };
    Tuple::value([Value::Float(fraction), Value::Float(whole)])
}

fn copysign(x: f64, y: f64) -> f64 {
    x.copysign(y)
}

/// Floats in order as ints in order; both zeros are 0.
fn ordinal(x: f64) -> i64 {
    let bits = (x.to_bits() & (i64::MAX as u64)) as i64;
    if x.is_sign_negative() { -bits } else { bits }
}

/// The float of an ordinal.
fn of_ordinal(ordinal: i64) -> f64 {
    let magnitude = f64::from_bits(ordinal.unsigned_abs());
    if ordinal < 0 { -magnitude } else { magnitude }
}

/// The float so many steps from x in the direction of y, but not beyond y.
fn steps_towards(x: f64, y: f64, steps: u64) -> f64 {
    if steps == 0 || x.is_nan() {
        return x;
    }
    if y.is_nan() || x == y {
        return y;
    }
    let (from, to) = (ordinal(x), ordinal(y));
    if from.abs_diff(to) <= steps {
        return y;
    }
    // The distance exceeds the steps, so they fit.
    let reached = if to > from { from.wrapping_add_unsigned(steps) } else { from.wrapping_sub_unsigned(steps) };
    if reached == 0 { 0f64.copysign(x) } else { of_ordinal(reached) }
}

fn next_after(vm: &mut Vm, x: f64, y: f64, steps: Option<BigInt>) -> Result {
    let steps = match steps {
        None => 1,
        Some(steps) if steps.is_negative() => return Err(vm.value_error("steps must be a non-negative integer")),
        Some(steps) => steps.to_u64().unwrap_or(u64::MAX),
    };
    Ok(Value::Float(steps_towards(x, y, steps)))
}

fn ulp(x: f64) -> f64 {
    let x = x.abs();
    if !x.is_finite() {
        return x;
    }
    let above = x.next_up();
    if above.is_infinite() { x - x.next_down() } else { above - x }
}

fn fmod(vm: &mut Vm, x: f64, y: f64) -> Result {
    if y.is_infinite() && x.is_finite() {
        return Ok(Value::Float(x));
    }
    binary(vm, x, y, x % y)
}

fn remainder(vm: &mut Vm, x: f64, y: f64) -> Result {
    binary(vm, x, y, ieee_remainder(x, y))
}

/// The result of a function of two floats, checked.
fn binary(vm: &mut Vm, x: f64, y: f64, result: f64) -> Result {
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(vm.value_error("math domain error"));
    }
    Ok(Value::Float(result))
}

fn ieee_remainder(x: f64, y: f64) -> f64 {
    if x.is_nan() || (y.is_infinite() && x.is_finite()) {
        return x;
    }
    if y.is_nan() {
        return y;
    }
    if x.is_infinite() || y == 0.0 {
        return f64::NAN;
    }
    let (size, unit) = (x.abs(), y.abs());
    let rest = size % unit;
    let missing = unit - rest;
    let result = if rest < missing {
        rest
    } else if rest > missing {
        -missing
    } else {
        // Halfway: the even multiple.
        rest - 2.0 * ((0.5 * (size - rest)) % unit)
    };
    1f64.copysign(x) * result
}

fn fma(vm: &mut Vm, x: f64, y: f64, z: f64) -> Result {
    let result = x.mul_add(y, z);
    if result.is_nan() && !x.is_nan() && !y.is_nan() && !z.is_nan() {
        return Err(vm.value_error("invalid operation in fma"));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(vm.overflow_error("overflow in fma"));
    }
    Ok(Value::Float(result))
}

fn is_close(vm: &mut Vm, a: f64, b: f64, relative: f64, absolute: f64) -> Result {
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::Bool(true));
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::Bool(false));
    }
    let distance = (b - a).abs();
    let close = distance <= (relative * b).abs() || distance <= (relative * a).abs() || distance <= absolute;
    Ok(Value::Bool(close))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours() {
        assert_eq!(steps_towards(0.0, 1.0, 1), 5e-324);
        assert_eq!(steps_towards(1.0, f64::INFINITY, 3), 1.0000000000000007);
        assert_eq!(steps_towards(-1.0, 1.0, 10_000_000_000_000_000_000), 1.0);
        assert_eq!(steps_towards(5e-324, -1.0, 2), -5e-324);
        assert!(steps_towards(-5e-324, 1.0, 1).is_sign_negative());
    }

    #[test]
    fn remainders() {
        assert_eq!(ieee_remainder(5.0, 3.0), -1.0);
        assert_eq!(ieee_remainder(4.0, 8.0), 4.0);
        assert_eq!(ieee_remainder(12.0, 8.0), -4.0);
        assert_eq!(ieee_remainder(-5.0, 2.0), -1.0);
    }
}
