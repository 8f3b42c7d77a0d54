//! What lists and tuples have in common: searching, comparing, repeating, the texts of their errors.

use crate::object::{List, Slice, Tuple, quick_eq};
use crate::value::Value;
use crate::vm::{CompareOp, Raised, Result, Vm};

/// Items that can be looked at one by one while scripts run in between, which may change a list.
pub trait Items {
    /// Calls `body` with the present items; `body` runs no script.
    fn with<R>(&self, body: impl FnOnce(&[Value]) -> R) -> R;
}

impl Items for List {
    #[inline]
    fn with<R>(&self, body: impl FnOnce(&[Value]) -> R) -> R {
        body(&self.0.borrow())
    }
}

impl Items for Tuple {
    #[inline]
    fn with<R>(&self, body: impl FnOnce(&[Value]) -> R) -> R {
        body(self.items())
    }
}

/// What is known of an item without running scripts.
enum Hit {
    At(usize),
    Absent,
    Ask(usize, Value),
}

/// The first place from `start` up to `stop` whose item is `value` or equals it.
pub fn find(vm: &mut Vm, items: &impl Items, value: &Value, start: usize, stop: usize) -> Result<Option<usize>> {
    let mut from = start;
    loop {
        let hit = items.with(|items| {
            let end = stop.min(items.len());
            for (place, item) in items.iter().enumerate().take(end).skip(from) {
                match if item.same(value) { Some(true) } else { quick_eq(item, value) } {
                    Some(true) => return Hit::At(place),
                    Some(false) => {}
                    None => return Hit::Ask(place, item.clone()),
                }
            }
            Hit::Absent
        });
        match hit {
            Hit::At(place) => return Ok(Some(place)),
            Hit::Absent => return Ok(None),
            Hit::Ask(place, item) => {
                if vm.equal(&item, value)? {
                    return Ok(Some(place));
                }
                from = place + 1;
            }
        }
    }
}

/// How many items are `value` or equal it.
pub fn count(vm: &mut Vm, items: &impl Items, value: &Value) -> Result {
    let (mut from, mut total) = (0, 0i64);
    while let Some(place) = find(vm, items, value, from, usize::MAX)? {
        total += 1;
        from = place + 1;
    }
    Ok(total.into())
}

/// The bounds of `index(value, start, stop)`: negative ones count from the end.
pub fn search_bounds(vm: &mut Vm, start: &Value, stop: &Value, length: usize) -> Result<(usize, usize)> {
    let mut bound = |value: &Value| -> Result<usize> {
        let at = super::slice::clamped_index(vm, value)?;
        Ok(if at < 0 { (at.saturating_add(length as i64)).max(0) as usize } else { at as usize })
    };
    Ok((bound(start)?, bound(stop)?))
}

/// The first place where two sequences differ, with the items there.
fn first_difference(vm: &mut Vm, a: &impl Items, b: &impl Items) -> Result<Option<(Value, Value)>> {
    let mut from = 0;
    loop {
        let found = a.with(|a| {
            b.with(|b| {
                for (place, (x, y)) in a.iter().zip(b).enumerate().skip(from) {
                    match if x.same(y) { Some(true) } else { quick_eq(x, y) } {
                        Some(true) => {}
                        known => return Some((place, known, x.clone(), y.clone())),
                    }
                }
                None
            })
        });
        match found {
            None => return Ok(None),
            Some((_, Some(_), x, y)) => return Ok(Some((x, y))),
            Some((place, None, x, y)) => {
                if !vm.equal(&x, &y)? {
                    return Ok(Some((x, y)));
                }
                from = place + 1;
            }
        }
    }
}

/// `a op b`, item by item.
pub fn compare(vm: &mut Vm, op: CompareOp, a: &impl Items, b: &impl Items) -> Result {
    let (mut x, mut y) = (a.with(<[Value]>::len), b.with(<[Value]>::len));
    if x != y && matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok((op == CompareOp::Ne).into());
    }
    if let Some((item, other)) = first_difference(vm, a, b)? {
        return match op {
            CompareOp::Eq => Ok(false.into()),
            CompareOp::Ne => Ok(true.into()),
            _ => vm.compare(op, &item, &other),
        };
    }
    (x, y) = (a.with(<[Value]>::len).min(x), b.with(<[Value]>::len).min(y));
    Ok(op.holds(Some(x.cmp(&y))).into())
}

/// The items, `times` times over.
pub fn repeated(vm: &Vm, items: &[Value], times: i64) -> Result<Vec<Value>> {
    let times = times.max(0) as usize;
    let Some(total) = items.len().checked_mul(times).filter(|total| *total <= isize::MAX as usize / 16) else {
        return Err(vm.memory_error());
    };
    vm.check_items::<Value>(total)?;
    let mut all = Vec::with_capacity(total);
    match items {
        [item] => all.resize(total, item.clone()),
        _ => (0..times).for_each(|_| all.extend_from_slice(items)),
    }
    Ok(all)
}

/// What `[…]` holds: a place or a slice.
pub enum Key<'a> {
    /// A place, negative from the end.
    Index(i64),
    /// A slice.
    Slice(&'a Slice),
}

/// Reads the key of `sequence[key]`; `name` is the type's name in the error.
pub fn key<'a>(vm: &mut Vm, name: &str, key: &'a Value) -> Result<Key<'a>> {
    if let Value::Int(place) = key {
        return Ok(Key::Index(*place));
    }
    if let Some(slice) = key.get::<Slice>() {
        return Ok(Key::Slice(slice));
    }
    if !super::slice::has_index(vm, key) {
        let given = vm.type_name(key);
        return Err(vm.type_error(format!("{name} indices must be integers or slices, not {given}")));
    }
    match vm.index(key) {
        Ok(place) => Ok(Key::Index(place)),
        Err(raised) if vm.is_exception(&raised, &vm.exc.overflow_error) => {
            let given = vm.type_name(key);
            Err(vm.index_error(format!("cannot fit '{given}' into an index-sized integer")))
        }
        Err(raised) => Err(raised),
    }
}

/// The place in a sequence of this length, if there is one.
#[inline]
pub fn place(index: i64, length: usize) -> Option<usize> {
    let place = if index < 0 { index + length as i64 } else { index };
    (place >= 0 && (place as usize) < length).then_some(place as usize)
}

/// TypeError of `a + b`.
#[cold]
pub fn concatenation_error(vm: &Vm, name: &str, other: &Value) -> Raised {
    let given = vm.type_name(other);
    vm.type_error(format!("can only concatenate {name} (not \"{given}\") to {name}"))
}

/// The factor of `sequence * n`; none where it is no integer.
pub fn factor(vm: &mut Vm, value: &Value) -> Result<Option<i64>> {
    if !super::slice::has_index(vm, value) {
        return Ok(None);
    }
    match vm.index(value) {
        Ok(times) => Ok(Some(times)),
        Err(raised) if vm.is_exception(&raised, &vm.exc.overflow_error) => {
            let given = vm.type_name(value);
            Err(vm.overflow_error(format!("cannot fit '{given}' into an index-sized integer")))
        }
        Err(raised) => Err(raised),
    }
}
