//! `object`: what every value answers to, and the singletons' own few methods.

use crate::heap::Gc;
use crate::object::{Class, Dict, Exception, Instance, Layout, List, Native, Opaque, Str, Tuple, identity_hash};
use crate::value::Value;
use crate::vm::{Attribute, Raised, Result, Row, Vm, class_method, getset, getter, method, static_method};

static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, /, *args, **kwargs)", new, "Create and return a new object."),
    method!("__init__", "(self, /, *args, **kwargs)", init, "Initialize self."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
    method!("__str__", "(self, /)", str, "Return str(self)."),
    method!("__format__", "(self, format_spec, /)", format, "Default object formatter."),
    method!("__eq__", "(self, value, /)", eq, "Return self==value."),
    method!("__ne__", "(self, value, /)", ne, "Return self!=value."),
    method!("__lt__", "(self, value, /)", |_: &Value, _: &Value| Value::NotImplemented, "Return self<value."),
    method!("__le__", "(self, value, /)", |_: &Value, _: &Value| Value::NotImplemented, "Return self<=value."),
    method!("__gt__", "(self, value, /)", |_: &Value, _: &Value| Value::NotImplemented, "Return self>value."),
    method!("__ge__", "(self, value, /)", |_: &Value, _: &Value| Value::NotImplemented, "Return self>=value."),
    method!("__hash__", "(self, /)", |this: &Value| identity_hash(this), "Return hash(self)."),
    method!(
        "__dir__",
        "(self, /)",
        |vm: &mut Vm, this: &Value| Ok(List::value(super::functions::dir_names(vm, this)?)),
        "Default dir() implementation."
    ),
    method!("__sizeof__", "(self, /)", |_: &Value| 16i64, "Size of object in memory, in bytes."),
    method!("__getattribute__", "(self, name, /)", getattribute, "Return getattr(self, name)."),
    method!("__setattr__", "(self, name, value, /)", setattr, "Implement setattr(self, name, value)."),
    method!("__delattr__", "(self, name, /)", delattr, "Implement delattr(self, name)."),
    method!("__getstate__", "(self, /)", getstate, "Helper for copying."),
    method!("__reduce__", "(self, /)", reduce, "Helper for pickling."),
    method!("__reduce_ex__", "(self, protocol, /)", reduce_ex, "Helper for pickling."),
    class_method!(
        "__init_subclass__",
        "(cls, /, **kwargs)",
        init_subclass,
        "This method is called when a class is subclassed."
    ),
    class_method!(
        "__subclasshook__",
        "(cls, subclass, /)",
        |_: &Value, _: &Value| Value::NotImplemented,
        "Abstract classes can override this to customize issubclass()."
    ),
    getset!("__class__", |vm: &mut Vm, this| vm.class_of(this), set_class, "The object's class."),
];

static NONE: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, *args, **kwargs)",
        |vm, _: &Value, args, kwargs| singleton(vm, args, kwargs, Value::None),
        "The one value of its type.",
    ),
    method!("__repr__", "(self, /)", |_: &Value| Str::value("None"), "Return repr(self)."),
    method!("__bool__", "(self, /)", |_: &Value| false, "True if self else False"),
];
static NOT_IMPLEMENTED: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, *args, **kwargs)",
        |vm, _: &Value, args, kwargs| singleton(vm, args, kwargs, Value::NotImplemented),
        "The one value of its type.",
    ),
    method!("__repr__", "(self, /)", |_: &Value| Str::value("NotImplemented"), "Return repr(self)."),
    method!(
        "__bool__",
        "(self, /)",
        |vm: &mut Vm, _: &Value| Err::<(), _>(vm.type_error("NotImplemented should not be used in a boolean context")),
        "Always an error."
    ),
];
static ELLIPSIS: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, *args, **kwargs)",
        |vm, _: &Value, args, kwargs| singleton(vm, args, kwargs, Value::Ellipsis),
        "The one value of its type.",
    ),
    method!("__repr__", "(self, /)", |_: &Value| Str::value("Ellipsis"), "Return repr(self)."),
];

/// What new classes get: the attributes of their instances, and the weak references to them.
static DICT: Row = getset!("__dict__", dict, set_dict, "dictionary for instance variables");
static WEAK: Row =
    getter!("__weakref__", |this: &Value| super::weakref::first_to(this), "list of weak references to the object");

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    vm.set_own_attributes([&DICT, &WEAK]);
    let types = &vm.types;
    let tables = [
        (types.object.clone(), ROWS),
        (types.none_type.clone(), NONE),
        (types.not_implemented_type.clone(), NOT_IMPLEMENTED),
        (types.ellipsis_type.clone(), ELLIPSIS),
    ];
    for (class, rows) in tables {
        vm.add_methods(&class, rows);
    }
}

