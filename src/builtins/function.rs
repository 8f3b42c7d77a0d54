//! Functions, bound methods and natives: their attributes.

use crate::heap::Gc;
use crate::object::{BoundMethod, Dict, Function, Module, Native, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

use super::object::address;
use super::receiver::receiver;

static FUNCTION: &[Row] = &[
    Row::getset("__name__", |vm, args| Ok(this(vm, args)?.meta.borrow().name.clone().into()), set_name, "The name."),
    Row::getset(
        "__qualname__",
        |vm, args| Ok(this(vm, args)?.meta.borrow().qualname.clone().into()),
        set_qualname,
        "The qualified name.",
    ),
    Row::getset("__doc__", |vm, args| Ok(this(vm, args)?.meta.borrow().doc.clone()), set_doc, "The documentation string."),
    Row::getset(
        "__module__",
        |vm, args| Ok(this(vm, args)?.meta.borrow().module.clone()),
        set_module,
        "The name of the module it was defined in.",
    ),
    Row::getset("__defaults__", defaults, set_defaults, "Defaults of the positional parameters."),
    Row::getset("__kwdefaults__", kwdefaults, set_kwdefaults, "Defaults of the keyword-only parameters."),
    Row::getter("__code__", |vm, args| Ok(this(vm, args)?.code.clone().into()), "The code."),
    Row::getter("__closure__", closure, "The cells of the free variables."),
    Row::getter("__globals__", |vm, args| Ok(this(vm, args)?.globals.clone().into()), "The namespace of its module."),
    Row::getter("__builtins__", |vm, _| Ok(vm.builtins.clone().into()), "The namespace of builtins."),
    Row::getset("__dict__", |vm, args| Ok(dict_of(this(vm, args)?).into()), set_dict, "The attributes that were set on it."),
    Row::getset("__annotations__", annotations, set_annotations, "The annotations."),
    Row::getset(
        "__annotate__",
        |vm, args| Ok(this(vm, args)?.meta.borrow().annotate.clone()),
        set_annotate,
        "The function that computes the annotations.",
    ),
    Row::getset("__type_params__", type_params, set_type_params, "The type parameters."),
    Row::method("__get__", "(self, instance, owner=None, /)", get, "Return an attribute of instance, which is of type owner."),
    Row::method("__call__", "(self, /, *args, **kwargs)", call, "Call self as a function."),
    Row::method("__repr__", "(self, /)", repr, "Return repr(self)."),
];

static METHOD: &[Row] = &[
    Row::static_method(
        "__new__",
        "(cls, function, instance, /)",
        |_, args| Ok(BoundMethod::value(args[1].clone(), args[2].clone())),
        "Create a bound instance method object.",
    ),
    Row::getter(
        "__func__",
        |vm, args| Ok(receiver::<BoundMethod>(vm, args, "__func__")?.function.clone()),
        "The function that implements a method.",
    ),
    Row::getter(
        "__self__",
        |vm, args| Ok(receiver::<BoundMethod>(vm, args, "__self__")?.receiver.clone()),
        "The instance that a method is bound to.",
    ),
    Row::getter("__doc__", method_doc, "The documentation of the function."),
    Row::method("__getattr__", "(self, name, /)", method_getattr, "Attributes of the function."),
    Row::method("__get__", "(self, instance, owner=None, /)", |_, args| Ok(args[0].clone()), "The method itself."),
    Row::method("__call__", "(self, /, *args, **kwargs)", call, "Call self as a function."),
    Row::method("__eq__", "(self, value, /)", method_eq, "Return self==value."),
    Row::method("__hash__", "(self, /)", method_hash, "Return hash(self)."),
    Row::method("__repr__", "(self, /)", method_repr, "Return repr(self)."),
];

static NATIVE: &[Row] = &[
    Row::getter("__name__", |vm, args| Ok(native(vm, args)?.name.clone().into()), "The name."),
    Row::getter("__qualname__", native_qualname, "The qualified name."),
    Row::getter("__module__", native_module, "The name of the module it belongs to."),
    Row::getter("__doc__", |vm, args| Ok(Str::value(vm.native_row(native(vm, args)?.id).doc)), "The documentation string."),
    Row::getter("__text_signature__", native_signature, "The signature."),
    Row::getter("__self__", native_self, "What it is bound to, or the module it belongs to."),
    Row::method("__eq__", "(self, value, /)", native_eq, "Return self==value."),
    Row::method("__hash__", "(self, /)", native_hash, "Return hash(self)."),
    Row::method("__call__", "(self, /, *args, **kwargs)", call, "Call self as a function."),
    Row::method(
        "__get__",
        "(self, instance, owner=None, /)",
        native_get,
        "Return an attribute of instance, which is of type owner.",
    ),
    Row::method("__repr__", "(self, /)", native_repr, "Return repr(self)."),
];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let types = &vm.types;
    let tables = [
        (types.function.clone(), FUNCTION),
        (types.method.clone(), METHOD),
        (types.native.clone(), NATIVE),
        (types.method_descriptor.clone(), NATIVE),
    ];
    for (class, rows) in tables {
        vm.add_methods(&class, rows);
    }
}

