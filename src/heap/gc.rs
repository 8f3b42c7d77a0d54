//! `Gc<T>` and `Erased`: counted pointers.

use std::alloc::Layout;
use std::any::TypeId;
use std::cell::Cell;
use std::fmt;
use std::mem::{ManuallyDrop, MaybeUninit};
use std::ops::Deref;
use std::ptr::NonNull;

use super::blocks;
use super::header::{self, GcBox, Header, HeapType, UNTRACKED, Visitor};
use super::state;

/// A counted pointer to a heap object of type `T`.
#[repr(transparent)]
pub struct Gc<T: HeapType>(NonNull<GcBox<T>>);

impl<T: HeapType> Gc<T> {
    /// Puts a value on the heap.
    #[inline]
    pub fn new(value: T) -> Gc<T> {
        let info = GcBox::<T>::INFO;
        let pointer = blocks::allocate(const { Layout::new::<GcBox<T>>() }).cast::<GcBox<T>>();
        let header = Header { count: Cell::new(1), slot: Cell::new(UNTRACKED), info };
        let tracked = T::TRACKED && !(T::FROZEN && value.is_atomic());
        // SAFETY: the memory is fresh and of the right layout.
        unsafe { pointer.as_ptr().write(GcBox { header, value }) };
        if tracked {
            state::track(pointer.cast());
        } else {
            state::count_untracked();
        }
        Gc(pointer)
    }

    /// Puts a value on the heap with bytes behind it, as many as its [`HeapType::tail`] says. `fill` gets them, all zero or not written yet,
    /// and returns how many it has written from the start; the others become zero.
    #[inline(always)]
    pub fn with_tail(value: T, fill: impl FnOnce(&mut [MaybeUninit<u8>]) -> usize) -> Gc<T> {
        const { assert!(T::TAILED && !T::TRACKED) };
        let info = GcBox::<T>::INFO;
        let tail = value.tail();
        let layout = header::tailed_layout(info.layout, tail);
        let pointer = blocks::allocate(layout).cast::<GcBox<T>>();
        let header = Header { count: Cell::new(1), slot: Cell::new(UNTRACKED), info };
        // SAFETY: the memory is fresh and has room for the box and, behind it, the tail.
        let rest = unsafe {
            pointer.as_ptr().write(GcBox { header, value });
            std::slice::from_raw_parts_mut(pointer.as_ptr().add(1).cast::<MaybeUninit<u8>>(), tail)
        };
        let written = fill(rest);
        rest[written..].fill(MaybeUninit::new(0));
        state::count_untracked();
        Gc(pointer)
    }

    /// Puts a value on the heap with room behind it, as much as its [`HeapType::tail`] says, which `settle` tells it of, or fills.
    #[inline(always)]
    pub fn with_room(value: T, settle: impl FnOnce(&T, NonNull<u8>)) -> Gc<T> {
        const { assert!(T::TAILED && T::TRACKED) };
        let info = GcBox::<T>::INFO;
        let pointer = blocks::allocate(header::tailed_layout(info.layout, value.tail())).cast::<GcBox<T>>();
        let header = Header { count: Cell::new(1), slot: Cell::new(UNTRACKED), info };
        // SAFETY: the memory is fresh and has room for the box and, behind it, the tail.
        unsafe {
            pointer.as_ptr().write(GcBox { header, value });
            settle(&pointer.as_ref().value, pointer.add(1).cast());
            if T::FROZEN && pointer.as_ref().value.is_atomic() {
                state::count_untracked();
            } else {
                state::track(pointer.cast());
            }
        }
        Gc(pointer)
    }

    /// How many bytes more there could be behind the value in the same block.
    #[inline]
    pub fn spare_tail(&self) -> usize {
        const { assert!(T::TAILED) };
        let size = size_of::<GcBox<T>>() + self.tail();
        blocks::rounded(size) - size
    }

    /// Whether both point at the same object.
    #[inline(always)]
    pub fn same(&self, other: &Gc<T>) -> bool {
        self.0 == other.0
    }

    /// The object's address: its identity.
    #[inline(always)]
    pub fn address(&self) -> usize {
        self.0.as_ptr() as usize
    }

