//! `type`: what classes answer to.

use crate::heap::Gc;
use crate::object::{Class, Dict, List, MappingProxy, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

use super::{alias, object};

static ROWS: &[Row] = &[
    Row::static_method("__new__", "(metacls, /, *args, **kwargs)", new, "Create and return a new object."),
    Row::method("__init__", "(self, /, *args, **kwargs)", |_, _| Ok(Value::None), "Initialize self."),
    Row::method("__call__", "(self, /, *args, **kwargs)", call, "Call self as a function."),
    Row::class_method(
        "__prepare__",
        "(metacls, /, *args, **kwargs)",
        |_, _| Ok(Dict::new().into()),
        "Used to create the namespace for the class statement.",
    ),
    Row::method("mro", "(self, /)", |vm, args| Ok(List::value(order(vm, args)?)), "Return a type's method resolution order."),
    Row::method("__subclasses__", "(self, /)", subclasses, "Return a list of immediate subclasses."),
    Row::method("__instancecheck__", "(self, instance, /)", instancecheck, "Check if an object is an instance."),
    Row::method("__subclasscheck__", "(self, subclass, /)", subclasscheck, "Check if a class is a subclass."),
    Row::method("__repr__", "(self, /)", repr, "Return repr(self)."),
    Row::method("__or__", "(self, value, /)", alias::or, "Return self|value."),
    Row::method("__ror__", "(self, value, /)", alias::ror, "Return value|self."),
    Row::method(
        "__dir__",
        "(self, /)",
        |vm, args| Ok(List::value(super::functions::dir_names(vm, &args[0])?)),
        "Specialized __dir__ implementation for types.",
    ),
    Row::getter("__mro__", |vm, args| Ok(Tuple::value(order(vm, args)?)), "The method resolution order."),
    Row::getset("__bases__", bases, set_bases, "The base classes."),
    Row::getter("__base__", base, "The base class that decides the layout."),
    Row::getset("__name__", |vm, args| Ok(this(vm, args)?.name.borrow().clone().into()), set_name, "The name."),
    Row::getset(
        "__qualname__",
        |vm, args| Ok(this(vm, args)?.qualname.borrow().clone().into()),
        set_qualname,
        "The qualified name.",
    ),
    Row::getset(
        "__module__",
        module,
        |vm, args| set_entry(vm, args, "__module__"),
        "The name of the module it was defined in.",
    ),
    Row::getset("__doc__", doc, |vm, args| set_entry(vm, args, "__doc__"), "The documentation string."),
    Row::getter(
        "__dict__",
        |vm, args| Ok(Gc::new(MappingProxy(this(vm, args)?.namespace().clone().into())).into()),
        "The namespace, read-only.",
    ),
    Row::getset(
        "__annotations__",
        annotations,
        |vm, args| set_entry(vm, args, "__annotations__"),
        "The annotations of the class body.",
    ),
    Row::getset(
        "__annotate__",
        annotate,
        |vm, args| set_entry(vm, args, "__annotate_func__"),
        "The function that computes the annotations.",
    ),
    Row::getset("__type_params__", type_params, |vm, args| set_entry(vm, args, "__type_params__"), "The type parameters."),
    Row::getter("__text_signature__", |_, _| Ok(Value::None), "The signature of built-in classes."),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.type_.clone();
    vm.add_methods(&class, ROWS);
}

fn this<'a>(vm: &Vm, args: &'a [Value]) -> Result<&'a Gc<Class>> {
    match args.first().and_then(Value::gc::<Class>) {
        Some(class) => Ok(class),
        None => Err(super::receiver::wrong_receiver(vm, args, &vm.types.type_.name.borrow().clone(), "__repr__")),
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    let given: Vec<Value> = args[1].get::<Tuple>().map_or_else(Vec::new, |given| given.items().to_vec());
    let [name, bases, namespace] = given.as_slice() else {
        return match given.as_slice() {
            [value] => Ok(vm.class_of(value).into()),
            _ => Err(vm.type_error("type() takes 1 or 3 arguments")),
        };
    };
    let Some(metaclass) = args[0].gc::<Class>() else {
        let given = vm.type_name(&args[0]);
        return Err(vm.type_error(format!("type.__new__(X): X is not a type object ({given})")));
    };
    let wrong = |vm: &Vm, place: usize, wanted: &str, value: &Value| {
        let given = vm.type_name(value);
        vm.type_error(format!("type.__new__() argument {place} must be {wanted}, not {given}"))
    };
    let Some(name) = super::receiver::storage::<Str>(name) else { return Err(wrong(vm, 1, "str", name)) };
    let Some(bases) = super::receiver::storage::<Tuple>(bases) else { return Err(wrong(vm, 2, "tuple", bases)) };
    let Some(namespace) = super::receiver::storage::<Dict>(namespace) else { return Err(wrong(vm, 3, "dict", namespace)) };
    let keywords: Vec<(Gc<Str>, Value)> = args[2].get::<Dict>().map_or_else(Vec::new, |keywords| {
        super::dict::pairs(keywords)
            .into_iter()
            .filter_map(|(name, value)| Some((vm.intern_str(name.gc::<Str>()?), value)))
            .collect()
    });
    let name = vm.intern_str(name);
    Ok(vm.new_class(metaclass, &name, bases.items(), namespace, &keywords)?.into())
}

fn call(vm: &mut Vm, args: &[Value]) -> Result {
    let class = this(vm, args)?.clone();
    let (values, names) = super::function::spread(&args[1], &args[2]);
    vm.instantiate(&class, &values, &names)
}

/// The classes of the method resolution order, the class itself first.
fn order(vm: &Vm, args: &[Value]) -> Result<Vec<Value>> {
    let class = this(vm, args)?;
    Ok(std::iter::once(class.clone()).chain(class.mro_rest().iter().cloned()).map(Value::from).collect())
}

