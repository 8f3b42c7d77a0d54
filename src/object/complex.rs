//! `complex`.

use super::object_kind;
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// A complex number.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Complex {
    /// The real part.
    pub re: f64,
    /// The imaginary part.
    pub im: f64,
}

impl HeapType for Complex {
    const TRACKED: bool = false;
    fn trace(&self, _: &mut Visitor<'_>) {}
}
object_kind!(Complex, Complex);

impl Complex {
    /// A complex number as a value.
    pub fn value(re: f64, im: f64) -> Value {
        Complex { re, im }.into()
    }
}

impl From<Complex> for Value {
    fn from(number: Complex) -> Value {
        Gc::new(number).into()
    }
}