    /// How many references there are.
    #[inline(always)]
    pub fn count(&self) -> usize {
        self.header().count.get() as usize
    }

    /// The value, to change it, where this is the only reference and no weak one exists. One that was untracked for what it held is tracked
    /// from now on.
    #[inline]
    pub fn get_mut(this: &mut Gc<T>) -> Option<&mut T> {
        if this.header().count.get() != 1 || this.header().has(header::WEAK) {
            return None;
        }
        if T::FROZEN && this.header().index() == UNTRACKED {
            state::track_again(this.0.cast());
        }
        // SAFETY: this reference is the only one and is borrowed exclusively.
        Some(unsafe { &mut this.0.as_mut().value })
    }

    /// Forgets the type.
    #[inline(always)]
    pub fn erase(self) -> Erased {
        Erased(ManuallyDrop::new(self).0.cast())
    }

    /// Lets the object be finalised once more when it dies again.
    pub fn revive(&self) {
        self.header().unset(header::FINALIZED);
    }

    /// Marks the object as finalised: it will be freed without being asked.
    pub fn mark_finalized(&self) {
        self.header().set(header::FINALIZED);
    }

    /// Visits this reference.
    #[inline]
    pub fn trace(&self, visitor: &mut Visitor<'_>) {
        visitor.header(self.0.cast());
    }

    /// Gives up the reference at a place, unless it is the last one; whether it was given up.
    ///
    /// # Safety
    /// The place holds a reference, which is not used afterwards where this is true.
    #[inline(always)]
    pub unsafe fn let_go_shared(place: *const Gc<T>) -> bool {
        // SAFETY: the caller's place.
        let count = unsafe { &(*place).header().count };
        let shared = count.get() > 1;
        if shared {
            count.set(count.get() - 1);
        }
        shared
    }

    #[inline(always)]
    fn header(&self) -> &Header {
        // SAFETY: a reference keeps its object alive.
        unsafe { &self.0.as_ref().header }
    }

    pub(super) fn header_ptr(&self) -> NonNull<Header> {
        self.0.cast()
    }

    /// Takes a new reference to a living object.
    ///
    /// # Safety
    /// `header` heads a living `GcBox<T>`.
    pub(super) unsafe fn retained(header: NonNull<Header>) -> Gc<T> {
        header::retain(header);
        Gc(header.cast())
    }
}

impl<T: HeapType> Clone for Gc<T> {
    #[inline(always)]
    fn clone(&self) -> Gc<T> {
        header::retain(self.0.cast());
        Gc(self.0)
    }
}

impl<T: HeapType> Drop for Gc<T> {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: this reference is given up.
        unsafe { header::release(self.0.cast()) }
    }
}

impl<T: HeapType> Deref for Gc<T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: a reference keeps its object alive, and a shared one never changes it but through cells.
        unsafe { &self.0.as_ref().value }
    }
}

/// A counted pointer to a heap object of some type. It is laid out as a `Gc` is, so that one can be looked at as the other.
#[repr(transparent)]
pub struct Erased(NonNull<Header>);

impl Erased {
    /// Checks, in builds with debug assertions, that the object is a `T`.
    #[inline(always)]
    fn check<T: HeapType>(&self) {
        // SAFETY: a reference keeps its object alive.
        debug_assert!(
            unsafe { (self.0.as_ref().info.id)() } == TypeId::of::<T>(),
            "an object is taken for one of another type"
        );
    }

    /// The value as a `T`.
    ///
    /// # Safety
    /// The object is a `T`.
    #[inline(always)]
    pub unsafe fn as_ref<T: HeapType>(&self) -> &T {
        self.check::<T>();
        // SAFETY: the caller says that this heads a `GcBox<T>`; the reference keeps it alive.
        unsafe { &self.0.cast::<GcBox<T>>().as_ref().value }
    }

    /// The same reference as a `Gc<T>`, borrowed.
    ///
    /// # Safety
    /// The object is a `T`.
    #[inline(always)]
    pub unsafe fn as_gc<T: HeapType>(&self) -> &Gc<T> {
        self.check::<T>();
        // SAFETY: both are transparent around one pointer, and the caller says that it heads a `GcBox<T>`.
        unsafe { &*(std::ptr::from_ref(self).cast::<Gc<T>>()) }
    }

