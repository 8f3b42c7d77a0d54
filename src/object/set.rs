//! `set` and `frozenset`: an open-addressed table that is probed and resized as CPython's, because a set is iterated in the
//! order of its table and programs print sets of numbers.

use std::cell::{Cell, RefCell};

use super::dict::{Asked, Found};
use super::key::{quick_eq, quick_hash};
use super::object_kind;
use crate::heap::{self, Gc, HeapType, Visitor};
use crate::value::Value;

/// Smallest table.
const MIN_SIZE: usize = 8;
/// Neighbours that are looked at before the next jump.
const LINEAR_PROBES: usize = 9;
/// Bits of the hash that each jump mixes in.
const PERTURB_SHIFT: u32 = 5;
/// Slots of a table that grows without being asked whether there is memory.
const UNASKED: usize = 1 << 11;
/// The hash that marks a slot whose key was removed.
const DUMMY: i64 = -1;

#[derive(Clone, Default)]
struct Slot {
    hash: i64,
    key: Value,
}

impl Slot {
    fn is_unused(&self) -> bool {
        self.hash == 0 && !self.key.is_set()
    }
}

/// The slots that a hash is looked for in, in order: the next one, where its row of neighbours begins, and what the next row follows from.
#[derive(Clone, Copy)]
pub struct Walk {
    at: usize,
    start: usize,
    perturb: u64,
}

impl Walk {
    #[inline(always)]
    fn new(hash: i64, mask: usize) -> Walk {
        let start = hash as usize & mask;
        Walk { at: start, start, perturb: hash as u64 }
    }

    /// The last slot of the row.
    #[inline(always)]
    fn last(&self, mask: usize) -> usize {
        if self.start + LINEAR_PROBES <= mask { self.start + LINEAR_PROBES } else { self.start }
    }

    #[inline(always)]
    fn jump(&mut self, mask: usize) {
        self.perturb >>= PERTURB_SHIFT;
        self.start = self.start.wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb as usize) & mask;
        self.at = self.start;
    }
}

/// Whether two keys are the same int or the same object.
#[inline(always)]
fn identical(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => a == b,
        (Value::Object(_, a), Value::Object(_, b)) => a.address() == b.address(),
        _ => false,
    }
}

/// Equality of keys, where it is known without running scripts.
#[inline]
fn quick_same(a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a == b),
        _ if a.same(b) => Some(true),
        _ => quick_eq(a, b),
    }
}

/// Where a key is in a table, or would go.
enum Spot {
    There,
    /// Only scripts can tell whether it is there.
    Unsure,
    /// It is not there, and the search has passed slots of removed keys.
    Passed,
    /// It is not there, and this slot ends the search.
    Free(usize),
}

/// The table of a set.
#[derive(Clone)]
pub struct SetStorage {
    slots: Vec<Slot>,
    used: usize,
    /// Used slots and dummies.
    fill: usize,
    /// Where `pop` goes on.
    finger: usize,
    /// How often the table was made anew.
    layout: u32,
}

impl Default for SetStorage {
    #[inline]
    fn default() -> SetStorage {
        SetStorage::with_slots(MIN_SIZE)
    }
}

/// So many unused slots.
#[inline]
fn unused_slots(count: usize) -> Vec<Slot> {
    // Not one by one from a model: only what tells that a slot is unused is written.
    (0..count).map(|_| Slot::default()).collect()
}

/// A set.
#[derive(Default)]
pub struct Set(pub RefCell<SetStorage>);

/// A frozenset and its hash, once it is known.
pub struct FrozenSet {
    /// The table; never changed after construction.
    pub storage: SetStorage,
    /// The hash, 0 while unknown.
    pub hash: Cell<i64>,
}

impl HeapType for Set {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.borrow().iter().for_each(|key| key.trace(visitor));
    }
    fn clear(&self) {
        drop(self.0.take());
    }
}
object_kind!(Set, Set);

impl HeapType for FrozenSet {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.storage.iter().for_each(|key| key.trace(visitor));
    }
}
object_kind!(FrozenSet, FrozenSet);

impl Set {
    /// A set of a table.
    pub fn new(storage: SetStorage) -> Gc<Set> {
        Gc::new(Set(RefCell::new(storage)))
    }
}

