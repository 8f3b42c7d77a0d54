//! `bytes` and `bytearray`: what they share is one table of rows for both; results are of the receiver's type.
//!
//! A bytearray is never borrowed while a script may run: arguments are converted before its bytes are looked at.

mod array;
mod change;
mod construct;
mod hex;
mod operators;
mod search;
mod split;

use std::cell::Ref;
use std::ops::{Deref, Range};

pub(super) use change::{expanded_size, tab_size};

use crate::object::{ByteArray, Bytes, Gapped};
use crate::value::Value;
use crate::vm::{Raised, Result, Row, Vm};

use super::receiver::{storage, wrong_receiver};
use super::str::text_arg;

static ROWS: &[Row] = &[Row::method(
    "decode",
    "(self, /, encoding='utf-8', errors='strict')",
    decode,
    "Decode the bytes using the codec registered for encoding.",
)];

/// Fills both classes.
pub fn install(vm: &mut Vm) {
    let shared = [ROWS, change::ROWS, hex::ROWS, operators::ROWS, search::ROWS, split::ROWS];
    for class in [vm.types.bytes.clone(), vm.types.bytearray.clone()] {
        for rows in shared {
            vm.add_methods(&class, rows);
        }
    }
    let (bytes, bytearray) = (vm.types.bytes.clone(), vm.types.bytearray.clone());
    vm.add_methods(&bytes, construct::BYTES_ROWS);
    vm.add_methods(&bytearray, construct::ARRAY_ROWS);
    vm.add_methods(&bytearray, array::ROWS);
    bytearray.namespace().set_str(&vm.names.hash.clone(), Value::None);
    bytearray.changed();
}

/// The bytes of a bytes-like object.
pub enum Data<'a> {
    /// Of a `bytes`.
    Fixed(&'a [u8]),
    /// Of a `bytearray`, borrowed.
    Array(Ref<'a, Gapped>),
}

impl Deref for Data<'_> {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        match self {
            Data::Fixed(data) => data,
            Data::Array(data) => data,
        }
    }
}

/// The bytes of a bytes-like object, if a value is one.
pub fn buffer(value: &Value) -> Option<Data<'_>> {
    if let Some(bytes) = storage::<Bytes>(value) {
        return Some(Data::Fixed(bytes.data()));
    }
    storage::<ByteArray>(value).map(|array| Data::Array(array.0.borrow()))
}

/// The bytes of an argument that must be bytes-like.
pub fn buffer_arg<'a>(vm: &Vm, value: &'a Value) -> Result<Data<'a>> {
    buffer(value).ok_or_else(|| not_bytes_like(vm, value))
}

#[cold]
fn not_bytes_like(vm: &Vm, value: &Value) -> Raised {
    let given = vm.type_name(value);
    vm.type_error(format!("a bytes-like object is required, not '{given}'"))
}

/// The receiver's bytes.
fn this<'a>(vm: &Vm, args: &'a [Value], method: &str) -> Result<Data<'a>> {
    match args.first().and_then(buffer) {
        Some(data) => Ok(data),
        None => Err(wrong_receiver(vm, args, &vm.types.bytes.name.borrow().clone(), method)),
    }
}

/// New bytes of the receiver's type.
fn alike(receiver: &Value, data: impl AsRef<[u8]> + Into<Box<[u8]>> + Into<Vec<u8>>) -> Value {
    if is_array(receiver) { ByteArray::value(data.into()) } else { Bytes::value(data) }
}

/// Whether a receiver is a bytearray.
fn is_array(receiver: &Value) -> bool {
    !receiver.is::<Bytes>() && storage::<ByteArray>(receiver).is_some()
}

/// A part of the receiver's bytes as a new object, or the receiver where that is all of it and can't change.
fn part(receiver: &Value, data: &[u8], range: Range<usize>) -> Value {
    if range.len() == data.len() && receiver.is::<Bytes>() { receiver.clone() } else { alike(receiver, &data[range]) }
}

/// An item: an int from 0 to 255.
fn byte(vm: &mut Vm, value: &Value) -> Result<u8> {
    let number = vm.index_clamped(value)?;
    u8::try_from(number).map_err(|_| vm.value_error("byte must be in range(0, 256)"))
}

fn decode(vm: &mut Vm, args: &[Value]) -> Result {
    let encoding = text_arg(vm, &args[1], "decode() argument 'encoding'")?;
    let errors = text_arg(vm, &args[2], "decode() argument 'errors'")?;
    let data = this(vm, args, "decode")?;
    vm.decode(&data, encoding.as_str(), errors.as_str())
}
