//! Addresses as scripts see them: `(host, port)`, `(host, port, flow, scope)` or a path.

use std::net::SocketAddr;

use crate::object::{Bytes, Str, Tuple};
use crate::reactor::Address;
use crate::value::Value;
use crate::vm::{Result, Vm};

/// An address as a value.
pub fn to_value(address: &Address) -> Value {
    match address {
        Address::Inet(SocketAddr::V4(address)) => {
            Tuple::value(vec![Str::value(address.ip().to_string()), Value::Int(i64::from(address.port()))])
        }
        Address::Inet(SocketAddr::V6(address)) => Tuple::value(vec![
            Str::value(address.ip().to_string()),
            Value::Int(i64::from(address.port())),
            Value::Int(i64::from(address.flowinfo())),
            Value::Int(i64::from(address.scope_id())),
        ]),
        Address::Unix(path) => match std::str::from_utf8(path) {
            Ok(path) if !path.starts_with('\0') => Str::value(path),
            _ => Bytes::value(path.clone()),
        },
    }
}

/// The address that a value is; hosts are literal addresses by then.
pub fn from_value(vm: &mut Vm, value: &Value) -> Result<Address> {
    if let Some(path) = vm.native_arg::<Str>(value) {
        return Ok(Address::Unix(path.as_str().as_bytes().to_vec()));
    }
    if let Some(path) = vm.native_arg::<Bytes>(value) {
        return Ok(Address::Unix(path.data().to_vec()));
    }
    let parts = vm.collect(value)?;
    let [host, port, ..] = parts.as_slice() else { return Err(vm.type_error("an address must have a host and a port")) };
    let (host, port) = (vm.str(host)?, vm.index(port)?);
    let Ok(port) = u16::try_from(port) else { return Err(vm.overflow_error("port must be 0-65535.")) };
    match host.as_str().parse::<std::net::IpAddr>() {
        Ok(host) => Ok(Address::Inet(SocketAddr::new(host, port))),
        Err(_) => Err(vm.value_error(format!("'{host}' is no literal address"))),
    }
}
