//! The cycle collector: trial deletion over the tracked objects.
//!
//! From each object's count the references that come from other candidates are taken off; what has any left is held from
//! outside, and so is all that it reaches. The rest is garbage: those that want a finaliser are queued (with all they reach,
//! which waits for a later collection), the others are cleared, and freed by their counts.

use std::ptr::NonNull;
use std::sync::atomic::Ordering;

use super::gc::Erased;
use super::header::{FINALIZED, Header, Visit, Visitor, WEAK};
use super::state::{self, Breaker, State};
use super::{blocks, reserve, weak};

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
        if what == Collection::Full {
            blocks::trim();
        }
        let from = if what == Collection::Full { 0 } else { heap.tracked.old() };
        untrack_atoms(heap, from);
        let looked = heap.tracked.len() - from;
        let garbage = unreachable(heap.tracked.from(from), from);
        let found = garbage.len();
        // What finalisers are to see is garbage too, though it waits.
        let swept = sweep(heap, &garbage);
        drop(garbage);
        heap.pace(what, looked, found);
        reserve::replenish();
        swept
    })
}

/// Untracks the frozen objects that hold nothing tracked.
fn untrack_atoms(heap: &State, from: usize) {
    // From the end, so that what takes the place of one that goes was looked at before.
    for index in (from..heap.tracked.len()).rev() {
        let Some(&header) = heap.tracked.from(index).first() else { continue };
        // SAFETY: tracked headers head living objects.
        let info = unsafe { header.as_ref() }.info;
        if info.frozen {
            let mut found = false;
            // SAFETY: as above.
            unsafe { (info.trace)(header, &mut Visitor(Visit::Probe(&mut found))) };
            if !found {
                heap.untrack(header);
            }
        }
    }
}

/// Stands for the count of what something outside the candidates holds, directly or not.
const REACHED: u32 = u32::MAX;

/// What is known of the objects that may be garbage: those from one index of the tracked ones on.
pub(super) struct Candidates {
    from: u32,
    /// How many references come from outside, or [`REACHED`].
    outside: Vec<u32>,
    /// Those reached whose own references are still to be followed.
    work: Vec<u32>,
}

impl Candidates {
    /// Takes off a reference that comes from another candidate.
    #[inline(always)]
    pub fn subtract(&mut self, index: u32) {
        // The index of what is not tracked is beyond all.
        if let Some(count) = self.outside.get_mut(index.wrapping_sub(self.from) as usize) {
            *count = count.saturating_sub(1);
        }
    }

    /// Notes that an object is reached.
    #[inline(always)]
    pub fn reach(&mut self, index: u32) {
        let index = index.wrapping_sub(self.from);
        if let Some(count) = self.outside.get_mut(index as usize)
            && *count != REACHED
        {
            *count = REACHED;
            self.work.push(index);
        }
    }
}

/// The candidates that nothing outside them holds, directly or not. Two numbers for each candidate are all the memory that this takes; where
/// there is none for them, nothing is found.
fn unreachable(objects: &[NonNull<Header>], from: usize) -> Vec<Erased> {
    let mut candidates = Candidates { from: from as u32, outside: Vec::new(), work: Vec::new() };
    if reserve::grow(&mut candidates.outside, objects.len()).is_err()
        || reserve::grow(&mut candidates.work, objects.len()).is_err()
    {
        return Vec::new();
    }
    // SAFETY (all): candidates live.
    candidates.outside.extend(objects.iter().map(|header| unsafe { header.as_ref() }.count.get()));
    for header in objects {
        unsafe { (header.as_ref().info.trace)(*header, &mut Visitor(Visit::Subtract(&mut candidates))) };
    }
    if !candidates.outside.contains(&0) {
        return Vec::new();
    }
    for index in 0..objects.len() {
        if candidates.outside[index] != 0 {
            candidates.reach(index as u32 + candidates.from);
        }
        while let Some(index) = candidates.work.pop() {
            let header = objects[index as usize];
            unsafe { (header.as_ref().info.trace)(header, &mut Visitor(Visit::Reach(&mut candidates))) };
        }
    }
    let unreached = objects.iter().zip(&candidates.outside).filter(|(_, outside)| **outside != REACHED);
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
