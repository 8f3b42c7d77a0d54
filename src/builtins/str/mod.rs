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
use crate::object::{Bytes, Str, Tuple};
use crate::value::{Value, Words};
use crate::vm::{Of, Result, Row, Vm, method, static_method, storage};

pub(super) use pad::center;
pub(super) use search::bounds;
pub(super) use split::most;

use super::bytes::buffer;
use super::format;

/// Bytes of a text that is encoded without being asked whether there is memory.
const SHORT: usize = 4096;

static ROWS: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, object=..., encoding=..., errors=...)",
        new,
        "Create a new string object from the given object.",
    ),
    method!(
        "encode",
        "(self, /, encoding='utf-8', errors='strict')",
        encode,
        "Encode the string using the codec registered for encoding."
    )
    .quickly(encode_quickly),
    method!(
        "format",
        "(self, /, *args, **kwargs)",
        str_format,
        "Return a formatted version of the string, using substitutions from args and kwargs."
    ),
    method!(
        "format_map",
        "(self, mapping, /)",
        format_map,
        "Return a formatted version of the string, using substitutions from mapping."
    ),
    method!(
        "__format__",
        "(self, format_spec, /)",
        dunder_format,
        "Return a formatted version of the string as described by format_spec."
    ),
    method!("__mod__", "(self, value, /)", modulo, "Return self%value."),
    method!("__rmod__", "(self, value, /)", reflected_modulo, "Return value%self."),
];

static MAKER: Row = static_method!("__new__", "(cls, object, /)", make, "The text of an object.");

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

fn new(vm: &mut Vm, class: &Value, object: Option<&Value>, encoding: Option<&str>, errors: Option<&str>) -> Result {
    let value = match (object, encoding, errors) {
        (None, _, _) => vm.names.empty.clone().into(),
        (Some(object), None, None) => vm.str(object)?.into(),
        (Some(object), _, _) => decoded(vm, object, encoding.unwrap_or("utf-8"), errors.unwrap_or("strict"))?,
    };
    vm.wrap_new(class, value)
}

/// `str(object)` of the class itself.
fn make(vm: &mut Vm, _: &Value, object: &Value) -> Result<Gc<Str>> {
    vm.str(object)
}

fn decoded(vm: &mut Vm, object: &Value, encoding: &str, errors: &str) -> Result {
    if storage::<Str>(object).is_some() {
        return Err(vm.type_error("decoding str is not supported"));
    }
    let Some(data) = buffer(object) else {
        let given = vm.type_name(object);
        return Err(vm.type_error(format!("decoding to str: need a bytes-like object, {given} found")));
    };
    vm.decode(&data, encoding, errors)
}

/// `encode` of a short text to UTF-8.
fn encode_quickly(_: &mut Vm, args: &mut [Value]) -> Words {
    let [text] = args else { return Words::unset() };
    match text.get::<Str>().map(|text| text.as_str().as_bytes()) {
        Some(data) if data.len() <= SHORT => Words::of(Bytes::value(data)),
        _ => Words::unset(),
    }
}

fn encode(vm: &mut Vm, text: &str, encoding: &str, errors: &str) -> Result {
    vm.encode(text, encoding, errors).map(crate::object::Bytes::value)
}

fn str_format(vm: &mut Vm, text: &Gc<Str>, args: &Tuple, kwargs: &Value) -> Result {
    format::template::format(vm, text, args.items(), kwargs, false)
}

fn format_map(vm: &mut Vm, text: &Gc<Str>, mapping: &Value) -> Result {
    format::template::format(vm, text, &[], mapping, true)
}

fn dunder_format(vm: &mut Vm, this: Of<Str>, spec: &str) -> Result {
    if spec.is_empty() {
        return Ok(exact(this.value, this.storage));
    }
    format::text::format_text(vm, this.as_str(), spec).map(Str::value)
}

fn modulo(vm: &mut Vm, text: &str, value: &Value) -> Result {
    format::percent::format_str(vm, text, value)
}

fn reflected_modulo(vm: &mut Vm, this: &Value, value: &Value) -> Result {
    match storage::<Str>(value) {
        Some(text) => format::percent::format_str(vm, text.as_str(), this),
        None => Ok(Value::NotImplemented),
    }
}
