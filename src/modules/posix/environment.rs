//! The process's environment.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use crate::builtins::bytes::Buffer;
use crate::heap::Gc;
use crate::object::{Bytes, Dict, Module};
use crate::vm::{Result, Row, Vm, function};

pub(super) static ROWS: &[Row] = &[
    function!("putenv", "(name, value, /)", putenv, "Sets a variable of the environment, for programs that are started."),
    function!("unsetenv", "(name, /)", unsetenv, "Removes a variable of the environment."),
];

/// Puts the environment, as it is at first, into the module.
pub(super) fn install(vm: &mut Vm, module: &Gc<Module>) {
    let environment = Dict::new();
    for (name, value) in std::env::vars_os() {
        let _ = vm.dict_set(&environment, Bytes::value(name.as_bytes()), Bytes::value(value.as_bytes()));
    }
    module.namespace.set_str(&vm.intern("environ"), environment.into());
}

fn putenv(vm: &mut Vm, name: Buffer<'_>, value: Buffer<'_>) -> Result<()> {
    let (name, value) = (name.data().to_vec(), value.data().to_vec());
    if name.contains(&b'=') || name.is_empty() {
        return Err(vm.value_error("illegal environment variable name"));
    }
    if name.contains(&0) || value.contains(&0) {
        return Err(vm.value_error("embedded null byte"));
    }
    crate::reactor::environment::set(OsStr::from_bytes(&name), Some(OsStr::from_bytes(&value)));
    Ok(())
}

fn unsetenv(vm: &mut Vm, name: Buffer<'_>) -> Result<()> {
    let name = name.data().to_vec();
    if name.contains(&b'=') || name.is_empty() || name.contains(&0) {
        return Err(vm.os_error_number(rustix::io::Errno::INVAL.raw_os_error(), None));
    }
    crate::reactor::environment::set(OsStr::from_bytes(&name), None);
    Ok(())
}
