//! What a queue keeps its items in: a double-ended queue, with the methods that subclasses of queues use of CPython's `deque`.

use std::cell::RefCell;
use std::collections::VecDeque;

use crate::heap::{Gc, Visitor};
use crate::object::{List, NativeData, Opaque, Str};
use crate::value::Value;
use crate::vm::{Own, Result, Row, Vm, absolute, method, static_method};

use super::super::state;
use super::super::sync::new_object;

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

fn init(vm: &mut Vm, deque: Own<Deque>, iterable: Option<&Value>) -> Result<()> {
    iterable.map_or(Ok(()), |iterable| extend(vm, deque, iterable))
}

fn append(deque: Own<Deque>, item: &Value) {
    deque.0.borrow_mut().push_back(item.clone());
}

fn appendleft(deque: Own<Deque>, item: &Value) {
    deque.0.borrow_mut().push_front(item.clone());
}

fn extend(vm: &mut Vm, deque: Own<Deque>, iterable: &Value) -> Result<()> {
    let items = vm.collect(iterable)?;
    deque.0.borrow_mut().extend(items);
    Ok(())
}

fn pop(vm: &mut Vm, deque: Own<Deque>) -> Result {
    let last = deque.0.borrow_mut().pop_back();
    last.ok_or_else(|| vm.index_error("pop from an empty deque"))
}

fn popleft(vm: &mut Vm, deque: Own<Deque>) -> Result {
    let first = deque.0.borrow_mut().pop_front();
    first.ok_or_else(|| vm.index_error("pop from an empty deque"))
}

fn clear(deque: Own<Deque>) {
    drop(deque.0.take());
}

/// The place of the first item that equals a value.
fn find(vm: &mut Vm, deque: Own<Deque>, key: &Value) -> Result<Option<usize>> {
    let items = deque.items();
    for (place, item) in items.iter().enumerate() {
        if item.same(key) || vm.equal(item, key)? {
            return Ok(Some(place));
        }
        if deque.0.borrow().len() != items.len() {
            return Err(vm.runtime_error("deque mutated during iteration"));
        }
    }
    Ok(None)
}

fn contains(vm: &mut Vm, deque: Own<Deque>, key: &Value) -> Result<bool> {
    find(vm, deque, key).map(|place| place.is_some())
}

fn remove(vm: &mut Vm, deque: Own<Deque>, value: &Value) -> Result {
    let Some(place) = find(vm, deque, value)? else {
        return Err(vm.value_error("deque.remove(x): x not in deque"));
    };
    let removed = deque.0.borrow_mut().remove(place);
    drop(removed);
    Ok(Value::None)
}

/// The place that an index stands for.
fn place(vm: &mut Vm, deque: Own<Deque>, index: i64) -> Result<usize> {
    let length = deque.0.borrow().len();
    absolute(index, length).ok_or_else(|| vm.index_error("deque index out of range"))
}

fn get(vm: &mut Vm, deque: Own<Deque>, key: i64) -> Result {
    let place = place(vm, deque, key)?;
    Ok(deque.0.borrow()[place].clone())
}

fn set(vm: &mut Vm, deque: Own<Deque>, key: i64, value: &Value) -> Result<()> {
    let place = place(vm, deque, key)?;
    let old = std::mem::replace(&mut deque.0.borrow_mut()[place], value.clone());
    drop(old);
    Ok(())
}

fn delete(vm: &mut Vm, deque: Own<Deque>, key: i64) -> Result<()> {
    let place = place(vm, deque, key)?;
    let removed = deque.0.borrow_mut().remove(place);
    drop(removed);
    Ok(())
}

fn length(deque: Own<Deque>) -> Value {
    Value::from(deque.0.borrow().len())
}

fn iter(vm: &mut Vm, deque: Own<Deque>) -> Result {
    vm.get_iter(&List::value(deque.items()))
}

fn repr(vm: &mut Vm, deque: Own<Deque>) -> Result {
    let items = vm.repr(&List::value(deque.items()))?;
    Ok(Str::value(format!("deque({items})")))
}

/// The rows of `deque`.
pub static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", new_object::<Deque>, "Makes a deque."),
    method!("__init__", "(self, iterable=..., /)", init, "A deque with the given items."),
    method!("append", "(self, item, /)", append, "Adds an item at the right end."),
    method!("appendleft", "(self, item, /)", appendleft, "Adds an item at the left end."),
    method!("extend", "(self, iterable, /)", extend, "Adds items at the right end."),
    method!("pop", "(self, /)", pop, "Takes the item at the right end."),
    method!("popleft", "(self, /)", popleft, "Takes the item at the left end."),
    method!("remove", "(self, value, /)", remove, "Removes the first item that equals a value."),
    method!("clear", "(self, /)", clear, "Removes all items."),
    method!("__contains__", "(self, key, /)", contains, "Whether an item equals a value."),
    method!("__getitem__", "(self, key, /)", get, "The item at a place."),
    method!("__setitem__", "(self, key, value, /)", set, "Replaces the item at a place."),
    method!("__delitem__", "(self, key, /)", delete, "Removes the item at a place."),
    method!("__len__", "(self, /)", length, "How many items there are."),
    method!("__iter__", "(self, /)", iter, "The items from left to right."),
    method!("__repr__", "(self, /)", repr, "Shows the items."),
];
