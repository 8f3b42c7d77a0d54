//! The functions of the module `builtins`, by theme.

mod attributes;
mod code;
mod files;
mod identity;
mod iteration;
mod numbers;
mod output;
mod text;

use crate::object::{Module, Str};
use crate::vm::{Row, Vm};

pub use attributes::dir_names;
pub use identity::{id_of, is_callable, is_subclass};

/// Fills the module.
pub fn install(vm: &mut Vm) {
    let name = vm.intern("builtins");
    let module = Module::new(name.clone(), vm.builtins.clone());
    let tables: [&'static [Row]; 8] =
        [attributes::ROWS, code::ROWS, files::ROWS, identity::ROWS, iteration::ROWS, numbers::ROWS, output::ROWS, text::ROWS];
    for rows in tables {
        vm.add_functions(&module, rows);
    }
    let doc = "Built-in functions, types, exceptions, and other objects.";
    module.namespace.set_str(&vm.names.name, name.clone().into());
    module.namespace.set_str(&vm.names.doc, Str::value(doc));
    vm.modules.set_str(&name, module.into());
}
