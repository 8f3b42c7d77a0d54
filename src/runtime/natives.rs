//! Which modules come with the machine: native ones by the function that makes them, others by their text.

use crate::aio;
use crate::builtins;
use crate::heap::Gc;
use crate::modules;
use crate::object::{Dict, Exception, Module};
use crate::vm::Vm;

use super::Settings;

/// Makes a module; it is put into `sys.modules` by the loader.
pub type Make = fn(&mut Vm) -> Gc<Module>;

/// Native modules that nothing shadows, as in CPython.
static CORE: &[(&str, Make)] = &[("sys", modules::sys::make), ("time", modules::time::make)];

/// Native modules that a script's own module of the same name shadows.
static NATIVE: &[(&str, Make)] = &[
    ("_weakref", modules::weakref::make),
    ("asyncio", modules::asyncio::make),
    ("atexit", modules::atexit::make),
    ("gc", modules::gc::make),
    ("math", modules::math::make),
    ("random", modules::random::make),
    ("string", modules::string::make),
    ("string.templatelib", modules::string::make_templatelib),
    ("traceback", modules::traceback::make),
    ("warnings", modules::warnings::make),
];

/// Modules written in the language, by full name; none of them is a package.
static TEXTS: &[&[(&str, &str)]] = &[modules::asyncio::SOURCES, modules::future::SOURCES, modules::weakref::SOURCES];

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
