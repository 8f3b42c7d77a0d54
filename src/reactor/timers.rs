//! Deadlines in order: a binary heap with lazy cancellation, swept as asyncio's.
//!
//! Invariant: a heap item is live exactly when its slot still holds the item's sequence number, so cancelling is
//! one store, and identifiers of timers that are gone can never hit a later timer in the same slot. Sequence
//! numbers also order timers of equal deadline by insertion, unless both were given that very deadline.

use super::heap::{Heap, Sifted};

/// A slot that holds no timer.
const FREE: u64 = u64::MAX;

/// Up to this many heap items cancelled ones are not worth sweeping out.
const SWEEP_THRESHOLD: usize = 100;

/// Names a timer; stays unique after the timer is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TimerId {
    sequence: u64,
    slot: u32,
}

impl TimerId {
    /// A small dense number, unique among live timers: an index for a table kept beside them. It may be given
    /// anew once the timer was reported due or cancelled.
    #[must_use]
    pub fn slot(self) -> usize {
        self.slot as usize
    }
}

/// What decides between timers of equal deadline.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ties {
    /// Which was added first: the deadline is a delay from the present instant, which goes on even where the clock doesn't show it.
    Insertion,
    /// The heap, as it happens to stand: the instant itself was given.
    Heap,
}

#[derive(Clone, Copy)]
struct Item {
    deadline: i64,
    sequence: u64,
    slot: u32,
    ties: Ties,
}

impl Sifted for Item {
    fn before(&self, other: &Item) -> bool {
        let ordered = self.ties == Ties::Insertion || other.ties == Ties::Insertion;
        self.deadline < other.deadline || (self.deadline == other.deadline && ordered && self.sequence < other.sequence)
    }
}

/// A set of timers.
#[derive(Default)]
pub struct Timers {
    heap: Heap<Item>,
    /// The sequence number of the timer in each slot.
    slots: Vec<u64>,
    free: Vec<u32>,
    next_sequence: u64,
}

impl Timers {
    /// An empty set; allocates nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a timer that is due at `deadline`, in seconds. Infinite (or NaN) deadlines never come.
    pub fn add(&mut self, deadline: f64, ties: Ties) -> TimerId {
        let sequence = self.next_sequence;
        self.next_sequence += 1;
        let slot = match self.free.pop() {
            Some(slot) => {
                self.slots[slot as usize] = sequence;
                slot
            }
            None => {
                self.slots.push(sequence);
                u32::try_from(self.slots.len() - 1).expect("four thousand million timers need more memory than there is")
            }
        };
        self.heap.push(Item { deadline: ordered(deadline), sequence, slot, ties });
        TimerId { sequence, slot }
    }

    /// Removes a timer. False if it was already due or cancelled.
    pub fn cancel(&mut self, id: TimerId) -> bool {
        if !self.is_live(id) {
            return false;
        }
        self.release(id.slot);
        true
    }

    /// Whether the timer is neither due nor cancelled yet.
    #[must_use]
    pub fn is_live(&self, id: TimerId) -> bool {
        self.slots.get(id.slot as usize) == Some(&id.sequence)
    }

    /// How many timers wait.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots.len() - self.free.len()
    }

    /// Whether no timer waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The earliest deadline, in seconds. Cancelled timers are swept out here.
    pub fn next_deadline(&mut self) -> Option<f64> {
        if self.heap.len() > SWEEP_THRESHOLD && 2 * self.len() < self.heap.len() {
            let slots = &self.slots;
            self.heap.retain(|item| slots[item.slot as usize] == item.sequence);
        }
        while let Some(item) = self.heap.first() {
            if self.slots[item.slot as usize] == item.sequence {
                return Some(instant(item.deadline));
            }
            self.heap.pop();
        }
        None
    }

    /// Moves all timers with a deadline before `limit` to the end of `due`, earliest first.
    pub fn pop_due(&mut self, limit: f64, due: &mut Vec<TimerId>) {
        let limit = ordered(limit);
        while let Some(&item) = self.heap.first() {
            if item.deadline >= limit {
                break;
            }
            self.heap.pop();
            if self.slots[item.slot as usize] == item.sequence {
                self.release(item.slot);
                due.push(TimerId { sequence: item.sequence, slot: item.slot });
            }
        }
    }

    fn release(&mut self, slot: u32) {
        self.slots[slot as usize] = FREE;
        self.free.push(slot);
    }
}

