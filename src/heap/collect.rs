//! The cycle collector: trial deletion over the tracked objects.
//!
//! From each object's count the references that come from other candidates are taken off; what has any left is held from
//! outside, and so is all that it reaches. The rest is garbage: those that want a finaliser are queued (with all they reach,
//! which waits for a later collection), the others are cleared, and freed by their counts.

use std::ptr::NonNull;
use std::sync::atomic::Ordering;

use super::gc::Erased;
use super::header::{FINALIZED, Header, UNTRACKED, Visitor, WEAK};
use super::state::{self, Breaker, State};
use super::weak;

/// How much is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Collection {
    /// Objects made since the last collection.
    Young,
    /// All objects.
    Full,
}

/// Collects garbage; returns how many objects were found unreachable.
pub fn collect(what: Collection) -> usize {
    state::with(|heap| {
        state::breaker().fetch_and(!(Breaker::Collect as u8), Ordering::Relaxed);
        let from = if what == Collection::Full { 0 } else { heap.old.get() };
        let garbage = unreachable(&heap.objects.borrow()[from..], from);
        heap.old.set(heap.objects.borrow().len());
        let found = sweep(heap, &garbage);
        drop(garbage);
        if what == Collection::Full {
            heap.old_after_full.set(heap.old.get());
        }
        found
    })
}

/// Calls `visit` with the index among the candidates of each object that `header` refers to.
fn children(header: NonNull<Header>, from: usize, count: usize, visit: &mut dyn FnMut(usize)) {
    // SAFETY: candidates and what they refer to live.
    let mut each = |child: NonNull<Header>| {
        let index = unsafe { child.as_ref() }.index();
        if index != UNTRACKED && (index as usize) >= from && (index as usize) - from < count {
            visit(index as usize - from);
        }
    };
    unsafe { (header.as_ref().info.trace)(header, &mut Visitor { visit: &mut each }) };
}

/// Stands for the count of what something outside the candidates holds, directly or not.
const REACHED: u32 = u32::MAX;

/// The candidates that nothing outside them holds, directly or not. One number for each candidate is all the memory that this takes.
fn unreachable(candidates: &[NonNull<Header>], from: usize) -> Vec<Erased> {
    // SAFETY (all): candidates live.
    let mut outside: Vec<u32> = candidates.iter().map(|header| unsafe { header.as_ref() }.count.get()).collect();
    for header in candidates {
        children(*header, from, candidates.len(), &mut |child| outside[child] = outside[child].saturating_sub(1));
    }
    let mut work = Vec::new();
    for index in 0..candidates.len() {
        if ![0, REACHED].contains(&outside[index]) {
            outside[index] = REACHED;
            work.push(index as u32);
        }
        while let Some(index) = work.pop() {
            children(candidates[index as usize], from, candidates.len(), &mut |child| {
                if std::mem::replace(&mut outside[child], REACHED) != REACHED {
                    work.push(child as u32);
                }
            });
        }
    }
    let unreached = candidates.iter().zip(&outside).filter(|(_, outside)| **outside != REACHED);
    // The reference keeps an object alive while its neighbours are cleared.
    unreached.map(|(header, _)| unsafe { Erased::retained(*header) }).collect()
}

/// Finalises or clears the garbage; returns how many objects it was.
fn sweep(heap: &State, garbage: &[Erased]) -> usize {
    // SAFETY (all below): `garbage` holds references, so all of it lives.
    let waiting: Vec<&Erased> = garbage
        .iter()
        .filter(|object| {
            let header = object.header_ptr();
            let head = unsafe { header.as_ref() };
            head.info.finalized && !head.has(FINALIZED) && unsafe { (head.info.finalize)(header) }
        })
        .collect();
    if !waiting.is_empty() {
        // Their finalisers may use whatever they reach: all of it waits for the next collection.
        for object in waiting {
            heap.queue_finalizer(object.header_ptr());
        }
        return 0;
    }
    for object in garbage {
        let header = object.header_ptr();
        if unsafe { header.as_ref() }.info.watches {
            unsafe { (header.as_ref().info.clear)(header) };
        }
    }
    for object in garbage {
        let header = object.header_ptr();
        if unsafe { header.as_ref() }.has(WEAK) {
            weak::clear(header);
        }
    }
    for object in garbage {
        let header = object.header_ptr();
        unsafe { (header.as_ref().info.clear)(header) };
    }
    garbage.len()
}
