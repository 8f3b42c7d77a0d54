//! Getting at the storage of a built-in type: of its own values and of the instances of classes derived from it.

use crate::heap::Gc;
use crate::object::Str;
use crate::value::{Object, Value};
use crate::vm::{Raised, Result, Vm};

pub use crate::vm::storage;

/// The storage of a method's receiver.
#[inline]
pub fn receiver<'a, T: Object>(vm: &Vm, args: &'a [Value], method: &str) -> Result<&'a Gc<T>> {
    match args.first().and_then(storage::<T>) {
        Some(found) => Ok(found),
        None => Err(wrong_receiver(vm, args, &vm.types.of_kind(T::KIND).name.borrow().clone(), method)),
    }
}

/// TypeError for a method that was called with something of another type.
#[cold]
pub fn wrong_receiver(vm: &Vm, args: &[Value], class: &Str, method: &str) -> Raised {
    match args.first() {
        Some(value) => {
            let given = vm.type_name(value);
            if method.starts_with("__") {
                return vm.type_error(format!("descriptor '{method}' requires a '{class}' object but received a '{given}'"));
            }
            vm.type_error(format!("descriptor '{method}' for '{class}' objects doesn't apply to a '{given}' object"))
        }
        None => vm.type_error(format!("unbound method {class}.{method}() needs an argument")),
    }
}
