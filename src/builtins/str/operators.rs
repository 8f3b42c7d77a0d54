//! The operators and conversions of `str`.

use crate::builtins::sequence::{factor, place};
use crate::builtins::slice::{has_index, select};
use crate::builtins::text::{quote, search};
use crate::heap::Gc;
use crate::object::{Iter, Iterator, Slice, Str, Tuple};
use crate::value::Value;
use crate::vm::{CompareOp, Of, Result, Row, Vm, method, storage};

use super::{exact, part};

pub(super) static ROWS: &[Row] = &[
    method!("__add__", "(self, value, /)", add, "Return self+value."),
    method!("__mul__", "(self, value, /)", multiply, "Return self*value."),
    method!("__rmul__", "(self, value, /)", multiply, "Return value*self."),
    method!("__contains__", "(self, key, /)", contains, "Return bool(key in self)."),
    method!("__getitem__", "(self, key, /)", get_item, "Return self[key]."),
    method!("__len__", "(self, /)", len, "Return len(self)."),
    method!("__iter__", "(self, /)", iter, "Implement iter(self)."),
    method!("__hash__", "(self, /)", hash, "Return hash(self)."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
    method!("__str__", "(self, /)", to_str, "Return str(self)."),
    method!("__eq__", "(self, value, /)", |this, value| compare(this, value, CompareOp::Eq), "Return self==value."),
    method!("__ne__", "(self, value, /)", |this, value| compare(this, value, CompareOp::Ne), "Return self!=value."),
    method!("__lt__", "(self, value, /)", |this, value| compare(this, value, CompareOp::Lt), "Return self<value."),
    method!("__le__", "(self, value, /)", |this, value| compare(this, value, CompareOp::Le), "Return self<=value."),
    method!("__gt__", "(self, value, /)", |this, value| compare(this, value, CompareOp::Gt), "Return self>value."),
    method!("__ge__", "(self, value, /)", |this, value| compare(this, value, CompareOp::Ge), "Return self>=value."),
    method!("__getnewargs__", "(self, /)", get_new_args, "The arguments that make an equal string."),
];

fn add(vm: &mut Vm, text: &Gc<Str>, value: &Value) -> Result {
    let Some(other) = storage::<Str>(value) else { return Ok(Value::NotImplemented) };
    vm.check_bytes(text.as_str().len() + other.as_str().len())?;
    Ok(Str::concat(text, other))
}

fn multiply(vm: &mut Vm, this: Of<Str>, value: &Value) -> Result {
    let text = this.storage;
    let Some(times) = factor(vm, value)? else { return Ok(Value::NotImplemented) };
    if times == 1 {
        return Ok(exact(this.value, text));
    }
    vm.repeat_text(text, times)
}

fn contains(vm: &mut Vm, text: &Str, key: &Value) -> Result<bool> {
    let Some(needle) = storage::<Str>(key) else {
        let given = vm.type_name(key);
        return Err(vm.type_error(format!("'in <string>' requires string as left operand, not {given}")));
    };
    Ok(search::find(text.as_str().as_bytes(), needle.as_str().as_bytes()).is_some())
}

fn get_item(vm: &mut Vm, this: Of<Str>, key: &Value) -> Result {
    let text = this.storage;
    if let Some(slice) = key.get::<Slice>() {
        return get_slice(vm, this.value, text, slice);
    }
    if !has_index(vm, key) {
        let given = vm.type_name(key);
        return Err(vm.type_error(format!("string indices must be integers, not '{given}'")));
    }
    let index = match vm.index(key) {
        Err(raised) if vm.is_exception(&raised, &vm.exc.overflow_error) => {
            let given = vm.type_name(key);
            return Err(vm.index_error(format!("cannot fit '{given}' into an index-sized integer")));
        }
        index => index?,
    };
    match place(index, text.char_len()).and_then(|place| text.char_at(place)) {
        Some(c) => Ok(vm.character(c)),
        None => Err(vm.index_error("string index out of range")),
    }
}

fn get_slice(vm: &mut Vm, value: &Value, text: &Gc<Str>, slice: &Slice) -> Result {
    let selection = select(vm, slice, || text.char_len())?;
    if selection.length == 0 {
        return Ok(vm.names.empty.clone().into());
    }
    vm.check_bytes(text.as_str().len() / text.char_len().max(1) * selection.length)?;
    if selection.step == 1 {
        let (start, length) = (selection.start as usize, selection.length);
        if length == text.char_len() {
            return Ok(exact(value, text));
        }
        let range = text.byte_offset(start)..text.byte_offset(start + length);
        return Ok(part(vm, text, range));
    }
    if text.is_ascii() {
        let bytes = text.as_str().as_bytes();
        if selection.step == -1 && selection.length == bytes.len() {
            return Ok(text.reversed());
        }
        let (start, apart) = (selection.start as usize, selection.step.unsigned_abs() as usize);
        return Ok(if selection.step > 0 {
            Str::ascii_of(selection.length, bytes[start..].iter().step_by(apart).copied())
        } else {
            Str::ascii_of(selection.length, bytes[..=start].iter().rev().step_by(apart).copied())
        });
    }
    // From the first character that is selected to the last one, in the text's order.
    let last = selection.start + (selection.length as i64 - 1) * selection.step;
    let (low, high) = (selection.start.min(last) as usize, selection.start.max(last) as usize);
    let chars = text.as_str()[text.byte_offset(low)..text.byte_offset(high + 1)].chars();
    let step = selection.step.unsigned_abs() as usize;
    let picked: String = if selection.step == -1 {
        let mut picked = String::with_capacity(chars.as_str().len());
        picked.extend(chars.rev());
        picked
    } else if selection.step > 0 {
        chars.step_by(step).collect()
    } else {
        chars.rev().step_by(step).collect()
    };
    Ok(Str::value(picked))
}

fn len(text: &Str) -> usize {
    text.char_len()
}

fn iter(text: &Gc<Str>) -> Result {
    Ok(Iterator::value(Iter::Str(text.clone(), 0)))
}

fn hash(text: &Str) -> i64 {
    text.hash()
}

fn repr(text: &Gc<Str>) -> Result {
    Ok(Str::value(quote::repr(text.as_str())))
}

fn to_str(this: Of<Str>) -> Value {
    exact(this.value, this.storage)
}

fn compare(text: &Str, value: &Value, op: CompareOp) -> Value {
    let Some(other) = storage::<Str>(value) else { return Value::NotImplemented };
    // UTF-8 orders as code points do.
    match op {
        CompareOp::Eq => text.as_str() == other.as_str(),
        CompareOp::Ne => text.as_str() != other.as_str(),
        _ => op.holds(Some(text.as_str().cmp(other.as_str()))),
    }
    .into()
}

fn get_new_args(text: &Gc<Str>) -> Value {
    Tuple::value([text.clone().into()])
}
