//! Functions and bound methods: their attributes.

use crate::heap::Gc;
use crate::object::{BoundMethod, CodeObject, Dict, Function, Str, Tuple};
use crate::value::Value;
use crate::vm::{Attribute, Of, Result, Row, Vm, getset, getter, method, static_method};

use super::object::address;

static FUNCTION: &[Row] = &[
    getset!("__name__", |function: &Gc<Function>| function.meta().borrow().name.clone(), set_name, "The name."),
    getset!(
        "__qualname__",
        |function: &Gc<Function>| function.meta().borrow().qualname.clone(),
        set_qualname,
        "The qualified name."
    ),
    getset!("__doc__", |function: &Gc<Function>| function.meta().borrow().doc.clone(), set_doc, "The documentation string."),
    getset!(
        "__module__",
        |function: &Gc<Function>| function.meta().borrow().module.clone(),
        set_module,
        "The name of the module it was defined in."
    ),
    getset!(
        "__defaults__",
        |function: &Function| function.defaults.borrow().clone(),
        set_defaults,
        "Defaults of the positional parameters."
    ),
    getset!(
        "__kwdefaults__",
        |function: &Function| function.kwdefaults.borrow().clone(),
        set_kwdefaults,
        "Defaults of the keyword-only parameters."
    ),
    getset!("__code__", |function: &Gc<Function>| function.code.object(), set_code, "The code."),
    getter!("__closure__", closure, "The cells of the free variables."),
    getter!("__globals__", |function: &Gc<Function>| function.globals.clone(), "The namespace of its module."),
    getter!("__builtins__", |vm: &mut Vm, _: &Value| vm.builtins.clone(), "The namespace of builtins."),
    getset!("__dict__", |function: &Gc<Function>| dict_of(function), set_dict, "The attributes that were set on it."),
    getset!("__annotations__", annotations, set_annotations, "The annotations."),
    getset!(
        "__annotate__",
        |function: &Gc<Function>| function.meta().borrow().annotate.clone(),
        set_annotate,
        "The function that computes the annotations."
    ),
    getset!("__type_params__", type_params, set_type_params, "The type parameters."),
    method!("__get__", "(self, instance, owner=None, /)", get, "Return an attribute of instance, which is of type owner."),
    method!("__call__", "(self, /, *args, **kwargs)", call, "Call self as a function."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
];

static METHOD: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, function, instance, /)",
        |_: &Value, function: &Value, instance: &Value| BoundMethod::value(function.clone(), instance.clone()),
        "Create a bound instance method object."
    ),
    getter!("__func__", |this: &Gc<BoundMethod>| this.function.clone(), "The function that implements a method."),
    getter!("__self__", |this: &Gc<BoundMethod>| this.receiver.clone(), "The instance that a method is bound to."),
    getter!("__doc__", method_doc, "The documentation of the function."),
    method!("__getattr__", "(self, name, /)", method_getattr, "Attributes of the function."),
    method!(
        "__get__",
        "(self, instance, owner=None, /)",
        |this: &Value, _: &Value, _: &Value| this.clone(),
        "The method itself."
    ),
    method!("__call__", "(self, /, *args, **kwargs)", call, "Call self as a function."),
    method!("__eq__", "(self, value, /)", method_eq, "Return self==value."),
    method!("__hash__", "(self, /)", method_hash, "Return hash(self)."),
    method!("__repr__", "(self, /)", method_repr, "Return repr(self)."),
];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let types = &vm.types;
    let tables = [(types.function.clone(), FUNCTION), (types.method.clone(), METHOD)];
    for (class, rows) in tables {
        vm.add_methods(&class, rows);
    }
}

/// A string that is assigned to a name.
fn assigned_name(vm: &Vm, value: &Value, attribute: &str) -> Result<Gc<Str>> {
    match value.gc::<Str>() {
        Some(text) => Ok(vm.intern_str(text)),
        None => Err(vm.type_error(format!("{attribute} must be set to a string object"))),
    }
}

