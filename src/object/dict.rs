//! `dict`: entries in order of insertion, with a hash index beside them.
//!
//! Hash and equality come as arguments, because they may run scripts: [`DictStorage::find`] stops at an entry that only the machine can
//! compare, and goes on from there ([`DictStorage::find_after`]). Up to eight entries are searched without an index.
//!
//! When the table is made anew, and so when deleted entries vanish, is CPython's rule: what a loop sees that changes the dict follows from it.
#![allow(unsafe_code)]

use std::cell::{Cell, RefCell};

use super::hashed::{HashedKey, mark, short};
use super::index::{Index, Probe};
use super::key::{hash_at_hand, hash_int, quick_eq, quick_hash};
use super::{Str, object_kind};
use crate::heap::{self, Gc, HeapType, NoMemory, Visitor};
use crate::value::{Kind, Value};

/// Entries up to which there is no index.
const LINEAR: usize = 8;

/// A dict.
#[derive(Default)]
pub struct Dict {
    storage: RefCell<DictStorage>,
}

const _: () = assert!(size_of::<Dict>() == 64);

/// An item; a deleted one has an `Unset` key.
pub struct Entry {
    /// The key.
    pub key: HashedKey,
    /// Its value.
    pub value: Value,
}

/// Entries and their index.
#[derive(Default)]
pub struct DictStorage {
    entries: Vec<Entry>,
    /// Empty up to [`LINEAR`] entries.
    index: Index,
    live: u32,
    /// How many entries may be added before the table is made anew.
    room: u32,
    /// How often entries were moved or the index was made.
    layout: u32,
    /// Identity of the set of keys and their places, for inline caches; 0 until somebody asks.
    version: Cell<u32>,
}

/// What a search found; `T` is where a search goes on.
pub enum Found<T> {
    /// The entry with this key.
    At(usize),
    /// No entry.
    Absent,
    /// An entry of the same hash whose key the machine must compare.
    Ask(Asked<T>),
}

/// An entry that a search came to and could not decide on, and how it goes on.
pub struct Asked<T> {
    /// Its place.
    pub place: usize,
    /// Its key.
    pub key: Value,
    /// The rest of the search.
    pub(super) trail: T,
    /// The table's layout, which the trail belongs to.
    pub(super) layout: u32,
}

/// What came of putting a value under a key in the quick way.
enum Quick {
    Added,
    Replaced,
    /// Nothing: it has to be done the general way.
    Rest,
}

thread_local! {
    static NEXT_VERSION: Cell<u32> = const { Cell::new(1) };
}

impl HeapType for Dict {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        for entry in &self.storage.borrow().entries {
            entry.key.trace(visitor);
            entry.value.trace(visitor);
        }
    }
    fn clear(&self) {
        drop(self.storage.take());
    }
}
object_kind!(Dict, Dict);

impl Dict {
    /// A new, empty dict.
    pub fn new() -> Gc<Dict> {
        Gc::new(Dict::default())
    }

    /// A dict of a storage.
    pub fn from_storage(storage: DictStorage) -> Gc<Dict> {
        Gc::new(Dict { storage: RefCell::new(storage) })
    }

