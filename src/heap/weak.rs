//! Weak references: a cell per target, kept beside the heap, emptied when the target dies.

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::ptr::NonNull;
use std::rc::Rc;

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use super::gc::Gc;
use super::header::{Header, HeapType, WEAK};
use super::state::{self, Breaker};

type Target = Rc<Cell<Option<NonNull<Header>>>>;

thread_local! {
    static TARGETS: RefCell<HashMap<NonNull<Header>, Target, FxBuildHasher>> = const { RefCell::new(HashMap::with_hasher(FxBuildHasher)) };
    static DEAD: Cell<bool> = const { Cell::new(false) };
}

/// A weak reference to an object of type `T`.
pub struct Weak<T: HeapType> {
    target: Target,
    kind: PhantomData<Gc<T>>,
}

impl<T: HeapType> Clone for Weak<T> {
    fn clone(&self) -> Weak<T> {
        Weak { target: self.target.clone(), kind: PhantomData }
    }
}

impl<T: HeapType> Weak<T> {
    /// A weak reference to `object`.
    pub fn new(object: &Gc<T>) -> Weak<T> {
        let header = object.header_ptr();
        // SAFETY: `object` keeps it alive.
        unsafe { header.as_ref() }.set(WEAK);
        let target = TARGETS
            .with_borrow_mut(|targets| targets.entry(header).or_insert_with(|| Rc::new(Cell::new(Some(header)))).clone());
        Weak { target, kind: PhantomData }
    }

    /// The object, unless it is gone.
    pub fn upgrade(&self) -> Option<Gc<T>> {
        // SAFETY: the cell is emptied before its object is freed.
        self.target.get().map(|header| unsafe { Gc::retained(header) })
    }

    /// Whether the object is gone.
    pub fn is_dead(&self) -> bool {
        self.target.get().is_none()
    }
}

/// Empties the weak references to an object that dies.
pub(super) fn clear(header: NonNull<Header>) {
    // A thread that ends has no more table; nothing can look then either.
    let target = TARGETS.try_with(|targets| targets.borrow_mut().remove(&header)).ok().flatten();
    if let Some(target) = target {
        target.set(None);
        DEAD.set(true);
        state::with(|heap| heap.request(Breaker::Finalize));
    }
    // SAFETY: the object is not freed yet.
    unsafe { header.as_ref() }.unset(WEAK);
}

/// Whether weak references died since the last call (their callbacks are due).
pub fn take_dead_weak() -> bool {
    DEAD.replace(false)
}
