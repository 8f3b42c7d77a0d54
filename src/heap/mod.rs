//! The heap: counted references, a collector for cycles, finalisers, weak references.
//!
//! Every object starts with one [`Header`]; a [`Gc<T>`] is a counted pointer to it and an [`Erased`] the same without its type.
//! Counts are not atomic: a heap belongs to a thread, and its state is that thread's. Nothing here knows what a `Value` is:
//! types describe themselves through [`HeapType`].
//!
//! Invariants: an object is freed exactly when its count reaches zero, never by recursion deeper than [`state::MAX_DEPTH`]; the code of
//! scripts never runs inside a drop (finalisers are queued, and the machine runs them at its next safe point).
#![allow(unsafe_code)]

mod allocator;
mod blocks;
mod collect;
mod gc;
mod header;
#[cfg(not(feature = "system-allocator"))]
mod mimalloc;
mod reserve;
mod state;
#[cfg(feature = "system-allocator")]
mod system;
mod tracked;
mod weak;

pub use allocator::{Allocator, give_back_soon};
pub use blocks::{allocate, release};
pub use collect::{Collection, collect};
pub use gc::{Dead, Erased, Gc};
pub use header::{HeapType, Visitor};
pub use reserve::{NoMemory, affordable, can_have, fallible, grow, grow_exact, grow_text, keep_reserve, replenish, shrink};
pub use state::{
    Breaker, breaker, collection_due, live_objects, request_memory_error, set_enabled, set_stress, take_finalizable,
    tracked_objects, wants_finalizers,
};
pub use weak::{ErasedWeak, Weak, take_bereaved, watchers};
