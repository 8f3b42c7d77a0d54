//! Memory whose amount a script chooses: asked for before it is used, so that a refusal is MemoryError.
//!
//! What makes a text, bytes or a list out of others says first how large the result may become; loops that make objects by the million ask in
//! between whether memory has run out meanwhile (the heap then lives on its reserve).

use std::sync::atomic::{AtomicU8, Ordering};

use crate::heap::{self, Breaker};
use crate::object::{Items, Str};
use crate::value::Value;
use crate::vm::{Result, Vm};

/// Bytes that are not asked for: the heap's reserve has them.
const SMALL: usize = 64 << 10;

/// What room can be made in.
pub trait Growing {
    /// How many items there is room for.
    fn spare(&self) -> usize;
    /// Makes room for so many more, if that can be had.
    fn try_grow(&mut self, more: usize) -> std::result::Result<(), heap::NoMemory>;
}

impl<T> Growing for Vec<T> {
    #[inline(always)]
    fn spare(&self) -> usize {
        self.capacity() - self.len()
    }
    fn try_grow(&mut self, more: usize) -> std::result::Result<(), heap::NoMemory> {
        heap::grow(self, more)
    }
}

impl Growing for Items {
    #[inline(always)]
    fn spare(&self) -> usize {
        Items::spare(self)
    }
    fn try_grow(&mut self, more: usize) -> std::result::Result<(), heap::NoMemory> {
        self.try_reserve(more)
    }
}

/// Tells whether memory has run out since the last safe point.
#[derive(Clone, Copy)]
pub struct MemoryWatch(&'static AtomicU8);

impl MemoryWatch {
    /// Whether it has.
    #[inline(always)]
    pub fn ran_out(self) -> bool {
        self.0.load(Ordering::Relaxed) & Breaker::Memory as u8 != 0
    }
}

impl Vm {
    /// Makes room for so many bytes of text more, or raises MemoryError.
    #[inline]
    pub fn grow_text(&self, text: &mut String, more: usize) -> Result<()> {
        if text.capacity() - text.len() >= more { Ok(()) } else { heap::grow_text(text, more).map_err(|_| self.memory_error()) }
    }

    /// MemoryError unless so many bytes can be had.
    #[inline]
    pub fn check_bytes(&self, bytes: usize) -> Result<()> {
        if bytes <= SMALL { Ok(()) } else { self.check_large(bytes) }
    }

    /// The same before two texts become one: that costs nothing where there is room behind the first one. More than
    /// their length is taken only where it is to be had.
    #[inline]
    pub(super) fn check_concat(&self, start: &Str, more: &Str) -> Result<()> {
        let (length, more) = (start.as_str().len(), more.as_str().len());
        if length + more <= SMALL || start.room() >= more { Ok(()) } else { self.check_large(length + more) }
    }

    /// The same for so many items of a type.
    #[inline]
    pub fn check_items<T>(&self, count: usize) -> Result<()> {
        self.check_bytes(count.saturating_mul(size_of::<T>()))
    }

    /// Makes room for so many items more, or raises MemoryError.
    #[inline]
    pub fn grow(&self, items: &mut impl Growing, more: usize) -> Result<()> {
        if items.spare() >= more { Ok(()) } else { self.grow_out_of_line(items, more) }
    }

    #[inline(never)]
    fn grow_out_of_line(&self, items: &mut impl Growing, more: usize) -> Result<()> {
        items.try_grow(more).map_err(|_| self.memory_error())
    }

    #[cold]
    #[inline(never)]
    fn check_large(&self, bytes: usize) -> Result<()> {
        heap::can_have(bytes).map_err(|_| self.memory_error())
    }

    /// MemoryError where memory has run out since the last safe point.
    #[inline]
    pub fn check_memory(&self) -> Result<()> {
        if self.breaker.load(Ordering::Relaxed) & Breaker::Memory as u8 == 0 { Ok(()) } else { self.ran_out() }
    }

    /// Whether memory has run out, for what has no machine at hand.
    #[inline]
    pub fn memory_watch(&self) -> MemoryWatch {
        MemoryWatch(self.breaker)
    }

    /// Makes room for one of the objects that a native makes by the many, or raises MemoryError, also where the objects themselves have used
    /// memory up.
    #[inline]
    pub fn grow_by_object(&self, items: &mut Vec<Value>) -> Result<()> {
        self.check_memory()?;
        self.grow(items, 1)
    }

    /// MemoryError is raised: nobody is to raise it once more for the same reason, and there is to be a reserve again.
    pub(super) fn memory_told(&self) {
        self.breaker.fetch_and(!(Breaker::Memory as u8), Ordering::Relaxed);
        heap::replenish();
    }

    #[cold]
    #[inline(never)]
    fn ran_out(&self) -> Result<()> {
        Err(self.memory_error())
    }
}
