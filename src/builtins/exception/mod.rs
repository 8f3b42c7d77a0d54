//! The exception classes: what scripts see of them.
//!
//! The storage is [`Exception`]; attributes beyond the common ones (`errno`, `value`, `name`) are kept in its `attrs`. The machine raises its
//! own exceptions without running `__init__`, so each getter knows what the attribute is for an exception that has only `args`.

mod base;
mod fields;
mod group;
mod import;
mod os;
mod stop;
mod syntax;
mod unicode;

pub use os::strerror;
pub use syntax::{syntax_fields, syntax_typo, typo};

use crate::heap::Gc;
use crate::object::{Exception, Str};
use crate::value::Value;
use crate::vm::Vm;

/// Fills the exception classes.
pub fn install(vm: &mut Vm) {
    base::install(vm);
    stop::install(vm);
    import::install(vm);
    os::install(vm);
    syntax::install(vm);
    unicode::install(vm);
    group::install(vm);
}

/// An attribute that is stored in the exception itself.
fn stored(vm: &Vm, exception: &Exception, name: &str) -> Option<Value> {
    exception.attrs.get(&exception.class.borrow(), &vm.intern(name))
}

/// Stores an attribute in the exception itself.
fn store(vm: &Vm, exception: &Exception, name: &str, value: Value) {
    let class = exception.class();
    exception.attrs.set(&class, &vm.intern(name), value);
}

/// The n-th of an exception's `args`.
fn argument(exception: &Exception, index: usize) -> Option<Value> {
    exception.args.borrow().items().get(index).cloned()
}

/// A text that an exception stores, where it is one.
fn stored_text(vm: &Vm, exception: &Exception, name: &str) -> Option<Gc<Str>> {
    stored(vm, exception, name)?.gc::<Str>().cloned()
}