    /// The entries, to read.
    #[inline(always)]
    pub fn borrow(&self) -> std::cell::Ref<'_, DictStorage> {
        self.storage.borrow()
    }

    /// The cell itself, for the machine's unguarded reads.
    #[inline(always)]
    pub fn storage(&self) -> &RefCell<DictStorage> {
        &self.storage
    }

    /// The entries, to change in a way that may add, remove or move keys.
    #[inline(always)]
    pub fn borrow_mut(&self) -> std::cell::RefMut<'_, DictStorage> {
        let storage = self.storage.borrow_mut();
        storage.version.set(0);
        storage
    }

    /// Changes the value of a live entry; keys and places stay.
    #[inline]
    pub fn set_value_at(&self, place: usize, value: Value) {
        let old = std::mem::replace(&mut self.storage.borrow_mut().entries[place].value, value);
        drop(old);
    }

    /// Puts a value under a key, where that neither runs scripts nor asks for memory nor destroys anything; whether it did.
    #[inline]
    pub fn put_quick(&self, key: &Value, value: &Value) -> bool {
        let Ok(mut storage) = self.storage.try_borrow_mut() else { return false };
        match storage.put_quick(key, value) {
            Quick::Added => {
                storage.version.set(0);
                true
            }
            Quick::Replaced => true,
            Quick::Rest => false,
        }
    }

    /// The current version, or 0 where none was assigned since the keys last changed.
    #[inline(always)]
    pub fn version(&self) -> u32 {
        // SAFETY: a number is read, which nobody borrows.
        unsafe { (*self.storage.as_ptr()).version.get() }
    }

    /// The version that names the present keys and their places, unique in this thread.
    pub fn assign_version(&self) -> u32 {
        let storage = self.storage.borrow();
        if storage.version.get() == 0 {
            storage.version.set(NEXT_VERSION.get());
            NEXT_VERSION.set(NEXT_VERSION.get() + 1);
        }
        storage.version.get()
    }

    /// Number of items.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.storage.borrow().len()
    }

    /// Whether it has no items.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value under a string.
    #[inline]
    pub fn get_str(&self, key: &Str) -> Option<Value> {
        let storage = self.storage.borrow();
        let place = storage.find_str(key)?;
        Some(storage.entries[place].value.clone())
    }

    /// The value under a text.
    pub fn get_text(&self, key: &str) -> Option<Value> {
        let storage = self.storage.borrow();
        Some(storage.entries[storage.find_text(key)?].value.clone())
    }

    /// Puts a value under a string.
    pub fn set_str(&self, key: &Gc<Str>, value: Value) {
        let place = self.storage.borrow().find_str(key);
        match place {
            Some(place) => self.set_value_at(place, value),
            None => self.borrow_mut().insert_new(key.hash(), key.clone().into(), value),
        }
    }

    /// Removes what is under a string.
    pub fn remove_str(&self, key: &Str) -> Option<Value> {
        let place = self.storage.borrow().find_str(key)?;
        let (_, value) = self.borrow_mut().remove_at(place);
        Some(value)
    }
}

impl DictStorage {
    /// A storage with room for some entries.
    pub fn with_capacity(capacity: usize) -> DictStorage {
        let room = usable(slots_for(capacity)) as u32;
        DictStorage { entries: Vec::with_capacity(capacity), room, ..DictStorage::default() }
    }

    /// Makes room for more entries at once, where there is too little.
    pub fn reserve(&mut self, more: usize) {
        if more > self.room as usize {
            self.rebuild(slots_for(self.len() + more));
        }
    }

    /// All entries in order of insertion, deleted ones (with an `Unset` key) included.
    #[inline(always)]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The value of an entry, to change, if there is such an entry.
    #[inline(always)]
    pub fn place_mut(&mut self, place: usize) -> Option<&mut Value> {
        self.entries.get_mut(place).map(|entry| &mut entry.value)
    }

    /// The value of an entry, to change.
    #[inline(always)]
    pub fn value_mut(&mut self, place: usize) -> &mut Value {
        &mut self.entries[place].value
    }