fn is_given(args: &Tuple, kwargs: &Dict) -> bool {
    !args.items().is_empty() || !kwargs.is_empty()
}

fn singleton(vm: &mut Vm, args: &Tuple, kwargs: &Dict, value: Value) -> Result {
    if is_given(args, kwargs) {
        let name = vm.type_name(&value);
        return Err(vm.type_error(format!("{name} takes no arguments")));
    }
    Ok(value)
}

/// Whether what a class has under a name is `object`'s own row.
fn is_inherited(vm: &Vm, class: &Class, name: &Gc<Str>) -> bool {
    let native = |value: &Value| value.get::<Native>().is_some_and(|native| native.owner.as_str() == "object");
    class.lookup(name).is_none_or(|value| {
        native(&value) || value.get::<crate::object::StaticMethod>().is_some_and(|method| native(&method.0))
    }) || std::ptr::eq(class, &raw const *vm.types.object)
}

fn new(vm: &mut Vm, class: &Value, args: &Tuple, kwargs: &Dict) -> Result {
    let Some(class) = class.gc::<Class>() else {
        let given = vm.type_name(class);
        return Err(vm.type_error(format!("object.__new__(X): X is not a type object ({given})")));
    };
    let name = class.name.borrow().clone();
    if is_given(args, kwargs) {
        if !is_inherited(vm, class, &vm.names.new) {
            return Err(vm.type_error("object.__new__() takes exactly one argument (the type to instantiate)"));
        }
        if is_inherited(vm, class, &vm.names.init) {
            return Err(vm.type_error(format!("{name}() takes no arguments")));
        }
    }
    if class.layout != Layout::Plain || (class.builtin && !class.same(&vm.types.object)) {
        return Err(vm.type_error(format!("object.__new__({name}) is not safe, use {name}.__new__()")));
    }
    vm.check_abstract(class)?;
    Ok(Instance::new(class.clone()).into())
}

fn init(vm: &mut Vm, this: &Value, args: &Tuple, kwargs: &Dict) -> Result<()> {
    if is_given(args, kwargs) {
        let class = vm.class_of(this);
        let name = class.name.borrow().clone();
        if !is_inherited(vm, &class, &vm.names.init) {
            return Err(vm.type_error("object.__init__() takes exactly one argument (the instance to initialize)"));
        }
        if is_inherited(vm, &class, &vm.names.new) {
            return Err(vm.type_error(format!("{name}.__init__() takes exactly one argument (the instance to initialize)")));
        }
    }
    Ok(())
}

/// What `__repr__` gives; whoever asked for the `str` checks that it is one.
fn str(vm: &mut Vm, this: &Value) -> Result {
    let name = vm.names.repr.clone();
    match vm.call_special(this, &name, &[])? {
        Some(text) => Ok(text),
        None => Ok(vm.repr(this)?.into()),
    }
}

fn init_subclass(vm: &mut Vm, class: &Value, kwargs: &Value) -> Result<()> {
    if kwargs.get::<Dict>().is_some_and(|given| !given.is_empty()) {
        let name = class.get::<Class>().map_or_else(|| vm.intern("object"), |class| class.name.borrow().clone());
        return Err(vm.type_error(format!("{name}.__init_subclass__() takes no keyword arguments")));
    }
    Ok(())
}

/// Module and qualified name of a class, as `repr` shows them.
pub fn full_name(vm: &mut Vm, class: &Gc<Class>) -> String {
    let qualname = class.qualname.borrow().clone();
    match super::type_::module_of(vm, class).get::<Str>().map(Str::as_str) {
        Some("builtins") | None => qualname.to_string(),
        Some(module) => format!("{module}.{qualname}"),
    }
}

/// The address of a value, as `repr` shows it.
pub fn address(value: &Value) -> usize {
    match value {
        Value::Object(_, object) => object.address(),
        _ => 0,
    }
}

fn repr(vm: &mut Vm, this: &Value) -> Result {
    let class = vm.class_of(this);
    let name = full_name(vm, &class);
    Ok(Str::value(format!("<{name} object at {:#x}>", address(this))))
}

fn format(vm: &mut Vm, this: &Value, spec: &str) -> Result {
    if !spec.is_empty() {
        let name = vm.type_name(this);
        return Err(vm.type_error(format!("unsupported format string passed to {name}.__format__")));
    }
    Ok(vm.str(this)?.into())
}

fn eq(this: &Value, value: &Value) -> Value {
    if this.same(value) { true.into() } else { Value::NotImplemented }
}

