//! The operators and conversions that `bytes` and `bytearray` share.

use crate::builtins::format::percent;
use crate::builtins::receiver::storage;
use crate::builtins::sequence::{Key, factor, key, place};
use crate::builtins::slice::{has_index, select};
use crate::builtins::text::{quote, search};
use crate::object::{ByteArray, Bytes, Iter, Iterator, Str};
use crate::value::Value;
use crate::vm::{CompareOp, Result, Row, Vm};

use super::{alike, buffer, byte, is_array, not_bytes_like, part, this};

pub(super) static ROWS: &[Row] = &[
    Row::method("__add__", "(self, value, /)", add, "Return self+value."),
    Row::method("__mul__", "(self, value, /)", multiply, "Return self*value."),
    Row::method("__rmul__", "(self, value, /)", multiply, "Return value*self."),
    Row::method("__mod__", "(self, value, /)", modulo, "Return self%value."),
    Row::method("__rmod__", "(self, value, /)", reflected_modulo, "Return value%self."),
    Row::method("__contains__", "(self, key, /)", contains, "Return bool(key in self)."),
    Row::method("__getitem__", "(self, key, /)", get_item, "Return self[key]."),
    Row::method("__len__", "(self, /)", len, "Return len(self)."),
    Row::method("__iter__", "(self, /)", iter, "Implement iter(self)."),
    Row::method("__repr__", "(self, /)", repr, "Return repr(self)."),
    Row::method("__str__", "(self, /)", repr, "Return str(self)."),
    Row::method("__eq__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Eq), "Return self==value."),
    Row::method("__ne__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Ne), "Return self!=value."),
    Row::method("__lt__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Lt), "Return self<value."),
    Row::method("__le__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Le), "Return self<=value."),
    Row::method("__gt__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Gt), "Return self>value."),
    Row::method("__ge__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Ge), "Return self>=value."),
];

fn add(vm: &mut Vm, args: &[Value]) -> Result {
    let Some(other) = buffer(&args[1]) else { return cannot_concatenate(vm, &args[0], &args[1]) };
    let data = this(vm, args, "__add__")?;
    vm.check_bytes(data.len() + other.len())?;
    if is_array(&args[0]) {
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

fn multiply(vm: &mut Vm, args: &[Value]) -> Result {
    let Some(times) = factor(vm, &args[1])? else { return Ok(Value::NotImplemented) };
    let array = storage::<ByteArray>(&args[0]).is_some();
    let data = this(vm, args, "__mul__")?;
    Ok(alike(&args[0], repeated(vm, &data, times, array)?))
}

fn modulo(vm: &mut Vm, args: &[Value]) -> Result {
    let template = this(vm, args, "__mod__")?.to_vec();
    Ok(alike(&args[0], percent::format_bytes(vm, &template, &args[1])?))
}

fn reflected_modulo(vm: &mut Vm, args: &[Value]) -> Result {
    let Some(template) = buffer(&args[1]).map(|data| data.to_vec()) else { return Ok(Value::NotImplemented) };
    Ok(alike(&args[1], percent::format_bytes(vm, &template, &args[0])?))
}

fn contains(vm: &mut Vm, args: &[Value]) -> Result {
    if let Some(needle) = buffer(&args[1]) {
        return Ok(search::find(&this(vm, args, "__contains__")?, &needle).is_some().into());
    }
    if !has_index(vm, &args[1]) {
        return Err(not_bytes_like(vm, &args[1]));
    }
    let wanted = byte(vm, &args[1])?;
    Ok(search::first_byte(&this(vm, args, "__contains__")?, wanted).is_some().into())
}

fn get_item(vm: &mut Vm, args: &[Value]) -> Result {
    let array = storage::<ByteArray>(&args[0]).is_some();
    match key(vm, if array { "bytearray" } else { "byte" }, &args[1])? {
        Key::Slice(slice) => {
            let selection = select(vm, slice, || buffer(&args[0]).map_or(0, |data| data.len()))?;
            let data = this(vm, args, "__getitem__")?;
            if selection.step == 1 {
                let start = selection.start as usize;
                return Ok(part(&args[0], &data, start..start + selection.length));
            }
            if selection.step == -1 && selection.length == data.len() {
                return Ok(alike(&args[0], data.iter().rev().copied().collect::<Vec<u8>>()));
            }
            Ok(alike(&args[0], selection.places().map(|place| data[place]).collect::<Vec<u8>>()))
        }
        Key::Index(index) => {
            let data = this(vm, args, "__getitem__")?;
            match place(index, data.len()) {
                Some(place) => Ok(Value::Int(i64::from(data[place]))),
                None => Err(vm.index_error(if array { "bytearray index out of range" } else { "index out of range" })),
            }
        }
    }
}

fn len(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(this(vm, args, "__len__")?.len().into())
}

fn iter(vm: &mut Vm, args: &[Value]) -> Result {
    drop(this(vm, args, "__iter__")?);
    Ok(Iterator::value(Iter::Bytes(vm.payload(&args[0]), 0)))
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let Some(array) = storage::<ByteArray>(&args[0]) else {
        return Ok(Str::value(quote::bytes_repr(&this(vm, args, "__repr__")?)));
    };
    let inner = quote::bytearray_repr(&array.0.borrow());
    let class = vm.type_name(&args[0]);
    Ok(Str::value(format!("{class}({inner})")))
}

fn compare(vm: &mut Vm, args: &[Value], op: CompareOp) -> Result {
    let data = this(vm, args, "__eq__")?;
    let Some(other) = buffer(&args[1]) else { return Ok(Value::NotImplemented) };
    Ok(match op {
        CompareOp::Eq => *data == *other,
        CompareOp::Ne => *data != *other,
        _ => op.holds(Some((*data).cmp(&*other))),
    }
    .into())
}