    /// Live entries in order of insertion.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.key.is_set())
    }

    /// Number of live entries.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.live as usize
    }

    /// Whether there is no live entry.
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Finds the first entry of a hash whose key `eq` accepts.
    #[inline]
    pub fn find_by(&self, hash: i64, mut eq: impl FnMut(&Value) -> bool) -> Option<usize> {
        let mark = mark(hash);
        self.search(mark, |entry| entry.key.has(mark) && entry.key.is_set() && eq(&entry.key))
    }

    /// Finds an int or a string; none for other keys, and where only the machine can compare it with a key of the same hash.
    #[inline(always)]
    pub fn find_plain(&self, key: &Value) -> Option<Option<usize>> {
        let mut unsure = false;
        let found = match key {
            Value::Int(int) => {
                let mark = mark(hash_int(*int));
                if let Some(place) = self.index.first(short(mark))
                    && matches!(&*self.entries[place].key, Value::Int(other) if other == int)
                {
                    return Some(Some(place));
                }
                self.search(mark, |entry| match &*entry.key {
                    Value::Int(other) => other == int,
                    Value::Unset => false,
                    _ => {
                        unsure |= entry.key.has(mark);
                        false
                    }
                })
            }
            Value::Object(Kind::Str, _) => {
                let text = key.get::<Str>()?;
                let mark = mark(text.hash());
                if let Some(place) = self.index.first(short(mark))
                    && self.entries[place].key.same(key)
                {
                    return Some(Some(place));
                }
                self.search(mark, |entry| {
                    entry.key.has(mark)
                        && match entry.key.get::<Str>() {
                            Some(other) => std::ptr::eq(other, text) || other.as_str() == text.as_str(),
                            None => {
                                unsure |= entry.key.is_set();
                                false
                            }
                        }
                })
            }
            _ => return None,
        };
        if found.is_none() && unsure { None } else { Some(found) }
    }

    /// Finds a key as far as that goes without running scripts; none where it needs the machine.
    #[inline]
    pub fn find_quick(&self, key: &Value) -> Option<Option<usize>> {
        match key {
            Value::Int(_) | Value::Object(Kind::Str, _) => self.find_plain(key),
            _ => {
                let hash = quick_hash(key)?;
                match self.find_on(self.probe(hash), hash, key) {
                    Found::At(place) => Some(Some(place)),
                    Found::Absent => Some(None),
                    Found::Ask(_) => None,
                }
            }
        }
    }

    /// Puts a value under a key, where that neither runs scripts nor asks for memory nor drops the last reference to an object.
    #[inline]
    fn put_quick(&mut self, key: &Value, value: &Value) -> Quick {
        let Some(hash) = hash_at_hand(key) else { return Quick::Rest };
        let mark = mark(hash);
        let mut unsure = false;
        let test = |entry: &Entry| {
            entry.key.has(mark)
                && match (&*entry.key, key) {
                    (Value::Int(a), Value::Int(b)) => a == b,
                    (Value::Unset, _) => false,
                    (other, _) if other.same(key) => true,
                    (other, _) => quick_eq(other, key).unwrap_or_else(|| {
                        unsure = true;
                        false
                    }),
                }
        };
        let entries = &self.entries;
        let found = match self.index.is_empty() {
            true => entries.iter().position(test).ok_or(usize::MAX),
            false => {
                let mut test = test;
                self.index.find_or_slot(short(mark), |place| test(&entries[place]))
            }
        };
        match found {
            Ok(place) => {
                let old = &mut self.entries[place].value;
                if old.is_last_reference() {
                    return Quick::Rest;
                }
                old.clone_from(value);
                Quick::Replaced
            }
            Err(slot) => {
                let place = self.entries.len();
                let linear = self.index.is_empty();
                if unsure || self.room == 0 || place == self.entries.capacity() || (linear && place >= LINEAR) {
                    return Quick::Rest;
                }
                self.room -= 1;
                self.live += 1;
                self.entries.push(Entry { key: HashedKey::new(mark, key.clone()), value: value.clone() });
                if !linear {
                    self.index.insert_at(slot, place);
                }
                Quick::Added
            }
        }
    }

    /// The beginning of a search.
    #[inline(always)]
    fn probe(&self, hash: i64) -> Probe {
        Probe::new(short(mark(hash)), self.index.len())
    }

    /// The first entry among those that may have a hash of that mark, and others, that a test accepts.
    #[inline(always)]
    fn search(&self, mark: u64, mut test: impl FnMut(&Entry) -> bool) -> Option<usize> {
        if self.index.is_empty() {
            return self.entries.iter().position(test);
        }
        self.index.find(short(mark), |place| test(&self.entries[place]))
    }

    /// Finds a string.
    #[inline]
    pub fn find_str(&self, key: &Str) -> Option<usize> {
        let address = std::ptr::from_ref(key);
        self.find_by(key.hash(), |other| {
            other.get::<Str>().is_some_and(|other| std::ptr::eq(other, address) || other.as_str() == key.as_str())
        })
    }

    /// Finds a string by its text.
    pub fn find_text(&self, key: &str) -> Option<usize> {
        let hash = super::hash_bytes(key.as_bytes());
        self.find_by(hash, |other| other.get::<Str>().is_some_and(|other| other.as_str() == key))
    }

    /// Finds a key as far as that goes without running scripts.
    #[inline]
    pub fn find(&self, hash: i64, key: &Value) -> Found<Probe> {
        match self.find_plain(key) {
            Some(found) => found.map_or(Found::Absent, Found::At),
            None => self.find_on(self.probe(hash), hash, key),
        }
    }

    /// Goes on with a search, after the machine found the key that it asked about to be another one, or begins it again where the table was
    /// changed meanwhile.
    pub fn find_after(&self, asked: &Asked<Probe>, hash: i64, key: &Value) -> Found<Probe> {
        if self.holds(asked) { self.find_on(asked.trail, hash, key) } else { self.find(hash, key) }
    }

    /// Whether the key that a search asked about is where it was.
    pub fn holds(&self, asked: &Asked<Probe>) -> bool {
        asked.layout == self.layout
            && asked.trail.fits(self.index.len())
            && self.entries.get(asked.place).is_some_and(|entry| entry.key.same(&asked.key))
    }

    fn find_on(&self, mut trail: Probe, hash: i64, key: &Value) -> Found<Probe> {
        let (linear, mark) = (self.index.is_empty(), mark(hash));
        let address = match key {
            Value::Object(_, object) => object.address(),
            _ => 0,
        };
        loop {
            let next = if linear { trail.next_linear(self.entries.len()) } else { self.index.next(&mut trail) };
            let Some(place) = next else { return Found::Absent };
            let entry = &self.entries[place];
            if !entry.key.has(mark) || !entry.key.is_set() {
                continue;
            }
            let same = match &*entry.key {
                Value::Object(_, object) => object.address() == address,
                other => other.same(key),
            };
            if same {
                return Found::At(place);
            }
            match quick_eq(&entry.key, key) {
                Some(true) => return Found::At(place),
                Some(false) => {}
                None => return Found::Ask(Asked { place, key: entry.key.clone(), trail, layout: self.layout }),
            }
        }
    }

    /// Whether another dict has equal items, as far as that is known without running scripts.
    pub fn equals(&self, other: &DictStorage) -> Option<bool> {
        if self.live != other.live {
            return Some(false);
        }
        for entry in self.iter() {
            let Some(place) = other.find_quick(&entry.key)? else { return Some(false) };
            let (a, b) = (&entry.value, &other.entries[place].value);
            if !(a.same(b) || quick_eq(a, b)?) {
                return Some(false);
            }
        }
        Some(true)
    }

    /// Makes room for one entry more, where there is none; refused where there is no memory for it.
    #[inline]
    pub fn try_grow(&mut self) -> Result<(), NoMemory> {
        let full = self.room == 0 || self.entries.len() == self.entries.capacity();
        if full { self.try_make_room() } else { Ok(()) }
    }

    /// As [`DictStorage::make_room`].
    #[inline(never)]
    fn try_make_room(&mut self) -> Result<(), NoMemory> {
        if self.room == 0 {
            let slots = (self.len() * 3).next_power_of_two().max(LEAST);
            if self.len() == self.entries.len() {
                let more = usable(slots) - self.len();
                heap::grow_exact(&mut self.entries, more)?;
            }
            heap::can_have(slots * size_of::<u32>())?;
            self.rebuild(slots);
        }
        heap::grow_exact(&mut self.entries, self.room as usize)
    }

    /// Appends an entry whose key is known to be absent.
    #[inline]
    pub fn insert_new(&mut self, hash: i64, key: Value, value: Value) {
        if self.room == 0 || self.entries.len() == self.entries.capacity() {
            self.make_room();
        }
        self.room -= 1;
        let place = self.entries.len();
        let mark = mark(hash);
        self.entries.push(Entry { key: HashedKey::new(mark, key), value });
        self.live += 1;
        if !self.index.is_empty() {
            self.index.insert(short(mark), place);
        } else if place >= LINEAR {
            self.reindex();
        }
    }

    #[inline(never)]
    fn make_room(&mut self) {
        if self.room == 0 {
            self.rebuild((self.len() * 3).next_power_of_two().max(LEAST));
        }
        self.entries.reserve_exact(self.room as usize);
    }

    /// Removes a live entry; its key and value.
    pub fn remove_at(&mut self, place: usize) -> (Value, Value) {
        let entry = &mut self.entries[place];
        self.index.remove(short(entry.key.mark()), place);
        self.live -= 1;
        (entry.key.take(), std::mem::take(&mut entry.value))
    }

    /// Removes the last live entry; its key and value.
    pub fn pop(&mut self) -> Option<(Value, Value)> {
        let last = self.entries.iter().rposition(|entry| entry.key.is_set())?;
        let removed = self.remove_at(last);
        self.entries.truncate(last);
        Some(removed)
    }

    /// Removes all entries; they are returned so that they can be dropped when no borrow is open.
    pub fn take_all(&mut self) -> Vec<Entry> {
        self.index.clear();
        self.layout += 1;
        (self.live, self.room) = (0, 0);
        std::mem::take(&mut self.entries)
    }

    /// Leaves deleted entries out, and makes the index for as many slots.
    fn rebuild(&mut self, slots: usize) {
        if self.len() < self.entries.len() {
            self.entries.retain(|entry| entry.key.is_set());
            self.entries.shrink_to(usable(slots));
        }
        self.room = (usable(slots) - self.len()) as u32;
        self.reindex();
    }

    fn reindex(&mut self) {
        self.layout += 1;
        if self.entries.len() <= LINEAR {
            self.index.clear();
            return;
        }
        self.index.reset(slots_for(self.entries.len() + self.room as usize));
        for (place, entry) in self.entries.iter().enumerate().filter(|(_, entry)| entry.key.is_set()) {
            self.index.insert(short(entry.key.mark()), place);
        }
    }
}

