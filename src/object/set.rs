//! `set` and `frozenset`: an open-addressed table that is probed and resized as CPython's, because a set is iterated in the
//! order of its table and programs print sets of numbers.
//!
//! A slot holds a key and a mark of its hash. The order follows from all bits of the hash, which mostly the key remembers or the mark says;
//! invariant: where one does neither (a script's `__hash__` may give any number), all hashes stand in a table of their own.

use std::borrow::Borrow;
use std::cell::{Cell, RefCell};

use super::dict::{Asked, Found};
use super::hashed::{HashedKey, copies, mark};
use super::key::{hash_at_hand, quick_eq};
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
pub struct SetStorage {
    slots: Box<[HashedKey]>,
    /// The hashes of the keys in all slots, where there is one that its key does not tell ([`HashedKey::hash`]).
    hashes: Option<Box<[i64]>>,
    used: u32,
    /// Used slots and dummies.
    fill: u32,
    /// Where `pop` goes on.
    finger: u32,
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
fn unused_slots(count: usize) -> Box<[HashedKey]> {
    // Not one by one from a model: only what tells that a slot is unused is written.
    (0..count).map(|_| HashedKey::default()).collect()
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
        SetStorage::of_slots(unused_slots(count))
    }

    #[inline]
    fn of_slots(slots: Box<[HashedKey]>) -> SetStorage {
        SetStorage { slots, hashes: None, used: 0, fill: 0, finger: 0, layout: 0 }
    }

