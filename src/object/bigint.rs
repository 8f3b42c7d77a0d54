//! Ints beyond 64 bits. Invariant: a `BigIntObject` never holds a number that fits `i64`.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::object_kind;
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// A big int.
pub struct BigIntObject(BigInt);

impl HeapType for BigIntObject {
    const TRACKED: bool = false;
    fn trace(&self, _: &mut Visitor<'_>) {}
}
object_kind!(BigIntObject, BigInt);

impl BigIntObject {
    /// The number.
    pub fn number(&self) -> &BigInt {
        &self.0
    }
}

/// An int of any size as a value.
pub fn int_value(number: BigInt) -> Value {
    match number.to_i64() {
        Some(small) => Value::Int(small),
        None => Gc::new(BigIntObject(number)).into(),
    }
}
