//! The tracked objects of a heap, in one array: old ones, those that survived a collection, first.
//!
//! An object's header holds its index, so that a collection needs no marks in the objects: its side tables are indexed alike. To track an
//! object is one push, to untrack it one move or two. Invariant: the object at index `n` says `n` in its header; `old <= len <= capacity`.

use std::alloc::Layout;
use std::cell::Cell;
use std::ptr::{NonNull, null_mut};

use super::header::{Header, UNTRACKED};
use super::{blocks, reserve};

/// Objects that there is room for from the start. Room that is not used costs nothing, but an array that moves while it grows leaves holes
/// behind that are a good part of the memory of a program with many small objects.
const ROOM: usize = 32 << 20;
/// As `ROOM`, where there is not that much memory.
const LEAST_ROOM: usize = 4096;

type Place = Cell<*mut NonNull<Header>>;

/// What came of a push.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pushed {
    Quietly,
    /// A collection has become due.
    Due,
    /// Not at all: there is no room. Such an object can only leak, as part of a cycle.
    Not,
}

/// The array.
#[repr(C)]
pub(super) struct Tracked {
    base: Place,
    len: Cell<usize>,
    /// The length at which a push has more to do: the array is full, or a collection is due.
    pause: Cell<usize>,
    capacity: Cell<usize>,
    old: Cell<usize>,
    /// Young objects that make a collection due.
    limit: Cell<usize>,
}

impl Tracked {
    /// An empty array; so many young objects make a collection due.
    pub const fn new(limit: usize) -> Tracked {
        Tracked {
            base: Cell::new(null_mut()),
            len: Cell::new(0),
            pause: Cell::new(0),
            capacity: Cell::new(0),
            old: Cell::new(0),
            limit: Cell::new(limit),
        }
    }

    pub fn len(&self) -> usize {
        self.len.get()
    }

    /// How many of them are old.
    pub fn old(&self) -> usize {
        self.old.get()
    }

    pub fn limit(&self) -> usize {
        self.limit.get()
    }

    /// Makes all of them old, and so many young ones a reason for a collection.
    pub fn age(&self, limit: usize) {
        self.old.set(self.len.get());
        self.set_limit(limit);
    }

    pub fn set_limit(&self, limit: usize) {
        self.limit.set(limit);
        self.pause.set(self.capacity.get().min(self.old.get().saturating_add(limit)));
    }

    /// Whether a collection is due.
    pub fn is_due(&self) -> bool {
        self.len.get() - self.old.get() > self.limit.get()
    }

    /// The objects from an index on.
    pub fn from(&self, start: usize) -> &[NonNull<Header>] {
        if self.base.get().is_null() {
            return &[];
        }
        // SAFETY: the first `len` places are written, and who looks makes and frees no objects meanwhile.
        unsafe { std::slice::from_raw_parts(self.base.get().add(start), self.len.get() - start) }
    }

    /// Tracks an object whose header says that it is not.
    #[inline(always)]
    pub fn push(&self, header: NonNull<Header>) -> Pushed {
        let index = self.len.get();
        if index >= self.pause.get() {
            return self.push_rarely(header);
        }
        // SAFETY: the index is below the capacity; the caller's object lives.
        unsafe {
            header.as_ref().set_index(index as u32);
            self.base.get().add(index).write(header);
        }
        self.len.set(index + 1);
        Pushed::Quietly
    }

    #[cold]
    #[inline(never)]
    fn push_rarely(&self, header: NonNull<Header>) -> Pushed {
        if self.len.get() == self.capacity.get() && !self.grow() {
            return Pushed::Not;
        }
        let due = self.len.get() >= self.old.get().saturating_add(self.limit.get());
        self.pause.set(self.capacity.get());
        self.push(header);
        if due {
            return Pushed::Due;
        }
        self.set_limit(self.limit.get());
        Pushed::Quietly
    }

    /// Makes room for more; false where there is none to be had.
    fn grow(&self) -> bool {
        let old = self.capacity.get();
        let sizes = if old == 0 {
            blocks::open();
            reserve::affordable(ROOM * size_of::<NonNull<Header>>()) / size_of::<NonNull<Header>>()
        } else {
            old.saturating_mul(2).min(UNTRACKED as usize)
        };
        let mut size = sizes.max(LEAST_ROOM);
        // Less and less is asked for, but never so little that it is soon asked for again.
        while size > old + old / 16 {
            let Ok(layout) = Layout::array::<NonNull<Header>>(size) else { return false };
            let moved = reserve::fallible(|| {
                // SAFETY: the layouts are those of the array, which is not empty.
                unsafe {
                    if old == 0 {
                        std::alloc::alloc(layout)
                    } else {
                        let now = Layout::from_size_align_unchecked(old * size_of::<NonNull<Header>>(), layout.align());
                        std::alloc::realloc(self.base.get().cast(), now, layout.size())
                    }
                }
            });
            if !moved.is_null() {
                self.base.set(moved.cast());
                self.capacity.set(size);
                return true;
            }
            size -= (size - old).div_ceil(2);
        }
        false
    }

    /// Takes an object out; another one may get its place.
    #[inline(always)]
    pub fn remove(&self, header: NonNull<Header>) {
        // SAFETY (all below): tracked headers head living objects, and indices are below the length.
        let mut hole = unsafe { header.as_ref() }.index() as usize;
        let base = self.base.get();
        let old = self.old.get();
        if hole < old {
            let last_old = old - 1;
            unsafe { Self::fill(base, hole, last_old) };
            hole = last_old;
            self.old.set(last_old);
            // The next collection is due at as many young objects as before.
            self.pause.set(self.pause.get() - 1);
        }
        let last = self.len.get() - 1;
        self.len.set(last);
        if hole != last {
            unsafe { Self::fill(base, hole, last) };
        }
        unsafe { header.as_ref() }.set_index(UNTRACKED);
    }

    /// Moves an object to a place that has become free.
    ///
    /// # Safety
    /// Both indices are below the length.
    #[inline(always)]
    unsafe fn fill(base: *mut NonNull<Header>, hole: usize, from: usize) {
        // SAFETY: as the caller says; tracked headers head living objects.
        unsafe {
            let moved = base.add(from).read();
            base.add(hole).write(moved);
            moved.as_ref().set_index(hole as u32);
        }
    }
}
