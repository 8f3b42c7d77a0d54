//! Changing a `bytearray` in place.

use crate::builtins::sequence::{Key, factor, key, place};
use crate::builtins::slice::{has_index, select};
use crate::heap::Gc;
use crate::object::Selection;
use crate::object::{ByteArray, Str};
use crate::value::Value;
use crate::vm::{Of, Raised, Result, Row, Vm, method, storage};

use super::operators::{cannot_concatenate, repeated};
use super::{buffer, byte};

pub(super) static ROWS: &[Row] = &[
    method!("append", "(self, item, /)", append, "Append a single item to the end of the bytearray."),
    method!(
        "extend",
        "(self, iterable_of_ints, /)",
        extend,
        "Append all the items from the iterator or sequence to the end of the bytearray."
    ),
    method!("insert", "(self, index, item, /)", insert, "Insert a single item into the bytearray before the given index."),
    method!("pop", "(self, index=-1, /)", pop, "Remove and return a single item from B."),
    method!("remove", "(self, value, /)", remove, "Remove the first occurrence of a value in the bytearray."),
    method!("clear", "(self, /)", clear, "Remove all items from the bytearray."),
    method!("reverse", "(self, /)", reverse, "Reverse the order of the values in B in place."),
    method!("copy", "(self, /)", copy, "Return a copy of B."),
    method!("resize", "(self, size, /)", resize, "Resize the internal buffer of bytearray to len."),
    method!("__setitem__", "(self, key, value, /)", set_item, "Set self[key] to value."),
    method!("__delitem__", "(self, key, /)", delete_item, "Delete self[key]."),
    method!("__iadd__", "(self, value, /)", add_in_place, "Implement self+=value."),
    method!("__imul__", "(self, value, /)", multiply_in_place, "Implement self*=value."),
];

fn append(vm: &mut Vm, this: &Gc<ByteArray>, item: &Value) -> Result<()> {
    let item = byte(vm, item)?;
    let mut data = this.0.borrow_mut();
    vm.grow(data.vec(), 1)?;
    data.push(item);
    Ok(())
}

/// The bytes of an iterable of ints.
fn ints(vm: &mut Vm, iterable: &Value) -> Result<Vec<u8>> {
    let values = vm.collect_list(iterable)?;
    values.iter().map(|value| byte(vm, value)).collect()
}

fn extend(vm: &mut Vm, array: &Gc<ByteArray>, iterable_of_ints: &Value) -> Result<()> {
    let copied = buffer(iterable_of_ints).map(|data| data.to_vec());
    let data = match copied {
        Some(data) => data,
        None if storage::<Str>(iterable_of_ints).is_some() => {
            let given = vm.type_name(iterable_of_ints);
            return Err(vm.type_error(format!("expected iterable of integers; got: '{given}'")));
        }
        None => match vm.get_iter(iterable_of_ints) {
            Err(raised) if vm.is_exception(&raised, &vm.exc.type_error) => {
                let given = vm.type_name(iterable_of_ints);
                return Err(vm.type_error(format!("can't extend bytearray with {given}")));
            }
            iterator => ints(vm, &iterator?)?,
        },
    };
    let mut own = array.0.borrow_mut();
    vm.grow(own.vec(), data.len())?;
    own.extend_from_slice(&data);
    Ok(())
}

fn insert(vm: &mut Vm, this: &Gc<ByteArray>, index: i64, item: &Value) -> Result {
    let item = byte(vm, item)?;
    let mut data = this.0.borrow_mut();
    vm.grow(data.vec(), 1)?;
    let length = data.len() as i64;
    let place = if index < 0 { (index + length).max(0) } else { index.min(length) };
    data.vec().insert(place as usize, item);
    Ok(Value::None)
}

fn pop(vm: &mut Vm, this: &Gc<ByteArray>, index: i64) -> Result {
    let mut data = this.0.borrow_mut();
    if data.is_empty() {
        return Err(vm.index_error("pop from empty bytearray"));
    }
    match place(index, data.len()) {
        Some(place) => Ok(Value::Int(i64::from(data.remove(place)))),
        None => Err(vm.index_error("pop index out of range")),
    }
}

fn remove(vm: &mut Vm, this: &Gc<ByteArray>, value: &Value) -> Result {
    let item = byte(vm, value)?;
    let mut data = this.0.borrow_mut();
    match memchr::memchr(item, &data) {
        Some(place) => {
            data.remove(place);
            Ok(Value::None)
        }
        None => Err(vm.value_error("value not found in bytearray")),
    }
}

