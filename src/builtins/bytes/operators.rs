//! The operators and conversions that `bytes` and `bytearray` share.

use crate::builtins::format::percent;
use crate::builtins::sequence::{Key, factor, key, place};
use crate::builtins::slice::{has_index, select};
use crate::builtins::text::{quote, search};
use crate::object::{ByteArray, Bytes, Iter, Iterator, Str};
use crate::value::Value;
use crate::vm::{CompareOp, Result, Row, This, Vm, method, storage};

use super::{Buffer, alike, buffer, byte, is_array, not_bytes_like, part};

pub(super) static ROWS: &[Row] = &[
    method!("__add__", "(self, value, /)", add, "Return self+value."),
    method!("__mul__", "(self, value, /)", multiply, "Return self*value."),
    method!("__rmul__", "(self, value, /)", multiply, "Return value*self."),
    method!("__mod__", "(self, value, /)", modulo, "Return self%value."),
    method!("__rmod__", "(self, value, /)", reflected_modulo, "Return value%self."),
    method!("__contains__", "(self, key, /)", contains, "Return bool(key in self)."),
    method!("__getitem__", "(self, key, /)", get_item, "Return self[key]."),
    method!("__len__", "(self, /)", len, "Return len(self)."),
    method!("__iter__", "(self, /)", iter, "Implement iter(self)."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
    method!("__str__", "(self, /)", repr, "Return str(self)."),
    method!("__eq__", "(self, value, /)", |this, value| compare(this, value, CompareOp::Eq), "Return self==value."),
    method!("__ne__", "(self, value, /)", |this, value| compare(this, value, CompareOp::Ne), "Return self!=value."),
    method!("__lt__", "(self, value, /)", |this, value| compare(this, value, CompareOp::Lt), "Return self<value."),
    method!("__le__", "(self, value, /)", |this, value| compare(this, value, CompareOp::Le), "Return self<=value."),
    method!("__gt__", "(self, value, /)", |this, value| compare(this, value, CompareOp::Gt), "Return self>value."),
    method!("__ge__", "(self, value, /)", |this, value| compare(this, value, CompareOp::Ge), "Return self>=value."),
];

fn add(vm: &mut Vm, this: This<Buffer>, value: &Value) -> Result {
    let Some(other) = buffer(value) else { return cannot_concatenate(vm, this.value, value) };
    let data = this.data();
    vm.check_bytes(data.len() + other.len())?;
    if is_array(this.value) {
        return Ok(ByteArray::value([&*data, &*other].concat()));
    }
    Ok(Bytes::of_pieces(data.len() + other.len(), [&*data, &*other].into_iter()))
}

/// Another type may know how to add bytes from the left; else the error is this one.
pub(super) fn cannot_concatenate(vm: &mut Vm, value: &Value, other: &Value) -> Result {
    if vm.lookup_special(other, &vm.names.radd).is_some() {
        return Ok(Value::NotImplemented);
    }
    let (class, given) = (vm.type_name(value), vm.type_name(other));
    Err(vm.type_error(format!("can't concat {given} to {class}")))
}

/// The bytes, `times` times over.
pub(super) fn repeated(vm: &Vm, data: &[u8], times: i64, array: bool) -> Result<Vec<u8>> {
    let times = times.max(0) as usize;
    let total = data.len().checked_mul(times).filter(|total| *total <= isize::MAX as usize);
    match total {
        None if !array => Err(vm.overflow_error("repeated bytes are too long")),
        None => Err(vm.memory_error()),
        Some(total) => {
            vm.check_bytes(total)?;
            Ok(data.repeat(if total == 0 { 0 } else { times }))
        }
    }
}

fn multiply(vm: &mut Vm, this: This<Buffer>, value: &Value) -> Result {
    let Some(times) = factor(vm, value)? else { return Ok(Value::NotImplemented) };
    let array = storage::<ByteArray>(this.value).is_some();
    let data = this.data();
    Ok(alike(this.value, repeated(vm, &data, times, array)?))
}

fn modulo(vm: &mut Vm, this: This<Buffer>, value: &Value) -> Result {
    let template = this.data().to_vec();
    Ok(alike(this.value, percent::format_bytes(vm, &template, value)?))
}

fn reflected_modulo(vm: &mut Vm, this: &Value, value: &Value) -> Result {
    let Some(template) = buffer(value).map(|data| data.to_vec()) else { return Ok(Value::NotImplemented) };
    Ok(alike(value, percent::format_bytes(vm, &template, this)?))
}

fn contains(vm: &mut Vm, this: Buffer, key: &Value) -> Result<bool> {
    if let Some(needle) = buffer(key) {
        return Ok(search::find(&this.data(), &needle).is_some());
    }
    if !has_index(vm, key) {
        return Err(not_bytes_like(vm, key));
    }
    let wanted = byte(vm, key)?;
    Ok(search::first_byte(&this.data(), wanted).is_some())
}

fn get_item(vm: &mut Vm, this: This<Buffer>, index: &Value) -> Result {
    let array = storage::<ByteArray>(this.value).is_some();
    match key(vm, if array { "bytearray" } else { "byte" }, index)? {
        Key::Slice(slice) => {
            let selection = select(vm, slice, || buffer(this.value).map_or(0, |data| data.len()))?;
            vm.check_bytes(selection.length)?;
            let data = this.data();
            if selection.step == 1 {
                let start = selection.start as usize;
                return Ok(part(this.value, &data, start..start + selection.length));
            }
            if selection.step == -1 && selection.length == data.len() {
                return Ok(alike(this.value, data.iter().rev().copied().collect::<Vec<u8>>()));
            }
            Ok(alike(this.value, selection.places().map(|place| data[place]).collect::<Vec<u8>>()))
        }
        Key::Index(index) => {
            let data = this.data();
            match place(index, data.len()) {
                Some(place) => Ok(Value::Int(i64::from(data[place]))),
                None => Err(vm.index_error(if array { "bytearray index out of range" } else { "index out of range" })),
            }
        }
    }
}

fn len(this: Buffer) -> usize {
    this.data().len()
}

fn iter(vm: &mut Vm, this: This<Buffer>) -> Result {
    drop(this.data());
    Ok(Iterator::value(Iter::Bytes(vm.payload(this.value), 0)))
}

fn repr(vm: &mut Vm, this: This<Buffer>) -> Result {
    // Each byte may need an escape of four characters.
    vm.check_bytes(4 * this.data().len())?;
    let Some(array) = storage::<ByteArray>(this.value) else {
        return Ok(Str::value(quote::bytes_repr(&this.data())));
    };
    let inner = quote::bytearray_repr(&array.0.borrow());
    let class = vm.type_name(this.value);
    Ok(Str::value(format!("{class}({inner})")))
}

fn compare(this: Buffer, value: &Value, op: CompareOp) -> Value {
    let data = this.data();
    let Some(other) = buffer(value) else { return Value::NotImplemented };
    match op {
        CompareOp::Eq => *data == *other,
        CompareOp::Ne => *data != *other,
        _ => op.holds(Some((*data).cmp(&*other))),
    }
    .into()
}
