//! `dict`: entries in order of insertion, with a hash index beside them.
//!
//! Hash and equality come as arguments, because they may run scripts: [`DictStorage::find`] answers with the entries that only the
//! machine can compare. Up to eight entries are searched without an index.

use std::cell::{Cell, RefCell};

use super::index::Index;
use super::key::{hash_int, quick_eq, quick_hash};
use super::{Str, object_kind};
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::{Kind, Value};

/// Entries up to which there is no index.
const LINEAR: usize = 8;

/// A dict.
#[derive(Default)]
pub struct Dict {
    storage: RefCell<DictStorage>,
    /// Identity of the set of keys and their places, for inline caches; 0 until somebody asks.
    version: Cell<u32>,
}

/// An item; a deleted one has an `Unset` key.
#[derive(Clone)]
pub struct Entry {
    /// Hash of the key.
    pub hash: i64,
    /// The key.
    pub key: Value,
    /// Its value.
    pub value: Value,
}

/// Entries and their index.
#[derive(Default)]
pub struct DictStorage {
    entries: Vec<Entry>,
    index: Index,
    live: usize,
}

/// What a search found.
pub enum Found {
    /// The entry with this key.
    At(usize),
    /// No entry.
    Absent,
    /// Entries of the same hash whose keys the machine must compare (place, key).
    Ask(Vec<(usize, Value)>),
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
        self.version.set(0);
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
        Gc::new(Dict { storage: RefCell::new(storage), version: Cell::new(0) })
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
        self.version.set(0);
        self.storage.borrow_mut()
    }

    /// Changes the value of a live entry; keys and places stay.
    #[inline]
    pub fn set_value_at(&self, place: usize, value: Value) {
        let old = std::mem::replace(&mut self.storage.borrow_mut().entries[place].value, value);
        drop(old);
    }

    /// The current version, or 0 where none was assigned since the keys last changed.
    #[inline(always)]
    pub fn version(&self) -> u32 {
        self.version.get()
    }

    /// The version that names the present keys and their places, unique in this thread.
    pub fn assign_version(&self) -> u32 {
        if self.version.get() == 0 {
            self.version.set(NEXT_VERSION.get());
            NEXT_VERSION.set(NEXT_VERSION.get() + 1);
        }
        self.version.get()
    }

    /// Number of items.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.storage.borrow().live
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
        let entry = self.borrow_mut().remove_at(place);
        Some(entry.value)
    }
}

impl DictStorage {
    /// A storage with room for some entries.
    pub fn with_capacity(capacity: usize) -> DictStorage {
        DictStorage { entries: Vec::with_capacity(capacity), index: Index::default(), live: 0 }
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
        self.live
    }

    /// Whether there is no live entry.
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Finds the first entry of a hash whose key `eq` accepts.
    #[inline]
    pub fn find_by(&self, hash: i64, mut eq: impl FnMut(&Value) -> bool) -> Option<usize> {
        self.search(hash, |entry| entry.hash == hash && entry.key.is_set() && eq(&entry.key))
    }

