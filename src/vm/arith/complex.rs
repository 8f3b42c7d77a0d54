//! Operators on complex numbers, with CPython's rounding and special cases.
//!
//! A real operand has no imaginary part, not one of zero: the sign of zeros and infinite parts depend on the difference (C99, Annex G).

use super::{BinaryOp, Computed, Fault, Number, UnaryOp};
use crate::object::Complex;
use crate::value::Value;

/// Whole exponents up to here are computed by multiplication.
const SMALL_EXPONENT: f64 = 100.0;

/// An operand: complex or real.
#[derive(Clone, Copy)]
enum Operand {
    Complex(Complex),
    Real(f64),
}

impl Operand {
    fn of(value: &Value) -> Option<Result<Operand, Fault>> {
        match value.get::<Complex>() {
            Some(complex) => Some(Ok(Operand::Complex(*complex))),
            None => Number::of(value).map(|number| number.to_float().map(Operand::Real)),
        }
    }

    fn complex(self) -> Complex {
        match self {
            Operand::Complex(complex) => complex,
            Operand::Real(re) => Complex { re, im: 0.0 },
        }
    }
}

/// An operator where one operand is complex and the other a number; none else.
pub fn binary(op: BinaryOp, a: &Value, b: &Value) -> Option<Computed> {
    if !a.is::<Complex>() && !b.is::<Complex>() {
        return None;
    }
    if !matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::TrueDiv | BinaryOp::Pow) {
        return None;
    }
    let (a, b) = match (Operand::of(a)?, Operand::of(b)?) {
        (Ok(a), Ok(b)) => (a, b),
        (Err(fault), _) | (_, Err(fault)) => return Some(Err(fault)),
    };
    let result = match op {
        BinaryOp::Add => Ok(add(a, b)),
        BinaryOp::Sub => Ok(subtract(a, b)),
        BinaryOp::Mul => Ok(multiply(a, b)),
        BinaryOp::TrueDiv => divide(a, b),
        _ => power(a.complex(), b.complex()),
    };
    Some(result.map(Value::from))
}

/// `-a`, `+a`; none for what isn't complex.
pub fn unary(op: UnaryOp, a: &Value) -> Option<Value> {
    let a = *a.get::<Complex>()?;
    match op {
        UnaryOp::Neg => Some(Complex::value(-a.re, -a.im)),
        UnaryOp::Pos => Some(a.into()),
        UnaryOp::Invert => None,
    }
}

fn add(a: Operand, b: Operand) -> Complex {
    match (a, b) {
        (Operand::Complex(a), Operand::Complex(b)) => Complex { re: a.re + b.re, im: a.im + b.im },
        (Operand::Complex(z), Operand::Real(x)) | (Operand::Real(x), Operand::Complex(z)) => Complex { re: z.re + x, im: z.im },
        (Operand::Real(a), Operand::Real(b)) => Complex { re: a + b, im: 0.0 },
    }
}

fn subtract(a: Operand, b: Operand) -> Complex {
    match (a, b) {
        (Operand::Real(a), Operand::Complex(b)) => Complex { re: a - b.re, im: -b.im },
        (a, Operand::Real(b)) => Complex { re: a.complex().re - b, im: a.complex().im },
        (Operand::Complex(a), Operand::Complex(b)) => Complex { re: a.re - b.re, im: a.im - b.im },
    }
}

fn multiply(a: Operand, b: Operand) -> Complex {
    match (a, b) {
        (Operand::Complex(a), Operand::Complex(b)) => product(a, b),
        (z, Operand::Real(x)) | (Operand::Real(x), z) => Complex { re: z.complex().re * x, im: z.complex().im * x },
    }
}

/// 1 for an infinite part, 0 for a finite one, with its sign.
fn boxed(part: f64) -> f64 {
    (if part.is_infinite() { 1.0f64 } else { 0.0 }).copysign(part)
}

