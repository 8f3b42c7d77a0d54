//! Weak references: a cell per target, kept beside the heap, emptied when the target dies. An object can also watch another: it is told
//! then.

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::ptr::NonNull;
use std::rc::Rc;

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use super::gc::{Erased, Gc};
use super::header::{GcBox, Header, HeapType, WEAK};
use super::state::{self, Breaker};

type Target = Rc<Cell<Option<NonNull<Header>>>>;

thread_local! {
    static TARGETS: RefCell<HashMap<NonNull<Header>, Target, FxBuildHasher>> = const { RefCell::new(HashMap::with_hasher(FxBuildHasher)) };
    /// Who watches whom, by who is watched; watchers in the order in which they began.
    static WATCHERS: RefCell<HashMap<NonNull<Header>, Vec<NonNull<Header>>, FxBuildHasher>> =
        const { RefCell::new(HashMap::with_hasher(FxBuildHasher)) };
    /// Watchers of what has died.
    static BEREAVED: RefCell<Vec<Erased>> = const { RefCell::new(Vec::new()) };
}

/// The cell of a target.
fn target(header: NonNull<Header>) -> Target {
    // SAFETY: the caller's reference keeps it alive.
    unsafe { header.as_ref() }.set(WEAK);
    TARGETS.with_borrow_mut(|targets| targets.entry(header).or_insert_with(|| Rc::new(Cell::new(Some(header)))).clone())
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
        Weak { target: target(object.header_ptr()), kind: PhantomData }
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

/// A weak reference to an object of some type.
pub struct ErasedWeak(Target);

impl ErasedWeak {
    /// A weak reference to `object`.
    pub fn new(object: &Erased) -> ErasedWeak {
        ErasedWeak(target(object.header_ptr()))
    }

    /// The object, unless it is gone.
    pub fn upgrade(&self) -> Option<Erased> {
        // SAFETY: the cell is emptied before its object is freed.
        self.0.get().map(|header| unsafe { Erased::retained(header) })
    }

    /// Lets an object watch the target: [`take_bereaved`] hands it out when the target dies.
    pub fn add_watcher<T: HeapType>(&self, watcher: &Gc<T>) {
        const { assert!(T::WATCHES) };
        if let Some(header) = self.0.get() {
            WATCHERS.with_borrow_mut(|watchers| watchers.entry(header).or_default().push(watcher.header_ptr()));
        }
    }

    /// Ends the watch of a heap object; each one that watches calls this before it is freed.
    pub fn remove_watcher<T: HeapType>(&self, watcher: &T) {
        let Some(header) = self.0.get() else { return };
        let own = std::ptr::from_ref(watcher).wrapping_byte_sub(std::mem::offset_of!(GcBox<T>, value));
        // A thread that ends has no more table.
        let _ = WATCHERS.try_with(|watchers| {
            let mut watchers = watchers.borrow_mut();
            if let Some(all) = watchers.get_mut(&header) {
                all.retain(|other| other.as_ptr().cast_const() != own.cast());
                if all.is_empty() {
                    watchers.remove(&header);
                }
            }
        });
    }
}

/// The objects that watch an object, in the order in which they began.
pub fn watchers(object: &Erased) -> Vec<Erased> {
    WATCHERS.with_borrow(|watchers| watchers.get(&object.header_ptr()).map_or_else(Vec::new, |all| alive(all).collect()))
}

/// Those that are not about to be freed.
fn alive(watchers: &[NonNull<Header>]) -> impl DoubleEndedIterator<Item = Erased> + '_ {
    // SAFETY: a watcher is taken off before it is freed; one whose count is zero waits for that.
    watchers
        .iter()
        .filter(|header| unsafe { header.as_ref() }.count.get() > 0)
        .map(|header| unsafe { Erased::retained(*header) })
}

/// Empties the weak references to an object that dies.
pub(super) fn clear(header: NonNull<Header>) {
    // A thread that ends has no more tables; nothing can look then either.
    if let Some(target) = TARGETS.try_with(|targets| targets.borrow_mut().remove(&header)).ok().flatten() {
        target.set(None);
    }
    if let Some(watchers) = WATCHERS.try_with(|watchers| watchers.borrow_mut().remove(&header)).ok().flatten() {
        // The youngest is told first.
        BEREAVED.with_borrow_mut(|bereaved| bereaved.extend(alive(&watchers).rev()));
        state::with(|heap| heap.request(Breaker::Finalize));
    }
    // SAFETY: the object is not freed yet.
    unsafe { header.as_ref() }.unset(WEAK);
}

/// The watchers of what died since the last call.
pub fn take_bereaved() -> Vec<Erased> {
    BEREAVED.take()
}
