//! Sorting: stable, by `<` alone, which may run scripts, raise, or contradict itself.
//!
//! Keys that are all ints, floats or strings, or tuples of these, are sorted by Rust's own sort ([`plain`]); all else by merging natural runs of
//! a permutation ([`merge`]).

mod merge;
mod plain;

use std::cmp::Ordering;

use crate::object::{List, Str, Tuple, quick_eq};
use crate::value::{Kind, Value};
use crate::vm::{CompareOp, Result, Vm, order_numbers};

/// How deep tuples and lists are followed without the machine, which counts.
const DEEPEST: u32 = 50;

/// Sorts values by the key function (or None). The values come back in any case, in some order if something was raised.
pub fn sort_values(vm: &mut Vm, items: Vec<Value>, key: &Value, reverse: bool) -> (Vec<Value>, Result<()>) {
    // The keys, their order and the items in it.
    let rows = items.len() * if key.is_none() { 2 } else { 3 };
    if let Err(raised) = vm.check_items::<Value>(rows) {
        return (items, Err(raised));
    }
    if key.is_none() {
        return order_by(vm, None, items, reverse);
    }
    let mut keys = Vec::with_capacity(items.len());
    if let Some(first) = items.first() {
        let called = vm.call_each(key, first.clone(), &mut |_, key| {
            keys.push(key);
            Ok(items.get(keys.len()).cloned())
        });
        if let Err(raised) = called {
            return (items, Err(raised));
        }
    }
    order_by(vm, Some(keys), items, reverse)
}

fn order_by(vm: &mut Vm, keys: Option<Vec<Value>>, mut items: Vec<Value>, reverse: bool) -> (Vec<Value>, Result<()>) {
    let mut keys = keys;
    // Reversed before and after: equal items keep their order.
    if reverse {
        items.reverse();
        if let Some(keys) = &mut keys {
            keys.reverse();
        }
    }
    let (mut items, result) = match sort_plain(keys.as_deref(), items) {
        Ok(sorted) => (sorted, Ok(())),
        Err(items) => merge_sort(vm, keys.as_deref(), items),
    };
    if reverse {
        items.reverse();
    }
    (items, result)
}

/// Sorts by keys whose order is known beforehand to be a total one; gives the items back where it is not.
fn sort_plain(keys: Option<&[Value]>, mut items: Vec<Value>) -> std::result::Result<Vec<Value>, Vec<Value>> {
    if keys.is_none() && items.iter().all(|item| matches!(item, Value::Int(_))) {
        items.sort_by_key(|item| whole(item).unwrap_or_default());
        return Ok(items);
    }
    match plain::order(keys.unwrap_or(&items)) {
        Some(order) => Ok(order.into_iter().map(|(_, place)| std::mem::take(&mut items[place as usize])).collect()),
        None => Err(items),
    }
}

/// The number that an int or a bool is.
fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Int(number) => Some(*number),
        Value::Bool(truth) => Some(i64::from(*truth)),
        _ => None,
    }
}

fn merge_sort(vm: &mut Vm, keys: Option<&[Value]>, mut items: Vec<Value>) -> (Vec<Value>, Result<()>) {
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    let by = keys.unwrap_or(&items);
    let result = match by.first().and_then(|first| vm.comparer(CompareOp::Lt, first)) {
        Some(comparer) => merge::sort_order(&mut order, &mut |a, b| {
            let (a, b) = (&by[a as usize], &by[b as usize]);
            match vm.compare_by(&comparer, a, b)? {
                Some(answer) => Ok(answer),
                None => less(vm, a, b),
            }
        }),
        None => merge::sort_order(&mut order, &mut |a, b| less(vm, &by[a as usize], &by[b as usize])),
    };
    let sorted = order.into_iter().map(|place| std::mem::take(&mut items[place as usize])).collect();
    (sorted, result)
}

/// `a < b`
#[inline]
fn less(vm: &mut Vm, a: &Value, b: &Value) -> Result<bool> {
    match quick_less(a, b) {
        Some(known) => Ok(known),
        None => vm.compare_bool(CompareOp::Lt, a, b),
    }
}

/// `a < b`, where it is known without running scripts.
#[inline]
pub fn quick_less(a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a < b),
        (Value::Float(a), Value::Float(b)) => Some(a < b),
        _ => less_within(a, b, DEEPEST),
    }
}

fn less_within(a: &Value, b: &Value, depth: u32) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a < b),
        (Value::Object(Kind::Str, _), Value::Object(Kind::Str, _)) => Some(a.get::<Str>()?.as_str() < b.get::<Str>()?.as_str()),
        (Value::Object(Kind::Tuple, _), Value::Object(Kind::Tuple, _)) => {
            items_less(a.get::<Tuple>()?.items(), b.get::<Tuple>()?.items(), depth)
        }
        (Value::Object(Kind::List, _), Value::Object(Kind::List, _)) => {
            items_less(&a.get::<List>()?.0.borrow(), &b.get::<List>()?.0.borrow(), depth)
        }
        (Value::Object(Kind::Instance, _), _) | (_, Value::Object(Kind::Instance, _)) => None,
        _ => order_numbers(a, b).map(|order| order == Some(Ordering::Less)),
    }
}

fn items_less(a: &[Value], b: &[Value], depth: u32) -> Option<bool> {
    let depth = depth.checked_sub(1)?;
    for (x, y) in a.iter().zip(b) {
        if !(x.same(y) || quick_eq(x, y)?) {
            return less_within(x, y, depth);
        }
    }
    Some(a.len() < b.len())
}
