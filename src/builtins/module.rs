//! Modules and cells: their attributes.

use crate::heap::Gc;
use crate::object::{Cell, Dict, List, Module, Str};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

use super::object::address;
use super::receiver::receiver;

static MODULE: &[Row] = &[
    Row::static_method("__new__", "(cls, name, doc=None)", new, "Create a module object."),
    Row::getter(
        "__dict__",
        |vm, args| Ok(receiver::<Module>(vm, args, "__dict__")?.namespace.clone().into()),
        "The namespace.",
    ),
    Row::method("__dir__", "(self, /)", dir, "The names in the namespace."),
    Row::method("__repr__", "(self, /)", repr, "Return repr(self)."),
];

static CELL: &[Row] = &[
    Row::static_method(
        "__new__",
        "(cls, contents=..., /)",
        |_, args| Ok(Cell::new(args[1].clone()).into()),
        "Create a new cell object.",
    ),
    Row::getset("cell_contents", contents, set_contents, "The value of the variable."),
    Row::method("__repr__", "(self, /)", cell_repr, "Return repr(self)."),
];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let (module, cell) = (vm.types.module.clone(), vm.types.cell.clone());
    vm.add_methods(&module, MODULE);
    vm.add_methods(&cell, CELL);
}

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    let Some(name) = args[1].gc::<Str>() else {
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("module() argument 'name' must be str, not {given}")));
    };
    let namespace = Dict::new();
    for (key, value) in [
        (vm.names.name.clone(), args[1].clone()),
        (vm.names.doc.clone(), args[2].clone()),
        (vm.names.package.clone(), Value::None),
        (vm.names.loader.clone(), Value::None),
        (vm.names.spec.clone(), Value::None),
    ] {
        namespace.set_str(&key, value);
    }
    let module: Gc<Module> = Module::new(name.clone(), namespace);
    vm.wrap_new(&args[0], module.into())
}

fn dir(vm: &mut Vm, args: &[Value]) -> Result {
    let module = receiver::<Module>(vm, args, "__dir__")?;
    if let Some(hook) = module.namespace.get_str(&vm.names.dir) {
        return vm.call(&hook, &[]);
    }
    Ok(List::value(super::functions::dir_names(vm, &args[0])?))
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let module = receiver::<Module>(vm, args, "__repr__")?.clone();
    let name = module.namespace.get_str(&vm.names.name).unwrap_or_else(|| module.name.clone().into());
    let name = vm.repr(&name)?;
    let origin = match module.namespace.get_str(&vm.names.file).filter(|file| !file.is_none()) {
        Some(file) => format!("from {}", vm.repr(&file)?),
        None => "(built-in)".to_owned(),
    };
    Ok(Str::value(format!("<module {name} {origin}>")))
}

fn contents(vm: &mut Vm, args: &[Value]) -> Result {
    let value = receiver::<Cell>(vm, args, "cell_contents")?.get();
    if value.is_set() { Ok(value) } else { Err(vm.value_error("cell is empty")) }
}

fn set_contents(vm: &mut Vm, args: &[Value]) -> Result {
    receiver::<Cell>(vm, args, "cell_contents")?.set(args[1].clone());
    Ok(Value::None)
}

fn cell_repr(vm: &mut Vm, args: &[Value]) -> Result {
    let value = receiver::<Cell>(vm, args, "__repr__")?.get();
    let own = address(&args[0]);
    Ok(Str::value(if value.is_set() {
        format!("<cell at {own:#x}: {} object at {:#x}>", vm.type_name(&value), address(&value))
    } else {
        format!("<cell at {own:#x}: empty>")
    }))
}
