//! Subscripts: the built-in containers directly, all others through `__getitem__` and its kin.

use std::ops::Range;

use super::compare::with_set;
use crate::heap::Gc;
use crate::object::{
    ByteArray, Bytes, Class, Dict, FrozenSet, GenericAlias, Instance, Items, List, Selection, Set, SetStorage, Slice, Str,
    Tuple, drop_backwards,
};
use crate::value::{Kind, Value, copied, push_copies};
use crate::vm::{BinaryOp, Raised, Result, Vm};

impl Vm {
    /// `object[key]`
    pub fn get_item(&mut self, object: &Value, key: &Value) -> Result {
        match object.kind() {
            Some(Kind::Dict) => {
                if let Some(dict) = object.get::<Dict>() {
                    return match self.dict_get(dict, key)? {
                        Some(value) => Ok(value),
                        None => Err(self.key_error(key)),
                    };
                }
            }
            Some(Kind::List) => {
                if let (Some(list), Value::Int(index)) = (object.get::<List>(), key) {
                    let items = list.0.borrow();
                    return match absolute(*index, items.len()) {
                        Some(index) => Ok(items[index].clone()),
                        None => Err(self.index_error("list index out of range")),
                    };
                }
            }
            Some(Kind::Tuple) => {
                if let (Some(tuple), Value::Int(index)) = (object.get::<Tuple>(), key) {
                    return match absolute(*index, tuple.items().len()) {
                        Some(index) => Ok(tuple.items()[index].clone()),
                        None => Err(self.index_error("tuple index out of range")),
                    };
                }
            }
            Some(Kind::Str) => {
                if let (Some(text), Value::Int(index)) = (object.gc::<Str>(), key) {
                    let character = absolute(*index, text.char_len()).and_then(|index| text.char_at(index));
                    return match character {
                        Some(c) => Ok(self.character(c)),
                        None => Err(self.index_error("string index out of range")),
                    };
                }
            }
            Some(Kind::Bytes) => {
                if let (Some(bytes), Value::Int(index)) = (object.get::<Bytes>(), key) {
                    return match absolute(*index, bytes.data().len()) {
                        Some(index) => Ok(Value::Int(i64::from(bytes.data()[index]))),
                        None => Err(self.index_error("index out of range")),
                    };
                }
            }
            Some(Kind::ByteArray) => {
                if let (Some(array), Value::Int(index)) = (object.get::<ByteArray>(), key) {
                    let data = array.0.borrow();
                    return match absolute(*index, data.len()) {
                        Some(index) => Ok(Value::Int(i64::from(data[index]))),
                        None => Err(self.index_error("bytearray index out of range")),
                    };
                }
            }
            Some(Kind::Class) => return self.class_get_item(object, key),
            _ => {}
        }
        if let Some(slice) = key.get::<Slice>()
            && let Some(part) = between(object, &slice.start, &slice.stop, &slice.step)
        {
            return Ok(part);
        }
        if let Some(value) = self.call_special(object, &self.names.getitem.clone(), std::slice::from_ref(key))? {
            return Ok(value);
        }
        Err(self.not_subscriptable(object))
    }

    #[cold]
    fn not_subscriptable(&self, object: &Value) -> Raised {
        match object.get::<Class>() {
            Some(class) => self.type_error(format!("type '{}' is not subscriptable", class.name_in_messages())),
            None => self.type_error(format!("'{}' object is not subscriptable", self.type_name(object))),
        }
    }

    /// `Class[args]`: the metaclass's `__getitem__`, else `__class_getitem__`; built-in containers are generic.
    fn class_get_item(&mut self, object: &Value, key: &Value) -> Result {
        if let Some(value) = self.call_special(object, &self.names.getitem.clone(), std::slice::from_ref(key))? {
            return Ok(value);
        }
        if let Some(method) = self.get_attr_optional(object, &self.names.class_getitem.clone())? {
            return self.call(&method, std::slice::from_ref(key));
        }
        let generic =
            ["list", "dict", "tuple", "set", "frozenset", "type", "enumerate", "BaseExceptionGroup", "ExceptionGroup"];
        let is_generic =
            object.get::<Class>().is_some_and(|class| class.builtin && generic.contains(&class.name.borrow().as_str()));
        if !is_generic {
            return Err(self.not_subscriptable(object));
        }
        Ok(GenericAlias::value(object.clone(), key))
    }

