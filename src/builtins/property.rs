//! `property`, `classmethod`, `staticmethod`.

use std::cell::RefCell;

use crate::heap::Gc;
use crate::object::{BoundMethod, ClassMethod, Property, StaticMethod, Str};
use crate::value::{Kind, Value};
use crate::vm::{Raised, Result, Row, Vm};

use super::receiver::receiver;

static PROPERTY: &[Row] = &[
    Row::static_method("__new__", "(cls, fget=None, fset=None, fdel=None, doc=None)", new, "Property attribute."),
    Row::method(
        "getter",
        "(self, fget, /)",
        |vm, args| replaced(vm, args, 0),
        "Descriptor to obtain a copy of the property with a different getter.",
    ),
    Row::method(
        "setter",
        "(self, fset, /)",
        |vm, args| replaced(vm, args, 1),
        "Descriptor to obtain a copy of the property with a different setter.",
    ),
    Row::method(
        "deleter",
        "(self, fdel, /)",
        |vm, args| replaced(vm, args, 2),
        "Descriptor to obtain a copy of the property with a different deleter.",
    ),
    Row::getter("fget", |vm, args| Ok(receiver::<Property>(vm, args, "fget")?.get.clone()), "The getter, or None."),
    Row::getter("fset", |vm, args| Ok(receiver::<Property>(vm, args, "fset")?.set.clone()), "The setter, or None."),
    Row::getter("fdel", |vm, args| Ok(receiver::<Property>(vm, args, "fdel")?.delete.clone()), "The deleter, or None."),
    Row::getset(
        "__doc__",
        |vm, args| Ok(receiver::<Property>(vm, args, "__doc__")?.doc.borrow().clone()),
        set_doc,
        "The documentation string.",
    ),
    Row::getset("__name__", name, set_name, "The name of the attribute."),
    Row::getter("__isabstractmethod__", abstract_property, "Whether a getter, setter or deleter is abstract."),
    Row::method("__get__", "(self, instance, owner=None, /)", get, "Return an attribute of instance, which is of type owner."),
    Row::method("__set__", "(self, instance, value, /)", set, "Set an attribute of instance to value."),
    Row::method(
        "__delete__",
        "(self, instance, /)",
        |vm, args| set(vm, &[args[0].clone(), args[1].clone(), Value::Unset]),
        "Delete an attribute of instance.",
    ),
    Row::method(
        "__set_name__",
        "(self, owner, name, /)",
        |vm, args| set_name(vm, &[args[0].clone(), args[2].clone()]),
        "Method to set name of a property.",
    ),
];

static CLASS_METHOD: &[Row] = &[
    Row::static_method(
        "__new__",
        "(cls, function, /)",
        |vm, args| vm.wrap_new(&args[0], Gc::new(ClassMethod(args[1].clone())).into()),
        "Convert a function to be a class method.",
    ),
    Row::method(
        "__get__",
        "(self, instance, owner=None, /)",
        class_method_get,
        "Return an attribute of instance, which is of type owner.",
    ),
];

static STATIC_METHOD: &[Row] = &[
    Row::static_method(
        "__new__",
        "(cls, function, /)",
        |vm, args| vm.wrap_new(&args[0], Gc::new(StaticMethod(args[1].clone())).into()),
        "Convert a function to be a static method.",
    ),
    Row::method(
        "__get__",
        "(self, instance, owner=None, /)",
        wrapped,
        "Return an attribute of instance, which is of type owner.",
    ),
    Row::method("__call__", "(self, /, *args, **kwargs)", static_call, "Call self as a function."),
];

static WRAPPER: &[Row] = &[
    Row::getter("__func__", wrapped, "The function."),
    Row::getter("__wrapped__", wrapped, "The function."),
    Row::getter(
        "__isabstractmethod__",
        |vm, args| wrapped(vm, args).and_then(|function| Ok(is_abstract(vm, &function)?.into())),
        "Whether the function is abstract.",
    ),
    Row::method("__getattr__", "(self, name, /)", wrapper_getattr, "Attributes of the function."),
    Row::method("__repr__", "(self, /)", wrapper_repr, "Return repr(self)."),
];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let types = &vm.types;
    let (property, class_method, static_method) =
        (types.property.clone(), types.classmethod.clone(), types.staticmethod.clone());
    vm.add_methods(&property, PROPERTY);
    vm.add_methods(&class_method, CLASS_METHOD);
    vm.add_methods(&class_method, WRAPPER);
    vm.add_methods(&static_method, STATIC_METHOD);
    vm.add_methods(&static_method, WRAPPER);
}

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    let mut doc = args[4].clone();
    if doc.is_none() && !args[1].is_none() {
        doc = vm.get_attr_optional(&args[1], &vm.names.doc.clone())?.unwrap_or(Value::None);
    }
    let property = Property {
        get: args[1].clone(),
        set: args[2].clone(),
        delete: args[3].clone(),
        doc: RefCell::new(doc),
        name: RefCell::new(Value::None),
    };
    vm.wrap_new(&args[0], Gc::new(property).into())
}

