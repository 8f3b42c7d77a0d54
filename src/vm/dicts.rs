//! Dicts and sets with any keys: hash and equality may run scripts, so nothing is borrowed meanwhile, and a search that asked them goes on
//! only if the table is still the same.

use std::cell::RefCell;

use crate::object::{
    Asked, Bytes, Dict, Found, FrozenSet, List, Search, Set, SetStorage, Str, Tuple, Walk, hash_int, is_asked, position,
    quick_hash,
};
use crate::value::{Kind, Value};
use crate::vm::{Raised, Result, Vm};

impl Vm {
    /// The hash of a key; `role` says in the error what it can't be.
    #[inline]
    pub fn key_hash(&mut self, key: &Value, role: &str) -> Result<i64> {
        match if is_asked(key) { None } else { quick_hash(key) } {
            Some(hash) => Ok(hash),
            None => self.hash_by_method(key).map_err(|raised| self.unusable(raised, key, role)),
        }
    }

    #[cold]
    fn unusable(&mut self, raised: Raised, key: &Value, role: &str) -> Raised {
        if !raised.0.class().same(&self.exc.type_error) {
            return raised;
        }
        let name = self.type_name(key);
        match self.str(&raised.0.into()) {
            Ok(text) => self.type_error(format!("cannot use '{name}' as {role} ({text})")),
            Err(raised) => raised,
        }
    }

    /// The place of a key whose hash is known in a dict.
    #[inline]
    pub fn dict_place(&mut self, dict: &Dict, hash: i64, key: &Value) -> Result<Option<usize>> {
        let plain = if is_asked(key) { None } else { dict.borrow().find_plain(key) };
        match plain {
            Some(found) => Ok(found),
            None => self.dict_place_of_any(dict, hash, key),
        }
    }

    #[inline(never)]
    fn dict_place_of_any(&mut self, dict: &Dict, hash: i64, key: &Value) -> Result<Option<usize>> {
        let found = dict.borrow().find(hash, key);
        let mut asked = match found {
            Found::At(place) => return Ok(Some(place)),
            Found::Absent => return Ok(None),
            Found::Ask(asked) => asked,
        };
        loop {
            let equal = self.equal(&asked.key, key)?;
            let storage = dict.borrow();
            if equal && storage.holds(&asked) {
                return Ok(Some(asked.place));
            }
            let found = storage.find_after(&asked, hash, key);
            drop(storage);
            asked = match found {
                Found::At(place) => return Ok(Some(place)),
                Found::Absent => return Ok(None),
                Found::Ask(next) => next,
            };
        }
    }

    /// `dict[key]`, none where there is no such key.
    #[inline]
    pub fn dict_get(&mut self, dict: &Dict, key: &Value) -> Result<Option<Value>> {
        if !is_asked(key) {
            let storage = dict.borrow();
            if let Some(found) = storage.find_quick(key) {
                return Ok(found.map(|place| storage.entries()[place].value.clone()));
            }
        }
        let hash = self.key_hash(key, "a dict key")?;
        let place = self.dict_place(dict, hash, key)?;
        Ok(place.map(|place| dict.borrow().entries()[place].value.clone()))
    }

    /// `dict[key] = value`
    #[inline]
    pub fn dict_set(&mut self, dict: &Dict, key: Value, value: Value) -> Result<()> {
        if !is_asked(&key) && dict.put_quick(&key, &value) {
            return Ok(());
        }
        let hash = self.key_hash(&key, "a dict key")?;
        match self.dict_place(dict, hash, &key)? {
            Some(place) => dict.set_value_at(place, value),
            None => {
                let mut storage = dict.borrow_mut();
                storage.try_grow().map_err(|_| self.memory_error())?;
                storage.insert_new(hash, key, value);
            }
        }
        Ok(())
    }

    /// Removes a key; its value, none where there is no such key.
    pub fn dict_remove(&mut self, dict: &Dict, key: &Value) -> Result<Option<Value>> {
        let known = dict.borrow().find_quick(key);
        let place = match known {
            Some(place) => place,
            None => {
                let hash = self.key_hash(key, "a dict key")?;
                self.dict_place(dict, hash, key)?
            }
        };
        let Some(place) = place else { return Ok(None) };
        let (_, value) = dict.borrow_mut().remove_at(place);
        Ok(Some(value))
    }

    /// The place of a key whose hash is known in the table of a set.
    #[inline]
    pub fn set_place(&mut self, set: &RefCell<SetStorage>, hash: i64, key: &Value) -> Result<Option<usize>> {
        let plain = if is_asked(key) { None } else { set.borrow().find_plain(hash, key) };
        if let Some(found) = plain {
            return Ok(found);
        }
        let found = set.borrow().find(hash, key);
        match found {
            Found::At(place) => Ok(Some(place)),
            Found::Absent => Ok(None),
            Found::Ask(asked) => self.set_place_asking(|| set.borrow(), hash, key, asked),
        }
    }

    #[inline(never)]
    fn set_place_asking<T: std::ops::Deref<Target = SetStorage>>(
        &mut self,
        table: impl Fn() -> T,
        hash: i64,
        key: &Value,
        mut asked: Asked<Walk>,
    ) -> Result<Option<usize>> {
        loop {
            let equal = self.equal(&asked.key, key)?;
            let storage = table();
            if equal && storage.holds(&asked) {
                return Ok(Some(asked.place));
            }
            let found = storage.find_after(&asked, hash, key);
            drop(storage);
            asked = match found {
                Found::At(place) => return Ok(Some(place)),
                Found::Absent => return Ok(None),
                Found::Ask(next) => next,
            };
        }
    }