/// Maps floats to integers of the same order (that of `f64::total_cmp`, with -0.0 equal to 0.0, NaN last).
fn ordered(instant: f64) -> i64 {
    let positive_nan = if instant.is_nan() { f64::NAN.abs() } else { instant + 0.0 };
    flip(positive_nan.to_bits().cast_signed())
}

/// The inverse of [`ordered`].
fn instant(ordered: i64) -> f64 {
    f64::from_bits(flip(ordered).cast_unsigned())
}

/// Flips the magnitude of negative numbers, whose bits as floats grow away from zero. Its own inverse.
fn flip(bits: i64) -> i64 {
    bits ^ ((bits >> 63).cast_unsigned() >> 1).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(timers: &mut Timers, limit: f64) -> Vec<TimerId> {
        let mut due = Vec::new();
        timers.pop_due(limit, &mut due);
        due
    }

    #[test]
    fn due_timers_come_by_deadline_and_then_by_insertion() {
        let mut timers = Timers::new();
        let late = timers.add(2.0, Ties::Insertion);
        let first = timers.add(1.0, Ties::Insertion);
        let second = timers.add(1.0, Ties::Insertion);
        let negative = timers.add(-5.0, Ties::Insertion);
        assert_eq!(timers.next_deadline(), Some(-5.0));
        assert_eq!(due(&mut timers, 1.5), [negative, first, second]);
        assert_eq!(due(&mut timers, 2.0), [], "a limit is exclusive");
        assert_eq!(due(&mut timers, 2.1), [late]);
        assert!(timers.is_empty());
        assert_eq!(timers.next_deadline(), None);
    }

    #[test]
    fn equal_instants_come_as_the_heap_stands() {
        let mut timers = Timers::new();
        let ids: Vec<TimerId> = (0..5).map(|_| timers.add(1.0, Ties::Heap)).collect();
        assert_eq!(due(&mut timers, 1.5), [ids[0], ids[2], ids[4], ids[1], ids[3]]);
    }

    #[test]
    fn zeros_are_equal_and_nan_and_infinity_never_come() {
        let mut timers = Timers::new();
        timers.add(-f64::NAN, Ties::Insertion);
        timers.add(f64::INFINITY, Ties::Insertion);
        let plus = timers.add(0.0, Ties::Insertion);
        let minus = timers.add(-0.0, Ties::Insertion);
        assert_eq!(due(&mut timers, 1e300), [plus, minus]);
        assert_eq!(timers.next_deadline(), Some(f64::INFINITY));
    }

    #[test]
    fn cancelled_timers_are_not_reported_and_their_ids_stay_dead() {
        let mut timers = Timers::new();
        let gone = timers.add(1.0, Ties::Insertion);
        assert!(timers.cancel(gone));
        assert!(!timers.cancel(gone));
        let reuser = timers.add(2.0, Ties::Insertion);
        assert_eq!(reuser.slot(), gone.slot());
        assert!(!timers.is_live(gone));
        assert!(!timers.cancel(gone));
        assert_eq!(due(&mut timers, 9.0), [reuser]);
        assert!(!timers.cancel(reuser));
    }

    #[test]
    fn a_hundred_thousand_timers_with_cancellation_keep_the_heap_small() {
        let mut timers = Timers::new();
        let mut kept = Vec::new();
        for index in 0..100_000_u32 {
            let id = timers.add(f64::from(index.wrapping_mul(2_654_435_761) % 1000), Ties::Insertion);
            if index % 10 == 0 {
                kept.push(id);
            } else {
                timers.cancel(id);
            }
        }
        assert_eq!(timers.len(), kept.len());
        assert_eq!(timers.next_deadline(), Some(0.0));
        assert!(timers.heap.len() <= 2 * kept.len() + SWEEP_THRESHOLD);
        let due = due(&mut timers, 1e9);
        assert_eq!(due.len(), kept.len());
        assert!(timers.slots.len() <= kept.len() + 1);
    }
}
