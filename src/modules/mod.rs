//! Native modules, one file each.

pub mod asyncio;
pub mod atexit;
pub mod future;
pub mod gc;
pub mod math;
pub mod random;
pub mod string;
pub mod sys;
pub mod time;
pub mod traceback;
pub mod warnings;
pub mod weakref;

use crate::heap::Gc;
use crate::object::{Dict, Module, Str};
use crate::value::Value;
use crate::vm::Vm;

/// A module without anything in it but what every module has.
pub fn new_module(vm: &Vm, name: &str, doc: &str) -> Gc<Module> {
    let module = Module::new(vm.intern(name), Dict::new());
    let names = &module.namespace;
    names.set_str(&vm.names.name, vm.intern(name).into());
    names.set_str(&vm.names.doc, Str::value(doc));
    names.set_str(&vm.names.package, vm.intern("").into());
    names.set_str(&vm.names.loader, Value::None);
    names.set_str(&vm.names.spec, Value::None);
    module
}
