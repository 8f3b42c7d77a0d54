//! Tables of sets and frozensets alike, and what is asked of them.

use std::cell::{Cell, RefCell};

use crate::heap::Gc;
use crate::object::{Dict, FrozenSet, List, Set, SetStorage, quick_hash};
use crate::value::{Kind, Value};
use crate::vm::{Consumer, FromArg, MemoryWatch, Place, Result, Vm, storage};

/// The table of a set or frozenset.
#[derive(Clone, Copy)]
pub enum Table<'a> {
    Set(&'a Gc<Set>),
    Frozen(&'a Gc<FrozenSet>),
}

impl<'a> FromArg<'a> for Table<'a> {
    #[inline]
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        Table::of(value).ok_or_else(|| place.must_be(vm, "set", value))
    }
}

impl<'a> Table<'a> {
    /// The table of a value that is a set or frozenset, or derives from one.
    pub fn of(value: &'a Value) -> Option<Table<'a>> {
        storage::<Set>(value).map(Table::Set).or_else(|| storage::<FrozenSet>(value).map(Table::Frozen))
    }

    /// Calls `body` with the table; `body` runs no script.
    pub fn with<R>(self, body: impl FnOnce(&SetStorage) -> R) -> R {
        match self {
            Table::Set(set) => body(&set.0.borrow()),
            Table::Frozen(set) => body(&set.storage),
        }
    }

    /// What is known of this table and another one, where there is just one other and it is another table.
    pub fn with_one<R>(self, others: &[Value], body: impl FnOnce(&SetStorage, &SetStorage) -> Option<R>) -> Option<R> {
        let [other] = others else { return None };
        let other = Table::of(other).filter(|other| other.address() != self.address())?;
        self.with(|own| other.with(|other| body(own, other)))
    }

    /// Number of keys.
    pub fn len(self) -> usize {
        self.with(SetStorage::len)
    }

    /// Identity.
    pub fn address(self) -> usize {
        match self {
            Table::Set(set) => set.address(),
            Table::Frozen(set) => set.address(),
        }
    }

    /// The keys with their hashes as they are now, in table order.
    pub fn entries(self) -> Vec<(i64, Value)> {
        self.with(|storage| storage.hashed().map(|(hash, key)| (hash, key.clone())).collect())
    }

    /// A table with the same keys, as CPython copies one; MemoryError where there is no memory for it.
    pub fn copied(self, vm: &Vm) -> Result<SetStorage> {
        self.check_room(vm)?;
        Ok(self.with(SetStorage::copied))
    }

    /// MemoryError unless a table as large as this one can be had.
    pub fn check_room(self, vm: &Vm) -> Result<()> {
        vm.check_bytes(self.with(SetStorage::bytes))
    }

    /// Whether it has a key.
    pub fn contains(self, vm: &mut Vm, hash: i64, key: &Value) -> Result<bool> {
        match self {
            Table::Set(set) => Ok(vm.set_place(&set.0, hash, key)?.is_some()),
            Table::Frozen(set) => vm.frozenset_has(set, hash, key),
        }
    }

    /// Whether the other one has all its keys.
    pub fn is_subset(self, vm: &mut Vm, other: Table<'_>) -> Result<bool> {
        match self.with(|own| other.with(|other| own.is_within(other))) {
            Some(known) => Ok(known),
            None => Ok(self.len() <= other.len() && !self.any(vm, other, false)?),
        }
    }
}

/// What came of a key as far as that goes without running scripts.
pub enum Plain {
    Done,
    /// No more keys are wanted.
    Stop,
    /// Scripts have to be asked.
    Ask,
}

impl Table<'_> {
    /// Hands the keys with their hashes to `plain`, in table order, and to `ask` those that it can't do, which says whether more are wanted.
    /// Scripts may change the table meanwhile.
    pub fn each(
        self,
        vm: &mut Vm,
        mut plain: impl FnMut(i64, &Value) -> Plain,
        mut ask: impl FnMut(&mut Vm, i64, Value) -> Result<bool>,
    ) -> Result<()> {
        let mut place = 0;
        loop {
            let asked = self.with(|storage| {
                while let Some((next, hash, key)) = storage.next_hashed(place) {
                    place = next;
                    match plain(hash, key) {
                        Plain::Done => {}
                        Plain::Stop => return None,
                        Plain::Ask => return Some((hash, key.clone())),
                    }
                }
                None
            });
            let Some((hash, key)) = asked else { return Ok(()) };
            if !ask(vm, hash, key)? {
                return Ok(());
            }
        }
    }