fn this<'a>(vm: &Vm, args: &'a [Value]) -> Result<&'a Gc<Function>> {
    receiver::<Function>(vm, args, "__call__")
}

/// A string that is assigned to a name.
fn assigned_name(vm: &Vm, value: &Value, attribute: &str) -> Result<Gc<Str>> {
    match value.gc::<Str>() {
        Some(text) => Ok(vm.intern_str(text)),
        None => Err(vm.type_error(format!("{attribute} must be set to a string object"))),
    }
}

fn set_name(vm: &mut Vm, args: &[Value]) -> Result {
    let name = assigned_name(vm, &args[1], "__name__")?;
    this(vm, args)?.meta.borrow_mut().name = name;
    Ok(Value::None)
}

fn set_qualname(vm: &mut Vm, args: &[Value]) -> Result {
    let name = assigned_name(vm, &args[1], "__qualname__")?;
    this(vm, args)?.meta.borrow_mut().qualname = name;
    Ok(Value::None)
}

fn set_doc(vm: &mut Vm, args: &[Value]) -> Result {
    let old = std::mem::replace(&mut this(vm, args)?.meta.borrow_mut().doc, args[1].clone().set_or_none());
    drop(old);
    Ok(Value::None)
}

fn set_module(vm: &mut Vm, args: &[Value]) -> Result {
    let old = std::mem::replace(&mut this(vm, args)?.meta.borrow_mut().module, args[1].clone().set_or_none());
    drop(old);
    Ok(Value::None)
}

fn defaults(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(this(vm, args)?.defaults.borrow().clone().map_or(Value::None, Value::from))
}

fn set_defaults(vm: &mut Vm, args: &[Value]) -> Result {
    let new = match &args[1] {
        Value::None | Value::Unset => None,
        value => match value.gc::<Tuple>() {
            Some(tuple) => Some(tuple.clone()),
            None => return Err(vm.type_error("__defaults__ must be set to a tuple object")),
        },
    };
    let old = this(vm, args)?.defaults.replace(new);
    drop(old);
    Ok(Value::None)
}

fn kwdefaults(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(this(vm, args)?.kwdefaults.borrow().clone().map_or(Value::None, Value::from))
}

fn set_kwdefaults(vm: &mut Vm, args: &[Value]) -> Result {
    let new = match &args[1] {
        Value::None | Value::Unset => None,
        value => match value.gc::<Dict>() {
            Some(dict) => Some(dict.clone()),
            None => return Err(vm.type_error("__kwdefaults__ must be set to a dict object")),
        },
    };
    let old = this(vm, args)?.kwdefaults.replace(new);
    drop(old);
    Ok(Value::None)
}

fn closure(vm: &mut Vm, args: &[Value]) -> Result {
    let cells: Vec<Value> = this(vm, args)?.closure.iter().cloned().map(Value::from).collect();
    Ok(if cells.is_empty() { Value::None } else { Tuple::value(cells) })
}

/// The dict of attributes, made at the first look.
fn dict_of(function: &Function) -> Gc<Dict> {
    function.meta.borrow_mut().dict.get_or_insert_with(Dict::new).clone()
}

fn set_dict(vm: &mut Vm, args: &[Value]) -> Result {
    let Some(new) = args[1].gc::<Dict>() else { return Err(vm.type_error("__dict__ must be set to a dictionary")) };
    let old = this(vm, args)?.meta.borrow_mut().dict.replace(new.clone());
    drop(old);
    Ok(Value::None)
}

