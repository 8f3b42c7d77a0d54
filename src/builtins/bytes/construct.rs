//! Making `bytes` and `bytearray`.

use std::borrow::Cow;

use num_traits::{Signed, ToPrimitive};

use crate::builtins::slice::has_index;
use crate::heap::Gc;
use crate::object::{ByteArray, Bytes, List, Str, Tuple};
use crate::value::Value;
use crate::vm::storage;
use crate::vm::{Raised, Result, Row, Vm, class_method, method, static_method};

use super::{buffer, hex};

pub(super) static BYTES_ROWS: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, source=..., encoding=..., errors=...)",
        new_bytes,
        "Create bytes from a size, bytes, a string or ints.",
    ),
    class_method!("fromhex", "(cls, string, /)", bytes_from_hex, "Create a bytes object from a string of hexadecimal numbers."),
    method!("__bytes__", "(self, /)", to_bytes, "Convert this value to exact type bytes."),
    method!("__hash__", "(self, /)", hash, "Return hash(self)."),
    method!("__getnewargs__", "(self, /)", get_new_args, "The arguments that make equal bytes."),
];

pub(super) static ARRAY_ROWS: &[Row] = &[
    static_method!("__new__", "(cls, /, *args, **kwargs)", new_array, "Create a bytearray."),
    method!(
        "__init__",
        "(self, source=..., encoding=..., errors=...)",
        init_array,
        "Fill a bytearray from a size, bytes, a string or ints.",
    ),
    class_method!(
        "fromhex",
        "(cls, string, /)",
        array_from_hex,
        "Create a bytearray object from a string of hexadecimal numbers."
    ),
];

fn new_bytes(vm: &mut Vm, class: &Value, source: Option<&Value>, encoding: Option<&str>, errors: Option<&str>) -> Result {
    if let (Some(source), None, None) = (source, encoding, errors) {
        if source.is::<Bytes>() {
            return vm.wrap_new(class, source.clone());
        }
        if let Some(made) = vm.call_special(source, &vm.names.bytes.clone(), &[])? {
            if storage::<Bytes>(&made).is_none() {
                let given = vm.type_name(&made);
                return Err(vm.type_error(format!("__bytes__ returned non-bytes (type {given})")));
            }
            return vm.wrap_new(class, made);
        }
    }
    let data = contents(vm, "bytes", source, encoding, errors)?;
    vm.wrap_new(class, Bytes::value(data))
}

fn new_array(vm: &mut Vm, class: &Value, _: &Value, _: &Value) -> Result {
    vm.wrap_new(class, ByteArray::value(Vec::new()))
}

fn init_array(
    vm: &mut Vm,
    array: &ByteArray,
    source: Option<&Value>,
    encoding: Option<&str>,
    errors: Option<&str>,
) -> Result<()> {
    let data = contents(vm, "bytearray", source, encoding, errors)?;
    array.0.replace(data.into());
    Ok(())
}

/// The bytes that source, encoding and errors ask for.
fn contents(vm: &mut Vm, class: &str, source: Option<&Value>, encoding: Option<&str>, errors: Option<&str>) -> Result<Vec<u8>> {
    match (source.and_then(storage::<Str>), encoding, errors) {
        (Some(text), Some(encoding), errors) => {
            vm.encode(text.as_str(), encoding, errors.unwrap_or("strict")).map(Cow::into_owned)
        }
        (Some(_), None, _) => Err(vm.type_error("string argument without an encoding")),
        (None, Some(_), _) => Err(vm.type_error("encoding without a string argument")),
        (None, None, Some(_)) => Err(vm.type_error("errors without a string argument")),
        (None, None, None) => source.map_or(Ok(Vec::new()), |source| plain_contents(vm, class, source)),
    }
}

/// The bytes of a source without encoding.
fn plain_contents(vm: &mut Vm, class: &str, source: &Value) -> Result<Vec<u8>> {
    if let Some(data) = buffer(source) {
        vm.check_bytes(data.len())?;
        return Ok(data.to_vec());
    }
    if has_index(vm, source) {
        return zeros(vm, source);
    }
    items(vm, class, source)
}

fn zeros(vm: &mut Vm, source: &Value) -> Result<Vec<u8>> {
    let count = vm.index_big(source)?;
    if count.is_negative() && count.to_i64().is_some() {
        return Err(vm.value_error("negative count"));
    }
    let Some(count) = count.to_i64() else {
        let given = vm.type_name(source);
        return Err(vm.overflow_error(format!("cannot fit '{given}' into an index-sized integer")));
    };
    vm.check_bytes(count as usize)?;
    Ok(vec![0; count as usize])
}

/// The ints of an iterable.
fn items(vm: &mut Vm, class: &str, source: &Value) -> Result<Vec<u8>> {
    let values = match storage::<List>(source) {
        Some(list) => list.0.borrow().to_vec(),
        None => match storage::<Tuple>(source) {
            Some(tuple) => tuple.items().to_vec(),
            None => match vm.get_iter(source) {
                Err(raised) if vm.is_exception(&raised, &vm.exc.type_error) => {
                    let given = vm.type_name(source);
                    return Err(vm.type_error(format!("cannot convert '{given}' object to {class}")));
                }
                iterator => {
                    if class == "bytes" {
                        vm.ask_length(source)?;
                    }
                    vm.collect(&iterator?)?
                }
            },
        },
    };
    let mut data = Vec::with_capacity(values.len());
    for value in &values {
        let number = vm.index_clamped(value)?;
        data.push(u8::try_from(number).map_err(|_| out_of_range(vm, class))?);
    }
    Ok(data)
}

#[cold]
fn out_of_range(vm: &Vm, class: &str) -> Raised {
    vm.value_error(format!("{} must be in range(0, 256)", if class == "bytes" { "bytes" } else { "byte" }))
}

fn bytes_from_hex(vm: &mut Vm, class: &Value, string: &Value) -> Result {
    from_hex(vm, class, string, Bytes::value)
}

fn array_from_hex(vm: &mut Vm, class: &Value, string: &Value) -> Result {
    from_hex(vm, class, string, ByteArray::value)
}

fn from_hex(vm: &mut Vm, class: &Value, string: &Value, make: fn(Vec<u8>) -> Value) -> Result {
    let parsed = match (storage::<Str>(string), buffer(string)) {
        (Some(text), _) => hex::parse(text.as_str().as_bytes()).map_err(|at| at.map(|at| text.as_str()[..at].chars().count())),
        (None, Some(data)) => hex::parse(&data),
        (None, None) => {
            let given = vm.type_name(string);
            return Err(vm.type_error(format!("fromhex() argument must be str or bytes-like, not {given}")));
        }
    };
    let value = match parsed {
        Ok(data) => make(data),
        Err(Some(at)) => return Err(vm.value_error(format!("non-hexadecimal number found in fromhex() arg at position {at}"))),
        Err(None) => return Err(vm.value_error("fromhex() arg must contain an even number of hexadecimal digits")),
    };
    let exact = class.same(&vm.types.bytes.clone().into()) || class.same(&vm.types.bytearray.clone().into());
    if exact { Ok(value) } else { vm.call(class, &[value]) }
}

fn to_bytes(this: &Gc<Bytes>) -> Gc<Bytes> {
    this.clone()
}

fn hash(bytes: &Bytes) -> i64 {
    bytes.hash()
}

fn get_new_args(bytes: &Gc<Bytes>) -> Value {
    Tuple::value([bytes.clone().into()])
}
