//! Powers, logarithms, trigonometric and hyperbolic functions.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::{checked, domain_error, range_error};
use crate::builtins::number::convert::{as_int, big, float_of, int_of_float, real};
use crate::value::Value;
use crate::vm::{BinaryOp, Number, Result, Row, Vm, function};

macro_rules! of_float {
    ($name:literal, $function:expr, $doc:literal) => {
        of_float!($name, $function, "", $doc)
    };
    ($name:literal, $function:expr, $expected:literal, $doc:literal) => {
        function!($name, "(x, /)", |vm, x| apply(vm, x, $function, $expected), $doc)
    };
}

/// The rows.
pub static ROWS: &[Row] = &[
    of_float!("sqrt", f64::sqrt, "a nonnegative input", "The square root."),
    of_float!("cbrt", f64::cbrt, "The cube root."),
    of_float!("exp", f64::exp, "e to the power of x."),
    of_float!("exp2", f64::exp2, "2 to the power of x."),
    of_float!("expm1", f64::exp_m1, "e to the power of x, less 1, without loss near zero."),
    function!("log", "(x, base=..., /)", log, "The logarithm: natural, or to a base."),
    function!("log2", "(x, /)", |vm, x: &Value| logarithm(vm, x, f64::log2).map(Value::Float), "The logarithm to base 2."),
    function!("log10", "(x, /)", |vm, x: &Value| logarithm(vm, x, f64::log10).map(Value::Float), "The logarithm to base 10."),
    function!("log1p", "(x, /)", log1p, "The natural logarithm of 1 + x, without loss near zero."),
    function!("pow", "(x, y, /)", pow, "x to the power of y, as a float."),
    of_float!("sin", f64::sin, "a finite input", "The sine of an angle in radians."),
    of_float!("cos", f64::cos, "a finite input", "The cosine of an angle in radians."),
    of_float!("tan", f64::tan, "a finite input", "The tangent of an angle in radians."),
    of_float!("asin", f64::asin, "a number in range from -1 up to 1", "The angle of a sine."),
    of_float!("acos", f64::acos, "a number in range from -1 up to 1", "The angle of a cosine."),
    of_float!("atan", f64::atan, "The angle of a tangent."),
    function!("atan2", "(y, x, /)", atan2, "The angle of a point."),
    of_float!("sinh", f64::sinh, "The hyperbolic sine."),
    of_float!("cosh", f64::cosh, "The hyperbolic cosine."),
    of_float!("tanh", f64::tanh, "The hyperbolic tangent."),
    of_float!("asinh", asinh, "The inverse hyperbolic sine."),
    of_float!("acosh", acosh, "argument value not less than 1", "The inverse hyperbolic cosine."),
    function!("atanh", "(x, /)", atanh, "The inverse hyperbolic tangent."),
    of_float!("fabs", f64::abs, "The magnitude, as a float."),
    of_float!("degrees", |x| x * (180.0 / std::f64::consts::PI), "An angle in degrees."),
    of_float!("radians", |x| x * (std::f64::consts::PI / 180.0), "An angle in radians."),
    of_float!("erf", libm::erf, "The error function."),
    of_float!("erfc", libm::erfc, "One less the error function, without loss for large x."),
    function!("floor", "(x, /)", floor, "The greatest int that is not greater."),
    function!("ceil", "(x, /)", ceil, "The least int that is not less."),
    function!("trunc", "(x, /)", trunc, "The int without the fraction."),
];

fn apply(vm: &mut Vm, x: f64, function: fn(f64) -> f64, expected: &str) -> Result {
    checked(vm, x, function(x), expected)
}

/// A logarithm of a number of any size, also beyond the floats.
fn logarithm(vm: &mut Vm, value: &Value, function: fn(f64) -> f64) -> Result<f64> {
    if let Some(int) = as_int(vm, value) {
        let number = big(&int);
        if !number.is_positive() {
            return Err(vm.value_error("expected a positive input"));
        }
        return Ok(match Number::Big(&number).to_float() {
            Ok(float) => function(float),
            Err(_) => {
                let (fraction, exponent) = fraction_of(&number);
                function(fraction) + function(2.0) * exponent as f64
            }
        });
    }
    let x = real(vm, value)?;
    if x.is_nan() || x > 0.0 {
        return Ok(function(x));
    }
    Err(domain_error(vm, "a positive input", x))
}

/// A positive int as a fraction from 0.5 below 1, and a power of two.
fn fraction_of(number: &BigInt) -> (f64, u64) {
    let bits = number.bits();
    let dropped = bits.saturating_sub(64);
    let lost = number.trailing_zeros().is_some_and(|zeros| zeros < dropped);
    // The top 64 bits, the lowest standing for all below it: converting rounds correctly.
    let top = (number >> dropped).to_u64().unwrap_or(0) | u64::from(lost);
    let fraction = top as f64 / 2f64.powi(bits.min(64) as i32);
    if fraction >= 1.0 { (0.5, bits + 1) } else { (fraction, bits) }
}