    /// `object[key] = value`
    pub fn set_item(&mut self, object: &Value, key: &Value, value: Value) -> Result<()> {
        match object.kind() {
            Some(Kind::Dict) => {
                if let Some(dict) = object.get::<Dict>() {
                    return self.dict_set(dict, key.clone(), value);
                }
            }
            Some(Kind::List) => {
                if let (Some(list), Value::Int(index)) = (object.get::<List>(), key) {
                    let mut items = list.0.borrow_mut();
                    let Some(index) = absolute(*index, items.len()) else {
                        return Err(self.index_error("list assignment index out of range"));
                    };
                    let old = std::mem::replace(&mut items[index], value);
                    drop(items);
                    drop(old);
                    return Ok(());
                }
                if let Some(slice) = key.get::<Slice>()
                    && let Some(old) = set_part(object, [&slice.start, &slice.stop, &slice.step], &value, false)
                {
                    drop_backwards(&mut { old });
                    return Ok(());
                }
            }
            Some(Kind::ByteArray) => {
                if let (Some(array), Value::Int(index), Value::Int(byte @ 0..256)) = (object.get::<ByteArray>(), key, &value) {
                    let mut data = array.0.borrow_mut();
                    let Some(index) = absolute(*index, data.len()) else {
                        return Err(self.index_error("bytearray index out of range"));
                    };
                    data[index] = *byte as u8;
                    return Ok(());
                }
            }
            _ => {}
        }
        match self.call_special(object, &self.names.setitem.clone(), &[key.clone(), value])? {
            Some(_) => Ok(()),
            None => Err(self.type_error(format!("'{}' object does not support item assignment", self.type_name(object)))),
        }
    }

    /// `del object[key]`
    pub fn del_item(&mut self, object: &Value, key: &Value) -> Result<()> {
        if let Some(dict) = object.get::<Dict>() {
            return match self.dict_remove(dict, key)? {
                Some(_) => Ok(()),
                None => Err(self.key_error(key)),
            };
        }
        if let Some(old) = cut_part(object, key) {
            drop_backwards(&mut { old });
            return Ok(());
        }
        if cut_bytes(object, key).is_some() {
            return Ok(());
        }
        match self.call_special(object, &self.names.delitem.clone(), std::slice::from_ref(key))? {
            Some(_) => Ok(()),
            None => Err(self.type_error(format!("'{}' object doesn't support item deletion", self.type_name(object)))),
        }
    }

    /// `dict[key]` of a subclass of dict: `__missing__` is asked for what is not there.
    pub fn dict_subscript(&mut self, object: &Value, dict: &Gc<Dict>, key: &Value) -> Result {
        if let Some(value) = self.dict_get(dict, key)? {
            return Ok(value);
        }
        if object.is::<Instance>()
            && let Some(value) = self.call_special(object, &self.names.missing.clone(), std::slice::from_ref(key))?
        {
            return Ok(value);
        }
        Err(self.key_error(key))
    }
}

impl Vm {
    /// The items, `times` times over.
    pub fn repeated(&self, items: &[Value], times: i64) -> Result<Vec<Value>> {
        let times = times.max(0) as usize;
        let Some(total) = items.len().checked_mul(times).filter(|total| *total <= isize::MAX as usize / 16) else {
            return Err(self.memory_error());
        };
        self.check_items::<Value>(total)?;
        let mut all = Vec::new();
        if all.try_reserve_exact(total).is_err() {
            return Err(self.memory_error());
        }
        match items {
            [item] => push_copies(&mut all, item, total),
            _ => (0..times).for_each(|_| all.extend_from_slice(items)),
        }
        Ok(all)
    }

