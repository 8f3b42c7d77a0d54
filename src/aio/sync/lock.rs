//! `Lock`: held by at most one task at a time. Whoever has waited longest goes first.
//!
//! A lock that is freed is not handed over: the first that waits is woken and takes it when it goes on. Nobody overtakes it meanwhile, for
//! a lock at which somebody waits or was woken is not taken at once. If the woken one is cancelled instead, it wakes the next.

use std::cell::{Cell, OnceCell};

use crate::heap::{Gc, Visitor};
use crate::object::{List, NativeData, Opaque, Str};
use crate::value::Value;
use crate::vm::{Own, Result, Row, Vm, getset, getter, method, static_method};

use super::super::coroutine::{self, NativeCoroutine, Op, Wait};
use super::super::event_loop::LoopRef;
use super::super::is_cancelled_error;
use super::super::nested::Delegated;
use super::super::parking::{Lot, Ticket};
use super::hooks::Hooks;
use super::{Act, ENTER, describe, new_object, trace_loop, wait_at};

/// The storage of a `Lock`.
#[derive(Default)]
pub struct Lock {
    locked: Cell<bool>,
    lot: Lot,
    loop_: OnceCell<LoopRef>,
    hooks: Hooks,
}

impl NativeData for Lock {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.lot.trace(visitor);
        trace_loop(&self.loop_, visitor);
    }

    fn clear(&self) {
        self.lot.clear();
    }
}

/// The methods that others are built on.
const BASIC: &[&str] = &["acquire", "release"];
const ACQUIRE: u8 = 1;
const RELEASE: u8 = 2;

impl Lock {
    /// Whether somebody holds it.
    pub fn is_locked(&self) -> bool {
        self.locked.get()
    }

    /// Whether it does all that a lock does in the native way.
    pub fn is_plain(&self, vm: &Vm, object: &Opaque) -> bool {
        self.hooks.replaced(vm, object, BASIC) == 0
    }

    /// Takes it at once, or waits for it; whether it was taken.
    pub fn take(&self, vm: &mut Vm, this: &Gc<NativeCoroutine>, object: &Gc<Opaque>, ticket: &mut Ticket) -> Result<bool> {
        if !self.locked.get() && !self.lot.is_busy() {
            self.locked.set(true);
            return Ok(true);
        }
        *ticket = wait_at(vm, this, object, &self.lot, &self.loop_)?;
        Ok(false)
    }

    /// Takes it after a wait, unless the wait ended with an exception.
    pub fn take_after(&self, vm: &Vm, this: &NativeCoroutine, ticket: Ticket, outcome: Result) -> Result<()> {
        self.lot.leave(this, ticket);
        if let Err(raised) = outcome {
            // It may have been meant for this task: the next one gets it.
            if is_cancelled_error(vm, &raised) && !self.locked.get() {
                self.lot.wake_first(vm)?;
            }
            return Err(raised);
        }
        self.locked.set(true);
        Ok(())
    }

    /// Frees it.
    pub fn free(&self, vm: &Vm) -> Result<()> {
        if !self.locked.replace(false) {
            return Err(vm.runtime_error("Lock is not acquired."));
        }
        self.lot.wake_first(vm)
    }
}

/// What `acquire` returns, and `__aenter__`.
fn taken(enters: bool) -> Wait {
    Wait::Ready(if enters { Value::None } else { Value::Bool(true) })
}

/// Begins `acquire` or the way into an `async with`.
pub fn start(vm: &mut Vm, this: &Gc<NativeCoroutine>, ticket: &mut Ticket, object: &Gc<Opaque>, enters: bool) -> Result<Wait> {
    match object.data::<Lock>() {
        Some(lock) if !lock.take(vm, this, object, ticket)? => Ok(Wait::Pending),
        _ => Ok(taken(enters)),
    }
}

/// Ends the wait.
pub fn resume(
    vm: &mut Vm,
    this: &Gc<NativeCoroutine>,
    ticket: Ticket,
    object: &Gc<Opaque>,
    outcome: Result,
    enters: bool,
) -> Result<Wait> {
    if let Some(lock) = object.data::<Lock>() {
        lock.take_after(vm, this, ticket, outcome)?;
    }
    Ok(taken(enters))
}

/// The way out of an `async with`.
pub fn exit(vm: &mut Vm, object: &Gc<Opaque>) -> Result<Wait> {
    if let Some(lock) = object.data::<Lock>() {
        if lock.hooks.replaced(vm, object, BASIC) & RELEASE != 0 {
            let name = vm.intern("release");
            vm.call_method(&object.clone().into(), &name, &[])?;
        } else {
            lock.free(vm)?;
        }
    }
    Ok(Wait::Ready(Value::None))
}

fn init(_: &Value) {}

fn locked(lock: Own<Lock>) -> bool {
    lock.is_locked()
}

fn set_locked(lock: Own<Lock>, on: bool) {
    lock.locked.set(on);
}

fn acquire(vm: &mut Vm, this: Own<Lock>) -> Value {
    coroutine::make(vm, Op::At(Act::Lock, 0, this.object.clone()))
}

fn release(vm: &mut Vm, lock: Own<Lock>) -> Result<()> {
    lock.free(vm)
}

fn enter(vm: &mut Vm, lock: Own<Lock>) -> Result {
    if lock.hooks.replaced(vm, lock.object, BASIC) & ACQUIRE != 0 {
        return Delegated::method(vm, ENTER, &lock.value(), "acquire", false);
    }
    Ok(coroutine::make(vm, Op::At(Act::LockEnter, 0, lock.object.clone())))
}

fn leave(vm: &mut Vm, this: Own<Lock>, _: &Value, _: &Value, _: &Value) -> Value {
    coroutine::make(vm, Op::At(Act::LockExit, 0, this.object.clone()))
}

fn repr(vm: &mut Vm, lock: Own<Lock>) -> Result {
    let shown = if lock.is_locked() { "locked" } else { "unlocked" };
    describe(vm, lock.object, shown, lock.lot.len()).map(Str::value)
}

fn waiters(lock: Own<Lock>) -> Value {
    if lock.loop_.get().is_some() { List::value(lock.lot.waiters()) } else { Value::None }
}

/// The rows of `Lock`.
pub static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", new_object::<Lock>, "Makes a lock."),
    method!("__init__", "def (self)", init, "A lock begins free."),
    method!("locked", "def (self)", locked, "Whether somebody holds the lock."),
    method!("acquire", "def (self)", acquire, "Waits until the lock is free and takes it; returns True."),
    method!("release", "def (self)", release, "Frees the lock and wakes the task that has waited longest."),
    method!("__aenter__", "def (self)", enter, "Acquires."),
    method!("__aexit__", "def (self, exc_type, exc, tb)", leave, "Releases."),
    method!("__repr__", "def (self)", repr, "Shows its state."),
    getset!("_locked", locked, set_locked, "Whether somebody holds it."),
    getter!("_waiters", waiters, "Those that wait; None where nobody ever had to."),
];
