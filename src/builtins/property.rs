//! `property`, `classmethod`, `staticmethod`.

use std::cell::RefCell;

use crate::heap::Gc;
use crate::object::{BoundMethod, ClassMethod, Native, Property, StaticMethod, Str};
use crate::value::Value;
use crate::vm::{Attribute, FromArg, Of, Place, Raised, Result, Role, Row, Vm, getset, getter, method, static_method, storage};

static PROPERTY: &[Row] = &[
    static_method!("__new__", "(cls, fget=None, fset=None, fdel=None, doc=None)", new, "Property attribute."),
    method!(
        "getter",
        "(self, fget, /)",
        |vm, this, fget| replaced(vm, this, fget, 0),
        "Descriptor to obtain a copy of the property with a different getter."
    ),
    method!(
        "setter",
        "(self, fset, /)",
        |vm, this, fset| replaced(vm, this, fset, 1),
        "Descriptor to obtain a copy of the property with a different setter."
    ),
    method!(
        "deleter",
        "(self, fdel, /)",
        |vm, this, fdel| replaced(vm, this, fdel, 2),
        "Descriptor to obtain a copy of the property with a different deleter."
    ),
    getter!("fget", |this: &Gc<Property>| this.get.clone(), "The getter, or None."),
    getter!("fset", |this: &Gc<Property>| this.set.clone(), "The setter, or None."),
    getter!("fdel", |this: &Gc<Property>| this.delete.clone(), "The deleter, or None."),
    getset!("__doc__", |this: &Gc<Property>| this.doc.borrow().clone(), set_doc, "The documentation string."),
    getset!("__name__", name, set_name, "The name of the attribute."),
    getter!("__isabstractmethod__", abstract_property, "Whether a getter, setter or deleter is abstract."),
    method!("__get__", "(self, instance, owner=None, /)", get, "Return an attribute of instance, which is of type owner."),
    method!("__set__", "(self, instance, value, /)", set, "Set an attribute of instance to value."),
    method!(
        "__delete__",
        "(self, instance, /)",
        |vm, property, instance| set(vm, property, instance, &Value::Unset),
        "Delete an attribute of instance."
    ),
    method!(
        "__set_name__",
        "(self, owner, name, /)",
        |property, _: &Value, name| set_name(property, name),
        "Method to set name of a property."
    ),
];

static CLASS_METHOD: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, function, /)",
        |vm: &mut Vm, class: &Value, function: &Value| vm.wrap_new(class, Gc::new(ClassMethod(function.clone())).into()),
        "Convert a function to be a class method."
    ),
    method!(
        "__get__",
        "(self, instance, owner=None, /)",
        class_method_get,
        "Return an attribute of instance, which is of type owner."
    ),
];

static STATIC_METHOD: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, function, /)",
        |vm: &mut Vm, class: &Value, function: &Value| vm.wrap_new(class, Gc::new(StaticMethod(function.clone())).into()),
        "Convert a function to be a static method."
    ),
    method!(
        "__get__",
        "(self, instance, owner=None, /)",
        |this: Wrapper, _: &Value, _: &Value| this.function.clone(),
        "Return an attribute of instance, which is of type owner."
    ),
    method!("__call__", "(self, /, *args, **kwargs)", static_call, "Call self as a function."),
];

