//! What a queue keeps its items in: a double-ended queue, with the methods that subclasses of queues use of CPython's `deque`.

use std::cell::RefCell;
use std::collections::VecDeque;

use crate::heap::{Gc, Visitor};
use crate::object::{List, NativeData, Opaque, Str};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, absolute};

use super::super::state;
use super::super::sync::{new_object, receiver};

/// The storage of a deque.
#[derive(Default)]
pub struct Deque(pub RefCell<VecDeque<Value>>);

impl NativeData for Deque {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.borrow().iter().for_each(|item| item.trace(visitor));
    }

    fn clear(&self) {
        drop(self.0.take());
    }
}

impl Deque {
    /// A new deque object.
    pub fn object(vm: &Vm) -> Gc<Opaque> {
        Opaque::new(state(vm).classes.deque.clone(), Deque::default())
    }

    /// Its items.
    pub fn items(&self) -> Vec<Value> {
        self.0.borrow().iter().cloned().collect()
    }
}

fn init(vm: &mut Vm, args: &[Value]) -> Result {
    if args[1].is_set() { extend(vm, args) } else { Ok(Value::None) }
}

fn append(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, deque) = receiver::<Deque>(vm, args)?;
    deque.0.borrow_mut().push_back(args[1].clone());
    Ok(Value::None)
}

fn appendleft(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, deque) = receiver::<Deque>(vm, args)?;
    deque.0.borrow_mut().push_front(args[1].clone());
    Ok(Value::None)
}

fn extend(vm: &mut Vm, args: &[Value]) -> Result {
    let items = vm.collect(&args[1])?;
    let (_, deque) = receiver::<Deque>(vm, args)?;
    deque.0.borrow_mut().extend(items);
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, deque) = receiver::<Deque>(vm, args)?;
    let last = deque.0.borrow_mut().pop_back();
    last.ok_or_else(|| vm.index_error("pop from an empty deque"))
}

fn popleft(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, deque) = receiver::<Deque>(vm, args)?;
    let first = deque.0.borrow_mut().pop_front();
    first.ok_or_else(|| vm.index_error("pop from an empty deque"))
}

fn clear(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, deque) = receiver::<Deque>(vm, args)?;
    drop(deque.0.take());
    Ok(Value::None)
}

/// The place of the first item that equals a value.
fn find(vm: &mut Vm, args: &[Value]) -> Result<Option<usize>> {
    let (_, deque) = receiver::<Deque>(vm, args)?;
    let items = deque.items();
    for (place, item) in items.iter().enumerate() {
        if item.same(&args[1]) || vm.equal(item, &args[1])? {
            return Ok(Some(place));
        }
        if deque.0.borrow().len() != items.len() {
            return Err(vm.runtime_error("deque mutated during iteration"));
        }
    }
    Ok(None)
}

fn contains(vm: &mut Vm, args: &[Value]) -> Result {
    find(vm, args).map(|place| Value::Bool(place.is_some()))
}

fn remove(vm: &mut Vm, args: &[Value]) -> Result {
    let Some(place) = find(vm, args)? else {
        return Err(vm.value_error("deque.remove(x): x not in deque"));
    };
    let (_, deque) = receiver::<Deque>(vm, args)?;
    let removed = deque.0.borrow_mut().remove(place);
    drop(removed);
    Ok(Value::None)
}

/// The place that an index stands for.
fn place(vm: &mut Vm, args: &[Value]) -> Result<usize> {
    let index = vm.index(&args[1])?;
    let (_, deque) = receiver::<Deque>(vm, args)?;
    let length = deque.0.borrow().len();
    absolute(index, length).ok_or_else(|| vm.index_error("deque index out of range"))
}

fn get(vm: &mut Vm, args: &[Value]) -> Result {
    let place = place(vm, args)?;
    let (_, deque) = receiver::<Deque>(vm, args)?;
    Ok(deque.0.borrow()[place].clone())
}

fn set(vm: &mut Vm, args: &[Value]) -> Result {
    let place = place(vm, args)?;
    let (_, deque) = receiver::<Deque>(vm, args)?;
    let old = std::mem::replace(&mut deque.0.borrow_mut()[place], args[2].clone());
    drop(old);
    Ok(Value::None)
}

fn delete(vm: &mut Vm, args: &[Value]) -> Result {
    let place = place(vm, args)?;
    let (_, deque) = receiver::<Deque>(vm, args)?;
    let removed = deque.0.borrow_mut().remove(place);
    drop(removed);
    Ok(Value::None)
}

fn length(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, deque) = receiver::<Deque>(vm, args)?;
    Ok(Value::from(deque.0.borrow().len()))
}

fn iter(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, deque) = receiver::<Deque>(vm, args)?;
    vm.get_iter(&List::value(deque.items()))
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, deque) = receiver::<Deque>(vm, args)?;
    let items = vm.repr(&List::value(deque.items()))?;
    Ok(Str::value(format!("deque({items})")))
}

/// The rows of `deque`.
pub static ROWS: &[Row] = &[
    Row::static_method("__new__", "(cls, *args, **kwargs)", new_object::<Deque>, "Makes a deque."),
    Row::method("__init__", "(self, iterable=..., /)", init, "A deque with the given items."),
    Row::method("append", "(self, item, /)", append, "Adds an item at the right end."),
    Row::method("appendleft", "(self, item, /)", appendleft, "Adds an item at the left end."),
    Row::method("extend", "(self, iterable, /)", extend, "Adds items at the right end."),
    Row::method("pop", "(self, /)", pop, "Takes the item at the right end."),
    Row::method("popleft", "(self, /)", popleft, "Takes the item at the left end."),
    Row::method("remove", "(self, value, /)", remove, "Removes the first item that equals a value."),
    Row::method("clear", "(self, /)", clear, "Removes all items."),
    Row::method("__contains__", "(self, key, /)", contains, "Whether an item equals a value."),
    Row::method("__getitem__", "(self, key, /)", get, "The item at a place."),
    Row::method("__setitem__", "(self, key, value, /)", set, "Replaces the item at a place."),
    Row::method("__delitem__", "(self, key, /)", delete, "Removes the item at a place."),
    Row::method("__len__", "(self, /)", length, "How many items there are."),
    Row::method("__iter__", "(self, /)", iter, "The items from left to right."),
    Row::method("__repr__", "(self, /)", repr, "Shows the items."),
];
