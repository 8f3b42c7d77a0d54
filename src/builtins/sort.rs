//! Sorting: stable, by `<` alone, which may run scripts, raise, or contradict itself.
//!
//! Keys that are all ints, floats or strings are sorted by Rust's own sort; all else by merging natural runs of a permutation, which stays
//! a permutation whatever the comparisons say.

use std::cmp::Ordering;

use crate::object::{Str, Tuple, quick_eq};
use crate::value::{Kind, Value};
use crate::vm::{CompareOp, Result, Vm};

/// Lists shorter than this are sorted by insertion.
const LONGEST_INSERTION: usize = 64;

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
fn sort_plain(keys: Option<&[Value]>, items: Vec<Value>) -> std::result::Result<Vec<Value>, Vec<Value>> {
    let by = keys.unwrap_or(&items);
    let all = |test: fn(&Value) -> bool| by.iter().all(test);
    match by.first() {
        None => Ok(items),
        Some(Value::Int(_)) if all(|key| matches!(key, Value::Int(_))) => {
            let number = |key: &Value| if let Value::Int(number) = key { *number } else { 0 };
            Ok(match keys {
                None => {
                    let mut items = items;
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
            fn text(key: &Value) -> &str {
                key.get::<Str>().map_or("", Str::as_str)
            }
            Ok(match keys {
                None => {
                    let mut items = items;
                    items.sort_by(|a, b| text(a).cmp(text(b)));
                    items
                }
                Some(keys) => sorted_pairs(keys.iter().map(text), items, Ord::cmp),
            })
        }
        Some(_) => Err(items),
    }
}

fn sorted_pairs<K>(keys: impl Iterator<Item = K>, items: Vec<Value>, compare: impl Fn(&K, &K) -> Ordering) -> Vec<Value> {
    let mut pairs: Vec<(K, Value)> = keys.zip(items).collect();
    pairs.sort_by(|a, b| compare(&a.0, &b.0));
    pairs.into_iter().map(|(_, item)| item).collect()
}

fn merge_sort(vm: &mut Vm, keys: Option<&[Value]>, mut items: Vec<Value>) -> (Vec<Value>, Result<()>) {
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    let by = keys.unwrap_or(&items);
    let result = sort_order(&mut order, &mut |a, b| less(vm, &by[a as usize], &by[b as usize]));
    let sorted = order.into_iter().map(|place| std::mem::take(&mut items[place as usize])).collect();
    (sorted, result)
}

type Less<'a> = dyn FnMut(u32, u32) -> Result<bool> + 'a;

/// Sorts a permutation; on an error it is left some permutation.
fn sort_order(order: &mut [u32], less: &mut Less<'_>) -> Result<()> {
    let shortest = shortest_run(order.len());
    let mut bounds = vec![0];
    while let Some(start) = bounds.last().copied().filter(|start| *start < order.len()) {
        bounds.push(start + make_run(&mut order[start..], shortest, less)?);
    }
    let mut buffer = Vec::new();
    while bounds.len() > 2 {
        let mut merged = vec![0];
        for pair in 0..(bounds.len() - 1).div_ceil(2) {
            let (start, middle) = (bounds[pair * 2], bounds[pair * 2 + 1]);
            let Some(end) = bounds.get(pair * 2 + 2).copied() else {
                merged.push(middle);
                break;
            };
            merge(&mut order[start..end], middle - start, &mut buffer, less)?;
            merged.push(end);
        }
        bounds = merged;
    }
    Ok(())
}

/// Finds, or makes, a sorted run at the beginning; returns its length. Compares in the order in which CPython does.
fn make_run(order: &mut [u32], shortest: usize, less: &mut Less<'_>) -> Result<usize> {
    let end = natural_run(order, less)?;
    let whole = order.len().min(shortest.max(end));
    for place in end..whole {
        let (mut low, mut high) = (0, place);
        while low < high {
            let middle = (low + high) / 2;
            if less(order[place], order[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        order[low..=place].rotate_right(1);
    }
    Ok(whole)
}

/// The length of the sorted run at the beginning; one that descends is turned round, its equal items keeping their order.
fn natural_run(order: &mut [u32], less: &mut Less<'_>) -> Result<usize> {
    let mut end = 1;
    while end < order.len() && !less(order[end], order[end - 1])? {
        end += 1;
    }
    if end == order.len() {
        return Ok(end);
    }
    if end > 1 {
        if less(order[0], order[end - 1])? {
            return Ok(end);
        }
        // All equal so far, and then a smaller one.
        order[..end].reverse();
    }
    end += 1;
    let mut equal = 0;
    while end < order.len() {
        if less(order[end], order[end - 1])? {
            order[end - 1 - equal..end].reverse();
            equal = 0;
        } else if less(order[end - 1], order[end])? {
            break;
        } else {
            equal += 1;
        }
        end += 1;
    }
    order[end - 1 - equal..end].reverse();
    order[..end].reverse();
    while end < order.len() && !less(order[end], order[end - 1])? {
        end += 1;
    }
    Ok(end)
}

/// The shortest run worth merging: all of a short list, else between 32 and 64 so that the runs' number is about a power of two.
fn shortest_run(mut length: usize) -> usize {
    let mut rest = 0;
    while length >= LONGEST_INSERTION {
        rest |= length & 1;
        length >>= 1;
    }
    length + rest
}

/// Merges two neighbouring runs.
fn merge(order: &mut [u32], middle: usize, buffer: &mut Vec<u32>, less: &mut Less<'_>) -> Result<()> {
    if !less(order[middle], order[middle - 1])? {
        return Ok(());
    }
    buffer.clear();
    let (mut left, mut right) = (0, middle);
    while left < middle && right < order.len() {
        if less(order[right], order[left])? {
            buffer.push(order[right]);
            right += 1;
        } else {
            buffer.push(order[left]);
            left += 1;
        }
    }
    buffer.extend_from_slice(&order[left..middle]);
    order[..buffer.len()].copy_from_slice(buffer);
    Ok(())
}

/// `a < b`
fn less(vm: &mut Vm, a: &Value, b: &Value) -> Result<bool> {
    if let Some(known) = quick_less(a, b) {
        return Ok(known);
    }
    let answer = vm.compare(CompareOp::Lt, a, b)?;
    vm.truth(&answer)
}

/// `a < b`, where it is known without running scripts.
pub fn quick_less(a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a < b),
        (Value::Float(a), Value::Float(b)) => Some(a < b),
        (Value::Object(Kind::Str, _), Value::Object(Kind::Str, _)) => Some(a.get::<Str>()?.as_str() < b.get::<Str>()?.as_str()),
        (Value::Object(Kind::Tuple, _), Value::Object(Kind::Tuple, _)) => {
            let (a, b) = (a.get::<Tuple>()?.items(), b.get::<Tuple>()?.items());
            for (x, y) in a.iter().zip(b) {
                if !(x.same(y) || quick_eq(x, y)?) {
                    return quick_less(x, y);
                }
            }
            Some(a.len() < b.len())
        }
        _ => None,
    }
}