fn log(vm: &mut Vm, x: &Value, base: Option<&Value>) -> Result {
    let x = logarithm(vm, x, f64::ln)?;
    let Some(base) = base else { return Ok(Value::Float(x)) };
    let base = logarithm(vm, base, f64::ln)?;
    vm.binary(BinaryOp::TrueDiv, &Value::Float(x), &Value::Float(base))
}

fn log1p(vm: &mut Vm, x: f64) -> Result {
    if x <= -1.0 {
        return Err(domain_error(vm, "argument value > -1", x));
    }
    Ok(Value::Float(x.ln_1p()))
}

fn pow(vm: &mut Vm, x: f64, y: f64) -> Result {
    let result = x.powf(y);
    if x.is_finite() && y.is_finite() {
        if result.is_nan() || (result.is_infinite() && x == 0.0) {
            return Err(domain_error(vm, "", x));
        }
        if result.is_infinite() {
            return Err(range_error(vm));
        }
    }
    Ok(Value::Float(result))
}

fn atan2(y: f64, x: f64) -> f64 {
    y.atan2(x)
}

/// Below this, squares are lost beside 1; above its inverse, 1 is lost beside squares.
const TINY: f64 = 1.0 / 268_435_456.0;

fn asinh(x: f64) -> f64 {
    let size = x.abs();
    if !x.is_finite() || size < TINY {
        return x;
    }
    let result = if size > 1.0 / TINY {
        size.ln() + std::f64::consts::LN_2
    } else if size > 2.0 {
        (2.0 * size + 1.0 / ((x * x + 1.0).sqrt() + size)).ln()
    } else {
        let square = x * x;
        (size + square / (1.0 + (1.0 + square).sqrt())).ln_1p()
    };
    result.copysign(x)
}

fn acosh(x: f64) -> f64 {
    if x < 1.0 {
        f64::NAN
    } else if x >= 1.0 / TINY {
        if x.is_infinite() { x } else { x.ln() + std::f64::consts::LN_2 }
    } else if x > 2.0 {
        (2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt())).ln()
    } else {
        let above = x - 1.0;
        (above + (2.0 * above + above * above).sqrt()).ln_1p()
    }
}

fn atanh(vm: &mut Vm, x: f64) -> Result {
    let size = x.abs();
    if size >= 1.0 {
        return Err(domain_error(vm, "a number between -1 and 1", x));
    }
    let result = if x.is_nan() || size < TINY {
        return Ok(Value::Float(x));
    } else if size < 0.5 {
        let double = size + size;
        0.5 * (double + double * size / (1.0 - size)).ln_1p()
    } else {
        0.5 * ((size + size) / (1.0 - size)).ln_1p()
    };
    Ok(Value::Float(result.copysign(x)))
}

fn floor(vm: &mut Vm, x: &Value) -> Result {
    rounded(vm, x, "__floor__", f64::floor)
}

fn ceil(vm: &mut Vm, x: &Value) -> Result {
    rounded(vm, x, "__ceil__", f64::ceil)
}

fn rounded(vm: &mut Vm, value: &Value, method: &str, function: fn(f64) -> f64) -> Result {
    if let Value::Float(float) = value {
        return int_of_float(vm, function(*float));
    }
    let name = vm.intern(method);
    if let Some(answer) = vm.call_special(value, &name, &[])? {
        return Ok(answer);
    }
    match float_of(vm, value)? {
        Some(float) => int_of_float(vm, function(float)),
        None => Err(vm.type_error(format!("must be real number, not {}", vm.type_name(value)))),
    }
}

fn trunc(vm: &mut Vm, x: &Value) -> Result {
    if let Value::Float(float) = *x {
        return int_of_float(vm, float);
    }
    let name = vm.names.trunc.clone();
    match vm.call_special(x, &name, &[])? {
        Some(answer) => Ok(answer),
        None => Err(vm.type_error(format!("type {} doesn't define __trunc__ method", vm.type_name(x)))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inverse_hyperbolic() {
        assert_eq!(asinh(0.0), 0.0);
        assert!((asinh(1.0) - 0.881373587019543).abs() < 1e-15);
        assert!((asinh(-10.0) + 2.99822295029797).abs() < 1e-14);
        assert_eq!(acosh(1.0), 0.0);
        assert!((acosh(2.0) - 1.3169578969248166).abs() < 1e-15);
    }

    #[test]
    fn fractions_of_large_ints() {
        assert_eq!(fraction_of(&BigInt::from(8)), (0.5, 4));
        assert_eq!(fraction_of(&(BigInt::from(3) << 2000u32)), (0.75, 2002));
        assert_eq!(fraction_of(&((BigInt::from(1) << 2000u32) - 1)), (0.5, 2001));
    }
}
