//! `tuple`: its methods.

use crate::heap::Gc;
use crate::object::{Iter, Iterator, List, Tuple};
use crate::value::Value;
use crate::vm::{CompareOp, Of, Result, Row, Vm, class_method, method, static_method, storage};

use super::sequence::{self, Key};
use super::{alias, repr_guard, slice};

static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, iterable=..., /)", new, "Create and return a new object."),
    method!("count", "(self, value, /)", count, "Return number of occurrences of value."),
    method!("index", "(self, value, start=0, stop=9223372036854775807, /)", index, "Return first index of value."),
    method!("__len__", "(self, /)", len, "Return len(self)."),
    method!("__getitem__", "(self, key, /)", getitem, "Return self[key]."),
    method!("__contains__", "(self, key, /)", contains, "Return bool(key in self)."),
    method!("__iter__", "(self, /)", iter, "Implement iter(self)."),
    method!("__add__", "(self, value, /)", add, "Return self+value."),
    method!("__mul__", "(self, value, /)", mul, "Return self*value."),
    method!("__rmul__", "(self, value, /)", mul, "Return value*self."),
    method!("__eq__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Eq), "Return self==value."),
    method!("__ne__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Ne), "Return self!=value."),
    method!("__lt__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Lt), "Return self<value."),
    method!("__le__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Le), "Return self<=value."),
    method!("__gt__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Gt), "Return self>value."),
    method!("__ge__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Ge), "Return self>=value."),
    method!("__hash__", "(self, /)", hash, "Return hash(self)."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
    method!("__getnewargs__", "(self, /)", getnewargs, "The arguments that a copy is made of."),
    class_method!("__class_getitem__", "(cls, object, /)", alias::class_getitem, "See PEP 585"),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.tuple.clone();
    vm.add_methods(&class, ROWS);
}

fn new(vm: &mut Vm, class: &Value, iterable: &Value) -> Result {
    if !iterable.is_set() {
        let empty = vm.empty_tuple().into();
        return vm.wrap_new(class, empty);
    }
    if iterable.is::<Tuple>() {
        return vm.wrap_new(class, iterable.clone());
    }
    if let Some(list) = iterable.get::<List>() {
        let items = list.0.borrow();
        let tuple = if items.is_empty() { vm.empty_tuple().into() } else { Tuple::value(&items[..]) };
        drop(items);
        return vm.wrap_new(class, tuple);
    }
    let items = vm.collect(iterable)?;
    let tuple = if items.is_empty() { vm.empty_tuple().into() } else { Tuple::value(items) };
    vm.wrap_new(class, tuple)
}

fn count(vm: &mut Vm, tuple: &Tuple, value: &Value) -> Result {
    sequence::count(vm, tuple, value)
}

fn index(vm: &mut Vm, tuple: &Tuple, value: &Value, start: &Value, stop: &Value) -> Result<usize> {
    let (start, stop) = sequence::search_bounds(vm, start, stop, tuple.items().len())?;
    match sequence::find(vm, tuple, value, start, stop)? {
        Some(place) => Ok(place),
        None => Err(vm.value_error("tuple.index(x): x not in tuple")),
    }
}

fn len(tuple: &Tuple) -> usize {
    tuple.items().len()
}

fn getitem(vm: &mut Vm, this: Of<Tuple>, key: &Value) -> Result {
    let items = this.items();
    match sequence::key(vm, "tuple", key)? {
        Key::Index(index) => match sequence::place(index, items.len()) {
            Some(place) => Ok(items[place].clone()),
            None => Err(vm.index_error("tuple index out of range")),
        },
        Key::Slice(part) => {
            let selection = slice::select(vm, part, || items.len())?;
            vm.check_items::<Value>(selection.length)?;
            if selection.step == 1 && selection.length == items.len() && this.value.is::<Tuple>() {
                return Ok(this.value.clone());
            }
            Ok(make(vm, selection.of(items)))
        }
    }
}

/// A tuple of these items; there is one empty tuple.
fn make(vm: &Vm, items: Vec<Value>) -> Value {
    if items.is_empty() { vm.empty_tuple().into() } else { Tuple::value(items) }
}

fn contains(vm: &mut Vm, tuple: &Tuple, key: &Value) -> Result<bool> {
    Ok(sequence::find(vm, tuple, key, 0, usize::MAX)?.is_some())
}

fn iter(tuple: &Gc<Tuple>) -> Value {
    Iterator::value(Iter::Tuple(tuple.clone(), 0))
}

fn add(vm: &mut Vm, tuple: &Tuple, value: &Value) -> Result {
    let Some(other) = storage::<Tuple>(value) else {
        return Err(sequence::concatenation_error(vm, "tuple", value));
    };
    Ok(make(vm, [tuple.items(), other.items()].concat()))
}

fn mul(vm: &mut Vm, this: Of<Tuple>, value: &Value) -> Result {
    let Some(times) = sequence::factor(vm, value)? else { return Ok(Value::NotImplemented) };
    if times == 1 && this.value.is::<Tuple>() {
        return Ok(this.value.clone());
    }
    let all = vm.repeated(this.items(), times)?;
    Ok(make(vm, all))
}

fn compare(vm: &mut Vm, tuple: &Tuple, value: &Value, op: CompareOp) -> Result {
    match storage::<Tuple>(value) {
        Some(other) => sequence::compare(vm, op, tuple, &**other),
        None => Ok(Value::NotImplemented),
    }
}

fn hash(vm: &mut Vm, tuple: &Gc<Tuple>) -> Result<i64> {
    vm.hash(&tuple.clone().into())
}

fn repr(vm: &mut Vm, tuple: &Gc<Tuple>) -> Result {
    repr_guard::guarded(vm, tuple.address(), "(...)", |vm| {
        let mut text = String::from("(");
        repr_guard::join(vm, tuple.items(), &mut text)?;
        text.push_str(if tuple.items().len() == 1 { ",)" } else { ")" });
        Ok(text)
    })
}

fn getnewargs(tuple: &Gc<Tuple>) -> Value {
    Tuple::value([tuple.clone().into()])
}