impl FrozenSet {
    /// A frozenset of a table.
    pub fn new(storage: SetStorage) -> Gc<FrozenSet> {
        Gc::new(FrozenSet { storage, hash: Cell::new(0) })
    }
}

/// Slots of a table for more keys than this.
#[inline]
fn size_above(minimum: usize) -> usize {
    let mut size = MIN_SIZE;
    while size <= minimum {
        size <<= 1;
    }
    size
}

impl SetStorage {
    /// An empty table with so many slots.
    #[inline]
    fn with_slots(count: usize) -> SetStorage {
        SetStorage { slots: unused_slots(count), used: 0, fill: 0, finger: 0, layout: 0 }
    }

    /// Number of keys.
    pub fn len(&self) -> usize {
        self.used
    }

    /// Whether there are no keys.
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// The keys in table order.
    pub fn iter(&self) -> impl Iterator<Item = &Value> {
        self.slots.iter().map(|slot| &slot.key).filter(|key| key.is_set())
    }

    /// The keys with their hashes, in table order.
    pub fn hashed(&self) -> impl Iterator<Item = (i64, &Value)> {
        self.slots.iter().filter(|slot| slot.key.is_set()).map(|slot| (slot.hash, &slot.key))
    }

    /// The first key at or after a place of the table, and the place after it.
    pub fn next_from(&self, place: usize) -> Option<(usize, &Value)> {
        let rest = self.slots.get(place..)?;
        rest.iter().position(|slot| slot.key.is_set()).map(|skipped| (place + skipped + 1, &self.slots[place + skipped].key))
    }

    /// The key at a place that [`SetStorage::find`] gave.
    pub fn key_at(&self, place: usize) -> &Value {
        &self.slots[place].key
    }

    /// The first key at or after a place of the table with its hash, and the place after it.
    #[inline]
    pub fn next_hashed(&self, place: usize) -> Option<(usize, i64, &Value)> {
        let rest = self.slots.get(place..)?;
        let skipped = rest.iter().position(|slot| slot.key.is_set())?;
        Some((place + skipped + 1, rest[skipped].hash, &rest[skipped].key))
    }

    /// Finds a key; none where only scripts can tell.
    #[inline]
    pub fn find_plain(&self, hash: i64, key: &Value) -> Option<Option<usize>> {
        // Mostly it is in the first slot, or that is unused.
        let place = hash as usize & (self.slots.len() - 1);
        let slot = &self.slots[place];
        if slot.is_unused() {
            return Some(None);
        }
        if slot.hash == hash && identical(&slot.key, key) {
            return Some(Some(place));
        }
        self.find_further(hash, key)
    }

    fn find_further(&self, hash: i64, key: &Value) -> Option<Option<usize>> {
        let mut unsure = false;
        let ended = self.probe(hash, |_, slot| {
            slot.hash == hash && slot.key.is_set() && {
                let known = quick_same(&slot.key, key);
                unsure |= known.is_none();
                known == Some(true)
            }
        });
        match ended {
            Ok(place) => Some(Some(place)),
            Err(_) if unsure => None,
            Err(_) => Some(None),
        }
    }

    /// Finds a key as far as that goes without running scripts.
    #[inline]
    pub fn find(&self, hash: i64, key: &Value) -> Found<Walk> {
        self.find_on(Walk::new(hash, self.slots.len() - 1), hash, key)
    }

    /// Goes on with a search, after the machine found the key that it asked about to be another one, or begins it again where the table was
    /// changed meanwhile.
    pub fn find_after(&self, asked: &Asked<Walk>, hash: i64, key: &Value) -> Found<Walk> {
        if self.holds(asked) { self.find_on(asked.trail, hash, key) } else { self.find(hash, key) }
    }

    /// Whether the key that a search asked about is where it was.
    pub fn holds(&self, asked: &Asked<Walk>) -> bool {
        asked.layout == self.layout && self.slots.get(asked.place).is_some_and(|slot| slot.key.same(&asked.key))
    }

