//! Operators on ints: 64 bits where the result fits, big ints else.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Pow, Signed, ToPrimitive, Zero};

use super::floats::{self, scale};
use super::{BinaryOp, Computed, Fault, Number, UnaryOp, wide_int};
use crate::heap;
use crate::object::{int_value, wide_value};
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
        None => wide(op, i128::from(a), i128::from(b)).map(Ok).or_else(|| big(op, &BigInt::from(a), &BigInt::from(b))),
    }
}

/// An operator on ints of up to 128 bits, where the result has no more; none else, and where there is an error.
#[inline]
pub fn wide(op: BinaryOp, a: i128, b: i128) -> Option<Value> {
    let number = match op {
        BinaryOp::Add => a.checked_add(b)?,
        BinaryOp::Sub => a.checked_sub(b)?,
        // Products of small ones can't overflow, and need one multiplication.
        BinaryOp::Mul => match (i64::try_from(a), i64::try_from(b)) {
            (Ok(a), Ok(b)) => i128::from(a) * i128::from(b),
            _ => a.checked_mul(b)?,
        },
        BinaryOp::BitAnd => a & b,
        BinaryOp::BitOr => a | b,
        BinaryOp::BitXor => a ^ b,
        BinaryOp::LShift => {
            let count = u32::try_from(b).ok().filter(|count| *count < i128::BITS)?;
            let shifted = a << count;
            (shifted >> count == a).then_some(shifted)?
        }
        BinaryOp::RShift => a >> u32::try_from(b).ok()?.min(i128::BITS - 1),
        BinaryOp::FloorDiv => {
            let quotient = a.checked_div(b)?;
            let rest = a - quotient * b;
            if rest != 0 && (rest < 0) != (b < 0) { quotient - 1 } else { quotient }
        }
        BinaryOp::Mod => {
            let rest = a.checked_rem(b)?;
            if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest }
        }
        BinaryOp::TrueDiv | BinaryOp::Pow | BinaryOp::MatMul => return None,
    };
    Some(wide_value(number))
}

/// An operator on ints of any size; none where it is not defined for ints.
pub fn big(op: BinaryOp, a: &BigInt, b: &BigInt) -> Option<Computed> {
    if let Err(fault) = check_operands(op, a.bits(), b.bits()) {
        return Some(Err(fault));
    }
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

/// An operator on a big int and a small one, which needs no memory of its own where that is frequent.
pub fn big_by_small(op: BinaryOp, a: &BigInt, b: i64) -> Option<Computed> {
    if let Err(fault) = check_operands(op, a.bits(), 64) {
        return Some(Err(fault));
    }
    Some(Ok(int_value(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::FloorDiv | BinaryOp::Mod if b == 0 => return Some(Err(Fault::DivisionByZero)),
        BinaryOp::FloorDiv => {
            let quotient = a / b;
            if a.is_negative() != (b < 0) && &quotient * b != *a { quotient - 1 } else { quotient }
        }
        BinaryOp::Mod => return Some(Ok(Value::Int(rest_of_big(a, b)))),
        BinaryOp::LShift | BinaryOp::RShift => return Some(shift_by(a, u64::try_from(b).ok(), b < 0, op == BinaryOp::LShift)),
        BinaryOp::BitAnd if b >= 0 => return Some(Ok(Value::Int(low_word(a) & b))),
        _ => return big(op, a, &BigInt::from(b)),
    })))
}

/// An operator on a small int and a big one.
pub fn small_by_big(op: BinaryOp, a: i64, b: &BigInt) -> Option<Computed> {
    match op {
        BinaryOp::Add | BinaryOp::Mul => big_by_small(op, b, a),
        BinaryOp::BitAnd if a >= 0 => big_by_small(op, b, a),
        BinaryOp::Sub => Some(Ok(int_value(a - b))),
        _ => big(op, &BigInt::from(a), b),
    }
}