    /// As [`Erased::as_gc`], exclusively.
    ///
    /// # Safety
    /// The object is a `T`.
    #[inline(always)]
    pub unsafe fn as_gc_mut<T: HeapType>(&mut self) -> &mut Gc<T> {
        self.check::<T>();
        // SAFETY: as in `as_gc`.
        unsafe { &mut *(std::ptr::from_mut(self).cast::<Gc<T>>()) }
    }

    /// The same reference as a `Gc<T>`.
    ///
    /// # Safety
    /// The object is a `T`.
    #[inline(always)]
    pub unsafe fn into_gc<T: HeapType>(self) -> Gc<T> {
        self.check::<T>();
        Gc(ManuallyDrop::new(self).0.cast())
    }

    /// The same reference as a `Gc<T>`, where the object is a `T`.
    pub fn downcast<T: HeapType>(self) -> Result<Gc<T>, Erased> {
        // SAFETY: a reference keeps its object alive, and the type's own id tells what it is.
        unsafe { if (self.0.as_ref().info.id)() == TypeId::of::<T>() { Ok(self.into_gc()) } else { Err(self) } }
    }

    /// The object's address: its identity.
    #[inline(always)]
    pub fn address(&self) -> usize {
        self.0.as_ptr() as usize
    }

    /// How many references there are.
    #[inline(always)]
    pub fn count(&self) -> usize {
        // SAFETY: a reference keeps its object alive.
        unsafe { self.0.as_ref() }.count.get() as usize
    }

    /// Whether the collector knows the object.
    pub fn is_tracked(&self) -> bool {
        // SAFETY: a reference keeps its object alive.
        unsafe { self.0.as_ref() }.index() != UNTRACKED
    }

    /// Whether it would be finalised if it died now.
    pub fn wants_finalizer(&self) -> bool {
        // SAFETY: a reference keeps its object alive.
        unsafe {
            let head = self.0.as_ref();
            head.info.finalized && !head.has(header::FINALIZED) && (head.info.finalize)(self.0)
        }
    }

    pub(super) fn header_ptr(&self) -> NonNull<Header> {
        self.0
    }

    /// Takes a new reference to a living object.
    ///
    /// # Safety
    /// `header` heads a living object.
    pub(super) unsafe fn retained(header: NonNull<Header>) -> Erased {
        header::retain(header);
        Erased(header)
    }
}

/// An object whose last reference was given up, and that still has to be destroyed.
#[must_use]
pub struct Dead(NonNull<Header>);

impl Dead {
    /// Destroys it.
    pub fn destroy(self) {
        // SAFETY: no reference is left, and there is only one `Dead` of an object.
        unsafe { state::destroy(self.0) }
    }

    /// It as a machine word.
    #[inline(always)]
    pub fn into_word(self) -> u64 {
        self.0.as_ptr().expose_provenance() as u64
    }

    /// It from a machine word.
    ///
    /// # Safety
    /// The word comes from [`Dead::into_word`] and is used once.
    #[inline(always)]
    pub unsafe fn of_word(word: u64) -> Dead {
        // SAFETY: the word is the address of a header.
        Dead(unsafe { NonNull::new_unchecked(std::ptr::with_exposed_provenance_mut(word as usize)) })
    }
}

impl Erased {
    /// Gives the reference up without destroying the object, which the caller has to do where it was the last one.
    #[inline(always)]
    pub fn let_go(self) -> Option<Dead> {
        // SAFETY: a reference keeps its object alive.
        let count = unsafe { &self.0.as_ref().count };
        let left = count.get() - 1;
        count.set(left);
        let header = ManuallyDrop::new(self).0;
        (left == 0).then_some(Dead(header))
    }

    /// Whether this is the only reference.
    #[inline(always)]
    pub fn is_last(&self) -> bool {
        self.count() == 1
    }
}

impl Clone for Erased {
    #[inline(always)]
    fn clone(&self) -> Erased {
        header::retain(self.0);
        Erased(self.0)
    }
}

impl Drop for Erased {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: this reference is given up.
        unsafe { header::release(self.0) }
    }
}

impl<T: HeapType + fmt::Display> fmt::Display for Gc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: HeapType + fmt::Debug> fmt::Debug for Gc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