    /// Whether it has a key; none where scripts have to be asked.
    #[inline]
    pub fn has_plain(self, hash: i64, key: &Value) -> Option<bool> {
        self.with(|storage| storage.find_plain(hash, key)).map(|found| found.is_some())
    }

    /// Whether a key is found in it that is, or is not, in the other one.
    pub fn any(self, vm: &mut Vm, other: Table<'_>, is_in: bool) -> Result<bool> {
        let found = Cell::new(false);
        self.each(
            vm,
            |hash, key| match other.has_plain(hash, key) {
                Some(there) if there == is_in => {
                    found.set(true);
                    Plain::Stop
                }
                Some(_) => Plain::Done,
                None => Plain::Ask,
            },
            |vm, hash, key| {
                found.set(other.contains(vm, hash, &key)? == is_in);
                Ok(!found.get())
            },
        )?;
        Ok(found.get())
    }
}

/// Adds a key that is not to be asked about; whether that could be done.
#[inline]
pub fn add_plain(set: &RefCell<SetStorage>, hash: i64, key: &Value) -> Plain {
    match set.borrow_mut().add_hashed(hash, key) {
        Some(_) => Plain::Done,
        None => Plain::Ask,
    }
}

/// Number of keys of a set or frozenset.
pub fn length(value: &Value) -> Option<usize> {
    Table::of(value).map(Table::len)
}

/// The hash of a key that is to be put into a set.
pub fn key_hash(vm: &mut Vm, key: &Value) -> Result<i64> {
    vm.key_hash(key, "a set element")
}

/// The hash of a key that is looked for: a set stands for the frozenset equal to it.
pub fn searched_hash(vm: &mut Vm, key: &Value) -> Result<i64> {
    match storage::<Set>(key) {
        Some(set) if vm.lookup_special(key, &vm.names.hash).is_none_or(|hash| hash.is_none()) => {
            Ok(table_hash(&set.0.borrow()))
        }
        _ => key_hash(vm, key),
    }
}

/// Adds a key; whether it was new.
pub fn add(vm: &mut Vm, set: &RefCell<SetStorage>, key: Value) -> Result<bool> {
    if let Some(new) = set.borrow_mut().add_quick(&key) {
        return Ok(new);
    }
    let hash = key_hash(vm, &key)?;
    add_hashed(vm, set, hash, key)
}

/// Adds a key whose hash is known; whether it was new.
pub fn add_hashed(vm: &mut Vm, set: &RefCell<SetStorage>, hash: i64, key: Value) -> Result<bool> {
    vm.set_add_hashed(set, hash, key)
}

/// Removes a key, where scripts need not be asked; whether it was there.
pub fn discard_plain(set: &RefCell<SetStorage>, hash: i64, key: &Value) -> Option<bool> {
    let found = set.borrow().find_plain(hash, key)?;
    if let Some(place) = found {
        let old = set.borrow_mut().remove_at(place);
        drop(old);
    }
    Some(found.is_some())
}

/// Removes a key; whether it was there.
pub fn discard(vm: &mut Vm, set: &RefCell<SetStorage>, hash: i64, key: &Value) -> Result<bool> {
    let Some(place) = vm.set_place(set, hash, key)? else { return Ok(false) };
    let old = set.borrow_mut().remove_at(place);
    drop(old);
    Ok(true)
}

/// Adds the keys of another table.
pub fn merge(vm: &mut Vm, set: &RefCell<SetStorage>, other: Table<'_>) -> Result<()> {
    if other.len() == 0 || matches!(other, Table::Set(other) if std::ptr::eq(&other.0, set)) {
        return Ok(());
    }
    other.check_room(vm)?;
    if set.borrow().is_fresh() {
        let copy = other.with(|storage| set.borrow().copied_over(storage));
        let old = set.replace(copy);
        drop(old);
        return Ok(());
    }
    set.borrow_mut().reserve(other.len());
    other.each(vm, |hash, key| add_plain(set, hash, key), |vm, hash, key| add_hashed(vm, set, hash, key).map(|_| true))
}