static WRAPPER: &[Row] = &[
    getter!("__func__", |this: Wrapper| this.function.clone(), "The function."),
    getter!("__wrapped__", |this: Wrapper| this.function.clone(), "The function."),
    getter!(
        "__isabstractmethod__",
        |vm: &mut Vm, this: Wrapper| is_abstract(vm, this.function),
        "Whether the function is abstract."
    ),
    method!("__getattr__", "(self, name, /)", wrapper_getattr, "Attributes of the function."),
    method!("__repr__", "(self, /)", wrapper_repr, "Return repr(self)."),
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

fn new(vm: &mut Vm, class: &Value, fget: &Value, fset: &Value, fdel: &Value, doc: &Value) -> Result {
    let mut doc = doc.clone();
    if doc.is_none() && !fget.is_none() {
        doc = vm.get_attr_optional(fget, &vm.names.doc.clone())?.unwrap_or(Value::None);
    }
    let property = Property {
        get: fget.clone(),
        set: fset.clone(),
        delete: fdel.clone(),
        doc: RefCell::new(doc),
        name: RefCell::new(Value::None),
        owner: None,
    };
    vm.wrap_new(class, Gc::new(property).into())
}

/// A copy with one function replaced, of the same class.
fn replaced(vm: &mut Vm, this: Of<Property>, fget: &Value, which: usize) -> Result {
    let old = this.storage;
    let mut parts = [old.get.clone(), old.set.clone(), old.delete.clone()];
    parts[which] = fget.clone();
    let class: Value = vm.class_of(this.value).into();
    // A doc string that came from the getter goes with it.
    let doc = if which == 0 { Value::None } else { old.doc.borrow().clone() };
    let [get, set, delete] = parts;
    let new = vm.call(&class, &[get, set, delete, doc])?;
    if let Some(property) = storage::<Property>(&new) {
        let name = old.name.borrow().clone();
        let unnamed = property.name.replace(name);
        drop(unnamed);
    }
    Ok(new)
}

fn set_doc(this: &Gc<Property>, value: &Value) {
    let old = this.doc.replace(value.clone().set_or_none());
    drop(old);
}

fn name(vm: &mut Vm, this: Of<Property>) -> Result {
    let property = this.storage;
    let own = property.name.borrow().clone();
    if !own.is_none() {
        return Ok(own);
    }
    let name = vm.names.name.clone();
    match vm.get_attr_optional(&property.get, &name)? {
        Some(name) if !property.get.is_none() => Ok(name),
        _ => Err(vm.no_attribute(this.value, &name)),
    }
}

fn set_name(this: &Gc<Property>, value: &Value) {
    let old = this.name.replace(value.clone().set_or_none());
    drop(old);
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

fn abstract_property(vm: &mut Vm, property: &Gc<Property>) -> Result<bool> {
    for part in [&property.get, &property.set, &property.delete] {
        if is_abstract(vm, part)? {
            return Ok(true);
        }
    }
    Ok(false)
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

fn get(vm: &mut Vm, property: Of<Property>, instance: &Value, _: &Value) -> Result {
    if instance.is_none() {
        return Ok(property.value.clone());
    }
    if property.get.is_none() {
        return Err(missing(vm, &property, instance, "getter"));
    }
    vm.call(&property.get, std::slice::from_ref(instance))
}

/// Sets the property, or deletes it where there is no value.
fn set(vm: &mut Vm, property: &Gc<Property>, instance: &Value, value: &Value) -> Result<()> {
    let (function, what) = if value.is_set() { (&property.set, "setter") } else { (&property.delete, "deleter") };
    if function.is_none() {
        return Err(missing(vm, property, instance, what));
    }
    let given = [instance.clone(), value.clone()];
    vm.call(function, &given[..if value.is_set() { 2 } else { 1 }])?;
    Ok(())
}

/// A classmethod or staticmethod, and the function that it wraps.
struct Wrapper<'a> {
    value: &'a Value,
    function: &'a Value,
}

impl<'a> FromArg<'a> for Wrapper<'a> {
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        let function = match storage::<StaticMethod>(value) {
            Some(found) => &found.0,
            None => &<&ClassMethod>::from_arg(vm, value, place)?.0,
        };
        Ok(Wrapper { value, function })
    }
}

fn class_method_get(vm: &mut Vm, this: Wrapper, instance: &Value, owner: Option<&Value>) -> Value {
    let owner = owner.cloned().unwrap_or_else(|| vm.class_of(instance).into());
    BoundMethod::value(this.function.clone(), owner)
}

fn static_call(vm: &mut Vm, this: Wrapper, args: &Value, kwargs: &Value) -> Result {
    super::function::call(vm, this.function, args, kwargs)
}

fn wrapper_getattr(vm: &mut Vm, this: Wrapper, Attribute(name): Attribute) -> Result {
    // What is copied of the function; the machine's own are made without.
    let copied =
        ["__name__", "__qualname__", "__module__", "__doc__", "__annotations__", "__annotate__"].contains(&name.as_str());
    let own = this.function.get::<Native>().is_some_and(|native| vm.native_role(native) == Role::Static);
    let found = if copied && !own { vm.get_attr_optional(this.function, &name)? } else { None };
    found.ok_or_else(|| vm.no_attribute(this.value, &name))
}

fn wrapper_repr(vm: &mut Vm, this: Wrapper) -> Result {
    let (name, shown) = (vm.type_name(this.value), vm.repr(this.function)?);
    Ok(Str::value(format!("<{name}({shown})>")))
}