/// `a % b`, with the sign of b, which is not zero.
fn rest_of_big(a: &BigInt, b: i64) -> i64 {
    let rest = (a.magnitude() % b.unsigned_abs()).to_i128().unwrap_or(0);
    let rest = if a.is_negative() { -rest } else { rest };
    let divisor = i128::from(b);
    (if rest != 0 && (rest < 0) != (b < 0) { rest + divisor } else { rest }) as i64
}

/// The lowest 64 bits in two's complement.
fn low_word(a: &BigInt) -> i64 {
    let word = a.iter_u64_digits().next().unwrap_or(0) as i64;
    if a.is_negative() { word.wrapping_neg() } else { word }
}

/// Quotient rounded down, and the rest with the divisor's sign; none where the quotient doesn't fit. The divisor is not zero.
#[inline]
fn floor_divmod(a: i64, b: i64) -> Option<(i64, i64)> {
    let quotient = a.checked_div(b)?;
    let rest = a - quotient * b;
    Some(if rest != 0 && (rest < 0) != (b < 0) { (quotient - 1, rest + b) } else { (quotient, rest) })
}

/// `divmod` of small ints, where both results are.
#[inline]
pub fn quick_divmod(a: i64, b: i64) -> Option<(i64, i64)> {
    if b == 0 { None } else { floor_divmod(a, b) }
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

/// Whether there is memory for what an operation makes of ints of so many bits: the result, and what is computed on the way.
#[inline]
fn check_operands(op: BinaryOp, a: u64, b: u64) -> Result<(), Fault> {
    /// What fewer bits take is not asked for.
    const SMALL: u64 = 1 << 22;
    let bits = a.max(b);
    if bits <= SMALL {
        return Ok(());
    }
    check_bits(match op {
        BinaryOp::Mul | BinaryOp::FloorDiv | BinaryOp::Mod => 4 * (a + b),
        // What grows by its right operand asks for itself.
        _ => bits + 64,
    })
}

/// Whether there is memory for an int of so many bits.
fn check_bits(bits: u64) -> Result<(), Fault> {
    heap::can_have((bits / 8) as usize).map_err(|_| Fault::Memory)
}

fn shift(a: &BigInt, count: &BigInt, left: bool) -> Computed {
    shift_by(a, count.to_u64(), count.is_negative(), left)
}

/// A shift by a count; none is one that 64 bits don't hold.
fn shift_by(a: &BigInt, count: Option<u64>, negative: bool, left: bool) -> Computed {
    if negative {
        return Err(Fault::NegativeShift);
    }
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
        Some(count) => {
            check_bits(a.bits() + count)?;
            Ok(int_value(a << count))
        }
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
        Some(small) if base.bits().saturating_mul(small) <= MOST_BITS => {
            // Powers are products of smaller ones, which are there at the same time.
            check_bits(base.bits().saturating_mul(small).saturating_mul(2))?;
            Ok(int_value(Pow::pow(base, small)))
        }
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

/// The same of small ints, without any big one.
pub fn small_pow_mod(base: i64, exponent: i64, modulus: i64) -> Computed {
    let size = modulus.unsigned_abs();
    match size {
        0 => return Err(Fault::ZeroModulus),
        1 => return Ok(Value::Int(0)),
        _ => {}
    }
    let base = i128::from(base).rem_euclid(i128::from(size)) as u64;
    let base = if exponent < 0 { inverse(base, size).ok_or(Fault::NotInvertible)? } else { base };
    let power = if size <= 1 << 32 {
        narrow_power(base, exponent.unsigned_abs(), size)
    } else {
        wide_power(base, exponent.unsigned_abs(), size)
    };
    let rest = i128::from(power);
    Ok(Value::Int((if modulus < 0 && rest != 0 { rest - i128::from(size) } else { rest }) as i64))
}

/// A power where squares of what is below the modulus fit 64 bits.
fn narrow_power(base: u64, exponent: u64, modulus: u64) -> u64 {
    let (mut result, mut square, mut left) = (1, base, exponent);
    while left > 0 {
        if left & 1 == 1 {
            result = result * square % modulus;
        }
        left >>= 1;
        if left > 0 {
            square = square * square % modulus;
        }
    }
    result
}

fn wide_power(base: u64, exponent: u64, modulus: u64) -> u64 {
    let product = |a: u64, b: u64| (u128::from(a) * u128::from(b) % u128::from(modulus)) as u64;
    let (mut result, mut square, mut left) = (1, base, exponent);
    while left > 0 {
        if left & 1 == 1 {
            result = product(result, square);
        }
        left >>= 1;
        if left > 0 {
            square = product(square, square);
        }
    }
    result
}

/// What times the base leaves 1, by Euclid's algorithm; none where they have a common divisor.
fn inverse(base: u64, modulus: u64) -> Option<u64> {
    let (mut rest, mut next) = (i128::from(modulus), i128::from(base));
    let (mut factor, mut following) = (0i128, 1i128);
    while next != 0 {
        let quotient = rest / next;
        (rest, next) = (next, rest - quotient * next);
        (factor, following) = (following, factor - quotient * following);
    }
    (rest == 1).then(|| factor.rem_euclid(i128::from(modulus)) as u64)
}

/// A unary operator on a number.
#[inline]
pub fn unary(op: UnaryOp, a: &Value) -> Option<Value> {
    match (op, wide_int(a)) {
        (UnaryOp::Neg, Some(int)) if int != i128::MIN => return Some(wide_value(-int)),
        (UnaryOp::Invert, Some(int)) => return Some(wide_value(!int)),
        _ => {}
    }
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
        for (a, b, m) in [(2, 3, -5), (2, -1, 5), (2, -1, 1), (-7, 3, 10), (5, 0, 7), (0, 0, 1), (3, 65537, 1_000_000_007)] {
            assert_eq!(small_pow_mod(a, b, m).map(|value| int(Some(Ok(value)))), value(a, b, m));
        }
        for (a, b, m) in [(i64::MIN, 5, i64::MAX), (i64::MAX - 1, i64::MAX, i64::MIN), (3, -7, i64::MAX), (-3, 9, 1 << 32)] {
            assert_eq!(small_pow_mod(a, b, m).map(|value| int(Some(Ok(value)))), value(a, b, m));
        }
    }

    #[test]
    fn ints_of_128_bits_are_those_of_any_size() {
        let shown = |value: Option<Computed>| match value {
            Some(Ok(value)) => Number::of(&value).and_then(Number::to_big),
            _ => None,
        };
        let all = [0, 1, -1, 7, -13, 64, 127, 1 << 63, -(1 << 63), u64::MAX.into(), (1 << 100) + 5, i128::MAX, i128::MIN];
        for (a, b) in all.iter().flat_map(|a| all.iter().map(move |b| (*a, *b))) {
            use BinaryOp::{Add, BitAnd, BitOr, BitXor, FloorDiv, LShift, Mod, Mul, RShift, Sub};
            for op in [Add, BitAnd, BitOr, BitXor, FloorDiv, LShift, Mod, Mul, RShift, Sub] {
                if let Some(done) = wide(op, a, b) {
                    assert_eq!(shown(Some(Ok(done))), shown(big(op, &a.into(), &b.into())), "{a} {op:?} {b}");
                }
            }
        }
    }

    #[test]
    fn small_operands_of_big_ints() {
        let number = BigInt::one() << 200u32;
        for a in [number.clone() + 12345, -number - 12345] {
            for b in [1, 7, -7, i64::MAX, i64::MIN, 3] {
                for op in [BinaryOp::Add, BinaryOp::Sub, BinaryOp::Mul, BinaryOp::FloorDiv, BinaryOp::Mod, BinaryOp::BitAnd] {
                    let shown = |value: Option<Computed>| match value {
                        Some(Ok(value)) => Number::of(&value).and_then(Number::to_big),
                        _ => None,
                    };
                    let other = BigInt::from(b);
                    assert_eq!(shown(big_by_small(op, &a, b)), shown(big(op, &a, &other)), "{a} {op:?} {b}");
                    assert_eq!(shown(small_by_big(op, b, &a)), shown(big(op, &other, &a)), "{b} {op:?} {a}");
                }
            }
        }
    }
}
