//! The operators and conversions of `str`.

use crate::builtins::receiver::{receiver, storage};
use crate::builtins::sequence::{factor, place};
use crate::builtins::slice::{has_index, select};
use crate::builtins::text::{quote, search};
use crate::heap::Gc;
use crate::object::{Iter, Iterator, Slice, Str, Tuple};
use crate::value::Value;
use crate::vm::{CompareOp, Result, Row, Vm};

use super::{exact, part};

pub(super) static ROWS: &[Row] = &[
    Row::method("__add__", "(self, value, /)", add, "Return self+value."),
    Row::method("__mul__", "(self, value, /)", multiply, "Return self*value."),
    Row::method("__rmul__", "(self, value, /)", multiply, "Return value*self."),
    Row::method("__contains__", "(self, key, /)", contains, "Return bool(key in self)."),
    Row::method("__getitem__", "(self, key, /)", get_item, "Return self[key]."),
    Row::method("__len__", "(self, /)", len, "Return len(self)."),
    Row::method("__iter__", "(self, /)", iter, "Implement iter(self)."),
    Row::method("__hash__", "(self, /)", hash, "Return hash(self)."),
    Row::method("__repr__", "(self, /)", repr, "Return repr(self)."),
    Row::method("__str__", "(self, /)", to_str, "Return str(self)."),
    Row::method("__eq__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Eq), "Return self==value."),
    Row::method("__ne__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Ne), "Return self!=value."),
    Row::method("__lt__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Lt), "Return self<value."),
    Row::method("__le__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Le), "Return self<=value."),
    Row::method("__gt__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Gt), "Return self>value."),
    Row::method("__ge__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Ge), "Return self>=value."),
    Row::method("__getnewargs__", "(self, /)", get_new_args, "The arguments that make an equal string."),
];

fn add(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "__add__")?;
    let Some(other) = storage::<Str>(&args[1]) else { return Ok(Value::NotImplemented) };
    vm.check_bytes(text.as_str().len() + other.as_str().len())?;
    Ok(Str::concat(text, other))
}

fn multiply(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "__mul__")?;
    let Some(times) = factor(vm, &args[1])? else { return Ok(Value::NotImplemented) };
    if times == 1 {
        return Ok(exact(&args[0], text));
    }
    vm.repeat_text(text, times)
}

fn contains(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "__contains__")?;
    let Some(needle) = storage::<Str>(&args[1]) else {
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("'in <string>' requires string as left operand, not {given}")));
    };
    Ok(search::find(text.as_str().as_bytes(), needle.as_str().as_bytes()).is_some().into())
}

fn get_item(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "__getitem__")?;
    if let Some(slice) = args[1].get::<Slice>() {
        return get_slice(vm, &args[0], text, slice);
    }
    if !has_index(vm, &args[1]) {
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("string indices must be integers, not '{given}'")));
    }
    let index = match vm.index(&args[1]) {
        Err(raised) if vm.is_exception(&raised, &vm.exc.overflow_error) => {
            let given = vm.type_name(&args[1]);
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
            return Ok(Str::ascii_of(bytes.len(), bytes.iter().rev().copied()));
        }
        let (start, step) = (selection.start, selection.step);
        return Ok(Str::ascii_of(selection.length, (0..selection.length).map(|n| bytes[(start + n as i64 * step) as usize])));
    }
    // From the first character that is selected to the last one, in the text's order.
    let last = selection.start + (selection.length as i64 - 1) * selection.step;
    let (low, high) = (selection.start.min(last) as usize, selection.start.max(last) as usize);
    let chars = text.as_str()[text.byte_offset(low)..text.byte_offset(high + 1)].chars();
    let step = selection.step.unsigned_abs() as usize;
    let picked: String = if selection.step > 0 { chars.step_by(step).collect() } else { chars.rev().step_by(step).collect() };
    Ok(Str::value(picked))
}

fn len(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(receiver::<Str>(vm, args, "__len__")?.char_len().into())
}

fn iter(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(Iterator::value(Iter::Str(receiver::<Str>(vm, args, "__iter__")?.clone(), 0)))
}

fn hash(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(receiver::<Str>(vm, args, "__hash__")?.hash().into())
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(Str::value(quote::repr(receiver::<Str>(vm, args, "__repr__")?.as_str())))
}

fn to_str(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(exact(&args[0], receiver::<Str>(vm, args, "__str__")?))
}

fn compare(vm: &mut Vm, args: &[Value], op: CompareOp) -> Result {
    let text = receiver::<Str>(vm, args, "__eq__")?;
    let Some(other) = storage::<Str>(&args[1]) else { return Ok(Value::NotImplemented) };
    // UTF-8 orders as code points do.
    Ok(match op {
        CompareOp::Eq => text.as_str() == other.as_str(),
        CompareOp::Ne => text.as_str() != other.as_str(),
        _ => op.holds(Some(text.as_str().cmp(other.as_str()))),
    }
    .into())
}

fn get_new_args(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "__getnewargs__")?;
    Ok(Tuple::value(vec![text.clone().into()]))
}
