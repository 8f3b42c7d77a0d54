//! Values to numbers: receivers of methods, arguments through `__index__`, `__int__` and `__float__`.

use std::ops::Deref;

use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};

use crate::heap::Gc;
use crate::object::{ByteArray, Bytes, Class, int_value};
use crate::value::Value;
use crate::vm::{FromArg, Number, Place, Result, UnaryOp, Vm};

/// The int that a value is, as an instance of a subclass too: a small or big int, or a bool.
pub fn as_int(vm: &Vm, value: &Value) -> Option<Value> {
    let plain = vm.payload(value);
    matches!(Number::of(&plain), Some(Number::Int(_) | Number::Big(_))).then_some(plain)
}

/// The int or float that a value is, as an instance of a subclass too.
pub fn as_number(vm: &Vm, value: &Value) -> Option<Value> {
    let plain = vm.payload(value);
    Number::of(&plain).is_some().then_some(plain)
}

/// The int that a method of `int` is called on: a small or big int, or a bool.
pub struct Int(Value);

impl Int {
    /// Itself as an int, not a bool.
    pub fn plain(&self, vm: &Vm) -> Value {
        vm.unary_number(UnaryOp::Pos, &self.0)
    }
}

impl Deref for Int {
    type Target = Value;
    fn deref(&self) -> &Value {
        &self.0
    }
}

impl<'a> FromArg<'a> for Int {
    #[inline]
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        as_int(vm, value).map(Int).ok_or_else(|| place.must_be(vm, "int", value))
    }
}

/// Checks the class that a `__new__` row was called with.
pub fn check_new(vm: &Vm, class: &Value, own: &Gc<Class>) -> Result<()> {
    let name = || own.name.borrow().clone();
    let Some(given) = class.gc::<Class>() else {
        let name = name();
        return Err(vm.type_error(format!("{name}.__new__(X): X is not a type object ({})", vm.type_name(class))));
    };
    if given.derives_from(own) {
        return Ok(());
    }
    let name = name();
    let given = given.name.borrow().clone();
    Err(vm.type_error(format!("{name}.__new__({given}): {given} is not a subtype of {name}")))
}

/// The int of a float without its fraction.
pub fn int_of_float(vm: &Vm, float: f64) -> Result {
    // Below 2**63 in magnitude the cast is exact.
    if float.abs() < 9.2e18 {
        return Ok(Value::Int(float as i64));
    }
    match BigInt::from_f64(float) {
        Some(big) => Ok(int_value(big)),
        None if float.is_nan() => Err(vm.value_error("cannot convert float NaN to integer")),
        None => Err(vm.overflow_error("cannot convert float infinity to integer")),
    }
}

/// A value as a float: numbers, `__float__`, `__index__`; none for others.
pub fn float_of(vm: &mut Vm, value: &Value) -> Result<Option<f64>> {
    if let Some(number) = Number::of(value) {
        return number.to_float().map(Some).map_err(|fault| vm.fault(fault));
    }
    let name = vm.names.float.clone();
    if let Some(answer) = vm.call_special(value, &name, &[])? {
        return match vm.payload(&answer) {
            Value::Float(float) => Ok(Some(float)),
            _ => {
                let (class, given) = (vm.type_name(value), vm.type_name(&answer));
                Err(vm.type_error(format!("{class}.__float__ returned non-float (type {given})")))
            }
        };
    }
    if vm.lookup_special(value, &vm.names.index).is_none() {
        return Ok(None);
    }
    let index = vm.index_big(value)?;
    let number = Number::Big(&index).to_float();
    number.map(Some).map_err(|fault| vm.fault(fault))
}

/// A float argument: TypeError for what is no real number.
#[inline]
pub fn real(vm: &mut Vm, value: &Value) -> Result<f64> {
    if let Value::Float(float) = value {
        return Ok(*float);
    }
    match float_of(vm, value)? {
        Some(float) => Ok(float),
        None => Err(vm.type_error(format!("must be real number, not {}", vm.type_name(value)))),
    }
}

/// The float that a method of `float` is called on; as an argument, what is a real number.
impl<'a> FromArg<'a> for f64 {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        match value {
            Value::Float(float) => Ok(*float),
            _ if place.is_receiver() => match vm.payload(value) {
                Value::Float(float) => Ok(float),
                _ => Err(place.wrong_receiver(vm, "float", value)),
            },
            _ => real(vm, value),
        }
    }
}

/// An int of any size, through `__index__`.
impl<'a> FromArg<'a> for BigInt {
    #[inline]
    fn from_arg(vm: &mut Vm, value: &'a Value, _: &'static Place) -> Result<Self> {
        vm.index_big(value)
    }
}

/// An int argument through `__index__`, of any size, as a value.
pub fn integer(vm: &mut Vm, value: &Value) -> Result {
    match value {
        Value::Int(_) => Ok(value.clone()),
        _ => vm.index_big(value).map(int_value),
    }
}

/// An int value as a big int; zero for what is none.
pub fn big(value: &Value) -> BigInt {
    Number::of(value).and_then(Number::to_big).unwrap_or_default()
}

/// A count of digits for `round`: what is out of range is cut to it, which makes no difference to the result.
pub fn digit_count(vm: &mut Vm, value: &Value) -> Result<i64> {
    let count = vm.index_big(value)?;
    let cut = if count.sign() == num_bigint::Sign::Minus { -i64::MAX } else { i64::MAX };
    Ok(count.to_i64().unwrap_or(cut))
}

/// The bytes of a bytes-like object.
pub fn bytes_of(vm: &Vm, value: &Value) -> Option<Vec<u8>> {
    if let Some(bytes) = vm.native_arg::<Bytes>(value) {
        return Some(bytes.data().to_vec());
    }
    vm.native_arg::<ByteArray>(value).map(|array| array.0.borrow().to_vec())
}