    #[inline(always)]
    fn find_on(&self, mut walk: Walk, hash: i64, key: &Value) -> Found<Walk> {
        let mask = self.slots.len() - 1;
        loop {
            for place in walk.at..=walk.last(mask) {
                let slot = &self.slots[place];
                if slot.hash == hash && slot.key.is_set() {
                    match quick_same(&slot.key, key) {
                        Some(true) => return Found::At(place),
                        Some(false) => {}
                        None => {
                            let (trail, key) = (Walk { at: place + 1, ..walk }, slot.key.clone());
                            return Found::Ask(Asked { place, key, trail, layout: self.layout });
                        }
                    }
                } else if slot.is_unused() {
                    return Found::Absent;
                }
            }
            walk.jump(mask);
        }
    }

    /// Adds a key, as far as that goes without running scripts: whether it was new; the key comes back where scripts have to be asked.
    #[inline]
    pub fn add(&mut self, hash: i64, key: Value) -> Result<bool, Value> {
        match self.spot(hash, &key) {
            Spot::There => Ok(false),
            Spot::Unsure => Err(key),
            Spot::Passed => {
                self.insert_new(hash, key);
                Ok(true)
            }
            Spot::Free(place) => {
                self.fill_at(place, hash, key);
                Ok(true)
            }
        }
    }

    /// Adds a key whose hash is at hand: whether it was new; none where scripts have to be asked, or for much memory.
    #[inline]
    pub fn add_quick(&mut self, key: &Value) -> Option<bool> {
        self.add_hashed(quick_hash(key)?, key)
    }

    /// The same with its hash.
    #[inline]
    pub fn add_hashed(&mut self, hash: i64, key: &Value) -> Option<bool> {
        // Mostly it is in the first slot, or that is unused.
        let place = hash as usize & (self.slots.len() - 1);
        let slot = &self.slots[place];
        if slot.is_unused() {
            if self.slots.len() > UNASKED && self.is_full() {
                return None;
            }
            self.fill_at(place, hash, key.clone());
            return Some(true);
        }
        if slot.hash == hash && identical(&slot.key, key) {
            return Some(false);
        }
        match self.spot(hash, key) {
            Spot::There => Some(false),
            Spot::Unsure => None,
            _ if self.slots.len() > UNASKED && self.is_full() => None,
            Spot::Passed => {
                self.insert_new(hash, key.clone());
                Some(true)
            }
            Spot::Free(place) => {
                self.fill_at(place, hash, key.clone());
                Some(true)
            }
        }
    }

    /// Where a key is or would go.
    #[inline(always)]
    fn spot(&self, hash: i64, key: &Value) -> Spot {
        let (mut unsure, mut dummies) = (false, false);
        let ended = self.probe(hash, |_, slot| {
            if slot.hash != hash {
                dummies |= slot.hash == DUMMY;
                return false;
            }
            identical(&slot.key, key) || {
                let known = quick_same(&slot.key, key);
                unsure |= known.is_none();
                known == Some(true)
            }
        });
        match ended {
            Ok(_) => Spot::There,
            Err(_) if unsure => Spot::Unsure,
            Err(_) if dummies => Spot::Passed,
            Err(place) => Spot::Free(place),
        }
    }

    /// Whether one key more makes the table grow.
    #[inline(always)]
    fn is_full(&self) -> bool {
        (self.fill + 1) * 5 >= (self.slots.len() - 1) * 3
    }

    /// Adds a key that is known to be absent.
    pub fn insert_new(&mut self, hash: i64, key: Value) {
        // The key goes where the search passed the last removed one, or else to the unused slot that ends it.
        let mut dummy = None;
        let ended = self.probe(hash, |place, slot| {
            if slot.hash == DUMMY && !slot.key.is_set() {
                dummy = Some(place);
            }
            false
        });
        if let Some(place) = dummy {
            self.slots[place] = Slot { hash, key };
            self.used += 1;
            return;
        }
        if let Err(place) = ended {
            self.fill_at(place, hash, key);
        }
    }

