//! `range`: its methods. Bounds beyond 64 bits are refused with an OverflowError.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::heap::Gc;
use crate::object::{BigIntObject, Iter, Iterator, Range, Str, Tuple, int_value};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

use super::receiver::receiver;
use super::sequence::{self, Key};
use super::slice::{self, Selection};

static ROWS: &[Row] = &[
    Row::static_method(
        "__new__",
        "(cls, *args)",
        new,
        "range(stop) or range(start, stop[, step]): the ints from start up to stop",
    ),
    Row::getter("start", |vm, args| Ok(receiver::<Range>(vm, args, "start")?.start.into()), "The first item."),
    Row::getter("stop", |vm, args| Ok(receiver::<Range>(vm, args, "stop")?.stop.into()), "Where it ends, exclusive."),
    Row::getter("step", |vm, args| Ok(receiver::<Range>(vm, args, "step")?.step.into()), "The difference of neighbours."),
    Row::method(
        "count",
        "(self, value, /)",
        count,
        "rangeobject.count(value) -> integer -- return number of occurrences of value",
    ),
    Row::method("index", "(self, value, /)", index, "rangeobject.index(value) -> integer -- return index of value."),
    Row::method("__len__", "(self, /)", len, "Return len(self)."),
    Row::method(
        "__bool__",
        "(self, /)",
        |vm, args| Ok((!receiver::<Range>(vm, args, "__bool__")?.is_empty()).into()),
        "True if self else False",
    ),
    Row::method("__getitem__", "(self, key, /)", getitem, "Return self[key]."),
    Row::method("__contains__", "(self, key, /)", contains, "Return bool(key in self)."),
    Row::method("__iter__", "(self, /)", iter, "Implement iter(self)."),
    Row::method("__reversed__", "(self, /)", reversed, "Return a reverse iterator."),
    Row::method("__eq__", "(self, value, /)", |vm, args| compare(vm, args, true), "Return self==value."),
    Row::method("__ne__", "(self, value, /)", |vm, args| compare(vm, args, false), "Return self!=value."),
    Row::method("__hash__", "(self, /)", hash, "Return hash(self)."),
    Row::method("__repr__", "(self, /)", repr, "Return repr(self)."),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.range.clone();
    vm.add_methods(&class, ROWS);
}

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    let (start, stop, step) = match &args[1..] {
        [stop] => (0, vm.index(stop)?, 1),
        [start, stop] => (vm.index(start)?, vm.index(stop)?, 1),
        [start, stop, step] => (vm.index(start)?, vm.index(stop)?, vm.index(step)?),
        [] => return Err(vm.type_error("range expected at least 1 argument, got 0")),
        more => return Err(vm.type_error(format!("range expected at most 3 arguments, got {}", more.len()))),
    };
    if step == 0 {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    Ok(Gc::new(Range { start, stop, step }).into())
}