fn clear(this: &Gc<ByteArray>) {
    this.0.take();
}

fn reverse(this: &Gc<ByteArray>) {
    this.0.borrow_mut().reverse();
}

fn copy(this: &Gc<ByteArray>) -> Value {
    let data = this.0.borrow().to_vec();
    ByteArray::value(data)
}

fn resize(vm: &mut Vm, this: &Gc<ByteArray>, size: i64) -> Result {
    let Ok(size) = usize::try_from(size) else {
        return Err(vm.value_error(format!("Can only resize to positive sizes, got {size}")));
    };
    let mut data = this.0.borrow_mut();
    let more = size.saturating_sub(data.len());
    vm.grow(data.vec(), more)?;
    data.vec().resize(size, 0);
    Ok(Value::None)
}

fn set_item(vm: &mut Vm, array: &Gc<ByteArray>, index: &Value, value: &Value) -> Result<()> {
    match key(vm, "bytearray", index)? {
        Key::Index(index) => {
            let item = byte(vm, value)?;
            let mut data = array.0.borrow_mut();
            let Some(place) = place(index, data.len()) else { return Err(out_of_range(vm)) };
            data[place] = item;
        }
        Key::Slice(slice) => {
            let new = assigned(vm, value)?;
            let selection = select(vm, slice, || array.0.borrow().len())?;
            set_slice(vm, array, selection, &new)?;
        }
    }
    Ok(())
}

/// The bytes that are assigned to a slice.
fn assigned(vm: &mut Vm, value: &Value) -> Result<Vec<u8>> {
    if let Some(data) = buffer(value) {
        return Ok(data.to_vec());
    }
    let wrong = storage::<Str>(value).is_some() || has_index(vm, value);
    let iterator = if wrong { None } else { vm.get_iter(value).ok() };
    match iterator {
        Some(iterator) => ints(vm, &iterator),
        None => Err(vm.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)")),
    }
}

fn set_slice(vm: &Vm, array: &Gc<ByteArray>, selection: Selection, new: &[u8]) -> Result<()> {
    let mut data = array.0.borrow_mut();
    if selection.step == 1 {
        let start = selection.start as usize;
        data.vec().splice(start..start + selection.length, new.iter().copied());
        return Ok(());
    }
    if new.is_empty() {
        drop(data);
        delete(array, selection);
        return Ok(());
    }
    if new.len() != selection.length {
        let text = format!("attempt to assign bytes of size {} to extended slice of size {}", new.len(), selection.length);
        return Err(vm.value_error(text));
    }
    for (place, byte) in selection.places().zip(new) {
        data[place] = *byte;
    }
    Ok(())
}

fn delete(array: &Gc<ByteArray>, selection: Selection) {
    let mut gone = vec![false; array.0.borrow().len()];
    selection.places().for_each(|place| gone[place] = true);
    let mut place = 0;
    array.0.borrow_mut().vec().retain(|_| {
        place += 1;
        !gone[place - 1]
    });
}

fn delete_item(vm: &mut Vm, array: &Gc<ByteArray>, index: &Value) -> Result<()> {
    match key(vm, "bytearray", index)? {
        Key::Index(index) => {
            let mut data = array.0.borrow_mut();
            let Some(place) = place(index, data.len()) else { return Err(out_of_range(vm)) };
            data.remove(place);
        }
        Key::Slice(slice) => {
            let selection = select(vm, slice, || array.0.borrow().len())?;
            match selection.step {
                1 => array.0.borrow_mut().cut(selection.start as usize..selection.start as usize + selection.length),
                _ => delete(array, selection),
            }
        }
    }
    Ok(())
}

#[cold]
fn out_of_range(vm: &Vm) -> Raised {
    vm.index_error("bytearray index out of range")
}

fn add_in_place(vm: &mut Vm, this: Of<ByteArray>, value: &Value) -> Result {
    let array = this.storage;
    let Some(more) = buffer(value).map(|data| data.to_vec()) else { return cannot_concatenate(vm, this.value, value) };
    let mut own = array.0.borrow_mut();
    vm.grow(own.vec(), more.len())?;
    own.extend_from_slice(&more);
    drop(own);
    Ok(this.value.clone())
}

fn multiply_in_place(vm: &mut Vm, this: Of<ByteArray>, value: &Value) -> Result {
    let array = this.storage;
    let Some(times) = factor(vm, value)? else { return Ok(Value::NotImplemented) };
    let product = repeated(vm, &array.0.borrow(), times, true)?;
    array.0.replace(product.into());
    Ok(this.value.clone())
}