    /// Puts a key into an unused slot.
    #[inline]
    fn fill_at(&mut self, place: usize, hash: i64, key: Value) {
        self.slots[place] = Slot { hash, key };
        self.fill += 1;
        self.used += 1;
        if self.fill * 5 >= (self.slots.len() - 1) * 3 {
            self.resize(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
        }
    }

    /// Removes the key at a place.
    pub fn remove_at(&mut self, place: usize) -> Value {
        let slot = &mut self.slots[place];
        slot.hash = DUMMY;
        self.used -= 1;
        std::mem::take(&mut slot.key)
    }

    /// Removes some key.
    pub fn pop(&mut self) -> Option<Value> {
        if self.used == 0 {
            return None;
        }
        let mask = self.slots.len() - 1;
        let mut place = self.finger & mask;
        while !self.slots[place].key.is_set() {
            place = (place + 1) & mask;
        }
        self.finger = place + 1;
        Some(self.remove_at(place))
    }

    /// Makes room before `more` keys are added from another set, as a union does.
    pub fn reserve(&mut self, more: usize) {
        if (self.fill + more) * 5 >= (self.slots.len() - 1) * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    /// Whether no key was added since the table was made.
    pub fn is_fresh(&self) -> bool {
        self.fill == 0
    }

    /// A table with the same keys, as CPython copies one: removed keys leave no trace.
    pub fn copied(&self) -> SetStorage {
        self.copied_to(MIN_SIZE)
    }

    /// What a fresh table becomes when all keys of another one are added.
    pub fn copied_over(&self, other: &SetStorage) -> SetStorage {
        other.copied_to(self.slots.len())
    }

    /// What an empty table of so many slots becomes when all keys are added.
    fn copied_to(&self, mut size: usize) -> SetStorage {
        let other = self;
        if other.used * 5 >= (size - 1) * 3 {
            size = size_above(other.used * 2);
        }
        if size == other.slots.len() && other.fill == other.used {
            return SetStorage { finger: 0, ..other.clone() };
        }
        let mut copy = SetStorage::with_slots(size);
        for (hash, key) in other.hashed() {
            let place = copy.free_place(hash);
            copy.slots[place] = Slot { hash, key: key.clone() };
        }
        (copy.used, copy.fill) = (other.used, other.used);
        copy
    }

    /// Rebuilds the table where more than a quarter of it is traces of removed keys.
    pub fn shed_dummies(&mut self) {
        if self.fill - self.used > (self.slots.len() - 1) / 4 {
            self.resize(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
        }
    }

    /// Calls `hit` with the slots of a hash's probe sequence: the place that it accepts, or else the unused one that ends it.
    #[inline(always)]
    fn probe(&self, hash: i64, mut hit: impl FnMut(usize, &Slot) -> bool) -> Result<usize, usize> {
        let mask = self.slots.len() - 1;
        let mut walk = Walk::new(hash, mask);
        loop {
            for place in walk.at..=walk.last(mask) {
                let slot = &self.slots[place];
                if slot.is_unused() {
                    return Err(place);
                }
                if hit(place, slot) {
                    return Ok(place);
                }
            }
            walk.jump(mask);
        }
    }

    fn resize(&mut self, minimum: usize) {
        let Some(slots) = self.table(size_above(minimum)) else { return heap::request_memory_error() };
        self.layout += 1;
        let old = std::mem::replace(&mut self.slots, slots);
        self.fill = self.used;
        for slot in old.into_iter().filter(|slot| slot.key.is_set()) {
            let place = self.free_place(slot.hash);
            self.slots[place] = slot;
        }
    }

    /// A table of so many slots; none where there is no memory for it and the present one has some left: then MemoryError is raised soon, and
    /// the next key asks again.
    fn table(&self, size: usize) -> Option<Vec<Slot>> {
        let mut slots = Vec::new();
        if heap::grow_exact(&mut slots, size).is_err() && self.fill + 2 < self.slots.len() && size > self.slots.len() {
            return None;
        }
        slots.extend((0..size).map(|_| Slot::default()));
        Some(slots)
    }

    /// Where a key goes that is in none of the slots, none of which is a removed key's.
    #[inline]
    fn free_place(&self, hash: i64) -> usize {
        let mask = self.slots.len() - 1;
        let mut walk = Walk::new(hash, mask);
        if !self.slots[walk.at].key.is_set() {
            return walk.at;
        }
        loop {
            let row = &self.slots[walk.at..=walk.last(mask)];
            if let Some(free) = row.iter().position(|slot| !slot.key.is_set()) {
                return walk.at + free;
            }
            walk.jump(mask);
        }
    }
}
