//! Streams: sockets and pipes, transports over them, readers and writers.
//!
//! A [`transport::Transport`] moves bytes between the reactor and a reader; what scripts hold are `StreamReader` and `StreamWriter`. How
//! connections are made and servers behave stands in `stdlib/asyncio/streams.py`, over the few primitives here.

pub mod address;
pub mod connect;
pub mod reader;
pub mod socket;
pub mod transport;
pub mod writer;

use crate::heap::Gc;
use crate::object::{ByteArray, Bytes};
use crate::value::Value;
use crate::vm::{Result, Vm};

/// Runs `body` with the bytes of a bytes-like argument; TypeError in these words for anything else.
pub fn with_bytes<R>(
    vm: &mut Vm,
    value: &Value,
    body: impl FnOnce(&mut Vm, &[u8]) -> Result<R>,
    error: impl FnOnce(&str) -> String,
) -> Result<R> {
    if let Some(bytes) = vm.native_arg::<Bytes>(value) {
        return body(vm, bytes.data());
    }
    if let Some(array) = vm.native_arg::<ByteArray>(value) {
        let copy = copied(&array);
        return body(vm, &copy);
    }
    let name = vm.type_name(value);
    Err(vm.type_error(error(name.as_str())))
}

/// A copy, for the script may change the array meanwhile.
fn copied(array: &Gc<ByteArray>) -> Vec<u8> {
    array.0.borrow().to_vec()
}
