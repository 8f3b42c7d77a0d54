//! `type`: what classes answer to.

use crate::heap::Gc;
use crate::object::{Class, Dict, List, MappingProxy, Native, StaticMethod, Str, Tuple};
use crate::value::Value;
use crate::vm::{Of, Result, Row, Vm, class_method, getset, getter, method, static_method};

use super::{alias, object};

static ROWS: &[Row] = &[
    static_method!("__new__", "(metacls, /, *args, **kwargs)", new, "Create and return a new object."),
    method!("__init__", "(self, /, *args, **kwargs)", |_: &Value, _: &Value, _: &Value| (), "Initialize self."),
    method!("__call__", "(self, /, *args, **kwargs)", call, "Call self as a function."),
    class_method!(
        "__prepare__",
        "(metacls, /, *args, **kwargs)",
        |_: &Value, _: &Value, _: &Value| Dict::new(),
        "Used to create the namespace for the class statement."
    ),
    method!("mro", "(self, /)", |class| List::value(order(class)), "Return a type's method resolution order."),
    method!("__subclasses__", "(self, /)", subclasses, "Return a list of immediate subclasses."),
    method!("__instancecheck__", "(self, instance, /)", instancecheck, "Check if an object is an instance."),
    method!("__subclasscheck__", "(self, subclass, /)", subclasscheck, "Check if a class is a subclass."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
    method!("__or__", "(self, value, /)", alias::or, "Return self|value."),
    method!("__ror__", "(self, value, /)", alias::ror, "Return value|self."),
    method!(
        "__dir__",
        "(self, /)",
        |vm: &mut Vm, this: &Value| Ok(List::value(super::functions::dir_names(vm, this)?)),
        "Specialized __dir__ implementation for types."
    ),
    getter!("__mro__", |class| Tuple::value(order(class)), "The method resolution order."),
    getset!("__bases__", bases, set_bases, "The base classes."),
    getter!("__base__", base, "The base class that decides the layout."),
    getset!("__name__", |class: &Gc<Class>| class.name.borrow().clone(), set_name, "The name."),
    getset!("__qualname__", |class: &Gc<Class>| class.qualname.borrow().clone(), set_qualname, "The qualified name."),
    getset!(
        "__module__",
        module,
        |vm, this, value| set_entry(vm, this, value, "__module__"),
        "The name of the module it was defined in."
    ),
    getset!("__doc__", doc, |vm, this, value| set_entry(vm, this, value, "__doc__"), "The documentation string."),
    getter!(
        "__dict__",
        |class: &Gc<Class>| Gc::new(MappingProxy(class.namespace().clone().into())),
        "The namespace, read-only."
    ),
    getset!(
        "__annotations__",
        annotations,
        |vm, this, value| set_entry(vm, this, value, "__annotations__"),
        "The annotations of the class body."
    ),
    getset!(
        "__annotate__",
        annotate,
        |vm, this, value| set_entry(vm, this, value, "__annotate_func__"),
        "The function that computes the annotations."
    ),
    getset!(
        "__type_params__",
        type_params,
        |vm, this, value| set_entry(vm, this, value, "__type_params__"),
        "The type parameters."
    ),
    getter!("__text_signature__", |_: &Value| (), "The signature of built-in classes."),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.type_.clone();
    vm.add_methods(&class, ROWS);
}

fn new(vm: &mut Vm, metacls: &Value, args: &Value, kwargs: &Value) -> Result {
    let given: Vec<Value> = args.get::<Tuple>().map_or_else(Vec::new, |given| given.items().to_vec());
    let [name, bases, namespace] = given.as_slice() else {
        return match given.as_slice() {
            [value] => Ok(vm.class_of(value).into()),
            _ => Err(vm.type_error("type() takes 1 or 3 arguments")),
        };
    };
    let Some(metaclass) = metacls.gc::<Class>() else {
        let given = vm.type_name(metacls);
        return Err(vm.type_error(format!("type.__new__(X): X is not a type object ({given})")));
    };
    let wrong = |vm: &Vm, place: usize, wanted: &str, value: &Value| {
        let given = vm.type_name(value);
        vm.type_error(format!("type.__new__() argument {place} must be {wanted}, not {given}"))
    };
    let Some(name) = crate::vm::storage::<Str>(name) else { return Err(wrong(vm, 1, "str", name)) };
    let Some(bases) = crate::vm::storage::<Tuple>(bases) else { return Err(wrong(vm, 2, "tuple", bases)) };
    let Some(namespace) = crate::vm::storage::<Dict>(namespace) else { return Err(wrong(vm, 3, "dict", namespace)) };
    // The most derived metaclass of the bases makes the class, where it has a say.
    let winner = match bases.items().iter().all(Value::is::<Class>) {
        true => vm.winning_metaclass(metaclass.clone(), bases.items())?,
        false => metaclass.clone(),
    };
    if !winner.same(metaclass)
        && let Some(own) = winner.lookup(&vm.names.new).filter(|own| !is_own_new(own))
    {
        let own = own.get::<StaticMethod>().map_or_else(|| own.clone(), |own| own.0.clone());
        let (mut values, names) = super::function::spread(args, kwargs);
        values.insert(0, winner.into());
        return vm.call_kw(&own, &values, &names);
    }
    let keywords: Vec<(Gc<Str>, Value)> = kwargs.get::<Dict>().map_or_else(Vec::new, |keywords| {
        super::dict::pairs(keywords)
            .into_iter()
            .filter_map(|(name, value)| Some((vm.intern_str(name.gc::<Str>()?), value)))
            .collect()
    });
    let name = vm.intern_str(name);
    Ok(vm.new_class(metaclass, &name, bases.items(), namespace, &keywords)?.into())
}

/// Whether a `__new__` is that of `type`.
fn is_own_new(value: &Value) -> bool {
    value.get::<Native>().is_some_and(|native| native.owner.as_str() == "type")
}

fn call(vm: &mut Vm, class: &Gc<Class>, args: &Value, kwargs: &Value) -> Result {
    let (values, names) = super::function::spread(args, kwargs);
    vm.instantiate(class, &values, &names)
}

/// The classes of the method resolution order, the class itself first.
fn order(class: &Gc<Class>) -> Vec<Value> {
    std::iter::once(class.clone()).chain(class.mro_rest().iter().cloned()).map(Value::from).collect()
}

fn subclasses(class: &Gc<Class>) -> Value {
    List::value(class.subclasses().into_iter().map(Value::from).collect())
}

fn instancecheck(vm: &mut Vm, class: &Gc<Class>, instance: &Value) -> Result<bool> {
    if vm.class_of(instance).derives_from(class) {
        return Ok(true);
    }
    // What claims another class by its `__class__` (a mock, a proxy) counts as that.
    let claimed = vm.get_attr_optional(instance, &vm.names.class.clone())?;
    Ok(claimed.and_then(|claimed| claimed.into_gc::<Class>().ok()).is_some_and(|claimed| claimed.derives_from(class)))
}

fn subclasscheck(vm: &mut Vm, class: &Gc<Class>, subclass: &Value) -> Result {
    match subclass.gc::<Class>() {
        Some(other) => Ok(other.derives_from(class).into()),
        None => Err(vm.type_error("issubclass() arg 1 must be a class")),
    }
}

fn repr(vm: &mut Vm, class: &Gc<Class>) -> Result {
    Ok(Str::value(format!("<class '{}'>", object::full_name(vm, class))))
}

fn bases(class: &Gc<Class>) -> Value {
    Tuple::value(class.bases.borrow().iter().cloned().map(Value::from).collect::<Vec<_>>())
}

fn set_bases(vm: &mut Vm, class: &Gc<Class>, value: &Value) -> Result {
    let name = class.name.borrow().clone();
    let bases: Option<Vec<Gc<Class>>> =
        value.get::<Tuple>().and_then(|bases| bases.items().iter().map(|base| base.gc::<Class>().cloned()).collect());
    let Some(bases) = bases.filter(|bases| !bases.is_empty()) else {
        let given = vm.type_name(value);
        return Err(vm.type_error(format!("can only assign non-empty tuple to {name}.__bases__, not {given}")));
    };
    if class.builtin || bases.iter().any(|base| base.layout != class.layout) {
        return Err(vm.type_error("__bases__ assignment: object layout differs"));
    }
    let rest = vm.linearize(&name, &bases)?;
    if rest.iter().any(|base| base.same(class)) {
        return Err(vm.type_error("a __bases__ item causes an inheritance cycle"));
    }
    Class::set_bases(class, bases, rest);
    vm.derive_flags(class);
    Ok(Value::None)
}

fn base(vm: &mut Vm, class: &Gc<Class>) -> Value {
    let bases = class.bases.borrow();
    let special = bases.iter().find(|base| base.layout == class.layout && !base.same(&vm.types.object));
    special.or_else(|| bases.first()).map_or(Value::None, |base| base.clone().into())
}

/// The text of a name that is assigned; built-in classes keep theirs.
fn assigned_name(vm: &Vm, class: &Gc<Class>, value: &Value, attribute: &str) -> Result<Gc<Str>> {
    let name = class.name.borrow().clone();
    if class.builtin {
        return Err(vm.type_error(format!("cannot set '{attribute}' attribute of immutable type '{name}'")));
    }
    match value.gc::<Str>() {
        Some(text) => Ok(vm.intern_str(text)),
        None => {
            let given = vm.type_name(value);
            Err(vm.type_error(format!("can only assign string to {name}.{attribute}, not '{given}'")))
        }
    }
}

fn set_name(vm: &mut Vm, class: &Gc<Class>, value: &Value) -> Result<()> {
    let name = assigned_name(vm, class, value, "__name__")?;
    let old = class.name.replace(name);
    drop(old);
    Ok(())
}

fn set_qualname(vm: &mut Vm, class: &Gc<Class>, value: &Value) -> Result<()> {
    let name = assigned_name(vm, class, value, "__qualname__")?;
    let old = class.qualname.replace(name);
    drop(old);
    Ok(())
}

/// `__module__` of a class.
pub fn module_of(vm: &Vm, class: &Class) -> Value {
    match class.namespace().get_str(&vm.names.module) {
        // What `type` itself has under that name computes the attribute of other classes.
        Some(module) if !module.is::<crate::object::Property>() => module,
        _ if class.builtin => vm.intern("builtins").into(),
        _ => class.lookup(&vm.names.module).unwrap_or(Value::None),
    }
}

fn module(vm: &mut Vm, class: &Gc<Class>) -> Value {
    module_of(vm, class)
}

fn doc(vm: &mut Vm, class: &Gc<Class>) -> Value {
    class.namespace().get_str(&vm.names.doc).unwrap_or(Value::None)
}

/// Sets or deletes an entry of the namespace.
fn set_entry(vm: &mut Vm, class: &Gc<Class>, value: &Value, name: &str) -> Result {
    if class.builtin {
        let class = class.name.borrow().clone();
        return Err(vm.type_error(format!("cannot set '{name}' attribute of immutable type '{class}'")));
    }
    let name = vm.intern(name);
    if value.is_set() {
        class.set(&name, value.clone());
    } else {
        drop(class.delete(&name));
    }
    Ok(Value::None)
}

fn annotate(vm: &mut Vm, class: &Gc<Class>) -> Result {
    let found = class.namespace().get_str(&vm.names.annotate_func).or_else(|| class.namespace().get_str(&vm.names.annotate));
    Ok(found.unwrap_or(Value::None))
}

/// Computed at the first look and kept (PEP 649).
fn annotations(vm: &mut Vm, this: Of<Class>) -> Result {
    let class = this.storage;
    let cache = vm.intern("__annotations_cache__");
    let known = class.namespace().get_str(&vm.names.annotations).or_else(|| class.namespace().get_str(&cache));
    if let Some(known) = known {
        return Ok(known);
    }
    if class.builtin {
        return Err(vm.no_attribute(this.value, &vm.names.annotations.clone()));
    }
    let function = annotate(vm, class)?;
    let computed = if function.is_none() { Dict::new().into() } else { vm.call(&function, &[Value::Int(1)])? };
    class.set(&cache, computed.clone());
    Ok(computed)
}

fn type_params(vm: &mut Vm, class: &Gc<Class>) -> Value {
    class.namespace().get_str(&vm.names.type_params).unwrap_or_else(|| vm.empty_tuple().into())
}
