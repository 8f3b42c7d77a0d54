//! Subscripts: the built-in containers directly, all others through `__getitem__` and its kin.

use crate::heap::Gc;
use crate::object::{ByteArray, Bytes, Class, Dict, GenericAlias, Instance, List, Slice, Str, Tuple};
use crate::value::{Kind, Value};
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
        if let Some(part) = plain_slice(object, key) {
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
            [item] => all.resize(total, item.clone()),
            _ => (0..times).for_each(|_| all.extend_from_slice(items)),
        }
        Ok(all)
    }

    /// `a + b` and `a * n` of lists and tuples; none for other operands.
    pub(super) fn join_or_repeat(&self, op: BinaryOp, a: &Value, b: &Value) -> Option<Result> {
        match (op, a, b) {
            (BinaryOp::Add, Value::Object(Kind::List, _), Value::Object(Kind::List, _)) => {
                Some(Ok(List::value([&a.get::<List>()?.0.borrow()[..], &b.get::<List>()?.0.borrow()[..]].concat())))
            }
            (BinaryOp::Add, Value::Object(Kind::Tuple, _), Value::Object(Kind::Tuple, _)) => {
                let (first, second) = (a.get::<Tuple>()?.items(), b.get::<Tuple>()?.items());
                Some(Ok(match (first, second) {
                    ([], _) => b.clone(),
                    (_, []) => a.clone(),
                    _ => Tuple::value(first.iter().chain(second).cloned().collect::<Tuple>()),
                }))
            }
            (BinaryOp::Mul, Value::Object(Kind::List, _), Value::Int(times)) => {
                Some(self.repeated(&a.get::<List>()?.0.borrow(), *times).map(List::value))
            }
            (BinaryOp::Mul, Value::Int(times), Value::Object(Kind::List, _)) => {
                Some(self.repeated(&b.get::<List>()?.0.borrow(), *times).map(List::value))
            }
            _ => None,
        }
    }
}

fn plain_slice(object: &Value, key: &Value) -> Option<Value> {
    let slice = key.get::<Slice>().filter(|slice| slice.step.is_none())?;
    between(object, &slice.start, &slice.stop)
}

/// `object[start:stop]` of a string, of bytes, a list or tuple with plain ints as bounds.
pub(super) fn between(object: &Value, start: &Value, stop: &Value) -> Option<Value> {
    let range = |len: usize| {
        let bound = |value: &Value, default: usize| match value {
            Value::None => Some(default),
            Value::Int(at) if *at < 0 => Some(at.saturating_add(len as i64).max(0) as usize),
            Value::Int(at) => Some((*at as usize).min(len)),
            _ => None,
        };
        let (start, stop) = (bound(start, 0)?, bound(stop, len)?);
        Some(start..stop.max(start))
    };
    match object.kind()? {
        Kind::Str => {
            let text = object.get::<Str>()?;
            let length = text.char_len();
            let range = range(length)?;
            if range.len() == length {
                return Some(object.clone());
            }
            Some(text.part(text.byte_offset(range.start), text.byte_offset(range.end)))
        }
        Kind::Bytes => {
            let data = object.get::<Bytes>()?.data();
            let range = range(data.len())?;
            Some(if range.len() == data.len() { object.clone() } else { Bytes::value(&data[range]) })
        }
        Kind::ByteArray => {
            let data = object.get::<ByteArray>()?.0.borrow();
            let range = range(data.len())?;
            Some(ByteArray::value(data[range].to_vec()))
        }
        Kind::List => {
            let items = object.get::<List>()?.0.borrow();
            let range = range(items.len())?;
            Some(List::value(items[range].to_vec()))
        }
        Kind::Tuple => {
            let items = object.get::<Tuple>()?.items();
            let range = range(items.len())?;
            Some(if range.len() == items.len() { object.clone() } else { Tuple::value(&items[range]) })
        }
        _ => None,
    }
}

/// The place of an index that may count from the end.
#[inline(always)]
pub fn absolute(index: i64, len: usize) -> Option<usize> {
    let place = if index < 0 { index + len as i64 } else { index };
    (0..len as i64).contains(&place).then_some(place as usize)
}
