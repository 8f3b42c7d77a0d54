//! `BaseException` and `KeyError`'s text.

use super::{argument, this};
use crate::heap::Gc;
use crate::object::{Class, Dict, Exception, List, Str, Traceback, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

static ROWS: &[Row] = &[
    Row::static_method("__new__", "(cls, /, *args, **kwargs)", new, "Makes an exception that keeps its arguments."),
    Row::method("__init__", "(self, /, *args, **kwargs)", init, "Takes the arguments as args."),
    Row::method("__str__", "(self, /)", str, "The message."),
    Row::method("__repr__", "(self, /)", repr, "The class and the arguments."),
    Row::method("__reduce__", "(self, /)", reduce, "Class, arguments and attributes, to copy it."),
    Row::method("__setstate__", "(self, state, /)", set_state, "Sets attributes from a dict."),
    Row::method("with_traceback", "(self, object, /)", with_traceback, "Sets __traceback__ and returns the exception."),
    Row::method("add_note", "(self, object, /)", add_note, "Appends a text to __notes__, shown below the traceback."),
    Row::getset("args", args, set_args, "The arguments."),
    Row::getset("__cause__", cause, set_cause, "The exception that this one was raised from."),
    Row::getset("__context__", context, set_context, "The exception that was being handled when this one was raised."),
    Row::getset("__traceback__", traceback, set_traceback, "Where it was raised."),
    Row::getset("__suppress_context__", suppress_context, set_suppress_context, "Whether __context__ is not to be shown."),
    Row::getset("__dict__", dict, set_dict, "The attributes."),
];

static KEY_ERROR: &[Row] = &[Row::method("__str__", "(self, /)", key_error_str, "The key's repr.")];

pub(super) fn install(vm: &mut Vm) {
    let (base, key_error) = (vm.exc.base_exception.clone(), vm.exc.key_error.clone());
    vm.add_methods(&base, ROWS);
    vm.add_methods(&key_error, KEY_ERROR);
}

/// The class that `__new__` was called with, where it derives from the one that defines it.
pub(super) fn class_argument(vm: &Vm, value: &Value, base: &Gc<Class>) -> Result<Gc<Class>> {
    let name = base.name.borrow().clone();
    let Some(class) = value.gc::<Class>() else {
        return Err(vm.type_error(format!("{name}.__new__(X): X is not a type object ({})", vm.type_name(value))));
    };
    if !class.derives_from(base) {
        let given = class.name.borrow();
        return Err(vm.type_error(format!("{name}.__new__({given}): {given} is not a subtype of {name}")));
    }
    Ok(class.clone())
}

/// Raises where keywords were given to a class that takes none.
pub(super) fn no_keywords(vm: &Vm, class: &Class, keywords: &Value) -> Result<()> {
    if keywords.get::<Dict>().is_none_or(Dict::is_empty) {
        return Ok(());
    }
    Err(vm.type_error(format!("{}() takes no keyword arguments", class.name.borrow())))
}

/// The tuple that a `*args` parameter arrived as.
pub(super) fn rest(vm: &Vm, value: &Value) -> Gc<Tuple> {
    value.gc::<Tuple>().cloned().unwrap_or_else(|| vm.empty_tuple())
}

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    let base = vm.exc.base_exception.clone();
    let class = class_argument(vm, &args[0], &base)?;
    let kept = rest(vm, &args[1]);
    Ok(Exception::new(class, kept).into())
}

fn init(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    no_keywords(vm, &this.class(), &args[2])?;
    let old = this.args.replace(rest(vm, &args[1]));
    drop(old);
    Ok(Value::None)
}

/// The text of an exception by its `args` alone.
pub(super) fn text(vm: &mut Vm, exception: &Exception) -> Result<Gc<Str>> {
    let args = exception.args.borrow().clone();
    match args.items() {
        [] => Ok(vm.names.empty.clone()),
        [one] => vm.str(one),
        _ => vm.repr(&args.into()),
    }
}

fn str(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    Ok(text(vm, &this)?.into())
}

fn key_error_str(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let single = if this.args.borrow().items().len() == 1 { argument(&this, 0) } else { None };
    match single {
        Some(key) => Ok(vm.repr(&key)?.into()),
        None => Ok(text(vm, &this)?.into()),
    }
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let name = this.class().name.borrow().clone();
    let list = this.args.borrow().clone();
    let inner = match list.items() {
        [one] => format!("({})", vm.repr(one)?),
        _ => vm.repr(&list.into())?.to_string(),
    };
    Ok(Str::value(format!("{name}{inner}")))
}

