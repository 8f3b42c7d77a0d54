//! Ints beyond 64 bits.
//!
//! Invariant: a `BigIntObject` never holds a number that fits `i64`, and one that fits 128 bits is held as such: programs that compute with 64 bits
//! without a sign go a little beyond those of a small int all the time, and need no other memory for it than the object's.

use std::cell::OnceCell;

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use super::object_kind;
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// A big int.
pub struct BigIntObject {
    /// The number where 128 bits hold it, else zero.
    low: u64,
    high: u64,
    /// The number, where somebody has asked for it as such, or 128 bits don't hold it.
    number: OnceCell<BigInt>,
}

impl HeapType for BigIntObject {
    const TRACKED: bool = false;
    fn trace(&self, _: &mut Visitor<'_>) {}
}
object_kind!(BigIntObject, BigInt);

impl BigIntObject {
    fn of_wide(number: i128) -> BigIntObject {
        BigIntObject { low: number as u64, high: (number >> 64) as u64, number: OnceCell::new() }
    }

    /// The number.
    pub fn number(&self) -> &BigInt {
        self.number.get_or_init(|| BigInt::from(self.bits()))
    }

    #[inline(always)]
    fn bits(&self) -> i128 {
        (u128::from(self.high) << 64 | u128::from(self.low)) as i128
    }

    /// The number, where 128 bits hold it.
    #[inline(always)]
    pub fn wide(&self) -> Option<i128> {
        let number = self.bits();
        (number != 0).then_some(number)
    }
}

impl PartialEq for BigIntObject {
    fn eq(&self, other: &BigIntObject) -> bool {
        self.bits() == other.bits() && (self.bits() != 0 || self.number() == other.number())
    }
}

/// An int of any size as a value.
pub fn int_value(number: BigInt) -> Value {
    match wide(&number) {
        Some(number) => wide_value(number),
        None => Gc::new(BigIntObject { low: 0, high: 0, number: OnceCell::from(number) }).into(),
    }
}

/// An int of 128 bits as a value.
#[inline]
pub fn wide_value(number: i128) -> Value {
    match i64::try_from(number) {
        Ok(small) => Value::Int(small),
        Err(_) => Gc::new(BigIntObject::of_wide(number)).into(),
    }
}

/// The number, where 128 bits hold it.
fn wide(number: &BigInt) -> Option<i128> {
    let mut words = number.iter_u64_digits();
    if words.len() > 2 {
        return None;
    }
    let (low, high) = (words.next().unwrap_or(0), words.next().unwrap_or(0));
    let size = u128::from(high) << 64 | u128::from(low);
    if number.sign() == Sign::Minus { 0i128.checked_sub_unsigned(size) } else { size.to_i128() }
}
