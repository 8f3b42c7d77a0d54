//! Errors of the operating system as exceptions.

use std::io;

use crate::heap::Gc;
use crate::object::{Class, Str};
use crate::value::Value;
use crate::vm::{Raised, Vm};

/// The OSError for an error of the system.
pub fn os_error(vm: &Vm, error: &io::Error) -> Raised {
    let code = error.raw_os_error().unwrap_or_default();
    let text = if code == 0 { error.to_string() } else { message(error) };
    with_text(vm, error, text)
}

/// As [`os_error`], with another text.
pub fn with_text(vm: &Vm, error: &io::Error, text: String) -> Raised {
    let code = i64::from(error.raw_os_error().unwrap_or_default());
    let class = class_of(vm, error);
    let raised = vm.raise_with(&class, vec![Value::Int(code), Str::value(text.as_str())]);
    raised.0.attrs.set(&class, &vm.intern("errno"), Value::Int(code));
    raised.0.attrs.set(&class, &vm.intern("strerror"), Str::value(text));
    raised
}

/// The OSError that names a file.
pub fn with_file(vm: &Vm, error: &io::Error, file: &str) -> Raised {
    let raised = os_error(vm, error);
    let class = raised.0.class();
    raised.0.attrs.set(&class, &vm.intern("filename"), Str::value(file));
    raised
}

/// The system's own text, without the number that Rust adds.
pub fn message(error: &io::Error) -> String {
    let text = error.to_string();
    text.rfind(" (os error").map_or(text.clone(), |end| text[..end].to_owned())
}

fn class_of(vm: &Vm, error: &io::Error) -> Gc<Class> {
    let exc = &vm.exc;
    match error.kind() {
        io::ErrorKind::NotFound => &exc.file_not_found_error,
        io::ErrorKind::PermissionDenied => &exc.permission_error,
        io::ErrorKind::ConnectionRefused => &exc.connection_refused_error,
        io::ErrorKind::ConnectionReset => &exc.connection_reset_error,
        io::ErrorKind::ConnectionAborted => &exc.connection_aborted_error,
        io::ErrorKind::BrokenPipe => &exc.broken_pipe_error,
        io::ErrorKind::AlreadyExists => &exc.file_exists_error,
        io::ErrorKind::TimedOut => &exc.timeout_error,
        io::ErrorKind::WouldBlock => &exc.blocking_io_error,
        io::ErrorKind::IsADirectory => &exc.is_a_directory_error,
        io::ErrorKind::NotADirectory => &exc.not_a_directory_error,
        io::ErrorKind::Interrupted => &exc.interrupted_error,
        _ => match error.raw_os_error() {
            Some(code) if code == rustix::io::Errno::SRCH.raw_os_error() => &exc.process_lookup_error,
            Some(code) if code == rustix::io::Errno::CHILD.raw_os_error() => &exc.child_process_error,
            _ => &exc.os_error,
        },
    }
    .clone()
}