/// A copy with one function replaced, of the same class.
fn replaced(vm: &mut Vm, args: &[Value], which: usize) -> Result {
    let old = receiver::<Property>(vm, args, "setter")?.clone();
    let mut parts = [old.get.clone(), old.set.clone(), old.delete.clone()];
    parts[which] = args[1].clone();
    let class: Value = vm.class_of(&args[0]).into();
    // A doc string that came from the getter goes with it.
    let doc = if which == 0 { Value::None } else { old.doc.borrow().clone() };
    let [get, set, delete] = parts;
    let new = vm.call(&class, &[get, set, delete, doc])?;
    if let Some(property) = super::receiver::storage::<Property>(&new) {
        let name = old.name.borrow().clone();
        let unnamed = property.name.replace(name);
        drop(unnamed);
    }
    Ok(new)
}

fn set_doc(vm: &mut Vm, args: &[Value]) -> Result {
    let old = receiver::<Property>(vm, args, "__doc__")?.doc.replace(args[1].clone().set_or_none());
    drop(old);
    Ok(Value::None)
}

fn name(vm: &mut Vm, args: &[Value]) -> Result {
    let property = receiver::<Property>(vm, args, "__name__")?.clone();
    let own = property.name.borrow().clone();
    if !own.is_none() {
        return Ok(own);
    }
    let name = vm.names.name.clone();
    match vm.get_attr_optional(&property.get, &name)? {
        Some(name) if !property.get.is_none() => Ok(name),
        _ => Err(vm.no_attribute(&args[0], &name)),
    }
}

fn set_name(vm: &mut Vm, args: &[Value]) -> Result {
    let old = receiver::<Property>(vm, args, "__name__")?.name.replace(args[1].clone().set_or_none());
    drop(old);
    Ok(Value::None)
}

/// Whether `abstractmethod` marked a function.
fn is_abstract(vm: &mut Vm, function: &Value) -> Result<bool> {
    if function.is_none() {
        return Ok(false);
    }
    let name = vm.intern("__isabstractmethod__");
    match vm.get_attr_optional(function, &name)? {
        Some(mark) => vm.truth(&mark),
        None => Ok(false),
    }
}

fn abstract_property(vm: &mut Vm, args: &[Value]) -> Result {
    let property = receiver::<Property>(vm, args, "__isabstractmethod__")?.clone();
    for part in [&property.get, &property.set, &property.delete] {
        if is_abstract(vm, part)? {
            return Ok(true.into());
        }
    }
    Ok(false.into())
}

#[cold]
fn missing(vm: &mut Vm, property: &Property, object: &Value, what: &str) -> Raised {
    let class = vm.class_of(object).qualname.borrow().clone();
    let name = property.name.borrow().clone();
    match name.get::<Str>() {
        Some(name) => vm.attribute_error(format!("property '{name}' of '{class}' object has no {what}")),
        None => vm.attribute_error(format!("property of '{class}' object has no {what}")),
    }
}

fn get(vm: &mut Vm, args: &[Value]) -> Result {
    let property = receiver::<Property>(vm, args, "__get__")?.clone();
    if args[1].is_none() {
        return Ok(args[0].clone());
    }
    if property.get.is_none() {
        return Err(missing(vm, &property, &args[1], "getter"));
    }
    vm.call(&property.get, &args[1..2])
}

fn set(vm: &mut Vm, args: &[Value]) -> Result {
    let property = receiver::<Property>(vm, args, "__set__")?.clone();
    let (function, what) = if args[2].is_set() { (&property.set, "setter") } else { (&property.delete, "deleter") };
    if function.is_none() {
        return Err(missing(vm, &property, &args[1], what));
    }
    let given = if args[2].is_set() { &args[1..3] } else { &args[1..2] };
    vm.call(function, given)?;
    Ok(Value::None)
}

/// The function that a classmethod or staticmethod wraps.
fn wrapped(vm: &mut Vm, args: &[Value]) -> Result {
    match vm.payload(&args[0]).kind() {
        Some(Kind::StaticMethod) => Ok(receiver::<StaticMethod>(vm, args, "__func__")?.0.clone()),
        _ => Ok(receiver::<ClassMethod>(vm, args, "__func__")?.0.clone()),
    }
}

fn class_method_get(vm: &mut Vm, args: &[Value]) -> Result {
    let function = wrapped(vm, args)?;
    let owner: Value = if args[2].is_none() { vm.class_of(&args[1]).into() } else { args[2].clone() };
    Ok(BoundMethod::value(function, owner))
}

fn static_call(vm: &mut Vm, args: &[Value]) -> Result {
    let function = wrapped(vm, args)?;
    super::function::call(vm, &[function, args[1].clone(), args[2].clone()])
}

fn wrapper_getattr(vm: &mut Vm, args: &[Value]) -> Result {
    let function = wrapped(vm, args)?;
    match args[1].gc::<Str>().map(|name| vm.intern_str(name)) {
        Some(name) => match vm.get_attr_optional(&function, &name)? {
            Some(value) => Ok(value),
            None => Err(vm.no_attribute(&args[0], &name)),
        },
        None => Err(vm.type_error("attribute name must be string")),
    }
}

fn wrapper_repr(vm: &mut Vm, args: &[Value]) -> Result {
    let function = wrapped(vm, args)?;
    let (name, shown) = (vm.type_name(&args[0]), vm.repr(&function)?);
    Ok(Str::value(format!("<{name}({shown})>")))
}
