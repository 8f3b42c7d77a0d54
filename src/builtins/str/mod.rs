//! `str`: construction, operators; the methods stand by theme in the files beside this one.
//!
//! Positions that scripts see count characters; inside they are turned into byte offsets once, and for ASCII text they are the same.

mod case;
mod classify;
mod operators;
mod pad;
mod replace;
mod search;
mod split;
mod strip;

use std::ops::Range;

use crate::heap::Gc;
use crate::object::{Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

pub(super) use pad::center;
pub(super) use search::bounds;
pub(super) use split::most;

use super::bytes::buffer;
use super::format;
use super::receiver::{receiver, storage};

static ROWS: &[Row] = &[
    Row::static_method(
        "__new__",
        "(cls, object=..., encoding=..., errors=...)",
        new,
        "Create a new string object from the given object.",
    ),
    Row::method(
        "encode",
        "(self, /, encoding='utf-8', errors='strict')",
        encode,
        "Encode the string using the codec registered for encoding.",
    ),
    Row::method(
        "format",
        "(self, /, *args, **kwargs)",
        str_format,
        "Return a formatted version of the string, using substitutions from args and kwargs.",
    ),
    Row::method(
        "format_map",
        "(self, mapping, /)",
        format_map,
        "Return a formatted version of the string, using substitutions from mapping.",
    ),
    Row::method(
        "__format__",
        "(self, format_spec, /)",
        dunder_format,
        "Return a formatted version of the string as described by format_spec.",
    ),
    Row::method("__mod__", "(self, value, /)", modulo, "Return self%value."),
    Row::method("__rmod__", "(self, value, /)", reflected_modulo, "Return value%self."),
];

static MAKER: Row = Row::static_method("__new__", "(cls, object, /)", make, "The text of an object.");

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.str.clone();
    let tables =
        [ROWS, operators::ROWS, case::ROWS, classify::ROWS, pad::ROWS, replace::ROWS, search::ROWS, split::ROWS, strip::ROWS];
    for rows in tables {
        vm.add_methods(&class, rows);
    }
    vm.set_maker(&class, &MAKER);
}

/// An argument that must be a string; `what` begins the error, as in `"join() argument"`.
pub(super) fn text_arg<'a>(vm: &Vm, value: &'a Value, what: &str) -> Result<&'a Gc<Str>> {
    storage::<Str>(value).ok_or_else(|| {
        let given = vm.type_name(value);
        vm.type_error(format!("{what} must be str, not {given}"))
    })
}

/// The object itself where it is exactly a `str`, else its text as one.
fn exact(value: &Value, text: &Gc<Str>) -> Value {
    if value.is::<Str>() { value.clone() } else { text.clone().into() }
}

/// A part of a text as a value; short ones are shared.
#[inline]
fn part(vm: &mut Vm, whole: &Str, range: Range<usize>) -> Value {
    match &whole.as_str().as_bytes()[range.clone()] {
        [] => vm.names.empty.clone().into(),
        [byte] if byte.is_ascii() => vm.character(*byte as char),
        _ => whole.part(range.start, range.end),
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    let value = match &args[1..] {
        [object, Value::Unset, Value::Unset] if object.is_set() => vm.str(object)?.into(),
        [object, encoding, errors] => decoded(vm, object, encoding, errors)?,
        _ => vm.names.empty.clone().into(),
    };
    vm.wrap_new(&args[0], value)
}

/// `str(object)` of the class itself.
fn make(vm: &mut Vm, args: &[Value]) -> Result {
    vm.str(&args[1]).map(Value::from)
}

fn decoded(vm: &mut Vm, object: &Value, encoding: &Value, errors: &Value) -> Result {
    let encoding = codec_name(vm, encoding, "str() argument 'encoding'", "utf-8")?;
    let errors = codec_name(vm, errors, "str() argument 'errors'", "strict")?;
    if !object.is_set() {
        return Ok(vm.names.empty.clone().into());
    }
    if storage::<Str>(object).is_some() {
        return Err(vm.type_error("decoding str is not supported"));
    }
    let Some(data) = buffer(object) else {
        let given = vm.type_name(object);
        return Err(vm.type_error(format!("decoding to str: need a bytes-like object, {given} found")));
    };
    vm.decode(&data, encoding.as_str(), errors.as_str())
}

/// The name of a codec or handler given as an argument, or the default.
pub(super) fn codec_name(vm: &mut Vm, value: &Value, what: &str, default: &str) -> Result<Gc<Str>> {
    if value.is_set() { text_arg(vm, value, what).cloned() } else { Ok(vm.intern(default)) }
}

fn encode(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "encode")?;
    let encoding = text_arg(vm, &args[1], "encode() argument 'encoding'")?;
    let errors = text_arg(vm, &args[2], "encode() argument 'errors'")?;
    vm.encode(text.as_str(), encoding.as_str(), errors.as_str()).map(crate::object::Bytes::value)
}

fn str_format(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "format")?.clone();
    let positional = args[1].gc::<Tuple>().cloned().unwrap_or_else(|| vm.empty_tuple());
    let text = format::template::format(vm, &text, positional.items(), &args[2], false)?;
    Ok(Str::value(text))
}

fn format_map(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "format_map")?.clone();
    let text = format::template::format(vm, &text, &[], &args[1], true)?;
    Ok(Str::value(text))
}

fn dunder_format(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "__format__")?;
    let spec = text_arg(vm, &args[1], "__format__() argument")?;
    if spec.as_str().is_empty() {
        return Ok(exact(&args[0], text));
    }
    format::text::format_text(vm, text.as_str(), spec.as_str()).map(Str::value)
}

fn modulo(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "__mod__")?.clone();
    format::percent::format_str(vm, text.as_str(), &args[1]).map(Str::value)
}

fn reflected_modulo(vm: &mut Vm, args: &[Value]) -> Result {
    match storage::<Str>(&args[1]).cloned() {
        Some(text) => format::percent::format_str(vm, text.as_str(), &args[0]).map(Str::value),
        None => Ok(Value::NotImplemented),
    }
}
