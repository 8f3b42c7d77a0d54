//! Iterators: `enumerate`, `zip`, `map`, `filter`, `reversed`, and what all of the machine's iterators answer to. `vm::iterate` steps them.

use num_bigint::BigInt;

use crate::heap::Gc;
use crate::object::{Iter, Iterator, Str, Tuple, int_value};
use crate::value::{Kind, Value};
use crate::vm::{Result, Row, Vm, class_method, method, static_method};

use super::alias;

static COMMON: &[Row] = &[
    method!("__iter__", "(self, /)", |this: &Value| this.clone(), "Implement iter(self)."),
    method!("__next__", "(self, /)", next, "Implement next(self)."),
];

static HINT: &[Row] =
    &[method!("__length_hint__", "(self, /)", length_hint, "Private method returning an estimate of len(list(it)).")];

static ENUMERATE: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, iterable, start=0)",
        enumerate,
        "Return an enumerate object: pairs of a count and an item."
    ),
    class_method!("__class_getitem__", "(cls, object, /)", alias::class_getitem, "See PEP 585"),
];
static ZIP: &[Row] = &[static_method!(
    "__new__",
    "(cls, *iterables, strict=False)",
    zip,
    "Yield tuples until an input is exhausted; with strict all must end together."
)];
static MAP: &[Row] = &[static_method!(
    "__new__",
    "(cls, *args, strict=False)",
    map,
    "Make an iterator that computes the function using arguments from each of the iterables."
)];
static FILTER: &[Row] = &[static_method!(
    "__new__",
    "(cls, function, iterable, /)",
    filter,
    "Return an iterator yielding those items for which function(item) is true."
)];
static REVERSED: &[Row] = &[static_method!(
    "__new__",
    "(cls, object, /)",
    reversed,
    "Return a reverse iterator over the values of the given sequence."
)];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let types = &vm.types;
    let hinted = [
        &types.range_iterator,
        &types.longrange_iterator,
        &types.list_iterator,
        &types.list_reverseiterator,
        &types.tuple_iterator,
        &types.str_iterator,
        &types.bytes_iterator,
        &types.dict_keyiterator,
        &types.dict_valueiterator,
        &types.dict_itemiterator,
        &types.dict_reversekeyiterator,
        &types.dict_reversevalueiterator,
        &types.dict_reverseitemiterator,
        &types.set_iterator,
        &types.reversed,
    ]
    .map(Clone::clone);
    let plain =
        [&types.iterator, &types.callable_iterator, &types.enumerate, &types.zip, &types.map, &types.filter].map(Clone::clone);
    for class in hinted.iter().chain(&plain) {
        vm.add_methods(class, COMMON);
    }
    for class in &hinted {
        vm.add_methods(class, HINT);
    }
    let types = &vm.types;
    let made = [
        (types.enumerate.clone(), ENUMERATE),
        (types.zip.clone(), ZIP),
        (types.map.clone(), MAP),
        (types.filter.clone(), FILTER),
        (types.reversed.clone(), REVERSED),
    ];
    for (class, rows) in made {
        vm.add_methods(&class, rows);
    }
}

fn next(vm: &mut Vm, this: &Value) -> Result {
    let own = vm.payload(this);
    if !own.is::<Iterator>() {
        let given = vm.type_name(this);
        return Err(vm.type_error(format!("descriptor '__next__' for 'iterator' objects doesn't apply to a '{given}' object")));
    }
    match vm.iter_next(&own)? {
        Some(item) => Ok(item),
        None => Err(vm.stop_iteration(Value::None)),
    }
}

fn length_hint(this: &Value) -> Value {
    let Some(iterator) = this.get::<Iterator>() else { return Value::NotImplemented };
    let left = match &*iterator.0.borrow() {
        Iter::Range { left, .. } => *left as usize,
        Iter::WideRange(rest) => return int_value(rest.left.clone()),
        Iter::List(list, at) => list.0.borrow().len().saturating_sub(*at),
        Iter::ListReversed(_, left) => *left,
        Iter::Tuple(tuple, at) => tuple.items().len().saturating_sub(*at),
        Iter::Str(text, at) => text.as_str()[*at..].chars().count(),
        Iter::Dict(dict, _, walk) if dict.len() == walk.len => walk.left,
        Iter::DictReversed(dict, _, left, len) if dict.len() == *len => {
            dict.borrow().entries().iter().take(*left).filter(|entry| entry.key.is_set()).count()
        }
        Iter::Set(set, at, _) => set.0.borrow().len().saturating_sub(*at),
        Iter::SequenceReversed(_, at) => (*at + 1).max(0) as usize,
        _ => 0,
    };
    left.into()
}

fn enumerate(vm: &mut Vm, class: &Value, iterable: &Value, start: BigInt) -> Result {
    let start = int_value(start);
    let inner = vm.get_iter(iterable)?;
    vm.wrap_new(class, Iterator::value(Iter::Enumerate(inner, start)))
}

fn iterators_of(vm: &mut Vm, iterables: &[Value]) -> Result<Gc<Tuple>> {
    let all: Result<Vec<Value>> = iterables.iter().map(|iterable| vm.get_iter(iterable)).collect();
    all.map(Tuple::new)
}

fn zip(vm: &mut Vm, class: &Value, iterables: &Tuple, strict: bool) -> Result {
    let iterators = iterators_of(vm, iterables.items())?;
    vm.wrap_new(class, Iterator::value(Iter::Zip(iterators, strict)))
}

fn map(vm: &mut Vm, class: &Value, args: &Tuple, strict: bool) -> Result {
    match args.items().split_first() {
        Some((function, iterables)) if !iterables.is_empty() => {
            let iterators = iterators_of(vm, iterables)?;
            vm.wrap_new(class, Iterator::value(Iter::Map(function.clone(), iterators, strict)))
        }
        _ => Err(vm.type_error("map() must have at least two arguments.")),
    }
}

fn filter(vm: &mut Vm, class: &Value, function: &Value, iterable: &Value) -> Result {
    let inner = vm.get_iter(iterable)?;
    vm.wrap_new(class, Iterator::value(Iter::Filter(function.clone(), inner)))
}

fn reversed(vm: &mut Vm, class: &Value, object: &Value) -> Result {
    let name = vm.names.reversed.clone();
    match vm.lookup_special(object, &name) {
        Some(Value::None) => {}
        Some(_) => {
            if let Some(iterator) = vm.call_special(object, &name, &[])? {
                return Ok(iterator);
            }
        }
        None => {
            let sequence = matches!(object.kind(), Some(Kind::Str | Kind::Tuple | Kind::Bytes | Kind::ByteArray))
                || (vm.lookup_special(object, &vm.names.getitem).is_some() && !object.is::<crate::object::Dict>());
            if sequence {
                let length = vm.len(object)? as i64;
                return vm.wrap_new(class, Iterator::value(Iter::SequenceReversed(object.clone(), length - 1)));
            }
        }
    }
    let given: Gc<Str> = vm.type_name(object);
    Err(vm.type_error(format!("'{given}' object is not reversible")))
}
