//! `tuple`: its methods.

use crate::object::{Iter, Iterator, List, Tuple, hash_tuple};
use crate::value::Value;
use crate::vm::{CompareOp, Result, Row, Vm, class_method};

use super::receiver::{receiver, storage};
use super::sequence::{self, Key};
use super::{alias, repr_guard, slice};

static ROWS: &[Row] = &[
    Row::static_method("__new__", "(cls, iterable=..., /)", new, "Create and return a new object."),
    Row::method("count", "(self, value, /)", count, "Return number of occurrences of value."),
    Row::method("index", "(self, value, start=0, stop=9223372036854775807, /)", index, "Return first index of value."),
    Row::method("__len__", "(self, /)", len, "Return len(self)."),
    Row::method("__getitem__", "(self, key, /)", getitem, "Return self[key]."),
    Row::method("__contains__", "(self, key, /)", contains, "Return bool(key in self)."),
    Row::method("__iter__", "(self, /)", iter, "Implement iter(self)."),
    Row::method("__add__", "(self, value, /)", add, "Return self+value."),
    Row::method("__mul__", "(self, value, /)", mul, "Return self*value."),
    Row::method("__rmul__", "(self, value, /)", mul, "Return value*self."),
    Row::method("__eq__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Eq), "Return self==value."),
    Row::method("__ne__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Ne), "Return self!=value."),
    Row::method("__lt__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Lt), "Return self<value."),
    Row::method("__le__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Le), "Return self<=value."),
    Row::method("__gt__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Gt), "Return self>value."),
    Row::method("__ge__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Ge), "Return self>=value."),
    Row::method("__hash__", "(self, /)", hash, "Return hash(self)."),
    Row::method("__repr__", "(self, /)", repr, "Return repr(self)."),
    Row::method("__getnewargs__", "(self, /)", getnewargs, "The arguments that a copy is made of."),
    class_method!("__class_getitem__", "(cls, object, /)", alias::class_getitem, "See PEP 585"),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.tuple.clone();
    vm.add_methods(&class, ROWS);
}

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    if !args[1].is_set() {
        let empty = vm.empty_tuple().into();
        return vm.wrap_new(&args[0], empty);
    }
    if args[1].is::<Tuple>() {
        return vm.wrap_new(&args[0], args[1].clone());
    }
    if let Some(list) = args[1].get::<List>() {
        let items = list.0.borrow();
        let tuple = if items.is_empty() { vm.empty_tuple().into() } else { Tuple::value(&items[..]) };
        drop(items);
        return vm.wrap_new(&args[0], tuple);
    }
    let items = vm.collect(&args[1])?;
    let tuple = if items.is_empty() { vm.empty_tuple().into() } else { Tuple::value(items) };
    vm.wrap_new(&args[0], tuple)
}

fn count(vm: &mut Vm, args: &[Value]) -> Result {
    let tuple = receiver::<Tuple>(vm, args, "count")?;
    sequence::count(vm, &**tuple, &args[1])
}

fn index(vm: &mut Vm, args: &[Value]) -> Result {
    let tuple = receiver::<Tuple>(vm, args, "index")?;
    let (start, stop) = sequence::search_bounds(vm, &args[2], &args[3], tuple.items().len())?;
    match sequence::find(vm, &**tuple, &args[1], start, stop)? {
        Some(place) => Ok(place.into()),
        None => Err(vm.value_error("tuple.index(x): x not in tuple")),
    }
}

fn len(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(receiver::<Tuple>(vm, args, "__len__")?.items().len().into())
}

fn getitem(vm: &mut Vm, args: &[Value]) -> Result {
    let tuple = receiver::<Tuple>(vm, args, "__getitem__")?;
    let items = tuple.items();
    match sequence::key(vm, "tuple", &args[1])? {
        Key::Index(index) => match sequence::place(index, items.len()) {
            Some(place) => Ok(items[place].clone()),
            None => Err(vm.index_error("tuple index out of range")),
        },
        Key::Slice(part) => {
            let selection = slice::select(vm, part, || items.len())?;
            if selection.step == 1 && selection.length == items.len() && args[0].is::<Tuple>() {
                return Ok(args[0].clone());
            }
            Ok(make(vm, selection.of(items)))
        }
    }
}

/// A tuple of these items; there is one empty tuple.
fn make(vm: &Vm, items: Vec<Value>) -> Value {
    if items.is_empty() { vm.empty_tuple().into() } else { Tuple::value(items) }
}

fn contains(vm: &mut Vm, args: &[Value]) -> Result {
    let tuple = receiver::<Tuple>(vm, args, "__contains__")?;
    Ok(sequence::find(vm, &**tuple, &args[1], 0, usize::MAX)?.is_some().into())
}

fn iter(vm: &mut Vm, args: &[Value]) -> Result {
    let tuple = receiver::<Tuple>(vm, args, "__iter__")?;
    Ok(Iterator::value(Iter::Tuple(tuple.clone(), 0)))
}

fn add(vm: &mut Vm, args: &[Value]) -> Result {
    let tuple = receiver::<Tuple>(vm, args, "__add__")?;
    let Some(other) = storage::<Tuple>(&args[1]) else {
        return Err(sequence::concatenation_error(vm, "tuple", &args[1]));
    };
    Ok(make(vm, [tuple.items(), other.items()].concat()))
}

fn mul(vm: &mut Vm, args: &[Value]) -> Result {
    let tuple = receiver::<Tuple>(vm, args, "__mul__")?;
    let Some(times) = sequence::factor(vm, &args[1])? else { return Ok(Value::NotImplemented) };
    if times == 1 && args[0].is::<Tuple>() {
        return Ok(args[0].clone());
    }
    let all = sequence::repeated(vm, tuple.items(), times)?;
    Ok(make(vm, all))
}

fn compare(vm: &mut Vm, args: &[Value], op: CompareOp) -> Result {
    let tuple = receiver::<Tuple>(vm, args, "__eq__")?;
    match storage::<Tuple>(&args[1]) {
        Some(other) => sequence::compare(vm, op, &**tuple, &**other),
        None => Ok(Value::NotImplemented),
    }
}

fn hash(vm: &mut Vm, args: &[Value]) -> Result {
    let tuple = receiver::<Tuple>(vm, args, "__hash__")?;
    let mut hashes = Vec::with_capacity(tuple.items().len());
    for item in tuple.items() {
        hashes.push(vm.hash(item)?);
    }
    Ok(hash_tuple(&hashes).into())
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let tuple = receiver::<Tuple>(vm, args, "__repr__")?;
    repr_guard::guarded(vm, tuple.address(), "(...)", |vm| {
        let mut text = String::from("(");
        repr_guard::join(vm, tuple.items(), &mut text)?;
        text.push_str(if tuple.items().len() == 1 { ",)" } else { ")" });
        Ok(text)
    })
}

fn getnewargs(vm: &mut Vm, args: &[Value]) -> Result {
    let tuple = receiver::<Tuple>(vm, args, "__getnewargs__")?.clone();
    Ok(Tuple::value(vec![tuple.into()]))
}