/// Fewest slots.
const LEAST: usize = 8;

/// Slots of an index for so many entries.
fn slots_for(entries: usize) -> usize {
    (entries * 3).div_ceil(2).next_power_of_two().max(LEAST)
}

/// Entries of a table with so many slots: two thirds of them.
fn usable(slots: usize) -> usize {
    slots * 2 / 3
}

/// Copies of entries.
fn copied(entries: &[Entry]) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in entries {
        std::mem::forget((entry.key.clone(), entry.value.clone()));
    }
    // SAFETY: there is room for all of them, and the references in them were counted just now.
    unsafe {
        all.as_mut_ptr().copy_from_nonoverlapping(entries.as_ptr(), entries.len());
        all.set_len(entries.len());
    }
    all
}

/// A copy: entries in order, deleted ones left out.
impl Clone for DictStorage {
    fn clone(&self) -> DictStorage {
        if self.len() == self.entries.len() {
            return DictStorage {
                entries: copied(&self.entries),
                index: self.index.clone(),
                live: self.live,
                room: self.room,
                layout: 0,
                version: Cell::new(0),
            };
        }
        let mut copy = DictStorage::with_capacity(self.len());
        copy.entries.extend(self.iter().map(|entry| Entry { key: entry.key.copied(), value: entry.value.clone() }));
        copy.live = self.live;
        copy.room -= self.live;
        copy.reindex();
        copy
    }
}

/// Inserts without asking the machine: for keys that compare quickly (strings, numbers, tuples of them).
impl FromIterator<(Value, Value)> for DictStorage {
    fn from_iter<I: IntoIterator<Item = (Value, Value)>>(pairs: I) -> DictStorage {
        let mut storage = DictStorage::default();
        for (key, value) in pairs {
            let hash = quick_hash(&key).unwrap_or(0);
            match storage.find(hash, &key) {
                Found::At(place) => storage.entries[place].value = value,
                _ => storage.insert_new(hash, key, value),
            }
        }
        storage
    }
}
