//! Operators on ints: 64 bits where the result fits, big ints else.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Pow, Signed, ToPrimitive, Zero};

use super::floats::{self, scale};
use super::{BinaryOp, Computed, Fault, Number, UnaryOp};
use crate::object::int_value;
use crate::value::Value;

/// Most bits that a power or shift may have: more would only exhaust the memory.
const MOST_BITS: u64 = 1 << 36;
/// Ints up to here convert to floats exactly.
const EXACT: u64 = 1 << 53;

/// An operator on small ints; none where it is not defined for ints.
#[inline]
pub fn small(op: BinaryOp, a: i64, b: i64) -> Option<Computed> {
    let fits = match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Sub => a.checked_sub(b),
        BinaryOp::Mul => a.checked_mul(b),
        BinaryOp::BitAnd => Some(a & b),
        BinaryOp::BitOr => Some(a | b),
        BinaryOp::BitXor => Some(a ^ b),
        BinaryOp::FloorDiv | BinaryOp::Mod if b == 0 => return Some(Err(Fault::DivisionByZero)),
        BinaryOp::FloorDiv => floor_divmod(a, b).map(|(quotient, _)| quotient),
        BinaryOp::Mod => floor_divmod(a, b).map(|(_, rest)| rest),
        BinaryOp::TrueDiv => return Some(true_div(a, b)),
        BinaryOp::Pow => match u32::try_from(b) {
            Ok(exponent) => a.checked_pow(exponent),
            Err(_) => None,
        },
        BinaryOp::LShift => shift_left(a, b),
        BinaryOp::RShift if b >= 0 => Some(a >> b.min(63)),
        BinaryOp::RShift => return Some(Err(Fault::NegativeShift)),
        BinaryOp::MatMul => return None,
    };
    match fits {
        Some(value) => Some(Ok(Value::Int(value))),
        None => big(op, &BigInt::from(a), &BigInt::from(b)),
    }
}

/// An operator on ints of any size; none where it is not defined for ints.
pub fn big(op: BinaryOp, a: &BigInt, b: &BigInt) -> Option<Computed> {
    Some(Ok(int_value(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::BitAnd => a & b,
        BinaryOp::BitOr => a | b,
        BinaryOp::BitXor => a ^ b,
        BinaryOp::FloorDiv | BinaryOp::Mod if b.is_zero() => return Some(Err(Fault::DivisionByZero)),
        BinaryOp::FloorDiv => a.div_floor(b),
        BinaryOp::Mod => a.mod_floor(b),
        BinaryOp::TrueDiv => return Some(divide(a, b).map(Value::Float)),
        BinaryOp::Pow => return Some(power(a, b)),
        BinaryOp::LShift | BinaryOp::RShift => return Some(shift(a, b, op == BinaryOp::LShift)),
        BinaryOp::MatMul => return None,
    })))
}

/// Quotient rounded down, and the rest with the divisor's sign; none where the quotient doesn't fit. The divisor is not zero.
#[inline]
fn floor_divmod(a: i64, b: i64) -> Option<(i64, i64)> {
    let quotient = a.checked_div(b)?;
    let rest = a - quotient * b;
    Some(if rest != 0 && (rest < 0) != (b < 0) { (quotient - 1, rest + b) } else { (quotient, rest) })
}

/// `divmod` of small ints.
pub fn small_divmod(a: i64, b: i64) -> Result<(Value, Value), Fault> {
    if b == 0 {
        return Err(Fault::DivisionByZero);
    }
    match floor_divmod(a, b) {
        Some((quotient, rest)) => Ok((Value::Int(quotient), Value::Int(rest))),
        None => big_divmod(&BigInt::from(a), &BigInt::from(b)),
    }
}

/// `divmod` of ints of any size.
pub fn big_divmod(a: &BigInt, b: &BigInt) -> Result<(Value, Value), Fault> {
    if b.is_zero() {
        return Err(Fault::DivisionByZero);
    }
    let (quotient, rest) = a.div_mod_floor(b);
    Ok((int_value(quotient), int_value(rest)))
}

#[inline]
fn true_div(a: i64, b: i64) -> Computed {
    if b == 0 {
        return Err(Fault::DivisionByZero);
    }
    if a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT {
        return Ok(Value::Float(a as f64 / b as f64));
    }
    divide(&BigInt::from(a), &BigInt::from(b)).map(Value::Float)
}

