//! A thread's heap: its tracked objects, what waits to be freed or finalised, and when a collection is due.
//!
//! It lies at one address for as long as the thread lives: access is an addition to the thread's base, or a load from whoever keeps the
//! address.

use std::cell::{Cell, RefCell};
use std::mem::ManuallyDrop;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicU8, Ordering};

use super::gc::Erased;
use super::header::{FINALIZED, GcBox, Header, HeapType, UNTRACKED, WEAK};
use super::tracked::{Pushed, Tracked};
use super::{Collection, weak};

/// How many drops may nest before the rest is put off.
pub(super) const MAX_DEPTH: u32 = 64;
/// Young objects that make a collection due, at least.
const YOUNG_LIMIT: usize = 10_000;
/// By how much the heap may grow before a full collection, in percent.
const LEAST_GROWTH: u32 = 50;
const MOST_GROWTH: u32 = 150;

/// Reasons why the machine should stop at its next safe point, as bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Breaker {
    /// Objects wait for their finalisers.
    Finalize = 1,
    /// A collection is due.
    Collect = 2,
    /// Something outside asks (a signal, another thread): see the machine's own flags.
    Outside = 4,
    /// Memory ran out: the reserve was given up, and MemoryError is to be raised.
    Memory = 8,
}

#[repr(C)]
pub(super) struct State {
    pub tracked: Tracked,
    /// Objects that are not tracked.
    untracked: Cell<usize>,
    /// Objects that the table has no room for were told of.
    table_full: Cell<bool>,
    /// How many drops nest.
    depth: Cell<u32>,
    /// Size of the old part after the last full collection.
    pub old_after_full: Cell<usize>,
    /// By how much the heap may grow, in percent, before a full collection: see [`State::pace`].
    growth: Cell<u32>,
    stress: Cell<bool>,
    enabled: Cell<bool>,
    /// Other threads may set it, so it outlives this one.
    breaker: Cell<Option<&'static AtomicU8>>,
    deferred: RefCell<ManuallyDrop<Vec<NonNull<Header>>>>,
    is_behind: Cell<bool>,
    finalizable: RefCell<ManuallyDrop<Vec<Erased>>>,
}

thread_local! {
    static STATE: State = const {
        State {
            tracked: Tracked::new(YOUNG_LIMIT),
            untracked: Cell::new(0),
            table_full: Cell::new(false),
            depth: Cell::new(0),
            old_after_full: Cell::new(0),
            growth: Cell::new(LEAST_GROWTH),
            stress: Cell::new(false),
            enabled: Cell::new(true),
            breaker: Cell::new(None),
            deferred: RefCell::new(ManuallyDrop::new(Vec::new())),
            is_behind: Cell::new(false),
            finalizable: RefCell::new(ManuallyDrop::new(Vec::new())),
        }
    };
}

/// Runs `body` with this thread's heap.
#[inline(always)]
pub(super) fn with<R>(body: impl FnOnce(&State) -> R) -> R {
    STATE.with(body)
}

/// Objects that live on this thread's heap.
pub fn live_objects() -> usize {
    with(|state| state.tracked.len() + state.untracked.get())
}

/// Objects of this thread's heap that the collector knows: young, old.
pub fn tracked_objects() -> (usize, usize) {
    with(|state| (state.tracked.len() - state.tracked.old(), state.tracked.old()))
}

/// The bits of [`Breaker`] that are set, for the machine's safe points. Other threads may set [`Breaker::Outside`]; no order is promised.
pub fn breaker() -> &'static AtomicU8 {
    with(|state| match state.breaker.get() {
        Some(breaker) => breaker,
        None => {
            let breaker: &'static AtomicU8 = Box::leak(Box::new(AtomicU8::new(0)));
            state.breaker.set(Some(breaker));
            breaker
        }
    })
}

/// Whether a tracked object, if it died now, would want a finaliser. Untracked ones never do.
pub fn wants_finalizers() -> bool {
    with(|state| {
        if !state.finalizable.borrow().is_empty() {
            return true;
        }
        state.tracked.from(0).iter().any(|header| {
            // SAFETY: tracked headers head living objects.
            unsafe {
                let head = header.as_ref();
                head.info.finalized && !head.has(FINALIZED) && (head.info.finalize)(*header)
            }
        })
    })
}

/// Turns automatic collections on or off (`gc.enable`, `gc.disable`); returns what was.
pub fn set_enabled(enabled: bool) -> bool {
    with(|state| {
        state.tracked.set_limit(state.tracked.limit());
        state.enabled.replace(enabled)
    })
}

/// The stress switch: with `true` a collection is due after every allocation of a tracked object.
pub fn set_stress(stress: bool) {
    with(|state| {
        state.stress.set(stress);
        state.tracked.set_limit(if stress { 0 } else { YOUNG_LIMIT });
    });
}

/// Whether the young part is full, and whether the old one has grown enough for a full collection.
pub fn collection_due() -> Option<Collection> {
    with(|state| {
        if !state.tracked.is_due() {
            // Some have died since it was: it will be again.
            state.tracked.set_limit(state.tracked.limit());
            return None;
        }
        if !state.enabled.get() {
            return None;
        }
        let before = state.old_after_full.get();
        let grown = state.tracked.len() > before + before / 100 * state.growth.get() as usize + YOUNG_LIMIT;
        Some(if grown || state.stress.get() { Collection::Full } else { Collection::Young })
    })
}

