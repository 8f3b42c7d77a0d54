//! Computed attributes that read and write what an exception stores.

use super::{store, stored};
use crate::object::Exception;
use crate::value::Value;
use crate::vm::{Result, Vm};

/// Reads an attribute; `fallback` tells it from `args` where it was never stored.
pub(super) fn read(vm: &Vm, exception: &Exception, name: &str, fallback: fn(&Exception) -> Option<Value>) -> Value {
    stored(vm, exception, name).or_else(|| fallback(exception)).unwrap_or(Value::None)
}

/// Writes or deletes an attribute; a deleted one reads as None.
pub(super) fn write(vm: &Vm, exception: &Exception, name: &str, value: &Value) {
    store(vm, exception, name, value.clone().set_or_none());
}

/// Raises for attributes that scripts may not set.
pub(super) fn read_only(vm: &mut Vm, _: &Value, _: &Value) -> Result<()> {
    Err(vm.attribute_error("readonly attribute"))
}

/// The row of a stored attribute: name, what it is where it was never stored, doc.
macro_rules! field {
    ($name:literal, $fallback:expr, $doc:literal) => {
        crate::vm::getset!(
            $name,
            |vm: &mut Vm, exception| crate::builtins::exception::fields::read(vm, exception, $name, $fallback),
            |vm: &mut Vm, exception, value| crate::builtins::exception::fields::write(vm, exception, $name, value),
            $doc
        )
    };
}
pub(super) use field;
