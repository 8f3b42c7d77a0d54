//! `range`: its methods. What 64 bits are enough for is computed in them; the rest in ints of any size.

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use crate::heap::Gc;
use crate::object::{BigIntObject, Iterator, Narrow, Range, Slice, Str, Tuple, Wide, int_value};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, getter, method, static_method};

use super::slice;

static ROWS: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, /, *args)",
        new,
        "range(stop) or range(start, stop[, step]): the ints from start up to stop"
    ),
    getter!("start", |this| part(this, |range| range.start), "The first item."),
    getter!("stop", |this| part(this, |range| range.stop), "Where it ends, exclusive."),
    getter!("step", |this| part(this, |range| range.step), "The difference of neighbours."),
    method!("count", "(self, value, /)", count, "rangeobject.count(value) -> integer -- return number of occurrences of value"),
    method!("index", "(self, value, /)", index, "rangeobject.index(value) -> integer -- return index of value."),
    method!("__len__", "(self, /)", len, "Return len(self)."),
    method!("__bool__", "(self, /)", |this: &Gc<Range>| !this.is_empty(), "True if self else False"),
    method!("__getitem__", "(self, key, /)", getitem, "Return self[key]."),
    method!("__contains__", "(self, key, /)", contains, "Return bool(key in self)."),
    method!("__iter__", "(self, /)", |this: &Gc<Range>| Iterator::value(this.iter()), "Implement iter(self)."),
    method!("__reversed__", "(self, /)", |this: &Gc<Range>| Iterator::value(this.reversed()), "Return a reverse iterator."),
    method!("__eq__", "(self, value, /)", |this, value| compare(this, value, true), "Return self==value."),
    method!("__ne__", "(self, value, /)", |this, value| compare(this, value, false), "Return self!=value."),
    method!("__hash__", "(self, /)", hash, "Return hash(self)."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.range.clone();
    vm.add_methods(&class, ROWS);
}

fn new(vm: &mut Vm, _: &Value, args: &[Value]) -> Result {
    let range = match args {
        [Value::Int(stop)] => Range::Narrow(Narrow { start: 0, stop: *stop, step: 1 }),
        [stop] => Range::new(Wide { start: BigInt::ZERO, stop: vm.index_big(stop)?, step: BigInt::one() }),
        [Value::Int(start), Value::Int(stop)] => Range::Narrow(Narrow { start: *start, stop: *stop, step: 1 }),
        [start, stop] => Range::new(Wide { start: vm.index_big(start)?, stop: vm.index_big(stop)?, step: BigInt::one() }),
        [start, stop, step] => {
            let wide = Wide { start: vm.index_big(start)?, stop: vm.index_big(stop)?, step: vm.index_big(step)? };
            if wide.step.is_zero() {
                return Err(vm.value_error("range() arg 3 must not be zero"));
            }
            Range::new(wide)
        }
        [] => return Err(vm.type_error("range expected at least 1 argument, got 0")),
        more => return Err(vm.type_error(format!("range expected at most 3 arguments, got {}", more.len()))),
    };
    Ok(Gc::new(range).into())
}

fn part(this: &Range, of: fn(Wide) -> BigInt) -> Value {
    int_value(of(this.wide()))
}