    /// Number of keys.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.used as usize
    }

    /// Number of used slots and dummies.
    #[inline(always)]
    fn filled(&self) -> usize {
        self.fill as usize
    }

    /// The hash of the key at a place.
    #[inline(always)]
    fn hash_at(&self, place: usize) -> i64 {
        match &self.hashes {
            None => self.slots[place].hash(),
            Some(hashes) => hashes[place],
        }
    }

    /// Sees to it that the hash of the key that was just put into a slot is known.
    #[inline(always)]
    fn keep_hash(&mut self, place: usize, hash: i64) {
        if self.hashes.is_some() || !self.slots[place].tells(hash) {
            self.keep_hash_apart(place, hash);
        }
    }

    #[cold]
    fn keep_hash_apart(&mut self, place: usize, hash: i64) {
        let slots = &self.slots;
        self.hashes.get_or_insert_with(|| slots.iter().map(HashedKey::hash).collect())[place] = hash;
    }

    /// Whether there are no keys.
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// The keys in table order.
    pub fn iter(&self) -> impl Iterator<Item = &Value> {
        self.slots.iter().map(|slot| &**slot).filter(|key| key.is_set())
    }

    /// The keys with their hashes, in table order.
    pub fn hashed(&self) -> impl Iterator<Item = (i64, &Value)> {
        let live = self.slots.iter().enumerate().filter(|(_, slot)| slot.is_set());
        live.map(|(place, slot)| (self.hashes.as_ref().map_or_else(|| slot.hash(), |hashes| hashes[place]), &**slot))
    }

    /// The first key at or after a place of the table, and the place after it.
    pub fn next_from(&self, place: usize) -> Option<(usize, &Value)> {
        let rest = self.slots.get(place..)?;
        rest.iter().position(|slot| slot.is_set()).map(|skipped| (place + skipped + 1, &*self.slots[place + skipped]))
    }

    /// The key at a place that [`SetStorage::find`] gave.
    pub fn key_at(&self, place: usize) -> &Value {
        &self.slots[place]
    }

    /// The first key at or after a place of the table with its hash, and the place after it.
    #[inline]
    pub fn next_hashed(&self, place: usize) -> Option<(usize, i64, &Value)> {
        let rest = self.slots.get(place..)?;
        let skipped = rest.iter().position(|slot| slot.is_set())?;
        Some((place + skipped + 1, self.hash_at(place + skipped), &rest[skipped]))
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
        if slot.has(mark(hash)) && identical(slot, key) {
            return Some(Some(place));
        }
        self.find_further(hash, key)
    }

    fn find_further(&self, hash: i64, key: &Value) -> Option<Option<usize>> {
        let (mut unsure, mark) = (false, mark(hash));
        let ended = self.probe(hash, |_, slot| {
            slot.has(mark) && slot.is_set() && {
                let known = quick_same(slot, key);
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
        asked.layout == self.layout && self.slots.get(asked.place).is_some_and(|slot| slot.same(&asked.key))
    }

    #[inline(always)]
    fn find_on(&self, mut walk: Walk, hash: i64, key: &Value) -> Found<Walk> {
        let (mask, mark) = (self.slots.len() - 1, mark(hash));
        loop {
            for place in walk.at..=walk.last(mask) {
                let slot = &self.slots[place];
                if slot.has(mark) && slot.is_set() {
                    match quick_same(slot, key) {
                        Some(true) => return Found::At(place),
                        Some(false) => {}
                        None => {
                            let (trail, key) = (Walk { at: place + 1, ..walk }, Value::clone(slot));
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
        self.add_hashed(hash_at_hand(key)?, key)
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
        if slot.has(mark(hash)) && identical(slot, key) {
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
        let (mut unsure, mut dummies, mark) = (false, false, mark(hash));
        let ended = self.probe(hash, |_, slot| {
            if !slot.has(mark) || slot.is_removed() {
                dummies |= slot.is_removed();
                return false;
            }
            identical(slot, key) || {
                let known = quick_same(slot, key);
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
        (self.filled() + 1) * 5 >= (self.slots.len() - 1) * 3
    }

    /// Adds a key that is known to be absent.
    pub fn insert_new(&mut self, hash: i64, key: Value) {
        // The key goes where the search passed the last removed one, or else to the unused slot that ends it.
        let mut dummy = None;
        let ended = self.probe(hash, |place, slot| {
            if slot.is_removed() {
                dummy = Some(place);
            }
            false
        });
        if let Some(place) = dummy {
            self.slots[place] = HashedKey::new(mark(hash), key);
            self.keep_hash(place, hash);
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
        // There was no key: nothing to drop.
        std::mem::forget(std::mem::replace(&mut self.slots[place], HashedKey::new(mark(hash), key)));
        self.keep_hash(place, hash);
        self.fill += 1;
        self.used += 1;
        if self.filled() * 5 >= (self.slots.len() - 1) * 3 {
            self.resize(self.roomy());
        }
    }

    /// How many keys there is to be room for when the table is made anew.
    fn roomy(&self) -> usize {
        if self.len() > 50_000 { self.len() * 2 } else { self.len() * 4 }
    }

    /// Removes the key at a place.
    pub fn remove_at(&mut self, place: usize) -> Value {
        self.used -= 1;
        self.slots[place].remove()
    }

    /// Removes some key.
    pub fn pop(&mut self) -> Option<Value> {
        if self.used == 0 {
            return None;
        }
        let mask = self.slots.len() - 1;
        let mut place = self.finger as usize & mask;
        while !self.slots[place].is_set() {
            place = (place + 1) & mask;
        }
        self.finger = place as u32 + 1;
        Some(self.remove_at(place))
    }

    /// Makes room before `more` keys are added from another set, as a union does.
    pub fn reserve(&mut self, more: usize) {
        if (self.filled() + more) * 5 >= (self.slots.len() - 1) * 3 {
            self.resize((self.len() + more) * 2);
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

    /// Bytes that a table with the same keys takes, at most.
    pub fn bytes(&self) -> usize {
        self.slots.len().max(size_above(self.len() * 2))
            * (size_of::<HashedKey>() + if self.hashes.is_some() { size_of::<i64>() } else { 0 })
    }

    /// What a fresh table becomes when all keys of another one are added.
    pub fn copied_over(&self, other: &SetStorage) -> SetStorage {
        other.copied_to(self.slots.len())
    }

    /// What an empty table of so many slots becomes when all keys are added.
    fn copied_to(&self, mut size: usize) -> SetStorage {
        let other = self;
        if other.len() * 5 >= (size - 1) * 3 {
            size = size_above(other.len() * 2);
        }
        let mut copy = if size == other.slots.len() && other.fill == other.used {
            SetStorage { hashes: other.hashes.clone(), ..SetStorage::of_slots(copies(&other.slots).into()) }
        } else {
            let mut copy = SetStorage::with_slots(size);
            copy.take_over(other.slots.iter(), other.hashes.as_deref(), HashedKey::copied);
            copy
        };
        (copy.used, copy.fill) = (other.used, other.used);
        copy
    }

    /// Rebuilds the table where more than a quarter of it is traces of removed keys.
    pub fn shed_dummies(&mut self) {
        if self.filled() - self.len() > (self.slots.len() - 1) / 4 {
            self.resize(self.roomy());
        }
    }

    /// Calls `hit` with the slots of a hash's probe sequence: the place that it accepts, or else the unused one that ends it.
    #[inline(always)]
    fn probe(&self, hash: i64, mut hit: impl FnMut(usize, &HashedKey) -> bool) -> Result<usize, usize> {
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
        let (used, finger, layout) = (self.used, self.finger, self.layout + 1);
        let old = std::mem::replace(self, SetStorage { used, fill: used, finger, layout, ..SetStorage::of_slots(slots) });
        let (slots, hashes) = (old.slots, old.hashes);
        self.take_over(slots.into_iter(), hashes.as_deref(), |slot| slot);
    }

    /// Puts the keys of another table's slots, whose hashes may stand apart, into this new one.
    #[inline(always)]
    fn take_over<T: Borrow<HashedKey>>(
        &mut self,
        slots: impl Iterator<Item = T>,
        apart: Option<&[i64]>,
        own: impl Fn(T) -> HashedKey,
    ) {
        if apart.is_some() {
            self.hashes = Some(vec![0; self.slots.len()].into());
        }
        for (from, slot) in slots.enumerate() {
            let key: &HashedKey = slot.borrow();
            if key.is_set() {
                let hash = apart.map_or_else(|| key.hash(), |hashes| hashes[from]);
                let place = self.free_place(hash);
                std::mem::forget(std::mem::replace(&mut self.slots[place], own(slot)));
                if let Some(hashes) = &mut self.hashes {
                    hashes[place] = hash;
                }
            }
        }
    }

    /// A table of so many slots; none where there is no memory for it and the present one has some left: then MemoryError is raised soon, and
    /// the next key asks again.
    fn table(&self, size: usize) -> Option<Box<[HashedKey]>> {
        if size <= UNASKED {
            return Some(unused_slots(size));
        }
        let mut slots = Vec::new();
        if heap::grow_exact(&mut slots, size).is_err() && self.filled() + 2 < self.slots.len() && size > self.slots.len() {
            return None;
        }
        slots.extend((0..size).map(|_| HashedKey::default()));
        Some(slots.into())
    }

    /// Where a key goes that is in none of the slots, none of which is a removed key's.
    #[inline]
    fn free_place(&self, hash: i64) -> usize {
        let mask = self.slots.len() - 1;
        let mut walk = Walk::new(hash, mask);
        if !self.slots[walk.at].is_set() {
            return walk.at;
        }
        loop {
            let row = &self.slots[walk.at..=walk.last(mask)];
            if let Some(free) = row.iter().position(|slot| !slot.is_set()) {
                return walk.at + free;
            }
            walk.jump(mask);
        }
    }
}
