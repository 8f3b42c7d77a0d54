//! Building and taking apart: displays, unpacking, stars, f-strings.

use crate::bytecode::DEFERRED;
use crate::object::{Dict, List, Set, SetStorage, Str, Tuple};
use crate::value::{Kind, Value};
use crate::vm::{Result, Vm};

/// The tuple of a list that nobody else has.
pub(super) fn list_to_tuple(list: Value) -> Value {
    let items = match list.get::<List>() {
        Some(list) => list.0.take().into(),
        None => Vec::new(),
    };
    Tuple::value(items)
}

impl Vm {
    pub(super) fn build_set(&mut self, items: Vec<Value>) -> Result {
        let set = Set::new(SetStorage::default());
        for item in items {
            self.set_add(&set.0, item)?;
        }
        Ok(set.into())
    }

    /// Exactly `count` items.
    pub(super) fn unpack(&mut self, source: &Value, count: usize) -> Result<Vec<Value>> {
        if let Some(items) = source
            .get::<Tuple>()
            .map(|tuple| tuple.items().to_vec())
            .or_else(|| source.get::<List>().map(|list| list.0.borrow().to_vec()))
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
        if !self.is_iterable(source) {
            return Err(self.type_error(format!("cannot unpack non-iterable {} object", self.type_name(source))));
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

    /// One `{…}` of an f-string.
    pub(super) fn format_step(&mut self, value: &Value, spec: &Value, conversion: u8) -> Result {
        let converted = match conversion {
            0 | DEFERRED => value.clone(),
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
