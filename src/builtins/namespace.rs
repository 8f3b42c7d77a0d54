//! `types.SimpleNamespace`: an object whose attributes are given by keyword. `sys.implementation` is one, and its class is the class.

use super::repr_guard;
use crate::heap::Gc;
use crate::object::{Class, Dict, Instance, Layout, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, method};

static ROWS: &[Row] = &[
    method!("__init__", "(self, mapping_or_iterable=..., /, **kwargs)", init, "Takes attributes by keyword."),
    method!("__repr__", "(self, /)", repr, "The attributes."),
    method!("__eq__", "(self, other, /)", eq, "Whether the attributes are equal."),
    method!("__reduce__", "(self, /)", reduce, "Class and attributes, to copy it."),
    method!("__replace__", "(self, /, **changes)", replace, "A copy with other attributes."),
    Row::getter("__dict__", |_, args| Ok(attributes(args)), "The attributes."),
];

/// Makes the class.
pub fn class(vm: &mut Vm) -> Gc<Class> {
    let base = vm.types.object.clone();
    let class = vm.native_class("SimpleNamespace", "types", &base, Layout::Plain);
    vm.add_methods(&class, ROWS);
    class.set(&vm.names.hash, Value::None);
    class
}

/// The class, as `sys.implementation` has it.
pub fn known_class(vm: &mut Vm) -> Gc<Class> {
    let known = vm.sys.as_ref().and_then(|sys| sys.namespace.get_text("implementation"));
    match known {
        Some(known) => vm.class_of(&known),
        None => class(vm),
    }
}

/// An instance with these attributes.
pub fn instance<const N: usize>(vm: &Vm, class: &Gc<Class>, fields: [(&str, Value); N]) -> Value {
    let instance = Instance::new(class.clone());
    for (name, value) in fields {
        instance.attrs.set(class, &vm.intern(name), value);
    }
    instance.into()
}

fn init(vm: &mut Vm, this: &Gc<Instance>, mapping_or_iterable: &Value, kwargs: &Value) -> Result<()> {
    let class = this.class();
    let mut items = if mapping_or_iterable.is_set() { vm.mapping_items(mapping_or_iterable)? } else { Vec::new() };
    if let Some(keywords) = kwargs.get::<Dict>() {
        items.extend(keywords.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())));
    }
    for (name, value) in items {
        let Some(name) = name.gc::<Str>().map(|name| vm.intern_str(name)) else {
            return Err(vm.type_error("keywords must be strings"));
        };
        this.attrs.set(&class, &name, value);
    }
    Ok(())
}

fn attributes(args: &[Value]) -> Value {
    args.first().and_then(Value::get::<Instance>).map_or(Value::None, |this| this.attrs.dict(&this.class()).into())
}

fn reduce(vm: &mut Vm, this: &Gc<Instance>) -> Value {
    let class = this.class();
    Tuple::value([class.clone().into(), vm.empty_tuple().into(), this.attrs.dict(&class).into()])
}

fn replace(vm: &mut Vm, this: &Gc<Instance>, changes: &Value) -> Result {
    let class = this.class();
    let made = vm.call(&class.clone().into(), &[])?;
    let Some(new) = made.get::<Instance>() else { return Ok(made) };
    let kept: Value = this.attrs.dict(&class).into();
    for source in [&kept, changes] {
        for (name, value) in vm.mapping_items(source)? {
            if let Some(name) = name.gc::<Str>() {
                new.attrs.set(&class, &vm.intern_str(name), value);
            }
        }
    }
    Ok(made)
}

fn repr(vm: &mut Vm, this: &Gc<Instance>) -> Result {
    let class = this.class();
    let name = if class.builtin { "namespace".to_owned() } else { class.name.borrow().to_string() };
    repr_guard::guarded(vm, this.address(), &format!("{name}(...)"), |vm| {
        let mut parts = Vec::new();
        for (key, value) in vm.mapping_items(&this.attrs.dict(&class).into())? {
            parts.push(format!("{}={}", vm.str(&key)?, vm.repr(&value)?));
        }
        Ok(format!("{name}({})", parts.join(", ")))
    })
}

fn eq(vm: &mut Vm, this: &Gc<Instance>, other: &Value) -> Result {
    let Some(other) = other.gc::<Instance>().cloned() else { return Ok(Value::NotImplemented) };
    let (class, other_class) = (this.class(), other.class());
    if !other_class.derives_from(&known_class(vm)) {
        return Ok(Value::NotImplemented);
    }
    let (a, b): (Value, Value) = (this.attrs.dict(&class).into(), other.attrs.dict(&other_class).into());
    Ok(vm.equal(&a, &b)?.into())
}
