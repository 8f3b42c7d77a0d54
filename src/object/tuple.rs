//! `tuple`. The items of a short one lie right behind the object; those of a long one stand in a block of their own, as it was made elsewhere.
//!
//! Invariants: behind the object stand `length` values, or, where the highest bit of `length` is set, the address of so many in a box of this
//! object's. They never change but in a pair that nobody else sees. The hash, once it is known, is that of the items.
#![allow(unsafe_code)]

use std::cell::Cell;
use std::mem::ManuallyDrop;

use super::{drop_backwards, object_kind};
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// Stands for a hash not computed yet.
const UNKNOWN: i64 = -1;
/// The mark of items that stand apart.
const APART: usize = 1 << 63;
/// Items that lie behind the object, at most.
const MOST_BEHIND: usize = 1024;

/// A tuple.
#[repr(C)]
pub struct Tuple {
    hash: Cell<i64>,
    length: usize,
}

impl HeapType for Tuple {
    const TRACKED: bool = true;
    const FROZEN: bool = true;
    const TAILED: bool = true;
    #[inline(always)]
    fn tail(&self) -> usize {
        if self.length & APART == 0 { self.length * size_of::<Value>() } else { size_of::<*mut Value>() }
    }
    #[inline(always)]
    fn is_atomic(&self) -> bool {
        self.items().iter().all(Value::is_atom)
    }
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.items().iter().for_each(|item| item.trace(visitor));
    }
}
object_kind!(Tuple, Tuple);

impl Drop for Tuple {
    /// Drops the items, the last one first, as CPython does: finalisers show the order.
    #[inline]
    fn drop(&mut self) {
        let (start, length) = (self.start(), self.length & !APART);
        // SAFETY: nobody uses the items any more, and a box of them is this object's.
        unsafe {
            if self.length & APART == 0 {
                for n in (0..length).rev() {
                    start.add(n).drop_in_place();
                }
            } else {
                drop_backwards(&mut Box::from_raw(std::ptr::slice_from_raw_parts_mut(start, length)).into_vec());
            }
        }
    }
}

/// What a tuple can be made of.
pub trait TupleItems {
    /// How many there are.
    fn count(&self) -> usize;

    /// Puts them into fresh memory.
    ///
    /// # Safety
    /// There is room for all of them.
    unsafe fn put(self, place: *mut Value);

    /// Puts them into a box.
    fn boxed(self) -> Box<[Value]>;
}

impl TupleItems for Vec<Value> {
    fn count(&self) -> usize {
        self.len()
    }
    unsafe fn put(mut self, place: *mut Value) {
        // SAFETY: the caller's room; the items are no longer the vector's.
        unsafe {
            place.copy_from_nonoverlapping(self.as_ptr(), self.len());
            self.set_len(0);
        }
    }
    fn boxed(self) -> Box<[Value]> {
        self.into()
    }
}

impl TupleItems for Box<[Value]> {
    fn count(&self) -> usize {
        self.len()
    }
    unsafe fn put(self, place: *mut Value) {
        // SAFETY: the caller's.
        unsafe { self.into_vec().put(place) };
    }
    fn boxed(self) -> Box<[Value]> {
        self
    }
}

impl TupleItems for &[Value] {
    #[inline(always)]
    fn count(&self) -> usize {
        self.len()
    }
    #[inline(always)]
    unsafe fn put(self, place: *mut Value) {
        for (n, item) in self.iter().enumerate() {
            // SAFETY: the caller's room.
            unsafe { place.add(n).write(item.clone()) };
        }
    }
    fn boxed(self) -> Box<[Value]> {
        self.into()
    }
}

impl<const N: usize> TupleItems for [Value; N] {
    #[inline(always)]
    fn count(&self) -> usize {
        N
    }
    #[inline(always)]
    unsafe fn put(self, place: *mut Value) {
        // SAFETY: the caller's room; the items are no longer the array's.
        unsafe { place.cast::<[Value; N]>().write(self) };
    }
    fn boxed(self) -> Box<[Value]> {
        Box::new(self)
    }
}

impl Tuple {
    /// A new tuple.
    #[inline]
    pub fn new(items: impl TupleItems) -> Gc<Tuple> {
        let length = items.count();
        if length > MOST_BEHIND {
            return Tuple::apart(items.boxed());
        }
        // SAFETY: so much room there is.
        Gc::with_room(Tuple { hash: Cell::new(UNKNOWN), length }, |_, room| unsafe { items.put(room.cast().as_ptr()) })
    }

    #[cold]
    fn apart(items: Box<[Value]>) -> Gc<Tuple> {
        let mut items = ManuallyDrop::new(items);
        let tuple = Tuple { hash: Cell::new(UNKNOWN), length: items.len() | APART };
        // SAFETY: there is room for an address, and the box is the tuple's from here on.
        Gc::with_room(tuple, |_, room| unsafe { room.cast::<*mut Value>().write(items.as_mut_ptr()) })
    }

    /// A new tuple, as a value.
    #[inline]
    pub fn value(items: impl TupleItems) -> Value {
        Tuple::new(items).into()
    }

    #[inline(always)]
    fn start(&self) -> *mut Value {
        // SAFETY: behind the object stand the items or their address.
        unsafe {
            let behind = std::ptr::from_ref(self).add(1);
            if self.length & APART == 0 { behind.cast_mut().cast() } else { behind.cast::<*mut Value>().read() }
        }
    }

    /// The items.
    #[inline(always)]
    pub fn items(&self) -> &[Value] {
        // SAFETY: so many stand there as long as the object lives.
        unsafe { std::slice::from_raw_parts(self.start(), self.length & !APART) }
    }

    /// The hash, once it is known.
    #[inline(always)]
    pub fn hash(&self) -> Option<i64> {
        Some(self.hash.get()).filter(|hash| *hash != UNKNOWN)
    }

    /// Remembers the hash.
    #[inline(always)]
    pub fn set_hash(&self, hash: i64) {
        self.hash.set(hash);
    }

    /// Both items of a pair, to change; only for one that nobody else sees (`Gc::get_mut`).
    #[inline]
    pub fn pair_mut(&mut self) -> Option<&mut [Value; 2]> {
        self.hash.set(UNKNOWN);
        // SAFETY: a pair has two items behind it, which are this object's alone.
        (self.length == 2).then(|| unsafe { &mut *self.start().cast::<[Value; 2]>() })
    }
}