/// Adds the items that need no script for it, up to the first other one; returns its place.
fn add_items(set: &RefCell<SetStorage>, items: &[Value]) -> usize {
    let mut storage = set.borrow_mut();
    let added = |item: &Value| storage.add_quick(item).is_some();
    items.iter().map(added).take_while(|added| *added).count()
}

/// Adds the items of an iterable.
pub fn update(vm: &mut Vm, set: &RefCell<SetStorage>, items: &Value) -> Result<()> {
    if let Some(other) = Table::of(items) {
        return merge(vm, set, other);
    }
    if let Some(dict) = items.get::<Dict>() {
        return add_keys(vm, set, dict);
    }
    // What a hash does to the list is seen at the next step.
    if let Some(list) = items.get::<List>() {
        let mut place = add_items(set, &list.0.borrow());
        loop {
            let item = list.0.borrow().get(place).cloned();
            let Some(item) = item else { return Ok(()) };
            add(vm, set, item)?;
            place += 1;
        }
    }
    if matches!(items.kind(), Some(Kind::Str | Kind::Bytes | Kind::ByteArray)) {
        // Hashing them runs no script.
        let all = vm.collect(items)?;
        add_items(set, &all);
        return Ok(());
    }
    vm.consume(items, 0, &mut Filling(set, vm.memory_watch()))
}

/// A set that takes the items of an iterable.
struct Filling<'a>(&'a RefCell<SetStorage>, MemoryWatch);

impl Consumer for Filling<'_> {
    #[inline]
    fn quick(&mut self, item: &mut Value) -> bool {
        let plain = !self.1.ran_out() && self.0.try_borrow_mut().is_ok();
        let Some(hash) = quick_hash(item).filter(|_| plain) else { return false };
        matches!(add_plain(self.0, hash, item), Plain::Done)
    }

    fn take(&mut self, vm: &mut Vm, item: &mut Value) -> Result<bool> {
        vm.check_memory()?;
        add(vm, self.0, std::mem::take(item))?;
        Ok(true)
    }
}

/// Adds the keys of a dict.
fn add_keys(vm: &mut Vm, set: &RefCell<SetStorage>, dict: &Dict) -> Result<()> {
    set.borrow_mut().reserve(dict.len());
    let mut place = 0;
    loop {
        let asked = {
            let storage = dict.borrow();
            let rest = storage.entries().get(place..).unwrap_or_default();
            let live = rest.iter().enumerate().filter(|(_, entry)| entry.key.is_set());
            let mut hard = live.skip_while(|(_, entry)| set.borrow_mut().add_quick(&entry.key).is_some());
            hard.next().map(|(skipped, entry)| {
                place += skipped + 1;
                entry.key.clone()
            })
        };
        let Some(key) = asked else { return Ok(()) };
        add(vm, set, key)?;
    }
}

/// A table of the items of an iterable.
pub fn table_of(vm: &mut Vm, items: &Value) -> Result<SetStorage> {
    let set = RefCell::new(SetStorage::default());
    update(vm, &set, items)?;
    Ok(set.into_inner())
}

/// The hash of a frozenset, computed once.
pub fn frozen_hash(set: &FrozenSet) -> i64 {
    if set.hash.get() == 0 {
        set.hash.set(table_hash(&set.storage));
    }
    set.hash.get()
}

/// The hash of a set of keys, whatever their order; the mixing is CPython's, because sets of frozensets are printed too.
fn table_hash(storage: &SetStorage) -> i64 {
    let shuffle = |hash: i64| {
        let bits = hash as u64;
        ((bits ^ 89_869_747) ^ (bits << 16)).wrapping_mul(3_644_798_167)
    };
    let mut hash = storage.hashed().fold(0, |mixed, (hash, _)| mixed ^ shuffle(hash));
    hash ^= (storage.len() as u64 + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX { 590_923_713 } else { hash as i64 }
}
