//! `bytes` and `bytearray`.

use std::cell::RefCell;

use super::object_kind;
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// A bytes object: immutable.
pub struct Bytes(Box<[u8]>);

impl HeapType for Bytes {
    const TRACKED: bool = false;
    fn trace(&self, _: &mut Visitor<'_>) {}
}
object_kind!(Bytes, Bytes);

impl Bytes {
    /// A bytes value.
    pub fn value(data: impl Into<Box<[u8]>>) -> Value {
        Gc::new(Bytes(data.into())).into()
    }

    /// The bytes.
    pub fn data(&self) -> &[u8] {
        &self.0
    }
}

/// A bytearray.
pub struct ByteArray(pub RefCell<Vec<u8>>);

impl HeapType for ByteArray {
    const TRACKED: bool = false;
    fn trace(&self, _: &mut Visitor<'_>) {}
}
object_kind!(ByteArray, ByteArray);
