//! What the standard library does for the machine before a script imports anything.

use crate::aio;
use crate::builtins;
use crate::heap::Gc;
use crate::modules;
use crate::object::{Dict, Exception, Module};
use crate::vm::Vm;

use super::Settings;

/// What has to be there before the built-in types are filled: the module `builtins`, and `sys` for the standard streams. The rest of `sys` is
/// made when it is imported.
pub fn install_core(vm: &mut Vm) {
    let name = vm.intern("builtins");
    let module = Module::new(name.clone(), vm.builtins.clone());
    module.namespace.set_str(&vm.names.name, name.clone().into());
    vm.modules.set_str(&name, module.into());
    vm.sys = Some(Module::new(vm.intern("sys"), Dict::new()));
}

/// What modules do for the machine even before they are imported.
pub fn install_hooks(vm: &mut Vm, settings: &Settings) {
    vm.hooks.never_awaited = modules::warnings::never_awaited;
    vm.hooks.never_awaited_native = modules::warnings::never_awaited_native;
    vm.hooks.never_awaited_step = modules::warnings::never_awaited_step;
    vm.hooks.unraisable = modules::sys::unraisable;
    vm.hooks.display = |vm, value| {
        vm.import_module("sys")?;
        modules::sys::display(vm, value)
    };
    if settings.virtual_time {
        let format = |vm: &mut Vm, exception: &Gc<Exception>| builtins::traceback::format_exception(vm, exception).concat();
        aio::install(vm, format).virtual_clock.set(true);
    }
}
