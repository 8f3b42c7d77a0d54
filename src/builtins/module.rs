//! Modules and cells: their attributes.

use crate::heap::Gc;
use crate::object::{Cell, Dict, List, Module, Str};
use crate::value::Value;
use crate::vm::{Of, Result, Row, Vm, getset, getter, method, static_method};

use super::object::address;

static MODULE: &[Row] = &[
    static_method!("__new__", "(cls, name, doc=None)", new, "Create a module object."),
    getter!("__dict__", |this: &Gc<Module>| this.namespace.clone(), "The namespace."),
    method!("__dir__", "(self, /)", dir, "The names in the namespace."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
];

static CELL: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, contents=..., /)",
        |_: &Value, contents: &Value| Cell::new(contents.clone()),
        "Create a new cell object."
    ),
    getset!("cell_contents", contents, set_contents, "The value of the variable."),
    method!("__repr__", "(self, /)", cell_repr, "Return repr(self)."),
];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let (module, cell) = (vm.types.module.clone(), vm.types.cell.clone());
    vm.add_methods(&module, MODULE);
    vm.add_methods(&cell, CELL);
}

fn new(vm: &mut Vm, class: &Value, name: &Gc<Str>, doc: &Value) -> Result {
    let namespace = Dict::new();
    for (key, value) in [
        (vm.names.name.clone(), name.clone().into()),
        (vm.names.doc.clone(), doc.clone()),
        (vm.names.package.clone(), Value::None),
        (vm.names.loader.clone(), Value::None),
        (vm.names.spec.clone(), Value::None),
    ] {
        namespace.set_str(&key, value);
    }
    let module: Gc<Module> = Module::new(name.clone(), namespace);
    vm.wrap_new(class, module.into())
}

fn dir(vm: &mut Vm, this: Of<Module>) -> Result {
    let module = this.storage;
    if let Some(hook) = module.namespace.get_str(&vm.names.dir) {
        return vm.call(&hook, &[]);
    }
    Ok(List::value(super::functions::dir_names(vm, this.value)?))
}

fn repr(vm: &mut Vm, module: &Gc<Module>) -> Result {
    let name = module.namespace.get_str(&vm.names.name).unwrap_or_else(|| module.name.clone().into());
    let name = vm.repr(&name)?;
    let origin = match module.namespace.get_str(&vm.names.file).filter(|file| !file.is_none()) {
        Some(file) => format!("from {}", vm.repr(&file)?),
        None => "(built-in)".to_owned(),
    };
    Ok(Str::value(format!("<module {name} {origin}>")))
}

fn contents(vm: &mut Vm, this: &Gc<Cell>) -> Result {
    let value = this.get();
    if value.is_set() { Ok(value) } else { Err(vm.value_error("cell is empty")) }
}

fn set_contents(this: &Gc<Cell>, value: &Value) {
    this.set(value.clone());
}

fn cell_repr(vm: &mut Vm, this: Of<Cell>) -> Value {
    let value = this.storage.get();
    let own = address(this.value);
    Str::value(if value.is_set() {
        format!("<cell at {own:#x}: {} object at {:#x}>", vm.type_name(&value), address(&value))
    } else {
        format!("<cell at {own:#x}: empty>")
    })
}
