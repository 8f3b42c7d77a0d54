//! What every heap object starts with, and how a type tells the heap about itself.

use std::alloc::Layout;
use std::any::TypeId;
use std::cell::Cell;
use std::ptr::NonNull;

use super::blocks;
use super::collect::Candidates;
use super::gc::Erased;
use super::state::{self, State};

/// Hands each reference that an object holds to the collector.
pub struct Visitor<'a>(pub(super) Visit<'a>);

/// What the collector does with a reference.
pub(super) enum Visit<'a> {
    /// Takes it off what is known of the object that it leads to.
    Subtract(&'a mut Candidates),
    /// Marks that object as reached.
    Reach(&'a mut Candidates),
    /// Finds out whether there is any reference to a tracked object.
    Probe(&'a mut bool),
}

impl Visitor<'_> {
    /// Visits an untyped reference.
    #[inline]
    pub fn erased(&mut self, reference: &Erased) {
        self.header(reference.header_ptr());
    }

    #[inline]
    pub(super) fn header(&mut self, header: NonNull<Header>) {
        // SAFETY: who is traced keeps what it refers to alive.
        let index = unsafe { header.as_ref() }.index();
        match &mut self.0 {
            Visit::Subtract(candidates) => candidates.subtract(index),
            Visit::Reach(candidates) => candidates.reach(index),
            Visit::Probe(found) => **found |= index != UNTRACKED,
        }
    }
}

/// A type whose values live on the heap.
pub trait HeapType: 'static + Sized {
    /// Whether values can be part of a cycle, so that the collector has to know them.
    const TRACKED: bool;
    /// Whether values never change once they are made. One that holds nothing the collector knows is then untracked.
    const FROZEN: bool = false;
    /// Whether [`HeapType::finalize`] has anything to do.
    const FINALIZED: bool = false;
    /// Whether values watch others ([`ErasedWeak::add_watcher`](super::ErasedWeak::add_watcher)). What is garbage together with what it
    /// watches is not told.
    const WATCHES: bool = false;

    /// Whether bytes follow the value in its memory ([`Gc::with_tail`](super::Gc::with_tail)); then [`HeapType::tail`] says how many.
    const TAILED: bool = false;

    /// How many bytes follow the value; never changes but within the block ([`Gc::spare_tail`](super::Gc::spare_tail)).
    fn tail(&self) -> usize {
        0
    }

    /// For a frozen value that was just made: whether it is plain to see that it holds nothing the collector knows.
    fn is_atomic(&self) -> bool {
        false
    }

    /// Visits each counted reference that the value holds, each as often as it holds it.
    fn trace(&self, visitor: &mut Visitor<'_>);

    /// Drops the references it holds, to break a cycle of garbage. What can't drop them leaves it to its neighbours.
    fn clear(&self) {}

    /// Whether the value wants to be seen by the machine before it dies (`__del__`, a generator to close, a coroutine never
    /// awaited). It is then queued instead of freed, and asked no second time unless [`Gc::revive`](super::Gc::revive) is called.
    fn finalize(&self) -> bool {
        false
    }
}

/// The head of a heap object.
#[repr(C)]
pub struct Header {
    pub(super) count: Cell<u32>,
    /// Index among the tracked objects ([`UNTRACKED`] for none) and the two flags below.
    pub(super) slot: Cell<u32>,
    pub(super) info: &'static TypeInfo,
}

/// Flag in `slot`: a weak reference to the object exists.
pub(super) const WEAK: u32 = 1 << 31;
/// Flag in `slot`: the object was queued for its finaliser once.
pub(super) const FINALIZED: u32 = 1 << 30;
/// The index that stands for "not tracked".
pub(super) const UNTRACKED: u32 = FINALIZED - 1;

impl Header {
    pub(super) fn index(&self) -> u32 {
        self.slot.get() & UNTRACKED
    }

    pub(super) fn set_index(&self, index: u32) {
        self.slot.set(self.slot.get() & !UNTRACKED | index);
    }

    pub(super) fn has(&self, flag: u32) -> bool {
        self.slot.get() & flag != 0
    }

    pub(super) fn set(&self, flag: u32) {
        self.slot.set(self.slot.get() | flag);
    }

    pub(super) fn unset(&self, flag: u32) {
        self.slot.set(self.slot.get() & !flag);
    }
}

/// A heap object: its header, then the value.
#[repr(C)]
pub(super) struct GcBox<T> {
    pub header: Header,
    pub value: T,
}

/// What the heap knows of a type.
pub(super) struct TypeInfo {
    /// Of the header and the value.
    pub layout: Layout,
    pub id: fn() -> TypeId,
    pub frozen: bool,
    pub finalized: bool,
    pub watches: bool,
    /// Frees an object whose count is zero, or queues it for its finaliser.
    pub destroy: unsafe fn(&State, NonNull<Header>),
    pub trace: unsafe fn(NonNull<Header>, &mut Visitor<'_>),
    pub clear: unsafe fn(NonNull<Header>),
    pub finalize: unsafe fn(NonNull<Header>) -> bool,
}

/// The layout of an object with bytes behind it.
#[inline(always)]
pub(super) fn tailed_layout(layout: Layout, tail: usize) -> Layout {
    match Layout::from_size_align(layout.size().saturating_add(tail), layout.align()) {
        Ok(layout) => layout,
        Err(_) => panic!("an object of {tail} bytes is beyond the address space"),
    }
}

impl<T: HeapType> GcBox<T> {
    pub const INFO: &'static TypeInfo = &TypeInfo {
        layout: Layout::new::<GcBox<T>>(),
        id: TypeId::of::<T>,
        frozen: T::FROZEN,
        finalized: T::FINALIZED,
        watches: T::WATCHES,
        destroy: state::destroy_as::<T>,
        // SAFETY (all three): the machine calls them only with a header whose `info` is this one, so it heads a `GcBox<T>`.
        trace: |header, visitor| unsafe { header.cast::<GcBox<T>>().as_ref() }.value.trace(visitor),
        clear: |header| unsafe { header.cast::<GcBox<T>>().as_ref() }.value.clear(),
        finalize: |header| unsafe { header.cast::<GcBox<T>>().as_ref() }.value.finalize(),
    };

    /// Drops the value and gives the memory back.
    ///
    /// # Safety
    /// `header` heads a `GcBox<T>` that nobody uses afterwards.
    #[inline(always)]
    pub unsafe fn free(header: NonNull<Header>) {
        let own = header.cast::<GcBox<T>>();
        // SAFETY: the caller's box; the tail's length is read while the value is still there.
        unsafe {
            let layout = Layout::new::<GcBox<T>>();
            let layout = if T::TAILED { tailed_layout(layout, own.as_ref().value.tail()) } else { layout };
            own.as_ptr().drop_in_place();
            blocks::release(own.as_ptr().cast(), layout);
        }
    }
}

/// Adds a reference.
#[inline(always)]
pub(super) fn retain(header: NonNull<Header>) {
    // SAFETY: the caller holds a reference, so the object lives.
    let count = unsafe { &header.as_ref().count };
    count.set(count.get() + 1);
}

/// Gives a reference up; the last one frees the object.
///
/// # Safety
/// The caller gives up a reference that it owns.
#[inline(always)]
pub(super) unsafe fn release(header: NonNull<Header>) {
    // SAFETY: the caller owns a reference, so the object lives.
    let count = unsafe { &header.as_ref().count };
    let left = count.get() - 1;
    count.set(left);
    if left == 0 {
        // SAFETY: no reference is left.
        unsafe { state::destroy(header) }
    }
}
