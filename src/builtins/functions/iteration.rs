//! Functions over iterables: iter, next, aiter, anext, len, all, any, min, max, sorted.

use std::cmp::Ordering;

use crate::object::{Dict, Iter, Iterator, List, Set, Str, Tuple};
use crate::value::{Kind, Value, Words};
use crate::vm::{CompareOp, Consumer, Enters, Result, Row, Vm, at_once, function};

use super::super::sort;
use super::identity::is_callable;

pub static ROWS: &[Row] = &[
    function!("iter", "(object, sentinel=..., /)", iter, "Get an iterator from an object."),
    function!("next", "(iterator, default=..., /)", next, "Return the next item from the iterator.").enters(Enters::Next),
    function!("aiter", "(async_iterable, /)", aiter, "Return an AsyncIterator for an AsyncIterable object."),
    function!("anext", "(async_iterator, default=..., /)", anext, "Return the next item from the async iterator."),
    function!("len", "(obj, /)", |vm: &mut Vm, obj| vm.len(obj), "Return the number of items in a container.")
        .quickly(len_quickly)
        .enters(Enters::Length),
    function!("all", "(iterable, /)", all, "Return True if bool(x) is True for all values x in the iterable."),
    function!("any", "(iterable, /)", any, "Return True if bool(x) is True for any x in the iterable."),
    function!(
        "min",
        "(*args, key=None, default=...)",
        |vm, args, key, default| extreme(vm, args, key, default, "min"),
        "With a single iterable argument, return its smallest item.",
    )
    .quickly(|_, args| of_two(args, Ordering::Less)),
    function!(
        "max",
        "(*args, key=None, default=...)",
        |vm, args, key, default| extreme(vm, args, key, default, "max"),
        "With a single iterable argument, return its biggest item.",
    )
    .quickly(|_, args| of_two(args, Ordering::Greater)),
    function!(
        "sorted",
        "(*args, key=None, reverse=False)",
        sorted,
        "Return a new list containing all items from the iterable in ascending order."
    ),
];

/// The length of a built-in container.
fn len_quickly(vm: &mut Vm, args: &mut [Value]) -> Words {
    let [object] = args else { return Words::unset() };
    let object = vm.carried(object, &vm.names.len).unwrap_or(object);
    let length = match object.kind() {
        Some(Kind::List) => object.get::<List>().map(|list| list.0.borrow().len()),
        Some(Kind::Tuple) => object.get::<Tuple>().map(|tuple| tuple.items().len()),
        Some(Kind::Str) => object.get::<Str>().map(Str::char_len),
        Some(Kind::Dict) => object.get::<Dict>().map(Dict::len),
        Some(Kind::Set) => object.get::<Set>().map(|set| set.0.borrow().len()),
        _ => None,
    };
    length.map_or(Words::unset(), |length| Words::int(length as i64))
}

/// The second one of two numbers of a kind where it stands so to the first one, else that.
fn of_two(args: &[Value], wanted: Ordering) -> Words {
    match args {
        [Value::Int(one), Value::Int(other)] => Words::int(if other.cmp(one) == wanted { *other } else { *one }),
        [Value::Float(one), Value::Float(other)] => {
            Words::float(if other.partial_cmp(one) == Some(wanted) { *other } else { *one })
        }
        _ => Words::unset(),
    }
}

fn iter(vm: &mut Vm, object: &Value, sentinel: Option<&Value>) -> Result {
    let Some(sentinel) = sentinel else { return vm.get_iter(object) };
    if !is_callable(vm, object) {
        return Err(vm.type_error("iter(v, w): v must be callable"));
    }
    Ok(Iterator::value(Iter::Callable(object.clone(), sentinel.clone())))
}

fn next(vm: &mut Vm, iterator: &Value, default: Option<&Value>) -> Result {
    let own =
        matches!(iterator.kind(), Some(crate::value::Kind::Iterator)) || vm.lookup_special(iterator, &vm.names.next).is_some();
    if !own {
        let given = vm.type_name(iterator);
        return Err(vm.type_error(format!("'{given}' object is not an iterator")));
    }
    match vm.iter_next_or_stop(iterator)? {
        Ok(item) => Ok(item),
        Err(result) => default.cloned().ok_or_else(|| vm.stop_iteration(result)),
    }
}