fn subclasses(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(List::value(this(vm, args)?.subclasses().into_iter().map(Value::from).collect()))
}

fn instancecheck(vm: &mut Vm, args: &[Value]) -> Result {
    let class = this(vm, args)?;
    if vm.class_of(&args[1]).derives_from(class) {
        return Ok(true.into());
    }
    // What claims another class by its `__class__` (a mock, a proxy) counts as that.
    let claimed = vm.get_attr_optional(&args[1], &vm.names.class.clone())?;
    Ok(claimed.and_then(|claimed| claimed.into_gc::<Class>().ok()).is_some_and(|claimed| claimed.derives_from(class)).into())
}

fn subclasscheck(vm: &mut Vm, args: &[Value]) -> Result {
    let class = this(vm, args)?;
    match args[1].gc::<Class>() {
        Some(other) => Ok(other.derives_from(class).into()),
        None => Err(vm.type_error("issubclass() arg 1 must be a class")),
    }
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let class = this(vm, args)?.clone();
    Ok(Str::value(format!("<class '{}'>", object::full_name(vm, &class))))
}

fn bases(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(Tuple::value(this(vm, args)?.bases.borrow().iter().cloned().map(Value::from).collect::<Vec<_>>()))
}

fn set_bases(vm: &mut Vm, args: &[Value]) -> Result {
    let class = this(vm, args)?.clone();
    let name = class.name.borrow().clone();
    let bases: Option<Vec<Gc<Class>>> =
        args[1].get::<Tuple>().and_then(|bases| bases.items().iter().map(|base| base.gc::<Class>().cloned()).collect());
    let Some(bases) = bases.filter(|bases| !bases.is_empty()) else {
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("can only assign non-empty tuple to {name}.__bases__, not {given}")));
    };
    if class.builtin || bases.iter().any(|base| base.layout != class.layout) {
        return Err(vm.type_error("__bases__ assignment: object layout differs"));
    }
    let rest = vm.linearize(&name, &bases)?;
    if rest.iter().any(|base| base.same(&class)) {
        return Err(vm.type_error("a __bases__ item causes an inheritance cycle"));
    }
    Class::set_bases(&class, bases, rest);
    vm.derive_flags(&class);
    Ok(Value::None)
}

fn base(vm: &mut Vm, args: &[Value]) -> Result {
    let class = this(vm, args)?;
    let bases = class.bases.borrow();
    let special = bases.iter().find(|base| base.layout == class.layout && !base.same(&vm.types.object));
    Ok(special.or_else(|| bases.first()).map_or(Value::None, |base| base.clone().into()))
}

/// The text of a name that is assigned; built-in classes keep theirs.
fn assigned_name(vm: &Vm, args: &[Value], attribute: &str) -> Result<Gc<Str>> {
    let class = this(vm, args)?;
    let name = class.name.borrow().clone();
    if class.builtin {
        return Err(vm.type_error(format!("cannot set '{attribute}' attribute of immutable type '{name}'")));
    }
    match args[1].gc::<Str>() {
        Some(text) => Ok(vm.intern_str(text)),
        None => {
            let given = vm.type_name(&args[1]);
            Err(vm.type_error(format!("can only assign string to {name}.{attribute}, not '{given}'")))
        }
    }
}

fn set_name(vm: &mut Vm, args: &[Value]) -> Result {
    let name = assigned_name(vm, args, "__name__")?;
    let old = this(vm, args)?.name.replace(name);
    drop(old);
    Ok(Value::None)
}

fn set_qualname(vm: &mut Vm, args: &[Value]) -> Result {
    let name = assigned_name(vm, args, "__qualname__")?;
    let old = this(vm, args)?.qualname.replace(name);
    drop(old);
    Ok(Value::None)
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

fn module(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(module_of(vm, this(vm, args)?))
}

fn doc(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(this(vm, args)?.namespace().get_str(&vm.names.doc).unwrap_or(Value::None))
}

/// Sets or deletes an entry of the namespace.
fn set_entry(vm: &mut Vm, args: &[Value], name: &str) -> Result {
    let class = this(vm, args)?;
    if class.builtin {
        let class = class.name.borrow().clone();
        return Err(vm.type_error(format!("cannot set '{name}' attribute of immutable type '{class}'")));
    }
    let name = vm.intern(name);
    if args[1].is_set() {
        class.set(&name, args[1].clone());
    } else {
        drop(class.delete(&name));
    }
    Ok(Value::None)
}

fn annotate(vm: &mut Vm, args: &[Value]) -> Result {
    let class = this(vm, args)?;
    let found = class.namespace().get_str(&vm.names.annotate_func).or_else(|| class.namespace().get_str(&vm.names.annotate));
    Ok(found.unwrap_or(Value::None))
}

/// Computed at the first look and kept (PEP 649).
fn annotations(vm: &mut Vm, args: &[Value]) -> Result {
    let class = this(vm, args)?.clone();
    let cache = vm.intern("__annotations_cache__");
    let known = class.namespace().get_str(&vm.names.annotations).or_else(|| class.namespace().get_str(&cache));
    if let Some(known) = known {
        return Ok(known);
    }
    if class.builtin {
        return Err(vm.no_attribute(&args[0], &vm.names.annotations.clone()));
    }
    let function = annotate(vm, args)?;
    let computed = if function.is_none() { Dict::new().into() } else { vm.call(&function, &[Value::Int(1)])? };
    class.set(&cache, computed.clone());
    Ok(computed)
}

fn type_params(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(this(vm, args)?.namespace().get_str(&vm.names.type_params).unwrap_or_else(|| vm.empty_tuple().into()))
}
