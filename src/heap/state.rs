//! A thread's heap: its tracked objects, what waits to be freed or finalised, and when a collection is due.
//!
//! The tracked objects stand in one array, old ones first; an object's header holds its index, so that a collection needs no
//! marks in the objects: its side tables are indexed alike.

use std::alloc::dealloc;
use std::cell::{Cell, RefCell};
use std::mem::ManuallyDrop;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicU8, Ordering};

use super::gc::Erased;
use super::header::{FINALIZED, Header, UNTRACKED, WEAK};
use super::weak;

/// How many drops may nest before the rest is put off.
pub(super) const MAX_DEPTH: u32 = 64;
/// Tracked objects that there is room for from the start. Room that is not used costs nothing, but an array that moves while it grows leaves
/// holes behind that are a good part of the memory of a program with many small objects.
const RESERVED: usize = 32 << 20;
/// Young objects that make a collection due.
const YOUNG_LIMIT: usize = 10_000;

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
}

pub(super) struct State {
    /// Tracked objects; those before `old` survived a collection.
    pub objects: RefCell<ManuallyDrop<Vec<NonNull<Header>>>>,
    pub old: Cell<usize>,
    /// Size of the old part after the last full collection.
    pub old_after_full: Cell<usize>,
    young_limit: Cell<usize>,
    enabled: Cell<bool>,
    /// Other threads may set it, so it outlives this one.
    breaker: Cell<Option<&'static AtomicU8>>,
    live: Cell<usize>,
    depth: Cell<u32>,
    deferred: RefCell<ManuallyDrop<Vec<NonNull<Header>>>>,
    finalizable: RefCell<ManuallyDrop<Vec<Erased>>>,
}

thread_local! {
    static STATE: State = const {
        State {
            objects: RefCell::new(ManuallyDrop::new(Vec::new())),
            old: Cell::new(0),
            old_after_full: Cell::new(0),
            young_limit: Cell::new(YOUNG_LIMIT),
            enabled: Cell::new(true),
            breaker: Cell::new(None),
            live: Cell::new(0),
            depth: Cell::new(0),
            deferred: RefCell::new(ManuallyDrop::new(Vec::new())),
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
    with(|state| state.live.get())
}

/// Objects of this thread's heap that the collector knows: young, old.
pub fn tracked_objects() -> (usize, usize) {
    with(|state| (state.objects.borrow().len() - state.old.get(), state.old.get()))
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
        state.objects.borrow().iter().any(|header| {
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
    with(|state| state.enabled.replace(enabled))
}

/// The stress switch: with `true` a collection is due after every allocation of a tracked object.
pub fn set_stress(stress: bool) {
    with(|state| state.young_limit.set(if stress { 0 } else { YOUNG_LIMIT }));
}

/// Whether the young part is full, and whether the old one has grown enough for a full collection.
pub fn collection_due() -> Option<super::Collection> {
    with(|state| {
        let (young, old) = (state.objects.borrow().len() - state.old.get(), state.old.get());
        if young <= state.young_limit.get() || !state.enabled.get() {
            return None;
        }
        let grown = old > state.old_after_full.get() + state.old_after_full.get() / 2 + YOUNG_LIMIT;
        Some(if grown || state.young_limit.get() == 0 { super::Collection::Full } else { super::Collection::Young })
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
}

#[inline(always)]
pub(super) fn count_untracked() {
    with(|state| state.live.set(state.live.get() + 1));
}

#[inline(always)]
pub(super) fn track(header: NonNull<Header>) {
    with(|state| {
        state.live.set(state.live.get() + 1);
        let mut objects = state.objects.borrow_mut();
        // SAFETY: the object was just made.
        unsafe { header.as_ref() }.set_index(objects.len() as u32);
        if objects.capacity() == 0 {
            objects.reserve_exact(RESERVED);
        }
        objects.push(header);
        if objects.len() - state.old.get() > state.young_limit.get() && state.enabled.get() {
            state.request(Breaker::Collect);
        }
    });
}

fn untrack(state: &State, header: NonNull<Header>) {
    // SAFETY (all below): tracked headers head living objects.
    let index = unsafe { header.as_ref() }.index();
    if index == UNTRACKED {
        return;
    }
    let mut objects = state.objects.borrow_mut();
    let mut hole = index as usize;
    if hole < state.old.get() {
        let last_old = state.old.get() - 1;
        objects[hole] = objects[last_old];
        unsafe { objects[hole].as_ref() }.set_index(hole as u32);
        hole = last_old;
        state.old.set(last_old);
    }
    objects.swap_remove(hole);
    if let Some(moved) = objects.get(hole) {
        unsafe { moved.as_ref() }.set_index(hole as u32);
    }
    unsafe { header.as_ref() }.set_index(UNTRACKED);
}

/// Frees an object, or queues it for its finaliser; puts it off where drops nest too deep.
///
/// # Safety
/// The object's count is zero and nobody else will free it.
#[inline(never)]
pub(super) unsafe fn destroy(header: NonNull<Header>) {
    with(|state| {
        // SAFETY: the object lives until `free`.
        let info = unsafe { header.as_ref() }.info;
        if !info.tracked {
            // SAFETY: passed on; what is not tracked holds no references that could nest deep.
            return unsafe { free(state, header) };
        }
        if state.depth.get() >= MAX_DEPTH {
            state.deferred.borrow_mut().push(header);
            return;
        }
        state.depth.set(state.depth.get() + 1);
        // SAFETY: passed on.
        unsafe { free(state, header) };
        state.depth.set(state.depth.get() - 1);
        if state.depth.get() == 0 {
            drain(state);
        }
    });
}

/// Frees what was put off.
fn drain(state: &State) {
    loop {
        let Some(header) = state.deferred.borrow_mut().pop() else { return };
        state.depth.set(1);
        // SAFETY: its count was zero when it was put off, and only this frees it.
        unsafe { free(state, header) };
        state.depth.set(0);
    }
}

/// # Safety
/// As [`destroy`].
unsafe fn free(state: &State, header: NonNull<Header>) {
    // SAFETY: the object lives until its memory is given back at the end.
    unsafe {
        let head = header.as_ref();
        let info = head.info;
        if info.finalized && !head.has(FINALIZED) && (info.finalize)(header) {
            state.queue_finalizer(header);
            return;
        }
        if head.has(WEAK) {
            weak::clear(header);
        }
        if info.tracked {
            untrack(state, header);
        }
        let layout = (info.drop_value)(header);
        state.live.set(state.live.get() - 1);
        dealloc(header.as_ptr().cast(), layout);
    }
}
