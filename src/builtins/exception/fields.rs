//! Computed attributes that read and write what an exception stores.

use super::{store, stored, this};
use crate::object::Exception;
use crate::value::Value;
use crate::vm::{Result, Vm};

/// Reads an attribute; `fallback` tells it from `args` where it was never stored.
pub(super) fn read(vm: &mut Vm, args: &[Value], name: &str, fallback: fn(&Exception) -> Option<Value>) -> Result {
    let exception = this(vm, args)?;
    Ok(stored(vm, &exception, name).or_else(|| fallback(&exception)).unwrap_or(Value::None))
}

/// Writes or deletes an attribute; a deleted one reads as None.
pub(super) fn write(vm: &mut Vm, args: &[Value], name: &str) -> Result {
    let exception = this(vm, args)?;
    let value = args.get(1).cloned().unwrap_or_default().set_or_none();
    store(vm, &exception, name, value);
    Ok(Value::None)
}

/// Raises for attributes that scripts may not set.
pub(super) fn read_only(vm: &mut Vm, _args: &[Value]) -> Result {
    Err(vm.attribute_error("readonly attribute"))
}

/// Rows for stored attributes: `getter, setter, "name", fallback`.
macro_rules! fields {
    ($($get:ident $set:ident $name:literal $fallback:expr;)*) => {
        $(
            fn $get(vm: &mut crate::vm::Vm, args: &[crate::value::Value]) -> crate::vm::Result {
                crate::builtins::exception::fields::read(vm, args, $name, $fallback)
            }

            fn $set(vm: &mut crate::vm::Vm, args: &[crate::value::Value]) -> crate::vm::Result {
                crate::builtins::exception::fields::write(vm, args, $name)
            }
        )*
    };
}
pub(super) use fields;
