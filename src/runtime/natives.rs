//! Which modules come with the machine: native ones by the function that makes them, others by their text.

use crate::aio;
use crate::builtins;
use crate::heap::Gc;
use crate::modules;
use crate::object::{Dict, Module, Str};
use crate::value::Value;
use crate::vm::{Raised, Result, Vm};

use super::Settings;

/// Makes a module; it is put into `sys.modules` by the loader.
pub type Make = fn(&mut Vm) -> Gc<Module>;

/// Native modules that nothing shadows, as in CPython.
static CORE: &[(&str, Make)] = &[];

/// Native modules that a script's own module of the same name shadows.
static NATIVE: &[(&str, Make)] =
    &[("asyncio", modules::asyncio::make), ("math", modules::math::make), ("random", modules::random::make)];

/// Modules written in the language, by full name; none of them is a package.
static TEXTS: &[&[(&str, &str)]] = &[modules::asyncio::SOURCES];

/// The maker of a native module that nothing shadows.
pub fn core(name: &str) -> Option<Make> {
    CORE.iter().find(|(known, _)| *known == name).map(|(_, make)| *make)
}

/// The maker of another native module.
pub fn native(name: &str) -> Option<Make> {
    NATIVE.iter().find(|(known, _)| *known == name).map(|(_, make)| *make)
}

/// The text of a module written in the language.
pub fn text(name: &str) -> Option<&'static str> {
    TEXTS.iter().flat_map(|texts| texts.iter()).find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// What has to be there before the built-in types are filled: the modules `sys` and `builtins`.
pub fn install_core(vm: &mut Vm) {
    let name = vm.intern("builtins");
    let module = Module::new(name.clone(), vm.builtins.clone());
    module.namespace.set_str(&vm.names.name, name.clone().into());
    vm.modules.set_str(&name, module.into());
    let name = vm.intern("sys");
    let sys = Module::new(name.clone(), Dict::new());
    sys.namespace.set_str(&vm.names.name, name.clone().into());
    vm.modules.set_str(&name, sys.clone().into());
    vm.sys = Some(sys);
}

/// What modules do for the machine even before they are imported.
pub fn install_hooks(vm: &mut Vm, settings: &Settings) {
    if settings.virtual_time {
        aio::install(vm).virtual_clock.set(true);
    }
    vm.hooks.unraisable = unraisable;
    vm.hooks.display = display;
}

fn unraisable(vm: &mut Vm, raised: Raised, what: &str) {
    let text = builtins::traceback::format_exception(vm, &raised.0).concat();
    builtins::traceback::write_stderr(vm, &format!("Exception ignored in: {what}\n{text}"));
}

fn display(vm: &mut Vm, value: &Value) -> Result<()> {
    if value.is_none() {
        return Ok(());
    }
    let shown = vm.repr(value)?;
    vm.builtins.set_str(&vm.intern("_"), value.clone());
    let stdout = builtins::stream::current(vm, "stdout")?;
    let text = Str::value(format!("{shown}\n"));
    vm.call_method(&stdout, &vm.intern("write"), &[text]).map(|_| ())
}