/// The objects that wait for their finalisers, and an empty queue in their place.
pub fn take_finalizable() -> Vec<Erased> {
    with(|state| {
        breaker().fetch_and(!(Breaker::Finalize as u8), Ordering::Relaxed);
        std::mem::take(&mut **state.finalizable.borrow_mut())
    })
}

impl State {
    pub(super) fn request(&self, breaker: Breaker) {
        self::breaker().fetch_or(breaker as u8, Ordering::Relaxed);
    }

    /// Queues a living object for its finaliser.
    pub(super) fn queue_finalizer(&self, header: NonNull<Header>) {
        // SAFETY: the caller's object lives; the queue takes a reference of its own.
        let reference = unsafe {
            header.as_ref().set(FINALIZED);
            Erased::retained(header)
        };
        self.finalizable.borrow_mut().push(reference);
        self.request(Breaker::Finalize);
    }

    #[cold]
    fn after_push(&self, pushed: Pushed) {
        match pushed {
            Pushed::Quietly => self.table_full.set(false),
            Pushed::Due if self.enabled.get() => self.request(Breaker::Collect),
            Pushed::Due => {}
            // There is no memory for the table: whoever makes so many objects is told.
            Pushed::Not => {
                self.untracked.set(self.untracked.get() + 1);
                if !self.table_full.replace(true) {
                    self.request(Breaker::Memory);
                }
            }
        }
    }

    /// Takes an object that the collector need not know any more out of its sight.
    pub(super) fn untrack(&self, header: NonNull<Header>) {
        self.tracked.remove(header);
        self.untracked.set(self.untracked.get() + 1);
    }

    /// Sets when the next collections are due, after one that looked at so many objects and found so much garbage. Where they find hardly
    /// any, they wait longer, as long as the heap only grows: else a program that builds something large would pay for it again and again.
    pub(super) fn pace(&self, what: Collection, looked: usize, found: usize) {
        let wasted = found * 16 < looked;
        let limit = self.tracked.limit();
        let limit = if self.stress.get() {
            0
        } else if wasted {
            (limit * 2).min(YOUNG_LIMIT.max(self.tracked.len() / 4))
        } else {
            YOUNG_LIMIT
        };
        self.tracked.age(limit);
        if what == Collection::Full {
            self.old_after_full.set(self.tracked.len());
            self.growth.set(if wasted { (self.growth.get() * 2).min(MOST_GROWTH) } else { LEAST_GROWTH });
        }
    }

    /// Puts off to free an object.
    #[cold]
    fn put_off(&self, header: NonNull<Header>) {
        self.deferred.borrow_mut().push(header);
        self.is_behind.set(true);
    }

    /// Frees what was put off.
    #[cold]
    fn catch_up(&self) {
        self.is_behind.set(false);
        loop {
            let Some(header) = self.deferred.borrow_mut().pop() else { return };
            self.depth.set(1);
            // SAFETY: its count was zero when it was put off, and only this frees it.
            unsafe { destroy(header) };
            self.depth.set(0);
        }
    }
}

/// Where memory ran out: lets the machine raise MemoryError at its next safe point.
pub fn request_memory_error() {
    with(|state| {
        // A thread that has no breaker runs no machine.
        if let Some(breaker) = state.breaker.get() {
            breaker.fetch_or(Breaker::Memory as u8, Ordering::Relaxed);
        }
    });
}

#[inline(always)]
pub(super) fn count_untracked() {
    with(|state| state.untracked.set(state.untracked.get() + 1));
}

/// Makes the collector know an object that it does not know.
#[inline(always)]
pub(super) fn track(header: NonNull<Header>) {
    with(|state| {
        let pushed = state.tracked.push(header);
        if pushed != Pushed::Quietly {
            state.after_push(pushed);
        }
    });
}

/// Tracks an object that was untracked for what it held.
pub(super) fn track_again(header: NonNull<Header>) {
    with(|state| state.untracked.set(state.untracked.get() - 1));
    track(header);
}

/// Frees an object, or queues it for its finaliser; puts it off where drops nest too deep.
///
/// # Safety
/// The object's count is zero and nobody else will free it.
#[inline(never)]
pub(super) unsafe fn destroy(header: NonNull<Header>) {
    // SAFETY: the object lives until its own type's function frees it.
    with(|state| unsafe { (header.as_ref().info.destroy)(state, header) });
}

/// As [`destroy`], for objects of one type.
///
/// # Safety
/// As [`destroy`]; the object is a `T`.
pub(super) unsafe fn destroy_as<T: HeapType>(state: &State, header: NonNull<Header>) {
    // What is never tracked holds no references that could nest deep.
    if T::TRACKED && state.depth.get() >= MAX_DEPTH {
        return state.put_off(header);
    }
    // SAFETY: the object lives until its memory is given back at the end.
    unsafe {
        let head = header.as_ref();
        if T::FINALIZED && !head.has(FINALIZED) && header.cast::<GcBox<T>>().as_ref().value.finalize() {
            return state.queue_finalizer(header);
        }
        if head.has(WEAK) {
            weak::clear(header);
        }
        if T::TRACKED && head.index() != UNTRACKED {
            state.tracked.remove(header);
        } else {
            state.untracked.set(state.untracked.get() - 1);
        }
        if !T::TRACKED {
            return GcBox::<T>::free(header);
        }
        let depth = state.depth.get();
        state.depth.set(depth + 1);
        GcBox::<T>::free(header);
        state.depth.set(depth);
        if depth == 0 && state.is_behind.get() {
            state.catch_up();
        }
    }
}