fn len(vm: &mut Vm, this: &Gc<Range>) -> Result {
    let length = match &**this {
        Range::Narrow(narrow) => i64::try_from(narrow.len()).ok(),
        Range::Wide(wide) => i64::try_from(wide.len()).ok(),
    };
    match length {
        Some(length) => Ok(length.into()),
        None => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

fn getitem(vm: &mut Vm, range: &Gc<Range>, key: &Value) -> Result {
    if let (Range::Narrow(narrow), Value::Int(index)) = (&**range, key) {
        let (index, length) = (i128::from(*index), i128::from(narrow.len()));
        let place = if index < 0 { index + length } else { index };
        return match u64::try_from(place) {
            Ok(place) if i128::from(place) < length => Ok(narrow.get(place).into()),
            _ => Err(vm.index_error("range object index out of range")),
        };
    }
    if let Some(part) = key.get::<Slice>() {
        return match narrow_part(vm, range, part)? {
            Some(part) => Ok(Gc::new(Range::Narrow(part)).into()),
            None => sub_range(vm, &range.wide(), part),
        };
    }
    let wide = range.wide();
    if !slice::has_index(vm, key) {
        let given = vm.type_name(key);
        return Err(vm.type_error(format!("range indices must be integers or slices, not {given}")));
    }
    let (index, length) = (vm.index_big(key)?, wide.len());
    let place = if index.is_negative() { index + &length } else { index };
    if place.is_negative() || place >= length {
        return Err(vm.index_error("range object index out of range"));
    }
    Ok(int_value(wide.get(&place)))
}

/// The range of the items that a slice of plain ints selects; none where 64 bits may be too few.
fn narrow_part(vm: &mut Vm, range: &Range, part: &Slice) -> Result<Option<Narrow>> {
    let plain = [&part.start, &part.stop, &part.step].into_iter().all(|it| matches!(it, Value::None | Value::Int(_)));
    let (Range::Narrow(whole), true) = (range, plain) else { return Ok(None) };
    let Ok(length) = usize::try_from(whole.len()) else { return Ok(None) };
    if length > i64::MAX as usize {
        return Ok(None);
    }
    let selection = slice::select(vm, part, || length)?;
    let at = |place: i64| i64::try_from(i128::from(whole.start) + i128::from(place) * i128::from(whole.step)).ok();
    let parts = (at(selection.start), at(selection.stop), whole.step.checked_mul(selection.step));
    let (Some(start), Some(stop), Some(step)) = parts else { return Ok(None) };
    Ok(Some(Narrow { start, stop, step }))
}

/// The range of the items that a slice selects.
fn sub_range(vm: &mut Vm, range: &Wide, part: &Slice) -> Result {
    let (start, stop, step) = slice::select_big(vm, part, &range.len())?;
    let (start, stop, step) = (range.get(&start), range.get(&stop), &range.step * step);
    Ok(Gc::new(Range::new(Wide { start, stop, step })).into())
}

/// The place of any value that equals an item.
fn find(vm: &mut Vm, range: &Gc<Range>, value: &Value) -> Result<Option<BigInt>> {
    let exact = match value {
        Value::Int(_) | Value::Bool(_) => true,
        _ => value.is::<BigIntObject>(),
    };
    if exact {
        return match (&**range, value) {
            (Range::Narrow(narrow), Value::Int(number)) => Ok(narrow.place_of(*number).map(BigInt::from)),
            _ => Ok(range.wide().place_of(&vm.index_big(value)?)),
        };
    }
    // Anything else is compared with each item, one after the other.
    let iterator = Iterator::value(range.iter());
    let mut place = 0u64;
    while let Some(item) = vm.iter_next(&iterator)? {
        if vm.equal(&item, value)? {
            return Ok(Some(BigInt::from(place)));
        }
        place += 1;
    }
    Ok(None)
}

fn count(vm: &mut Vm, range: &Gc<Range>, value: &Value) -> Result {
    let exact = matches!(*value, Value::Int(_) | Value::Bool(_)) || value.is::<BigIntObject>();
    if exact {
        return Ok(i64::from(find(vm, range, value)?.is_some()).into());
    }
    let iterator = Iterator::value(range.iter());
    let mut total = 0i64;
    while let Some(item) = vm.iter_next(&iterator)? {
        total += i64::from(vm.equal(&item, value)?);
    }
    Ok(total.into())
}

fn index(vm: &mut Vm, range: &Gc<Range>, value: &Value) -> Result {
    match find(vm, range, value)? {
        Some(place) => Ok(int_value(place)),
        None if matches!(*value, Value::Int(_) | Value::Bool(_)) || value.is::<BigIntObject>() => {
            Err(vm.value_error("range.index(x): x not in range"))
        }
        None => Err(vm.value_error("sequence.index(x): x not in sequence")),
    }
}

fn contains(vm: &mut Vm, range: &Gc<Range>, key: &Value) -> Result<bool> {
    Ok(find(vm, range, key)?.is_some())
}

/// What two equal ranges share: length, first item, step, as far as they matter.
fn identity(range: &Range) -> Vec<BigInt> {
    let wide = range.wide();
    let length = wide.len();
    let parts = if length.is_zero() {
        1
    } else if length.is_one() {
        2
    } else {
        3
    };
    [length, wide.start, wide.step].into_iter().take(parts).collect()
}

fn compare(range: &Range, value: &Value, equal: bool) -> Value {
    match value.get::<Range>() {
        Some(other) => ((identity(range) == identity(other)) == equal).into(),
        None => Value::NotImplemented,
    }
}

fn hash(vm: &mut Vm, this: &Gc<Range>) -> Result {
    let mut parts: Vec<Value> = identity(this).into_iter().map(int_value).collect();
    parts.resize(3, Value::None);
    Ok(vm.hash(&Tuple::value(parts))?.into())
}

fn repr(this: &Gc<Range>) -> Result {
    let Wide { start, stop, step } = this.wide();
    Ok(Str::value(if step.is_one() { format!("range({start}, {stop})") } else { format!("range({start}, {stop}, {step})") }))
}