    /// Whether a frozenset has a key whose hash is known.
    pub fn frozenset_has(&mut self, set: &FrozenSet, hash: i64, key: &Value) -> Result<bool> {
        match set.storage.find(hash, key) {
            Found::At(_) => Ok(true),
            Found::Absent => Ok(false),
            Found::Ask(asked) => Ok(self.set_place_asking(|| &set.storage, hash, key, asked)?.is_some()),
        }
    }

    /// Adds a key; whether it was new.
    pub fn set_add(&mut self, set: &RefCell<SetStorage>, key: Value) -> Result<bool> {
        if !is_asked(&key)
            && let Some(new) = set.borrow_mut().add_quick(&key)
        {
            return Ok(new);
        }
        let hash = self.key_hash(&key, "a set element")?;
        self.set_add_hashed(set, hash, key)
    }

    /// Adds a key whose hash is known; whether it was new.
    pub fn set_add_hashed(&mut self, set: &RefCell<SetStorage>, hash: i64, key: Value) -> Result<bool> {
        let added = set.borrow_mut().add(hash, key);
        let key = match added {
            Ok(new) => return Ok(new),
            Err(key) => key,
        };
        if self.set_place(set, hash, &key)?.is_some() {
            return Ok(false);
        }
        set.borrow_mut().insert_new(hash, key);
        Ok(true)
    }

    /// Removes a key; whether it was there.
    pub fn set_remove(&mut self, set: &RefCell<SetStorage>, key: &Value) -> Result<bool> {
        let hash = self.key_hash(key, "a set element")?;
        let Some(place) = self.set_place(set, hash, key)? else { return Ok(false) };
        let old = set.borrow_mut().remove_at(place);
        drop(old);
        Ok(true)
    }

    /// Adds all items of an iterable to a set.
    pub fn set_update(&mut self, set: &RefCell<SetStorage>, items: &Value) -> Result<()> {
        if matches!(items.kind(), Some(Kind::Set | Kind::FrozenSet)) {
            if set.borrow().is_fresh() {
                let copy = match (items.get::<Set>(), items.get::<FrozenSet>()) {
                    (Some(other), _) => other.0.borrow().copied(),
                    (_, Some(other)) => other.storage.copied(),
                    _ => SetStorage::default(),
                };
                set.replace(copy);
                return Ok(());
            }
            let keys = set_keys(items);
            set.borrow_mut().reserve(keys.len());
            for (hash, key) in keys {
                self.set_add_hashed(set, hash, key)?;
            }
            return Ok(());
        }
        let iterator = self.get_iter(items)?;
        while let Some(item) = self.iter_next(&iterator)? {
            self.check_memory()?;
            self.set_add(set, item)?;
        }
        Ok(())
    }

    pub(super) fn set_add_value(&mut self, set: &Value, key: Value) -> Result<()> {
        match set.gc::<Set>() {
            Some(set) => self.set_add(&set.clone().0, key).map(|_| ()),
            None => Ok(()),
        }
    }

    pub(super) fn set_update_value(&mut self, set: &Value, items: &Value) -> Result<()> {
        match set.gc::<Set>() {
            Some(set) => self.set_update(&set.clone().0, items),
            None => Ok(()),
        }
    }

    pub(super) fn dict_set_value(&mut self, dict: &Value, key: Value, value: Value) -> Result<()> {
        match dict.gc::<Dict>() {
            Some(dict) => self.dict_set(&dict.clone(), key, value),
            None => Ok(()),
        }
    }
}

/// Whether a built-in container has an item, where nothing has to be asked and its hash is at hand.
#[inline(never)]
pub(super) fn has_plain(container: &Value, item: &Value) -> Option<bool> {
    let hash = |item: &Value| match item {
        Value::Int(int) => Some(hash_int(*int)),
        Value::Object(Kind::Str, _) => item.get::<Str>().map(Str::hash),
        _ => quick_hash(item),
    };
    match container.kind()? {
        Kind::Dict => container.get::<Dict>()?.borrow().find_quick(item).map(|found| found.is_some()),
        Kind::Set => Some(container.get::<Set>()?.0.borrow().find_plain(hash(item)?, item)?.is_some()),
        Kind::FrozenSet => Some(container.get::<FrozenSet>()?.storage.find_plain(hash(item)?, item)?.is_some()),
        Kind::List => found(position(&container.get::<List>()?.0.borrow(), item)),
        Kind::Tuple => found(position(container.get::<Tuple>()?.items(), item)),
        Kind::Str => {
            let (text, part) = (container.get::<Str>()?.as_str(), item.get::<Str>()?.as_str());
            Some(match part.as_bytes() {
                [byte] if text.len() < 16 => text.as_bytes().contains(byte),
                [byte] => memchr::memchr(*byte, text.as_bytes()).is_some(),
                _ => text.contains(part),
            })
        }
        Kind::Bytes => {
            let data = container.get::<Bytes>()?.data();
            Some(match item {
                Value::Int(byte @ 0..256) => memchr::memchr(*byte as u8, data).is_some(),
                _ => memchr::memmem::find(data, item.get::<Bytes>()?.data()).is_some(),
            })
        }
        _ => None,
    }
}

fn found(search: Search) -> Option<bool> {
    match search {
        Search::At(_) => Some(true),
        Search::Absent => Some(false),
        Search::Ask(_) => None,
    }
}

/// The keys of a set or frozenset with their hashes, in table order.
pub(super) fn set_keys(set: &Value) -> Vec<(i64, Value)> {
    let copy = |storage: &SetStorage| storage.hashed().map(|(hash, key)| (hash, key.clone())).collect();
    match (set.get::<Set>(), set.get::<FrozenSet>()) {
        (Some(set), _) => copy(&set.0.borrow()),
        (_, Some(set)) => copy(&set.storage),
        _ => Vec::new(),
    }
}
