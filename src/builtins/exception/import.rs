//! `ImportError`, `NameError` and `AttributeError`: what was looked for, given by keyword.

use super::base::rest;
use super::fields::fields;
use super::{argument, base, store, stored, this};
use crate::object::{Dict, Exception, Str};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

static IMPORT_ERROR: &[Row] = &[
    Row::method("__init__", "(self, /, *args, **kwargs)", init_import, "Takes a message, and by keyword name and path."),
    Row::method("__str__", "(self, /)", str_import, "The message."),
    Row::getset("msg", msg, set_msg, "The message."),
    Row::getset("name", name, set_name, "The module's name."),
    Row::getset("path", path, set_path, "The module's file."),
    Row::getset("name_from", name_from, set_name_from, "The name that was to be imported from it."),
];

static NAME_ERROR: &[Row] = &[
    Row::method("__init__", "(self, /, *args, **kwargs)", init_name, "Takes a message, and by keyword the name."),
    Row::getset("name", name, set_name, "The name."),
];

static ATTRIBUTE_ERROR: &[Row] = &[
    Row::method("__init__", "(self, /, *args, **kwargs)", init_attribute, "Takes a message, and by keyword name and object."),
    Row::getset("name", name, set_name, "The attribute's name."),
    Row::getset("obj", obj, set_obj, "The object that doesn't have it."),
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

fields! {
    msg set_msg "msg" message;
    name set_name "name" |_| None;
    path set_path "path" |_| None;
    name_from set_name_from "name_from" |_| None;
    obj set_obj "obj" |_| None;
}

fn init(vm: &mut Vm, args: &[Value], class: &str, known: &[&str]) -> Result {
    let this = this(vm, args)?;
    let old = this.args.replace(rest(vm, &args[1]));
    drop(old);
    let Some(keywords) = args[2].get::<Dict>() else { return Ok(Value::None) };
    let given: Vec<(Value, Value)> = keywords.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
    for (name, value) in given {
        let Some(name) = name.get::<Str>() else { continue };
        if !known.contains(&name.as_str()) {
            return Err(vm.type_error(format!("{class}() got an unexpected keyword argument '{name}'")));
        }
        store(vm, &this, name.as_str(), value);
    }
    Ok(Value::None)
}

fn init_import(vm: &mut Vm, args: &[Value]) -> Result {
    init(vm, args, "ImportError", &["name", "path", "name_from"])
}

fn init_name(vm: &mut Vm, args: &[Value]) -> Result {
    init(vm, args, "NameError", &["name"])
}

fn init_attribute(vm: &mut Vm, args: &[Value]) -> Result {
    init(vm, args, "AttributeError", &["name", "obj"])
}

fn str_import(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    match stored(vm, &this, "msg").or_else(|| message(&this)) {
        Some(text) if text.is::<Str>() => Ok(text),
        _ => Ok(base::text(vm, &this)?.into()),
    }
}
