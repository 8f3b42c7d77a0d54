//! Making `bytes` and `bytearray`.

use std::borrow::Cow;

use num_traits::{Signed, ToPrimitive};

use crate::builtins::receiver::{receiver, storage};
use crate::builtins::slice::has_index;
use crate::builtins::str::codec_name;
use crate::object::{ByteArray, Bytes, List, Str, Tuple};
use crate::value::Value;
use crate::vm::{Raised, Result, Row, Vm};

use super::{buffer, hex};

pub(super) static BYTES_ROWS: &[Row] = &[
    Row::static_method(
        "__new__",
        "(cls, source=..., encoding=..., errors=...)",
        new_bytes,
        "Create bytes from a size, bytes, a string or ints.",
    ),
    Row::class_method(
        "fromhex",
        "(cls, string, /)",
        bytes_from_hex,
        "Create a bytes object from a string of hexadecimal numbers.",
    ),
    Row::method("__bytes__", "(self, /)", to_bytes, "Convert this value to exact type bytes."),
    Row::method("__hash__", "(self, /)", hash, "Return hash(self)."),
    Row::method("__getnewargs__", "(self, /)", get_new_args, "The arguments that make equal bytes."),
];

pub(super) static ARRAY_ROWS: &[Row] = &[
    Row::static_method("__new__", "(cls, /, *args, **kwargs)", new_array, "Create a bytearray."),
    Row::method(
        "__init__",
        "(self, source=..., encoding=..., errors=...)",
        init_array,
        "Fill a bytearray from a size, bytes, a string or ints.",
    ),
    Row::class_method(
        "fromhex",
        "(cls, string, /)",
        array_from_hex,
        "Create a bytearray object from a string of hexadecimal numbers.",
    ),
];

fn new_bytes(vm: &mut Vm, args: &[Value]) -> Result {
    let source = &args[1];
    let plain = !args[2].is_set() && !args[3].is_set();
    if plain && source.is::<Bytes>() {
        return vm.wrap_new(&args[0], source.clone());
    }
    if plain
        && source.is_set()
        && let Some(made) = vm.call_special(source, &vm.names.bytes.clone(), &[])?
    {
        if storage::<Bytes>(&made).is_none() {
            let given = vm.type_name(&made);
            return Err(vm.type_error(format!("__bytes__ returned non-bytes (type {given})")));
        }
        return vm.wrap_new(&args[0], made);
    }
    let data = contents(vm, "bytes", &args[1..4])?;
    vm.wrap_new(&args[0], Bytes::value(data))
}

fn new_array(vm: &mut Vm, args: &[Value]) -> Result {
    vm.wrap_new(&args[0], ByteArray::value(Vec::new()))
}

fn init_array(vm: &mut Vm, args: &[Value]) -> Result {
    let data = contents(vm, "bytearray", &args[1..4])?;
    receiver::<ByteArray>(vm, args, "__init__")?.0.replace(data.into());
    Ok(Value::None)
}

/// The bytes that source, encoding and errors ask for.
fn contents(vm: &mut Vm, class: &str, args: &[Value]) -> Result<Vec<u8>> {
    let [source, encoding, errors] = args else { return Ok(Vec::new()) };
    if !encoding.is_set() && !errors.is_set() {
        return plain_contents(vm, class, source);
    }
    let encoding_name = codec_name(vm, encoding, &format!("{class}() argument 'encoding'"), "utf-8")?;
    let errors_name = codec_name(vm, errors, &format!("{class}() argument 'errors'"), "strict")?;
    if let Some(text) = storage::<Str>(source) {
        if !encoding.is_set() {
            return Err(vm.type_error("string argument without an encoding"));
        }
        return vm.encode(text.as_str(), encoding_name.as_str(), errors_name.as_str()).map(Cow::into_owned);
    }
    let which = if encoding.is_set() { "encoding" } else { "errors" };
    Err(vm.type_error(format!("{which} without a string argument")))
}

/// The bytes of a source without encoding.
fn plain_contents(vm: &mut Vm, class: &str, source: &Value) -> Result<Vec<u8>> {
    if !source.is_set() {
        return Ok(Vec::new());
    }
    if storage::<Str>(source).is_some() {
        return Err(vm.type_error("string argument without an encoding"));
    }
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
        Some(list) => list.0.borrow().clone(),
        None => match storage::<Tuple>(source) {
            Some(tuple) => tuple.items().to_vec(),
            None => match vm.get_iter(source) {
                Err(raised) if vm.is_exception(&raised, &vm.exc.type_error) => {
                    let given = vm.type_name(source);
                    return Err(vm.type_error(format!("cannot convert '{given}' object to {class}")));
                }
                iterator => vm.collect(&iterator?)?,
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

fn bytes_from_hex(vm: &mut Vm, args: &[Value]) -> Result {
    from_hex(vm, args, |data| Bytes::value(data))
}

fn array_from_hex(vm: &mut Vm, args: &[Value]) -> Result {
    from_hex(vm, args, ByteArray::value)
}

fn from_hex(vm: &mut Vm, args: &[Value], make: fn(Vec<u8>) -> Value) -> Result {
    let parsed = match (storage::<Str>(&args[1]), buffer(&args[1])) {
        (Some(text), _) => hex::parse(text.as_str().as_bytes()).map_err(|at| at.map(|at| text.as_str()[..at].chars().count())),
        (None, Some(data)) => hex::parse(&data),
        (None, None) => {
            let given = vm.type_name(&args[1]);
            return Err(vm.type_error(format!("fromhex() argument must be str or bytes-like, not {given}")));
        }
    };
    let value = match parsed {
        Ok(data) => make(data),
        Err(Some(at)) => return Err(vm.value_error(format!("non-hexadecimal number found in fromhex() arg at position {at}"))),
        Err(None) => return Err(vm.value_error("fromhex() arg must contain an even number of hexadecimal digits")),
    };
    let exact = args[0].same(&vm.types.bytes.clone().into()) || args[0].same(&vm.types.bytearray.clone().into());
    if exact { Ok(value) } else { vm.call(&args[0], &[value]) }
}

fn to_bytes(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(receiver::<Bytes>(vm, args, "__bytes__")?.clone().into())
}

fn hash(vm: &mut Vm, args: &[Value]) -> Result {
    let bytes = receiver::<Bytes>(vm, args, "__hash__")?;
    Ok(bytes.hash().into())
}

fn get_new_args(vm: &mut Vm, args: &[Value]) -> Result {
    let bytes = receiver::<Bytes>(vm, args, "__getnewargs__")?;
    Ok(Tuple::value(vec![bytes.clone().into()]))
}