    /// Finds an int or a string; none for other keys, and where only the machine can compare it with a key of the same hash.
    #[inline(always)]
    pub fn find_plain(&self, key: &Value) -> Option<Option<usize>> {
        let mut unsure = false;
        let found = match key {
            Value::Int(int) => {
                let hash = hash_int(*int);
                self.search(hash, |entry| match &entry.key {
                    Value::Int(other) => other == int,
                    Value::Unset => false,
                    _ => {
                        unsure |= entry.hash == hash;
                        false
                    }
                })
            }
            Value::Object(Kind::Str, _) => {
                let text = key.get::<Str>()?;
                let hash = text.hash();
                self.search(hash, |entry| {
                    entry.hash == hash
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

    /// The first entry among those that may have a hash, and others, that a test accepts.
    #[inline(always)]
    fn search(&self, hash: i64, mut test: impl FnMut(&Entry) -> bool) -> Option<usize> {
        if self.entries.len() <= LINEAR {
            return self.entries.iter().position(test);
        }
        self.index.find(hash, |place| test(&self.entries[place]))
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
    pub fn find(&self, hash: i64, key: &Value) -> Found {
        if let Some(found) = self.find_plain(key) {
            return found.map_or(Found::Absent, Found::At);
        }
        let mut unsure = false;
        let found = self.find_by(hash, |other| {
            let known = quick_eq(other, key);
            unsure |= known.is_none();
            known == Some(true)
        });
        match found {
            Some(place) => Found::At(place),
            None if unsure => Found::Ask(self.candidates(hash, key)),
            None => Found::Absent,
        }
    }

    /// The entries of a hash whose keys only the machine can compare with a key.
    #[cold]
    fn candidates(&self, hash: i64, key: &Value) -> Vec<(usize, Value)> {
        let unsure = |entry: &Entry| entry.hash == hash && entry.key.is_set() && quick_eq(&entry.key, key).is_none();
        let all = self.entries.iter().enumerate().filter(|(_, entry)| unsure(entry));
        all.map(|(place, entry)| (place, entry.key.clone())).collect()
    }

    /// Bytes that one entry more asks for at once: 0 where there is room for it.
    #[inline]
    pub fn growth(&self) -> usize {
        /// Bytes of the index for each entry: it has at least half as many slots again as entries.
        const INDEXED: usize = 3 * size_of::<u32>();
        let full = self.entries.len() == self.entries.capacity();
        if full { self.entries.len().saturating_mul(2 * (size_of::<Entry>() + INDEXED)) } else { 0 }
    }

    /// Appends an entry whose key is known to be absent.
    pub fn insert_new(&mut self, hash: i64, key: Value, value: Value) {
        let full = self.entries.len() == self.entries.capacity();
        if full && self.live < self.entries.len() / 2 {
            self.compact();
        }
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        let count = self.entries.len();
        if count <= LINEAR {
            return;
        }
        if count > LINEAR + 1 && self.index.has_room() {
            self.index.insert(hash, count - 1);
        } else {
            self.reindex();
        }
    }

    /// Removes a live entry.
    pub fn remove_at(&mut self, place: usize) -> Entry {
        let hash = self.entries[place].hash;
        if self.entries.len() > LINEAR {
            self.index.remove(hash, place);
        }
        self.live -= 1;
        if place + 1 == self.entries.len() {
            let entry = self.entries.pop().unwrap_or_else(|| unreachable!("the place is in range"));
            // The last live entry must stay in reach of `popitem` and the index must vanish with its reason.
            while self.entries.last().is_some_and(|entry| !entry.key.is_set()) {
                self.entries.pop();
            }
            if self.entries.len() <= LINEAR {
                self.index.clear();
            }
            return entry;
        }
        let entry = &mut self.entries[place];
        Entry { hash, key: std::mem::take(&mut entry.key), value: std::mem::take(&mut entry.value) }
    }

    /// Removes all entries; they are returned so that they can be dropped when no borrow is open.
    pub fn take_all(&mut self) -> Vec<Entry> {
        self.index.clear();
        self.live = 0;
        std::mem::take(&mut self.entries)
    }

    fn compact(&mut self) {
        self.entries.retain(|entry| entry.key.is_set());
        self.reindex();
    }

    fn reindex(&mut self) {
        if self.entries.len() <= LINEAR {
            self.index.clear();
            return;
        }
        self.index.reset(self.entries.len());
        for (place, entry) in self.entries.iter().enumerate().filter(|(_, entry)| entry.key.is_set()) {
            self.index.insert(entry.hash, place);
        }
    }
}

/// A copy: entries in order, deleted ones left out.
impl Clone for DictStorage {
    fn clone(&self) -> DictStorage {
        if self.live == self.entries.len() {
            return DictStorage { entries: self.entries.clone(), index: self.index.clone(), live: self.live };
        }
        let mut copy = DictStorage::with_capacity(self.live);
        copy.entries.extend(self.iter().map(|entry| Entry {
            hash: entry.hash,
            key: entry.key.clone(),
            value: entry.value.clone(),
        }));
        copy.live = self.live;
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