fn set_name(vm: &mut Vm, function: &Gc<Function>, value: &Value) -> Result<()> {
    let name = assigned_name(vm, value, "__name__")?;
    function.meta().borrow_mut().name = name;
    Ok(())
}

fn set_qualname(vm: &mut Vm, function: &Gc<Function>, value: &Value) -> Result<()> {
    let name = assigned_name(vm, value, "__qualname__")?;
    function.meta().borrow_mut().qualname = name;
    Ok(())
}

fn set_doc(function: &Gc<Function>, value: &Value) {
    let old = std::mem::replace(&mut function.meta().borrow_mut().doc, value.clone().set_or_none());
    drop(old);
}

fn set_module(function: &Gc<Function>, value: &Value) {
    let old = std::mem::replace(&mut function.meta().borrow_mut().module, value.clone().set_or_none());
    drop(old);
}

fn set_defaults(vm: &mut Vm, function: &Gc<Function>, value: &Value) -> Result<()> {
    let new = match value {
        Value::None | Value::Unset => None,
        value => match value.gc::<Tuple>() {
            Some(tuple) => Some(tuple.clone()),
            None => return Err(vm.type_error("__defaults__ must be set to a tuple object")),
        },
    };
    let old = function.defaults.replace(new);
    drop(old);
    Ok(())
}

fn set_kwdefaults(vm: &mut Vm, function: &Gc<Function>, value: &Value) -> Result<()> {
    let new = match value {
        Value::None | Value::Unset => None,
        value => match value.gc::<Dict>() {
            Some(dict) => Some(dict.clone()),
            None => return Err(vm.type_error("__kwdefaults__ must be set to a dict object")),
        },
    };
    let old = function.kwdefaults.replace(new);
    drop(old);
    Ok(())
}

fn set_code(vm: &mut Vm, function: &Gc<Function>, value: &Value) -> Result<()> {
    let Some(new) = value.gc::<CodeObject>() else { return Err(vm.type_error("__code__ must be set to a code object")) };
    let wanted = function.closure.as_ref().map_or(0, |cells| cells.items().len());
    let given = new.code.free.len();
    if wanted != given {
        let name = function.meta().borrow().name.clone();
        return Err(vm.value_error(format!("{name}() requires a code object with {wanted} free vars, not {given}")));
    }
    if function.code.code.kind != new.code.kind {
        let text = "Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)";
        let warnings = vm.import_module("warnings")?;
        let category = vm.exc.deprecation_warning.clone().into();
        vm.call_method(&warnings, &vm.intern("warn"), &[Str::value(text), category])?;
    }
    function.replace_code(new.clone());
    Ok(())
}

fn closure(function: &Gc<Function>) -> Value {
    function.closure.clone().map_or(Value::None, Value::from)
}

/// The dict of attributes, made at the first look.
fn dict_of(function: &Function) -> Gc<Dict> {
    function.meta().borrow_mut().dict.get_or_insert_with(Dict::new).clone()
}

fn set_dict(vm: &mut Vm, function: &Gc<Function>, value: &Value) -> Result<()> {
    let Some(new) = value.gc::<Dict>() else { return Err(vm.type_error("__dict__ must be set to a dictionary")) };
    let old = function.meta().borrow_mut().dict.replace(new.clone());
    drop(old);
    Ok(())
}

/// Computed at the first look and kept (PEP 649).
fn annotations(vm: &mut Vm, function: &Gc<Function>) -> Result {
    let (known, annotate) = {
        let meta = function.meta().borrow();
        (meta.annotations.clone(), meta.annotate.clone())
    };
    if known.is_set() {
        return Ok(known);
    }
    let computed =
        if annotate.is_none() || !annotate.is_set() { Dict::new().into() } else { vm.call(&annotate, &[Value::Int(1)])? };
    function.meta().borrow_mut().annotations = computed.clone();
    Ok(computed)
}