/// Zero for a NaN, with its sign.
fn quiet(part: f64) -> f64 {
    if part.is_nan() { 0.0f64.copysign(part) } else { part }
}

fn product(z: Complex, w: Complex) -> Complex {
    let (ac, bd, ad, bc) = (z.re * w.re, z.im * w.im, z.re * w.im, z.im * w.re);
    let plain = Complex { re: ac - bd, im: ad + bc };
    if !(plain.re.is_nan() && plain.im.is_nan()) {
        return plain;
    }
    // Infinities that came out as NaN are recovered.
    let (mut z, mut w) = (z, w);
    let mut infinite = false;
    if z.re.is_infinite() || z.im.is_infinite() {
        z = Complex { re: boxed(z.re), im: boxed(z.im) };
        w = Complex { re: quiet(w.re), im: quiet(w.im) };
        infinite = true;
    }
    if w.re.is_infinite() || w.im.is_infinite() {
        w = Complex { re: boxed(w.re), im: boxed(w.im) };
        z = Complex { re: quiet(z.re), im: quiet(z.im) };
        infinite = true;
    }
    if !infinite && [ac, bd, ad, bc].iter().any(|part| part.is_infinite()) {
        z = Complex { re: quiet(z.re), im: quiet(z.im) };
        w = Complex { re: quiet(w.re), im: quiet(w.im) };
        infinite = true;
    }
    if !infinite {
        return plain;
    }
    let huge = f64::INFINITY;
    Complex { re: huge * (z.re * w.re - z.im * w.im), im: huge * (z.re * w.im + z.im * w.re) }
}

fn divide(a: Operand, b: Operand) -> Result<Complex, Fault> {
    match (a, b) {
        (_, Operand::Real(0.0)) => Err(Fault::DivisionByZero),
        (a, Operand::Real(b)) => Ok(Complex { re: a.complex().re / b, im: a.complex().im / b }),
        (_, Operand::Complex(b)) if b.re == 0.0 && b.im == 0.0 => Err(Fault::DivisionByZero),
        (Operand::Complex(a), Operand::Complex(b)) => Ok(quotient(a, b)),
        (Operand::Real(a), Operand::Complex(b)) => Ok(real_quotient(a, b)),
    }
}

/// By Smith's method: the divisor's larger part is divided out first. The divisor is not zero.
fn quotient(a: Complex, b: Complex) -> Complex {
    let (re, im) = (b.re.abs(), b.im.abs());
    let result = if re >= im {
        let ratio = b.im / b.re;
        let denominator = b.re + b.im * ratio;
        Complex { re: (a.re + a.im * ratio) / denominator, im: (a.im - a.re * ratio) / denominator }
    } else if im >= re {
        let ratio = b.re / b.im;
        let denominator = b.re * ratio + b.im;
        Complex { re: (a.re * ratio + a.im) / denominator, im: (a.im * ratio - a.re) / denominator }
    } else {
        Complex { re: f64::NAN, im: f64::NAN }
    };
    if !(result.re.is_nan() && result.im.is_nan()) {
        return result;
    }
    let finite = |z: Complex| z.re.is_finite() && z.im.is_finite();
    if (a.re.is_infinite() || a.im.is_infinite()) && finite(b) {
        let (x, y) = (boxed(a.re), boxed(a.im));
        return Complex { re: f64::INFINITY * (x * b.re + y * b.im), im: f64::INFINITY * (y * b.re - x * b.im) };
    }
    if (re.is_infinite() || im.is_infinite()) && finite(a) {
        let (x, y) = (boxed(b.re), boxed(b.im));
        return Complex { re: 0.0 * (a.re * x + a.im * y), im: 0.0 * (a.im * x - a.re * y) };
    }
    result
}

