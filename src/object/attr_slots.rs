//! The slots of an object's attributes, and the shape that tells which is which. They stand right behind the object as far as there is room,
//! otherwise in a block of their own, all together, so that reading one takes the same steps for both.
//!
//! Invariants: `values` leads to room for [`AttrSlots::room`] values, the first `len` of which are initialised and belong to this object; nobody holds
//! a reference to one of them while anything runs that could write, add or drop one.
#![allow(unsafe_code)]

use std::alloc::Layout;
use std::cell::Cell;
use std::ptr::NonNull;

use super::ShapeId;
use crate::heap;
use crate::value::Value;

/// Values behind an object, at most: a block of this size is reused by size.
const MOST_BEHIND: u32 = 24;

/// The slots of an object.
pub struct AttrSlots {
    values: Cell<NonNull<Value>>,
    shape: Cell<ShapeId>,
    len: Cell<u16>,
    /// Values that there is room for behind the object.
    behind: u8,
    /// The logarithm of how many values the block of their own holds; 0 while they stand behind the object.
    apart: Cell<u8>,
}

impl AttrSlots {
    /// No slots, with room for so many behind the object, or somewhat fewer; [`AttrSlots::settle`] says where that is.
    #[inline(always)]
    pub fn behind(count: u32) -> AttrSlots {
        AttrSlots {
            values: Cell::new(NonNull::dangling()),
            shape: Cell::new(0),
            len: Cell::new(0),
            behind: count.min(MOST_BEHIND) as u8,
            apart: Cell::new(0),
        }
    }

    /// Bytes behind the object.
    #[inline(always)]
    pub fn tail(&self) -> usize {
        usize::from(self.behind) * size_of::<Value>()
    }

    /// Says where the room behind the object is.
    ///
    /// # Safety
    /// There are [`AttrSlots::tail`] bytes, aligned for values, which stay this object's as long as it lives; nothing was added yet.
    #[inline(always)]
    pub unsafe fn settle(&self, room: NonNull<u8>) {
        self.values.set(room.cast());
    }

    /// The shape.
    #[inline(always)]
    pub fn shape(&self) -> ShapeId {
        self.shape.get()
    }

    /// Sets the shape; the values stay.
    #[inline(always)]
    pub fn set_shape(&self, shape: ShapeId) {
        self.shape.set(shape);
    }

    /// How many slots there are.
    #[inline(always)]
    pub fn count(&self) -> usize {
        usize::from(self.len.get())
    }

    /// Where a slot is: valid until something is added or all are taken.
    #[inline(always)]
    pub fn place(&self, n: usize) -> Option<*mut Value> {
        // SAFETY: so many are initialised.
        (n < self.count()).then(|| unsafe { self.values.get().as_ptr().add(n) })
    }

    /// What a slot holds.
    pub fn get(&self, n: usize) -> Option<Value> {
        // SAFETY: a clone runs nothing that could change the slots.
        self.place(n).map(|place| unsafe { (*place).clone() })
    }

    /// Puts a value into a slot that is there; what it held.
    pub fn replace(&self, n: usize, value: Value) -> Option<Value> {
        // SAFETY: nothing is dropped here, so nothing else runs.
        self.place(n).map(|place| unsafe { std::mem::replace(&mut *place, value) })
    }

    /// Adds a slot.
    #[inline(always)]
    pub fn push(&self, value: Value) {
        if self.count() == self.room() {
            self.grow();
        }
        // SAFETY: there is room behind the last one.
        unsafe { self.values.get().as_ptr().add(self.count()).write(value) };
        self.len.set(self.len.get() + 1);
    }

    /// Where the next slot would be, if there is room for it; nothing is there.
    #[inline(always)]
    pub fn spare(&self) -> Option<*mut Value> {
        // SAFETY: there is room behind the last one.
        (self.count() < self.room()).then(|| unsafe { self.values.get().as_ptr().add(self.count()) })
    }

    /// The next slot has been written where [`AttrSlots::spare`] said; the shape with it.
    ///
    /// # Safety
    /// It was.
    #[inline(always)]
    pub unsafe fn added(&self, shape: ShapeId) {
        self.len.set(self.len.get() + 1);
        self.shape.set(shape);
    }

    /// Takes all values out.
    pub fn take(&self) -> Vec<Value> {
        let count = usize::from(self.len.replace(0));
        // SAFETY: so many are initialised, and no longer this object's.
        (0..count).map(|n| unsafe { self.values.get().as_ptr().add(n).read() }).collect()
    }

    /// Looks at each value, with something that runs nothing.
    pub fn each(&self, mut look: impl FnMut(&Value)) {
        // SAFETY: the caller's closure changes no slots.
        (0..self.count()).filter_map(|n| self.place(n)).for_each(|place| look(unsafe { &*place }));
    }

    #[inline(always)]
    fn room(&self) -> usize {
        match self.apart.get() {
            0 => usize::from(self.behind),
            apart => 1 << apart,
        }
    }

    /// Moves all to a larger block of their own.
    #[cold]
    #[inline(never)]
    fn grow(&self) {
        let apart = (self.count() * 2).max(8).next_power_of_two().ilog2() as u8;
        let block = heap::allocate(layout(apart)).cast::<Value>();
        // SAFETY: both have room for those that there are; the old ones aren't used any more.
        unsafe {
            self.values.get().copy_to_nonoverlapping(block, self.count());
            self.free_block();
        }
        self.values.set(block);
        self.apart.set(apart);
    }

    /// Gives a block of their own back.
    ///
    /// # Safety
    /// No values are left in it.
    #[inline(always)]
    unsafe fn free_block(&self) {
        if self.apart.get() != 0 {
            // SAFETY: it was allocated with this layout.
            unsafe { heap::release(self.values.get().as_ptr().cast(), layout(self.apart.get())) };
        }
    }
}

impl Drop for AttrSlots {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: nobody uses the values or the block any more.
        unsafe {
            std::ptr::slice_from_raw_parts_mut(self.values.get().as_ptr(), self.count()).drop_in_place();
            self.free_block();
        }
    }
}

/// The layout of a block for values.
fn layout(apart: u8) -> Layout {
    match Layout::array::<Value>(1 << apart) {
        Ok(layout) => layout,
        Err(_) => unreachable!("there are less than 65,536 slots"),
    }
}
