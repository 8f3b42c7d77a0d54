//! Hash and equality of what can be compared without running scripts: numbers, strings, bytes, tuples of them.
//!
//! Hashes of numbers and tuples are CPython's (`sys.hash_info`: modulus 2^61 - 1), because the order of a set of numbers follows from them.

use num_traits::ToPrimitive;

use super::{BigIntObject, Bytes, Complex, Str, Tuple};
use crate::value::{Kind, Value};

/// How deep tuples may nest that are compared and hashed here: deeper than any constant, and not so deep that it takes much native stack.
const DEEPEST: usize = 600;

/// The Mersenne prime that numeric hashes are reduced by.
const MODULUS: u64 = (1 << 61) - 1;

/// Equality, where it is known without running scripts.
pub fn quick_eq(a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a == b),
        (Value::Object(Kind::Str, x), Value::Object(Kind::Str, y)) if x.address() == y.address() => Some(true),
        (Value::Object(Kind::Str, _), Value::Object(Kind::Str, _)) => {
            Some(a.get::<Str>().map(Str::as_str) == b.get::<Str>().map(Str::as_str))
        }
        (Value::Float(a), Value::Float(b)) => Some(a == b),
        (Value::Int(a), Value::Float(b)) | (Value::Float(b), Value::Int(a)) => Some(int_equals_float(*a, *b)),
        (Value::Bool(a), Value::Bool(b)) => Some(a == b),
        (Value::Bool(a), other) | (other, Value::Bool(a)) => quick_eq(&Value::Int(i64::from(*a)), other),
        (Value::Object(ka, x), Value::Object(kb, y)) => {
            if x.address() == y.address() {
                return Some(true);
            }
            match (ka, kb) {
                (Kind::Tuple, Kind::Tuple) => tuples(a.get::<Tuple>()?.items(), b.get::<Tuple>()?.items(), DEEPEST),
                (Kind::Complex, Kind::Complex) => Some(a.get::<Complex>()? == b.get::<Complex>()?),
                (Kind::Bytes, Kind::Bytes) => Some(a.get::<Bytes>()?.data() == b.get::<Bytes>()?.data()),
                (Kind::BigInt, Kind::BigInt) => Some(a.get::<BigIntObject>()?.number() == b.get::<BigIntObject>()?.number()),
                (Kind::Str | Kind::Bytes | Kind::Tuple | Kind::BigInt, Kind::Str | Kind::Tuple | Kind::BigInt) => Some(false),
                _ => None,
            }
        }
        (Value::Float(float), Value::Object(Kind::BigInt, _)) => big_equals_float(b, *float),
        (Value::Object(Kind::BigInt, _), Value::Float(float)) => big_equals_float(a, *float),
        (simple, Value::Object(kind, _)) | (Value::Object(kind, _), simple) => {
            debug_assert!(simple.kind().is_none());
            matches!(kind, Kind::Str | Kind::Bytes | Kind::Tuple | Kind::BigInt | Kind::List | Kind::Dict).then_some(false)
        }
        _ => Some(a.same(b)),
    }
}

fn tuples(a: &[Value], b: &[Value], depth: usize) -> Option<bool> {
    if a.len() != b.len() {
        return Some(false);
    }
    for (a, b) in a.iter().zip(b) {
        let equal = a.same(b)
            || match (a.get::<Tuple>(), b.get::<Tuple>()) {
                (Some(_), Some(_)) if depth == 0 => return None,
                (Some(a), Some(b)) => tuples(a.items(), b.items(), depth - 1)?,
                _ => quick_eq(a, b)?,
            };
        if !equal {
            return Some(false);
        }
    }
    Some(true)
}

fn int_equals_float(int: i64, float: f64) -> bool {
    // Beyond 2^53 the conversion may round: compare as integers then.
    float == int as f64 && (int.unsigned_abs() <= 1 << 53 || (float < 9.3e18 && float as i128 == i128::from(int)))
}

fn big_equals_float(big: &Value, float: f64) -> Option<bool> {
    let number = big.get::<BigIntObject>()?.number();
    Some(
        num_traits::FromPrimitive::from_f64(float)
            .is_some_and(|other: num_bigint::BigInt| float.fract() == 0.0 && *number == other),
    )
}