/// The same for a real dividend.
fn real_quotient(a: f64, b: Complex) -> Complex {
    let (re, im) = (b.re.abs(), b.im.abs());
    let result = if re >= im {
        let ratio = b.im / b.re;
        let denominator = b.re + b.im * ratio;
        Complex { re: a / denominator, im: (-a * ratio) / denominator }
    } else if im >= re {
        let ratio = b.re / b.im;
        let denominator = b.re * ratio + b.im;
        Complex { re: (a * ratio) / denominator, im: -a / denominator }
    } else {
        Complex { re: f64::NAN, im: f64::NAN }
    };
    if result.re.is_nan() && result.im.is_nan() && (re.is_infinite() || im.is_infinite()) && a.is_finite() {
        let (x, y) = (boxed(b.re), boxed(b.im));
        return Complex { re: 0.0 * (a * x), im: 0.0 * (-a * y) };
    }
    result
}

/// `a ** b`
pub fn power(a: Complex, b: Complex) -> Result<Complex, Fault> {
    let whole = b.im == 0.0 && b.re == b.re.floor() && b.re.abs() <= SMALL_EXPONENT;
    let result = if whole { whole_power(a, b.re as i64)? } else { general_power(a, b)? };
    if result.re.is_infinite() || result.im.is_infinite() { Err(Fault::ComplexRange) } else { Ok(result) }
}

fn whole_power(base: Complex, exponent: i64) -> Result<Complex, Fault> {
    let one = Complex { re: 1.0, im: 0.0 };
    let (mut result, mut square, mut left) = (one, base, exponent.unsigned_abs());
    while left > 0 {
        if left & 1 == 1 {
            result = product(result, square);
        }
        left >>= 1;
        square = product(square, square);
    }
    if exponent > 0 {
        return Ok(result);
    }
    if result.re == 0.0 && result.im == 0.0 { Err(Fault::ZeroToComplex) } else { Ok(quotient(one, result)) }
}

fn general_power(a: Complex, b: Complex) -> Result<Complex, Fault> {
    if b.re == 0.0 && b.im == 0.0 {
        return Ok(Complex { re: 1.0, im: 0.0 });
    }
    if a.re == 0.0 && a.im == 0.0 {
        return if b.im != 0.0 || b.re < 0.0 { Err(Fault::ZeroToComplex) } else { Ok(Complex { re: 0.0, im: 0.0 }) };
    }
    let size = a.re.hypot(a.im);
    let angle = a.im.atan2(a.re);
    let (mut length, mut phase) = (size.powf(b.re), angle * b.re);
    if b.im != 0.0 {
        length *= (-angle * b.im).exp();
        phase += b.im * size.ln();
    }
    Ok(Complex { re: length * phase.cos(), im: length * phase.sin() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complex(re: f64, im: f64) -> Operand {
        Operand::Complex(Complex { re, im })
    }

    #[test]
    fn real_operands_have_no_imaginary_part() {
        assert!(subtract(Operand::Real(0.0), complex(0.0, 0.0)).im.is_sign_negative());
        assert!(add(complex(0.0, -0.0), Operand::Real(0.0)).im.is_sign_negative());
        let infinite = multiply(Operand::Real(2.0), complex(f64::INFINITY, 1.0));
        assert_eq!(infinite, Complex { re: f64::INFINITY, im: 2.0 });
    }

    #[test]
    fn quotients_and_powers() {
        assert_eq!(divide(complex(1.0, 2.0), complex(3.0, 4.0)), Ok(Complex { re: 0.44, im: 0.08 }));
        assert_eq!(divide(complex(1.0, 2.0), Operand::Real(0.0)), Err(Fault::DivisionByZero));
        let one = Complex { re: 1.0, im: 1.0 };
        assert_eq!(power(one, Complex { re: 3.0, im: 0.0 }), Ok(Complex { re: -2.0, im: 2.0 }));
        let zero = Complex { re: 0.0, im: 0.0 };
        assert_eq!(power(zero, Complex { re: -1.0, im: 0.0 }), Err(Fault::ZeroToComplex));
    }
}
