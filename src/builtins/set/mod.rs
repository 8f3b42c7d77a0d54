//! `set` and `frozenset`: their methods.
//!
//! Which table is copied, which one is walked, and when a table is resized follows CPython: the order of a printed set depends on it.

mod algebra;
mod table;

use crate::heap::Gc;
use crate::object::{FrozenSet, Iter, Iterator, Set, SetStorage, Str};
use crate::value::Value;
use crate::vm::{CompareOp, Result, Row, Vm, class_method};

use super::receiver::{storage, wrong_receiver};
use super::{alias, repr_guard};
use table::Table;

pub use table::{add, length, table_of};

static COMMON: &[Row] = &[
    Row::method("copy", "(self, /)", copy, "Return a shallow copy of a set."),
    Row::method("union", "(self, *others)", algebra::union, "Return a new set with elements from the set and all others."),
    Row::method(
        "intersection",
        "(self, *others)",
        algebra::intersection,
        "Return a new set with elements common to the set and all others.",
    ),
    Row::method(
        "difference",
        "(self, *others)",
        algebra::difference,
        "Return a new set with elements in the set that are not in the others.",
    ),
    Row::method(
        "symmetric_difference",
        "(self, other, /)",
        algebra::symmetric_difference,
        "Return a new set with elements in either the set or other but not both.",
    ),
    Row::method("isdisjoint", "(self, other, /)", isdisjoint, "Return True if two sets have a null intersection."),
    Row::method("issubset", "(self, other, /)", issubset, "Report whether another set contains this set."),
    Row::method("issuperset", "(self, other, /)", issuperset, "Report whether this set contains another set."),
    Row::method("__or__", "(self, value, /)", |vm, args| algebra::operator(vm, args, algebra::union), "Return self|value."),
    Row::method("__ror__", "(self, value, /)", |vm, args| algebra::reflected(vm, args, algebra::union), "Return value|self."),
    Row::method(
        "__and__",
        "(self, value, /)",
        |vm, args| algebra::operator(vm, args, algebra::intersection),
        "Return self&value.",
    ),
    Row::method(
        "__rand__",
        "(self, value, /)",
        |vm, args| algebra::reflected(vm, args, algebra::intersection),
        "Return value&self.",
    ),
    Row::method(
        "__sub__",
        "(self, value, /)",
        |vm, args| algebra::operator(vm, args, algebra::difference),
        "Return self-value.",
    ),
    Row::method(
        "__rsub__",
        "(self, value, /)",
        |vm, args| algebra::reflected(vm, args, algebra::difference),
        "Return value-self.",
    ),
    Row::method(
        "__xor__",
        "(self, value, /)",
        |vm, args| algebra::operator(vm, args, algebra::symmetric_difference),
        "Return self^value.",
    ),
    Row::method(
        "__rxor__",
        "(self, value, /)",
        |vm, args| algebra::reflected(vm, args, algebra::symmetric_difference),
        "Return value^self.",
    ),
    Row::method("__len__", "(self, /)", len, "Return len(self)."),
    Row::method("__contains__", "(self, key, /)", contains, "x.__contains__(y) <==> y in x."),
    Row::method("__iter__", "(self, /)", iter, "Implement iter(self)."),
    Row::method("__repr__", "(self, /)", repr, "Return repr(self)."),
    Row::method("__eq__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Eq), "Return self==value."),
    Row::method("__ne__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Ne), "Return self!=value."),
    Row::method("__lt__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Lt), "Return self<value."),
    Row::method("__le__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Le), "Return self<=value."),
    Row::method("__gt__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Gt), "Return self>value."),
    Row::method("__ge__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Ge), "Return self>=value."),
    Row::method("__sizeof__", "(self, /)", sizeof, "Size of the set in memory."),
    class_method!("__class_getitem__", "(cls, object, /)", alias::class_getitem, "See PEP 585"),
];

static SET: &[Row] = &[
    Row::static_method("__new__", "(cls, *args, **kwargs)", set_new, "Create and return a new object."),
    Row::method("__init__", "(self, iterable=..., /)", set_init, "Initialize self."),
    Row::method("add", "(self, object, /)", set_add, "Add an element to a set."),
    Row::method("clear", "(self, /)", clear, "Remove all elements from this set."),
    Row::method("discard", "(self, object, /)", discard, "Remove an element from a set if it is a member."),
    Row::method("remove", "(self, object, /)", remove, "Remove an element from a set; it must be a member."),
    Row::method("pop", "(self, /)", pop, "Remove and return an arbitrary set element."),
    Row::method("update", "(self, *others)", algebra::update, "Update the set, adding elements from all others."),
    Row::method(
        "intersection_update",
        "(self, *others)",
        algebra::intersection_update,
        "Update the set, keeping only elements found in it and all others.",
    ),
    Row::method(
        "difference_update",
        "(self, *others)",
        algebra::difference_update,
        "Update the set, removing elements found in others.",
    ),
    Row::method(
        "symmetric_difference_update",
        "(self, other, /)",
        algebra::symmetric_difference_update,
        "Update the set, keeping only elements found in either set, but not in both.",
    ),
    Row::method("__ior__", "(self, value, /)", |vm, args| algebra::in_place(vm, args, algebra::update), "Return self|=value."),
    Row::method(
        "__iand__",
        "(self, value, /)",
        |vm, args| algebra::in_place(vm, args, algebra::intersection_update),
        "Return self&=value.",
    ),
    Row::method(
        "__isub__",
        "(self, value, /)",
        |vm, args| algebra::in_place(vm, args, algebra::difference_update),
        "Return self-=value.",
    ),
    Row::method(
        "__ixor__",
        "(self, value, /)",
        |vm, args| algebra::in_place(vm, args, algebra::symmetric_difference_update),
        "Return self^=value.",
    ),
];

static FROZEN: &[Row] = &[
    Row::static_method("__new__", "(cls, iterable=..., /)", frozen_new, "Create and return a new object."),
    Row::method("__hash__", "(self, /)", hash, "Return hash(self)."),
];

static SET_MAKER: Row = Row::static_method("__new__", "(cls, iterable=..., /)", set_make, "A set of the items of an iterable.");

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

/// The table of a method's receiver.
fn this<'a>(vm: &Vm, args: &'a [Value], method: &str) -> Result<Table<'a>> {
    match args.first().and_then(Table::of) {
        Some(table) => Ok(table),
        None => Err(wrong_receiver(vm, args, &vm.types.set.name.borrow().clone(), method)),
    }
}

/// The set that is a method's receiver.
fn this_set<'a>(vm: &Vm, args: &'a [Value], method: &str) -> Result<&'a Gc<Set>> {
    super::receiver::receiver::<Set>(vm, args, method)
}

/// A new set, or frozenset where `like` is one.
fn same_kind(like: Table<'_>, storage: SetStorage) -> Value {
    match like {
        Table::Set(_) => Set::new(storage).into(),
        Table::Frozen(_) => FrozenSet::new(storage).into(),
    }
}

fn set_new(vm: &mut Vm, args: &[Value]) -> Result {
    vm.wrap_new(&args[0], Set::new(SetStorage::default()).into())
}

/// `set(iterable)` of the class itself.
fn set_make(vm: &mut Vm, args: &[Value]) -> Result {
    let set = Set::new(SetStorage::default());
    if args[1].is_set() {
        table::update(vm, &set.0, &args[1])?;
    }
    Ok(set.into())
}

fn set_init(vm: &mut Vm, args: &[Value]) -> Result {
    let set = this_set(vm, args, "__init__")?;
    drop(set.0.take());
    if args[1].is_set() {
        table::update(vm, &set.0, &args[1])?;
    }
    Ok(Value::None)
}

fn frozen_new(vm: &mut Vm, args: &[Value]) -> Result {
    if !args[1].is_set() {
        return vm.wrap_new(&args[0], FrozenSet::new(SetStorage::default()).into());
    }
    if args[1].is::<FrozenSet>() {
        return vm.wrap_new(&args[0], args[1].clone());
    }
    let storage = table_of(vm, &args[1])?;
    vm.wrap_new(&args[0], FrozenSet::new(storage).into())
}

fn copy(vm: &mut Vm, args: &[Value]) -> Result {
    let table = this(vm, args, "copy")?;
    if args[0].is::<FrozenSet>() {
        return Ok(args[0].clone());
    }
    Ok(same_kind(table, table.copied()))
}

fn set_add(vm: &mut Vm, args: &[Value]) -> Result {
    let set = this_set(vm, args, "add")?;
    table::add(vm, &set.0, args[1].clone())?;
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: &[Value]) -> Result {
    let old = this_set(vm, args, "clear")?.0.take();
    drop(old);
    Ok(Value::None)
}

fn discard(vm: &mut Vm, args: &[Value]) -> Result {
    let set = this_set(vm, args, "discard")?;
    let hash = table::searched_hash(vm, &args[1])?;
    table::discard(vm, &set.0, hash, &args[1])?;
    Ok(Value::None)
}

fn remove(vm: &mut Vm, args: &[Value]) -> Result {
    let set = this_set(vm, args, "remove")?;
    let hash = table::searched_hash(vm, &args[1])?;
    if table::discard(vm, &set.0, hash, &args[1])? { Ok(Value::None) } else { Err(vm.key_error(&args[1])) }
}

fn pop(vm: &mut Vm, args: &[Value]) -> Result {
    let set = this_set(vm, args, "pop")?;
    let popped = set.0.borrow_mut().pop();
    popped.ok_or_else(|| vm.raise(&vm.exc.key_error, "pop from an empty set"))
}

fn len(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(this(vm, args, "__len__")?.len().into())
}

fn contains(vm: &mut Vm, args: &[Value]) -> Result {
    let table = this(vm, args, "__contains__")?;
    let hash = table::searched_hash(vm, &args[1])?;
    Ok(table.contains(vm, hash, &args[1])?.into())
}

fn iter(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(match this(vm, args, "__iter__")? {
        Table::Set(set) => Iterator::value(Iter::Set(set.clone(), 0, set.0.borrow().len())),
        Table::Frozen(set) => Iterator::value(Iter::FrozenSet(set.clone().into(), 0)),
    })
}

fn isdisjoint(vm: &mut Vm, args: &[Value]) -> Result {
    let table = this(vm, args, "isdisjoint")?;
    if let Some(other) = Table::of(&args[1]) {
        let (walked, asked) = if other.len() > table.len() { (table, other) } else { (other, table) };
        for (hash, key) in walked.entries() {
            if asked.contains(vm, hash, &key)? {
                return Ok(false.into());
            }
        }
        return Ok(true.into());
    }
    let iterator = vm.get_iter(&args[1])?;
    while let Some(key) = vm.iter_next(&iterator)? {
        let hash = table::key_hash(vm, &key)?;
        if table.contains(vm, hash, &key)? {
            return Ok(false.into());
        }
    }
    Ok(true.into())
}

fn issubset(vm: &mut Vm, args: &[Value]) -> Result {
    let table = this(vm, args, "issubset")?;
    let answer = match Table::of(&args[1]) {
        Some(other) => table.is_subset(vm, other)?,
        None => {
            let other = Set::new(table_of(vm, &args[1])?);
            table.is_subset(vm, Table::Set(&other))?
        }
    };
    Ok(answer.into())
}

fn issuperset(vm: &mut Vm, args: &[Value]) -> Result {
    let table = this(vm, args, "issuperset")?;
    if let Some(other) = Table::of(&args[1]) {
        return Ok(other.is_subset(vm, table)?.into());
    }
    let iterator = vm.get_iter(&args[1])?;
    while let Some(key) = vm.iter_next(&iterator)? {
        let hash = table::key_hash(vm, &key)?;
        if !table.contains(vm, hash, &key)? {
            return Ok(false.into());
        }
    }
    Ok(true.into())
}

fn compare(vm: &mut Vm, args: &[Value], op: CompareOp) -> Result {
    let table = this(vm, args, "__eq__")?;
    let Some(other) = Table::of(&args[1]) else { return Ok(Value::NotImplemented) };
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

fn hash(vm: &mut Vm, args: &[Value]) -> Result {
    match this(vm, args, "__hash__")? {
        Table::Frozen(set) => Ok(table::frozen_hash(set).into()),
        Table::Set(_) => Err(vm.unhashable(&args[0])),
    }
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let table = this(vm, args, "__repr__")?;
    let name = vm.type_name(&args[0]);
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

fn sizeof(vm: &mut Vm, args: &[Value]) -> Result {
    Ok((200 + 16 * this(vm, args, "__sizeof__")?.len()).into())
}

/// Whether a value is a set or frozenset, or derives from one.
fn is_any_set(value: &Value) -> bool {
    storage::<Set>(value).is_some() || storage::<FrozenSet>(value).is_some()
}