/// The hash, where it is known without running scripts; `None` for all other types, hashable or not.
#[inline]
pub fn quick_hash(value: &Value) -> Option<i64> {
    match value {
        Value::Int(int) => Some(hash_int(*int)),
        Value::Object(Kind::Str, _) => Some(value.get::<Str>()?.hash()),
        Value::Bool(bool) => Some(i64::from(*bool)),
        Value::Float(float) => Some(hash_float(*float)),
        Value::None => Some(0xfca8_6420),
        Value::Ellipsis => Some(0x0e11_1195),
        Value::NotImplemented => Some(0x0e11_2296),
        Value::Object(Kind::Tuple, _) => tuple_hash(value.get::<Tuple>()?.items(), DEEPEST),
        Value::Object(Kind::Complex, _) => Some(hash_complex(*value.get::<Complex>()?)),
        Value::Object(Kind::Bytes, _) => Some(value.get::<Bytes>()?.hash()),
        Value::Object(Kind::BigInt, _) => {
            let number = value.get::<BigIntObject>()?.number();
            let reduced = (number.magnitude() % MODULUS).to_i64()?;
            Some(not_minus_one(if number.sign() == num_bigint::Sign::Minus { -reduced } else { reduced }))
        }
        _ => None,
    }
}

fn tuple_hash(items: &[Value], depth: usize) -> Option<i64> {
    let hash = |item: &Value| match item.get::<Tuple>() {
        Some(_) if depth == 0 => None,
        Some(tuple) => tuple_hash(tuple.items(), depth - 1),
        None => quick_hash(item),
    };
    let hashes: Option<smallvec::SmallVec<[i64; 8]>> = items.iter().map(hash).collect();
    Some(hash_tuple(&hashes?))
}

/// -1 means an error to CPython, so no hash is -1.
fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// The hash of an int.
#[inline]
pub fn hash_int(int: i64) -> i64 {
    if (0..MODULUS as i64).contains(&int) {
        return int;
    }
    let reduced = (int.unsigned_abs() % MODULUS) as i64;
    not_minus_one(if int < 0 { -reduced } else { reduced })
}

/// The hash of a float: equal to that of the int it equals. A NaN hashes to 0 here (CPython: by identity).
pub fn hash_float(float: f64) -> i64 {
    if float.is_infinite() {
        return if float > 0.0 { 314_159 } else { -314_159 };
    }
    if float.is_nan() {
        return 0;
    }
    if float.fract() == 0.0 && float.abs() < 9.0e18 {
        return hash_int(float as i64);
    }
    let bits = float.abs().to_bits();
    let raw_exponent = (bits >> 52) as i64;
    let mantissa = bits & ((1 << 52) - 1) | if raw_exponent == 0 { 0 } else { 1 << 52 };
    let exponent = raw_exponent.max(1) - 1075;
    // mantissa * 2^exponent modulo 2^61 - 1: a power of two rotates the 61 bits.
    let turn = exponent.rem_euclid(61) as u32;
    let reduced = mantissa % MODULUS;
    let rotated = if turn == 0 { reduced } else { (reduced << turn) & MODULUS | reduced >> (61 - turn) };
    let hash = (rotated % MODULUS) as i64;
    not_minus_one(if float < 0.0 { -hash } else { hash })
}

/// The hash of a complex number: equal to that of the real one it equals.
pub fn hash_complex(number: Complex) -> i64 {
    not_minus_one(hash_float(number.re).wrapping_add(hash_float(number.im).wrapping_mul(1_000_003)))
}

/// The hash of a tuple of these hashes (xxHash's mixing, as in CPython since 3.8).
pub fn hash_tuple(items: &[i64]) -> i64 {
    const P1: u64 = 11_400_714_785_074_694_791;
    const P2: u64 = 14_029_467_366_897_019_727;
    const P5: u64 = 2_870_177_450_012_600_261;
    let mixed =
        items.iter().fold(P5, |acc, lane| acc.wrapping_add((*lane as u64).wrapping_mul(P2)).rotate_left(31).wrapping_mul(P1));
    let hash = mixed.wrapping_add(items.len() as u64 ^ (P5 ^ 3_527_539));
    if hash == u64::MAX { 1_546_275_796 } else { hash as i64 }
}

/// The hash of text or bytes: quick, the same in every run.
#[inline]
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(bytes);
    not_minus_one(hasher.finish() as i64)
}
