//! Sorting: stable, by `<` alone, which may run scripts, raise, or contradict itself.
//!
//! Keys that are all ints, floats or strings are sorted by Rust's own sort; all else by merging natural runs of a permutation ([`merge`]).

mod merge;

use std::cmp::Ordering;

use crate::object::{List, Str, Tuple, quick_eq};
use crate::value::{Kind, Value};
use crate::vm::{CompareOp, Result, Vm, order_numbers};

/// How deep tuples and lists are followed without the machine, which counts.
const DEEPEST: u32 = 50;

/// Sorts values by the key function (or None). The values come back in any case, in some order if something was raised.
pub fn sort_values(vm: &mut Vm, items: Vec<Value>, key: &Value, reverse: bool) -> (Vec<Value>, Result<()>) {
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

/// Sorts by keys of one simple type; gives the items back where the keys are not.
fn sort_plain(keys: Option<&[Value]>, mut items: Vec<Value>) -> std::result::Result<Vec<Value>, Vec<Value>> {
    let by = keys.unwrap_or(&items);
    let all = |test: fn(&Value) -> bool| by.iter().all(test);
    match by.first() {
        None => Ok(items),
        Some(Value::Int(_)) if all(|key| matches!(key, Value::Int(_))) => {
            let number = |key: &Value| if let Value::Int(number) = key { *number } else { 0 };
            Ok(match keys {
                None => {
                    items.sort_by_key(number);
                    items
                }
                Some(keys) => sorted_pairs(keys.iter().map(number), items, Ord::cmp),
            })
        }
        Some(Value::Float(_)) if all(|key| matches!(key, Value::Float(number) if !number.is_nan())) => {
            let number = |key: &Value| if let Value::Float(number) = key { *number } else { 0.0 };
            let numbers: Vec<f64> = by.iter().map(number).collect();
            Ok(sorted_pairs(numbers.into_iter(), items, |a, b| a.partial_cmp(b).unwrap_or(Ordering::Equal)))
        }
        Some(Value::Object(Kind::Str, _)) if all(|key| key.is::<Str>()) => {
            let order = order_of_texts(by);
            Ok(order.into_iter().map(|place| std::mem::take(&mut items[place as usize])).collect())
        }
        Some(_) => Err(items),
    }
}

fn sorted_pairs<K>(keys: impl Iterator<Item = K>, items: Vec<Value>, compare: impl Fn(&K, &K) -> Ordering) -> Vec<Value> {
    let mut pairs: Vec<(K, Value)> = keys.zip(items).collect();
    pairs.sort_by(|a, b| compare(&a.0, &b.0));
    pairs.into_iter().map(|(_, item)| item).collect()
}

/// The order of strings. The first eight bytes, as a number, decide most comparisons.
fn order_of_texts(texts: &[Value]) -> Vec<u32> {
    let text = |place: u32| texts[place as usize].get::<Str>().map_or("", Str::as_str);
    let beginning = |place: u32| {
        let (bytes, mut first) = (text(place).as_bytes(), [0; 8]);
        let known = bytes.len().min(8);
        first[..known].copy_from_slice(&bytes[..known]);
        u64::from_be_bytes(first)
    };
    let mut order: Vec<(u64, u32)> = (0..texts.len() as u32).map(|place| (beginning(place), place)).collect();
    order.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| text(a.1).cmp(text(b.1))));
    order.into_iter().map(|(_, place)| place).collect()
}

fn merge_sort(vm: &mut Vm, keys: Option<&[Value]>, mut items: Vec<Value>) -> (Vec<Value>, Result<()>) {
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    let by = keys.unwrap_or(&items);
    let result = merge::sort_order(&mut order, &mut |a, b| less(vm, &by[a as usize], &by[b as usize]));
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