/// Class, arguments and, where there are any, attributes.
pub(super) fn reduced(exception: &Exception, args: Gc<Tuple>) -> Value {
    let class = exception.class();
    let mut parts = vec![class.clone().into(), args.into()];
    let dict = exception.attrs.dict(&class);
    if !dict.is_empty() {
        parts.push(dict.into());
    }
    Tuple::value(parts)
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let kept = this.args.borrow().clone();
    Ok(reduced(&this, kept))
}

fn set_state(vm: &mut Vm, args: &[Value]) -> Result {
    if args[1].is_none() {
        return Ok(Value::None);
    }
    let Some(state) = args[1].get::<Dict>() else { return Err(vm.type_error("state is not a dictionary")) };
    let items: Vec<(Value, Value)> = state.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
    for (name, value) in items {
        let Some(name) = name.gc::<Str>().map(|name| vm.intern_str(name)) else {
            let given = vm.type_name(&name);
            return Err(vm.type_error(format!("attribute name must be string, not '{given}'")));
        };
        vm.set_attr(&args[0], &name, value)?;
    }
    Ok(Value::None)
}

fn with_traceback(vm: &mut Vm, args: &[Value]) -> Result {
    set_traceback(vm, args)?;
    Ok(args[0].clone())
}

fn add_note(vm: &mut Vm, args: &[Value]) -> Result {
    if vm.native_arg::<Str>(&args[1]).is_none() {
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("add_note() argument must be str, not {given}")));
    }
    let name = vm.names.notes.clone();
    match vm.get_attr_optional(&args[0], &name)? {
        None => vm.set_attr(&args[0], &name, List::value(vec![args[1].clone()]))?,
        Some(notes) => match notes.get::<List>() {
            Some(list) => list.0.borrow_mut().push(args[1].clone()),
            None => return Err(vm.type_error("Cannot add note: __notes__ is not a list")),
        },
    }
    Ok(Value::None)
}

fn args(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(this(vm, args)?.args.borrow().clone().into())
}

fn set_args(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    if !args[1].is_set() {
        return Err(vm.type_error("args may not be deleted"));
    }
    let new = match args[1].gc::<Tuple>() {
        Some(tuple) => tuple.clone(),
        None => Tuple::new(vm.collect(&args[1])?),
    };
    let old = this.args.replace(new);
    drop(old);
    Ok(Value::None)
}

/// The new value of a link to another exception.
fn link_argument(vm: &Vm, value: &Value, what: &str) -> Result<Option<Gc<Exception>>> {
    match value {
        Value::Unset => Err(vm.type_error(format!("__{what}__ may not be deleted"))),
        Value::None => Ok(None),
        other => match other.gc::<Exception>() {
            Some(exception) => Ok(Some(exception.clone())),
            None => Err(vm.type_error(format!("exception {what} must be None or derive from BaseException"))),
        },
    }
}

fn cause(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(this(vm, args)?.cause.borrow().clone().map_or(Value::None, Value::from))
}

fn set_cause(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let old = this.cause.replace(link_argument(vm, &args[1], "cause")?);
    this.suppress_context.set(true);
    drop(old);
    Ok(Value::None)
}

fn context(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(this(vm, args)?.context.borrow().clone().map_or(Value::None, Value::from))
}

fn set_context(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let old = this.context.replace(link_argument(vm, &args[1], "context")?);
    drop(old);
    Ok(Value::None)
}

fn traceback(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(this(vm, args)?.traceback.borrow().clone().map_or(Value::None, Value::from))
}

fn set_traceback(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let new = match &args[1] {
        Value::Unset => return Err(vm.type_error("__traceback__ may not be deleted")),
        Value::None => None,
        other => match other.gc::<Traceback>() {
            Some(traceback) => Some(traceback.clone()),
            None => return Err(vm.type_error("__traceback__ must be a traceback or None")),
        },
    };
    let old = this.traceback.replace(new);
    drop(old);
    Ok(Value::None)
}

fn suppress_context(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(this(vm, args)?.suppress_context.get().into())
}

fn set_suppress_context(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    match args[1] {
        Value::Bool(suppress) => this.suppress_context.set(suppress),
        Value::Unset => return Err(vm.type_error("can't delete numeric/char attribute")),
        _ => return Err(vm.type_error("attribute value type must be bool")),
    }
    Ok(Value::None)
}

fn dict(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    Ok(this.attrs.dict(&this.class()).into())
}

fn set_dict(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    match args[1].gc::<Dict>() {
        Some(dict) => this.attrs.set_dict(&this.class(), dict.clone()),
        None if !args[1].is_set() => return Err(vm.type_error("cannot delete __dict__")),
        None => {
            let given = vm.type_name(&args[1]);
            return Err(vm.type_error(format!("__dict__ must be set to a dictionary, not a '{given}'")));
        }
    }
    Ok(Value::None)
}
