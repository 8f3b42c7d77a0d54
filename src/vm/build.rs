//! Building and taking apart: displays, unpacking, stars, f-strings.

use crate::object::{Dict, DictStorage, FrozenSet, Function, List, Set, SetStorage, Str, Tuple};
use crate::value::{Kind, Value};
use crate::vm::{Result, Vm};

/// The strings, joined.
pub(super) fn build_string(parts: &[Value]) -> Value {
    let texts = || parts.iter().filter_map(Value::get::<Str>).map(Str::as_str);
    Str::of_pieces(texts().map(str::len).sum(), texts())
}

/// The tuple of a list that nobody else has.
pub(super) fn list_to_tuple(list: Value) -> Value {
    let items = match list.get::<List>() {
        Some(list) => list.0.take(),
        None => Vec::new(),
    };
    Tuple::value(items)
}

/// The items of a list, tuple, set or frozenset, or the keys of a dict, without running a script.
pub(super) fn plain_items(value: &Value) -> Vec<Value> {
    match value.kind() {
        Some(Kind::List) => value.get::<List>().map(|list| list.0.borrow().clone()),
        Some(Kind::Tuple) => value.get::<Tuple>().map(|tuple| tuple.items().to_vec()),
        Some(Kind::Set) => value.get::<Set>().map(|set| set.0.borrow().iter().cloned().collect()),
        Some(Kind::FrozenSet) => value.get::<FrozenSet>().map(|set| set.storage.iter().cloned().collect()),
        Some(Kind::Dict) => value.get::<Dict>().map(|dict| dict.borrow().iter().map(|entry| entry.key.clone()).collect()),
        _ => None,
    }
    .unwrap_or_default()
}

impl Vm {
    pub(super) fn build_set(&mut self, items: Vec<Value>) -> Result {
        let set = Set::new(SetStorage::default());
        for item in items {
            self.set_add(&set.0, item)?;
        }
        Ok(set.into())
    }

    pub(super) fn build_dict(&mut self, flat: Vec<Value>) -> Result {
        let dict = Dict::from_storage(DictStorage::with_capacity(flat.len() / 2));
        let mut parts = flat.into_iter();
        while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
            self.dict_set(&dict, key, value)?;
        }
        Ok(dict.into())
    }

    /// Exactly `count` items.
    pub(super) fn unpack(&mut self, source: &Value, count: usize) -> Result<Vec<Value>> {
        if let Some(items) = source
            .get::<Tuple>()
            .map(|tuple| tuple.items().to_vec())
            .or_else(|| source.get::<List>().map(|list| list.0.borrow().clone()))
        {
            return self.check_count(items, count, source);
        }
        let iterator = self.iter_to_unpack(source)?;
        let mut items = Vec::with_capacity(count);
        while items.len() <= count {
            match self.iter_next(&iterator)? {
                Some(item) => items.push(item),
                None => break,
            }
        }
        self.check_count(items, count, source)
    }

    fn iter_to_unpack(&mut self, source: &Value) -> Result {
        let class = self.class_of(source);
        let iterable =
            class.lookup(&self.names.iter).is_some_and(|iter| !iter.is_none()) || class.lookup(&self.names.getitem).is_some();
        if !iterable {
            return Err(self.type_error(format!("cannot unpack non-iterable {} object", class.name.borrow())));
        }
        self.get_iter(source)
    }

    fn check_count(&self, items: Vec<Value>, count: usize, source: &Value) -> Result<Vec<Value>> {
        if items.len() == count {
            return Ok(items);
        }
        Err(self.value_error(if items.len() < count {
            format!("not enough values to unpack (expected {count}, got {})", items.len())
        } else if matches!(source.kind(), Some(Kind::List | Kind::Tuple | Kind::Dict)) {
            let got = source.get::<Dict>().map_or(items.len(), Dict::len);
            format!("too many values to unpack (expected {count}, got {got})")
        } else {
            format!("too many values to unpack (expected {count})")
        }))
    }

    /// `before` items, a list of the middle, `after` items.
    pub(super) fn unpack_ex(&mut self, source: &Value, before: usize, after: usize) -> Result<Vec<Value>> {
        let iterator = self.iter_to_unpack(source)?;
        let mut items = self.collect(&iterator)?;
        if items.len() < before + after {
            let least = before + after;
            return Err(
                self.value_error(format!("not enough values to unpack (expected at least {least}, got {})", items.len()))
            );
        }
        let tail = items.split_off(items.len() - after);
        let middle = items.split_off(before);
        items.push(List::value(middle));
        items.extend(tail);
        Ok(items)
    }

    /// `*value` in a display or call.
    pub(super) fn extend_star(&mut self, list: &Value, value: &Value) -> Result<()> {
        let class = self.class_of(value);
        let iterable =
            class.lookup(&self.names.iter).is_some_and(|iter| !iter.is_none()) || class.lookup(&self.names.getitem).is_some();
        if !iterable {
            return Err(self.type_error(format!("Value after * must be an iterable, not {}", class.name.borrow())));
        }
        let items = self.collect(value)?;
        if let Some(list) = list.get::<List>() {
            list.0.borrow_mut().extend(items);
        }
        Ok(())
    }

    /// `{**value}`
    pub(super) fn dict_update_display(&mut self, dict: &Value, value: &Value) -> Result<()> {
        if !value.is::<Dict>() && self.get_attr_optional(value, &self.names.keys.clone())?.is_none() {
            return Err(self.type_error(format!("'{}' object is not a mapping", self.type_name(value))));
        }
        match dict.gc::<Dict>() {
            Some(dict) => self.dict_update(&dict.clone(), value),
            None => Ok(()),
        }
    }

    /// `**value` in a call of `callee`.
    pub(super) fn dict_merge(&mut self, dict: &Value, value: &Value, callee: &Value) -> Result<()> {
        let name = match callee.get::<Function>() {
            Some(function) => {
                format!("{}.{}()", self.str(&function.meta.borrow().module.clone())?, function.meta.borrow().qualname)
            }
            None => match self.get_attr_optional(callee, &self.names.qualname.clone())? {
                Some(name) => format!("{}()", self.str(&name)?),
                None => format!("{} object", self.type_name(callee)),
            },
        };
        if !value.is::<Dict>() && self.get_attr_optional(value, &self.names.keys.clone())?.is_none() {
            return Err(self.type_error(format!("Value after ** must be a mapping, not {}", self.type_name(value))));
        }
        let Some(dict) = dict.gc::<Dict>().cloned() else { return Ok(()) };
        for (key, value) in self.mapping_items(value)? {
            let Some(text) = key.gc::<Str>() else { return Err(self.type_error("keywords must be strings")) };
            if dict.get_str(text).is_some() {
                return Err(self.type_error(format!("{name} got multiple values for keyword argument '{text}'")));
            }
            dict.set_str(&text.clone(), value);
        }
        Ok(())
    }

    /// One `{…}` of an f-string.
    pub(super) fn format_step(&mut self, value: &Value, spec: &Value, conversion: u8) -> Result {
        let converted = match conversion {
            0 => value.clone(),
            1 => self.str(value)?.into(),
            2 => self.repr(value)?.into(),
            _ => self.ascii(value)?.into(),
        };
        match spec.gc::<Str>() {
            Some(spec) => self.format_with(&converted, spec).map(Value::from),
            None => self.format(&converted, "").map(Value::from),
        }
    }
}