fn set_annotations(vm: &mut Vm, function: &Gc<Function>, value: &Value) -> Result<()> {
    let new = match value {
        Value::None | Value::Unset => Dict::new().into(),
        value if value.is::<Dict>() => value.clone(),
        _ => return Err(vm.type_error("__annotations__ must be set to a dict object")),
    };
    let old = std::mem::replace(&mut function.meta().borrow_mut().annotations, new);
    function.meta().borrow_mut().annotate = Value::None;
    drop(old);
    Ok(())
}

fn set_annotate(function: &Gc<Function>, value: &Value) {
    let old = {
        let mut meta = function.meta().borrow_mut();
        (std::mem::replace(&mut meta.annotate, value.clone().set_or_none()), std::mem::take(&mut meta.annotations))
    };
    drop(old);
}

fn type_params(vm: &mut Vm, function: &Gc<Function>) -> Value {
    let params = function.meta().borrow().type_params.clone();
    if params.is_set() { params } else { vm.empty_tuple().into() }
}

fn set_type_params(vm: &mut Vm, function: &Gc<Function>, value: &Value) -> Result<()> {
    if !value.is::<Tuple>() {
        return Err(vm.type_error("__type_params__ must be set to a tuple"));
    }
    let old = std::mem::replace(&mut function.meta().borrow_mut().type_params, value.clone());
    drop(old);
    Ok(())
}

fn get(this: &Value, instance: &Value, _: &Value) -> Value {
    if instance.is_none() { this.clone() } else { BoundMethod::value(this.clone(), instance.clone()) }
}

/// `callable.__call__(*args, **kwargs)`
pub fn call(vm: &mut Vm, this: &Value, args: &Value, kwargs: &Value) -> Result {
    let (values, names) = spread(args, kwargs);
    vm.call_kw(this, &values, &names)
}

/// The arguments that came as `*args` and `**kwargs`, as a call takes them: all values, and the names of the last ones.
pub fn spread(args: &Value, kwargs: &Value) -> (Vec<Value>, Vec<Gc<Str>>) {
    let mut values: Vec<Value> = args.get::<Tuple>().map_or_else(Vec::new, |given| given.items().to_vec());
    let keywords = kwargs.get::<Dict>().map_or_else(Vec::new, super::dict::pairs);
    let names = keywords.iter().filter_map(|(name, _)| name.gc::<Str>().cloned()).collect();
    values.extend(keywords.into_iter().map(|(_, value)| value));
    (values, names)
}

fn repr(this: Of<Function>) -> Result {
    let name = this.storage.meta().borrow().qualname.clone();
    Ok(Str::value(format!("<function {name} at {:#x}>", address(this.value))))
}

fn method_getattr(vm: &mut Vm, this: Of<BoundMethod>, Attribute(name): Attribute) -> Result {
    vm.get_attr_optional(&this.function, &name)?.ok_or_else(|| vm.no_attribute(this.value, &name))
}

fn method_doc(vm: &mut Vm, this: &Gc<BoundMethod>) -> Result {
    let function = this.function.clone();
    Ok(vm.get_attr_optional(&function, &vm.names.doc.clone())?.unwrap_or(Value::None))
}

pub(super) fn method_eq(vm: &mut Vm, method: &Gc<BoundMethod>, value: &Value) -> Result {
    let Some(other) = value.get::<BoundMethod>() else { return Ok(Value::NotImplemented) };
    Ok((method.receiver.same(&other.receiver) && vm.equal(&method.function, &other.function)?).into())
}

pub(super) fn method_hash(vm: &mut Vm, method: &Gc<BoundMethod>) -> Result {
    let receiver_hash = crate::object::identity_hash(&method.receiver);
    Ok((receiver_hash ^ vm.hash(&method.function)?).into())
}

fn method_repr(vm: &mut Vm, method: &Gc<BoundMethod>) -> Result {
    let name = match vm.get_attr_optional(&method.function, &vm.names.qualname.clone())? {
        Some(name) => vm.str(&name)?.to_string(),
        None => "?".to_owned(),
    };
    let shown = vm.repr(&method.receiver)?;
    Ok(Str::value(format!("<bound method {name} of {shown}>")))
}
