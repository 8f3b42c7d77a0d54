//! Text that grows at its end. Strings share it: each is a beginning of it, and one that ends where it ends may grow on in it without being
//! copied, so that `s = s + x` takes linear time wherever `s` is kept.
//!
//! Invariant: the first `used` bytes are whole valid text; they neither change nor move while anybody shares the buffer.
#![allow(unsafe_code)]

use std::cell::Cell;
use std::mem::ManuallyDrop;
use std::rc::Rc;

use super::chars::CharIndex;
use crate::heap;

/// The memory of a text, with room behind it.
pub(super) struct Buffer {
    start: *mut u8,
    capacity: usize,
    used: Cell<usize>,
    /// Whether it was made to be appended to.
    pub growing: bool,
    /// Where the characters begin.
    pub index: CharIndex,
}

impl Buffer {
    /// The memory of a string.
    pub fn new(text: String, growing: bool) -> Rc<Buffer> {
        let mut bytes = ManuallyDrop::new(text.into_bytes());
        let (start, used, capacity) = (bytes.as_mut_ptr(), Cell::new(bytes.len()), bytes.capacity());
        Rc::new(Buffer { start, capacity, used, growing, index: CharIndex::default() })
    }

    /// The first `length` bytes, which a string has been.
    #[inline]
    pub fn text(&self, length: usize) -> &str {
        debug_assert!(length <= self.used.get());
        // SAFETY: a string's length is one that `used` has had, at the end of valid text; what is appended meanwhile lies behind it.
        unsafe { std::str::from_utf8_unchecked(std::slice::from_raw_parts(self.start, length)) }
    }

    /// Bytes that may be appended to the string of that length.
    pub fn room(&self, length: usize) -> usize {
        if length == self.used.get() { self.capacity - length } else { 0 }
    }

    /// Appends to the string of that length, which must be all that there is, if there is room; whether it was done.
    pub fn push(&self, length: usize, more: &str) -> bool {
        if length != self.used.get() || self.capacity - length < more.len() {
            return false;
        }
        // SAFETY: the room behind the text belongs to the buffer and is part of nobody's text, also not of `more`.
        unsafe { std::ptr::copy_nonoverlapping(more.as_ptr(), self.start.add(length), more.len()) };
        self.used.set(length + more.len());
        true
    }

    /// Appends to the string of that length, the only one that there is.
    pub fn push_alone(&mut self, length: usize, more: &str) {
        if self.used.get() > length {
            self.used.set(length);
            self.index.cut(length);
        }
        if self.push(length, more) {
            return;
        }
        // SAFETY: start and capacity are those of a vector, whose first bytes are initialised.
        let mut bytes = ManuallyDrop::new(unsafe { Vec::from_raw_parts(self.start, length, self.capacity) });
        if heap::grow_exact(&mut bytes, more.len().max(length)).is_err() {
            bytes.reserve_exact(more.len());
        }
        (self.start, self.capacity) = (bytes.as_mut_ptr(), bytes.capacity());
        self.push(length, more);
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        // SAFETY: start and capacity are those of a vector, and nobody shares the memory any more.
        drop(unsafe { Vec::from_raw_parts(self.start, 0, self.capacity) });
    }
}
