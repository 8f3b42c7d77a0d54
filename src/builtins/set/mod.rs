//! `set` and `frozenset`: their methods.
//!
//! Which table is copied, which one is walked, and when a table is resized follows CPython: the order of a printed set depends on it.

mod algebra;
mod table;

use crate::heap::Gc;
use crate::object::{FrozenSet, Iter, Iterator, Set, SetStorage, Str};
use crate::value::{Value, Words};
use crate::vm::{CompareOp, Result, Row, This, Vm, class_method, method, static_method, storage};

use super::{alias, repr_guard};
use table::Table;

pub use table::{add, length, table_of};

static COMMON: &[Row] = &[
    method!("copy", "(self, /)", copy, "Return a shallow copy of a set."),
    method!("union", "(self, *others)", algebra::union, "Return a new set with elements from the set and all others."),
    method!(
        "intersection",
        "(self, *others)",
        algebra::intersection,
        "Return a new set with elements common to the set and all others."
    ),
    method!(
        "difference",
        "(self, *others)",
        algebra::difference,
        "Return a new set with elements in the set that are not in the others."
    ),
    method!(
        "symmetric_difference",
        "(self, other, /)",
        |vm, own, other| algebra::symmetric_difference(vm, own, std::slice::from_ref(other)),
        "Return a new set with elements in either the set or other but not both."
    ),
    method!("isdisjoint", "(self, other, /)", isdisjoint, "Return True if two sets have a null intersection."),
    method!("issubset", "(self, other, /)", issubset, "Report whether another set contains this set."),
    method!("issuperset", "(self, other, /)", issuperset, "Report whether this set contains another set."),
    method!(
        "__or__",
        "(self, value, /)",
        |vm, this, other| algebra::operator(vm, this, other, algebra::union),
        "Return self|value."
    ),
    method!(
        "__ror__",
        "(self, value, /)",
        |vm, this, other| algebra::operator(vm, other, this, algebra::union),
        "Return value|self."
    ),
    method!(
        "__and__",
        "(self, value, /)",
        |vm, this, other| algebra::operator(vm, this, other, algebra::intersection),
        "Return self&value.",
    ),
    method!(
        "__rand__",
        "(self, value, /)",
        |vm, this, other| algebra::operator(vm, other, this, algebra::intersection),
        "Return value&self.",
    ),
    method!(
        "__sub__",
        "(self, value, /)",
        |vm, this, other| algebra::operator(vm, this, other, algebra::difference),
        "Return self-value.",
    ),
    method!(
        "__rsub__",
        "(self, value, /)",
        |vm, this, other| algebra::operator(vm, other, this, algebra::difference),
        "Return value-self.",
    ),
    method!(
        "__xor__",
        "(self, value, /)",
        |vm, this, other| algebra::operator(vm, this, other, algebra::symmetric_difference),
        "Return self^value.",
    ),
    method!(
        "__rxor__",
        "(self, value, /)",
        |vm, this, other| algebra::operator(vm, other, this, algebra::symmetric_difference),
        "Return value^self.",
    ),
    method!("__len__", "(self, /)", len, "Return len(self)."),
    method!("__contains__", "(self, key, /)", contains, "x.__contains__(y) <==> y in x."),
    method!("__iter__", "(self, /)", iter, "Implement iter(self)."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
    method!("__eq__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Eq), "Return self==value."),
    method!("__ne__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Ne), "Return self!=value."),
    method!("__lt__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Lt), "Return self<value."),
    method!("__le__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Le), "Return self<=value."),
    method!("__gt__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Gt), "Return self>value."),
    method!("__ge__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Ge), "Return self>=value."),
    method!("__sizeof__", "(self, /)", sizeof, "Size of the set in memory."),
    class_method!("__class_getitem__", "(cls, object, /)", alias::class_getitem, "See PEP 585"),
];

static SET: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", set_new, "Create and return a new object."),
    method!("__init__", "(self, iterable=..., /)", set_init, "Initialize self."),
    method!("add", "(self, object, /)", set_add, "Add an element to a set.").quickly(add_quickly),
    method!("clear", "(self, /)", clear, "Remove all elements from this set."),
    method!("discard", "(self, object, /)", discard, "Remove an element from a set if it is a member."),
    method!("remove", "(self, object, /)", remove, "Remove an element from a set; it must be a member."),
    method!("pop", "(self, /)", pop, "Remove and return an arbitrary set element."),
    method!("update", "(self, *others)", algebra::update, "Update the set, adding elements from all others."),
    method!(
        "intersection_update",
        "(self, *others)",
        algebra::intersection_update,
        "Update the set, keeping only elements found in it and all others."
    ),
    method!(
        "difference_update",
        "(self, *others)",
        algebra::difference_update,
        "Update the set, removing elements found in others."
    ),
    method!(
        "symmetric_difference_update",
        "(self, other, /)",
        |vm, set, other| algebra::symmetric_difference_update(vm, set, std::slice::from_ref(other)),
        "Update the set, keeping only elements found in either set, but not in both."
    ),
    method!(
        "__ior__",
        "(self, value, /)",
        |vm, this, other| algebra::in_place(vm, this, other, algebra::update),
        "Return self|=value."
    ),
    method!(
        "__iand__",
        "(self, value, /)",
        |vm, this, other| algebra::in_place(vm, this, other, algebra::intersection_update),
        "Return self&=value.",
    ),
    method!(
        "__isub__",
        "(self, value, /)",
        |vm, this, other| algebra::in_place(vm, this, other, algebra::difference_update),
        "Return self-=value.",
    ),
    method!(
        "__ixor__",
        "(self, value, /)",
        |vm, this, other| algebra::in_place(vm, this, other, algebra::symmetric_difference_update),
        "Return self^=value.",
    ),
];

static FROZEN: &[Row] = &[
    static_method!("__new__", "(cls, iterable=..., /)", frozen_new, "Create and return a new object."),
    method!("__hash__", "(self, /)", hash, "Return hash(self)."),
];

static SET_MAKER: Row = static_method!("__new__", "(cls, iterable=..., /)", set_make, "A set of the items of an iterable.");

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let (set, frozenset) = (vm.types.set.clone(), vm.types.frozenset.clone());
    vm.add_methods(&set, COMMON);
    vm.add_methods(&set, SET);
    super::unhashable(vm, &set);
    vm.add_methods(&frozenset, COMMON);
    vm.add_methods(&frozenset, FROZEN);
    vm.set_maker(&set, &SET_MAKER);
}

/// A new set, or frozenset where `like` is one.
fn same_kind(like: Table<'_>, storage: SetStorage) -> Value {
    match like {
        Table::Set(_) => Set::new(storage).into(),
        Table::Frozen(_) => FrozenSet::new(storage).into(),
    }
}

fn set_new(vm: &mut Vm, class: &Value, _: &Value, _: &Value) -> Result {
    vm.wrap_new(class, Set::new(SetStorage::default()).into())
}

/// `set(iterable)` of the class itself.
fn set_make(vm: &mut Vm, _: &Value, iterable: Option<&Value>) -> Result<Gc<Set>> {
    if let Some(table) = iterable.and_then(Table::of) {
        return table.copied(vm).map(Set::new);
    }
    let set = Set::new(SetStorage::default());
    if let Some(iterable) = iterable {
        table::update(vm, &set.0, iterable)?;
    }
    Ok(set)
}

fn set_init(vm: &mut Vm, set: &Set, iterable: Option<&Value>) -> Result<()> {
    drop(set.0.take());
    iterable.map_or(Ok(()), |iterable| table::update(vm, &set.0, iterable))
}

fn frozen_new(vm: &mut Vm, class: &Value, iterable: Option<&Value>) -> Result {
    let Some(iterable) = iterable else {
        return vm.wrap_new(class, FrozenSet::new(SetStorage::default()).into());
    };
    if iterable.is::<FrozenSet>() {
        return vm.wrap_new(class, iterable.clone());
    }
    let storage = table_of(vm, iterable)?;
    vm.wrap_new(class, FrozenSet::new(storage).into())
}

fn copy(vm: &mut Vm, this: This<Table>) -> Result {
    if this.value.is::<FrozenSet>() {
        return Ok(this.value.clone());
    }
    Ok(same_kind(this.storage, this.copied(vm)?))
}

fn set_add(vm: &mut Vm, set: &Set, object: &Value) -> Result<()> {
    if set.0.borrow_mut().add_quick(object).is_none() {
        table::add(vm, &set.0, object.clone())?;
    }
    Ok(())
}

/// `add` of what is there, or where there is room and no script decides.
fn add_quickly(_: &mut Vm, args: &mut [Value]) -> Words {
    let [set, object] = args else { return Words::unset() };
    let added = set.get::<Set>().and_then(|set| set.0.borrow_mut().add_quick(object));
    if added.is_some() { Words::none() } else { Words::unset() }
}

fn clear(set: &Set) {
    drop(set.0.take());
}

fn discard(vm: &mut Vm, set: &Set, object: &Value) -> Result<()> {
    let hash = table::searched_hash(vm, object)?;
    table::discard(vm, &set.0, hash, object)?;
    Ok(())
}

fn remove(vm: &mut Vm, set: &Set, object: &Value) -> Result<()> {
    let hash = table::searched_hash(vm, object)?;
    if table::discard(vm, &set.0, hash, object)? { Ok(()) } else { Err(vm.key_error(object)) }
}

fn pop(vm: &mut Vm, set: &Set) -> Result {
    let popped = set.0.borrow_mut().pop();
    popped.ok_or_else(|| vm.raise(&vm.exc.key_error, "pop from an empty set"))
}

fn len(table: Table) -> usize {
    table.len()
}

fn contains(vm: &mut Vm, table: Table, key: &Value) -> Result<bool> {
    let hash = table::searched_hash(vm, key)?;
    table.contains(vm, hash, key)
}

fn iter(table: Table) -> Value {
    match table {
        Table::Set(set) => Iterator::value(Iter::Set(set.clone(), 0, set.0.borrow().len())),
        Table::Frozen(set) => Iterator::value(Iter::FrozenSet(set.clone().into(), 0)),
    }
}

fn isdisjoint(vm: &mut Vm, table: Table, given: &Value) -> Result<bool> {
    if let Some(other) = Table::of(given) {
        let (walked, asked) = if other.len() > table.len() { (table, other) } else { (other, table) };
        return Ok(!walked.any(vm, asked, true)?);
    }
    let iterator = vm.get_iter(given)?;
    while let Some(key) = vm.iter_next(&iterator)? {
        let hash = table::key_hash(vm, &key)?;
        if table.contains(vm, hash, &key)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn issubset(vm: &mut Vm, table: Table, given: &Value) -> Result<bool> {
    match Table::of(given) {
        Some(other) => table.is_subset(vm, other),
        None => {
            let other = Set::new(table_of(vm, given)?);
            table.is_subset(vm, Table::Set(&other))
        }
    }
}

fn issuperset(vm: &mut Vm, table: Table, given: &Value) -> Result<bool> {
    if let Some(other) = Table::of(given) {
        return other.is_subset(vm, table);
    }
    let iterator = vm.get_iter(given)?;
    while let Some(key) = vm.iter_next(&iterator)? {
        let hash = table::key_hash(vm, &key)?;
        if !table.contains(vm, hash, &key)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn compare(vm: &mut Vm, table: Table, value: &Value, op: CompareOp) -> Result {
    let Some(other) = Table::of(value) else { return Ok(Value::NotImplemented) };
    let (length, other_length) = (table.len(), other.len());
    let answer = match op {
        CompareOp::Eq => length == other_length && table.is_subset(vm, other)?,
        CompareOp::Ne => !(length == other_length && table.is_subset(vm, other)?),
        CompareOp::Lt => length < other_length && table.is_subset(vm, other)?,
        CompareOp::Le => table.is_subset(vm, other)?,
        CompareOp::Gt => length > other_length && other.is_subset(vm, table)?,
        CompareOp::Ge => other.is_subset(vm, table)?,
    };
    Ok(answer.into())
}

fn hash(vm: &mut Vm, this: This<Table>) -> Result {
    match this.storage {
        Table::Frozen(set) => Ok(table::frozen_hash(set).into()),
        Table::Set(_) => Err(vm.unhashable(this.value)),
    }
}

fn repr(vm: &mut Vm, this: This<Table>) -> Result {
    let table = this.storage;
    let name = vm.type_name(this.value);
    if table.len() == 0 {
        return Ok(Str::value(format!("{name}()")));
    }
    repr_guard::guarded(vm, table.address(), &format!("{name}(...)"), |vm| {
        let keys: Vec<Value> = table.entries().into_iter().map(|(_, key)| key).collect();
        let plain = name.same(&*vm.types.set.name.borrow());
        let mut text = if plain { String::from("{") } else { format!("{name}({{") };
        repr_guard::join(vm, &keys, &mut text)?;
        text.push_str(if plain { "}" } else { "})" });
        Ok(text)
    })
}

fn sizeof(table: Table) -> usize {
    200 + 16 * table.len()
}

/// Whether a value is a set or frozenset, or derives from one.
fn is_any_set(value: &Value) -> bool {
    storage::<Set>(value).is_some() || storage::<FrozenSet>(value).is_some()
}