/// Computed at the first look and kept (PEP 649).
fn annotations(vm: &mut Vm, args: &[Value]) -> Result {
    let function = this(vm, args)?.clone();
    let (known, annotate) = {
        let meta = function.meta.borrow();
        (meta.annotations.clone(), meta.annotate.clone())
    };
    if known.is_set() {
        return Ok(known);
    }
    let computed =
        if annotate.is_none() || !annotate.is_set() { Dict::new().into() } else { vm.call(&annotate, &[Value::Int(1)])? };
    function.meta.borrow_mut().annotations = computed.clone();
    Ok(computed)
}

fn set_annotations(vm: &mut Vm, args: &[Value]) -> Result {
    let new = match &args[1] {
        Value::None | Value::Unset => Dict::new().into(),
        value if value.is::<Dict>() => value.clone(),
        _ => return Err(vm.type_error("__annotations__ must be set to a dict object")),
    };
    let function = this(vm, args)?;
    let old = std::mem::replace(&mut function.meta.borrow_mut().annotations, new);
    function.meta.borrow_mut().annotate = Value::None;
    drop(old);
    Ok(Value::None)
}

fn set_annotate(vm: &mut Vm, args: &[Value]) -> Result {
    let function = this(vm, args)?;
    let old = {
        let mut meta = function.meta.borrow_mut();
        (std::mem::replace(&mut meta.annotate, args[1].clone().set_or_none()), std::mem::take(&mut meta.annotations))
    };
    drop(old);
    Ok(Value::None)
}

fn type_params(vm: &mut Vm, args: &[Value]) -> Result {
    let params = this(vm, args)?.meta.borrow().type_params.clone();
    Ok(if params.is_set() { params } else { vm.empty_tuple().into() })
}

fn set_type_params(vm: &mut Vm, args: &[Value]) -> Result {
    if !args[1].is::<Tuple>() {
        return Err(vm.type_error("__type_params__ must be set to a tuple"));
    }
    let old = std::mem::replace(&mut this(vm, args)?.meta.borrow_mut().type_params, args[1].clone());
    drop(old);
    Ok(Value::None)
}

fn get(_: &mut Vm, args: &[Value]) -> Result {
    Ok(if args[1].is_none() { args[0].clone() } else { BoundMethod::value(args[0].clone(), args[1].clone()) })
}

/// `callable.__call__(*args, **kwargs)`
pub fn call(vm: &mut Vm, args: &[Value]) -> Result {
    let (values, names) = spread(&args[1], &args[2]);
    vm.call_kw(&args[0], &values, &names)
}

/// The arguments that came as `*args` and `**kwargs`, as a call takes them: all values, and the names of the last ones.
pub fn spread(args: &Value, kwargs: &Value) -> (Vec<Value>, Vec<Gc<Str>>) {
    let mut values: Vec<Value> = args.get::<Tuple>().map_or_else(Vec::new, |given| given.items().to_vec());
    let keywords = kwargs.get::<Dict>().map_or_else(Vec::new, super::dict::pairs);
    let names = keywords.iter().filter_map(|(name, _)| name.gc::<Str>().cloned()).collect();
    values.extend(keywords.into_iter().map(|(_, value)| value));
    (values, names)
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let name = this(vm, args)?.meta.borrow().qualname.clone();
    Ok(Str::value(format!("<function {name} at {:#x}>", address(&args[0]))))
}

fn method_getattr(vm: &mut Vm, args: &[Value]) -> Result {
    let method = receiver::<BoundMethod>(vm, args, "__getattr__")?.clone();
    let Some(name) = args[1].gc::<Str>().map(|name| vm.intern_str(name)) else {
        return Err(vm.type_error("attribute name must be string"));
    };
    match vm.get_attr_optional(&method.function, &name)? {
        Some(value) => Ok(value),
        None => Err(vm.no_attribute(&args[0], &name)),
    }
}

fn method_doc(vm: &mut Vm, args: &[Value]) -> Result {
    let function = receiver::<BoundMethod>(vm, args, "__doc__")?.function.clone();
    Ok(vm.get_attr_optional(&function, &vm.names.doc.clone())?.unwrap_or(Value::None))
}

fn method_eq(vm: &mut Vm, args: &[Value]) -> Result {
    let method = receiver::<BoundMethod>(vm, args, "__eq__")?;
    let Some(other) = args[1].get::<BoundMethod>() else { return Ok(Value::NotImplemented) };
    Ok((method.receiver.same(&other.receiver) && vm.equal(&method.function, &other.function)?).into())
}

