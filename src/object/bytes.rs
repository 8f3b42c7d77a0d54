//! `bytes` and `bytearray`. The bytes of a `bytes` stand right behind the object; many that exist already stand apart.
#![allow(unsafe_code)]

use std::cell::{Cell, RefCell};
use std::mem::MaybeUninit;

use super::gapped::Gapped;
use super::string::copy_to;
use super::{key::hash_bytes, object_kind};
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// Stands for a hash not computed yet.
const UNKNOWN: i64 = -1;
/// Bytes that exist already are copied up to this length.
const COPIED: usize = 4096;

/// A bytes object: immutable.
#[repr(C)]
pub struct Bytes {
    hash: Cell<i64>,
    /// Bytes behind the object; none where they stand apart.
    length: usize,
    #[allow(clippy::redundant_allocation, reason = "one word, not two, in the many that need none")]
    apart: Option<Box<Box<[u8]>>>,
}

impl HeapType for Bytes {
    const TRACKED: bool = false;
    const TAILED: bool = true;
    #[inline]
    fn tail(&self) -> usize {
        self.length
    }
    fn trace(&self, _: &mut Visitor<'_>) {}
}
object_kind!(Bytes, Bytes);

const _: () = assert!(size_of::<Bytes>() == 24);

impl Bytes {
    /// A bytes value.
    #[inline]
    pub fn value(data: impl AsRef<[u8]> + Into<Box<[u8]>>) -> Value {
        let length = data.as_ref().len();
        if length > COPIED {
            return Bytes::apart(data.into());
        }
        Bytes::filled(length, |tail| copy_to(data.as_ref(), tail))
    }

    /// Pieces, one after the other, whose lengths add up to `length`.
    pub fn of_pieces<'a>(length: usize, pieces: impl Iterator<Item = &'a [u8]>) -> Value {
        Bytes::filled(length, |tail| {
            pieces.fold(0, |at, piece| {
                tail[at..at + piece.len()].write_copy_of_slice(piece);
                at + piece.len()
            })
        })
    }

    /// `length` bytes, of which `fill` writes the first ones and returns how many; the others are zero.
    #[inline]
    pub fn filled(length: usize, fill: impl FnOnce(&mut [MaybeUninit<u8>]) -> usize) -> Value {
        Gc::with_tail(Bytes { hash: Cell::new(UNKNOWN), length, apart: None }, fill).into()
    }

    #[cold]
    fn apart(data: Box<[u8]>) -> Value {
        Gc::with_tail(Bytes { hash: Cell::new(UNKNOWN), length: 0, apart: Some(Box::new(data)) }, |_| 0).into()
    }

    /// The bytes.
    #[inline(always)]
    pub fn data(&self) -> &[u8] {
        if let Some(apart) = &self.apart {
            return apart;
        }
        // SAFETY: `filled` puts that many bytes behind the object; `#[repr(C)]` and the size asserted above say where they are.
        unsafe { std::slice::from_raw_parts(std::ptr::from_ref(self).add(1).cast::<u8>(), self.length) }
    }

    /// The hash, computed once.
    #[inline]
    pub fn hash(&self) -> i64 {
        if self.hash.get() == UNKNOWN {
            self.hash.set(hash_bytes(self.data()));
        }
        self.hash.get()
    }
}

/// A bytearray.
pub struct ByteArray(pub RefCell<Gapped>);

impl ByteArray {
    /// A bytearray value.
    pub fn value(data: Vec<u8>) -> Value {
        Gc::new(ByteArray(RefCell::new(data.into()))).into()
    }
}

impl HeapType for ByteArray {
    const TRACKED: bool = false;
    fn trace(&self, _: &mut Visitor<'_>) {}
}
object_kind!(ByteArray, ByteArray);
