//! Child processes, as `subprocess.py` sees them: a handle on the child, and sockets for the pipes to it.

use std::cell::{Cell, RefCell};
use std::ffi::OsString;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStringExt;

use rustix::process::{PidfdFlags, PidfdGetfdFlags, getpid, pidfd_getfd, pidfd_open};

use crate::heap::{Gc, Visitor};
use crate::object::{Bytes, NativeData, Opaque, Str, Tuple};
use crate::reactor::{ChildId, Redirect, Spawn};
use crate::value::Value;
use crate::vm::{Own, Result, Row, Vm, function, getter, method};

use super::event_loop::LoopRef;
use super::stream::socket;
use super::{io, loops, state};

/// What the numbers of a redirection mean.
const PIPE: i64 = -1;
const STDOUT: i64 = -2;
const DEVNULL: i64 = -3;

/// The storage of a child's handle.
struct Child {
    loop_: LoopRef,
    id: ChildId,
    pid: u32,
    code: Cell<Option<i32>>,
    on_exit: RefCell<Value>,
}

impl NativeData for Child {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.loop_.object().trace(visitor);
        self.on_exit.borrow().trace(visitor);
    }

    fn clear(&self) {
        drop(self.on_exit.take());
    }
}

/// A path, program name or argument as the system takes it.
fn os_string(vm: &mut Vm, value: &Value) -> Result<OsString> {
    if let Some(text) = vm.native_arg::<Str>(value) {
        return Ok(OsString::from(text.as_str()));
    }
    if let Some(bytes) = vm.native_arg::<Bytes>(value) {
        return Ok(OsString::from_vec(bytes.data().to_vec()));
    }
    let fspath = vm.intern("__fspath__");
    match vm.call_special(value, &fspath, &[])? {
        Some(path) => os_string(vm, &path),
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(format!("expected str, bytes or os.PathLike object, not {name}")))
        }
    }
}

fn redirect(vm: &mut Vm, value: &Value) -> Result<Redirect> {
    if value.is_none() {
        return Ok(Redirect::Inherit);
    }
    let number = match value {
        Value::Int(number) => *number,
        other => {
            let fileno = vm.intern("fileno");
            let number = vm.call_method(other, &fileno, &[])?;
            vm.index(&number)?
        }
    };
    match number {
        PIPE => Ok(Redirect::Pipe),
        STDOUT => Ok(Redirect::Stdout),
        DEVNULL => Ok(Redirect::Null),
        number => duplicate(number).map(Redirect::Fd).map_err(|error| io::os_error(vm, &error)),
    }
}

/// A descriptor of our own for one that a script names by its number.
fn duplicate(number: i64) -> std::io::Result<OwnedFd> {
    let number = i32::try_from(number).map_err(|_| rustix::io::Errno::BADF)?;
    let own = pidfd_open(getpid(), PidfdFlags::empty())?;
    Ok(pidfd_getfd(own, number, PidfdGetfdFlags::empty())?)
}

fn environment(vm: &mut Vm, value: &Value) -> Result<Option<Vec<(OsString, OsString)>>> {
    if value.is_none() {
        return Ok(None);
    }
    let mut all = Vec::new();
    for (name, value) in vm.mapping_items(value)? {
        all.push((os_string(vm, &name)?, os_string(vm, &value)?));
    }
    Ok(Some(all))
}

/// `_spawn(args, stdin, stdout, stderr, cwd, env, process_group)`: handle, then sockets for the pipes to stdin, from stdout and stderr.
fn spawn(
    vm: &mut Vm,
    args: &Value,
    stdin: &Value,
    stdout: &Value,
    stderr: &Value,
    cwd: Option<&Value>,
    env: &Value,
    process_group: Option<i64>,
) -> Result {
    let loop_ = loops::running_or_error(vm)?;
    let mut words = Vec::new();
    for word in vm.collect(args)? {
        words.push(os_string(vm, &word)?);
    }
    let program = words.remove(0);
    let order = Spawn {
        program: program.clone(),
        arguments: words,
        called: None,
        directory: cwd.map(|cwd| os_string(vm, cwd)).transpose()?.map(Into::into),
        environment: environment(vm, env)?,
        stdin: redirect(vm, stdin)?,
        stdout: redirect(vm, stdout)?,
        stderr: redirect(vm, stderr)?,
        process_group: process_group.and_then(|group| i32::try_from(group).ok()),
    };
    let spawned = loop_.reactor().spawn(order);
    let spawned = match spawned {
        Ok(spawned) => spawned,
        Err(failed) => return Err(io::with_file(vm, &failed.error, &failed.path.to_string_lossy())),
    };
    let child = Child {
        loop_: loop_.clone(),
        id: spawned.id,
        pid: spawned.pid,
        code: Cell::new(None),
        on_exit: RefCell::new(Value::None),
    };
    let child = Opaque::new(state(vm).classes.child.clone(), child);
    loop_.watch_child(spawned.id, &child, exited);
    let mut pipes: Vec<Value> = vec![child.into()];
    pipes.push(spawned.stdin.map_or(Value::None, |pipe| socket::make(vm, &loop_, pipe).into()));
    for pipe in [spawned.stdout, spawned.stderr] {
        pipes.push(pipe.map_or(Value::None, |pipe| socket::make(vm, &loop_, pipe).into()));
    }
    Ok(Tuple::value(pipes))
}

/// The child has ended.
fn exited(vm: &mut Vm, object: &Gc<Opaque>, code: i32) -> Result<()> {
    let Some(child) = object.data::<Child>() else { return Ok(()) };
    child.code.set(Some(code));
    let on_exit = child.on_exit.take();
    if on_exit.is_none() || !on_exit.is_set() {
        return Ok(());
    }
    vm.call(&on_exit, &[Value::Int(i64::from(code))]).map(|_| ())
}

fn pid(child: Own<Child>) -> i64 {
    i64::from(child.pid)
}

fn code(child: Own<Child>) -> Option<i64> {
    child.code.get().map(i64::from)
}

fn on_exit(child: Own<Child>, callback: &Value) {
    drop(child.on_exit.replace(callback.clone()));
}

fn send_signal(vm: &mut Vm, child: Own<Child>, signal: i64) -> Result {
    let Ok(signal) = i32::try_from(signal) else { return Err(vm.value_error("signal number out of range")) };
    let sent = child.loop_.reactor().send_signal(child.id, signal);
    match sent {
        Ok(()) => Ok(Value::None),
        Err(error) if error.raw_os_error() == Some(rustix::io::Errno::SRCH.raw_os_error()) => {
            Err(vm.raise_with(&vm.exc.process_lookup_error.clone(), vec![]))
        }
        Err(error) => Err(io::os_error(vm, &error)),
    }
}

/// The rows of a child's handle.
pub static ROWS: &[Row] = &[
    getter!("pid", pid, "Its process number."),
    getter!("returncode", code, "Its exit code, once it has ended."),
    method!("on_exit", "(self, callback)", on_exit, "Calls back with the exit code."),
    method!("send_signal", "(self, signal)", send_signal, "Sends a signal."),
];

/// The functions that `subprocess.py` uses.
pub static FUNCTIONS: &[Row] = &[function!(
    "_spawn",
    "(args, stdin=None, stdout=None, stderr=None, cwd=None, env=None, process_group=None)",
    spawn,
    "Starts a child."
)];
