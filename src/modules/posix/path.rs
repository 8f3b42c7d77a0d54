//! What a call names a file by, and the error of a call that failed.

use std::ffi::OsStr;
use std::os::fd::{BorrowedFd, RawFd};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::PathBuf;

use rustix::io::Errno;

use super::descriptor;
use crate::builtins::bytes::buffer;
use crate::object::{Bytes, Str};
use crate::value::Value;
use crate::vm::{FromArg, Place, Raised, Result, Vm, storage};

/// A path: a string, bytes, or an object with `__fspath__`.
pub(super) struct Name {
    /// The path.
    pub path: PathBuf,
    /// What errors show.
    pub shown: Value,
    /// Whether results are to be bytes, as it is.
    pub bytes: bool,
}

impl<'a> FromArg<'a> for Name {
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Name> {
        Name::of(vm, value, place.name)
    }
}

impl Name {
    /// The path that a value is.
    pub fn of(vm: &mut Vm, value: &Value, function: &str) -> Result<Name> {
        let (bytes, shown) = match path_of(vm, value)? {
            Some(shown) => (shown.is::<Bytes>() || storage::<Bytes>(&shown).is_some(), shown),
            None => {
                let given = vm.type_name(value);
                let message = format!("{function}: path should be string, bytes or os.PathLike, not {given}");
                return Err(vm.type_error(message));
            }
        };
        let raw = match (storage::<Str>(&shown), buffer(&shown)) {
            (Some(text), _) => text.as_str().as_bytes().to_vec(),
            (None, Some(data)) => data.to_vec(),
            (None, None) => Vec::new(),
        };
        if raw.contains(&0) {
            let what = if bytes { "byte" } else { "character" };
            return Err(vm.value_error(format!("{function}: embedded null {what} in path")));
        }
        Ok(Name { path: PathBuf::from(std::ffi::OsString::from_vec(raw)), shown, bytes })
    }

    /// A name that a call has found, as text or bytes like this one.
    pub fn like(&self, found: &OsStr) -> Value {
        shown(found, self.bytes)
    }

    /// The error of a call that was made with it.
    #[cold]
    pub fn failed(&self, vm: &mut Vm, error: Errno) -> Raised {
        failed(vm, error, &[&self.shown])
    }
}

/// A path, or an open file.
pub(super) enum Target {
    /// A path.
    Name(Name),
    /// A descriptor.
    Open(RawFd),
}

impl<'a> FromArg<'a> for Target {
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Target> {
        if matches!(value, Value::Int(_) | Value::Bool(_)) {
            return Fd::from_arg(vm, value, place).map(|fd| Target::Open(fd.0));
        }
        match path_of(vm, value)? {
            Some(path) => Name::of(vm, &path, place.name).map(Target::Name),
            None => {
                let given = vm.type_name(value);
                let message = format!("{}: path should be string, bytes, os.PathLike or integer, not {given}", place.name);
                Err(vm.type_error(message))
            }
        }
    }
}

impl Target {
    /// The error of a call that was made with it.
    #[cold]
    pub fn failed(&self, vm: &mut Vm, error: Errno) -> Raised {
        match self {
            Target::Name(name) => name.failed(vm, error),
            Target::Open(fd) => failed(vm, error, &[&Value::Int(i64::from(*fd))]),
        }
    }
}

/// A descriptor.
#[derive(Clone, Copy)]
pub(super) struct Fd(pub RawFd);

impl<'a> FromArg<'a> for Fd {
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Fd> {
        let number = i64::from_arg(vm, value, place)?;
        let most = i64::from(i32::MAX);
        match i32::try_from(number) {
            Ok(fd) => Ok(Fd(fd)),
            Err(_) if number > most => Err(vm.overflow_error("fd is greater than maximum")),
            Err(_) => Err(vm.overflow_error("fd is less than minimum")),
        }
    }
}

impl Fd {
    /// It for a call; a number that no file is open under is one that the system refuses.
    pub fn get(self, vm: &mut Vm) -> Result<BorrowedFd<'static>> {
        descriptor::lend(self.0).ok_or_else(|| failed(vm, Errno::BADF, &[]))
    }
}

/// The string or bytes that a path is; none for what is no path.
fn path_of(vm: &mut Vm, value: &Value) -> Result<Option<Value>> {
    if storage::<Str>(value).is_some() || storage::<Bytes>(value).is_some() {
        return Ok(Some(value.clone()));
    }
    let name = vm.intern("__fspath__");
    let class: Value = vm.class_of(value).into();
    let Some(method) = vm.get_attr_optional(&class, &name)? else { return Ok(None) };
    let path = vm.call(&method, std::slice::from_ref(value))?;
    if storage::<Str>(&path).is_some() || storage::<Bytes>(&path).is_some() {
        return Ok(Some(path));
    }
    let (own, given) = (vm.type_name(value), vm.type_name(&path));
    Err(vm.type_error(format!("expected {own}.__fspath__() to return str or bytes, not {given}")))
}

/// A name as text, or as bytes where that is asked for or it is not UTF-8.
pub(super) fn shown(name: &OsStr, bytes: bool) -> Value {
    match name.to_str() {
        Some(text) if !bytes => Str::value(text),
        _ => Bytes::value(name.as_bytes()),
    }
}

/// The OSError of a system call that failed, for up to two files.
#[cold]
pub(super) fn failed(vm: &mut Vm, error: Errno, files: &[&Value]) -> Raised {
    let number = error.raw_os_error();
    let class: Value = vm.exc.os_error.clone().into();
    let mut arguments = vec![Value::Int(i64::from(number)), Str::value(crate::builtins::exception::strerror(number))];
    for (n, file) in files.iter().enumerate() {
        if n > 0 {
            arguments.push(Value::None);
        }
        arguments.push((*file).clone());
    }
    match vm.call(&class, &arguments).map(Value::into_gc) {
        Ok(Ok(exception)) => Raised(exception),
        Ok(Err(_)) => vm.os_error_number(number, None),
        Err(raised) => raised,
    }
}

/// Refuses the descriptor of a folder to look a name up from: names are looked up from the current one.
pub(super) fn from_here(vm: &Vm, folder: Option<&Value>) -> Result<()> {
    match folder {
        None => Ok(()),
        Some(_) => Err(vm.raise(&vm.exc.not_implemented_error, "dir_fd is not supported: give the whole path")),
    }
}
