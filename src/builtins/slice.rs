//! `slice`, and what a slice selects.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::heap::Gc;
use crate::object::{BigIntObject, Selection, Slice, Tuple, int_value};
use crate::value::{Kind, Value};
use crate::vm::{CompareOp, Result, Row, Vm, getter, method, static_method};

use super::repr_guard;

/// Whether a value is an int or has `__index__`.
pub fn has_index(vm: &Vm, value: &Value) -> bool {
    match value {
        Value::Int(_) | Value::Bool(_) | Value::Object(Kind::BigInt, _) => true,
        Value::Object(..) => vm.lookup_special(value, &vm.names.index).is_some(),
        _ => false,
    }
}

/// An index for a slice: beyond 64 bits it is clamped.
pub fn clamped_index(vm: &mut Vm, value: &Value) -> Result<i64> {
    if let Value::Int(value) = value {
        return Ok(*value);
    }
    if !has_index(vm, value) {
        return Err(vm.type_error("slice indices must be integers or None or have an __index__ method"));
    }
    let number = vm.index_big(value)?;
    Ok(number.to_i64().unwrap_or(if number.is_negative() { i64::MIN } else { i64::MAX }))
}

/// What a slice selects from `length` items. The length is asked for after `__index__` methods have run, which may change it.
pub fn select(vm: &mut Vm, slice: &Slice, length: impl FnOnce() -> usize) -> Result<Selection> {
    let part = |vm: &mut Vm, value: &Value| if value.is_none() { Ok(None) } else { clamped_index(vm, value).map(Some) };
    let step = part(vm, &slice.step)?.unwrap_or(1).max(-i64::MAX);
    if step == 0 {
        return Err(vm.value_error("slice step cannot be zero"));
    }
    let (start, stop) = (part(vm, &slice.start)?, part(vm, &slice.stop)?);
    Ok(Selection::new(start, stop, step, length()))
}

static ROWS: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, *args)",
        new,
        "slice(stop) or slice(start, stop[, step]): what sequences are indexed with"
    ),
    getter!("start", |slice: &Slice| slice.start.clone(), "Where it starts, or None."),
    getter!("stop", |slice: &Slice| slice.stop.clone(), "Where it stops, or None."),
    getter!("step", |slice: &Slice| slice.step.clone(), "The step, or None."),
    method!("indices", "(self, object, /)", indices, "Start, stop and step for a sequence of this length."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
    method!("__hash__", "(self, /)", hash, "Return hash(self)."),
    method!("__eq__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Eq), "Return self==value."),
    method!("__ne__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Ne), "Return self!=value."),
    method!("__lt__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Lt), "Return self<value."),
    method!("__le__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Le), "Return self<=value."),
    method!("__gt__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Gt), "Return self>value."),
    method!("__ge__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Ge), "Return self>=value."),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.slice.clone();
    vm.add_methods(&class, ROWS);
}

fn new(vm: &mut Vm, _: &Value, args: &[Value]) -> Result {
    let (start, stop, step) = match args {
        [stop] => (Value::None, stop.clone(), Value::None),
        [start, stop] => (start.clone(), stop.clone(), Value::None),
        [start, stop, step] => (start.clone(), stop.clone(), step.clone()),
        [] => return Err(vm.type_error("slice expected at least 1 argument, got 0")),
        more => return Err(vm.type_error(format!("slice expected at most 3 arguments, got {}", more.len()))),
    };
    Ok(Gc::new(Slice { start, stop, step }).into())
}

fn parts(slice: &Slice) -> Value {
    Tuple::value(vec![slice.start.clone(), slice.stop.clone(), slice.step.clone()])
}

fn repr(vm: &mut Vm, slice: &Gc<Slice>) -> Result {
    let mut text = String::from("slice(");
    repr_guard::join(vm, &[slice.start.clone(), slice.stop.clone(), slice.step.clone()], &mut text)?;
    text.push(')');
    Ok(crate::object::Str::value(text))
}

fn hash(vm: &mut Vm, slice: &Gc<Slice>) -> Result {
    Ok(vm.hash(&parts(slice))?.into())
}

fn compare(vm: &mut Vm, slice: &Gc<Slice>, value: &Value, op: CompareOp) -> Result {
    match value.get::<Slice>() {
        Some(other) => vm.compare(op, &parts(slice), &parts(other)),
        None => Ok(Value::NotImplemented),
    }
}

fn indices(vm: &mut Vm, slice: &Gc<Slice>, object: &Value) -> Result {
    let length = vm.index_big(object)?;
    if length.is_negative() {
        return Err(vm.value_error("length should not be negative"));
    }
    let (start, stop, step) = select_big(vm, slice, &length)?;
    Ok(Tuple::value(vec![int_value(start), int_value(stop), int_value(step)]))
}

/// Start, stop and step that a slice selects from a sequence of any length.
pub fn select_big(vm: &mut Vm, slice: &Slice, length: &BigInt) -> Result<(BigInt, BigInt, BigInt)> {
    let part = |vm: &mut Vm, value: &Value| -> Result<Option<BigInt>> {
        match value {
            Value::None => Ok(None),
            Value::Int(value) => Ok(Some(BigInt::from(*value))),
            value if value.is::<BigIntObject>() || has_index(vm, value) => vm.index_big(value).map(Some),
            _ => Err(vm.type_error("slice indices must be integers or None or have an __index__ method")),
        }
    };
    let step = part(vm, &slice.step)?.unwrap_or_else(|| BigInt::from(1));
    if step.is_zero() {
        return Err(vm.value_error("slice step cannot be zero"));
    }
    let backwards = step.is_negative();
    let (lowest, highest) = if backwards { (BigInt::from(-1), length - 1) } else { (BigInt::zero(), length.clone()) };
    let clip = |at: BigInt| if at.is_negative() { (at + length).max(lowest.clone()) } else { at.min(highest.clone()) };
    let start = part(vm, &slice.start)?.map_or_else(|| if backwards { highest.clone() } else { lowest.clone() }, clip);
    let stop = part(vm, &slice.stop)?.map_or_else(|| if backwards { lowest.clone() } else { highest.clone() }, clip);
    Ok((start, stop, step))
}
