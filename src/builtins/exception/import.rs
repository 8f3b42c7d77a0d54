//! `ImportError`, `NameError` and `AttributeError`: what was looked for, given by keyword.

use super::fields::field;
use super::{argument, base, store, stored};
use crate::heap::Gc;
use crate::object::{Dict, Exception, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, method};

static IMPORT_ERROR: &[Row] = &[
    method!("__init__", "(self, /, *args, **kwargs)", init_import, "Takes a message, and by keyword name and path."),
    method!("__str__", "(self, /)", str_import, "The message."),
    field!("msg", message, "The message."),
    field!("name", |_| None, "The module's name."),
    field!("path", |_| None, "The module's file."),
    field!("name_from", |_| None, "The name that was to be imported from it."),
];

static NAME_ERROR: &[Row] = &[
    method!("__init__", "(self, /, *args, **kwargs)", init_name, "Takes a message, and by keyword the name."),
    field!("name", |_| None, "The name."),
];

static ATTRIBUTE_ERROR: &[Row] = &[
    method!("__init__", "(self, /, *args, **kwargs)", init_attribute, "Takes a message, and by keyword name and object."),
    field!("name", |_| None, "The attribute's name."),
    field!("obj", |_| None, "The object that doesn't have it."),
];

pub(super) fn install(vm: &mut Vm) {
    let classes = [vm.exc.import_error.clone(), vm.exc.name_error.clone(), vm.exc.attribute_error.clone()];
    for (class, rows) in classes.iter().zip([IMPORT_ERROR, NAME_ERROR, ATTRIBUTE_ERROR]) {
        vm.add_methods(class, rows);
    }
}

fn message(exception: &Exception) -> Option<Value> {
    (exception.args.borrow().items().len() == 1).then(|| argument(exception, 0))?
}

fn init(vm: &mut Vm, this: &Gc<Exception>, args: &Gc<Tuple>, kwargs: &Dict, class: &str, known: &[&str]) -> Result<()> {
    drop(this.args.replace(args.clone()));
    let given: Vec<(Value, Value)> = kwargs.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
    for (name, value) in given {
        let Some(name) = name.get::<Str>() else { continue };
        if !known.contains(&name.as_str()) {
            return Err(vm.type_error(format!("{class}() got an unexpected keyword argument '{name}'")));
        }
        store(vm, this, name.as_str(), value);
    }
    Ok(())
}

fn init_import(vm: &mut Vm, this: &Gc<Exception>, args: &Gc<Tuple>, kwargs: &Dict) -> Result<()> {
    init(vm, this, args, kwargs, "ImportError", &["name", "path", "name_from"])
}

fn init_name(vm: &mut Vm, this: &Gc<Exception>, args: &Gc<Tuple>, kwargs: &Dict) -> Result<()> {
    init(vm, this, args, kwargs, "NameError", &["name"])
}

fn init_attribute(vm: &mut Vm, this: &Gc<Exception>, args: &Gc<Tuple>, kwargs: &Dict) -> Result<()> {
    init(vm, this, args, kwargs, "AttributeError", &["name", "obj"])
}

fn str_import(vm: &mut Vm, this: &Gc<Exception>) -> Result {
    match stored(vm, this, "msg").or_else(|| message(this)) {
        Some(text) if text.is::<Str>() => Ok(text),
        _ => Ok(base::text(vm, this)?.into()),
    }
}