fn len(vm: &mut Vm, args: &[Value]) -> Result {
    let length = receiver::<Range>(vm, args, "__len__")?.len();
    match i64::try_from(length) {
        Ok(length) => Ok(length.into()),
        Err(_) => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

fn getitem(vm: &mut Vm, args: &[Value]) -> Result {
    let range = receiver::<Range>(vm, args, "__getitem__")?;
    let length = range.len().min(i64::MAX as u64) as usize;
    match sequence::key(vm, "range", &args[1])? {
        Key::Index(index) => match sequence::place(index, length) {
            Some(place) => Ok(range.get(place as u64).into()),
            None => Err(vm.index_error("range object index out of range")),
        },
        Key::Slice(part) => {
            let selection = slice::select(vm, part, || length)?;
            sub_range(vm, range, selection)
        }
    }
}

/// The range of the items that a slice selects.
fn sub_range(vm: &Vm, range: &Range, selection: Selection) -> Result {
    let at = |place: i64| i64::try_from(i128::from(range.start) + i128::from(place) * i128::from(range.step));
    match (at(selection.start), at(selection.stop), range.step.checked_mul(selection.step)) {
        (Ok(start), Ok(stop), Some(step)) => Ok(Gc::new(Range { start, stop, step }).into()),
        _ => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

/// The place of an int in a range.
fn place_of(range: &Range, number: i64) -> Option<u64> {
    let distance = i128::from(number) - i128::from(range.start);
    let step = i128::from(range.step);
    if distance % step != 0 {
        return None;
    }
    u64::try_from(distance / step).ok().filter(|place| *place < range.len())
}

/// The place of any value that equals an item.
fn find(vm: &mut Vm, range: &Range, value: &Value) -> Result<Option<u64>> {
    match value {
        Value::Int(number) => Ok(place_of(range, *number)),
        Value::Bool(truth) => Ok(place_of(range, i64::from(*truth))),
        Value::Float(number) if number.fract() == 0.0 && number.abs() < 9.2e18 => Ok(place_of(range, *number as i64)),
        Value::Object(..) if !value.is::<BigIntObject>() && !value.is::<Str>() => {
            for place in 0..range.len() {
                if vm.equal(&range.get(place).into(), value)? {
                    return Ok(Some(place));
                }
            }
            Ok(None)
        }
        _ => Ok(None),
    }
}

fn count(vm: &mut Vm, args: &[Value]) -> Result {
    let range = receiver::<Range>(vm, args, "count")?.clone();
    Ok(i64::from(find(vm, &range, &args[1])?.is_some()).into())
}

fn index(vm: &mut Vm, args: &[Value]) -> Result {
    let range = receiver::<Range>(vm, args, "index")?.clone();
    match find(vm, &range, &args[1])? {
        Some(place) => Ok(int_value(BigInt::from(place))),
        None if matches!(args[1], Value::Int(_) | Value::Bool(_)) || args[1].is::<BigIntObject>() => {
            Err(vm.value_error("range.index(x): x not in range"))
        }
        None => Err(vm.value_error("sequence.index(x): x not in sequence")),
    }
}

fn contains(vm: &mut Vm, args: &[Value]) -> Result {
    let range = receiver::<Range>(vm, args, "__contains__")?.clone();
    Ok(find(vm, &range, &args[1])?.is_some().into())
}

fn iter(vm: &mut Vm, args: &[Value]) -> Result {
    let range = receiver::<Range>(vm, args, "__iter__")?;
    Ok(Iterator::value(Iter::Range { next: range.start, step: range.step, left: range.len() }))
}

fn reversed(vm: &mut Vm, args: &[Value]) -> Result {
    let range = receiver::<Range>(vm, args, "__reversed__")?;
    let left = range.len();
    let next = if left == 0 { range.start } else { range.get(left - 1) };
    Ok(Iterator::value(Iter::Range { next, step: range.step.wrapping_neg(), left }))
}

/// What two equal ranges share: length, first item, step, as far as they matter.
fn identity(range: &Range) -> (u64, Option<i64>, Option<i64>) {
    match range.len() {
        0 => (0, None, None),
        1 => (1, Some(range.start), None),
        length => (length, Some(range.start), Some(range.step)),
    }
}

fn compare(vm: &mut Vm, args: &[Value], equal: bool) -> Result {
    let range = receiver::<Range>(vm, args, "__eq__")?;
    match args[1].get::<Range>() {
        Some(other) => Ok(((identity(range) == identity(other)) == equal).into()),
        None => Ok(Value::NotImplemented),
    }
}

fn hash(vm: &mut Vm, args: &[Value]) -> Result {
    let (length, start, step) = identity(receiver::<Range>(vm, args, "__hash__")?);
    let part = |number: Option<i64>| number.map_or(Value::None, Value::Int);
    let length = BigInt::from(length);
    let length = length.to_i64().map_or_else(|| int_value(length), Value::Int);
    Ok(vm.hash(&Tuple::value(vec![length, part(start), part(step)]))?.into())
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let Range { start, stop, step } = **receiver::<Range>(vm, args, "__repr__")?;
    Ok(Str::value(if step == 1 { format!("range({start}, {stop})") } else { format!("range({start}, {stop}, {step})") }))
}