fn aiter(vm: &mut Vm, async_iterable: &Value) -> Result {
    let Some(iterator) = vm.call_special(async_iterable, &vm.names.aiter.clone(), &[])? else {
        let given = vm.type_name(async_iterable);
        return Err(vm.type_error(format!("'{given}' object is not an async iterable")));
    };
    if vm.lookup_special(&iterator, &vm.names.anext).is_none() {
        let given = vm.type_name(&iterator);
        return Err(vm.type_error(format!("aiter() returned not an async iterator of type '{given}'")));
    }
    Ok(iterator)
}

/// What `anext(iterator, default)` awaits.
const ANEXT_WITH_DEFAULT: &str = "\
async def anext(step, default):
    try:
        return await step
    except StopAsyncIteration:
        return default
";

fn anext(vm: &mut Vm, async_iterator: &Value, default: &Value) -> Result {
    let Some(step) = vm.call_special(async_iterator, &vm.names.anext.clone(), &[])? else {
        let given = vm.type_name(async_iterator);
        return Err(vm.type_error(format!("'{given}' object is not an async iterator")));
    };
    if !default.is_set() {
        return Ok(step);
    }
    let Some(loader) = vm.loader.clone() else { return Err(vm.system_error("there is no loader")) };
    let code = loader.compile(vm, ANEXT_WITH_DEFAULT, "<anext>", "exec", false)?;
    let namespace = Dict::new();
    vm.run_code(&code, &namespace, None)?;
    let function = namespace.get_text("anext").unwrap_or(Value::None);
    vm.call(&function, &[step, default.clone()])
}

fn all(vm: &mut Vm, iterable: &Value) -> Result {
    quantified(vm, iterable, false).map(|found| (!found).into())
}

fn any(vm: &mut Vm, iterable: &Value) -> Result {
    quantified(vm, iterable, true).map(Value::from)
}

/// Whether some item of an iterable has this truth.
fn quantified(vm: &mut Vm, iterable: &Value, wanted: bool) -> Result<bool> {
    // Numbers at the beginning need no machine.
    let other = at_once(iterable, |items| {
        items
            .iter()
            .take_while(|item| match item {
                Value::Bool(truth) => *truth != wanted,
                Value::Int(number) => (*number != 0) != wanted,
                _ => false,
            })
            .count()
    });
    let mut search = Search { wanted, found: false };
    vm.consume(iterable, other, &mut search)?;
    Ok(search.found)
}

/// Looks for a truth.
struct Search {
    wanted: bool,
    found: bool,
}

impl Consumer for Search {
    #[inline]
    fn quick(&mut self, item: &mut Value) -> bool {
        match item {
            Value::Bool(truth) => *truth != self.wanted,
            Value::Int(number) => (*number != 0) != self.wanted,
            Value::None => self.wanted,
            _ => false,
        }
    }

    #[inline]
    fn take(&mut self, vm: &mut Vm, item: &mut Value) -> Result<bool> {
        self.found = vm.truth(item)? == self.wanted;
        Ok(!self.found)
    }
}

/// The best item so far and what it is ranked by.
struct Best<'a> {
    op: CompareOp,
    key: &'a Value,
    found: Option<(Value, Value)>,
}

impl Best<'_> {
    fn offer(&mut self, vm: &mut Vm, item: Value) -> Result<()> {
        let rank = if self.key.is_none() { item.clone() } else { vm.call_one(self.key, item.clone())? };
        self.rank(vm, item, rank)
    }

    fn rank(&mut self, vm: &mut Vm, item: Value, rank: Value) -> Result<()> {
        let better = match &self.found {
            None => true,
            Some((_, best)) => better(vm, self.op, &rank, best)?,
        };
        if better {
            self.found = Some((item, rank));
        }
        Ok(())
    }
}