fn method_hash(vm: &mut Vm, args: &[Value]) -> Result {
    let method = receiver::<BoundMethod>(vm, args, "__hash__")?;
    let receiver_hash = crate::vm::identity_hash(&method.receiver);
    Ok((receiver_hash ^ vm.hash(&method.function)?).into())
}

fn method_repr(vm: &mut Vm, args: &[Value]) -> Result {
    let method = receiver::<BoundMethod>(vm, args, "__repr__")?.clone();
    if let Some(native) = method.function.get::<Native>() {
        let class =
            if method.receiver.is::<crate::object::Class>() { vm.intern("type") } else { vm.type_name(&method.receiver) };
        return Ok(Str::value(format!(
            "<built-in method {} of {class} object at {:#x}>",
            native.name,
            address(&method.receiver)
        )));
    }
    let name = match vm.get_attr_optional(&method.function, &vm.names.qualname.clone())? {
        Some(name) => vm.str(&name)?.to_string(),
        None => "?".to_owned(),
    };
    let shown = vm.repr(&method.receiver)?;
    Ok(Str::value(format!("<bound method {name} of {shown}>")))
}

/// The native itself, or the one that a bound method calls.
fn native<'a>(vm: &Vm, args: &'a [Value]) -> Result<&'a Native> {
    if let Some(native) = args[0].get::<BoundMethod>().and_then(|bound| bound.function.get::<Native>()) {
        return Ok(native);
    }
    Ok(receiver::<Native>(vm, args, "__call__")?)
}

fn native_eq(vm: &mut Vm, args: &[Value]) -> Result {
    if args[0].is::<BoundMethod>() {
        return method_eq(vm, args);
    }
    Ok(if args[0].same(&args[1]) { true.into() } else { Value::NotImplemented })
}

fn native_hash(vm: &mut Vm, args: &[Value]) -> Result {
    if args[0].is::<BoundMethod>() {
        return method_hash(vm, args);
    }
    Ok(crate::vm::identity_hash(&args[0]).into())
}

fn native_qualname(vm: &mut Vm, args: &[Value]) -> Result {
    let native = native(vm, args)?;
    Ok(if native.method { Str::value(format!("{}.{}", native.owner, native.name)) } else { native.name.clone().into() })
}

fn native_module(vm: &mut Vm, args: &[Value]) -> Result {
    let native = native(vm, args)?;
    let of_module = !native.method && vm.modules.get_str(&native.owner).is_some();
    Ok(if of_module { native.owner.clone().into() } else { Value::None })
}

fn native_signature(vm: &mut Vm, args: &[Value]) -> Result {
    let native = native(vm, args)?;
    let own = if native.method { "" } else { "$module, " };
    let text = vm.native_row(native.id).signature;
    let text = text.strip_prefix(crate::vm::SCRIPTED).unwrap_or(text).trim_start_matches('(');
    let text = if text == ")" { own.trim_end_matches(", ").to_owned() + ")" } else { format!("{own}{text}") };
    Ok(Str::value(format!("({}", text.replacen("self", "$self", 1).replace("=...", "=<unrepresentable>"))))
}

fn native_self(vm: &mut Vm, args: &[Value]) -> Result {
    if let Some(bound) = args[0].get::<BoundMethod>() {
        return Ok(bound.receiver.clone());
    }
    let native = native(vm, args)?;
    let module = vm.modules.get_str(&native.owner).filter(|module| module.is::<Module>());
    match module {
        Some(module) if !native.method => Ok(module),
        _ => Err(vm.no_attribute(&args[0], &vm.intern("__self__"))),
    }
}

fn native_get(vm: &mut Vm, args: &[Value]) -> Result {
    if args[0].is::<BoundMethod>() {
        return Ok(args[0].clone());
    }
    let native = native(vm, args)?;
    Ok(if args[1].is_none() || !native.method { args[0].clone() } else { BoundMethod::value(args[0].clone(), args[1].clone()) })
}

fn native_repr(vm: &mut Vm, args: &[Value]) -> Result {
    if args[0].is::<BoundMethod>() {
        return method_repr(vm, args);
    }
    let native = native(vm, args)?;
    let (name, owner) = (&native.name, &native.owner);
    Ok(Str::value(if !native.method {
        format!("<built-in function {name}>")
    } else if name.as_str().starts_with("__") && name.as_str().ends_with("__") {
        format!("<slot wrapper '{name}' of '{owner}' objects>")
    } else {
        format!("<method '{name}' of '{owner}' objects>")
    }))
}
