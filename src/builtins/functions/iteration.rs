//! Functions over iterables: iter, next, aiter, anext, len, all, any, min, max, sorted.

use crate::object::{Dict, Iter, Iterator, List, Tuple};
use crate::value::Value;
use crate::vm::{CompareOp, Result, Row, Vm, at_once};

use super::super::sort;
use super::identity::is_callable;

pub static ROWS: &[Row] = &[
    Row::function("iter", "(object, sentinel=..., /)", iter, "Get an iterator from an object."),
    Row::function("next", "(iterator, default=..., /)", next, "Return the next item from the iterator."),
    Row::function("aiter", "(async_iterable, /)", aiter, "Return an AsyncIterator for an AsyncIterable object."),
    Row::function("anext", "(async_iterator, default=..., /)", anext, "Return the next item from the async iterator."),
    Row::function("len", "(obj, /)", |vm, args| Ok(vm.len(&args[0])?.into()), "Return the number of items in a container."),
    Row::function("all", "(iterable, /)", all, "Return True if bool(x) is True for all values x in the iterable."),
    Row::function("any", "(iterable, /)", any, "Return True if bool(x) is True for any x in the iterable."),
    Row::function(
        "min",
        "(*args, key=None, default=...)",
        |vm, args| extreme(vm, args, "min"),
        "With a single iterable argument, return its smallest item.",
    ),
    Row::function(
        "max",
        "(*args, key=None, default=...)",
        |vm, args| extreme(vm, args, "max"),
        "With a single iterable argument, return its biggest item.",
    ),
    Row::function(
        "sorted",
        "(*args, key=None, reverse=False)",
        sorted,
        "Return a new list containing all items from the iterable in ascending order.",
    ),
];

fn iter(vm: &mut Vm, args: &[Value]) -> Result {
    if !args[1].is_set() {
        return vm.get_iter(&args[0]);
    }
    if !is_callable(vm, &args[0]) {
        return Err(vm.type_error("iter(v, w): v must be callable"));
    }
    Ok(Iterator::value(Iter::Callable(args[0].clone(), args[1].clone())))
}

fn next(vm: &mut Vm, args: &[Value]) -> Result {
    let own =
        matches!(args[0].kind(), Some(crate::value::Kind::Iterator)) || vm.lookup_special(&args[0], &vm.names.next).is_some();
    if !own {
        let given = vm.type_name(&args[0]);
        return Err(vm.type_error(format!("'{given}' object is not an iterator")));
    }
    match vm.iter_next_or_stop(&args[0])? {
        Ok(item) => Ok(item),
        Err(_) if args[1].is_set() => Ok(args[1].clone()),
        Err(result) => Err(vm.stop_iteration(result)),
    }
}

fn aiter(vm: &mut Vm, args: &[Value]) -> Result {
    let Some(iterator) = vm.call_special(&args[0], &vm.names.aiter.clone(), &[])? else {
        let given = vm.type_name(&args[0]);
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

fn anext(vm: &mut Vm, args: &[Value]) -> Result {
    let Some(step) = vm.call_special(&args[0], &vm.names.anext.clone(), &[])? else {
        let given = vm.type_name(&args[0]);
        return Err(vm.type_error(format!("'{given}' object is not an async iterator")));
    };
    if !args[1].is_set() {
        return Ok(step);
    }
    let Some(loader) = vm.loader.clone() else { return Err(vm.system_error("there is no loader")) };
    let code = loader.compile(vm, ANEXT_WITH_DEFAULT, "<anext>", "exec", false)?;
    let namespace = Dict::new();
    vm.run_code(&code, &namespace, None)?;
    let function = namespace.get_text("anext").unwrap_or(Value::None);
    vm.call(&function, &[step, args[1].clone()])
}

fn all(vm: &mut Vm, args: &[Value]) -> Result {
    quantified(vm, &args[0], false).map(|found| (!found).into())
}

fn any(vm: &mut Vm, args: &[Value]) -> Result {
    quantified(vm, &args[0], true).map(Value::from)
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
    let mut found = false;
    vm.each(iterable, other, |vm, item| {
        found = vm.truth(item)? == wanted;
        Ok(!found)
    })?;
    Ok(found)
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
fn extreme(vm: &mut Vm, args: &[Value], name: &str) -> Result {
    let given = args[0].get::<Tuple>().map_or(&[][..], Tuple::items);
    let (key, default) = (&args[1], &args[2]);
    let mut best = Best { op: if name == "min" { CompareOp::Lt } else { CompareOp::Gt }, key, found: None };
    match given {
        [] => return Err(vm.type_error(format!("{name} expected at least 1 argument, got 0"))),
        [iterable] => {
            if key.is_none() {
                return match unranked(vm, best.op, iterable)? {
                    Some(item) => Ok(item),
                    None if default.is_set() => Ok(default.clone()),
                    None => Err(vm.value_error(format!("{name}() iterable argument is empty"))),
                };
            }
            vm.each(iterable, 0, |vm, item| {
                best.offer(vm, std::mem::take(item))?;
                Ok(true)
            })?;
        }
        _ if default.is_set() => {
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
        None if default.is_set() => Ok(default.clone()),
        None => Err(vm.value_error(format!("{name}() iterable argument is empty"))),
    }
}

/// The best item of an iterable, by the items themselves.
fn unranked(vm: &mut Vm, op: CompareOp, iterable: &Value) -> Result<Option<Value>> {
    let (mut found, seen) = at_once(iterable, |items| best_number(items, op));
    vm.each(iterable, seen, |vm, item| {
        let better = match &found {
            Some(best) => better(vm, op, item, best)?,
            None => true,
        };
        if better {
            found = Some(std::mem::take(item));
        }
        Ok(true)
    })?;
    Ok(found)
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

fn sorted(vm: &mut Vm, args: &[Value]) -> Result {
    let given = args[0].get::<Tuple>().map_or(&[][..], Tuple::items);
    let [iterable] = given else {
        return Err(vm.type_error(format!("sorted expected 1 argument, got {}", given.len())));
    };
    let items = vm.collect(iterable)?;
    let reverse = vm.truth(&args[2])?;
    let (items, result) = sort::sort_values(vm, items, &args[1], reverse);
    result?;
    Ok(List::value(items))
}