fn ne(vm: &mut Vm, this: &Value, value: &Value) -> Result {
    match vm.call_special(this, &vm.names.eq.clone(), std::slice::from_ref(value))? {
        Some(Value::NotImplemented) | None => Ok(Value::NotImplemented),
        Some(equal) => Ok((!vm.truth(&equal)?).into()),
    }
}

fn getattribute(vm: &mut Vm, this: &Value, Attribute(name): Attribute) -> Result {
    let class = vm.class_of(this);
    match vm.generic_get_attr(this, &class, &name)? {
        Some(value) => Ok(value),
        None => Err(vm.no_attribute(this, &name)),
    }
}

fn setattr(vm: &mut Vm, this: &Value, Attribute(name): Attribute, value: &Value) -> Result<()> {
    let class = vm.class_of(this);
    vm.generic_set_attr(this, &class, &name, value.clone())
}

fn delattr(vm: &mut Vm, this: &Value, Attribute(name): Attribute) -> Result<()> {
    let class = vm.class_of(this);
    vm.generic_set_attr(this, &class, &name, Value::Unset)
}

/// Calls a function of `copyreg`, where it is said in the language how objects are taken apart.
fn by_copyreg(vm: &mut Vm, function: &str, args: &[Value]) -> Result {
    let module = vm.import_module("copyreg")?;
    let function = vm.get_attr(&module, &vm.intern(function))?;
    vm.call(&function, args)
}

fn getstate(vm: &mut Vm, this: &Value) -> Result {
    by_copyreg(vm, "_usual_state", std::slice::from_ref(this))
}

fn reduce(vm: &mut Vm, this: &Value) -> Result {
    by_copyreg(vm, "_reduce_plain", std::slice::from_ref(this))
}

fn reduce_ex(vm: &mut Vm, this: &Value, protocol: i64) -> Result {
    by_copyreg(vm, "_reduce_object", &[this.clone(), Value::Int(protocol)])
}

fn set_class(vm: &mut Vm, this: &Value, value: &Value) -> Result<()> {
    let Some(new) = value.gc::<Class>() else {
        let given = vm.type_name(value);
        return Err(vm.type_error(format!("__class__ must be set to a class, not '{given}' object")));
    };
    let Some(instance) = this.get::<Instance>().filter(|_| !new.builtin) else {
        return Err(vm.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses"));
    };
    let old = instance.class();
    let same_members = old.members().iter().map(|name| name.address()).eq(new.members().iter().map(|name| name.address()));
    if old.layout != new.layout || old.flags().slots_only != new.flags().slots_only || !same_members {
        let (new, old) = (new.name.borrow().clone(), old.name.borrow().clone());
        return Err(vm.type_error(format!("__class__ assignment: '{new}' object layout differs from '{old}'")));
    }
    // Shapes are numbered within their class: the attributes move to a dict, which both understand.
    instance.attrs.dict(&old);
    let replaced = instance.class.replace(new.clone());
    drop(replaced);
    Ok(())
}

#[cold]
fn no_dict(vm: &Vm, object: &Value) -> Raised {
    vm.no_attribute(object, &vm.names.dict)
}

fn dict(vm: &mut Vm, this: &Value) -> Result {
    let object = this;
    let class = vm.class_of(object);
    if let Some(instance) = object.get::<Instance>() {
        if class.flags().slots_only || class.builtin {
            return Err(no_dict(vm, object));
        }
        return Ok(instance.attrs.dict(&class).into());
    }
    if let Some(exception) = object.get::<Exception>() {
        return Ok(exception.attrs.dict(&class).into());
    }
    match object.get::<Opaque>() {
        Some(opaque) if !class.builtin => Ok(opaque.attrs.dict(&class).into()),
        _ => Err(no_dict(vm, object)),
    }
}

fn set_dict(vm: &mut Vm, this: &Value, value: &Value) -> Result {
    let object = this;
    let empty = if value.is_set() { Value::Unset } else { Dict::new().into() };
    let value = if value.is_set() { value } else { &empty };
    let Some(new) = value.gc::<Dict>() else {
        let given = vm.type_name(value);
        return Err(vm.type_error(format!("__dict__ must be set to a dictionary, not a '{given}'")));
    };
    match (object.get::<Instance>(), object.get::<Exception>()) {
        (Some(instance), _) => instance.attrs.set_dict(&vm.class_of(object), new.clone()),
        (_, Some(exception)) => exception.attrs.set_dict(&vm.class_of(object), new.clone()),
        _ => return Err(no_dict(vm, object)),
    }
    Ok(Value::None)
}
