//! The methods of `collections.deque`.

use std::cell::Cell;

use super::sequence::{self, Items};
use super::{alias, repr_guard};
use crate::heap::{Gc, Visitor};
use crate::object::{Class, Deque, NativeData, Opaque, Str, Tuple};
use crate::value::{Value, Words};
use crate::vm::{CompareOp, Own, Raised, Result, Row, Vm, class_method, method, static_method};

type This<'a> = Own<'a, Deque>;

static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", new, "An empty deque."),
    method!("__init__", "(self, /, iterable=..., maxlen=None)", init, "A deque of the items of an iterable."),
    method!(
        "append",
        "(self, item, /)",
        |this: This<'_>, item: &Value| drop(this.push_back(item.clone())),
        "Adds an item at the right end."
    )
    .quickly(|_, args| push_quickly(args, Deque::push_back)),
    method!(
        "appendleft",
        "(self, item, /)",
        |this: This<'_>, item: &Value| drop(this.push_front(item.clone())),
        "Adds an item at the left end."
    )
    .quickly(|_, args| push_quickly(args, Deque::push_front)),
    method!("pop", "(self, /)", |vm, this| take(vm, this, Deque::pop_back), "Takes the item at the right end.")
        .quickly(|_, args| take_quickly(args, Deque::pop_back)),
    method!("popleft", "(self, /)", |vm, this| take(vm, this, Deque::pop_front), "Takes the item at the left end.")
        .quickly(|_, args| take_quickly(args, Deque::pop_front)),
    method!(
        "extend",
        "(self, iterable, /)",
        |vm, this, items| extend(vm, this, items, Deque::push_back),
        "Adds items at the right end."
    ),
    method!(
        "extendleft",
        "(self, iterable, /)",
        |vm, this, items| extend(vm, this, items, Deque::push_front),
        "Adds items at the left end, one after the other."
    ),
    method!("clear", "(self, /)", |this: This<'_>| drop(this.change(std::mem::take)), "Removes all items."),
    method!("copy", "(self, /)", copy, "A deque of the same items."),
    method!("__copy__", "(self, /)", copy, "A deque of the same items."),
    method!(
        "count",
        "(self, value, /)",
        |vm: &mut Vm, this: This<'_>, value: &Value| counted(vm, this, value),
        "How many items equal a value."
    ),
    method!("index", "(self, value, start=..., stop=..., /)", index, "The place of the first item that equals a value."),
    method!("insert", "(self, index, value, /)", insert, "Puts a value before a place."),
    method!("remove", "(self, value, /)", remove, "Removes the first item that equals a value."),
    method!("reverse", "(self, /)", |this: This<'_>| this.reverse(), "Turns the order of the items round."),
    method!("rotate", "(self, n=1, /)", rotate, "Moves so many items from the right end to the left one."),
    method!("__len__", "(self, /)", |this: This<'_>| Value::from(this.len()), "How many items there are."),
    method!("__getitem__", "(self, key, /)", get, "The item at a place."),
    method!("__setitem__", "(self, key, value, /)", set, "Replaces the item at a place."),
    method!("__delitem__", "(self, key, /)", delete, "Removes the item at a place."),
    method!("__contains__", "(self, key, /)", contains, "Whether an item equals a value."),
    method!("__iter__", "(self, /)", |vm: &mut Vm, this: This<'_>| walk(vm, this, false), "The items from left to right."),
    method!("__reversed__", "(self, /)", |vm: &mut Vm, this: This<'_>| walk(vm, this, true), "The items from right to left."),
    method!("__add__", "(self, value, /)", add, "Self + value"),
    method!("__iadd__", "(self, value, /)", add_in_place, "Self += value"),
    method!("__mul__", "(self, value, /)", multiply, "Self * value"),
    method!("__rmul__", "(self, value, /)", multiply, "value * self"),
    method!("__imul__", "(self, value, /)", multiply_in_place, "Self *= value"),
    method!(
        "__eq__",
        "(self, value, /)",
        |vm: &mut Vm, this: This<'_>, value: &Value| compare(vm, this, value, CompareOp::Eq),
        "Self == value"
    ),
    method!(
        "__ne__",
        "(self, value, /)",
        |vm: &mut Vm, this: This<'_>, value: &Value| compare(vm, this, value, CompareOp::Ne),
        "Self != value"
    ),
    method!(
        "__lt__",
        "(self, value, /)",
        |vm: &mut Vm, this: This<'_>, value: &Value| compare(vm, this, value, CompareOp::Lt),
        "Self < value"
    ),
    method!(
        "__le__",
        "(self, value, /)",
        |vm: &mut Vm, this: This<'_>, value: &Value| compare(vm, this, value, CompareOp::Le),
        "Self <= value"
    ),
    method!(
        "__gt__",
        "(self, value, /)",
        |vm: &mut Vm, this: This<'_>, value: &Value| compare(vm, this, value, CompareOp::Gt),
        "Self > value"
    ),
    method!(
        "__ge__",
        "(self, value, /)",
        |vm: &mut Vm, this: This<'_>, value: &Value| compare(vm, this, value, CompareOp::Ge),
        "Self >= value"
    ),
    method!("__repr__", "(self, /)", repr, "The items, and the limit."),
    method!("__reduce__", "(self, /)", reduce, "Class, limit, attributes, items."),
    class_method!("__class_getitem__", "(cls, object, /)", alias::class_getitem, "See PEP 585"),
    Row::getter("maxlen", |_, args| Ok(limit(args)), "How many items there may be, or None."),
];

static ITERATOR: &[Row] = &[
    static_method!("__new__", "(cls, deque, index=0, /)", new_walk, "An iterator that stands at a place."),
    method!("__reduce__", "(self, /)", reduce_walk, "Class, deque and place."),
    method!("__iter__", "(self, /)", |this: Own<'_, Walk>| this.value(), "The iterator itself."),
    method!("__next__", "(self, /)", next, "The next item."),
    method!("__length_hint__", "(self, /)", |this: Own<'_, Walk>| Value::from(this.left.get()), "How many items are left."),
];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let deque = vm.types.deque.clone();
    let iterators = [&vm.types.deque_iterator, &vm.types.deque_reverse_iterator].map(Gc::clone);
    let tables =
        [(&deque, "collections", ROWS), (&iterators[0], "_collections", ITERATOR), (&iterators[1], "_collections", ITERATOR)];
    for (class, module, rows) in tables {
        class.set(&vm.names.module, Str::value(module));
        vm.say_with_module(class, module);
        vm.add_methods(class, rows);
    }
    deque.set(&vm.names.hash, Value::None);
}

impl Items for Deque {
    fn with<R>(&self, body: impl FnOnce(&[Value]) -> R) -> R {
        // Mostly they lie in one piece; otherwise a copy does.
        let items = self.items();
        match items.as_slices() {
            (all, []) => body(all),
            (first, second) => body(&[first, second].concat()),
        }
    }
}

fn new(class: &Gc<Class>, _: &Value, _: &Value) -> Gc<Opaque> {
    Opaque::new(class.clone(), Deque::default())
}

fn init(vm: &mut Vm, this: This<'_>, iterable: Option<&Value>, maxlen: &Value) -> Result<()> {
    let limit = match maxlen {
        Value::None => None,
        Value::Bool(one) => Some(usize::from(*one)),
        Value::Int(number) => match usize::try_from(*number) {
            Ok(limit) => Some(limit),
            Err(_) => return Err(vm.value_error("maxlen must be non-negative")),
        },
        other if crate::vm::storage::<crate::object::BigIntObject>(other).is_some() => {
            return Err(vm.overflow_error("Python int too large to convert to C ssize_t"));
        }
        _ => return Err(vm.type_error("an integer is required")),
    };
    this.limit.set(limit);
    drop(this.change(std::mem::take));
    iterable.map_or(Ok(()), |iterable| extend(vm, this, iterable, Deque::push_back))
}

fn limit(args: &[Value]) -> Value {
    let own = args.first().and_then(Own::<Deque>::of);
    own.and_then(|this| this.limit.get()).map_or(Value::None, Value::from)
}

/// Adds an item where no limit pushes another one out.
fn push_quickly(args: &mut [Value], push: fn(&Deque, Value) -> Option<Value>) -> Words {
    let [this, item] = args else { return Words::unset() };
    match this.get::<Opaque>().and_then(|object| object.data::<Deque>()) {
        Some(deque) if deque.limit.get().is_none() => drop(push(deque, std::mem::take(item))),
        _ => return Words::unset(),
    }
    Words::none()
}

fn take_quickly(args: &mut [Value], take: fn(&Deque) -> Option<Value>) -> Words {
    let [this] = args else { return Words::unset() };
    let item = this.get::<Opaque>().and_then(|object| object.data::<Deque>()).and_then(take);
    item.map_or(Words::unset(), Words::of)
}

fn take(vm: &mut Vm, this: This<'_>, take: fn(&Deque) -> Option<Value>) -> Result {
    take(this.data).ok_or_else(|| vm.index_error("pop from an empty deque"))
}

fn extend(vm: &mut Vm, this: This<'_>, iterable: &Value, push: fn(&Deque, Value) -> Option<Value>) -> Result<()> {
    if let Some(other) = Own::<Deque>::of(iterable) {
        let items: Vec<Value> = other.items().iter().cloned().collect();
        items.into_iter().for_each(|item| drop(push(this.data, item)));
        return Ok(());
    }
    let iterator = vm.get_iter(iterable)?;
    while let Some(item) = vm.iter_next(&iterator)? {
        vm.check_memory()?;
        drop(push(this.data, item));
    }
    Ok(())
}

/// A deque of the class of another one, with its limit.
fn like(vm: &mut Vm, this: This<'_>, items: Vec<Value>) -> Result {
    let class = this.object.class();
    if class.same(&vm.types.deque) {
        return Ok(Opaque::new(class, Deque::of(items, this.limit.get())).into());
    }
    let mut arguments = vec![crate::object::List::value(items)];
    arguments.extend(this.limit.get().map(Value::from));
    vm.call(&class.into(), &arguments)
}

fn copy(vm: &mut Vm, this: This<'_>) -> Result {
    let items = this.items().iter().cloned().collect();
    like(vm, this, items)
}

#[cold]
fn mutated(vm: &Vm) -> Raised {
    vm.runtime_error("deque mutated during iteration")
}

/// The first place from `start` up to `stop` whose item equals a value.
fn find(vm: &mut Vm, this: This<'_>, value: &Value, start: usize, stop: usize) -> Result<Option<usize>> {
    let changes = this.changes();
    let found = sequence::find(vm, this.data, value, start, stop)?;
    if this.changes() == changes { Ok(found) } else { Err(mutated(vm)) }
}

fn counted(vm: &mut Vm, this: This<'_>, value: &Value) -> Result {
    let changes = this.changes();
    let count = sequence::count(vm, this.data, value)?;
    if this.changes() == changes { Ok(count) } else { Err(mutated(vm)) }
}

fn contains(vm: &mut Vm, this: This<'_>, value: &Value) -> Result<bool> {
    find(vm, this, value, 0, usize::MAX).map(|place| place.is_some())
}

fn index(vm: &mut Vm, this: This<'_>, value: &Value, start: &Value, stop: &Value) -> Result<usize> {
    let bound = |vm: &mut Vm, given: &Value, usual: usize| match given.is_set() {
        false => Ok(usual),
        true if !super::slice::has_index(vm, given) => {
            Err(vm.type_error("slice indices must be integers or have an __index__ method"))
        }
        true => sequence::search_bounds(vm, given, given, this.len()).map(|(place, _)| place),
    };
    let (start, stop) = (bound(vm, start, 0)?, bound(vm, stop, usize::MAX)?);
    find(vm, this, value, start, stop)?.ok_or_else(|| vm.value_error("deque.index(x): x not in deque"))
}

fn insert(vm: &mut Vm, this: This<'_>, index: i64, value: &Value) -> Result<()> {
    let length = this.len();
    if this.limit.get() == Some(length) {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    let place = if index < 0 { (index + length as i64).max(0) as usize } else { (index as usize).min(length) };
    this.change(|items| items.insert(place, value.clone()));
    Ok(())
}

fn remove(vm: &mut Vm, this: This<'_>, value: &Value) -> Result<()> {
    let changes = this.changes();
    let found = sequence::find(vm, this.data, value, 0, usize::MAX)?;
    if this.changes() != changes {
        return Err(vm.index_error("deque mutated during iteration"));
    }
    match found {
        Some(place) => drop(this.change(|items| items.remove(place))),
        None => return Err(vm.value_error("deque.remove(x): x not in deque")),
    }
    Ok(())
}

fn rotate(this: This<'_>, n: i64) {
    let length = this.len() as i64;
    if length > 1 {
        this.change(|items| items.rotate_right(n.rem_euclid(length) as usize));
    }
}

/// The place that a key stands for; one that is no integer is told in the words for reading.
fn place(vm: &mut Vm, this: This<'_>, key: &Value, reading: bool) -> Result<usize> {
    let index = match key {
        Value::Int(index) => *index,
        _ if super::slice::has_index(vm, key) => match vm.index(key) {
            Ok(index) => index,
            Err(raised) if vm.is_exception(&raised, &vm.exc.overflow_error) => {
                return Err(vm.index_error(format!("cannot fit '{}' into an index-sized integer", vm.type_name(key))));
            }
            Err(raised) => return Err(raised),
        },
        _ if reading => return Err(vm.type_error(format!("sequence index must be integer, not '{}'", vm.type_name(key)))),
        _ => vm.index(key)?,
    };
    sequence::place(index, this.len()).ok_or_else(|| vm.index_error("deque index out of range"))
}

fn get(vm: &mut Vm, this: This<'_>, key: &Value) -> Result {
    let place = place(vm, this, key, true)?;
    Ok(this.items()[place].clone())
}

fn set(vm: &mut Vm, this: This<'_>, key: &Value, value: &Value) -> Result<()> {
    let place = place(vm, this, key, false)?;
    drop(this.replace(place, value.clone()));
    Ok(())
}

fn delete(vm: &mut Vm, this: This<'_>, key: &Value) -> Result<()> {
    let place = place(vm, this, key, false)?;
    drop(this.change(|items| items.remove(place)));
    Ok(())
}

fn add(vm: &mut Vm, this: This<'_>, value: &Value) -> Result {
    let Some(other) = Own::<Deque>::of(value) else {
        let given = vm.type_name(value);
        return Err(vm.type_error(format!("can only concatenate deque (not \"{given}\") to deque")));
    };
    let items = this.items().iter().chain(other.items().iter()).cloned().collect();
    like(vm, this, items)
}

fn add_in_place(vm: &mut Vm, this: This<'_>, value: &Value) -> Result {
    extend(vm, this, value, Deque::push_back)?;
    Ok(this.value())
}

/// The items so many times; none where the factor is no integer.
fn repeated(vm: &mut Vm, this: This<'_>, value: &Value) -> Result<Option<Vec<Value>>> {
    let Some(times) = sequence::factor(vm, value)? else { return Ok(None) };
    let (items, times): (Vec<Value>, usize) = (this.items().iter().cloned().collect(), times.max(0) as usize);
    // Only as many as the limit keeps, and whole rounds.
    let times = match this.limit.get() {
        Some(limit) if !items.is_empty() => times.min(limit / items.len() + 2),
        _ => times,
    };
    vm.check_items::<Value>(items.len().saturating_mul(times))?;
    Ok(Some(std::iter::repeat_n(&items, times).flatten().cloned().collect()))
}

fn multiply(vm: &mut Vm, this: This<'_>, value: &Value) -> Result {
    match repeated(vm, this, value)? {
        Some(items) => like(vm, this, items),
        None => {
            let given = vm.type_name(value);
            Err(vm.type_error(format!("can't multiply sequence by non-int of type '{given}'")))
        }
    }
}

fn multiply_in_place(vm: &mut Vm, this: This<'_>, value: &Value) -> Result {
    let Some(items) = repeated(vm, this, value)? else {
        let given = vm.type_name(value);
        return Err(vm.type_error(format!("can't multiply sequence by non-int of type '{given}'")));
    };
    if matches!(value, Value::Int(1)) {
        return Ok(this.value());
    }
    drop(this.change(std::mem::take));
    items.into_iter().for_each(|item| drop(this.push_back(item)));
    Ok(this.value())
}

fn compare(vm: &mut Vm, this: This<'_>, value: &Value, op: CompareOp) -> Result {
    match Own::<Deque>::of(value) {
        Some(other) if other.object.same(this.object) && matches!(op, CompareOp::Eq | CompareOp::Ne) => {
            Ok(Value::Bool(op == CompareOp::Eq))
        }
        Some(other) => sequence::compare(vm, op, this.data, other.data),
        None => Ok(Value::NotImplemented),
    }
}

fn repr(vm: &mut Vm, this: This<'_>) -> Result {
    let name = this.object.class().name.borrow().clone();
    repr_guard::guarded(vm, this.object.address(), "[...]", |vm| {
        let items: Vec<Value> = this.items().iter().cloned().collect();
        let mut text = format!("{name}([");
        repr_guard::join(vm, &items, &mut text)?;
        text.push(']');
        if let Some(limit) = this.limit.get() {
            text.push_str(&format!(", maxlen={limit}"));
        }
        text.push(')');
        Ok(text)
    })
}

fn reduce(vm: &mut Vm, this: This<'_>) -> Result {
    let value = this.value();
    let state = vm.call_method(&value, &vm.intern("__getstate__"), &[])?;
    let arguments = match this.limit.get() {
        Some(limit) => Tuple::value([vm.empty_tuple().into(), Value::from(limit)]),
        None => vm.empty_tuple().into(),
    };
    let items = vm.get_iter(&value)?;
    Ok(Tuple::value([this.object.class().into(), arguments, state, items]))
}

/// Where an iterator over a deque is.
struct Walk {
    deque: Gc<Opaque>,
    left: Cell<usize>,
    backwards: bool,
    changes: u32,
}

impl NativeData for Walk {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.deque.trace(visitor);
    }
}

fn walk(vm: &mut Vm, this: This<'_>, backwards: bool) -> Value {
    let class = if backwards { &vm.types.deque_reverse_iterator } else { &vm.types.deque_iterator };
    let walk = Walk { deque: this.object.clone(), left: Cell::new(this.len()), backwards, changes: this.changes() };
    Opaque::new(class.clone(), walk).into()
}

fn new_walk(vm: &mut Vm, class: &Gc<Class>, deque: This<'_>, index: i64) -> Gc<Opaque> {
    let backwards = class.derives_from(&vm.types.deque_reverse_iterator);
    let left = deque.len().saturating_sub(index.max(0) as usize);
    let walk = Walk { deque: deque.object.clone(), left: Cell::new(left), backwards, changes: deque.changes() };
    Opaque::new(class.clone(), walk)
}

fn reduce_walk(this: Own<'_, Walk>) -> Value {
    let length = this.deque.data::<Deque>().map_or(0, Deque::len);
    let arguments = Tuple::value([this.deque.clone().into(), Value::from(length.saturating_sub(this.left.get()))]);
    Tuple::value([this.object.class().into(), arguments])
}

fn next(vm: &mut Vm, this: Own<'_, Walk>) -> Result {
    let Some(deque) = this.deque.data::<Deque>() else { return Ok(Value::None) };
    let left = this.left.get();
    // At its end, the one that goes backwards does not look at what has changed.
    if deque.changes() != this.changes && !(this.backwards && left == 0) {
        this.left.set(0);
        return Err(mutated(vm));
    }
    if left == 0 {
        return Err(vm.raise_with(&vm.exc.stop_iteration, vec![]));
    }
    this.left.set(left - 1);
    let items = deque.items();
    let place = if this.backwards { left - 1 } else { items.len() - left };
    Ok(items[place].clone())
}