    /// What lists, tuples and sets do by an operator; none for other operands, and where scripts have to be asked.
    pub(super) fn combine(&self, op: BinaryOp, a: &Value, b: &Value) -> Option<Result> {
        match (op, a, b) {
            (BinaryOp::Add, Value::Object(Kind::List, _), Value::Object(Kind::List, _)) => {
                let (first, second) = (a.get::<List>()?.0.borrow(), b.get::<List>()?.0.borrow());
                let checked = self.check_items::<Value>(first.len() + second.len());
                Some(checked.map(|()| List::value([&first[..], &second[..]].concat())))
            }
            (BinaryOp::Add, Value::Object(Kind::Tuple, _), Value::Object(Kind::Tuple, _)) => {
                let (first, second) = (a.get::<Tuple>()?.items(), b.get::<Tuple>()?.items());
                Some(Ok(match (first, second) {
                    ([], _) => b.clone(),
                    (_, []) => a.clone(),
                    _ => joined(first, second).into(),
                }))
            }
            (BinaryOp::Mul, Value::Object(Kind::List, _), Value::Int(times)) => {
                Some(self.repeated(&a.get::<List>()?.0.borrow(), *times).map(List::value))
            }
            (BinaryOp::Mul, Value::Int(times), Value::Object(Kind::List, _)) => {
                Some(self.repeated(&b.get::<List>()?.0.borrow(), *times).map(List::value))
            }
            (BinaryOp::BitOr | BinaryOp::BitAnd | BinaryOp::Sub, Value::Object(kind, object), Value::Object(_, other)) => {
                if object.address() == other.address() {
                    return None;
                }
                let table = with_set(a, |a| {
                    with_set(b, |b| match op {
                        BinaryOp::BitOr => a.union(b),
                        BinaryOp::BitAnd => a.intersection(b),
                        _ => a.difference(b),
                    })
                })?;
                Some(Ok(if *kind == Kind::Set { Set::new(table).into() } else { FrozenSet::new(table).into() }))
            }
            _ => None,
        }
    }

    /// `a += b` of a list and a list or tuple, `a |= b` of sets: whether it was done.
    pub(super) fn combine_in_place(&self, op: BinaryOp, a: &Value, b: &Value) -> Result<bool> {
        match (op, a.kind(), b.kind()) {
            (BinaryOp::Add, Some(Kind::List), Some(Kind::List | Kind::Tuple)) if !a.same(b) => {
                let Some(list) = a.get::<List>() else { return Ok(false) };
                let mut items = list.0.borrow_mut();
                let mut add = |more: &[Value]| {
                    self.grow(&mut *items, more.len())?;
                    items.extend_from_slice(more);
                    Ok(true)
                };
                match (b.get::<List>(), b.get::<Tuple>()) {
                    (Some(other), _) => add(&other.0.borrow()),
                    (_, Some(other)) => add(other.items()),
                    _ => Ok(false),
                }
            }
            (BinaryOp::BitOr, Some(Kind::Set), Some(Kind::Set | Kind::FrozenSet)) if !a.same(b) => {
                let merge = |a: &Set, b: &SetStorage| a.0.borrow_mut().merge(b);
                Ok(a.get::<Set>().and_then(|a| with_set(b, |b| merge(a, b))).is_some())
            }
            _ => Ok(false),
        }
    }
}

/// A tuple of the items of two, neither of which is empty.
fn joined(first: &[Value], second: &[Value]) -> Gc<Tuple> {
    match (first, second) {
        ([a], [b]) => Tuple::new([a.clone(), b.clone()]),
        ([a, b], [c]) | ([a], [b, c]) => Tuple::new([a.clone(), b.clone(), c.clone()]),
        _ => Tuple::new([first, second].concat()),
    }
}

/// `object[start:stop:step]` of a string, of bytes, a list or tuple with plain ints as bounds.
pub(super) fn between(object: &Value, start: &Value, stop: &Value, step: &Value) -> Option<Value> {
    let select = |length: usize| Selection::of_parts(start, stop, step, length);
    if length_in_bytes(object) > LARGE && !fits(object, start, stop, step) {
        return None;
    }
    match object.kind()? {
        Kind::Str => {
            let text = object.get::<Str>()?;
            let length = text.char_len();
            let range = select(length)?.range()?;
            if range.len() == length {
                return Some(object.clone());
            }
            Some(text.part(text.byte_offset(range.start), text.byte_offset(range.end)))
        }
        Kind::Bytes => {
            let data = object.get::<Bytes>()?.data();
            let selection = select(data.len())?;
            Some(match selection.range() {
                Some(range) if range.len() == data.len() => object.clone(),
                Some(range) => Bytes::value(&data[range]),
                None => Bytes::value(&selection.of(data)[..]),
            })
        }
        Kind::ByteArray => {
            let data = object.get::<ByteArray>()?.0.borrow();
            Some(ByteArray::value(select(data.len())?.of(&data)))
        }
        Kind::List => {
            let items = object.get::<List>()?.0.borrow();
            let selection = select(items.len())?;
            Some(match selection.range() {
                Some(range) => List::of(&items[range]),
                None => List::value(selection.of(&items)),
            })
        }
        Kind::Tuple => {
            let items = object.get::<Tuple>()?.items();
            let selection = select(items.len())?;
            match selection.range() {
                Some(range) if range.len() == items.len() => Some(object.clone()),
                // There is one empty tuple, which the machine has.
                _ if selection.length == 0 => None,
                Some(range) => Some(Tuple::value(&items[range])),
                None => Some(Tuple::value(selection.of(items))),
            }
        }
        _ => None,
    }
}

