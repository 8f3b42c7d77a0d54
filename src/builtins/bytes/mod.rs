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

use crate::object::{ByteArray, Bytes, Gapped, Str};
use crate::value::{Value, Words};
use crate::vm::{FromArg, Place, Raised, Result, Row, Vm, method, storage};

/// Bytes that are decoded without being asked whether there is memory, at most.
const SHORT: usize = 4096;

static ROWS: &[Row] = &[method!(
    "decode",
    "(self, /, encoding='utf-8', errors='strict')",
    decode,
    "Decode the bytes using the codec registered for encoding."
)
.quickly(decode_quickly)];

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

/// A bytes-like object, not borrowed: between the conversion of its argument and the look at its bytes a script may run.
#[derive(Clone, Copy)]
pub enum Buffer<'a> {
    /// A `bytes`.
    Fixed(&'a Bytes),
    /// A `bytearray`.
    Array(&'a ByteArray),
}

impl<'a> Buffer<'a> {
    /// The bytes-like object that a value is.
    #[inline]
    pub fn of(value: &'a Value) -> Option<Buffer<'a>> {
        match storage::<Bytes>(value) {
            Some(bytes) => Some(Buffer::Fixed(bytes)),
            None => storage::<ByteArray>(value).map(|array| Buffer::Array(array)),
        }
    }

    /// Its bytes, which no script may change while they are looked at.
    #[inline]
    pub fn data(self) -> Data<'a> {
        match self {
            Buffer::Fixed(bytes) => Data::Fixed(bytes.data()),
            Buffer::Array(array) => Data::Array(array.0.borrow()),
        }
    }
}

impl<'a> FromArg<'a> for Buffer<'a> {
    #[inline]
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        let wrong = |vm: &mut Vm| match place.is_receiver() {
            true => place.wrong_receiver(vm, "bytes", value),
            false => not_bytes_like(vm, value),
        };
        Buffer::of(value).ok_or_else(|| wrong(vm))
    }
}

/// The bytes of a bytes-like object, if a value is one.
pub fn buffer(value: &Value) -> Option<Data<'_>> {
    Buffer::of(value).map(Buffer::data)
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

/// `decode` of a few bytes from UTF-8.
fn decode_quickly(_: &mut Vm, args: &mut [Value]) -> Words {
    let [bytes] = args else { return Words::unset() };
    let Some(data @ [_, ..]) = bytes.get::<Bytes>().map(Bytes::data).filter(|data| data.len() <= SHORT) else {
        return Words::unset();
    };
    let text = Str::of_ascii(data).or_else(|| std::str::from_utf8(data).ok().map(Str::value));
    text.map_or(Words::unset(), Words::of)
}

fn decode(vm: &mut Vm, this: Buffer, encoding: &str, errors: &str) -> Result {
    vm.decode(&this.data(), encoding, errors)
}
