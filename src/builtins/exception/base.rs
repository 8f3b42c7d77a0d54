//! `BaseException` and `KeyError`'s text.

use super::argument;
use crate::heap::Gc;
use crate::object::{Class, Dict, Exception, List, Str, Traceback, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, This, Vm, getset, method, static_method};

static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, /, *args, **kwargs)", new, "Makes an exception that keeps its arguments."),
    method!("__init__", "(self, /, *args, **kwargs)", init, "Takes the arguments as args."),
    method!("__str__", "(self, /)", str, "The message."),
    method!("__repr__", "(self, /)", repr, "The class and the arguments."),
    method!("__reduce__", "(self, /)", reduce, "Class, arguments and attributes, to copy it."),
    method!("__setstate__", "(self, state, /)", set_state, "Sets attributes from a dict."),
    method!("with_traceback", "(self, object, /)", with_traceback, "Sets __traceback__ and returns the exception."),
    method!("add_note", "(self, object, /)", add_note, "Appends a text to __notes__, shown below the traceback."),
    getset!("args", |this: &Exception| this.args.borrow().clone(), set_args, "The arguments."),
    getset!(
        "__cause__",
        |this: &Exception| this.cause.borrow().clone(),
        set_cause,
        "The exception that this one was raised from."
    ),
    getset!(
        "__context__",
        |this: &Exception| this.context.borrow().clone(),
        set_context,
        "The exception that was being handled when this one was raised."
    ),
    getset!("__traceback__", |this: &Exception| this.traceback.borrow().clone(), set_traceback, "Where it was raised."),
    getset!(
        "__suppress_context__",
        |this: &Exception| this.suppress_context.get(),
        set_suppress_context,
        "Whether __context__ is not to be shown."
    ),
    getset!("__dict__", |this: &Exception| this.attrs.dict(&this.class()), set_dict, "The attributes."),
];

static KEY_ERROR: &[Row] = &[method!("__str__", "(self, /)", key_error_str, "The key's repr.")];

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
pub(super) fn no_keywords(vm: &Vm, class: &Class, keywords: &Dict) -> Result<()> {
    if keywords.is_empty() {
        return Ok(());
    }
    Err(vm.type_error(format!("{}() takes no keyword arguments", class.name.borrow())))
}

fn new(vm: &mut Vm, class: &Value, args: &Gc<Tuple>, _: &Value) -> Result<Gc<Exception>> {
    let base = vm.exc.base_exception.clone();
    let class = class_argument(vm, class, &base)?;
    Ok(Exception::new(class, args.clone()))
}

fn init(vm: &mut Vm, this: &Gc<Exception>, args: &Gc<Tuple>, kwargs: &Dict) -> Result<()> {
    no_keywords(vm, &this.class(), kwargs)?;
    drop(this.args.replace(args.clone()));
    Ok(())
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

fn str(vm: &mut Vm, this: &Gc<Exception>) -> Result {
    Ok(text(vm, this)?.into())
}

fn key_error_str(vm: &mut Vm, this: &Gc<Exception>) -> Result {
    let single = if this.args.borrow().items().len() == 1 { argument(this, 0) } else { None };
    match single {
        Some(key) => Ok(vm.repr(&key)?.into()),
        None => Ok(text(vm, this)?.into()),
    }
}

fn repr(vm: &mut Vm, this: &Gc<Exception>) -> Result {
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

fn reduce(this: &Gc<Exception>) -> Value {
    let kept = this.args.borrow().clone();
    reduced(this, kept)
}

fn set_state(vm: &mut Vm, this: &Value, state: &Value) -> Result<()> {
    if state.is_none() {
        return Ok(());
    }
    let Some(state) = state.get::<Dict>() else { return Err(vm.type_error("state is not a dictionary")) };
    let items: Vec<(Value, Value)> = state.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
    for (name, value) in items {
        let Some(name) = name.gc::<Str>().map(|name| vm.intern_str(name)) else {
            let given = vm.type_name(&name);
            return Err(vm.type_error(format!("attribute name must be string, not '{given}'")));
        };
        vm.set_attr(this, &name, value)?;
    }
    Ok(())
}

fn with_traceback(vm: &mut Vm, this: &Gc<Exception>, object: &Value) -> Result<Gc<Exception>> {
    set_traceback(vm, this, object)?;
    Ok(this.clone())
}

fn add_note(vm: &mut Vm, this: &Value, note: This<&Str>) -> Result<()> {
    let name = vm.names.notes.clone();
    match vm.get_attr_optional(this, &name)? {
        None => vm.set_attr(this, &name, List::value(vec![note.value.clone()]))?,
        Some(notes) => match notes.get::<List>() {
            Some(list) => list.0.borrow_mut().push(note.value.clone()),
            None => return Err(vm.type_error("Cannot add note: __notes__ is not a list")),
        },
    }
    Ok(())
}

fn set_args(vm: &mut Vm, this: &Gc<Exception>, value: &Value) -> Result<()> {
    if !value.is_set() {
        return Err(vm.type_error("args may not be deleted"));
    }
    let new = match value.gc::<Tuple>() {
        Some(tuple) => tuple.clone(),
        None => Tuple::new(vm.collect(value)?),
    };
    drop(this.args.replace(new));
    Ok(())
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

fn set_cause(vm: &mut Vm, this: &Gc<Exception>, value: &Value) -> Result<()> {
    let old = this.cause.replace(link_argument(vm, value, "cause")?);
    this.suppress_context.set(true);
    drop(old);
    Ok(())
}

fn set_context(vm: &mut Vm, this: &Gc<Exception>, value: &Value) -> Result<()> {
    drop(this.context.replace(link_argument(vm, value, "context")?));
    Ok(())
}

fn set_traceback(vm: &mut Vm, this: &Gc<Exception>, value: &Value) -> Result<()> {
    let new = match value {
        Value::Unset => return Err(vm.type_error("__traceback__ may not be deleted")),
        Value::None => None,
        other => match other.gc::<Traceback>() {
            Some(traceback) => Some(traceback.clone()),
            None => return Err(vm.type_error("__traceback__ must be a traceback or None")),
        },
    };
    drop(this.traceback.replace(new));
    Ok(())
}

fn set_suppress_context(vm: &mut Vm, this: &Gc<Exception>, value: &Value) -> Result<()> {
    match *value {
        Value::Bool(suppress) => this.suppress_context.set(suppress),
        Value::Unset => return Err(vm.type_error("can't delete numeric/char attribute")),
        _ => return Err(vm.type_error("attribute value type must be bool")),
    }
    Ok(())
}

fn set_dict(vm: &mut Vm, this: &Gc<Exception>, value: &Value) -> Result<()> {
    match value.gc::<Dict>() {
        Some(dict) => this.attrs.set_dict(&this.class(), dict.clone()),
        None if !value.is_set() => return Err(vm.type_error("cannot delete __dict__")),
        None => {
            let given = vm.type_name(value);
            return Err(vm.type_error(format!("__dict__ must be set to a dictionary, not a '{given}'")));
        }
    }
    Ok(())
}
