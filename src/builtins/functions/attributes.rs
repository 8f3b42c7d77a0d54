//! Functions over attributes: getattr, setattr, delattr, hasattr, dir, vars, globals, locals.

use crate::bytecode::CodeKind;
use crate::heap::Gc;
use crate::object::{Class, Dict, List, Module, Str};
use crate::value::{Value, Words};
use crate::vm::{Attribute, Result, Row, Vm, function};

use super::super::sort;

pub static ROWS: &[Row] = &[
    function!("getattr", "(object, name, default=..., /)", getattr, "Get a named attribute from an object.")
        .quickly(getattr_quickly),
    function!(
        "setattr",
        "(obj, name, value, /)",
        setattr,
        "Sets the named attribute on the given object to the specified value."
    ),
    function!("delattr", "(obj, name, /)", delattr, "Deletes the named attribute from the given object."),
    function!("hasattr", "(obj, name, /)", hasattr, "Return whether the object has an attribute with the given name.")
        .quickly(hasattr_quickly),
    function!(
        "dir",
        "(object=..., /)",
        dir,
        "Return an alphabetized list of names comprising (some of) the attributes of the given object."
    ),
    function!("vars", "(object=..., /)", vars, "Return the __dict__ attribute of an object, or locals()."),
    function!("globals", "()", globals, "Return the dictionary containing the current scope's global variables."),
    function!("locals", "()", local_namespace, "Return a dictionary containing the current scope's local variables."),
];

/// An attribute; none also where looking it up raised an AttributeError.
fn optional(vm: &mut Vm, object: &Value, name: &Gc<Str>) -> Result<Option<Value>> {
    match vm.get_attr_optional(object, name) {
        Err(raised) if vm.is_exception(&raised, &vm.exc.attribute_error) => Ok(None),
        other => other,
    }
}

fn getattr(vm: &mut Vm, object: &Value, Attribute(name): Attribute, default: Option<&Value>) -> Result {
    let Some(default) = default else { return vm.get_attr(object, &name) };
    Ok(optional(vm, object, &name)?.unwrap_or_else(|| default.clone()))
}

/// An attribute of an instance, or that it has none, where a cache knows.
fn known(vm: &mut Vm, args: &[Value]) -> Option<Option<Value>> {
    let [object, name, ..] = args else { return None };
    let name = vm.find_interned(name.gc::<Str>()?)?;
    vm.attr_by_name(object, &name)
}

fn getattr_quickly(vm: &mut Vm, args: &mut [Value]) -> Words {
    match (known(vm, args), args.get(2)) {
        (Some(Some(value)), _) => Words::of(value),
        (Some(None), Some(default)) => Words::of(default.clone()),
        _ => Words::unset(),
    }
}

fn hasattr_quickly(vm: &mut Vm, args: &mut [Value]) -> Words {
    known(vm, args).filter(|_| args.len() == 2).map_or(Words::unset(), |value| Words::bool(value.is_some()))
}

fn setattr(vm: &mut Vm, obj: &Value, Attribute(name): Attribute, value: &Value) -> Result<()> {
    vm.set_attr(obj, &name, value.clone())
}

fn delattr(vm: &mut Vm, obj: &Value, Attribute(name): Attribute) -> Result<()> {
    vm.del_attr(obj, &name)
}

fn hasattr(vm: &mut Vm, obj: &Value, Attribute(name): Attribute) -> Result<bool> {
    Ok(optional(vm, obj, &name)?.is_some())
}

fn dir(vm: &mut Vm, object: &Value) -> Result {
    let names = if object.is_set() {
        let name = vm.names.dir.clone();
        match vm.call_special(object, &name, &[])? {
            Some(names) => vm.collect(&names)?,
            None => return Err(vm.type_error("object does not provide __dir__")),
        }
    } else {
        let namespace = local_namespace(vm);
        vm.collect(&namespace)?
    };
    let (names, result) = sort::sort_values(vm, names, &Value::None, false);
    result?;
    Ok(List::value(names))
}

/// The names that `object.__dir__`, `type.__dir__` and `module.__dir__` give, in no particular order.
pub fn dir_names(vm: &mut Vm, object: &Value) -> Result<Vec<Value>> {
    let names = Dict::new();
    let add = |namespace: &Dict| {
        for entry in namespace.borrow().iter() {
            if let Some(name) = entry.key.gc::<Str>() {
                names.set_str(name, Value::None);
            }
        }
    };
    if let Some(module) = object.get::<Module>() {
        add(&module.namespace);
    } else {
        let class = match object.gc::<Class>() {
            Some(class) => class.clone(),
            None => vm.class_of(object),
        };
        add(class.namespace());
        class.mro_rest().iter().for_each(|class| add(class.namespace()));
        if !object.is::<Class>()
            && let Ok(Some(own)) = vm.get_attr_optional(object, &vm.names.dict.clone())
            && let Some(own) = own.get::<Dict>()
        {
            add(own);
        }
    }
    Ok(names.borrow().iter().map(|entry| entry.key.clone()).collect())
}

fn vars(vm: &mut Vm, object: &Value) -> Result {
    if !object.is_set() {
        return Ok(local_namespace(vm));
    }
    match optional(vm, object, &vm.names.dict.clone())? {
        Some(dict) => Ok(dict),
        None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
    }
}

fn globals(vm: &mut Vm) -> Result {
    match vm.current_globals() {
        Some(globals) => Ok(globals.into()),
        None => Err(vm.system_error("globals(): no frame is running")),
    }
}

/// What `locals()` gives where the caller runs: the namespace of a module or class body, or a new dict of a function's variables.
pub fn local_namespace(vm: &mut Vm) -> Value {
    let locals = vm.current_locals();
    if let Some((_, namespace)) = locals.iter().find(|(name, _)| name.as_str() == ".namespace") {
        return namespace.clone();
    }
    let at_module = vm.place().is_some_and(|(code, _)| code.code.kind == CodeKind::Module);
    if at_module && let Some(globals) = vm.current_globals() {
        return globals.into();
    }
    let namespace = Dict::new();
    for (name, value) in locals {
        // Names that no script can write belong to the compiler.
        if !name.as_str().starts_with('.') {
            namespace.set_str(&name, value);
        }
    }
    namespace.into()
}