/// The quotient of two ints as the nearest float.
pub fn divide(a: &BigInt, b: &BigInt) -> Result<f64, Fault> {
    if b.is_zero() {
        return Err(Fault::DivisionByZero);
    }
    let negative = a.is_negative() != b.is_negative();
    if a.is_zero() {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    // A quotient of 64 or 65 bits, whose lowest bit also stands for all that follow.
    let shift = a.bits() as i64 - b.bits() as i64 - 64;
    let (mut a, mut b) = (a.magnitude().clone(), b.magnitude().clone());
    if shift < 0 {
        a <<= shift.unsigned_abs();
    } else {
        b <<= shift as u64;
    }
    let (quotient, rest) = a.div_rem(&b);
    let sticky = u128::from(!rest.is_zero());
    // Never zero: the quotient has at most 65 bits.
    let magnitude = scale(quotient.to_u128().unwrap_or(0) | sticky, shift);
    if magnitude.is_infinite() {
        return Err(Fault::QuotientTooLarge);
    }
    Ok(if negative { -magnitude } else { magnitude })
}

#[inline]
fn shift_left(a: i64, count: i64) -> Option<i64> {
    if !(0..63).contains(&count) {
        return None;
    }
    let shifted = a << count;
    (shifted >> count == a).then_some(shifted)
}

fn shift(a: &BigInt, count: &BigInt, left: bool) -> Computed {
    if count.is_negative() {
        return Err(Fault::NegativeShift);
    }
    let count = count.to_u64();
    if !left {
        let ends = || if a.is_negative() { -BigInt::one() } else { BigInt::zero() };
        return Ok(int_value(count.map_or_else(ends, |count| if count >= a.bits() { ends() } else { a >> count })));
    }
    if a.is_zero() {
        return Ok(Value::Int(0));
    }
    match count {
        None => Err(Fault::TooManyDigits),
        Some(count) if count > MOST_BITS => Err(Fault::Memory),
        Some(count) => Ok(int_value(a << count)),
    }
}

fn power(base: &BigInt, exponent: &BigInt) -> Computed {
    if exponent.is_negative() {
        let (base, exponent) = (Number::Big(base).to_float()?, Number::Big(exponent).to_float()?);
        return floats::power(base, exponent).map(Value::Float);
    }
    if base.is_zero() || base.is_one() {
        return Ok(Value::Int(if base.is_one() || exponent.is_zero() { 1 } else { 0 }));
    }
    if (-base).is_one() {
        return Ok(Value::Int(if exponent.is_odd() { -1 } else { 1 }));
    }
    match exponent.to_u64() {
        Some(small) if base.bits().saturating_mul(small) <= MOST_BITS => Ok(int_value(Pow::pow(base, small))),
        _ => Err(Fault::Memory),
    }
}

/// `pow(base, exponent, modulus)`; the result has the sign of the modulus.
pub fn pow_mod(base: &BigInt, exponent: &BigInt, modulus: &BigInt) -> Computed {
    if modulus.is_zero() {
        return Err(Fault::ZeroModulus);
    }
    if modulus.magnitude().is_one() {
        return Ok(Value::Int(0));
    }
    if exponent.is_negative() {
        let inverse = base.modinv(modulus).ok_or(Fault::NotInvertible)?;
        return Ok(int_value(inverse.modpow(&-exponent, modulus)));
    }
    Ok(int_value(base.modpow(exponent, modulus)))
}

/// A unary operator on a number.
#[inline]
pub fn unary(op: UnaryOp, a: &Value) -> Option<Value> {
    Some(match (op, Number::of(a)?) {
        (UnaryOp::Pos, Number::Int(int)) => Value::Int(int),
        (UnaryOp::Pos, _) => a.clone(),
        (UnaryOp::Neg, Number::Int(int)) => int.checked_neg().map_or_else(|| int_value(-BigInt::from(int)), Value::Int),
        (UnaryOp::Neg, Number::Float(float)) => Value::Float(-float),
        (UnaryOp::Neg, Number::Big(big)) => int_value(-big),
        (UnaryOp::Invert, Number::Int(int)) => Value::Int(!int),
        (UnaryOp::Invert, Number::Big(big)) => int_value(!big),
        (UnaryOp::Invert, Number::Float(_)) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn int(value: Option<Computed>) -> i64 {
        match value {
            Some(Ok(Value::Int(int))) => int,
            _ => panic!("not a small int"),
        }
    }

    #[test]
    fn division_rounds_down() {
        for (a, b, quotient, rest) in
            [(7, 2, 3, 1), (-7, 2, -4, 1), (7, -2, -4, -1), (-7, -2, 3, -1), (6, 3, 2, 0), (-6, 3, -2, 0)]
        {
            assert_eq!(int(small(BinaryOp::FloorDiv, a, b)), quotient);
            assert_eq!(int(small(BinaryOp::Mod, a, b)), rest);
        }
        assert_eq!(int(small(BinaryOp::Mod, i64::MIN, -1)), 0);
    }

    #[test]
    fn true_division_is_correctly_rounded() {
        let ten = BigInt::from(10);
        assert_eq!(divide(&ten.clone().pow(400u32), &ten.clone().pow(390u32)), Ok(1e10));
        assert_eq!(divide(&BigInt::one(), &ten.clone().pow(400u32)), Ok(0.0));
        assert_eq!(divide(&BigInt::one(), &(BigInt::one() << 1074u32)), Ok(5e-324));
        assert_eq!(divide(&BigInt::from(3), &(BigInt::one() << 1076u32)), Ok(5e-324));
        assert_eq!(divide(&BigInt::one(), &(BigInt::one() << 1075u32)), Ok(0.0));
        assert_eq!(divide(&ten.clone().pow(400u32), &BigInt::one()), Err(Fault::QuotientTooLarge));
        assert_eq!(divide(&BigInt::from((1i64 << 53) + 1), &BigInt::one()), Ok(9007199254740992.0));
        assert_eq!(divide(&BigInt::from((1i64 << 53) + 3), &BigInt::one()), Ok(9007199254740996.0));
    }

    #[test]
    fn powers_with_modulus() {
        let value = |a: i64, b: i64, m: i64| pow_mod(&a.into(), &b.into(), &m.into()).map(|value| int(Some(Ok(value))));
        assert_eq!(value(2, 3, -5), Ok(-2));
        assert_eq!(value(2, -1, 5), Ok(3));
        assert_eq!(value(2, -1, 1), Ok(0));
        assert_eq!(value(2, -1, 4), Err(Fault::NotInvertible));
        assert_eq!(value(-7, 3, 10), Ok(7));
    }
}