/// Parts of objects of so many bytes are made in the general way where there is no memory for them, which raises.
const LARGE: usize = 4 << 20;

/// About how many bytes a sequence has.
#[inline]
fn length_in_bytes(object: &Value) -> usize {
    match object.kind() {
        Some(Kind::Str) => object.get::<Str>().map_or(0, |text| text.as_str().len()),
        Some(Kind::Bytes) => object.get::<Bytes>().map_or(0, |bytes| bytes.data().len()),
        Some(Kind::ByteArray) => object.get::<ByteArray>().map_or(0, |array| array.0.borrow().len()),
        Some(Kind::List) => object.get::<List>().map_or(0, |list| size_of_val(&**list.0.borrow())),
        Some(Kind::Tuple) => object.get::<Tuple>().map_or(0, |tuple| size_of_val(tuple.items())),
        _ => 0,
    }
}

/// Whether there is memory for a part of a large sequence.
#[cold]
#[inline(never)]
fn fits(object: &Value, start: &Value, stop: &Value, step: &Value) -> bool {
    let bytes = length_in_bytes(object);
    let length = object.get::<Str>().map_or(bytes, Str::char_len);
    let length = if matches!(object.kind(), Some(Kind::List | Kind::Tuple)) { bytes / size_of::<Value>() } else { length };
    let Some(selection) = Selection::of_parts(start, stop, step, length) else { return true };
    crate::heap::can_have(bytes / length.max(1) * selection.length).is_ok()
}

/// `object[start:stop] = value` of a list by a list or tuple, with plain ints as bounds: what was there, which is still to be dropped. A value
/// that nobody else has is taken apart.
pub(super) fn set_part(object: &Value, [start, stop, step]: [&Value; 3], value: &Value, owned: bool) -> Option<Vec<Value>> {
    let list = object.get::<List>()?;
    let (own, new) = (length_in_bytes(object), length_in_bytes(value));
    // A copy of the new items, and the list, which grows to twice its size.
    if new > LARGE && crate::heap::can_have(new.saturating_add(2 * own.max(new))).is_err() {
        return None;
    }
    let part = |items: &Items| Selection::of_parts(start, stop, step, items.len())?.range();
    let range = part(&list.0.borrow())?;
    let mut new = match (value.get::<List>(), value.get::<Tuple>()) {
        (Some(other), _) if owned => {
            let mut other = other.0.borrow_mut();
            if other.len() == range.len() {
                list.0.borrow_mut()[range].swap_with_slice(&mut other);
                return Some(Vec::new());
            }
            std::mem::take(&mut *other).into()
        }
        (Some(other), _) => copied(&other.0.borrow()),
        (_, Some(other)) => copied(other.items()),
        _ => return None,
    };
    list.0.borrow_mut().replace(range, &mut new);
    Some(new)
}

/// `del object[key]` of a list, by an int or a slice of ints without a step: what was there.
fn cut_part(object: &Value, key: &Value) -> Option<Vec<Value>> {
    let mut items = object.get::<List>()?.0.borrow_mut();
    let part = plain_part(key, items.len())?;
    let mut old = Vec::new();
    items.cut(part, &mut old);
    Some(old)
}

/// The same of a bytearray.
fn cut_bytes(object: &Value, key: &Value) -> Option<()> {
    let mut data = object.get::<ByteArray>()?.0.borrow_mut();
    let part = plain_part(key, data.len())?;
    data.cut(part);
    Some(())
}

/// The places of an int, or of a slice of ints without a step, in a sequence of that length.
#[inline]
fn plain_part(key: &Value, length: usize) -> Option<Range<usize>> {
    match key {
        Value::Int(index) => absolute(*index, length).map(|place| place..place + 1),
        _ => Selection::plain(key.get::<Slice>()?, length)?.range(),
    }
}

/// The place of an index that may count from the end.
#[inline(always)]
pub fn absolute(index: i64, len: usize) -> Option<usize> {
    let place = if index < 0 { index + len as i64 } else { index };
    (0..len as i64).contains(&place).then_some(place as usize)
}