/// `min` and `max`
fn extreme(vm: &mut Vm, args: &Tuple, key: &Value, default: Option<&Value>, name: &str) -> Result {
    let mut best = Best { op: if name == "min" { CompareOp::Lt } else { CompareOp::Gt }, key, found: None };
    match args.items() {
        [] => return Err(vm.type_error(format!("{name} expected at least 1 argument, got 0"))),
        [iterable] => {
            if key.is_none() {
                return match unranked(vm, best.op, iterable)? {
                    Some(item) => Ok(item),
                    None => default.cloned().ok_or_else(|| vm.value_error(format!("{name}() iterable argument is empty"))),
                };
            }
            let iterator = vm.get_iter(iterable)?;
            let mut item = Value::Unset;
            if vm.next_into(&iterator, &mut item)? {
                vm.call_each(key, item.clone(), &mut |vm, rank| {
                    best.rank(vm, std::mem::take(&mut item), rank)?;
                    Ok(if vm.next_into(&iterator, &mut item)? { Some(item.clone()) } else { None })
                })?;
            }
        }
        _ if default.is_some() => {
            return Err(vm.type_error(format!("Cannot specify a default for {name}() with multiple positional arguments")));
        }
        [first, rest @ ..] if key.is_none() => {
            let mut found = first;
            for item in rest {
                if better(vm, best.op, item, found)? {
                    found = item;
                }
            }
            return Ok(found.clone());
        }
        items => {
            for item in items {
                best.offer(vm, item.clone())?;
            }
        }
    }
    match best.found {
        Some((item, _)) => Ok(item),
        None => default.cloned().ok_or_else(|| vm.value_error(format!("{name}() iterable argument is empty"))),
    }
}

/// The best item of an iterable, by the items themselves.
fn unranked(vm: &mut Vm, op: CompareOp, iterable: &Value) -> Result<Option<Value>> {
    let (mut found, seen) = at_once(iterable, |items| best_number(items, op));
    let mut champion = Champion { op, found: found.take() };
    vm.consume(iterable, seen, &mut champion)?;
    Ok(champion.found)
}

/// The best item so far.
struct Champion {
    op: CompareOp,
    found: Option<Value>,
}

impl Consumer for Champion {
    #[inline]
    fn quick(&mut self, item: &mut Value) -> bool {
        let better = match (&self.found, &*item) {
            (Some(Value::Int(best)), Value::Int(number)) => {
                if self.op == CompareOp::Lt {
                    number < best
                } else {
                    number > best
                }
            }
            (Some(Value::Float(best)), Value::Float(number)) => {
                if self.op == CompareOp::Lt {
                    number < best
                } else {
                    number > best
                }
            }
            _ => return false,
        };
        if better {
            self.found = Some(std::mem::take(item));
        }
        true
    }

    #[inline]
    fn take(&mut self, vm: &mut Vm, item: &mut Value) -> Result<bool> {
        let better = match &self.found {
            Some(best) => better(vm, self.op, item, best)?,
            None => true,
        };
        if better {
            self.found = Some(std::mem::take(item));
        }
        Ok(true)
    }
}

/// The best of the ints, or floats, that a sequence begins with, and how many these are.
fn best_number(items: &[Value], op: CompareOp) -> (Option<Value>, usize) {
    fn best<T: Copy + PartialOrd>(numbers: impl std::iter::Iterator<Item = T>, first: T, less: bool) -> (T, usize) {
        let better = |a: T, b: T| if less { a < b } else { a > b };
        numbers.fold((first, 0), |(best, seen), number| (if better(number, best) { number } else { best }, seen + 1))
    }
    let less = matches!(op, CompareOp::Lt);
    match items.first() {
        Some(Value::Int(first)) => {
            let numbers = items.iter().map_while(|item| if let Value::Int(number) = item { Some(*number) } else { None });
            let (number, seen) = best(numbers, *first, less);
            (Some(Value::Int(number)), seen)
        }
        Some(Value::Float(first)) => {
            let numbers = items.iter().map_while(|item| if let Value::Float(number) = item { Some(*number) } else { None });
            let (number, seen) = best(numbers, *first, less);
            (Some(Value::Float(number)), seen)
        }
        _ => (None, 0),
    }
}

fn better(vm: &mut Vm, op: CompareOp, rank: &Value, best: &Value) -> Result<bool> {
    let known = if matches!(op, CompareOp::Lt) { sort::quick_less(rank, best) } else { sort::quick_less(best, rank) };
    match known {
        Some(better) => Ok(better),
        None => {
            let answer = vm.compare(op, rank, best)?;
            vm.truth(&answer)
        }
    }
}

fn sorted(vm: &mut Vm, args: &Tuple, key: &Value, reverse: bool) -> Result {
    let [iterable] = args.items() else {
        return Err(vm.type_error(format!("sorted expected 1 argument, got {}", args.items().len())));
    };
    let items = vm.collect_list(iterable)?;
    let (items, result) = sort::sort_values(vm, items, key, reverse);
    result?;
    Ok(List::value(items))
}
